//! Reads files and loads plugins.

use crate::{cli::Dated, failure::Failure, say::Say as _, today};
use annexa_core::{Catalogue, Date, Document, Engine, problem::problem, words::Words};
use annexa_plugin_host::{Host, Limits, Plugin, Unread, builtin, read_file, read_stream};
use std::{io, path::Path, sync::Arc};

/// The largest assessment that is read.
const READ_MAX_BYTES: u64 = Document::FILE_MAX_BYTES as u64;

/// The catalogue of a file, or the built-in one.
pub(crate) fn catalogue(file: Option<&Path>, words: &Words) -> Result<Arc<Catalogue>, Failure> {
    let Some(file) = file else { return Ok(Catalogue::iso27001_2022()) };
    let catalogue = Catalogue::from_bytes(&bytes(file, words)?);
    catalogue.map_err(|problems| Failure::bad(name(file, words), problems))
}

/// The English words, and over them those of a file.
pub(crate) fn words(file: Option<&Path>, english: &Arc<Words>) -> Result<Arc<Words>, Failure> {
    let Some(file) = file else { return Ok(Arc::clone(english)) };
    let own = Words::from_bytes(&bytes(file, english)?);
    let own = own.map_err(|problems| Failure::bad(name(file, english), problems))?;
    Ok(Arc::new(own.with_base(Arc::clone(english))))
}

/// Reads an assessment.
pub(crate) fn engine(
    file: &Path,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Engine, Failure> {
    document(file, &bytes(file, words)?, catalogue, words).map(Engine::from_document)
}

/// Reads an assessment, and says for which day to look at it. A day that makes no sense is refused
/// before the file is read.
pub(crate) fn dated(
    args: &Dated,
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<(Engine, Date), Failure> {
    let today = today::given(args.today.today.as_deref())?;
    let engine = engine(&args.input.file, catalogue, words)?;
    Ok((engine, today::or_now(today)?))
}

/// The bytes of an assessment's file, or of standard input.
pub(crate) fn bytes(file: &Path, words: &Words) -> Result<Vec<u8>, Failure> {
    let read = if is_standard(file) {
        read_stream(io::stdin().lock(), READ_MAX_BYTES)
    } else {
        read_file(file, READ_MAX_BYTES)
    };
    read.map_err(|cause| match cause {
        Unread::Io(cause) => Failure::unread(file, &cause),
        Unread::NobodyWrites => Failure::bad(name(file, words), problem!("E-READ", "pipe")),
        Unread::TooLarge(size_bytes) => {
            Failure::bad(name(file, words), Document::too_large(size_bytes))
        }
    })
}

/// The assessment in the bytes of a file.
pub(crate) fn document(
    file: &Path,
    bytes: &[u8],
    catalogue: Arc<Catalogue>,
    words: &Words,
) -> Result<Document, Failure> {
    let document = Document::from_bytes(catalogue, bytes);
    document.map_err(|problems| Failure::bad(name(file, words), problems))
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

/// Sets up the sandbox for plugins that map from the catalogue of an assessment.
pub(crate) fn host_for(engine: &Engine) -> Result<Host, Failure> {
    Ok(host()?.with_catalogue(Arc::clone(engine.document().catalogue())))
}

/// The path as it is shown.
pub(crate) fn name(file: &Path, words: &Words) -> String {
    if is_standard(file) { words.say("standard") } else { file.display().to_string() }
}

/// Whether the path stands for standard input or output.
pub(crate) fn is_standard(file: &Path) -> bool {
    file.as_os_str() == "-"
}
