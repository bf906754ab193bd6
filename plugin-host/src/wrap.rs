//! Wraps an admitted core module with the host's own copy of the interface.

use wit_component::{ComponentEncoder, StringEncoding};
use wit_parser::Resolve;

const WIT: &str = include_str!("../../plugins/sdk/wit/v1/crosswalk.wit");

/// Makes a component of a core module. The meaning of its exports comes from their names and from
/// the host's interface; a wrapper that the plugin came with has no say.
pub(crate) fn wrap(core_module: &[u8]) -> Result<Vec<u8>, String> {
    let mut module = core_module.to_vec();
    let mut resolve = Resolve::default();
    let package = resolve.push_str("crosswalk.wit", WIT).map_err(|e| format!("{e:#}"))?;
    let world = resolve.select_world(&[package], None).map_err(|e| format!("{e:#}"))?;
    wit_component::embed_component_metadata(
        &mut module,
        &resolve,
        world,
        StringEncoding::UTF8,
        true,
    )
    .map_err(|e| format!("{e:#}"))?;
    ComponentEncoder::default()
        .validate(true)
        .module(&module)
        .and_then(|encoder| encoder.encode())
        .map_err(|e| format!("{e:#}"))
}
