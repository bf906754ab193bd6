//! What may and may not be concluded.

mod table;

use expect_test::{Expect, expect};

use super::union::{PartOfTarget, best_union};
use super::{
    Applicability, Basis, CompiledCrosswalk, Crosswalk, Description, Implementation, Mapping,
    Outcome, Provenance, Relation, Target,
};
use crate::Catalogue;
use crate::facts::State;
use crate::words::Words;

fn iso() -> std::sync::Arc<Catalogue> {
    static ISO: std::sync::OnceLock<std::sync::Arc<Catalogue>> = std::sync::OnceLock::new();
    std::sync::Arc::clone(ISO.get_or_init(Catalogue::iso27001_2022))
}

fn description() -> Description {
    let text = || "text".to_owned();
    Description {
        id: "test".into(),
        name: text(),
        version: "1.0.0".into(),
        summary: text(),
        source_framework: "iso27001-2022".into(),
        target_framework: "target".into(),
        target_title: text(),
        provenance: Provenance {
            document: text(),
            version: text(),
            licence: text(),
            method: text(),
        },
        extensions: Vec::new(),
    }
}

fn target(id: &str) -> Target {
    Target {
        id: id.into(),
        title: "Title".into(),
        group: "G".into(),
        group_title: "Group".into(),
        category: String::new(),
        residual: "Residual.".into(),
    }
}

/// A row from `SOURCES RELATION COVERAGE CONFIDENCE`, for instance `A.5.1,A.5.2 intersects 4000 8000`.
fn mapping(text: &str) -> Mapping {
    let mut words = text.split(' ');
    let mut word = || words.next().unwrap();
    Mapping {
        target: "T".into(),
        sources: word().split(',').filter(|id| *id != "-").map(str::to_owned).collect(),
        relation: Relation::from_word(word()).unwrap(),
        coverage_bp: word().parse().ok(),
        confidence_bp: word().parse().unwrap(),
        basis: Basis::Semantic,
        rationale: "Because.".into(),
    }
}

/// States by place from `A.5.1 partly, A.5.2 excluded`.
fn states(text: &str) -> Vec<State> {
    let mut states = vec![State::NONE; iso().items().len()];
    for entry in text.split(", ").filter(|entry| !entry.is_empty()) {
        let (id, state) = entry.split_once(' ').unwrap();
        let excluded = state == "excluded";
        states[iso().index_of(id).unwrap()] = State {
            applicability: if excluded {
                Applicability::Excluded
            } else {
                Applicability::Applicable
            },
            implementation: Implementation::from_word(state).unwrap_or(Implementation::NotAssessed),
        };
    }
    states
}

/// A table with the target `T`.
fn compiled(rows: Vec<Mapping>) -> CompiledCrosswalk {
    let crosswalk = Crosswalk::new(&*iso(), description(), vec![target("T")], rows).unwrap();
    crosswalk.compile_for(&*iso(), "..".into()).unwrap()
}

#[track_caller]
fn check(rows: &[&str], text: &str, expected: Expect) {
    let crosswalk = compiled(rows.iter().map(|row| mapping(row)).collect());
    let conclusion = crosswalk.conclude(&states(text), Vec::new()).unwrap();
    let result = &conclusion.results[0];
    let effects: Vec<&str> = conclusion.contributions(result).map(|c| c.effect.word()).collect();
    expected.assert_eq(&format!(
        "{} support {:?} confidence {:?} [{}] {}",
        result.outcome.word(),
        result.support_bp,
        result.confidence_bp,
        effects.join(" "),
        conclusion.gap(result, &Words::english())
    ));
}

#[test]
fn nothing_follows_from_what_is_not_mapped() {
    check(
        &[],
        "",
        expect![
            "unmapped support None confidence None [] The crosswalk maps nothing to this target. That says nothing about whether it is met; assess it on its own."
        ],
    );
    check(
        &["- none - 9000"],
        "",
        expect![
            "unmapped support None confidence None [none] The crosswalk maps nothing to this target. That says nothing about whether it is met; assess it on its own."
        ],
    );
}

#[test]
fn full_relations_give_full_evidence() {
    check(
        &["A.5.1 equivalent - 9000"],
        "A.5.1 implemented",
        expect!["met support Some(10000) confidence Some(9000) [full] "],
    );
    check(
        &["A.5.1 superset - 9000"],
        "A.5.1 partly",
        expect![
            "partial support Some(5000) confidence Some(9000) [part] Open in the assessment: A.5.1. What is in place supports an estimated 50 % of the target; nothing that is mapped supports the rest."
        ],
    );
}

