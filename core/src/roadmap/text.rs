//! The roadmap in words: what a step is called, why it stands where it does, what the figures say.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::{Because, Figure, Link, Node, Roadmap, Step, StepKind, Total};
use crate::assessment::System;
use crate::catalogue::Catalogue;
use crate::effort::{Calendar, Left, Range, amount, months_tenths};
use crate::words::{Value, Words};

/// How many names a sentence says.
const NAMES_MAX: usize = 6;

/// A day rate of one's own people, with the currency in which it was typed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rate {
    /// In the unit of the currency.
    pub own: u64,
    /// Free text.
    pub currency: String,
}

/// Makes sentences about a roadmap.
#[derive(Debug, Clone, Copy)]
pub struct Told<'r, 'd> {
    /// The roadmap.
    pub roadmap: &'r Roadmap<'d>,
    /// The catalogue.
    pub catalogue: &'d Catalogue,
    /// The registers.
    pub system: &'d System,
    /// The words.
    pub words: &'r Words,
}

fn count(count: usize) -> Value {
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}

impl<'d> Told<'_, 'd> {
    /// What people call a step: its label, or its id.
    pub fn name(&self, node: &Node<'d>) -> &'d str {
        if node.label.is_empty() { node.id } else { node.label }
    }

    /// What a step is about: a title.
    pub fn title(&self, node: &Node<'d>) -> String {
        let (system, place) = (self.system, node.place);
        let title = match node.kind {
            StepKind::Item => match system.own_control(node.id) {
                Some(own) => system.own_controls.get(own).map_or("", |own| &own.title),
                None => self.words.title_of(self.catalogue, place),
            },
            StepKind::Document => self.words.document_of(self.catalogue, node.id).0,
            StepKind::Risk => system.risks.get(place).map_or("", |risk| &risk.title),
            StepKind::Action => system.actions.get(place).map_or("", |action| &action.what),
            StepKind::Nonconformity => {
                system.nonconformities.get(place).map_or("", |entry| &entry.what)
            }
        };
        title.to_owned()
    }

    /// Who answers for a step, or nothing.
    pub fn owner(&self, node: &Node<'d>, owner_of_control: &str) -> String {
        let (system, place) = (self.system, node.place);
        let owner = match node.kind {
            StepKind::Item => owner_of_control,
            StepKind::Document => {
                crate::papers::paper(system, node.id).map_or("", |paper| &paper.owner)
            }
            StepKind::Risk => system.risks.get(place).map_or("", |risk| &risk.owner),
            StepKind::Action => system.actions.get(place).map_or("", |action| &action.owner),
            StepKind::Nonconformity => {
                system.nonconformities.get(place).map_or("", |entry| &entry.owner)
            }
        };
        owner.trim().to_owned()
    }

    /// The step at a position.
    pub fn at(&self, position: usize) -> &str {
        self.roadmap.steps.get(position).map_or("", |step| self.name(&step.node))
    }

    /// A sentence of the roadmap's.
    pub fn say(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.words.message(&format!("roadmap.{key}"), values)
    }

    /// Why one step comes before another.
    pub fn because(&self, because: Because) -> String {
        match because {
            Because::Known(it) if it.has_reason => {
                self.say(&format!("because.{}-{}", it.first, it.then), &[])
            }
            Because::Known(it) => self.words.message(&format!("effort.note.{}", it.then), &[]),
            Because::Method => self.say("edge.method", &[]),
            Because::Decided => self.say("edge.decided", &[]),
            Because::BroughtAbout => self.say("edge.brought_about", &[]),
            Because::Corrected => self.say("edge.corrected", &[]),
            Because::Against => self.say("edge.against", &[]),
            Because::Said => self.say("edge.said", &[]),
        }
    }

    fn names(&self, links: &[Link]) -> Value {
        let mut names: Vec<String> =
            links.iter().take(NAMES_MAX).map(|link| self.at(link.step).to_owned()).collect();
        if links.len() > NAMES_MAX {
            names.push("…".to_owned());
        }
        Value::Ids(names)
    }

    /// Why a step stands where it does, what weighs most first.
    pub fn why(&self, step: &Step<'d>) -> Vec<String> {
        let mut all = Vec::new();
        let it = &step.priority;
        let conditions = it.conditions.iter().map(|id| (*id).to_owned()).collect();
        let conditions = Value::Ids(conditions);
        if it.gate.points > 0 && !it.conditions.is_empty() {
            let key = if it.is_stage_1 { "why.stage_1" } else { "why.stage_2" };
            all.push(self.say(key, &[("conditions", conditions)]));
        } else if it.gate.points > 0 {
            all.push(self.say("why.nonconformity", &[]));
        }
        if let Some(by) = step.pulled_by {
            all.push(self.say("why.pulled", &[("name", self.at(by).into())]));
        }
        if step.node.kind == StepKind::Risk {
            all.push(self.say("why.undecided", &[]));
        } else if !it.risks.is_empty() {
            let names = it.risks.iter().take(NAMES_MAX).filter_map(|(risk, _)| {
                let risk = self.system.risks.get(*risk)?;
                Some(if risk.label.is_empty() { risk.id.as_str() } else { &risk.label }.to_owned())
            });
            let names = Value::Ids(names.collect());
            all.push(self.say("why.risks", &[("names", names), ("count", count(it.risks.len()))]));
        }
        if it.leverage.points > 0 {
            all.push(self.say("why.lifts", &[]));
        }
        match it.days_left {
            Some(left) if left < 0 => all.push(self.say("why.overdue", &[])),
            Some(_) if it.urgency.points > 0 => {
                let day = step.node.due.map_or(Value::from(""), Value::from);
                all.push(self.say("why.due", &[("day", day)]));
            }
            _ => {}
        }
        if !step.waits_for.is_empty() {
            all.push(self.say("why.waits", &[("names", self.names(&step.waits_for))]));
        }
        if !step.unlocks.is_empty() {
            let names = self.names(&step.unlocks);
            all.push(
                self.say("why.unlocks", &[("names", names), ("count", count(step.unlocks.len()))]),
            );
        }
        if all.is_empty() {
            all.push(self.say("why.plain", &[]));
        }
        all
    }

    /// Why a step is in its phase.
    pub fn phase(&self, step: &Step<'d>) -> String {
        let phase =
            |phase: super::Phase| Value::from(self.say(&format!("phase.{}", phase.word()), &[]));
        match step.phase_by {
            None => self.say(
                "phase_own",
                &[("number", step.phase.number().into()), ("phase", phase(step.phase))],
            ),
            Some(by) => self.say(
                "phase_late",
                &[
                    ("number", step.phase.number().into()),
                    ("name", self.at(by).into()),
                    ("own", step.node.base.number().into()),
                    ("phase", phase(step.phase)),
                ],
            ),
        }
    }

    /// By what a step beats the next one.
    pub fn ahead(&self, step: &Step<'d>, position: usize) -> String {
        self.say(&format!("ahead.{}", step.ahead.word()), &[("next", self.at(position + 1).into())])
    }

    /// The parts of a priority: the name of each, its points, weight and product.
    pub fn parts(&self, step: &Step<'d>) -> [(&'static str, super::Part); 5] {
        let it = &step.priority;
        [
            ("gate", it.gate),
            ("risk", it.risk),
            ("leverage", it.leverage),
            ("ease", it.ease),
            ("urgency", it.urgency),
        ]
    }

    /// Where the effort of a step comes from.
    pub fn figure(&self, step: &Step<'d>) -> String {
        match step.work.figure {
            Figure::Row(row, chain, left) => {
                let share = |bp: u32| Value::from(self.words.two_places(bp));
                let values = [
                    ("class", row.initial.word().into()),
                    ("class_cd", row.initial.initial_cd().into()),
                    ("size", share(chain.size_bp)),
                    ("it", share(chain.it_bp)),
                    ("sector", share(chain.sector_bp)),
                    ("left", share(chain.left_bp)),
                    ("driver", self.say(&format!("driver.{}", row.driver.word()), &[]).into()),
                ];
                let key = if left == Left::Assumed { "figure.row_assumed" } else { "figure.row" };
                self.say(key, &values)
            }
            Figure::Reckoned(own) => match own.by.trim() {
                "" => self.say("figure.reckoned", &[]),
                by => self.say("figure.reckoned_by", &[("by", by.into())]),
            },
            Figure::CountedIn(action) => {
                self.say("figure.counted_in", &[("name", self.at(action).into())])
            }
            Figure::Said => self.say("figure.said", &[]),
            Figure::Elsewhere => self.say(&format!("figure.{}", step.node.kind.word()), &[]),
            Figure::Unknown => self.say("figure.unknown", &[]),
        }
    }

    /// Steps and days, as a sentence.
    pub fn total(&self, key: &str, total: &Total) -> String {
        let [low, likely, high] = total.range.shown_tenths().map(Value::Tenths);
        let values =
            [("count", count(total.steps)), ("low", low), ("likely", likely), ("high", high)];
        self.say(key, &values)
    }

    /// What the calendar says, what decides it, and what a day more in each week would change.
    pub fn calendar(&self) -> Vec<String> {
        let Some(calendar) = &self.roadmap.totals.calendar else { return Vec::new() };
        let has_clauses = self.system.mode().has_clauses();
        let (key, weeks) = match has_clauses {
            true => ("calendar.stage_2", calendar.stage_2_weeks),
            false => ("calendar.build", calendar.build_weeks),
        };
        let [low, likely, high] = weeks.map(|weeks| Value::Tenths(months_tenths(weeks)));
        let capacity = Value::Tenths(u64::from(calendar.capacity_cd_week) / 10);
        let values = [("low", low), ("likely", likely), ("high", high), ("capacity", capacity)];
        let mut all = vec![self.say(key, &values)];
        if has_clauses {
            let terms = calendar.decided_by.iter();
            all.extend(terms.map(|term| self.say(&format!("decided.{}", term.word()), &[])));
        }
        all.extend(self.faster(calendar, has_clauses));
        all
    }

    fn faster(&self, calendar: &Calendar, has_clauses: bool) -> Option<String> {
        let faster = self.roadmap.totals.faster.as_ref()?;
        let likely = |it: &Calendar| {
            let [_, likely, _] = if has_clauses { it.stage_2_weeks } else { it.build_weeks };
            likely
        };
        let (slow, fast) = (likely(calendar), likely(faster));
        if slow == fast {
            return Some(self.say("calendar.no_faster", &[]));
        }
        let likely = Value::Tenths(months_tenths(fast));
        Some(self.say("calendar.faster", &[("likely", likely)]))
    }

    /// What the figures rest on.
    pub fn assumptions(&self) -> Vec<String> {
        let it = &self.roadmap.assumptions;
        let mut all = vec![
            self.say("assume.people", &[("people", it.situation.people.into())]),
            self.words.message("chooser.cost.rule", &[]),
        ];
        let open = it.situation.assumed.iter().filter(|question| {
            !it.is_capacity_known || **question != crate::assessment::Question::Capacity
        });
        let open =
            open.map(|it| self.words.message(&format!("chooser.assumed.{}", it.word()), &[]));
        let open: Vec<String> = open.collect();
        if !open.is_empty() {
            let values = [("assumptions", Value::Ids(open))];
            all.push(self.words.message("chooser.assumed.intro", &values));
        }
        for (key, number) in [
            ("assume.not_assessed", it.not_assessed),
            ("assume.reckoned", it.reckoned),
            ("assume.unknown", it.unknown),
            ("assume.silent_actions", it.silent_actions),
        ] {
            if number > 0 {
                let values = [("count", count(number)), ("all", count(self.roadmap.steps.len()))];
                all.push(self.say(key, &values));
            }
        }
        if it.situation.is_beyond_model() {
            all.push(self.words.message("chooser.cost.beyond", &[]));
        }
        all.push(self.words.message("chooser.cost.older", &[]));
        all.push(self.words.message("chooser.cost.thin", &[]));
        all
    }

    /// What everything costs at a day rate.
    pub fn money(&self, rate: &Rate) -> String {
        let (from, to) = amount(&self.roadmap.totals.whole.range, rate.own);
        let whole = |amount: u64| Value::Int(i64::try_from(amount).unwrap_or(i64::MAX));
        let values = [
            ("rate", whole(rate.own)),
            ("from", whole(from)),
            ("to", whole(to)),
            ("currency", rate.currency.as_str().into()),
        ];
        self.say("money", &values)
    }
}

/// A range for people: from low to high, in days.
pub fn days(range: &Range, words: &Words) -> String {
    let [low, _, high] = range.shown_tenths().map(Value::Tenths);
    words.message("roadmap.days", &[("low", low), ("high", high)])
}
