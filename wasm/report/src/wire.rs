//! The types that cross to JavaScript. Their TypeScript declarations are made from here.

use alloc::string::String;
use alloc::vec::Vec;

use annexa_core::assessment::{Applicability, Implementation};
use annexa_core::catalogue::Force;
use annexa_core::lint::Severity;
use annexa_wasm_shared::wire;

wire! {
    /// How a score came about.
    ExplanationView { key: String, rule: String, arithmetic: String, inputs: Vec<InputView>, }
    /// One item of an explained score.
    InputView {
        id: String,
        implementation: Implementation,
        counted: bool,
        points_bp: u16,
        why: String,
    }
    /// Something below target.
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
    SoaView { rows: Vec<SoaRowView>, totals: SoaTotalsView, }
    /// One control of the Statement of Applicability.
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
    LintView {
        code: &'static str,
        severity: Severity,
        message: String,
        fix: String,
        items: Vec<LintItemView>,
    }
    /// One thing that a lint rule found.
    LintItemView { id: String, message: String, }
    /// What has become of the approval of the Statement of Applicability: who approved which version
    /// when, whether it holds, and the digest of what would be approved now.
    ApprovalView {
        state: &'static str,
        by: String,
        on: String,
        version: String,
        changed: Vec<String>,
        digest: String,
    }
    /// The questions of the chooser in order, and the choices of the start.
    ChooserView { asked: Vec<String>, starts: Vec<StartView>, }
    /// A choice of the start, with the questions that it answers with yes.
    StartView { start: String, yes: Vec<String>, }
    /// The scope statement as it stands, as its parts give it, whether a person wrote it, and the
    /// parts that changed since.
    ScopeView { text: String, built: String, is_written: bool, changed: Vec<String>, }
    /// What a command changed in the registers: entries that it made or changed, and entries that
    /// are gone.
    ChangedView { ids: Vec<String>, dropped: Vec<String>, }
}
