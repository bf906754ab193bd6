//! The types that cross to JavaScript. Their TypeScript declarations are made from here.

use annexa_core::assessment::{Applicability, Implementation};
use annexa_core::crosswalk::{Basis, Relation};
use serde::de::{Deserializer, Error as _};
use serde::{Deserialize, Serialize, Serializer};
use tsify::Tsify;

/// Reads values of closed sets by their words.
macro_rules! words {
    ($($read:ident $set:ty,)+) => {$(
        fn $read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<$set, D::Error> {
            let word = String::deserialize(deserializer)?;
            // Serde has words of its own for it.
            <$set>::from_word(&word).ok_or_else(|| D::Error::unknown_variant(&word, &[]))
        }
    )+};
}

words! {
    implementation Implementation,
    applicability Applicability,
    relation Relation,
    basis Basis,
}

/// Bytes that cross as a `Uint8Array`.
#[derive(Debug)]
pub(crate) struct Bytes(pub(crate) Vec<u8>);

impl Serialize for Bytes {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(&self.0)
    }
}

/// What worked.
#[derive(Debug, Serialize)]
pub(crate) struct Done<T> {
    pub(crate) ok: bool,
    pub(crate) value: T,
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
        #[derive(Debug, Deserialize, Tsify)]
        #[serde(rename_all = "camelCase", deny_unknown_fields)]
        pub(crate) struct $name {
            $($(#[$field_meta])* #[doc = stringify!($field)] pub(crate) $field: $type,)*
        }
    )+};
}

record! {
    /// The state of one item as a plugin sees it.
    SourceStateRecord {
        id: String,
        #[serde(deserialize_with = "applicability")]
        #[tsify(type = "Applicability")]
        applicability: Applicability,
        #[serde(deserialize_with = "implementation")]
        #[tsify(type = "Implementation")]
        implementation: Implementation,
        #[expect(dead_code, reason = "a plugin reads it, the conclusion does not")]
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
        states: Vec<SourceStateRecord>,
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
        #[serde(deserialize_with = "relation")]
        #[tsify(type = "Relation")]
        relation: Relation,
        #[tsify(optional)]
        coverage_bp: Option<u16>,
        confidence_bp: u16,
        #[serde(deserialize_with = "basis")]
        #[tsify(type = "Basis")]
        basis: Basis,
        rationale: String,
    }
    /// Words about one target.
    RemarkRecord { target: String, gap: String, extensions: Vec<ExtensionRecord>, }
}
