//! Whether a core module exports the plugin interface, in a version that this host speaks.

use super::{module::Module, rebuild::Export, refusal::Report};
use wasmparser::{ExternalKind, ValType};

/// The interface that a plugin exports, without its version.
pub const INTERFACE: &str = "annexa:crosswalk/mapper";
/// The version of the interface that this host speaks. It runs every plugin of the same major
/// version, because a later minor version only adds functions.
pub const API_VERSION: &str = "1.0.0";

const MAJOR: &str = "1";
const REBUILD: &str = "build the plugin with `annexa-plugin-sdk` and `export_crosswalk!`";
const I32: ValType = ValType::I32;

/// The interface's functions with their parameters and results in a core module.
const FUNCTIONS: [(&str, &[ValType], &[ValType]); 4] = [
    ("describe", &[], &[I32]),
    ("targets", &[], &[I32]),
    ("mappings", &[], &[I32]),
    ("assess", &[I32, I32], &[I32]),
];

/// What the interface check finds in a module.
pub(super) struct Interface {
    pub(super) api_version: String,
    /// The exports of the module to be written.
    pub(super) exports: Vec<Export>,
}

/// Finds the interface among the module's exports.
pub(super) fn find(module: &Module<'_>, report: &mut Report) -> Option<Interface> {
    let version = version(module, report)?;
    let mut exports = Vec::new();
    let mut want = |name: &str, written: String, params: &[ValType], results: &[ValType]| {
        export_function(module, name, written, (params, results), report).map(|export| {
            exports.push(export);
        })
    };
    let mut is_whole = true;
    for (function, params, results) in FUNCTIONS {
        let name = format!("{INTERFACE}@{version}#{function}");
        let written = format!("{INTERFACE}@{API_VERSION}#{function}");
        is_whole &= want(&name, written.clone(), params, results).is_some();
        // The clean-up after a call is optional: a plugin may keep what it has returned.
        let after = format!("cabi_post_{name}");
        if module.exports.iter().any(|export| export.name == after) {
            is_whole &= want(&after, format!("cabi_post_{written}"), &[I32], &[]).is_some();
        }
    }
    let realloc = "cabi_realloc";
    is_whole &= want(realloc, realloc.to_owned(), &[I32; 4], &[I32]).is_some();
    let memory = module.exports.iter().find(|export| export.name == "memory");
    if let Some(memory) = memory.filter(|export| export.kind == ExternalKind::Memory) {
        exports.push(Export { name: memory.name.to_owned(), kind: 2, index: memory.index });
    } else {
        report.add("E-INTERFACE", "exports", "the memory is not exported as `memory`", REBUILD);
        is_whole = false;
    }
    is_whole.then(|| Interface { api_version: version.to_owned(), exports })
}

/// The one version of the interface that is exported and spoken.
fn version<'a>(module: &Module<'a>, report: &mut Report) -> Option<&'a str> {
    let mut versions: Vec<&str> = Vec::new();
    for export in &module.exports {
        let exported = export.name.strip_prefix(INTERFACE).and_then(|rest| rest.strip_prefix('@'));
        if let Some((version, _)) = exported.and_then(|rest| rest.split_once('#'))
            && !versions.contains(&version)
        {
            versions.push(version);
        }
    }
    let is_spoken = |version: &&&str| version.split('.').next() == Some(MAJOR);
    let spoken: Vec<&&str> = versions.iter().filter(is_spoken).collect();
    match (spoken.as_slice(), versions.as_slice()) {
        ([version], _) => Some(version),
        ([], []) => {
            let message = format!("the interface `{INTERFACE}` is not exported");
            report.add("E-INTERFACE", "exports", message, REBUILD);
            None
        }
        ([], [other, ..]) => {
            let older = other.split('.').next().and_then(|major| major.parse::<u32>().ok());
            let fix = match older {
                Some(0) => "build the plugin anew with the current `annexa-plugin-sdk`",
                _ => "use a newer Annexa, or a release of the plugin for version 1",
            };
            let message = format!(
                "the plugin speaks version {other} of the interface `{INTERFACE}`, \
                 this host speaks {MAJOR}.x (it was made for {API_VERSION})"
            );
            report.add("E-API-VERSION", "exports", message, fix);
            None
        }
        ([one, two, ..], _) => {
            let message = format!("the interface is exported twice, as {one} and as {two}");
            report.add("E-INTERFACE", "exports", message, REBUILD);
            None
        }
    }
}

fn export_function(
    module: &Module<'_>,
    name: &str,
    written: String,
    signature: (&[ValType], &[ValType]),
    report: &mut Report,
) -> Option<Export> {
    let export = module.exports.iter().find(|export| export.name == name);
    let Some(export) = export.filter(|export| export.kind == ExternalKind::Func) else {
        let message = format!("the function `{name}` is not exported");
        report.add("E-INTERFACE", format!("export `{name}`"), message, REBUILD);
        return None;
    };
    let ty = usize::try_from(export.index).ok().and_then(|index| module.signature(index));
    if ty.map(|ty| (ty.params(), ty.results())) != Some(signature) {
        let message = "the function takes or gives something else than the interface says";
        report.add("E-SIGNATURE", format!("export `{name}`"), message, REBUILD);
        return None;
    }
    Some(Export { name: written, kind: 0, index: export.index })
}
