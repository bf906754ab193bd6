//! `annexa plugin export`: a carried plugin as a file.

use crate::{
    failure::Failure,
    file::write_file,
    input::{is_standard, name as shown},
    output::Done,
    show::line,
};
use annexa_core::{Problem, digest::sha256_hex, problem::quoted};
use annexa_plugin_host::{builtin, builtins};
use std::path::{Path, PathBuf};

pub(super) fn run(name: &str, output: Option<&Path>, force: bool) -> Result<Done, Failure> {
    let component = builtin(name).ok_or_else(|| {
        let names: Vec<String> = builtins().map(|(name, _)| format!("`{name}`")).collect();
        let message = format!("{} is not carried by this program", quoted(name));
        let fix = format!("choose one of {}", names.join(", "));
        Failure::bad("NAME", Problem::new("E-PLUGIN-NAME", "", message, fix))
    })?;
    let file = output.map_or_else(|| PathBuf::from(format!("{name}.wasm")), Path::to_owned);
    if is_standard(&file) {
        return Ok(Done::bytes(component.to_vec()));
    }
    write_file(&file, component, force)?;
    let (file, bytes) = (line(&shown(&file)), component.len());
    Ok(Done::text(format!("wrote {file}: {bytes} bytes, sha256 {}\n", sha256_hex(component))))
}
