//! Between the core's types and the wire's.

use alloc::borrow::ToOwned;
use alloc::string::ToString;

use annexa_core::{
    Catalogue, gap::GapRecord, lint::Record, score::Explanation, soa::StatementOfApplicability,
    words::Words,
};

use crate::wire;

pub(crate) fn explanation(
    catalogue: &Catalogue,
    explanation: &Explanation,
    words: &Words,
) -> wire::ExplanationView {
    let inputs = explanation.inputs.iter().map(|it| wire::InputView {
        id: catalogue.id_at(it.item).to_owned(),
        implementation: it.implementation,
        counted: it.points_bp.is_some(),
        points_bp: it.points_bp.unwrap_or(0),
        why: it.why(words),
    });
    wire::ExplanationView {
        key: catalogue.score_id(explanation.score.key).to_owned(),
        rule: Explanation::rule(words),
        arithmetic: explanation.arithmetic(words),
        inputs: inputs.collect(),
    }
}

pub(crate) fn gap(gap: GapRecord) -> wire::GapView {
    wire::GapView {
        id: gap.id,
        title: gap.title,
        force: gap.force,
        implementation: gap.implementation,
        missing: gap.missing,
        guidance: gap.guidance,
        owner: gap.owner,
        due: gap.due.map(|due| due.to_string()).unwrap_or_default(),
    }
}

pub(crate) fn soa(
    catalogue: &Catalogue,
    soa: &StatementOfApplicability,
    words: &Words,
) -> wire::SoaView {
    let totals = soa.totals;
    let rows = soa.rows.iter().map(|row| wire::SoaRowView {
        title: row.title(catalogue, words).to_owned(),
        applicability: row.applicability,
        reasons: row.reasons(),
        id: row.id.clone(),
        justification: row.justification.clone(),
        provider: row.provider.clone(),
        implementation: row.implementation,
        owner: row.owner.clone(),
        evidence: row.evidence.clone(),
        changed: row.changed.map(|day| day.to_string()).unwrap_or_default(),
    });
    wire::SoaView {
        rows: rows.collect(),
        totals: wire::SoaTotalsView {
            applicable: totals.applicable,
            excluded: totals.excluded,
            inherited: totals.inherited,
            implemented: totals.implemented,
            partly: totals.partly,
            planned: totals.planned,
            not_implemented: totals.not_implemented,
            not_assessed: totals.not_assessed,
        },
    }
}

pub(crate) fn lint(record: Record) -> wire::LintView {
    let items = record.items.into_iter();
    wire::LintView {
        code: record.rule.code,
        severity: record.severity,
        message: record.message,
        fix: record.fix,
        items: items.map(|it| wire::LintItemView { id: it.id, message: it.message }).collect(),
    }
}
