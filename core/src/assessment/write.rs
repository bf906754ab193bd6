//! Writing an assessment as canonical JSON. Defaults are left out.

use super::answer::{Answer, Evidence, Finding, Inclusion, Scope};
use super::document::{About, Document};
use crate::json::Writer;

pub(super) fn document(document: &Document) -> Vec<u8> {
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("format", "annexa-assessment");
        w.int("version", 1);
        w.text("catalogue", document.catalogue().id());
        if document.about != About::default() {
            w.member_object("about", |w| about(w, &document.about));
        }
        w.member_list("answers", |w| {
            for entry in document.answers() {
                w.entry_object(|w| answer(w, entry));
            }
        });
    });
    writer.finish()
}

impl Answer {
    /// The answer as an entry of a file's `answers`.
    pub fn to_json(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.object(|w| answer(w, self));
        writer.finish()
    }
}

impl About {
    /// The cover as a file has it under `about`.
    pub fn to_json(&self) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.object(|w| about(w, self));
        writer.finish()
    }
}

fn about(w: &mut Writer, about: &About) {
    w.text_unless_empty("organization", &about.organization);
    w.text_unless_empty("scope", &about.scope);
    w.text_unless_empty("version", &about.version);
    if let Some(date) = about.date {
        w.text("date", &date.to_string());
    }
    w.text_unless_empty("approver", &about.approver);
}

fn answer(w: &mut Writer, answer: &Answer) {
    w.text("id", answer.id.as_str());
    if let Some(response) = answer.response {
        w.text("response", response.word());
    }
    if let Some(implementation) = answer.implementation {
        w.text("implementation", implementation.word());
    }
    applicability(w, answer);
    if !answer.inclusion.is_empty() {
        w.member_list("inclusion", |w| {
            for Inclusion { reason, reference } in &answer.inclusion {
                w.entry_object(|w| {
                    w.text("reason", reason.word());
                    w.text_unless_empty("reference", reference);
                });
            }
        });
    }
    if let Some(maturity) = answer.maturity {
        w.member_object("maturity", |w| {
            w.int("level", maturity.level);
            if let Some(target) = maturity.target {
                w.int("target", target);
            }
        });
    }
    if let Some(Finding { kind, text, root_cause, correction }) = &answer.finding {
        w.member_object("finding", |w| {
            w.text("kind", kind.word());
            w.text_unless_empty("text", text);
            w.text_unless_empty("root_cause", root_cause);
            w.text_unless_empty("correction", correction);
        });
    }
    w.text_unless_empty("notes", &answer.notes);
    if !answer.evidence.is_empty() {
        w.member_list("evidence", |w| {
            for entry in &answer.evidence {
                w.entry_object(|w| evidence(w, entry));
            }
        });
    }
    w.text_unless_empty("owner", &answer.owner);
    if let Some(due) = answer.due {
        w.text("due", &due.to_string());
    }
    if let Some(changed) = answer.changed {
        w.text("changed", &changed.to_string());
    }
}

/// The state with what belongs to it. Words that were written for another state are kept,
/// so that switching back and forth loses nothing.
fn applicability(w: &mut Writer, answer: &Answer) {
    let scope = &answer.applicability;
    if *scope == Scope::default() {
        return;
    }
    w.member_object("applicability", |w| {
        w.text("state", scope.state.word());
        if let Some(reason) = scope.reason {
            w.text("reason", reason.word());
        }
        w.text_unless_empty("justification", &scope.justification);
        w.text_unless_empty("provider", &scope.provider);
    });
}

fn evidence(w: &mut Writer, evidence: &Evidence) {
    w.text_unless_empty("label", &evidence.label);
    w.text_unless_empty("link", &evidence.link);
    if let Some(date) = evidence.date {
        w.text("date", &date.to_string());
    }
    if let Some(months) = evidence.review_months {
        w.int("review_months", months);
    }
}
