//! `annexa new`: an empty assessment.

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
use annexa_core::{Catalogue, Engine, assessment::About, words::Words};
use std::sync::Arc;

pub(crate) fn new(args: &New, catalogue: Arc<Catalogue>, words: &Words) -> Result<Done, Failure> {
    let mut engine = Engine::new(catalogue);
    origin::set(&mut engine, args.origin.as_deref())?;
    engine.begin();
    let (organization, scope) = (args.organization.clone(), args.scope.clone());
    engine
        .set_about(About { organization, scope, ..About::default() })
        .map_err(|problems| Failure::bad("arguments", problems))?;
    let bytes = engine.document().to_bytes();
    if is_standard(&args.file) {
        return Ok(Done::bytes(bytes));
    }
    write_file(&args.file, &bytes, args.force)?;
    let file = line(&name(&args.file, words));
    let values = [("file", file.into())];
    let said = ["wrote", "wroteNew"].map(|key| words.say_with(key, &values) + "\n");
    Ok(Done::text(said.concat()))
}
