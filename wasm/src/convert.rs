//! Between the core's types and the wire's.

use annexa_core::crosswalk;
use annexa_core::{
    Catalogue, Delta, Explanation, Force, Gap, Item, ItemState, Kind, Lint, Needed, Score,
    StatementOfApplicability, documents_of, words::Words,
};

use js_sys::Int32Array;

use crate::wire;

pub(crate) fn catalogue(catalogue: &Catalogue) -> wire::CatalogueView {
    let words = Words::english();
    let id_at = |index: usize| catalogue.items().get(index).map(|item| item.id().to_owned());
    let chapters = catalogue.chapters().iter().filter_map(|chapter| {
        let group = catalogue.group(chapter.score())?;
        Some(wire::ChapterView {
            id: chapter.id().to_owned(),
            title: words.group(group).to_owned(),
            force: force_of(group.of()).into(),
            score: group.id().to_owned(),
            items: group.members().filter_map(id_at).collect(),
        })
    });
    let attributes = catalogue.attributes().iter().filter(|attribute| attribute.is_scored());
    let attributes = attributes.map(|attribute| wire::AttributeView {
        id: attribute.id().to_owned(),
        label: words.attribute(attribute.id()).to_owned(),
        values: attribute
            .values()
            .map(|value| wire::AttributeValueView {
                id: value.to_owned(),
                label: words.value_of(&format!("{}:{value}", attribute.id())).to_owned(),
            })
            .collect(),
    });
    let items = catalogue.items().iter().enumerate().filter(|(_, item)| item.is_assessed());
    wire::CatalogueView {
        id: catalogue.id().to_owned(),
        title: words.framework(catalogue).to_owned(),
        chapters: chapters.collect(),
        items: items.map(|(index, it)| item(catalogue, &words, index, it)).collect(),
        attributes: attributes.collect(),
    }
}

fn force_of(kind: Kind) -> Force {
    match kind {
        Kind::Control => Force::Guidance,
        Kind::Heading | Kind::Requirement | Kind::Item => Force::Requirement,
    }
}

fn item(catalogue: &Catalogue, words: &Words, index: usize, item: &Item) -> wire::ItemView {
    let its = words.item_of(catalogue, index);
    let owned = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect();
    let chapter = item.chapter().and_then(|chapter| catalogue.chapters().get(chapter));
    let attributes = catalogue.attributes().iter().enumerate();
    let attributes = attributes.filter(|(_, attribute)| attribute.is_scored());
    wire::ItemView {
        id: item.id().to_owned(),
        kind: match item.kind() {
            Kind::Control => wire::ItemKind::Control,
            Kind::Heading | Kind::Requirement | Kind::Item => wire::ItemKind::Requirement,
        },
        force: item.force().into(),
        title: its.title.to_owned(),
        chapter: chapter.map(|chapter| chapter.id().to_owned()).unwrap_or_default(),
        question: its.question.to_owned(),
        purpose: its.purpose.to_owned(),
        good: its.good.to_owned(),
        guidance: owned(&its.guidance),
        evidence: owned(&its.evidence),
        amendment: catalogue.values_of(item, "amendment_2024").next().map(|force| {
            let is_requirement = force == "requirement";
            wire::AmendmentView {
                force: if is_requirement {
                    wire::AmendmentForce::Requirement
                } else {
                    wire::AmendmentForce::Note
                },
                text: its.amendment.to_owned(),
            }
        }),
        documents: documents_of(catalogue, index)
            .map(|document| wire::DocumentView {
                title: words.document(document.id()).0.to_owned(),
                source: catalogue.items().get(document.source()).map_or("", Item::id).to_owned(),
                needed: match document.needed() {
                    Needed::StageOne => wire::NeededFrom::Stage1,
                    Needed::StageTwo => wire::NeededFrom::Stage2,
                    Needed::Organization => wire::NeededFrom::Organization,
                },
            })
            .collect(),
        new_in_2022: catalogue.values_of(item, "new_in_2022").next().is_some(),
        attributes: attributes
            .map(|(place, attribute)| wire::AttributeValues {
                attribute: attribute.id().to_owned(),
                values: catalogue.values(item, place).map(str::to_owned).collect(),
            })
            .filter(|attribute| !attribute.values.is_empty())
            .collect(),
    }
}

pub(crate) fn delta(catalogue: &Catalogue, delta: &Delta) -> wire::Delta {
    wire::Delta { item: state(catalogue, &delta.item), scores: packed(&delta.scores) }
}

fn packed(scores: &[Score]) -> Int32Array {
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let mut numbers = Vec::with_capacity(scores.len() * 6);
    for score in scores {
        numbers.extend([
            i32::try_from(score.key.index()).unwrap_or(i32::MAX),
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

pub(crate) fn score(catalogue: &Catalogue, score: &Score) -> wire::ScoreView {
    wire::ScoreView {
        key: key(catalogue, score),
        score_bp: score.score_bp(),
        coverage_bp: score.coverage_bp(),
        assessed: score.assessed,
        in_scope: score.in_scope,
        points_bp: score.points_bp,
    }
}

fn key(catalogue: &Catalogue, score: &Score) -> String {
    catalogue.group(score.key).map(|group| group.id().to_owned()).unwrap_or_default()
}

pub(crate) fn explanation(
    catalogue: &Catalogue,
    explanation: &Explanation,
) -> wire::ExplanationView {
    wire::ExplanationView {
        key: key(catalogue, &explanation.score),
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
