//! Builds the project's own plugins and puts them into the library.

use annexa_plugin_pack::{Carried, build_plugin, carried, guest_target_dir};
use std::{env, fs, path::Path, process};

fn main() {
    if let Err(message) = carry_all() {
        for line in message.lines() {
            println!("cargo::error={line}");
        }
        process::exit(1);
    }
}

/// Builds each plugin of the list, and writes the table of them that `builtin.rs` includes.
fn carry_all() -> Result<(), String> {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let workspace = workspace.canonicalize().map_err(|cause| cause.to_string())?;
    let changes = |input: &str| {
        println!("cargo::rerun-if-changed={}", workspace.join(input).display());
    };
    ["core/vocabulary", "plugins/carried.toml", "plugins/sdk", "plugins/sdk-build"]
        .iter()
        .chain(&["Cargo.toml", "Cargo.lock"])
        .for_each(|input| changes(input));
    println!("cargo::rerun-if-env-changed=CARGO_TARGET_DIR");
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let folder = Path::new(&folder);
    let mut plugins = carried(&workspace).map_err(|error| error.to_string())?;
    plugins.sort_by(|one, other| one.id.cmp(&other.id));
    let mut table = "&[\n".to_owned();
    for plugin in &plugins {
        changes(&format!("plugins/{}", plugin.id));
        carry(&workspace, plugin, folder)?;
        let id = &plugin.id;
        table.push_str(&format!(
            "({id:?}, include_bytes!(concat!(env!(\"OUT_DIR\"), \"/{id}.wasm\"))),\n"
        ));
    }
    table.push(']');
    write(&folder.join("builtins.rs"), table.as_bytes())
}

fn carry(workspace: &Path, plugin: &Carried, folder: &Path) -> Result<(), String> {
    let target = guest_target_dir(workspace);
    let component = build_plugin(workspace, &plugin.package(), &target);
    let component = component.map_err(|error| error.to_string())?;
    write(&folder.join(format!("{}.wasm", plugin.id)), &component)
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|cause| format!("{}: {cause}", path.display()))
}
