//! `cargo xtask build`: the engine, the plugins and the page.

use anyhow::{Context, Result};

use crate::bundle::{Bundle, bundle};
use crate::project::Project;
use crate::setup;
use crate::shell;

/// The wasm packages, each with the stem of its files.
const MODULES: [(&str, &str); 2] =
    [("annexa-wasm", "annexa"), ("annexa-wasm-crosswalk", "crosswalk")];

/// The project's own plugins; each is the package `annexa-plugin-<name>`.
const PLUGINS: [&str; 1] = ["soc2"];

/// Builds everything that the page serves; what is missing is installed first.
pub(crate) fn run(project: &Project) -> Result<()> {
    setup::toolchain(project)?;
    engine(project)?;
    words(project)?;
    plugins(project)?;
    page(project)
}

/// The engine, and the part of it that a page loads when somebody asks for a crosswalk.
fn engine(project: &Project) -> Result<()> {
    let folder = project.generated();
    for (package, name) in MODULES {
        bundle(project, &Bundle { package, name, folder: folder.clone() })?;
    }
    Ok(())
}

/// The words of each language, which the page's build cuts into parts.
fn words(project: &Project) -> Result<()> {
    let folder = project.generated().join("words");
    std::fs::create_dir_all(&folder)?;
    std::fs::write(folder.join("en.json"), annexa_core::words::ENGLISH)?;
    Ok(())
}

/// The plugins that the page carries: the same bytes as the command line's.
fn plugins(project: &Project) -> Result<()> {
    let folder = project.generated().join("plugins");
    std::fs::create_dir_all(&folder)?;
    let target = annexa_plugin_pack::guest_target_dir(&project.root);
    for name in PLUGINS {
        let package = format!("annexa-plugin-{name}");
        let component = annexa_plugin_pack::build_plugin(&project.root, &package, &target)
            .with_context(|| format!("the plugin `{name}` cannot be built"))?;
        std::fs::write(folder.join(format!("{name}.wasm")), component)?;
    }
    Ok(())
}

/// The widget and the demo page, by Vite.
fn page(project: &Project) -> Result<()> {
    shell::run(shell::program("npm", &project.www).args(["run", "build"]))
}
