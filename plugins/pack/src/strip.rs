//! Leaves out the custom sections of a module.

use crate::Error;
use annexa_core::problem::problem;
use wasmparser::{Encoding, Parser, Payload};

/// Returns the module without its custom sections.
pub(crate) fn strip(module: &[u8]) -> Result<Vec<u8>, Error> {
    // Sections stand one after another; what lies between two of them is the next one's head.
    let mut kept = module.get(..8).unwrap_or_default().to_vec();
    let mut end = 8;
    for payload in Parser::new(0).parse_all(module) {
        let payload =
            payload.map_err(|cause| problem!("E-MODULE", "damaged", cause = cause.to_string()))?;
        if let Payload::Version { encoding: Encoding::Component, .. } = payload {
            return Err(problem!("E-MODULE", "component").into());
        }
        let Some((_, range)) = payload.as_section() else { continue };
        let next = usize::try_from(range.end).unwrap_or(usize::MAX);
        if !matches!(payload, Payload::CustomSection(_)) {
            kept.extend_from_slice(module.get(end..next).unwrap_or_default());
        }
        end = next;
    }
    Ok(kept)
}
