//! `annexa new`: an empty assessment, or a sample.

use crate::{
    cli::New,
    failure::Failure,
    file::write_file,
    input::{is_standard, name},
    origin,
    output::Done,
    say::Say as _,
    show::line,
};
use annexa_core::{
    Catalogue, Document, Engine,
    assessment::About,
    samples::{SAMPLES, TODAY},
    words::Words,
};
use std::sync::Arc;

pub(crate) fn new(args: &New, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let (bytes, next) = match &args.sample {
        Some(name) => (sample(name, catalogue)?, "wroteSample"),
        None => (empty(args, catalogue)?, "wroteNew"),
    };
    if is_standard(&args.file) {
        return Ok(Done::bytes(bytes));
    }
    write_file(&args.file, &bytes, args.force)?;
    let file = line(&name(&args.file, words));
    let values = [("file", file.into()), ("day", TODAY.into())];
    let said = ["wrote", next].map(|key| words.say_with(key, &values) + "\n");
    Ok(Done::text(said.concat()))
}

fn empty(args: &New, catalogue: Arc<Catalogue>) -> Result<Vec<u8>, Failure> {
    let mut engine = Engine::new(catalogue);
    origin::set(&mut engine, args.origin.as_deref())?;
    engine.begin();
    let (organization, scope) = (args.organization.clone(), args.scope.clone());
    engine
        .set_about(About { organization, scope, ..About::default() })
        .map_err(|problems| Failure::bad("arguments", problems))?;
    Ok(engine.document().to_bytes())
}

/// A sample's text; it is refused where another catalogue is asked for.
fn sample(name: &str, catalogue: Arc<Catalogue>) -> Result<Vec<u8>, Failure> {
    let text = SAMPLES.iter().find(|sample| sample.name == name).map_or("", |sample| sample.text);
    let document = Document::from_bytes(catalogue, text.as_bytes());
    document.map(|it| it.to_bytes()).map_err(|error| Failure::bad(name, error))
}
