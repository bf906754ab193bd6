//! The project's files as git knows them: tracked ones, and new ones that are not ignored.

use std::path::{Path, PathBuf};
use std::process::Command;

/// One text file of the project.
pub(crate) struct Source {
    /// The path from the root, with `/` between names.
    pub(crate) path: String,
    /// The whole file.
    pub(crate) text: String,
}

impl Source {
    /// Whether the file name ends with one of these, without the dot.
    pub(crate) fn is(&self, extensions: &[&str]) -> bool {
        self.path.rsplit_once('.').is_some_and(|(_, found)| extensions.contains(&found))
    }
}

/// The folder of the workspace manifest.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_owned()
}

/// The text of one file, named from the root.
#[track_caller]
pub(crate) fn text(path: &str) -> String {
    std::fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("`{path}`: {error}"))
}

/// All text files of the project.
pub(crate) fn sources() -> Vec<Source> {
    let mut git = Command::new("git");
    git.args(["-c", "safe.directory=*", "ls-files", "-z"]);
    git.args(["--cached", "--others", "--exclude-standard"]);
    let output = git.current_dir(root()).output().expect("git lists the project's files");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let names = String::from_utf8(output.stdout).unwrap();
    let read = |path: &str| {
        let text = std::fs::read_to_string(root().join(path)).ok()?;
        Some(Source { path: path.to_owned(), text })
    };
    let sources: Vec<Source> = names.split_terminator('\0').filter_map(read).collect();
    assert!(sources.iter().any(|source| source.path == "Cargo.toml"), "no project in `{names}`");
    sources
}
