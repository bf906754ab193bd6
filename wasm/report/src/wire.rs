//! The types that cross to JavaScript. Their TypeScript declarations are made from here.

use annexa_core as core;
use annexa_wasm_shared::{Applicability, Implementation, mirror};
use serde::Serialize;
use tsify::Tsify;

mirror! {
    /// Whether a text binds or advises.
    Force = core::catalogue::Force { Requirement, Guidance }
    /// How grave a lint is.
    Severity = core::lint::Severity { Error, Warning, Info }
}

/// Defines wire structs: public fields, camel case, declarations for TypeScript.
macro_rules! wire {
    ($($(#[$meta:meta])* $name:ident { $($(#[$field_meta:meta])* $field:ident: $type:ty,)* })+) => {$(
        $(#[$meta])*
        #[derive(Debug, Tsify)]
        #[serde(rename_all = "camelCase")]
        pub(crate) struct $name {
            $($(#[$field_meta])* #[doc = stringify!($field)] pub(crate) $field: $type,)*
        }
    )+};
}

wire! {
    /// How a score came about.
    #[derive(Serialize)]
    ExplanationView { key: String, rule: String, arithmetic: String, inputs: Vec<InputView>, }
    /// One item of an explained score.
    #[derive(Serialize)]
    InputView {
        id: String,
        implementation: Implementation,
        counted: bool,
        points_bp: u16,
        why: String,
    }
    /// Something below target.
    #[derive(Serialize)]
    GapView {
        id: String,
        title: String,
        force: Force,
        implementation: Implementation,
        missing: String,
        guidance: Vec<String>,
        owner: String,
        due: String,
    }
    /// The Statement of Applicability.
    #[derive(Serialize)]
    SoaView { rows: Vec<SoaRowView>, totals: SoaTotalsView, }
    /// One control of the Statement of Applicability.
    #[derive(Serialize)]
    SoaRowView {
        id: String,
        title: String,
        applicability: Applicability,
        reasons: Vec<String>,
        justification: String,
        provider: String,
        implementation: Implementation,
        owner: String,
        evidence: Vec<String>,
        changed: String,
    }
    /// Counted rows.
    #[derive(Serialize)]
    SoaTotalsView {
        applicable: u32,
        excluded: u32,
        inherited: u32,
        implemented: u32,
        partly: u32,
        planned: u32,
        not_implemented: u32,
        not_assessed: u32,
    }
    /// What a lint rule found; of a grouped rule everything together.
    #[derive(Serialize)]
    LintView {
        code: &'static str,
        severity: Severity,
        message: String,
        fix: String,
        items: Vec<LintItemView>,
    }
    /// One thing that a lint rule found.
    #[derive(Serialize)]
    LintItemView { id: String, message: String, }
}
