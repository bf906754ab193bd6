//! The roadmap as canonical JSON and as CSV.

mod entries;

use alloc::string::String;
use alloc::vec::Vec;

use super::{day, top, written};
use crate::assessment::StepKind;
use crate::csv::{CsvWriter, joined};
use crate::effort::{Calendar, Left, Range, amount, months_tenths};
use crate::engine::{Engine, Plan};
use crate::facts::Source as _;
use crate::problem::Date;
use crate::record::{Name, Texts, Top};
use crate::roadmap::{Figure, Link, Node, Rate, Roadmap, Step, Told, Total};
use crate::words::Words;
use entries::{
    AmountEntry, AssumptionsEntry, CalendarEntry, CircleEntry, FactorsEntry, LinkEntry, NodeEntry,
    PartEntry, PhaseEntry, RoadmapOf, RoleEntry, SentenceEntry, ServedEntry, StepEntry, TotalEntry,
    WeeksEntry,
};

pub(super) const ROADMAP: Top = top::<RoadmapOf<'_>>("annexa-roadmap");

fn number(count: usize) -> u64 {
    u64::try_from(count).unwrap_or(u64::MAX)
}

fn total(told: &Told<'_, '_>, key: &str, it: &Total) -> TotalEntry {
    let [low_cd, likely_cd, high_cd] = it.range.ends();
    TotalEntry { steps: number(it.steps), low_cd, likely_cd, high_cd, text: told.total(key, it) }
}

fn sentences(all: Vec<String>) -> Vec<SentenceEntry> {
    all.into_iter().map(|text| SentenceEntry { text }).collect()
}

fn calendar(it: &Calendar, is_known: bool, has_clauses: bool) -> CalendarEntry<'static> {
    let weeks = |[low, likely, high]: [u64; 3]| WeeksEntry {
        low,
        likely,
        high,
        likely_months_tenths: months_tenths(likely),
    };
    let stage = |all: [u64; 3]| has_clauses.then(|| weeks(all));
    let terms = it.decided_by.iter().filter(|_| has_clauses);
    CalendarEntry {
        capacity_cd_week: it.capacity_cd_week,
        is_known,
        build: weeks(it.build_weeks),
        stage_1: stage(it.stage_1_weeks),
        stage_2: stage(it.stage_2_weeks),
        certificate: stage(it.certificate_weeks),
        decided_by: Texts(terms.map(|term| term.word()).collect()),
    }
}

/// The word of where a figure comes from.
fn figure(it: &Figure<'_>) -> &'static str {
    match it {
        Figure::Row(..) => "row",
        Figure::Reckoned(_) => "reckoned",
        Figure::Said => "said",
        Figure::CountedIn(_) => "counted_in",
        Figure::Elsewhere => "elsewhere",
        Figure::Unknown => "unknown",
    }
}

/// Writes steps.
struct Steps<'r, 'd> {
    told: Told<'r, 'd>,
    engine: &'r Engine,
}

impl<'r> Steps<'r, 'r> {
    fn node(&self, node: &Node<'r>) -> NodeEntry<'r> {
        NodeEntry { kind: node.kind, id: node.id, label: self.told.name(node) }
    }

    fn at(&self, position: usize) -> Option<NodeEntry<'r>> {
        self.told.roadmap.steps.get(position).map(|step| self.node(&step.node))
    }

    fn links(&self, links: &[Link]) -> Vec<LinkEntry<'r>> {
        let links = links.iter().filter_map(|link| {
            let NodeEntry { kind, id, label } = self.at(link.step)?;
            Some(LinkEntry { kind, id, label, because: self.told.because(link.because) })
        });
        links.collect()
    }

    fn owner(&self, node: &Node<'_>) -> &str {
        match node.kind {
            StepKind::Item => self.engine.document().owner(node.place),
            _ => "",
        }
    }

    fn step(&self, position: usize, step: &Step<'r>) -> StepEntry<'r> {
        let told = &self.told;
        let Range { low_cd, likely_cd, high_cd } = step.work.range;
        let row = step.node.row;
        let owner = told.owner(&step.node, self.owner(&step.node));
        let part = |(name, part): (&'static str, crate::roadmap::Part)| PartEntry {
            part: Name(name),
            points: part.points,
            weight: part.weight,
            text: told.say(&["part.", name].concat(), &[]),
        };
        let served = step.priority.risks.iter().filter_map(|(risk, points)| {
            let risk = told.system.risks.get(*risk)?;
            let label = if risk.label.is_empty() { risk.id.as_str() } else { &risk.label };
            Some(ServedEntry { id: risk.id.as_str(), label, points: *points })
        });
        let factors = match step.work.figure {
            Figure::Row(row, chain, left) => Some(FactorsEntry {
                class: row.initial,
                driver: row.driver,
                class_cd: row.initial.initial_cd(),
                size_bp: chain.size_bp,
                it_bp: chain.it_bp,
                sector_bp: chain.sector_bp,
                left_bp: chain.left_bp,
                is_assumed: left == Left::Assumed,
            }),
            _ => None,
        };
        let counted_in = match step.work.figure {
            Figure::CountedIn(action) => self.at(action),
            _ => None,
        };
        StepEntry {
            kind: step.node.kind,
            id: step.node.id,
            label: told.name(&step.node),
            title: told.title(&step.node),
            phase: step.phase,
            base_phase: step.node.base,
            phase_text: told.phase(step),
            phase_by: step.phase_by.and_then(|by| self.at(by)),
            is_ready: step.waits_for.is_empty(),
            owner: Some(owner).filter(|owner| !owner.is_empty()),
            due: step.node.due,
            role: row.map(|row| row.role),
            outside: row.map(|row| row.outside),
            low_cd,
            likely_cd,
            high_cd,
            figure: Name(figure(&step.work.figure)),
            figure_text: told.figure(step),
            counted_in,
            factors,
            priority: step.priority.sum(),
            inherited: step.inherited,
            pulled_by: step.pulled_by.and_then(|by| self.at(by)),
            parts: told.parts(step).map(part).into(),
            conditions: Texts(step.priority.conditions.clone()),
            risks: served.collect(),
            waits_for: self.links(&step.waits_for),
            unlocks: self.links(&step.unlocks),
            ahead: step.ahead,
            ahead_text: told.ahead(step, position),
            why: sentences(told.why(step)),
        }
    }
}

