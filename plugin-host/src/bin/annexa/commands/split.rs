//! `annexa split`: some questions in a file of their own, for somebody else to answer.

use super::pick::{Picked, entry};
use crate::{
    cli,
    failure::Failure,
    file::write_file,
    input::{self, is_standard, name},
    output::Done,
    say::{Say as _, int},
    show::line,
};
use annexa_core::{
    Catalogue, Engine, Problems,
    assessment::Register,
    pack::{Allow, Pick, split},
    words::Words,
};
use std::{path::Path, sync::Arc};

pub(crate) fn run(
    args: &cli::Split,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let engine = input::engine(&args.file, catalogue, words)?;
    let refused = |problems: Problems| Failure::bad(name(&args.file, words), problems);
    let pick = pick(args, &engine).map_err(refused)?;
    let allowed = |word: &str| args.allow.iter().any(|it| it == word);
    let allow = Allow { applicability: allowed("applicability"), risks: allowed("risks") };
    let pack = split(engine.document(), &pick, &allow, &args.name).map_err(refused)?;
    let bytes = pack.to_bytes();
    let target = args.output.as_deref().unwrap_or(Path::new("-"));
    if is_standard(target) {
        return Ok(Done::bytes(bytes));
    }
    write_file(target, &bytes, args.force)?;
    let values = [
        ("file", line(&name(target, words)).into()),
        ("from", line(&name(&args.file, words)).into()),
        ("items", words.say_with("split.items", &[("count", int(pack.items.len()))]).into()),
        ("risks", words.say_with("split.risks", &[("count", int(pack.base_risks.len()))]).into()),
    ];
    let said = ["wrote", "split.holds", "split.next"].map(|it| words.say_with(it, &values) + "\n");
    Ok(Done::text(said.concat()))
}

fn pick(args: &cli::Split, engine: &Engine) -> Result<Pick, Problems> {
    let mut picked = Picked::default();
    let items = args.items.iter().map(|text| {
        let own = || entry(engine, Register::OwnControl, text);
        let is_known = engine.document().catalogue().index_of(text.trim()).is_some();
        // What is neither is named by whoever makes the pack.
        if is_known { text.trim().parse() } else { own().or_else(|_| text.trim().parse()) }
    });
    let items = picked.keep_all("--items", items);
    let risks = args.risks.iter().map(|text| entry(engine, Register::Risk, text));
    let risks = picked.keep_all("--risks", risks);
    if !picked.0.is_empty() {
        return Err(Problems(picked.0));
    }
    let trimmed = |texts: &[String]| texts.iter().map(|it| it.trim().to_owned()).collect();
    Ok(Pick {
        owner: args.owner.trim().to_owned(),
        chapters: trimmed(&args.chapters),
        themes: trimmed(&args.themes),
        items,
        risks,
    })
}
