//! Between the core's types and the wire's.

use alloc::vec::Vec;

use annexa_core::{
    Catalogue, Delta, Response,
    assessment::{Applicability, Implementation},
    catalogue::{Force, Item, Kind},
    facts::ItemFacts,
    score::Score,
};

use crate::wire;

pub(crate) fn catalogue(catalogue: &Catalogue) -> wire::CatalogueFacts<'_> {
    let id_at = |index: usize| catalogue.items().get(index).map(Item::id);
    let chapters = catalogue.chapters().iter().filter_map(|chapter| {
        let group = catalogue.group(chapter.score())?;
        Some(wire::ChapterFacts {
            id: chapter.id(),
            force: force_of(group.of()),
            score: group.id(),
            items: group.members().filter_map(id_at).collect(),
        })
    });
    let attributes = catalogue.attributes().iter().filter(|attribute| attribute.is_scored());
    let attributes = attributes.map(|attribute| wire::AttributeFacts {
        id: attribute.id(),
        values: attribute.values().collect(),
    });
    let items = catalogue.items().iter().enumerate().filter(|(_, item)| item.is_assessed());
    wire::CatalogueFacts {
        id: catalogue.id(),
        chapters: chapters.collect(),
        items: items.map(|(index, it)| item(catalogue, index, it)).collect(),
        attributes: attributes.collect(),
    }
}

fn force_of(kind: Kind) -> Force {
    match kind {
        Kind::Control => Force::Guidance,
        Kind::Heading | Kind::Requirement | Kind::Item => Force::Requirement,
    }
}

fn item<'c>(catalogue: &'c Catalogue, index: usize, item: &'c Item) -> wire::ItemFacts<'c> {
    let chapter = item.chapter().and_then(|chapter| catalogue.chapters().get(chapter));
    let attributes = catalogue.attributes().iter().enumerate();
    let attributes = attributes.filter(|(_, attribute)| attribute.is_scored());
    wire::ItemFacts {
        id: item.id(),
        kind: item.kind(),
        force: item.force(),
        chapter: chapter.map(|chapter| chapter.id()).unwrap_or_default(),
        amendment: catalogue.values_of(item, "amendment_2024").next(),
        documents: catalogue
            .documents_of(index)
            .map(|document| wire::DocumentFacts {
                id: document.id(),
                source: catalogue.id_at(document.source()),
                needed: document.needed(),
            })
            .collect(),
        new_in_2022: catalogue.values_of(item, "new_in_2022").next().is_some(),
        attributes: attributes
            .map(|(place, attribute)| wire::AttributeValues {
                attribute: attribute.id(),
                values: catalogue.values(item, place).collect(),
            })
            .filter(|attribute| !attribute.values.is_empty())
            .collect(),
    }
}

/// A delta as numbers: the item's place, its implementation, applicability and response as
/// places of their words (no response is -1), whether it is overridden, whether a person has
/// looked at it, whether there is an answer, the day of the change (none is 0), how many scores
/// changed; then six for each of these: its place, its two shares (none is -1) and its three sums;
/// then the places of the risks that the answer touches.
pub(crate) fn packed(delta: &Delta) -> Vec<i32> {
    let number = |value: u32| i32::try_from(value).unwrap_or(i32::MAX);
    let place = |value: usize| i32::try_from(value).unwrap_or(i32::MAX);
    let facts = &delta.facts;
    let mut numbers = Vec::with_capacity(9 + delta.scores.len() * 6 + delta.risks.len());
    numbers.extend([
        place(delta.item),
        code(Implementation::WORDS, facts.implementation),
        code(Applicability::WORDS, facts.applicability),
        facts.response.map_or(-1, |response| code(Response::WORDS, response)),
        i32::from(facts.is_overridden),
        i32::from(facts.is_answered()),
        i32::from(facts.has_answer),
        facts.changed.map_or(0, |day| number(day.number())),
        place(delta.scores.len()),
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
    numbers.extend(delta.risks.iter().map(|risk| place(*risk)));
    numbers
}

/// The place of a value among the words of its set.
fn code<T: PartialEq>(words: &[(&str, T)], value: T) -> i32 {
    let place = words.iter().position(|(_, known)| *known == value);
    place.and_then(|place| i32::try_from(place).ok()).unwrap_or(-1)
}

pub(crate) fn codes() -> wire::Codes {
    wire::Codes {
        implementation: Implementation::WORDS.iter().map(|(_, it)| *it).collect(),
        applicability: Applicability::WORDS.iter().map(|(_, it)| *it).collect(),
        response: Response::WORDS.iter().map(|(_, it)| *it).collect(),
    }
}

pub(crate) fn state<'c>(
    index: usize,
    item: &'c Item,
    facts: &ItemFacts,
) -> wire::ItemStateView<'c> {
    wire::ItemStateView {
        index,
        id: item.id(),
        implementation: facts.implementation,
        applicability: facts.applicability,
        overridden: facts.is_overridden,
        answered: facts.is_answered(),
        has_answer: facts.has_answer,
    }
}

pub(crate) fn score<'c>(catalogue: &'c Catalogue, score: &Score) -> wire::ScoreView<'c> {
    wire::ScoreView {
        key: catalogue.score_id(score.key),
        score_bp: score.score_bp(),
        coverage_bp: score.coverage_bp(),
        assessed: score.assessed,
        in_scope: score.in_scope,
        points_bp: score.points_bp,
    }
}
