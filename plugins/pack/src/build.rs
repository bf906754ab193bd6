//! Runs Cargo for a plugin, shielded from the Cargo that may be running around it.

use crate::Error;
use annexa_core::problem::problem;
use std::{
    env, fs,
    path::{Path, PathBuf},
    process::{Command, Output},
};

const TARGET: &str = "wasm32-unknown-unknown";
/// Optimised for size; see the workspace's manifest.
const PROFILE: &str = "wasm";

/// A target directory for plugins that no other Cargo locks: `guest` in the target directory of
/// the workspace.
pub fn guest_target_dir(workspace: &Path) -> PathBuf {
    let set = env::var_os("CARGO_TARGET_DIR").map(PathBuf::from);
    set.unwrap_or_else(|| workspace.join("target")).join("guest")
}

/// Builds the package `package` of the workspace at `workspace` for WebAssembly and returns its
/// core module. See [`build_plugin`](crate::build_plugin).
///
/// # Errors
///
/// When Cargo cannot build the package.
pub fn build_module(workspace: &Path, package: &str, target_dir: &Path) -> Result<Vec<u8>, Error> {
    // A finished download is enough; the network is asked only when something is missing.
    let mut output = cargo(workspace, package, target_dir, true)?;
    if !output.status.success() && stderr(&output).contains("--offline") {
        output = cargo(workspace, package, target_dir, false)?;
    }
    if !output.status.success() {
        return Err(refused(package, &stderr(&output)));
    }
    let file = format!("{}.wasm", package.replace('-', "_"));
    read_module(&target_dir.join(TARGET).join(PROFILE).join(file))
}

/// Reads a core module that Cargo has built.
///
/// # Errors
///
/// When the file is not there.
pub fn read_module(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|cause| {
        let (path, cause) = (path.display().to_string(), cause.to_string());
        problem!("E-READ", "module", file = path, cause = cause).into()
    })
}

fn cargo(
    workspace: &Path,
    package: &str,
    target_dir: &Path,
    is_offline: bool,
) -> Result<Output, Error> {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    command.current_dir(workspace);
    for (key, _) in env::vars_os() {
        if key.to_str().is_some_and(is_foreign) {
            command.env_remove(key);
        }
    }
    command.args(["build", "--locked", "--package", package, "--lib"]);
    command.args(["--target", TARGET, "--profile", PROFILE, "--target-dir"]).arg(target_dir);
    if is_offline {
        command.arg("--offline");
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", remapped(workspace, target_dir).join("\x1f"));
    command.output().map_err(|cause| problem!("E-CARGO", cause = cause.to_string()).into())
}

/// Whether a variable of the Cargo around this one would change what is built.
fn is_foreign(key: &str) -> bool {
    let is_cargo = key.starts_with("CARGO_") && !is_place(key);
    let is_script = ["OUT_DIR", "TARGET", "HOST", "PROFILE", "OPT_LEVEL", "DEBUG", "NUM_JOBS"];
    let is_compiler = key.starts_with("RUSTC") || key == "RUSTFLAGS" || key == "RUSTDOC";
    is_cargo || is_compiler || is_script.contains(&key) || key.starts_with("DEP_")
}

/// Whether a variable says where Cargo keeps and finds packages.
fn is_place(key: &str) -> bool {
    let places = ["CARGO_HOME", "CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTR", "CARGO_SOURCE_"];
    places.iter().any(|place| key.starts_with(place))
}

/// Flags that keep the paths of this machine out of the module.
fn remapped(workspace: &Path, target_dir: &Path) -> Vec<String> {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| {
        let home = env::var_os("HOME").or_else(|| env::var_os("USERPROFILE"))?;
        Some(Path::new(&home).join(".cargo"))
    });
    // The last flag that fits wins, so the narrower path comes later.
    let paths = [(home.as_deref(), "/cargo"), (Some(workspace), "/annexa")];
    let paths = paths.into_iter().chain([(Some(target_dir), "/target")]);
    paths
        .filter_map(|(path, name)| Some((path?, name)))
        .map(|(path, name)| format!("--remap-path-prefix={}={name}", path.display()))
        .collect()
}

fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

fn refused(package: &str, stderr: &str) -> Error {
    if stderr.contains("target may not be installed") {
        return problem!("E-TARGET", target = TARGET).into();
    }
    let words = format!("\n{}", stderr.trim_end());
    problem!("E-BUILD", package = package, words = words).into()
}
