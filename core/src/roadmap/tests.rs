//! The order, its reasons and its figures, on small assessments and on the samples.

mod graph;
mod laws;
mod position;
mod table;

use expect_test::{Expect, expect};

use super::*;
use crate::assessment::Document;
use crate::catalogue::Catalogue;
use crate::engine::{Engine, Plan};
use crate::problem::Date;
use crate::samples::{SAMPLES, TODAY};

fn today() -> Date {
    TODAY.parse().unwrap()
}

/// An engine over a file that says this beside its head.
fn engine(members: &str) -> Engine {
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", {members}}}"#
    );
    let document = Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes());
    Engine::from_document(document.unwrap_or_else(|problems| panic!("{problems}: {file}")))
}

/// Answers by which nothing is to be done, but for items that are named with a state.
fn all_done_but(open: &[(&str, &str)], more: &str) -> String {
    let catalogue = Catalogue::iso27001_2022();
    let answers = catalogue.questions().map(|item| {
        let own = open.iter().find(|(id, _)| *id == item.id());
        let state = own.map_or("implemented", |(_, state)| state);
        format!(r#"{{"id": "{}", "implementation": "{state}"}}"#, item.id())
    });
    let answers = answers.collect::<Vec<_>>().join(", ");
    let documents = catalogue
        .documents()
        .iter()
        .map(|it| format!(r#"{{"id": "{}", "state": "approved"}}"#, it.id()));
    let documents = documents.collect::<Vec<_>>().join(", ");
    // With a document of one's own in `more` nothing is said of the others.
    let documents = if more.contains("\"documents\"") {
        String::new()
    } else {
        format!(r#", "documents": [{documents}]"#)
    };
    let comma = if more.is_empty() { "" } else { ", " };
    format!(r#""answers": [{answers}]{documents}{comma}{more}"#)
}

fn name(step: &Step<'_>) -> String {
    let label = if step.node.label.is_empty() { step.node.id } else { step.node.label };
    format!("{}:{label}", step.node.kind.word())
}

fn line(roadmap: &Roadmap<'_>, step: &Step<'_>) -> String {
    let at = |position: usize| name(&roadmap.steps[position]);
    let by = |by: Option<usize>, word: &str| {
        by.map_or_else(String::new, |by| format!(" {word} {}", at(by)))
    };
    let links =
        |links: &[Link]| links.iter().map(|link| at(link.step)).collect::<Vec<_>>().join(",");
    let it = &step.priority;
    let parts = [it.gate, it.risk, it.leverage, it.ease, it.urgency]
        .map(|part| part.product().to_string())
        .join("+");
    let figure = match step.work.figure {
        Figure::Row(..) => "row".to_owned(),
        Figure::Reckoned(own) => format!("by {}", own.by),
        Figure::Said => "said".to_owned(),
        Figure::CountedIn(action) => format!("in {}", at(action)),
        Figure::Elsewhere => "elsewhere".to_owned(),
        Figure::Unknown => "unknown".to_owned(),
    };
    format!(
        "{} {}{}; {parts} Q{}{}; <{}; >{}; {} {figure}; {}",
        name(step),
        step.phase.number(),
        by(step.phase_by, "by"),
        step.inherited,
        by(step.pulled_by, "of"),
        links(&step.waits_for),
        links(&step.unlocks),
        step.work.range.likely_cd,
        step.ahead.word(),
    )
}

fn lines(engine: &Engine, plan: Plan<'_>) -> String {
    let roadmap = engine.roadmap(today(), plan);
    roadmap.steps.iter().map(|step| line(&roadmap, step)).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(members: &str, expected: Expect) {
    expected.assert_eq(&lines(&engine(members), Plan::default()));
}

fn sample(name: &str) -> Engine {
    let sample = SAMPLES.iter().find(|sample| sample.name == name).unwrap();
    let document = Document::from_bytes(Catalogue::iso27001_2022(), sample.text.as_bytes());
    Engine::from_document(document.unwrap())
}

#[test]
fn the_sample_of_the_software_firm() {
    let engine = sample("software");
    let roadmap = engine.roadmap(today(), Plan::default());
    let first: Vec<String> =
        roadmap.steps.iter().take(12).map(|step| line(&roadmap, step)).collect();
    expect![[r#"
        item:4.4 1; 0+0+0+1000+300 Q3700 of item:6.3; <; >item:7.5.1,item:6.3,item:8.1; 43 row; inherited
        item:7.2 1; 0+0+0+1000+0 Q3400 of doc:D.7.2d; <; >item:7.3,doc:D.7.2d; 35 row; inherited
        item:7.5.1 1; 0+0+0+1000+300 Q1500 of item:A.5.37; <item:4.4; >item:A.5.37; 43 row; inherited
        item:6.1.1 1; 0+0+0+1000+300 Q1300; <; >; 22 row; effort
        item:7.3 1; 0+0+0+1000+300 Q1300; <item:7.2; >; 35 row; effort
        item:7.5.3 1; 0+0+0+1000+300 Q1300; <; >; 43 row; inherited
        doc:D.7.5.3 1; 0+0+0+600+0 Q600; <; >; 0 unknown; phase
        item:6.2 2; 0+0+0+1000+600 Q5000 of doc:D.6.2; <; >doc:D.6.2,item:8.1,item:9.1; 43 row; waited
        doc:D.6.2 2; 4000+0+0+1000+0 Q5000; <item:6.2; >; 22 row; inherited
        item:6.3 2; 2400+0+0+1000+300 Q3700; <item:4.4; >; 39 row; phase
        act:T-3 3; 0+2700+0+600+300 Q3600; <; >item:A.8.2; 50 said; priority
        act:T-13 3; 0+2400+0+600+300 Q3600 of act:T-14; <; >act:T-14,item:A.8.15; 300 said; waited"#]].assert_eq(&first.join("\n"));
}

#[test]
fn what_the_samples_come_to() {
    let lines = SAMPLES.map(|it| {
        let engine = sample(it.name);
        let roadmap = engine.roadmap(today(), Plan::default());
        let Totals { whole, phases, stage_1, stage_2, calendar, faster, .. } = &roadmap.totals;
        let phases =
            phases.iter().map(|(_, total)| format!("{} {}", total.steps, total.range.likely_cd));
        format!(
            "{}: {} steps {:?}; {}; opens {} {:?}, {}; {:?}, faster {:?}; {} not assessed",
            it.name,
            whole.steps,
            whole.range.ends(),
            phases.collect::<Vec<_>>().join(", "),
            stage_1.steps,
            stage_1.range.ends(),
            stage_2.steps,
            calendar.as_ref().unwrap().stage_2_weeks,
            faster.as_ref().unwrap().stage_2_weeks,
            roadmap.assumptions.not_assessed,
        )
    });
    expect![[r#"
        software: 71 steps [4821, 6618, 10203]; 7 221, 3 104, 44 5175, 7 573, 10 545; opens 1 [11, 22, 44], 13; [25, 28, 33], faster [23, 26, 30]; 0 not assessed
        hospital: 117 steps [46803, 63576, 97116]; 13 3410, 13 3054, 71 49498, 7 2137, 13 5477; opens 21 [3049, 4215, 6545], 18; [37, 47, 69], faster [35, 44, 65]; 3 not assessed
        manufacturer: 17 steps [2442, 3602, 5921]; 0 0, 1 0, 16 3602, 0 0, 0 0; opens 1 [0, 0, 0], 0; [25, 25, 25], faster [25, 25, 25]; 0 not assessed"#]].assert_eq(&lines.join("\n"));
}
