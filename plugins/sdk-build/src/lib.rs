//! Turns a plugin's table into Rust, from the plugin's build script.
//!
//! ```no_run
//! annexa_plugin_sdk_build::crosswalk("crosswalk.toml");
//! ```
//!
//! The file is TOML:
//!
//! ```toml
//! id = "hello"                            # a-z 0-9 -
//! name = "Hello"
//! version = "1.0.0"
//! summary = "What the crosswalk is good for and what it is not."
//! source_framework = "iso27001-2022"
//! target_framework = "hello-2026"
//! target_title = "The hello framework, edition 2026"
//!
//! [provenance]
//! document = "What the mapping was read from"
//! version = "2026-11"
//! licence = "MIT"
//! method = "How it was made and reviewed"
//!
//! [[group]]
//! id = "H"
//! title = "Greeting"
//! category = ""
//!
//! [[target]]
//! id = "H.1"
//! group = "H"
//! title = "Visitors are greeted"
//! residual = "What stays open even when every source is in place."
//!
//! [[mapping]]
//! target = "H.1"
//! sources = ["A.7.2", "A.6.3"]            # together; each is needed
//! relation = "intersects"                 # equal equivalent superset subset intersects none
//! coverage_bp = 4000                      # 1 to 10000; leave it out where it cannot be said
//! confidence_bp = 7500                    # 0 to 10000; below 7000 a host never says "met"
//! basis = "semantic"                      # syntactic semantic functional
//! rationale = "Why."
//! ```

mod check;
mod fields;
mod generate;
mod problem;
mod read;
#[cfg(test)]
mod tests;

pub use problem::Error;

use std::{env, fs, path::Path, process};

/// The stack of the module: enough for a table, small enough to be cleared for every call.
const STACK_BYTES: u32 = 64 << 10;
/// The memory that a module declares as its maximum: what a host admits.
const MEMORY_BYTES: u32 = 64 << 20;

/// Reads the table at `path` (relative to the package), writes `crosswalk.rs` with a static
/// `TABLE` into `OUT_DIR`, and passes the linker what a host wants of a module.
///
/// For a build script: when the table is not right it prints every problem with its line and ends
/// the process with code 1.
pub fn crosswalk(path: impl AsRef<Path>) {
    let path = path.as_ref();
    println!("cargo::rerun-if-changed={}", path.display());
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_CFG_TARGET_ARCH").is_some_and(|arch| arch == "wasm32") {
        println!("cargo::rustc-link-arg-cdylib=-zstack-size={STACK_BYTES}");
        println!("cargo::rustc-link-arg-cdylib=--max-memory={MEMORY_BYTES}");
    }
    if let Err(error) = write(path) {
        for line in error.to_string().lines() {
            println!("cargo::error={line}");
        }
        process::exit(1);
    }
}

fn write(path: &Path) -> Result<(), Error> {
    let text = fs::read_to_string(path).map_err(|cause| Error::read(path, &cause))?;
    let code = generate(&path.display().to_string(), &text)?;
    let Some(folder) = env::var_os("OUT_DIR") else { return Err(Error::no_folder()) };
    let target = Path::new(&folder).join("crosswalk.rs");
    fs::write(&target, code).map_err(|cause| Error::write(&target, &cause))
}

/// Turns the text of a table into Rust that defines `static TABLE: annexa_plugin_sdk::Table`.
///
/// # Errors
///
/// Everything that is wrong with the table, each with its line. `file` is the name to show.
pub fn generate(file: &str, text: &str) -> Result<String, Error> {
    let mut problems = problem::Report::new(text);
    let table = read::read(text, &mut problems);
    problems.end_reading();
    if let Some(table) = &table {
        check::check(table, &mut problems);
    }
    match table {
        Some(table) if problems.is_empty() => Ok(generate::generate(&table)),
        _ => Err(problems.finish(file)),
    }
}
