//! Builds a plugin and wraps it as a component: the same source gives the same bytes.
//!
//! The binary that carries a plugin and the page that loads it take the file from here, so both
//! run the same module.

mod build;
mod carried;
mod error;
mod strip;
#[cfg(test)]
mod tests;

pub use build::{build_module, guest_target_dir, read_module};
pub use carried::{Carried, carried};
pub use error::Error;

use std::path::Path;
use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::Resolve;

/// The plugin interface, as text.
pub const WIT: &str = include_str!("../../sdk/wit/v1/crosswalk.wit");

/// Builds the package `package` of the workspace at `workspace` and packs its module.
///
/// Cargo runs in `target_dir`, which must not be the target directory of a Cargo that is waiting
/// for this call; [`guest_target_dir`] gives one.
///
/// # Errors
///
/// When Cargo cannot build the package, for instance because the WebAssembly target is not
/// installed, or when the module cannot be packed.
pub fn build_plugin(workspace: &Path, package: &str, target_dir: &Path) -> Result<Vec<u8>, Error> {
    pack_module(&build_module(workspace, package, target_dir)?)
}

/// Wraps a core module, as `cargo build --target wasm32-unknown-unknown` makes it, as a component
/// of the plugin interface. Custom sections, names among them, are left out.
///
/// # Errors
///
/// When the bytes are no core module or do not export the interface.
pub fn pack_module(module: &[u8]) -> Result<Vec<u8>, Error> {
    let mut module = strip::strip(module)?;
    let mut resolve = Resolve::default();
    let package = resolve.push_str("crosswalk.wit", WIT).map_err(|e| Error::wrap(&e))?;
    let world = resolve.select_world(&[package], None).map_err(|e| Error::wrap(&e))?;
    wit_component::embed_component_metadata(
        &mut module,
        &resolve,
        world,
        StringEncoding::UTF8,
        true,
    )
    .map_err(|e| Error::wrap(&e))?;
    ComponentEncoder::default()
        .validate(true)
        .module(&module)
        .and_then(|encoder| encoder.encode())
        .map_err(|e| Error::wrap(&e))
}
