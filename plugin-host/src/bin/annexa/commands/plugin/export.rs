//! `annexa plugin export`: a carried plugin as a file.

use crate::{
    failure::Failure,
    file::write_file,
    input::{is_standard, name as shown},
    output::Done,
    say::Say as _,
    show::line,
};
use annexa_core::{
    digest::sha256_hex,
    problem::{problem, quoted},
    words::Words,
};
use annexa_plugin_host::{builtin, builtins};
use std::path::{Path, PathBuf};

pub(super) fn run(
    name: &str,
    output: Option<&Path>,
    force: bool,
    words: &Words,
) -> Result<Done, Failure> {
    let component = builtin(name).ok_or_else(|| {
        let names: Vec<String> = builtins().map(|(name, _)| format!("`{name}`")).collect();
        Failure::bad("NAME", problem!("E-PLUGIN-NAME", name = quoted(name), names = names))
    })?;
    let file = output.map_or_else(|| PathBuf::from(format!("{name}.wasm")), Path::to_owned);
    if is_standard(&file) {
        return Ok(Done::bytes(component.to_vec()));
    }
    write_file(&file, component, force)?;
    let values = [
        ("file", line(&shown(&file, words)).into()),
        ("bytes", component.len().to_string().into()),
        ("digest", sha256_hex(component).into()),
    ];
    Ok(Done::text(words.say_with("wrotePlugin", &values) + "\n"))
}
