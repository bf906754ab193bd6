//! `annexa plugin export`: a carried plugin as a file.

use crate::{
    failure::Failure,
    file::write_file,
    input::{is_standard, name as shown},
    output::Done,
    show::line,
};
use annexa_core::{
    digest::sha256_hex,
    problem::{problem, quoted},
};
use annexa_plugin_host::{builtin, builtins};
use std::path::{Path, PathBuf};

pub(super) fn run(name: &str, output: Option<&Path>, force: bool) -> Result<Done, Failure> {
    let component = builtin(name).ok_or_else(|| {
        let names: Vec<String> = builtins().map(|(name, _)| format!("`{name}`")).collect();
        Failure::bad("NAME", problem!("E-PLUGIN-NAME", name = quoted(name), names = names))
    })?;
    let file = output.map_or_else(|| PathBuf::from(format!("{name}.wasm")), Path::to_owned);
    if is_standard(&file) {
        return Ok(Done::bytes(component.to_vec()));
    }
    write_file(&file, component, force)?;
    let (file, bytes) = (line(&shown(&file)), component.len());
    Ok(Done::text(format!("wrote {file}: {bytes} bytes, sha256 {}\n", sha256_hex(component))))
}
