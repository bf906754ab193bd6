//! The lines of a file of cases: which rule, which case, and what is given, when and then.

use std::collections::BTreeSet;

use crate::check::Check;
use crate::fault::{Fault, What};
use crate::given::Given;
use crate::rules::{Area, rules};
use crate::then::expected;
use crate::token::{Token, tokens};

/// A case: a file, and what must be found in it on one day or more.
#[derive(Debug, Clone, PartialEq)]
pub struct Case {
    /// The part of the rules.
    pub area: Area,
    /// The file, from the folder of cases.
    pub file: String,
    /// The line of its title.
    pub line: usize,
    /// The rule that it is about.
    pub rule: String,
    /// What it shows.
    pub title: String,
    /// Its lines as they were written, the title left out.
    pub text: String,
    /// The assessment in canonical form.
    pub document: Vec<u8>,
    /// The days on which one looks.
    pub runs: Vec<Run>,
}

/// One look.
#[derive(Debug, Clone, PartialEq)]
pub struct Run {
    /// The day.
    pub today: String,
    /// What must be found, each with its line.
    pub checks: Vec<(usize, Check)>,
}

/// What a line says of itself by its first word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Title,
    Given,
    When,
    Then,
}

/// A sentence, which may go on over several lines.
struct Sentence {
    line: usize,
    part: Part,
    words: Vec<Token>,
}

/// A case as it is being read.
struct Open {
    line: usize,
    rule: String,
    title: String,
    text: String,
    sentences: Vec<Sentence>,
}

/// The cases of a file.
///
/// # Errors
///
/// Every line that is not understood, and every case that asks for nothing.
pub fn parse(area: Area, file: &str, text: &str) -> Result<Vec<Case>, Vec<Fault>> {
    let known: Vec<_> = rules().iter().filter(|rule| rule.area == area).collect();
    let mut faults = Vec::new();
    let mut open: Vec<Open> = Vec::new();
    let mut rule = String::new();
    for (number, whole) in text.lines().enumerate() {
        let line = number + 1;
        let mut fault = |what| faults.push(Fault { file: file.to_owned(), line, what });
        let row = whole.trim();
        let (first, rest) = row.split_once(' ').unwrap_or((row, ""));
        match first {
            "" | "#" => {}
            "rule" => match known.iter().find(|it| it.name == rest.trim()) {
                Some(found) => rule = found.name.clone(),
                None => fault(What::UnknownRule(rest.to_owned())),
            },
            "case" if rule.is_empty() => fault(What::NoRule),
            "case" => open.push(Open {
                line,
                rule: rule.clone(),
                title: rest.trim().to_owned(),
                text: String::new(),
                sentences: Vec::new(),
            }),
            _ => match open.last_mut() {
                None => fault(What::Misplaced(first.to_owned())),
                Some(case) => {
                    case.text += whole.trim_end();
                    case.text.push('\n');
                    if let Err(what) = case.take(line, first, row, rest) {
                        fault(what);
                    }
                }
            },
        }
    }
    let mut cases = Vec::new();
    let mut titles = BTreeSet::new();
    for it in open {
        let (line, title) = (it.line, it.title.clone());
        match it.close(area, file) {
            Ok(case) => cases.push(case),
            Err(more) => faults.extend(more),
        }
        if !titles.insert(title.clone()) {
            faults.push(Fault { file: file.to_owned(), line, what: What::SameTitle(title) });
        }
    }
    faults.sort_by_key(|fault| fault.line);
    if faults.is_empty() { Ok(cases) } else { Err(faults) }
}

impl Open {
    fn take(&mut self, line: usize, first: &str, row: &str, rest: &str) -> Result<(), What> {
        let before = self.sentences.last().map_or(Part::Title, |it| it.part);
        let misplaced = || What::Misplaced(first.to_owned());
        let part = match (first, before) {
            ("note", _) => return Ok(()),
            ("given", Part::Title) => Part::Given,
            ("when", Part::Given | Part::Then) => Part::When,
            ("then", Part::When) => Part::Then,
            ("and", Part::Given | Part::Then) => before,
            ("given" | "when" | "then" | "and", _) => return Err(misplaced()),
            // What begins with no such word goes on with the sentence above it.
            _ => {
                let sentence = self.sentences.last_mut().ok_or_else(misplaced)?;
                sentence.words.extend(tokens(row)?);
                return Ok(());
            }
        };
        self.sentences.push(Sentence { line, part, words: tokens(rest)? });
        Ok(())
    }

    fn close(self, area: Area, file: &str) -> Result<Case, Vec<Fault>> {
        let fault = |line, what| Fault { file: file.to_owned(), line, what };
        let mut faults = Vec::new();
        let mut given = Given::default();
        let mut runs: Vec<Run> = Vec::new();
        for Sentence { line, part, words } in &self.sentences {
            let result = match part {
                Part::Title => Ok(()),
                Part::Given => given.take(*line, words),
                Part::When => day(words).map(|today| runs.push(Run { today, checks: Vec::new() })),
                Part::Then => expected(words, &given).map(|checks| {
                    if let Some(run) = runs.last_mut() {
                        run.checks.extend(checks.into_iter().map(|check| (*line, check)));
                    }
                }),
            };
            if let Err(what) = result {
                faults.push(fault(*line, what));
            }
        }
        let has = |part| self.sentences.iter().any(|it| it.part == part);
        for (part, word) in [(Part::Given, "given"), (Part::When, "when"), (Part::Then, "then")] {
            if !has(part) {
                faults.push(fault(self.line, What::Incomplete(word)));
            }
        }
        if runs.iter().any(|run| run.checks.is_empty()) && has(Part::Then) && faults.is_empty() {
            faults.push(fault(self.line, What::Incomplete("then")));
        }
        let checks = runs.iter().flat_map(|run| &run.checks);
        let is_about = |rule: &str| {
            checks.clone().any(|(_, check)| check.about.iter().any(|(name, _)| name == rule))
        };
        if faults.is_empty() && !is_about(&self.rule) {
            faults.push(fault(self.line, What::OtherRule(self.rule.clone())));
        }
        match given.finish() {
            Ok(document) if faults.is_empty() => Ok(Case {
                area,
                file: file.to_owned(),
                line: self.line,
                rule: self.rule,
                title: self.title,
                text: self.text.trim_end().to_owned() + "\n",
                document,
                runs,
            }),
            Ok(_) => Err(faults),
            Err(more) => {
                // What is not understood is missing below it too.
                if faults.is_empty() {
                    faults.extend(
                        more.into_iter().map(|(line, what)| {
                            fault(if line == 0 { self.line } else { line }, what)
                        }),
                    );
                }
                Err(faults)
            }
        }
    }
}

/// `the checks run on 2026-11-24`.
fn day(words: &[Token]) -> Result<String, What> {
    match crate::template::fit(crate::then::WHEN, words) {
        Some((taken, gaps)) if taken == words.len() => {
            let day = gaps.text("day");
            day.parse::<annexa_core::Date>().map_err(|_| What::NoDay(day.to_owned()))?;
            Ok(day.to_owned())
        }
        _ => Err(crate::given::not_understood(words)),
    }
}
