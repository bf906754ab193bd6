//! The headers of `headers.json`, which every server of the page reads.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::{Context, Result};
use tiny_http::Header;

/// One set of headers for a page and its parts, one for a worker's script, and the media types.
pub(crate) struct Headers {
    /// For everything but a worker's script.
    pub(crate) page: BTreeMap<String, String>,
    /// A worker takes its policy from its own script's response, not from the page.
    pub(crate) worker: BTreeMap<String, String>,
    /// Media types by the end of the name; browsers refuse modules and wasm under another one.
    pub(crate) types: BTreeMap<String, String>,
}

impl Headers {
    /// Reads `{"page": {name: value}, "worker": {name: value}, "types": {end: type}}`.
    pub(crate) fn read(file: &Path) -> Result<Headers> {
        let text =
            std::fs::read(file).with_context(|| format!("cannot read `{}`", file.display()))?;
        let mut sets: BTreeMap<String, BTreeMap<String, String>> = serde_json::from_slice(&text)
            .with_context(|| format!("`{}` is not a set of headers", file.display()))?;
        for (name, value) in sets.values().flatten() {
            header(name, value).with_context(|| format!("`{name}: {value}` is no header"))?;
        }
        let mut take = |name| sets.remove(name).with_context(|| format!("`{name}` has no headers"));
        Ok(Headers { page: take("page")?, worker: take("worker")?, types: take("types")? })
    }

    /// The headers that go with a path of the site, whether there is a file or not.
    pub(crate) fn of(&self, path: &str) -> &BTreeMap<String, String> {
        let file = path.rsplit('/').next().unwrap_or_default();
        if file.ends_with("-worker.js") { &self.worker } else { &self.page }
    }

    /// The media type of a file.
    pub(crate) fn type_of(&self, file: &Path) -> &str {
        let end = file.extension().and_then(|end| end.to_str());
        let found = end.and_then(|end| self.types.get(end));
        found.map_or("application/octet-stream", String::as_str)
    }
}

/// A header; none when the name or the value has a byte that HTTP does not allow.
pub(super) fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}
