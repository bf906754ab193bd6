//! Where things are: the project's folders and its packages.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use cargo_metadata::{Metadata, MetadataCommand};

/// The target triple of the engine and of the plugins.
pub(crate) const WASM: &str = "wasm32-unknown-unknown";

/// A target without a standard library, which proves that the core needs none.
pub(crate) const BARE: &str = "wasm32v1-none";

/// The folders that more than one command needs.
pub(crate) struct Project {
    /// The folder of the workspace manifest.
    pub(crate) root: PathBuf,
    /// Cargo's target folder, wherever the environment put it.
    pub(crate) target: PathBuf,
    /// The page and the widget.
    pub(crate) www: PathBuf,
    metadata: Metadata,
}

/// One package of the workspace as the folder table shows it.
pub(crate) struct Package {
    /// The folder from the root, with `/` between names.
    pub(crate) folder: String,
    /// The package's name.
    pub(crate) name: String,
    /// The manifest's description.
    pub(crate) description: String,
}

impl Project {
    /// Asks cargo; the current folder may be any folder of the project.
    pub(crate) fn locate() -> Result<Project> {
        let metadata = MetadataCommand::new()
            .no_deps()
            .other_options(vec!["--locked".to_owned()])
            .exec()
            .context("cargo cannot read the workspace (is `Cargo.lock` up to date?)")?;
        let root = metadata.workspace_root.clone().into_std_path_buf();
        let target = metadata.target_directory.clone().into_std_path_buf();
        Ok(Project { www: root.join("www"), root, target, metadata })
    }

    /// Where the build puts what the page imports: the engine and the plugins.
    pub(crate) fn generated(&self) -> PathBuf {
        self.www.join("generated")
    }

    /// Where Vite puts what is served.
    pub(crate) fn dist(&self) -> PathBuf {
        self.www.join("dist")
    }

    /// The members of the workspace, sorted by folder.
    pub(crate) fn packages(&self) -> Result<Vec<Package>> {
        let mut packages = Vec::new();
        for package in self.metadata.workspace_packages() {
            let folder = package.manifest_path.parent().context("a manifest without a folder")?;
            packages.push(Package {
                folder: relative(&self.root, folder.as_std_path())?,
                name: package.name.to_string(),
                description: package.description.clone().unwrap_or_default(),
            });
        }
        packages.sort_by(|one, other| one.folder.cmp(&other.folder));
        Ok(packages)
    }
}

/// `path` as seen from `root`, with `/` between names.
pub(crate) fn relative(root: &Path, path: &Path) -> Result<String> {
    let inner = path.strip_prefix(root)?;
    let names: Vec<_> = inner.iter().map(|name| name.to_string_lossy()).collect();
    Ok(names.join("/"))
}
