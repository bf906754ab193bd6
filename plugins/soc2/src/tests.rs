//! The table's totals, and the plugin's words in every situation that they name.

use crate::{Soc2, TABLE};
use annexa_plugin_sdk::{
    Applicability, Implementation, Relation, SourceState,
    testing::{self, all_sources, excluded, source},
};
use expect_test::{Expect, expect};
use std::collections::BTreeMap;

#[track_caller]
fn check(target: &str, states: &[SourceState], expect: Expect) {
    expect.assert_eq(&testing::gap::<Soc2>(target, states).unwrap_or_default());
}

#[test]
fn the_table_breaks_no_rule() {
    assert_eq!(testing::problems(&TABLE), Vec::<String>::new());
}

#[test]
fn there_are_61_criteria_in_their_series() {
    let mut series: Vec<(&str, usize)> = Vec::new();
    for target in TABLE.targets {
        let name = target.id.split('.').next().unwrap_or_default();
        match series.last_mut() {
            Some((last, count)) if *last == name => *count += 1,
            _ => series.push((name, 1)),
        }
    }
    assert_eq!(
        series,
        [
            ("CC1", 5),
            ("CC2", 3),
            ("CC3", 4),
            ("CC4", 2),
            ("CC5", 3),
            ("CC6", 8),
            ("CC7", 5),
            ("CC8", 1),
            ("CC9", 2),
            ("A1", 3),
            ("C1", 2),
            ("PI1", 5),
            ("P1", 1),
            ("P2", 1),
            ("P3", 2),
            ("P4", 3),
            ("P5", 2),
            ("P6", 7),
            ("P7", 1),
            ("P8", 1),
        ]
    );
    assert_eq!(TABLE.targets.len(), 61);
}

#[test]
fn every_criterion_is_mapped_or_said_to_have_no_support() {
    assert_eq!(testing::unmapped(&TABLE), Vec::<&str>::new());
}

#[test]
fn privacy_and_processing_integrity_are_never_covered_whole() {
    let whole = TABLE.mappings.iter().filter(|row| {
        matches!(row.relation, Relation::Equal | Relation::Equivalent | Relation::Superset)
    });
    let whole: Vec<&str> = whole.map(|row| row.target).filter(|id| id.starts_with('P')).collect();
    assert_eq!(whole, Vec::<&str>::new());
}

#[test]
fn every_requirement_and_every_control_is_a_source() {
    assert_eq!(TABLE.sources.len(), 30 + 93);
}

#[test]
fn parts_of_a_criterion_leave_room_for_what_iso_never_asks() {
    let mut sums: BTreeMap<&str, u32> = BTreeMap::new();
    for row in TABLE.mappings {
        let is_part = matches!(row.relation, Relation::Subset | Relation::Intersects);
        *sums.entry(row.target).or_default() +=
            u32::from(row.coverage_bp.filter(|_| is_part).unwrap_or(0));
    }
    let high: Vec<_> = sums.into_iter().filter(|(_, sum)| *sum > 8_000).collect();
    assert_eq!(high, []);
}

#[test]
fn what_practitioners_name_is_a_source() {
    let named = [
        ("CC6.1", ["A.5.16", "A.8.2"].as_slice()),
        ("CC8.1", &["8.1", "A.8.4", "A.8.8", "A.8.19", "A.8.26", "A.8.28", "A.8.33"]),
        ("CC7.2", &["A.7.4"]),
        ("CC2.1", &["A.5.12"]),
        ("C1.1", &["A.5.9", "A.5.10", "A.8.24", "A.5.33"]),
        ("CC9.2", &["A.6.6", "8.1"]),
        ("CC6.8", &["A.8.18"]),
        ("CC4.1", &["A.8.8"]),
        ("CC9.1", &["A.8.13"]),
        ("A1.2", &["A.7.8"]),
        ("P4.3", &["A.7.10"]),
    ];
    let mut missing = Vec::new();
    for (target, sources) in named {
        let rows = TABLE.mappings.iter().filter(|row| row.target == target);
        let used: Vec<&str> = rows.flat_map(|row| row.sources).copied().collect();
        missing.extend(sources.iter().filter(|it| !used.contains(it)).map(|it| (target, *it)));
    }
    assert_eq!(missing, []);
}

