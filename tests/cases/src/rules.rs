//! The rules that cases are about, with what they mean in the words of the data.

use std::sync::OnceLock;

use annexa_core::lint::LintRule;
use annexa_core::problem::words;
use annexa_core::risk::State;
use annexa_core::soa::{Comparison, Contradiction, Driver};
use annexa_core::words::Words;

words! {
    /// A part of the rules, with a folder of cases and a page of its own.
    Area {
        /// The Statement of Applicability.
        Soa = "soa",
        /// The gates.
        Gates = "gates",
        /// The states of risks.
        Risk = "risk",
        /// The checks.
        Lint = "lint",
        /// The roadmap, and what could be simplified.
        Roadmap = "roadmap",
    }
}

/// One rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rule {
    /// The part that it belongs to.
    pub area: Area,
    /// What it is called in the files of cases.
    pub name: String,
    /// What it means.
    pub meaning: String,
    /// What it rests on, each of which has a case: the grounds of a condition.
    pub grounds: Vec<String>,
}

/// What the statement shows beside drivers, comparison and marks, and what the register does.
const SHOWN: [(Area, &str, &str); 29] = [
    (Area::Soa, "reasons", "Which reasons a row shows, and in which order."),
    (Area::Soa, "rows", "What a row says of its control, and the rows of own controls."),
    (Area::Soa, "plan", "Until when what is missing is planned."),
    (Area::Soa, "totals", "How many controls are in, out, inherited, and how far they are."),
    (Area::Soa, "approval", "When an approval of the statement holds."),
    (Area::Risk, "level", "How high a risk is today, when its plan is done, and what counts."),
    (Area::Risk, "approvals", "When the approval of a plan and of what it leaves is valid."),
    (Area::Risk, "acceptance", "When the acceptance of a risk is valid."),
    (Area::Risk, "rank", "In which order risks stand, and what puts one ahead of the next."),
    (Area::Roadmap, "steps", "What is to be done, and in which order."),
    (Area::Roadmap, "waits", "What a step waits for."),
    (Area::Roadmap, "circles", "What people can do against any order."),
    (Area::Roadmap, "phases", "In which phase a step is done."),
    (Area::Roadmap, "pulled", "What a step does for what waits for it."),
    (Area::Roadmap, "parts", "What opens a stage, lowers a risk, takes little, or is due soon."),
    (Area::Roadmap, "waited", "The next step waits for this one."),
    (Area::Roadmap, "phase", "The next step is of a later phase."),
    (Area::Roadmap, "inherited", "More comes of it and of what waits for it than of the next one."),
    (Area::Roadmap, "priority", "As much comes of all of that, and more of the step itself."),
    (Area::Roadmap, "effort", "The next one takes more if things go badly."),
    (Area::Roadmap, "kind", "The next one is another kind of step."),
    (Area::Roadmap, "place", "The next one stands behind it in the catalogue, or by its label."),
    (Area::Roadmap, "id", "Only their ids differ."),
    (Area::Roadmap, "last", "There is no next step."),
    (Area::Roadmap, "days", "What a step takes, and where that is counted."),
    (Area::Roadmap, "withheld", "When too little is known to call something too much."),
    (Area::Roadmap, "looked", "What was looked for that might call for a control."),
    (Area::Roadmap, "cheap", "What takes so little that it is left alone."),
    (Area::Roadmap, "carrying", "What is left alone because something else rests on it."),
];

/// Every rule, in the order of the pages.
pub fn rules() -> &'static [Rule] {
    static RULES: OnceLock<Vec<Rule>> = OnceLock::new();
    RULES.get_or_init(made)
}

fn made() -> Vec<Rule> {
    let words = Words::english();
    let rule = |area, name: &str, meaning: &str| Rule {
        area,
        name: name.to_owned(),
        meaning: meaning.to_owned(),
        grounds: Vec::new(),
    };
    let shown = |area| {
        let shown = SHOWN.iter().filter(move |(its, ..)| *its == area);
        shown.map(|(area, name, meaning)| rule(*area, name, meaning)).collect::<Vec<_>>()
    };
    let label = |set: &str, word: &str| sentence(words.label(set, word));
    let mut rules = Vec::new();
    for (word, _) in Driver::WORDS {
        rules.push(rule(Area::Soa, word, &label("driver", word)));
    }
    for (word, _) in Comparison::WORDS {
        rules.push(rule(Area::Soa, word, &label("comparison", word)));
    }
    for (word, _) in Contradiction::WORDS {
        rules.push(rule(Area::Soa, word, &label("contradiction", word)));
    }
    rules.extend(shown(Area::Soa));
    rules.extend(conditions(&words));
    for (word, _) in State::WORDS {
        rules.push(rule(Area::Risk, word, &label("risk_state", word)));
    }
    rules.extend(shown(Area::Risk));
    let codes: toml::Table =
        include_str!("../../../core/data/codes.toml").parse().unwrap_or_default();
    for LintRule { code, .. } in LintRule::all() {
        let meaning = codes.get(*code).and_then(|entry| entry.get("meaning")?.as_str());
        rules.push(rule(Area::Lint, code, meaning.unwrap_or_default()));
    }
    rules.extend(shown(Area::Roadmap));
    rules
}

/// The conditions of the gates with their grounds, which are the words of their sentences.
fn conditions(words: &Words) -> Vec<Rule> {
    let gates: toml::Table =
        include_str!("../../../core/data/words/en/gates.toml").parse().unwrap_or_default();
    let own = gates.iter().filter(|(name, _)| name.starts_with("S1-") || name.starts_with("S2-"));
    let condition = |(name, entry): (&String, &toml::Value)| {
        let grounds = entry.as_table().into_iter().flat_map(toml::Table::keys);
        let grounds = grounds.filter(|it| !matches!(it.as_str(), "title" | "met"));
        Rule {
            area: Area::Gates,
            name: name.clone(),
            meaning: sentence(&words.message(&format!("gates.{name}.title"), &[])),
            grounds: grounds.cloned().collect(),
        }
    };
    let mut all: Vec<Rule> = own.map(condition).collect();
    let gate = "Whether nothing known blocks a stage.".to_owned();
    let (area, name, grounds) = (Area::Gates, "gates".to_owned(), Vec::new());
    all.push(Rule { area, name, meaning: gate, grounds });
    all
}

/// A text as a sentence of its own.
fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string()).unwrap_or_default();
    let text = first + letters.as_str();
    if text.ends_with('.') { text } else { text + "." }
}
