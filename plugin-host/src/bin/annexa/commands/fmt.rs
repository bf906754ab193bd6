//! `annexa fmt`: an assessment in its canonical form.

use crate::{
    cli::Fmt,
    failure::{Exit, Failure},
    file::write_file,
    input::{self, is_standard, name},
    output::{Done, Output},
    show::line,
};
use annexa_core::Catalogue;
use std::sync::Arc;

pub(crate) fn run(args: &Fmt, catalogue: Arc<Catalogue>) -> Result<Done, Failure> {
    let bytes = input::bytes(&args.file)?;
    let canonical = input::document(&args.file, &bytes, catalogue)?.to_bytes();
    let file = line(&name(&args.file));
    if args.check {
        return Ok(checked(&file, bytes == canonical));
    }
    if is_standard(&args.file) {
        return Ok(Done::bytes(canonical));
    }
    if bytes == canonical {
        return Ok(Done::text(format!("{file} is canonical already\n")));
    }
    write_file(&args.file, &canonical, true)?;
    Ok(Done::text(format!("wrote {file}\n")))
}

fn checked(file: &str, is_canonical: bool) -> Done {
    if is_canonical {
        return Done::text(format!("{file} is canonical\n"));
    }
    let text = format!("{file} is not canonical; `annexa fmt` writes it anew\n");
    Done::of(Output::Text(text), Exit::Findings)
}
