//! `cargo xtask build`: the engine, the plugins and the page.

use annexa_plugin_pack::Carried;
use anyhow::{Context, Result};

use crate::bundle::{Aim, Bundle, bundle};
use crate::project::Project;
use crate::setup;
use crate::shell;

/// The wasm packages, each with the stem of its files and what it is made for.
const MODULES: [(&str, &str, Aim); 3] = [
    ("annexa-wasm", "annexa", Aim::First),
    ("annexa-wasm-crosswalk", "crosswalk", Aim::Small),
    ("annexa-wasm-report", "report", Aim::Fast),
];

/// Builds everything that the page serves; what is missing is installed first.
pub(crate) fn run(project: &Project) -> Result<()> {
    setup::toolchain(project)?;
    engine(project)?;
    words(project)?;
    plugins(project)?;
    page(project)
}

/// The engine, and the parts of it that a page loads when somebody asks for a crosswalk or a report.
pub(crate) fn engine(project: &Project) -> Result<()> {
    let folder = project.generated();
    for (package, name, aim) in MODULES {
        bundle(project, &Bundle { package, name, folder: folder.clone(), aim })?;
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

/// The plugins that the page carries, the same bytes as the command line's, and their list.
fn plugins(project: &Project) -> Result<()> {
    let folder = project.generated().join("plugins");
    std::fs::create_dir_all(&folder)?;
    let target = annexa_plugin_pack::guest_target_dir(&project.root);
    let mut list = Vec::new();
    for plugin in annexa_plugin_pack::carried(&project.root)? {
        let Carried { id, title } = &plugin;
        let component = annexa_plugin_pack::build_plugin(&project.root, &plugin.package(), &target)
            .with_context(|| format!("the plugin `{id}` cannot be built"))?;
        std::fs::write(folder.join(format!("{id}.wasm")), component)?;
        list.push(serde_json::json!({ "id": id, "title": title }));
    }
    std::fs::write(folder.join("carried.json"), serde_json::to_vec(&list)?)?;
    Ok(())
}

/// The widget and the demo page, by Vite.
fn page(project: &Project) -> Result<()> {
    shell::run(shell::program("npm", &project.www).args(["run", "build"]))
}
