//! The gate in front of every plugin: one pass over the file's bytes, before anything is compiled.
//!
//! A compiler spends time and memory on what it is given: a file of a few kilobytes can ask for
//! gigabytes. So both hosts, native and browser, call [`admit`] first and compile only
//! [`Admitted::core_module`]: the plugin's one core module, written anew without its wrapper, its
//! foreign exports and its custom sections. Nothing is executed and nothing is trusted here.
//!
//! The pass looks at budgets, at what is forbidden (imports, a start function, floating point,
//! vectors, threads) and at the exported interface. It does not type-check code; the engine that
//! compiles the module does.

mod body;
mod interface;
mod limits;
mod module;
mod rebuild;
mod refusal;
mod scan;
#[cfg(test)]
mod tests;

pub use self::interface::{API_VERSION, INTERFACE};
pub use self::limits::Limits;
pub use self::scan::too_large;
use annexa_vocabulary::Problem;
use sha2::{Digest as _, Sha256};

/// A plugin file that a host may compile.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Admitted {
    /// The plugin's core module. Exports are the interface's own, named after [`API_VERSION`];
    /// of the custom sections only function names remain.
    pub core_module: Vec<u8>,
    /// The SHA-256 of the whole file as given, in lower-case hexadecimal.
    pub digest_sha256: String,
    /// The version of the interface that the plugin exports, for instance `1.0.0`.
    pub api_version: String,
    /// What the file holds, for people.
    pub facts: Facts,
}

/// Sizes of an admitted plugin.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whether the file is a component; otherwise it is a bare core module.
    pub is_component: bool,
    /// The file.
    pub file_bytes: u64,
    /// All function bodies.
    pub code_bytes: u64,
    /// The largest function body.
    pub largest_body_bytes: u64,
    /// All data segments.
    pub data_bytes: u64,
    /// All custom sections, of the component and of the module.
    pub custom_bytes: u64,
    /// Functions with a body.
    pub functions: u32,
    /// Local variables of all functions.
    pub locals: u64,
    /// Function types.
    pub types: u32,
    /// Exports of the core module.
    pub exports: u32,
    /// What the memory starts with.
    pub memory_initial_bytes: u64,
    /// What the memory may grow to.
    pub memory_max_bytes: u64,
    /// Entries of the function table.
    pub table_elements: u64,
}

/// Reads a component or a bare core module and says whether a host may compile it.
///
/// # Errors
///
/// Every reason that stands against the file, each code once with the number of places, as far as
/// the file can be read.
pub fn admit(bytes: &[u8], limits: &Limits) -> Result<Admitted, Vec<Problem>> {
    let scanned = scan::scan(bytes, limits)?;
    Ok(Admitted {
        core_module: scanned.core_module,
        digest_sha256: format!("{:x}", Sha256::digest(bytes)),
        api_version: scanned.api_version,
        facts: scanned.facts,
    })
}
