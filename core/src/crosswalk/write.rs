//! A conclusion as canonical JSON: the one form in which every host gives it.

use super::conclude::{Conclusion, Contribution, TargetResult};
use crate::json::Writer;
use crate::words::Words;
use alloc::vec::Vec;

impl Conclusion<'_> {
    /// The canonical JSON bytes. `plugin_digest` is the SHA-256 of the plugin's file.
    pub fn to_bytes(&self, plugin_digest: &str, words: &Words) -> Vec<u8> {
        let mut writer = Writer::default();
        writer.object(|w| self.write(w, plugin_digest, words));
        writer.finish()
    }

    pub(crate) fn write(&self, w: &mut Writer, plugin_digest: &str, words: &Words) {
        let it = self.crosswalk.crosswalk().description();
        w.member_object("plugin", |w| {
            w.text("id", &it.id);
            w.text("name", &it.name);
            w.text("version", &it.version);
            w.text("digest_sha256", plugin_digest);
            w.text("summary", &it.summary);
        });
        w.text("source_framework", &it.source_framework);
        w.text("catalogue_sha256", self.crosswalk.catalogue_sha256());
        w.member_object("target_framework", |w| {
            w.text("id", &it.target_framework);
            w.text("title", &it.target_title);
        });
        w.member_object("provenance", |w| {
            w.text("document", &it.provenance.document);
            w.text("version", &it.provenance.version);
            w.text("licence", &it.provenance.licence);
            w.text("method", &it.provenance.method);
        });
        w.member_object("totals", |w| {
            for (outcome, count) in &self.totals.0 {
                w.int(outcome.word(), *count);
            }
        });
        w.member_list("results", |w| {
            for result in &self.results {
                w.entry_object(|w| self.result(w, result, words));
            }
        });
    }

    fn result(&self, w: &mut Writer, result: &TargetResult, words: &Words) {
        if let Some(target) = self.target(result) {
            w.text("target", &target.id);
            w.text("title", &target.title);
            w.text("group", &target.group);
            w.text("group_title", &target.group_title);
            w.text_unless_empty("category", &target.category);
        }
        w.text("result", result.outcome.word());
        w.optional_int("support_bp", result.support_bp);
        w.optional_int("confidence_bp", result.confidence_bp);
        w.text("gap", &self.gap(result, words));
        w.member_list("contributions", |w| {
            for entry in self.contributions(result) {
                w.entry_object(|w| contribution(w, &entry));
            }
        });
    }
}

fn contribution(w: &mut Writer, contribution: &Contribution<'_>) {
    let mapping = contribution.mapping;
    w.member_list("sources", |w| {
        for (source, state) in mapping.sources.iter().zip(&contribution.states) {
            w.entry_object(|w| {
                w.text("id", source);
                w.text("applicability", state.applicability.word());
                w.text("implementation", state.implementation.word());
            });
        }
    });
    w.text("relation", mapping.relation.word());
    w.optional_int("coverage_bp", mapping.coverage_bp);
    w.int("confidence_bp", mapping.confidence_bp);
    w.text("basis", mapping.basis.word());
    w.text("rationale", &mapping.rationale);
    w.text("effect", contribution.effect.word());
    w.optional_int("support_bp", contribution.support_bp);
}
