//! Turns a compiled module into what a page imports: bindings by wasm-bindgen, size by wasm-opt.

mod order;

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use wasm_bindgen_cli_support::Bindgen;

use crate::project::{Project, WASM};
use crate::shell::{cargo, program, run};

/// What a module is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Aim {
    /// A first view waits for it.
    First,
    /// It is loaded late, and rarely.
    Small,
    /// It is loaded late, and then everything that is shown waits for it.
    Fast,
}

impl Aim {
    /// Cargo's profile.
    const fn profile(self) -> &'static str {
        match self {
            Aim::First | Aim::Small => "wasm",
            Aim::Fast => "wasm-fast",
        }
    }

    /// What wasm-opt is asked for.
    const fn passes(self) -> &'static [&'static str] {
        match self {
            Aim::First | Aim::Small => SMALL,
            Aim::Fast => FAST,
        }
    }
}

/// The features that rustc uses for this target, by name: with all features on, wasm-opt writes
/// encodings that browsers refuse.
const FEATURES: [&str; 7] = [
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-reference-types",
    "--enable-sign-ext",
];

/// Which packages become one bundle, and where it goes.
pub(crate) struct Bundle<'a> {
    /// The package with the bindings.
    pub(crate) package: &'a str,
    /// The stem of the files: `<name>.js`, `<name>.d.ts`, `<name>_bg.wasm`.
    pub(crate) name: &'a str,
    /// The folder of the files; it is made when missing.
    pub(crate) folder: PathBuf,
    /// What the module is made for.
    pub(crate) aim: Aim,
}

/// Compiles a package and writes its bundle.
pub(crate) fn bundle(project: &Project, bundle: &Bundle<'_>) -> Result<()> {
    check_versions(project)?;
    let mut build = cargo(&project.root);
    build.args(["build", "--locked", "--package", bundle.package]);
    build.args(["--profile", bundle.aim.profile(), "--target", WASM]);
    run(&mut build)?;
    let file = format!("{}.wasm", bundle.package.replace('-', "_"));
    let module = project.target.join(WASM).join(bundle.aim.profile()).join(file);
    std::fs::create_dir_all(&bundle.folder)?;
    Bindgen::new()
        .input_path(&module)
        .out_name(bundle.name)
        .web(true)?
        .typescript(true)
        .remove_name_section(false)
        .remove_producers_section(true)
        .generate(&bundle.folder)
        .with_context(|| format!("wasm-bindgen cannot read `{}`", bundle.package))?;
    let module = bundle.folder.join(format!("{}_bg.wasm", bundle.name));
    optimise(project, &module, bundle.aim.passes())?;
    if bundle.aim == Aim::First {
        std::fs::write(&module, order::named_in_order(&std::fs::read(&module)?)?)?;
        optimise(project, &module, ORDER)?;
    }
    Ok(())
}

/// What makes a module small once it is compressed: a function that is not copied into its callers
/// stands once, and functions of like names, whose code is often alike, stand side by side.
const SMALL: &[&str] = &[
    "--no-inline=*",
    "-Oz",
    "--converge",
    "--reorder-functions-by-name",
    "--strip-debug",
    "--strip-producers",
];

/// What brings functions into the order of the names that they were given for it.
const ORDER: &[&str] = &["--reorder-functions-by-name", "--strip-debug"];

/// What the compiler made fast stays as it is.
const FAST: &[&str] = &["-O2", "--strip-debug", "--strip-producers"];

/// Rewrites one module in place.
fn optimise(project: &Project, module: &Path, passes: &[&str]) -> Result<()> {
    let tool = project.www.join("node_modules/.bin/wasm-opt");
    let mut optimise = program(tool, &project.root);
    optimise.arg(module).args(FEATURES).args(passes).arg("-o").arg(module);
    run(&mut optimise).context("wasm-opt comes with the npm package `binaryen` of www")
}

/// The library that writes the bindings understands only modules of its own version.
fn check_versions(project: &Project) -> Result<()> {
    let lock = std::fs::read_to_string(project.root.join("Cargo.lock"))?;
    let module = locked(&lock, "wasm-bindgen").context("Cargo.lock has no `wasm-bindgen`")?;
    let library = locked(&lock, "wasm-bindgen-cli-support")
        .context("Cargo.lock has no `wasm-bindgen-cli-support`")?;
    if module != library {
        bail!(
            "`wasm-bindgen` is {module} and `wasm-bindgen-cli-support` is {library}; \
             pin both with `=` to one version"
        );
    }
    Ok(())
}

/// The version of a package in the text of a lock file.
fn locked<'a>(lock: &'a str, name: &str) -> Option<&'a str> {
    let entry = format!("name = \"{name}\"");
    let mut lines = lock.lines().skip_while(|line| *line != entry);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests;
