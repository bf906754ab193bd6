//! Between the core's types and the wire's.

use annexa_core::crosswalk;
use annexa_core::{
    Attribute, Catalogue, Delta, Explanation, Gap, Item, ItemState, Kind, Lint, Score, Stage,
    StatementOfApplicability, Theme,
};

use js_sys::Int32Array;

use crate::wire;

pub(crate) fn catalogue(catalogue: &Catalogue) -> wire::CatalogueView {
    let clauses = catalogue
        .items()
        .iter()
        .filter(|item| item.kind() == Kind::Heading && item.id() == item.chapter())
        .map(|item| (item.id(), item.title(), annexa_core::Force::Requirement));
    let themes = Theme::ALL
        .iter()
        .map(|theme| (theme.chapter(), theme.word(), annexa_core::Force::Guidance));
    let chapters = clauses
        .chain(themes)
        .map(|(id, title, force)| wire::ChapterView {
            id: id.to_owned(),
            title: title.to_owned(),
            force: force.into(),
            items: catalogue
                .questions()
                .filter(|item| item.chapter() == id)
                .map(|item| item.id().to_owned())
                .collect(),
        })
        .collect();
    wire::CatalogueView {
        id: catalogue.id().to_owned(),
        title: catalogue.title().to_owned(),
        chapters,
        items: catalogue.questions().filter_map(|question| item(catalogue, question)).collect(),
        attributes: Attribute::ALL
            .iter()
            .map(|attribute| wire::AttributeView {
                id: attribute.id(),
                label: attribute.label(),
                values: attribute
                    .values()
                    .map(|value| wire::AttributeValueView { id: value.id(), label: value.label() })
                    .collect(),
            })
            .collect(),
    }
}

fn item(catalogue: &Catalogue, item: &Item) -> Option<wire::ItemView> {
    let texts = item.texts()?;
    let documents = catalogue.documents().iter();
    Some(wire::ItemView {
        id: item.id().to_owned(),
        kind: match item.kind() {
            Kind::Control => wire::ItemKind::Control,
            Kind::Heading | Kind::Requirement | Kind::Item => wire::ItemKind::Requirement,
        },
        force: item.force().into(),
        title: item.title().to_owned(),
        chapter: item.chapter().to_owned(),
        question: texts.question,
        purpose: texts.purpose,
        good: texts.good,
        guidance: texts.guidance.clone(),
        evidence: texts.evidence.clone(),
        amendment: item.amendment().map(|amendment| wire::AmendmentView {
            force: if amendment.is_requirement {
                wire::AmendmentForce::Requirement
            } else {
                wire::AmendmentForce::Note
            },
            text: amendment.text,
        }),
        documents: documents
            .filter(|document| document.clause == item.id())
            .map(|document| wire::DocumentView {
                title: document.title,
                source: document.source,
                needed: match document.mandatory_from {
                    Some(Stage::One) => wire::NeededFrom::Stage1,
                    Some(Stage::Two) => wire::NeededFrom::Stage2,
                    None => wire::NeededFrom::Organization,
                },
            })
            .collect(),
        new_in_2022: item.is_new_in_2022(),
        attributes: Attribute::ALL
            .iter()
            .map(|attribute| wire::AttributeValues {
                attribute: attribute.id(),
                values: item.attribute(*attribute).map(|value| value.id()).collect(),
            })
            .filter(|attribute| !attribute.values.is_empty())
            .collect(),
    })
}

pub(crate) fn delta(catalogue: &Catalogue, delta: &Delta) -> wire::Delta {
    wire::Delta { item: state(catalogue, &delta.item), scores: packed(&delta.scores) }
}

fn packed(scores: &[Score]) -> Int32Array {
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let mut numbers = Vec::with_capacity(scores.len() * 6);
    for score in scores {
        numbers.extend([
            i32::from(score.place),
            score.score_bp().map_or(-1, number),
            score.coverage_bp().map_or(-1, number),
            number(score.assessed),
            number(score.in_scope),
            number(score.points_bp),
        ]);
    }
    Int32Array::from(numbers.as_slice())
}

pub(crate) fn state(catalogue: &Catalogue, state: &ItemState) -> wire::ItemStateView {
    let item = catalogue.items().get(state.index);
    wire::ItemStateView {
        id: item.map(|item| item.id().to_owned()).unwrap_or_default(),
        implementation: state.implementation.into(),
        applicability: state.applicability.into(),
        overridden: state.is_overridden,
    }
}

pub(crate) fn score(score: &Score) -> wire::ScoreView {
    wire::ScoreView {
        key: score.key.to_string(),
        score_bp: score.score_bp(),
        coverage_bp: score.coverage_bp(),
        assessed: score.assessed,
        in_scope: score.in_scope,
        points_bp: score.points_bp,
    }
}

pub(crate) fn explanation(explanation: &Explanation) -> wire::ExplanationView {
    wire::ExplanationView {
        key: explanation.score.key.to_string(),
        rule: explanation.rule,
        arithmetic: explanation.arithmetic.clone(),
        inputs: explanation
            .inputs
            .iter()
            .map(|it| wire::InputView {
                id: it.id.clone(),
                implementation: it.implementation.into(),
                counted: it.counted,
                points_bp: it.points_bp,
                why: it.why.clone(),
            })
            .collect(),
    }
}

pub(crate) fn gap(gap: &Gap) -> wire::GapView {
    wire::GapView {
        id: gap.id.clone(),
        title: gap.title.clone(),
        force: gap.force.into(),
        implementation: gap.implementation.into(),
        missing: gap.missing.clone(),
        guidance: gap.guidance.clone(),
        owner: gap.owner.clone(),
        due: gap.due.clone(),
    }
}

pub(crate) fn soa(soa: &StatementOfApplicability) -> wire::SoaView {
    wire::SoaView {
        rows: soa
            .rows
            .iter()
            .map(|row| wire::SoaRowView {
                id: row.id.clone(),
                title: row.title.clone(),
                applicability: row.applicability.into(),
                reasons: row.reasons(),
                justification: row.justification.clone(),
                provider: row.provider.clone(),
                implementation: row.implementation.into(),
                owner: row.owner.clone(),
                evidence: row.evidence.clone(),
                changed: row.changed.clone(),
            })
            .collect(),
        totals: wire::SoaTotalsView {
            applicable: soa.totals.applicable,
            excluded: soa.totals.excluded,
            inherited: soa.totals.inherited,
            implemented: soa.totals.implemented,
            partly: soa.totals.partly,
            planned: soa.totals.planned,
            not_implemented: soa.totals.not_implemented,
            not_assessed: soa.totals.not_assessed,
        },
    }
}

pub(crate) fn lint(lint: &Lint) -> wire::LintView {
    wire::LintView {
        code: lint.rule.code,
        severity: lint.rule.severity.into(),
        id: lint.id.clone(),
        message: lint.message.clone(),
        fix: lint.rule.fix,
    }
}

pub(crate) fn finding(finding: crosswalk::SourceState) -> wire::FindingRecord {
    wire::FindingRecord {
        id: finding.id,
        applicability: finding.applicability.into(),
        implementation: finding.implementation.into(),
        maturity: finding.maturity,
    }
}