#[test]
fn low_confidence_is_never_met() {
    check(
        &["A.5.1 equal - 6999"],
        "A.5.1 implemented",
        expect![
            "supported_verify support Some(10000) confidence Some(6999) [full] The mapping's confidence is below what a plain statement needs; verify it against the target's own text."
        ],
    );
    check(
        &["A.5.1 equal - 7000"],
        "A.5.1 implemented",
        expect!["met support Some(10000) confidence Some(7000) [full] "],
    );
}

#[test]
fn parts_add_up_and_no_source_counts_twice() {
    check(
        &["A.5.1 intersects 4000 8000", "A.5.2 subset 3000 7500"],
        "A.5.1 implemented, A.5.2 partly",
        expect![
            "partial support Some(5500) confidence Some(7500) [part part] Open in the assessment: A.5.2. What is in place supports an estimated 55 % of the target; nothing that is mapped supports the rest."
        ],
    );
    check(
        &["A.5.1 intersects 4000 8000", "A.5.1,A.5.2 intersects 6000 8000"],
        "A.5.1 implemented, A.5.2 implemented",
        expect![
            "partial support Some(6000) confidence Some(8000) [part part] What is in place supports an estimated 60 % of the target; nothing that is mapped supports the rest."
        ],
    );
}

#[test]
fn parts_that_reach_the_whole_are_still_to_be_verified() {
    check(
        &["A.5.1 intersects 6000 9000", "A.5.2 intersects 6000 9000"],
        "A.5.1 implemented, A.5.2 implemented",
        expect![
            "supported_verify support Some(10000) confidence Some(9000) [part part] Several partial mappings add up to the whole on paper; verify that nothing falls between them."
        ],
    );
}

#[test]
fn parts_without_a_stated_size_stay_vague() {
    check(
        &["A.5.1 intersects - 8000"],
        "A.5.1 implemented",
        expect![
            "partial_verify support None confidence Some(8000) [part] The mapped items touch only a part of the target, and how large that part is was not stated; verify."
        ],
    );
}

#[test]
fn a_failing_source_is_a_gap_only_where_it_is_the_target() {
    check(
        &["A.5.1 equal - 9000"],
        "A.5.1 not_implemented",
        expect!["gap support None confidence Some(9000) [open] Open in the assessment: A.5.1."],
    );
    check(
        &["A.5.1 intersects 5000 9000"],
        "A.5.1 planned",
        expect![
            "gap_possible support None confidence Some(9000) [open] Open in the assessment: A.5.1."
        ],
    );
    check(
        &["A.5.1 superset - 9000"],
        "A.5.1 not_implemented",
        expect![
            "gap_possible support None confidence Some(9000) [open] Open in the assessment: A.5.1."
        ],
    );
}

#[test]
fn unknown_and_excluded_sources_give_no_evidence() {
    check(
        &["A.5.1 equal - 9000"],
        "A.5.1 not_assessed",
        expect![
            "not_assessed support None confidence None [not_assessed] The mapped items have not been assessed yet: A.5.1."
        ],
    );
    check(
        &["A.5.1 equal - 9000"],
        "A.5.1 excluded",
        expect![
            "not_assessed support None confidence None [excluded] Excluded in the Statement of Applicability, so no evidence from there: A.5.1."
        ],
    );
    check(
        &["A.5.1,A.5.2 equal - 9000"],
        "A.5.1 implemented",
        expect![
            "not_assessed support None confidence None [not_assessed] The mapped items have not been assessed yet: A.5.2."
        ],
    );
}

#[test]
fn rows_for_the_whole_do_not_add_up() {
    check(
        &["A.5.1 superset - 9000", "A.5.2 superset - 8000", "A.5.3 intersects 1000 9000"],
        "A.5.1 partly, A.5.2 partly, A.5.3 implemented",
        expect![
            "partial support Some(5000) confidence Some(9000) [part part part] Open in the assessment: A.5.1, A.5.2. What is in place supports an estimated 50 % of the target; nothing that is mapped supports the rest."
        ],
    );
}

