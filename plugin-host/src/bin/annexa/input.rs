//! Reads files and loads plugins.

use crate::failure::Failure;
use annexa_core::{Catalogue, Document, Engine};
use annexa_plugin_host::{Host, Limits, Plugin, builtin};
use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

/// One byte more than the engine reads, so that it is the engine that says "too large", and a
/// huge file is not taken into memory for that.
const READ_MAX_BYTES: u64 = Document::FILE_MAX_BYTES as u64 + 1;

/// Reads an assessment.
pub(crate) fn engine(file: &Path) -> Result<Engine, Failure> {
    let bytes = read(file).map_err(|cause| Failure::io(file, "E-READ", "read", &cause))?;
    let document = Document::from_bytes(Catalogue::iso27001_2022(), &bytes)
        .map_err(|problems| Failure::bad(name(file), problems))?;
    Ok(Engine::from_document(document))
}

/// Loads the carried plugin of this name, or else the plugin in the file of this path.
pub(crate) fn plugin(host: &Host, plugin: &Path) -> Result<Plugin, Failure> {
    let carried = plugin.to_str().and_then(|name| Some((name, builtin(name)?)));
    let loaded = match carried {
        Some((name, component)) => host.load(name, component),
        None => host.load_file(plugin),
    };
    loaded.map_err(Failure::from)
}

/// Sets up the sandbox for plugins.
pub(crate) fn host() -> Result<Host, Failure> {
    Host::new(Limits::default()).map_err(Failure::from)
}

/// The path as it is shown.
pub(crate) fn name(file: &Path) -> String {
    if is_standard(file) { "standard input".to_owned() } else { file.display().to_string() }
}

/// Whether the path stands for standard input or output.
pub(crate) fn is_standard(file: &Path) -> bool {
    file.as_os_str() == "-"
}

fn read(file: &Path) -> io::Result<Vec<u8>> {
    if is_standard(file) { capped(io::stdin().lock()) } else { capped(File::open(file)?) }
}

fn capped(source: impl Read) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(READ_MAX_BYTES).read_to_end(&mut bytes)?;
    Ok(bytes)
}
