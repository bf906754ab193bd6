//! The pages of the documentation: every rule, what it means, and its cases as they are written.

use std::fmt::Write as _;

use crate::read::Case;
use crate::rules::{Area, rules};

/// The pages by their paths from the root.
pub fn pages(cases: &[Case]) -> Vec<(String, String)> {
    let mut pages = vec![("docs/cases.md".to_owned(), index(cases))];
    for area in crate::AREAS {
        pages.push((format!("docs/cases-{}.md", area.word()), page(area, cases)));
    }
    pages
}

fn title(area: Area) -> (&'static str, &'static str) {
    match area {
        Area::Soa => ("The Statement of Applicability in cases", "rules-soa.md"),
        Area::Gates => ("The gates in cases", "rules-gates.md"),
        Area::Risk => ("The states of risks in cases", "rules-risk.md"),
        Area::Lint => ("The checks in cases", "codes.md"),
        Area::Roadmap => ("The roadmap in cases", "rules-roadmap.md"),
    }
}

const MADE: &str = "This page is made from `tests/cases` by `cargo xtask codegen`.";

fn index(cases: &[Case]) -> String {
    let mut text = format!(
        "# Cases\n\nEvery rule has cases that can be read without programming: what is given, on which day one looks, and what must be found.\n\
         They are run against the engine natively and in the browser's form. Who knows better corrects the text, and the test says where the engine differs; the sentences that may stand in a case are in [GRAMMAR.md](../tests/cases/GRAMMAR.md).\n{MADE}\n\n| page | rules | cases |\n| --- | --- | --- |\n"
    );
    for area in crate::AREAS {
        let (name, _) = title(area);
        let of_area = rules().iter().filter(|rule| rule.area == area).count();
        let count = cases.iter().filter(|case| case.area == area).count();
        // Writing to a text does not fail.
        let _ = writeln!(text, "| [{name}](cases-{}.md) | {of_area} | {count} |", area.word());
    }
    text
}

fn page(area: Area, cases: &[Case]) -> String {
    let (name, binding) = title(area);
    let mut text =
        format!("# {name}\n\nThe rules themselves stand in [{binding}]({binding}).\n{MADE}\n");
    for rule in rules().iter().filter(|rule| rule.area == area) {
        let _ = write!(text, "\n## {}\n\n{}\n", rule.name, rule.meaning);
        for case in cases.iter().filter(|case| case.area == area && case.rule == rule.name) {
            let _ = write!(text, "\n**{}**\n\n```text\n{}```\n", case.title, case.text);
        }
    }
    text
}
