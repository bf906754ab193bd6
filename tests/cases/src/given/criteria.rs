//! What is said of the criteria of risk, and steps and levels by their names.

use annexa_core::assessment::{Criteria, Level, Ready, Review, Step};
use annexa_core::{Id, Problems};
use serde_json::Value;

use super::{Given, Whole};
use crate::fault::What;
use crate::template::{Estimate, Filled, Gaps, Name};

/// Sentences about the criteria.
pub(super) const SENTENCES: &[(&str, Whole)] = &[
    ("the usual criteria", |given, _| ready(given, Ready::Four)),
    ("the criteria {3x3|4x4|5x5}", |given, gaps| {
        let size = Ready::NAMES.iter().find(|(name, _)| *name == gaps.text("choice"));
        ready(given, size.map_or(Ready::Four, |(_, size)| *size))
    }),
    ("the line is at <level>", |given, gaps| {
        let level = id(gaps.text("level"))?;
        change(given, |it| it.accept_up_to = level)
    }),
    ("the cell <estimate> is <level>", |given, gaps| {
        let level = id(gaps.text("level"))?;
        change(given, |it| {
            let Some(Estimate { likelihood, consequences }) = gaps.estimate() else { return };
            let row = place(&it.likelihood, likelihood.as_ref());
            let column = place(&it.consequence, consequences.first().map(|(_, it)| it));
            if let Some(cell) = row.and_then(|row| it.matrix.get_mut(row)?.get_mut(column?)) {
                *cell = level;
            }
        })
    }),
    ("every cell is <level>", |given, gaps| {
        let level = id(gaps.text("level"))?;
        change(given, |it| {
            it.matrix.iter_mut().flatten().for_each(|cell| *cell = level.clone());
        })
    }),
    ("the likelihood <likelihood step> has no anchor", |given, gaps| {
        change(given, |it| forget(&mut it.likelihood, gaps.text("likelihood step")))
    }),
    ("the consequence <consequence step> has no anchor", |given, gaps| {
        change(given, |it| forget(&mut it.consequence, gaps.text("consequence step")))
    }),
    ("the highest level is <text>, and no cell has it", |given, gaps| {
        let (word, name) = (id(gaps.text("text"))?, gaps.text("text").to_owned());
        change(given, |it| it.levels.push(Level { word, name }))
    }),
    ("nobody may accept at <level>", |given, gaps| {
        change(given, |it| it.may_accept.retain(|its| its.level.as_str() != gaps.text("level")))
    }),
    ("<text> may accept at <level>", |given, gaps| {
        change(given, |it| {
            let all = it.may_accept.iter_mut();
            let at = all.filter(|its| its.level.as_str() == gaps.text("level"));
            at.for_each(|its| its.roles.push(gaps.text("text").to_owned()));
        })
    }),
    ("acceptances last at most <number> months", |given, gaps| {
        change(given, |it| it.accept_months_max = gaps.text("number").parse().ok())
    }),
    ("risks at <level> are looked at every <number> months", |given, gaps| {
        let months = gaps.text("number").parse().unwrap_or_default();
        let level = id(gaps.text("level"))?;
        change(given, |it| it.review_months.push(Review { level, months }))
    }),
];

fn refused(problems: &Problems) -> What {
    What::Refused(format!("{problems}"))
}

fn id(word: &str) -> Result<Id, What> {
    word.parse().map_err(|_| What::UnknownStep(word.to_owned()))
}

fn ready(given: &mut Given, size: Ready) -> Result<(), What> {
    keep(given, &size.criteria().map_err(|problems| refused(&problems))?)
}

fn change(given: &mut Given, change: impl FnOnce(&mut Criteria)) -> Result<(), What> {
    let criteria = given.file.get("criteria");
    let criteria = criteria.ok_or_else(|| What::UnknownStep("criteria".to_owned()))?.to_string();
    let criteria = Criteria::from_json(criteria.as_bytes());
    let mut criteria = criteria.map_err(|problems| refused(&problems))?;
    change(&mut criteria);
    keep(given, &criteria)
}

fn keep(given: &mut Given, criteria: &Criteria) -> Result<(), What> {
    let criteria: Value = serde_json::from_slice(&criteria.to_json())
        .map_err(|error| What::Refused(error.to_string()))?;
    given.file.insert("criteria".to_owned(), criteria);
    Ok(())
}

/// The place of a step in its scale.
fn place(scale: &[Step], step: Option<&Name>) -> Option<usize> {
    scale.iter().position(|it| step.is_some_and(|step| it.word.as_str() == step.text))
}

fn forget(scale: &mut [Step], step: &str) {
    let steps = scale.iter_mut().filter(|it| it.word.as_str() == step);
    steps.for_each(|it| it.anchor.clear());
}

/// The gaps with the words of steps and levels in the place of their names.
pub(crate) fn in_words(gaps: Gaps, criteria: Option<&Value>) -> Result<Gaps, What> {
    gaps.map(|gap, filled| {
        let word = |scale: &str, name: Name| {
            if name.is_quoted {
                return Ok(name);
            }
            let steps = criteria.and_then(|criteria| criteria.get(scale)?.as_array());
            let is_it = |it: &&Value| it.get("name").is_some_and(|its| *its == name.text.as_str());
            let step = steps.into_iter().flatten().find(is_it);
            let word = step.and_then(|step| step.get("word")?.as_str());
            let word = word.ok_or_else(|| What::UnknownStep(name.text.clone()))?;
            Ok(Name { text: word.to_owned(), is_quoted: true })
        };
        let scale = match gap {
            "level" => "levels",
            "likelihood step" => "likelihood",
            "consequence step" => "consequence",
            _ => "",
        };
        Ok(match filled {
            Filled::Names(names) if !scale.is_empty() => {
                let names = names.into_iter().map(|name| word(scale, name));
                Filled::Names(names.collect::<Result<_, What>>()?)
            }
            Filled::Estimate(Estimate { likelihood, consequences }) => {
                let likelihood = likelihood.map(|step| word("likelihood", step)).transpose()?;
                let steps = consequences.into_iter();
                let steps = steps.map(|(of, step)| Ok((of, word("consequence", step)?)));
                let consequences = steps.collect::<Result<_, What>>()?;
                Filled::Estimate(Estimate { likelihood, consequences })
            }
            filled => filled,
        })
    })
}
