//! Tables and remarks that are refused, and the JSON of one that is not.

use expect_test::{Expect, expect};

use super::{compiled, description, iso, mapping, states, target};
use crate::crosswalk::{Crosswalk, Description, Mapping, Remark, Shortfall, Sources};
use crate::words::{Words, in_english};

#[track_caller]
fn check_table(targets: &[&str], rows: &[Mapping], expected: Expect) {
    let targets = targets.iter().map(|id| target(id)).collect();
    let problems = Crosswalk::new(&*iso(), description(), targets, rows.to_vec()).unwrap_err();
    let lines = in_english(&problems);
    expected.assert_eq(&lines);
}

#[test]
fn a_table_that_lies_is_refused_row_by_row() {
    let rows = [
        mapping("A.5.99 intersects 4000 8000"),
        mapping("6.1 intersects 0 10001"),
        mapping("A.5.1 none 100 5000"),
        mapping("- equal - 5000"),
        mapping("A.5.1 equal 5000 5000"),
        Mapping { target: "U".into(), ..mapping("A.5.2,A.5.2 subset - 1") },
        Mapping { rationale: "\u{1b}[31m".into(), ..mapping("A.5.3 subset - 1") },
    ];
    check_table(
        &["T", "T", "bad id"],
        &rows,
        expect![[r#"
            E-DUPLICATE at targets[1].id: the target `T` stands twice; list it once
            E-ID at targets[2].id: `bad id` is not a target id; use 1 to 64 visible ASCII characters
            E-UNKNOWN-ID at mappings[0].sources[0]: `A.5.99` is not a requirement or control; write the id of a requirement such as `6.1.2` or a control such as `A.5.1`
            E-RANGE at mappings[1].confidence_bp: the confidence `10001` is out of range; write 0 to 10000
            E-RANGE at mappings[1].coverage_bp: the coverage `0` is out of range; write 1 to 10000, or leave it out; for nothing use the relation `none`
            E-UNKNOWN-ID at mappings[1].sources[0]: `6.1` is not a requirement or control; write the id of a requirement such as `6.1.2` or a control such as `A.5.1`
            E-COVERAGE at mappings[2].coverage_bp: a row with the relation `none` states a coverage; leave `coverage_bp` out
            E-SOURCES at mappings[3].sources: a row with the relation `equal` has no sources; name a source; only the relation `none` has none
            E-COVERAGE at mappings[4].coverage_bp: `equal` covers the whole target, not 5000; leave `coverage_bp` out, or write `intersects`
            E-DUPLICATE at mappings[4]: the same sources are mapped to `T` twice; keep one row
            E-UNKNOWN-ID at mappings[5].target: `U` is not a target of this plugin; list the target, or correct the id
            E-DUPLICATE at mappings[5].sources[1]: the source `A.5.2` stands twice in a row; list it once
            E-CONTROL-CHARACTER at mappings[6].rationale: `rationale` holds the character \u{1b}; use plain text without control, invisible or direction-changing characters"#]],
    );
}

#[test]
fn a_description_that_lies_is_refused() {
    let bad = Description {
        id: "../x".into(),
        version: "1".into(),
        source_framework: "iso27001-2013".into(),
        summary: String::new(),
        ..description()
    };
    let problems = Crosswalk::new(&*iso(), bad, vec![target("T")], Vec::new()).unwrap_err();
    let lines = in_english(&problems);
    expect![[r#"
        E-ID at description.id: `../x` is not an id; use 1 to 64 of `a-z`, `0-9`, `-`
        E-FRAMEWORK at description.source_framework: `iso27001-2013` is not the framework that is assessed here; write `iso27001-2022`
        E-VERSION at description.version: `1` is not a version; write `MAJOR.MINOR.PATCH`
        E-EMPTY at description.summary: `summary` is empty; say it in words"#]].assert_eq(&lines);
}

#[test]
fn remarks_must_be_about_targets() {
    let crosswalk = compiled(vec![mapping("A.5.1 subset - 1")]);
    let remark = |target: &str, gap: &str| Remark {
        target: target.into(),
        gap: gap.into(),
        extensions: Vec::new(),
    };
    let remarks = vec![remark("T", "one"), remark("T", "two"), remark("U", "x\u{202e}y")];
    let problems = crosswalk.conclude(&[], remarks).unwrap_err();
    let lines = in_english(&problems);
    expect![[r#"
        E-DUPLICATE at remarks[1]: a second remark on `T`; give one remark
        E-UNKNOWN-ID at remarks[2]: `U` is not a target of this plugin; remark only on listed targets
        E-CONTROL-CHARACTER at remarks[2]: `gap` holds the character \u{202e}; use plain text without control, invisible or direction-changing characters"#]].assert_eq(&lines);
    let conclusion = crosswalk.conclude(&[], vec![remark("T", "Plugin words.")]).unwrap();
    assert!(conclusion.gap(&conclusion.results[0], &Words::english()).ends_with("Plugin words."));
}

#[test]
fn a_conclusion_is_written_the_same_way_every_time() {
    let crosswalk = compiled(vec![mapping("A.5.1 intersects 4000 8000")]);
    let conclusion = crosswalk.conclude(&states("A.5.1 implemented"), Vec::new()).unwrap();
    let text = String::from_utf8(conclusion.to_bytes("00", &Words::english())).unwrap();
    expect![[r#"
        {
          "format": "annexa-conclusion",
          "version": 1,
          "plugin": {
            "id": "test",
            "name": "text",
            "version": "1.0.0",
            "digest_sha256": "00",
            "summary": "text"
          },
          "source_framework": "iso27001-2022",
          "catalogue_sha256": "..",
          "target_framework": {
            "id": "target",
            "title": "text"
          },
          "provenance": {
            "document": "text",
            "version": "text",
            "licence": "text",
            "method": "text"
          },
          "totals": {
            "met": 0,
            "supported_verify": 0,
            "partial": 1,
            "partial_verify": 0,
            "gap_possible": 0,
            "gap": 0,
            "not_assessed": 0,
            "unmapped": 0
          },
          "results": [
            {
              "target": "T",
              "title": "Title",
              "group": "G",
              "group_title": "Group",
              "result": "partial",
              "support_bp": 4000,
              "confidence_bp": 8000,
              "gap": "What is in place supports an estimated 40 % of the target; nothing that is mapped supports the rest.",
              "contributions": [
                {
                  "sources": [
                    {
                      "id": "A.5.1",
                      "applicability": "applicable",
                      "implementation": "implemented"
                    }
                  ],
                  "relation": "intersects",
                  "coverage_bp": 4000,
                  "confidence_bp": 8000,
                  "basis": "semantic",
                  "rationale": "Because.",
                  "effect": "part",
                  "support_bp": 4000
                }
              ]
            }
          ]
        }
    "#]]
    .assert_eq(&text);
}

/// A framework with one control.
struct Only {
    framework: &'static str,
    id: &'static str,
}

impl Sources for Only {
    fn framework(&self) -> &str {
        self.framework
    }

    fn place_of(&self, id: &str) -> Option<usize> {
        (id == self.id).then_some(0)
    }
}

/// Places mean nothing in another catalogue, so a table is looked up in each anew.
#[test]
fn a_table_is_compiled_only_for_what_it_maps_from() {
    let rows = vec![mapping("A.5.1 intersects 4000 8000")];
    let crosswalk = Crosswalk::new(&*iso(), description(), vec![target("T")], rows).unwrap();
    let refused = |sources: &dyn Sources| {
        let problems = crosswalk.clone().compile_for(sources, String::new()).unwrap_err();
        in_english(&problems)
    };
    expect!["E-FRAMEWORK at description.source_framework: the crosswalk maps from `iso27001-2022`, not from `other`; assess by the framework that it maps from, or use another plugin"]
        .assert_eq(&refused(&Only { framework: "other", id: "A.5.1" }));
    expect!["E-UNKNOWN-ID at mappings[0].sources[0]: `A.5.1` is not assessed here; use the catalogue that the crosswalk was checked against"]
        .assert_eq(&refused(&Only { framework: "iso27001-2022", id: "A.5.2" }));
    let own = crosswalk.clone().compile(&iso()).unwrap();
    assert_eq!(own.catalogue_sha256(), iso().digest());
    let only = Only { framework: "iso27001-2022", id: "A.5.1" };
    assert!(crosswalk.clone().compile_for(&only, String::new()).is_ok());
}

#[test]
fn a_conclusion_borrows_a_table_that_many_conclusions_share() {
    let rows = ["A.5.1 intersects 4000 8000", "A.5.2 equal - 9000"].map(mapping).to_vec();
    let crosswalk = compiled(rows);
    let first = crosswalk.conclude(&states("A.5.2 implemented"), Vec::new()).unwrap();
    let second = crosswalk.conclude(&states("A.5.1 implemented"), Vec::new()).unwrap();
    assert!(std::ptr::eq(first.crosswalk, second.crosswalk));
    let row = |conclusion: &crate::crosswalk::Conclusion<'_>| {
        let rows = conclusion.contributions(&conclusion.results[0]);
        rows.map(|row| row.effect.word()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        (row(&first), row(&second)),
        ("not_assessed full".into(), "part not_assessed".into())
    );
    let mapping = first.contributions(&first.results[0]).next().unwrap().mapping;
    assert!(std::ptr::eq(mapping, &raw const crosswalk.crosswalk().mappings()[0]));
}

/// What the engine says is a value; another language says it in its own way.
#[test]
fn words_come_at_the_edge() {
    let crosswalk = compiled(vec![mapping("A.5.1,A.5.2 superset - 9000")]);
    let conclusion = crosswalk.conclude(&states("A.5.1 partly, A.5.2 partly"), vec![]).unwrap();
    let result = &conclusion.results[0];
    let expected = [Shortfall::Open(vec!["A.5.1", "A.5.2"]), Shortfall::Partial(5_000)];
    assert_eq!(conclusion.shortfalls(result), expected);
    let own = br#"{"format": "annexa-words", "version": 1, "language": "de", "messages": {
        "crosswalk.gap_open": "Offen: {open}.", "crosswalk.gap_partial": "Gedeckt: {support}."}}"#;
    let own = Words::from_bytes(own).unwrap();
    assert_eq!(conclusion.gap(result, &own), "Offen: A.5.1, A.5.2. Gedeckt: 50 %.");
    let text = String::from_utf8(conclusion.to_bytes("00", &own)).unwrap();
    assert!(text.contains("Offen: A.5.1, A.5.2. Gedeckt: 50 %."), "{text}");
}

/// Every key has a sentence, and every sentence a key.
#[test]
fn every_shortfall_has_words() {
    use Shortfall::*;
    let all = [
        Unmapped,
        Open(vec![]),
        NotAssessed(vec![]),
        Excluded(vec![]),
        Union,
        Verify,
        Partial(0),
        Uncovered,
    ];
    let words = Words::english();
    assert!(all.iter().all(|shortfall| words.language_of(shortfall.key()) == Some("en")));
}
