//! Whether a core module exports the plugin interface, in a version that this host speaks.

use super::{module::Module, rebuild::Export, refusal::Report};
use annexa_vocabulary::problem;
use wasmparser::{ExternalKind, ValType};

/// The interface that a plugin exports, without its version.
pub const INTERFACE: &str = "annexa:crosswalk/mapper";
/// The version of the interface that this host speaks. It runs every plugin of the same major
/// version, because a later minor version only adds functions.
pub const API_VERSION: &str = "1.0.0";

const MAJOR: &str = "1";
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
        report.add("exports", problem!("E-INTERFACE", "memory"));
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
            report.add("exports", problem!("E-INTERFACE", "missing", interface = INTERFACE));
            None
        }
        ([], [other, ..]) => {
            let major = other.split('.').next().and_then(|major| major.parse::<u32>().ok());
            let (version, interface, made_for) = (*other, INTERFACE, API_VERSION);
            let refusal = match major {
                Some(0) => problem!(
                    "E-API-VERSION",
                    "older",
                    version = version,
                    interface = interface,
                    major = MAJOR,
                    made_for = made_for
                ),
                _ => problem!(
                    "E-API-VERSION",
                    "newer",
                    version = version,
                    interface = interface,
                    major = MAJOR,
                    made_for = made_for
                ),
            };
            report.add("exports", refusal);
            None
        }
        ([one, two, ..], _) => {
            report.add("exports", problem!("E-INTERFACE", "twice", one = **one, other = **two));
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
        let missing = problem!("E-INTERFACE", "function", name = name);
        report.add(format!("export `{name}`"), missing);
        return None;
    };
    let ty = usize::try_from(export.index).ok().and_then(|index| module.signature(index));
    if ty.map(|ty| (ty.params(), ty.results())) != Some(signature) {
        report.add(format!("export `{name}`"), problem!("E-SIGNATURE"));
        return None;
    }
    Some(Export { name: written, kind: 0, index: export.index })
}