/// The roadmap on a day as canonical JSON.
pub fn roadmap_json(
    engine: &Engine,
    today: Date,
    plan: Plan<'_>,
    rate: Option<&Rate>,
    words: &Words,
) -> Vec<u8> {
    let roadmap = engine.roadmap(today, plan);
    let (catalogue, system) = (engine.document().catalogue(), engine.system());
    let told = Told { roadmap: &roadmap, catalogue, system, words };
    let totals = &roadmap.totals;
    let (mode, assumptions) = (system.mode(), &roadmap.assumptions);
    let steps = Steps { told, engine };
    let phases = totals.phases.iter().map(|(phase, it)| PhaseEntry {
        phase: *phase,
        number: phase.number(),
        title: told.say(&["phase.", phase.word()].concat(), &[]),
        note: told.say(&["phase_note.", phase.word()].concat(), &[]),
        total: total(&told, "total", it),
    });
    let roles = totals.roles.iter().map(|(role, it)| RoleEntry {
        role: *role,
        title: told.say(&["role.", role.word()].concat(), &[]),
        total: total(&told, "total", it),
    });
    let circles = roadmap.circles.iter().map(|circle| CircleEntry {
        members: circle.iter().map(|node| steps.node(node)).collect(),
    });
    let weeks = |it: &Calendar| calendar(it, assumptions.is_capacity_known, mode.has_clauses());
    let own = RoadmapOf {
        today,
        mode,
        total: total(&told, "total", &totals.whole),
        stage_1: total(&told, "opens_stage_1", &totals.stage_1),
        stage_2: total(&told, "opens_stage_2", &totals.stage_2),
        phases: phases.collect(),
        roles: roles.collect(),
        calendar: totals.calendar.as_ref().map(weeks),
        faster: totals.faster.as_ref().map(weeks),
        amount: rate.map(|rate| {
            let (from, to) = amount(&totals.whole.range, rate.own);
            AmountEntry { day_rate: rate.own, currency: &rate.currency, from, to }
        }),
        assumptions: AssumptionsEntry {
            people: assumptions.situation.people,
            not_assessed: number(assumptions.not_assessed),
            reckoned: number(assumptions.reckoned),
            unknown: number(assumptions.unknown),
            silent_actions: number(assumptions.silent_actions),
            sentences: sentences(told.calendar().into_iter().chain(told.assumptions()).collect()),
        },
        circles: circles.collect(),
        steps: roadmap.steps.iter().enumerate().map(|(at, step)| steps.step(at, step)).collect(),
    };
    written("annexa-roadmap", engine, &own).finish()
}

/// The steps as CSV, in their order.
pub fn roadmap_csv(engine: &Engine, roadmap: &Roadmap<'_>, words: &Words) -> Vec<u8> {
    let columns = [
        "position",
        "kind",
        "id",
        "label",
        "title",
        "phase",
        "owner",
        "due",
        "low_cd",
        "likely_cd",
        "high_cd",
        "figure",
        "priority",
        "inherited",
        "waits_for",
        "unlocks",
        "why",
    ];
    let (catalogue, system) = (engine.document().catalogue(), engine.system());
    let told = Told { roadmap, catalogue, system, words };
    let steps = Steps { told, engine };
    let mut csv = CsvWriter::new(&columns);
    for (position, step) in roadmap.steps.iter().enumerate() {
        let names = |links: &[Link]| joined(links.iter().map(|link| told.at(link.step)), ";");
        let text = |number: u64| alloc::format!("{number}");
        let Range { low_cd, likely_cd, high_cd } = step.work.range;
        csv.row([
            text(number(position + 1)).as_str(),
            step.node.kind.word(),
            step.node.id,
            told.name(&step.node),
            &told.title(&step.node),
            step.phase.word(),
            &told.owner(&step.node, steps.owner(&step.node)),
            &day(step.node.due),
            &text(low_cd),
            &text(likely_cd),
            &text(high_cd),
            figure(&step.work.figure),
            &text(step.priority.sum().into()),
            &text(step.inherited.into()),
            &names(&step.waits_for),
            &names(&step.unlocks),
            &told.why(step).join(" "),
        ]);
    }
    csv.finish()
}
