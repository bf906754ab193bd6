//! Builds the project's own plugins and puts them into the library.

use annexa_plugin_pack::{Error, build_plugin, guest_target_dir};
use std::{env, fs, path::Path, process};

/// The plugins, by name; each is the package `annexa-plugin-<name>`.
const PLUGINS: [&str; 1] = ["soc2"];

fn main() {
    let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for input in ["plugins/sdk", "plugins/sdk-build", "plugins/soc2", "Cargo.toml", "Cargo.lock"] {
        println!("cargo::rerun-if-changed={}", workspace.join(input).display());
    }
    println!("cargo::rerun-if-env-changed=CARGO_TARGET_DIR");
    for name in PLUGINS {
        if let Err(message) = carry(&workspace, name) {
            for line in message.lines() {
                println!("cargo::error={line}");
            }
            process::exit(1);
        }
    }
}

fn carry(workspace: &Path, name: &str) -> Result<(), String> {
    let shown = |error: Error| error.to_string();
    let workspace = workspace.canonicalize().map_err(|cause| cause.to_string())?;
    let package = format!("annexa-plugin-{name}");
    let component =
        build_plugin(&workspace, &package, &guest_target_dir(&workspace)).map_err(shown)?;
    let folder = env::var_os("OUT_DIR").ok_or("OUT_DIR is not set")?;
    let path = Path::new(&folder).join(format!("{name}.wasm"));
    fs::write(&path, component).map_err(|cause| format!("{}: {cause}", path.display()))
}
