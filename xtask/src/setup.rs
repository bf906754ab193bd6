//! Installs what is missing, quick when nothing is, and says plainly what it could not install.

use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::project::{BARE, Project, WASM};
use crate::shell::{on_path, output, program, run, succeeds};

/// The oldest Node that the page's build runs on: major and minor version.
const NODE_MIN: (u32, u32) = (20, 19);

/// A browser that the tests drive.
struct Browser {
    /// The variable that names one by its path.
    variable: &'static str,
    /// Its programs, the first one on `PATH` is taken.
    names: &'static [&'static str],
    /// Debian's package.
    package: &'static str,
}

const CHROMIUM: Browser = Browser {
    variable: "CHROMIUM",
    names: &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"],
    package: "chromium",
};

const FIREFOX: Browser =
    Browser { variable: "FIREFOX", names: &["firefox-esr", "firefox"], package: "firefox-esr" };

/// What every build needs: the wasm target, Node with npm, and the npm packages of the page.
pub(crate) fn toolchain(project: &Project) -> Result<()> {
    target(project, WASM)?;
    target(project, BARE)?;
    node(project)?;
    packages(&project.www)
}

/// The npm packages of one folder, exactly as its lock file names them.
/// Install scripts stay off: no package of the lock file needs one.
pub(crate) fn packages(folder: &Path) -> Result<()> {
    let lock = folder.join("package-lock.json");
    if is_fresh(&folder.join("node_modules/.package-lock.json"), &lock) {
        return Ok(());
    }
    let mut npm = program("npm", folder);
    npm.args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]);
    npm.env("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    run(&mut npm).context("npm could not install the packages; it needs its registry once")
}

/// A browser of the Chromium family: the one that `CHROMIUM` names, the first on `PATH`, or
/// Debian's, installed now.
pub(crate) fn chromium(project: &Project) -> Result<PathBuf> {
    CHROMIUM.find_or_install(project)
}

/// A Firefox, found as [`chromium`] is: `FIREFOX` names one.
pub(crate) fn firefox(project: &Project) -> Result<PathBuf> {
    FIREFOX.find_or_install(project)
}

fn target(project: &Project, target: &str) -> Result<()> {
    let sysroot = output(program("rustc", &project.root).args(["--print", "sysroot"]))
        .context("no Rust toolchain; install one with rustup (https://rustup.rs)")?;
    let sysroot = PathBuf::from(String::from_utf8(sysroot)?.trim());
    if has_core(&sysroot.join("lib/rustlib").join(target).join("lib")) {
        return Ok(());
    }
    run(program("rustup", &project.root).args(["target", "add", target])).with_context(|| {
        format!(
            "the Rust target {target} is missing and could not be installed.\n\
             With rustup and network: `rustup target add {target}`.\n\
             Without rustup: install your distribution's package of it \
             (Debian has `libstd-rust-dev-wasm32` for {WASM}) of the same version as `rustc`"
        )
    })
}

/// A target is there when its compiled `core` is: an interrupted installation leaves the folder.
fn has_core(folder: &Path) -> bool {
    let Ok(entries) = folder.read_dir() else { return false };
    entries.flatten().any(|entry| entry.file_name().to_string_lossy().starts_with("libcore-"))
}

fn node(project: &Project) -> Result<()> {
    let (major, minor) = NODE_MIN;
    let needed = format!(
        "Node {major}.{minor} or newer with npm is needed (Debian: `apt-get install nodejs npm`, \
         or a build from https://nodejs.org)"
    );
    let version =
        output(program("node", &project.root).arg("--version")).context(needed.clone())?;
    let version = String::from_utf8(version)?;
    if node_version(&version).is_none_or(|found| found < NODE_MIN) {
        bail!("found Node {}; {needed}", version.trim());
    }
    if !succeeds(program("npm", &project.root).arg("--version")) {
        bail!("found no npm; {needed}");
    }
    Ok(())
}

/// Major and minor version of `v20.19.2`.
fn node_version(text: &str) -> Option<(u32, u32)> {
    let mut numbers = text.trim().strip_prefix('v')?.split('.').map(|number| number.parse().ok());
    Some((numbers.next()??, numbers.next()??))
}

/// The marker that npm leaves behind must not be older than the lock file.
fn is_fresh(marker: &Path, lock: &Path) -> bool {
    let modified = |path: &Path| path.metadata().and_then(|metadata| metadata.modified());
    match (modified(marker), modified(lock)) {
        (Ok(marker), Ok(lock)) => marker >= lock,
        _ => false,
    }
}

impl Browser {
    fn find_or_install(&self, project: &Project) -> Result<PathBuf> {
        let Browser { variable, names, package } = *self;
        if let Some(named) = std::env::var_os(variable).map(PathBuf::from) {
            if named.is_file() {
                return Ok(named);
            }
            let path = named.display();
            bail!("`{variable}` names `{path}`, which is no file; correct or unset it");
        }
        if let Some(found) = on_path(names) {
            return Ok(found);
        }
        self.install(project)?;
        on_path(names).with_context(|| {
            format!("the package `{package}` is installed, yet no `{package}` is on PATH")
        })
    }

    fn install(&self, project: &Project) -> Result<()> {
        let by_hand = self.by_hand();
        if on_path(&["apt-get"]).is_none() {
            bail!("{by_hand}");
        }
        let is_root = output(program("id", &project.root).arg("-u"))? == b"0\n";
        if !is_root && !succeeds(program("sudo", &project.root).args(["-n", "true"])) {
            bail!("{by_hand} (not root, and sudo asks for a password)");
        }
        let apt = |arguments: &[&str]| {
            let mut command = program(if is_root { "apt-get" } else { "sudo" }, &project.root);
            if !is_root {
                command.args(["-n", "apt-get"]);
            }
            command.args(arguments).env("DEBIAN_FRONTEND", "noninteractive");
            run(&mut command).with_context(|| by_hand.clone())
        };
        apt(&["update"])?;
        apt(&["install", "--yes", "--no-install-recommends", self.package])
    }

    /// What a person does where the set-up cannot install the browser.
    fn by_hand(&self) -> String {
        let Browser { variable, package, .. } = self;
        format!(
            "no `{package}` found; install Debian's with \
             `apt-get install --no-install-recommends {package}` as root, \
             or name one in the variable `{variable}`"
        )
    }
}

#[cfg(test)]
mod tests;
