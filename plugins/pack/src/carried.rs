//! Which plugins the command line and the page carry.

use crate::Error;
use annexa_core::problem::problem;
use std::{fs, path::Path};

/// The file that lists them, from the root of the workspace.
const LIST: &str = "plugins/carried.toml";

/// A plugin of the project's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Carried {
    /// Its folder in `plugins`, and its name for people who call it.
    pub id: String,
    /// The framework's short title.
    pub title: String,
}

impl Carried {
    /// The package that builds it.
    pub fn package(&self) -> String {
        format!("annexa-plugin-{}", self.id)
    }
}

/// The plugins that are carried, in the order of the list.
///
/// # Errors
///
/// When the list cannot be read, or says something else than ids and titles.
pub fn carried(workspace: &Path) -> Result<Vec<Carried>, Error> {
    let text = fs::read_to_string(workspace.join(LIST))
        .map_err(|cause| problem!("E-READ", "list", file = LIST, cause = cause.to_string()))?;
    read(&text).ok_or_else(|| problem!("E-LIST", file = LIST).into())
}

fn read(text: &str) -> Option<Vec<Carried>> {
    let table: toml::Table = text.parse().ok()?;
    let entries = table.get("plugin")?.as_array()?;
    let plugins = entries.iter().map(|entry| {
        let field = |name| Some(entry.get(name)?.as_str()?.to_owned());
        let plugin = Carried { id: field("id")?, title: field("title")? };
        // The id becomes a file's name and a word of generated code.
        let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
        (!plugin.id.is_empty() && plugin.id.bytes().all(is_plain)).then_some(plugin)
    });
    plugins.collect()
}

#[cfg(test)]
mod tests;
