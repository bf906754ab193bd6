//! Between the core's types and the wire's.

use annexa_core::{
    Catalogue, Delta,
    catalogue::{Force, Item, Kind, Needed},
    facts::ItemFacts,
    gap::GapRecord,
    lint::Record,
    report::documents_of,
    score::{Explanation, Score},
    soa::StatementOfApplicability,
    words::Words,
};
use annexa_core::{
    Response,
    assessment::{Applicability, Implementation},
    crosswalk,
};

use js_sys::Int32Array;

use crate::wire;

pub(crate) fn catalogue(catalogue: &Catalogue, words: &Words) -> wire::CatalogueView {
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
        items: items.map(|(index, it)| item(catalogue, words, index, it)).collect(),
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

/// A delta as numbers: the item's place, its implementation, applicability and response as
/// places of their words (no response is -1), whether it is overridden, whether a person has
/// looked at it, whether there is an answer, the day of the change (none is 0); then six for
/// each score that changed: its place, its two shares (none is -1) and its three sums.
pub(crate) fn packed(delta: &Delta) -> Int32Array {
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let place = |value: usize| i32::try_from(value).unwrap_or(i32::MAX);
    let facts = &delta.facts;
    let mut numbers = Vec::with_capacity(8 + delta.scores.len() * 6);
    numbers.extend([
        place(delta.item),
        code(Implementation::WORDS, facts.implementation),
        code(Applicability::WORDS, facts.applicability),
        facts.response.map_or(-1, |response| code(Response::WORDS, response)),
        i32::from(facts.is_overridden),
        i32::from(facts.is_answered()),
        i32::from(facts.has_answer),
        facts.changed.map_or(0, |day| number(day.number())),
    ]);
    for score in &delta.scores {
        numbers.extend([
            place(score.key.index()),
            score.score_bp().map_or(-1, number),
            score.coverage_bp().map_or(-1, number),
            number(score.assessed),
            number(score.in_scope),
            number(score.points_bp),
        ]);
    }
    Int32Array::from(numbers.as_slice())
}

/// The place of a value among the words of its set.
fn code<T: PartialEq>(words: &[(&str, T)], value: T) -> i32 {
    let place = words.iter().position(|(_, known)| *known == value);
    place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)
}

pub(crate) fn codes() -> wire::Codes {
    wire::Codes {
        implementation: Implementation::WORDS.iter().map(|(_, it)| (*it).into()).collect(),
        applicability: Applicability::WORDS.iter().map(|(_, it)| (*it).into()).collect(),
        response: Response::WORDS.iter().map(|(_, it)| (*it).into()).collect(),
    }
}

pub(crate) fn state(index: usize, item: &Item, facts: &ItemFacts) -> wire::ItemStateView {
    wire::ItemStateView {
        index,
        id: item.id().to_owned(),
        implementation: facts.implementation.into(),
        applicability: facts.applicability.into(),
        overridden: facts.is_overridden,
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
    words: &Words,
) -> wire::ExplanationView {
    let inputs = explanation.inputs.iter().map(|it| wire::InputView {
        id: catalogue.items().get(it.item).map_or("", Item::id).to_owned(),
        implementation: it.implementation.into(),
        counted: it.points_bp.is_some(),
        points_bp: it.points_bp.unwrap_or(0),
        why: it.why(words),
    });
    wire::ExplanationView {
        key: key(catalogue, &explanation.score),
        rule: Explanation::rule(words),
        arithmetic: explanation.arithmetic(words),
        inputs: inputs.collect(),
    }
}

pub(crate) fn gap(gap: GapRecord) -> wire::GapView {
    wire::GapView {
        id: gap.id,
        title: gap.title,
        force: gap.force.into(),
        implementation: gap.implementation.into(),
        missing: gap.missing,
        guidance: gap.guidance,
        owner: gap.owner,
        due: gap.due.map(|due| due.to_string()).unwrap_or_default(),
    }
}

pub(crate) fn soa(
    catalogue: &Catalogue,
    soa: StatementOfApplicability,
    words: &Words,
) -> wire::SoaView {
    let totals = soa.totals;
    let rows = soa.rows.into_iter().map(|row| wire::SoaRowView {
        title: words.title_of(catalogue, row.item).to_owned(),
        applicability: row.applicability.into(),
        reasons: row.reasons(),
        id: row.id,
        justification: row.justification,
        provider: row.provider,
        implementation: row.implementation.into(),
        owner: row.owner,
        evidence: row.evidence,
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
        severity: record.rule.severity.into(),
        message: record.message,
        fix: record.fix,
        items: items.map(|it| wire::LintItemView { id: it.id, message: it.message }).collect(),
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