#[test]
fn the_confidence_is_that_of_what_counts() {
    check(
        &["A.5.1 intersects 4000 8000", "A.5.1,A.5.2 intersects 300 1000", "A.5.3 subset - 2000"],
        "A.5.1 implemented, A.5.2 implemented, A.5.3 implemented",
        expect![
            "partial support Some(4000) confidence Some(8000) [part part part] What is in place supports an estimated 40 % of the target; nothing that is mapped supports the rest."
        ],
    );
}

/// The search for the best sum must not be a way to keep a host busy.
#[test]
fn many_joint_rows_are_refused_and_many_full_ones_are_cheap() {
    let pair =
        |n: usize, row: &str| mapping(&format!("A.5.{},A.5.{} {row}", 1 + n / 8, 20 + n % 8));
    let full: Vec<Mapping> = (0..60).map(|n| pair(n, "superset - 9000")).collect();
    let crosswalk = compiled(full);
    crosswalk.conclude(&states("A.5.1 partly, A.5.20 partly"), Vec::new()).unwrap();
    let joint: Vec<Mapping> = (0..11).map(|n| pair(n, "intersects 100 9000")).collect();
    let problems = Crosswalk::new(&*iso(), description(), vec![target("T")], joint).unwrap_err();
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, "E-TOO-LARGE");
}

/// Every better answer and every further row, over all small combinations.
#[test]
fn results_are_monotone() {
    let rows = [
        "A.5.1 equal - 9000",
        "A.5.1,A.5.3 intersects 4000 8000",
        "A.5.2 intersects - 8000",
        "A.5.2,A.5.3 superset - 5000",
        "A.5.1,A.5.2 intersects 7000 8000",
        "A.5.3 subset 6000 7000",
        "A.5.1,A.5.2,A.5.3 equivalent - 7500",
        "- none - 9000",
    ];
    let steps = ["excluded", "not_assessed", "not_implemented", "planned", "partly", "implemented"];
    let rank = |rows: &[&str], first: usize, second: usize| {
        let text = format!("A.5.1 {}, A.5.2 {}, A.5.3 partly", steps[first], steps[second]);
        let crosswalk = compiled(rows.iter().map(|row| mapping(row)).collect());
        let conclusion = crosswalk.conclude(&states(&text), Vec::new()).unwrap();
        (conclusion.results[0].outcome, conclusion.results[0].support_bp)
    };
    let mut compared = 0;
    for set in 0..1_u32 << rows.len() {
        let chosen: Vec<&str> =
            (0..rows.len()).filter(|i| set >> i & 1 == 1).map(|i| rows[i]).collect();
        for first in 0..steps.len() {
            for second in 0..steps.len() {
                let before = rank(&chosen, first, second);
                let mut better = Vec::new();
                if first + 1 < steps.len() {
                    better.push(rank(&chosen, first + 1, second));
                }
                for row in rows.iter().filter(|row| !chosen.contains(row)) {
                    let more: Vec<&str> = chosen.iter().copied().chain([*row]).collect();
                    better.push(rank(&more, first, second));
                }
                for after in better {
                    let holds = after.0 >= before.0 && after.1 >= before.1;
                    assert!(holds, "{chosen:?} {first} {second}: {before:?} {after:?}");
                    compared += 1;
                }
            }
        }
    }
    assert!(compared > 30_000);
}

#[test]
fn outcomes_are_ordered_from_unknown_to_met() {
    assert!(Outcome::Unmapped < Outcome::NotAssessed && Outcome::Gap < Outcome::GapPossible);
    assert!(Outcome::Partial < Outcome::SupportedVerify && Outcome::SupportedVerify < Outcome::Met);
}

#[test]
fn unions_choose_the_best_disjoint_parts() {
    let part = |sources, support_bp| PartOfTarget { sources, support_bp, confidence_bp: 9_000 };
    let best_union = |parts: &[PartOfTarget]| best_union(parts).map_or(0, |union| union.support_bp);
    assert_eq!(best_union(&[]), 0);
    assert_eq!(best_union(&[part(0b1, 3_000), part(0b1, 4_000), part(0b10, 1_000)]), 5_000);
    assert_eq!(best_union(&[part(0b11, 5_000), part(0b1, 3_000), part(0b10, 3_000)]), 6_000);
    assert_eq!(best_union(&[part(0b11, 7_000), part(0b1, 3_000), part(0b10, 3_000)]), 7_000);
    assert_eq!(best_union(&[part(0b1, 9_000), part(0b10, 9_000)]), 10_000);
}
