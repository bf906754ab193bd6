//! Which questions go into a pack.

use alloc::borrow::ToOwned as _;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::{Allow, Pack, Pick};
use crate::assessment::{Answer, Document, Register, Risk};
use crate::catalogue::Kind;
use crate::effort::rows;
use crate::id::Id;
use crate::join::together;
use crate::problem::{Problem, Problems, problem, quoted};
use crate::record::Record as _;
use crate::text::is_same;

/// How the key of the score of a theme begins.
const THEME: &str = "theme:";

/// Makes a pack of the questions that are picked. Naming risks allows them.
///
/// # Errors
///
/// `E-UNKNOWN-ID` for each name that names nothing, `E-HEADING` for an item that asks nothing,
/// `E-PACK-EMPTY` where nothing is left to ask.
pub fn split(
    document: &Document,
    pick: &Pick,
    allow: &Allow,
    name: &str,
) -> Result<Pack, Problems> {
    let mut problems = Vec::new();
    let allow = Allow { risks: allow.risks || !pick.risks.is_empty(), ..allow.clone() };
    let items = items(document, pick, &mut problems);
    let risks = risks(document, pick, &allow, &mut problems);
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    if items.is_empty() && risks.is_empty() {
        return Err(problem!("E-PACK-EMPTY").into());
    }
    let answers: Vec<Answer> = items
        .iter()
        .filter_map(|id| document.answer(id.as_str()))
        .map(|answer| allow.answer(answer))
        .filter(|answer| !answer.says_nothing())
        .collect();
    let risks: Vec<Risk> = risks.into_iter().map(|risk| allow.risk(risk)).collect();
    let mut pack = Pack {
        catalogue: document.catalogue().id().parse::<Id>()?,
        lineage: document.lineage.clone(),
        from: document.content_hash(),
        name: name.to_owned(),
        selector: pick.clone(),
        allow,
        items,
        base: answers.clone(),
        base_risks: risks.clone(),
        digest: String::new(),
        answers,
        risks,
    };
    crate::record::settle_ids(&mut pack.items);
    crate::record::settle_ids(&mut pack.selector.items);
    crate::record::settle_ids(&mut pack.selector.risks);
    crate::record::settle_lines(&mut pack.selector.chapters);
    crate::record::settle_lines(&mut pack.selector.themes);
    pack.digest = pack.own_digest();
    let found = crate::record::check(&pack);
    if !found.is_empty() {
        return Err(Problems(found));
    }
    Ok(pack)
}

/// The items that are picked, in the order of the catalogue, own controls behind them.
fn items(document: &Document, pick: &Pick, problems: &mut Vec<Problem>) -> Vec<Id> {
    let catalogue = document.catalogue();
    let mut is_in = alloc::vec![false; catalogue.items().len()];
    let mut own = Vec::new();
    let mut take = |place: usize| {
        if let Some(slot) = is_in.get_mut(place) {
            *slot = true;
        }
    };
    for chapter in &pick.chapters {
        let below = together(&[chapter, "."]);
        let mut found = false;
        for (place, item) in catalogue.items().iter().enumerate() {
            if (item.id() == chapter || item.id().starts_with(&below)) && item.is_assessed() {
                take(place);
                found = true;
            }
        }
        if !found {
            problems.push(unknown(document, chapter));
        }
    }
    for theme in &pick.themes {
        let mut groups = catalogue.groups().iter();
        let named = |key: &str| key.strip_prefix(THEME).is_some_and(|name| is_same(name, theme));
        match groups.find(|group| named(group.id())) {
            Some(group) => group.members().for_each(&mut take),
            None => {
                let names = catalogue.groups().iter().filter_map(|it| it.id().strip_prefix(THEME));
                let names: Vec<String> = names.map(|it| together(&["`", it, "`"])).collect();
                problems.push(problem!(
                    "E-UNKNOWN-ID",
                    "theme",
                    theme = quoted(theme),
                    names = names
                ));
            }
        }
    }
    for id in &pick.items {
        match catalogue.index_of(id.as_str()) {
            Some(place) => match catalogue.items().get(place) {
                Some(item) if item.kind() == Kind::Heading => {
                    problems.push(
                        document
                            .question(id.as_str())
                            .err()
                            .unwrap_or_else(|| unknown(document, id.as_str())),
                    );
                }
                _ => take(place),
            },
            None if document.system().own_control(id.as_str()).is_some() => own.push(id.clone()),
            None => problems.push(unknown(document, id.as_str())),
        }
    }
    if !pick.owner.trim().is_empty() {
        let rows = rows(catalogue);
        for (place, item) in catalogue.items().iter().enumerate().filter(|it| it.1.is_assessed()) {
            let owner = document.answer(item.id()).map_or("", |answer| answer.owner.trim());
            let role = || rows.iter().find(|row| row.id == item.id()).map(|row| row.role.word());
            let shown = if owner.is_empty() { role() } else { Some(owner) };
            if shown.is_some_and(|shown| is_same(shown, &pick.owner)) {
                take(place);
            }
        }
        for control in &document.system().own_controls {
            let answer = document.answer(control.id.as_str());
            if answer.is_some_and(|answer| is_same(&answer.owner, &pick.owner)) {
                own.push(control.id.clone());
            }
        }
    }
    let taken = catalogue.items().iter().zip(is_in).filter(|(_, is_in)| *is_in);
    let mut ids: Vec<Id> = taken.filter_map(|(item, _)| item.id().parse().ok()).collect();
    own.sort_unstable();
    own.dedup();
    ids.extend(own);
    ids
}

fn unknown(document: &Document, id: &str) -> Problem {
    let catalogue = document.catalogue().id().to_string();
    problem!("E-UNKNOWN-ID", "item", id = quoted(id), catalogue = catalogue)
}

fn risks<'d>(
    document: &'d Document,
    pick: &Pick,
    allow: &Allow,
    problems: &mut Vec<Problem>,
) -> Vec<&'d Risk> {
    let system = document.system();
    for id in &pick.risks {
        if system.place(Register::Risk, id.as_str()).is_none() {
            let register = Register::Risk.name();
            problems.push(problem!(
                "E-UNKNOWN-ID",
                "entry",
                id = quoted(id.as_str()),
                register = register
            ));
        }
    }
    let is_owned = |risk: &Risk| {
        allow.risks && !pick.owner.trim().is_empty() && is_same(&risk.owner, &pick.owner)
    };
    let is_taken = |risk: &&Risk| pick.risks.contains(&risk.id) || is_owned(risk);
    system.risks.iter().filter(is_taken).collect()
}

impl Allow {
    /// What of an answer is in a pack.
    pub(super) fn answer(&self, answer: &Answer) -> Answer {
        let mut asked = Answer::new(answer.id.clone());
        self.project(answer, &mut asked);
        asked
    }

    /// What of a risk is in a pack.
    pub(super) fn risk(&self, risk: &Risk) -> Risk {
        let mut asked = Risk::blank();
        self.project(risk, &mut asked);
        asked
    }
}
