//! `annexa plugin`: what plugins are, hold and conclude.

mod export;
mod inspect;
mod list;
mod mappings;

use super::crosswalk::{self, compute};
use crate::{
    cli::{Format, Input, Plugin},
    failure::Failure,
    input,
    output::Done,
};
use annexa_core::{Catalogue, report::conclusion_csv, words::Words};
use std::{path::Path, sync::Arc};

pub(crate) fn run(
    command: &Plugin,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    match command {
        Plugin::List(form) => list::run(form.format, words),
        Plugin::Inspect(args) => inspect::run(&args.plugin.plugin, args.form.format, words),
        Plugin::Run { plugin, input } => conclude(&plugin.plugin, input, catalogue, words),
        Plugin::Mappings(args) => mappings::run(&args.plugin.plugin, args.form.format, words),
        Plugin::Export { name, output, force } => {
            export::run(name, output.as_deref(), *force, words)
        }
    }
}

/// Prints a conclusion. The JSON is the very bytes that every host gives for it.
fn conclude(
    plugin: &Path,
    args: &Input,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Done, Failure> {
    let engine = input::engine(&args.file, catalogue, words)?;
    let plugin = input::plugin(&input::host_for(&engine)?, plugin)?;
    let computed = compute(&plugin, &engine)?;
    Ok(match args.form.format {
        Format::Text => Done::text(crosswalk::text(&computed, words).trim_start().to_owned()),
        Format::Json => Done::bytes(computed.conclusion.to_bytes(computed.digest_sha256, words)),
        Format::Csv => Done::bytes(conclusion_csv(&computed.conclusion, words)),
    })
}
