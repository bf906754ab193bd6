//! `annexa fmt`: an assessment in its canonical form.

use crate::{
    cli::Fmt,
    failure::{Exit, Failure},
    file::write_file,
    input::{self, is_standard, name},
    output::{Done, Output},
    say::Say as _,
    show::line,
};
use annexa_core::{Catalogue, words::Words};
use std::sync::Arc;

pub(crate) fn run(args: &Fmt, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let bytes = input::bytes(&args.file, words)?;
    let canonical = input::document(&args.file, &bytes, catalogue, words)?.to_bytes();
    let file = line(&name(&args.file, words));
    let said = |key: &str| words.say_with(key, &[("file", file.as_str().into())]) + "\n";
    let is_canonical = bytes == canonical;
    if args.check {
        return Ok(match is_canonical {
            true => Done::text(said("fmt.yes")),
            false => Done::of(Output::Text(said("fmt.no")), Exit::Findings),
        });
    }
    if is_standard(&args.file) {
        return Ok(Done::bytes(canonical));
    }
    if is_canonical {
        return Ok(Done::text(said("fmt.already")));
    }
    write_file(&args.file, &canonical, true)?;
    Ok(Done::text(said("wrote")))
}