#[test]
fn privacy_law_reaches_like_criteria_alike() {
    let reached = |target: &str| {
        TABLE.mappings.iter().any(|row| row.target == target && row.sources == ["A.5.34"])
    };
    for target in ["P1.1", "P2.1", "P3.1", "P3.2", "P4.1", "P5.1", "P5.2", "P6.1", "P6.7"] {
        assert!(reached(target), "{target}");
    }
}

#[test]
fn words_when_all_is_in_place() {
    check(
        "CC1.1",
        &all_sources(&TABLE, Implementation::Implemented),
        expect![
            "Written code of conduct with signed acknowledgements, a channel for reporting misconduct, and proof that breaches of conduct outside the security policies are followed up. For a type 2 report keep evidence from the whole period."
        ],
    );
    check(
        "A1.1",
        &all_sources(&TABLE, Implementation::Implemented),
        expect![
            "Thresholds and forecasts tied to the availability promised to customers, with capacity reports and decisions from each month of the period. This counts only if the report covers Availability."
        ],
    );
}

#[test]
fn words_when_nothing_was_assessed() {
    check(
        "CC6.4",
        &[],
        expect![
            "Badge lists and visitor logs sampled over the period, reviews of physical rights, and for hosted data centres the provider's own report with its complementary controls."
        ],
    );
}

#[test]
fn words_when_a_provider_operates_or_nobody_does() {
    let mut states = all_sources(&TABLE, Implementation::Implemented);
    for found in &mut states {
        match found.id.as_str() {
            "A.5.18" | "A.7.1" | "A.7.6" => found.applicability = Applicability::Inherited,
            "A.7.2" => *found = excluded("A.7.2"),
            "A.7.4" => *found = source("A.7.4", Implementation::Partly),
            _ => {}
        }
    }
    check(
        "CC6.4",
        &states,
        expect![
            "Badge lists and visitor logs sampled over the period, reviews of physical rights, and for hosted data centres the provider's own report with its complementary controls. SOC 2 has no Statement of Applicability: show what meets the criterion instead of A.7.2. Operated by a provider: A.5.18, A.7.1 and A.7.6; name the provider as a subservice organization and say what it has to do."
        ],
    );
    for found in &mut states {
        if found.id == "A.7.3" {
            *found = excluded("A.7.3");
        }
        if found.applicability == Applicability::Inherited {
            found.applicability = Applicability::Applicable;
        }
    }
    check(
        "CC6.4",
        &states,
        expect![
            "Badge lists and visitor logs sampled over the period, reviews of physical rights, and for hosted data centres the provider's own report with its complementary controls. SOC 2 has no Statement of Applicability: show what meets the criterion instead of A.7.2 and A.7.3."
        ],
    );
}

#[test]
fn what_the_engine_says_is_not_repeated() {
    let mut remarks = testing::assess::<Soc2>(&[]);
    remarks.extend(testing::assess::<Soc2>(&all_sources(&TABLE, Implementation::Planned)));
    for (target, remark) in remarks {
        for id in TABLE.sources.iter().filter(|id| id.starts_with("A.")) {
            let mut words = remark.gap.split([' ', ',', ';', ':']);
            assert!(!words.any(|word| word.trim_end_matches('.') == *id), "{target}: {id}");
        }
    }
}

#[test]
fn the_period_is_named_once() {
    for (target, remark) in
        testing::assess::<Soc2>(&all_sources(&TABLE, Implementation::Implemented))
    {
        let words = remark.gap.split(|it: char| !it.is_alphabetic());
        let count = words.filter(|word| *word == "period").count();
        let is_mapped = TABLE.targets.iter().any(|it| it.id == target && !it.sources.is_empty());
        assert!(count == 1 || (count == 0 && !is_mapped), "{target}: {}", remark.gap);
    }
}

#[test]
fn every_criterion_gets_words_that_a_host_takes() {
    for implementation in [Implementation::Implemented, Implementation::NotAssessed] {
        let remarks = testing::assess::<Soc2>(&all_sources(&TABLE, implementation));
        assert_eq!(remarks.len(), TABLE.targets.len());
        for (target, remark) in remarks {
            assert!(remark.gap.len() <= 4 << 10, "{target} has {} bytes", remark.gap.len());
        }
    }
}
