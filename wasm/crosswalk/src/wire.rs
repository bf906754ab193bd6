//! The types that cross to JavaScript. Their TypeScript declarations are made from here.

use annexa_core::crosswalk;
use annexa_wasm_shared::{Applicability, Bytes, Implementation, mirror};
use serde::{Deserialize, Serialize};
use tsify::Tsify;

mirror! {
    /// How sources relate to a target.
    Relation = crosswalk::Relation { Equal, Equivalent, Superset, Subset, Intersects, None }
    /// What a judgement rests on.
    Basis = crosswalk::Basis { Syntactic, Semantic, Functional }
}

/// What can be said of a plugin file without running it.
#[derive(Debug, Serialize, Tsify)]
#[serde(rename_all = "camelCase")]
pub(crate) struct PluginFacts {
    /// The version of the interface that the plugin exports.
    pub(crate) api_version: String,
    /// The SHA-256 of the file.
    pub(crate) digest: String,
    /// The file.
    pub(crate) size_bytes: u32,
    /// All function bodies.
    pub(crate) code_size_bytes: u32,
    /// Functions with a body.
    pub(crate) functions: u32,
    /// The memory that it starts with, in pages of 64 KiB.
    pub(crate) memory_pages: u32,
    /// The memory that it may grow to.
    pub(crate) memory_pages_max: u32,
    /// Exports of the module.
    pub(crate) exports: u32,
    /// What to compile: the module without its wrapper.
    #[tsify(type = "Uint8Array")]
    pub(crate) core_module: Bytes,
}

/// Defines records that the page writes.
macro_rules! record {
    ($($(#[$doc:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$doc])*
        #[derive(Debug, Serialize, Deserialize, Tsify)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[$field_meta])* #[doc = stringify!($field)] pub(crate) $field: $type,)*
        }
    )+};
}

record! {
    /// The state of one item as a plugin sees it.
    FindingRecord {
        id: String,
        applicability: Applicability,
        implementation: Implementation,
        #[tsify(optional)]
        maturity: Option<u8>,
    }
    /// What a plugin returned, with the digest of its file and the state of every source.
    CrosswalkInput {
        digest: String,
        /// The framework that is assessed.
        framework: String,
        /// The digest of the catalogue.
        catalogue_sha256: String,
        description: DescriptionRecord,
        targets: Vec<TargetRecord>,
        mappings: Vec<MappingRecord>,
        remarks: Vec<RemarkRecord>,
        findings: Vec<FindingRecord>,
    }
    /// What a plugin is.
    DescriptionRecord {
        id: String,
        name: String,
        version: String,
        summary: String,
        source_framework: String,
        target_framework: String,
        target_title: String,
        provenance: ProvenanceRecord,
        extensions: Vec<ExtensionRecord>,
    }
    /// Where a mapping comes from.
    ProvenanceRecord { document: String, version: String, licence: String, method: String, }
    /// A value under a name.
    ExtensionRecord { name: String, value: String, }
    /// One thing that the target framework asks for.
    TargetRecord {
        id: String,
        title: String,
        group: String,
        group_title: String,
        category: String,
        residual: String,
    }
    /// One row of a crosswalk's table.
    MappingRecord {
        target: String,
        sources: Vec<String>,
        relation: Relation,
        #[tsify(optional)]
        coverage_bp: Option<u16>,
        confidence_bp: u16,
        basis: Basis,
        rationale: String,
    }
    /// Words about one target.
    RemarkRecord { target: String, gap: String, extensions: Vec<ExtensionRecord>, }
}
