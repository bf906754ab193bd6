//! Where the rules of a table say that something is wrong, and how ids of ISO/IEC 27001 look.

use alloc::string::ToString as _;
use alloc::vec;
use alloc::vec::Vec;
use std::string::String;

use expect_test::{Expect, expect};

use super::{
    Basis, Description, Extension, IsoForm, Mapping, Provenance, Relation, Sources as _, Target,
    check,
};
use crate::Problem;

type Row = Mapping<&'static str, &'static [&'static str]>;

const ROW: Row = Row {
    target: "T.1",
    sources: &["A.5.1", "6.1.2"],
    relation: Relation::Intersects,
    coverage_bp: Some(4_000),
    confidence_bp: 7_000,
    basis: Basis::Semantic,
    rationale: "Because.",
};
const TARGET: Target<&str> = Target {
    id: "T.1",
    title: "A target",
    group: "",
    group_title: "",
    category: "",
    residual: "Look.",
};

fn description() -> Description<&'static str> {
    Description {
        id: "test",
        name: "Test",
        version: "1.0.0",
        summary: "A test.",
        source_framework: "iso27001-2022",
        target_framework: "test-2026",
        target_title: "Test, 2026",
        provenance: Provenance {
            document: "none",
            version: "1",
            licence: "MIT",
            method: "thought",
        },
        extensions: Vec::new(),
    }
}

#[track_caller]
fn check_table(
    about: &Description<&str>,
    targets: &[Target<&str>],
    rows: &[Row],
    expected: Expect,
) {
    let faults = check(&IsoForm, about, targets, rows);
    let lines: Vec<String> =
        faults.into_iter().map(|fault| Problem::from(fault).to_string()).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn a_good_table_breaks_no_rule() {
    let none = Row { relation: Relation::None, sources: &[], coverage_bp: None, ..ROW };
    check_table(&description(), &[TARGET], &[ROW, none], expect![""]);
}

#[test]
fn each_fault_has_its_place() {
    let about = Description {
        version: "1.0",
        summary: " ",
        provenance: Provenance { licence: "", ..description().provenance },
        extensions: vec![
            Extension { name: "A name", value: "" },
            Extension { name: "tag", value: "a\u{e0041}" },
        ],
        ..description()
    };
    check_table(
        &about,
        &[TARGET, Target { title: "a\u{ad}b", group_title: "\u{1b}", ..TARGET }],
        &[
            Row { target: "T.2", rationale: "", ..ROW },
            Row { sources: &["A.5.1", "A.05.1", "A.5.1"], coverage_bp: Some(0), ..ROW },
            Row { relation: Relation::Equal, sources: &[], ..ROW },
        ],
        expect![[r#"
            E-VERSION semantic at description.version: version `1.0`
            E-EMPTY words at description.summary: field summary
            E-EMPTY words at description.provenance.licence: field licence
            E-ID extension at description.extensions: id `A name`
            E-CONTROL-CHARACTER hidden at description.extensions: field extensions, character \u{e0041}
            E-DUPLICATE target at targets[1].id: id `T.1`
            E-CONTROL-CHARACTER hidden at targets[1].title: field title, character \u{ad}
            E-CONTROL-CHARACTER hidden at targets[1].group_title: field group_title, character \u{1b}
            E-UNKNOWN-ID target at mappings[0].target: id `T.2`
            E-EMPTY words at mappings[0].rationale: field rationale
            E-RANGE coverage at mappings[1].coverage_bp: number 0, least 1, most 10000
            E-UNKNOWN-ID source at mappings[1].sources[1]: id `A.05.1`
            E-DUPLICATE source at mappings[1].sources[2]: id `A.5.1`
            E-COVERAGE whole at mappings[2].coverage_bp: relation equal, number 4000
            E-SOURCES missing at mappings[2].sources: relation equal"#]],
    );
    check_table(
        &description(),
        &[],
        &[],
        expect!["E-TOO-LARGE targets at targets: count 0, limit 5000"],
    );
}

/// The search for the best sum of joint rows must not keep a host busy.
#[test]
fn joint_rows_are_counted_for_each_target() {
    let sources: Vec<[&'static str; 2]> =
        (1..=11).map(|number| [&*String::leak(std::format!("A.5.{number}")), "6.1.2"]).collect();
    let sources: &'static [[&str; 2]] = Vec::leak(sources);
    let rows: Vec<Row> =
        sources.iter().map(|sources| Row { sources: sources.as_slice(), ..ROW }).collect();
    check_table(&description(), &[TARGET], &rows[..10], expect![""]);
    check_table(
        &description(),
        &[TARGET],
        &rows,
        expect!["E-TOO-LARGE joint_rows at mappings[10]: id `T.1`, limit 10"],
    );
}

#[test]
fn ids_are_known_by_their_form() {
    for id in ["4.1", "10.2", "6.1.2", "4", "A.5.1", "A.8.34", "A.5.99"] {
        assert_eq!(IsoForm.place_of(id), Some(0), "{id}");
    }
    for id in ["", "A", "A.5", "A.5.1.1", "A.05.1", "6.1.2.3", "6.1.2 d)", "a.5.1", "5.100"] {
        assert_eq!(IsoForm.place_of(id), None, "{id}");
    }
}

#[test]
fn words_name_values_and_back() {
    for (word, relation) in Relation::WORDS {
        assert_eq!(relation.word(), *word);
        assert_eq!(Relation::from_word(word), Some(*relation));
    }
    assert_eq!(Relation::from_word("Equal"), None);
}
