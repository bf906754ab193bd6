//! Where the entries of a copy are made. Only this program draws from the system's randomness; the
//! engine is told.

use crate::failure::Failure;
use annexa_core::{Engine, problem::problem};
use std::fmt::Write as _;

/// Tells the engine the origin that was given, or one that nobody else has.
pub(crate) fn set(engine: &mut Engine, given: Option<&str>) -> Result<(), Failure> {
    let origin = match given {
        Some(given) => given.to_owned(),
        None => drawn()?,
    };
    engine.set_origin(&origin).map_err(|problem| Failure::bad("--origin", problem))
}

fn drawn() -> Result<String, Failure> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|cause| {
        Failure::bad("--origin", problem!("E-ORIGIN", "drawn", cause = cause.to_string()))
    })?;
    let mut text = String::new();
    for byte in bytes {
        // Writing to a string does not fail.
        let _ = write!(text, "{byte:02x}");
    }
    Ok(text)
}
