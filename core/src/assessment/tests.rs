//! Reading and writing assessments.

mod system;

use expect_test::{Expect, expect};

use super::{Answer, Document};
use crate::catalogue::Catalogue;
use crate::words::in_english;

/// Every dimension of an answer, an item of each kind, and an id that nobody knows.
pub(crate) const FULL: &str = r#"{
  "format": "annexa-assessment",
  "version": 1,
  "catalogue": "iso27001-2022",
  "about": {
    "organization": "Häfen & Söhne",
    "scope": "Hosting of the booking service",
    "version": "0.3",
    "date": "2026-11-23",
    "approver": "M. Mustermann"
  },
  "answers": [
    {
      "id": "4.1",
      "response": "partly",
      "notes": "Line one\nline two \"quoted\" \\ 😀",
      "owner": "CISO"
    },
    {
      "id": "6.1.2 d) 2)",
      "response": "no"
    },
    {
      "id": "A.5.1",
      "response": "yes",
      "implementation": "planned",
      "inclusion": [
        {
          "reason": "legal"
        },
        {
          "reason": "risk",
          "reference": "R-7"
        }
      ],
      "maturity": {
        "level": 3,
        "target": 4
      },
      "finding": {
        "kind": "minor_nonconformity",
        "text": "Two versions in use",
        "root_cause": "No owner",
        "correction": "Old one withdrawn"
      },
      "evidence": [
        {
          "id": "e-rfwce9krg0",
          "label": "Policy v3",
          "link": "https://intranet.example/policy",
          "date": "2026-01-31",
          "review_months": 6
        }
      ],
      "due": "2027-01-01",
      "changed": "2026-11-20"
    },
    {
      "id": "A.7.1",
      "applicability": {
        "state": "excluded",
        "reason": "no_asset",
        "justification": "Everybody works from home; there are no premises."
      }
    },
    {
      "id": "A.8.14",
      "response": "yes",
      "applicability": {
        "state": "inherited",
        "provider": "Cloud GmbH"
      }
    },
    {
      "id": "X.9.9",
      "response": "unknown",
      "notes": "from another tool"
    }
  ]
}
"#;

fn read(text: &str) -> Result<Document, crate::Problems> {
    Document::from_bytes(Catalogue::iso27001_2022(), text.as_bytes())
}

/// Reads a file that holds these answers.
#[track_caller]
fn check(answers: &str, expected: Expect) {
    check_file(
        &format!(
            r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": {answers}}}"#
        ),
        expected,
    );
}

#[track_caller]
fn check_file(text: &str, expected: Expect) {
    let outcome = match read(text) {
        Ok(document) => format!("{} answers", document.answers().count()),
        Err(problems) => in_english(&problems.0),
    };
    expected.assert_eq(&outcome);
}

#[test]
fn canonical_bytes_come_back_as_they_were() {
    let document = read(FULL).unwrap();
    assert_eq!(String::from_utf8(document.to_bytes()).unwrap(), FULL);
    assert_eq!(read(FULL).unwrap(), document);
}

#[test]
fn the_content_hash_is_fixed() {
    expect!["279eee775a779dcfca5698a804520f7921b470beeff6ae1d86a4edf5d8f3337e"]
        .assert_eq(&read(FULL).unwrap().content_hash());
}

#[test]
fn order_and_layout_of_a_file_do_not_matter() {
    let shuffled = r#"{"answers":[{"owner":"B","id":"A.5.2"},{"id":"4.1","owner":"A"},{"id":"A.5.3"}],
        "version":1,"catalogue":"iso27001-2022","format":"annexa-assessment"}"#;
    let document = read(shuffled).unwrap();
    let canonical = String::from_utf8(document.to_bytes()).unwrap();
    expect![[r#"
        {
          "format": "annexa-assessment",
          "version": 1,
          "catalogue": "iso27001-2022",
          "answers": [
            {
              "id": "4.1",
              "owner": "A"
            },
            {
              "id": "A.5.2",
              "owner": "B"
            }
          ]
        }
    "#]]
    .assert_eq(&canonical);
    assert_eq!(read(&canonical).unwrap(), document);
}

#[test]
fn unknown_ids_are_kept_and_named() {
    let document = read(FULL).unwrap();
    let unknown: Vec<_> = document.unknown_ids().map(|id| id.as_str()).collect();
    assert_eq!(unknown, ["X.9.9"]);
    assert_eq!(
        document.answer("X.9.9").map(|answer| answer.notes.as_str()),
        Some("from another tool")
    );
}

#[test]
fn every_truncation_is_refused() {
    for end in 0..FULL.trim_end().len() {
        let bytes = &FULL.as_bytes()[..end];
        assert!(Document::from_bytes(Catalogue::iso27001_2022(), bytes).is_err(), "{end}");
    }
}

#[test]
fn all_problems_are_reported_with_their_places() {
    check(
        r#"[
            {"id": "A.5.1", "response": "maybe", "due": "2026-02-30", "colour": "red"},
            {"response": 3},
            {"id": "A.5.1\u202e"},
            {"id": "A.5.2", "maturity": {"level": 6}, "evidence": [{}], "inclusion": [{"reference": "x"}]},
            {"id": "A.5.1"},
            {"id": "4"},
            7
        ]"#,
        expect![[r#"
            E-VALUE at answers[0].response: `maybe` is not a value of this field; write one of `yes`, `partly`, `no`, `not_applicable`, `unknown`
            E-DATE at answers[0].due: `2026-02-30` is not a date; write a day that exists as `2026-11-23`
            E-FIELD at answers[0].`colour`: the field `colour` is not known; remove it, or open the file with the version of Annexa that wrote it
            E-MISSING at answers[1].id: the field `id` is missing; add it
            E-TYPE at answers[1].response: here stands a number; write text
            E-ID at answers[2].id: `A.5.1\u{202e}` is not an id; write ids like `6.1.2`, `6.1.2 d) 2)` or `A.5.1`, in ASCII, at most 64 characters
            E-MISSING at answers[3].inclusion[0].reason: the field `reason` is missing; add it
            E-RANGE at answers[3].maturity.level: `6` is out of range; write a whole number from 0 to 5
            E-MISSING at answers[3].evidence[0]: evidence without any of `label`, `link` says nothing; give it one of `label`, `link`
            E-DUPLICATE-ANSWER at answers[4]: `A.5.1` is answered here and in answers[0]; keep one of the two
            E-HEADING at answers[5]: `4` only groups other clauses; answer the clauses below it
            E-TYPE at answers[6]: here stands a number; write an object"#]],
    );
}

#[test]
fn values_of_the_wrong_size() {
    check(
        r#"[{"id": "4.1", "maturity": {"level": 3.0}}]"#,
        expect![
            "E-RANGE at answers[0].maturity.level: the number is not a whole number in range; write a whole number from 0 to 5"
        ],
    );
    check(
        r#"[{"id": "4.1", "maturity": {"level": 9007199254740993}}]"#,
        expect![
            "E-RANGE at answers[0].maturity.level: `9007199254740993` is out of range; write a whole number from 0 to 5"
        ],
    );
    check(
        r#"[{"id": "4.1", "notes": "a\u0000b"}]"#,
        expect![[
            r#"E-CONTROL-CHARACTER at answers[0].notes: the text holds the control character \u{0}; remove it"#
        ]],
    );
    check(
        &format!(r#"[{{"id": "4.1", "owner": "{}"}}]"#, "x".repeat(3_000)),
        expect![
            "E-TOO-LARGE at answers[0].owner: the text has 3,000 bytes, the limit is 2,048; shorten it, or link a document"
        ],
    );
}

#[test]
fn keys_that_mean_something_elsewhere_are_only_unknown() {
    check(
        r#"[{"id": "4.1", "__proto__": {"a": 1}}]"#,
        expect![
            "E-FIELD at answers[0].`__proto__`: the field `__proto__` is not known; remove it, or open the file with the version of Annexa that wrote it"
        ],
    );
    check(
        r#"[{"id": "4.1", "id": "4.2"}]"#,
        expect!["E-DUPLICATE-KEY at answers[0]: the key `id` stands twice; keep one of the two"],
    );
}

#[test]
fn files_of_another_kind_version_or_framework() {
    check_file("[]", expect!["E-TYPE: here stands a list; write an object"]);
    check_file(
        "{}",
        expect![[
            r#"E-NOT-OURS at format: the file does not say that it is an Annexa assessment; choose a file that was saved by Annexa; it has `"format": "annexa-assessment"`"#
        ]],
    );
    check_file(
        r#"{"format": "something", "version": 1}"#,
        expect![[
            r#"E-NOT-OURS at format: the file does not say that it is an Annexa assessment; choose a file that was saved by Annexa; it has `"format": "annexa-assessment"`"#
        ]],
    );
    let future = r#"{"format": "annexa-assessment", "version": 9, "catalogue": "iso27001-2022", "risks": []}"#;
    check_file(
        future,
        expect![
            "E-VERSION at version: the file has format version 9, this program reads version 1; open it with the newer version of Annexa that wrote it; nothing was changed"
        ],
    );
    check_file(
        r#"{"format": "annexa-assessment", "version": "1.0-beta", "catalogue": "iso27001-2013", "answers": []}"#,
        expect![[r#"
            E-VERSION at version: the format version is missing or not a whole number; choose a file that was saved by Annexa; it has `"version": 1`
            E-CATALOGUE at catalogue: the answers belong to `iso27001-2013`, not to `iso27001-2022`; choose an assessment of the same framework and edition"#]],
    );
}

#[test]
fn more_answers_than_items_are_refused() {
    let answers: Vec<String> = (0..5_001).map(|n| format!(r#"{{"id": "X.{n}"}}"#)).collect();
    check(
        &format!("[{}]", answers.join(",")),
        expect![
            "E-TOO-LARGE at answers: the list has 5,001 entries, the limit is 5,000; remove entries"
        ],
    );
}

#[test]
fn an_answer_that_says_nothing_is_not_written() {
    check(r#"[{"id": "4.1"}]"#, expect![["0 answers"]]);
    assert!(Answer::new("4.1".parse().unwrap()).is_default());
}

#[test]
fn single_values_read_as_they_do_in_a_file() {
    let document = read(FULL).unwrap();
    for answer in document.answers() {
        assert_eq!(&Answer::from_json(answer.to_json().as_bytes()).unwrap(), answer);
    }
    let about = super::About::from_json(document.about.to_json().as_bytes()).unwrap();
    assert_eq!(about, document.about);
    let problems = Answer::from_json(br#"{"id": "4.1", "due": "tomorrow", "x": 1}"#).unwrap_err();
    expect![[r#"
        E-DATE at due: `tomorrow` is not a date; write a day that exists as `2026-11-23`
        E-FIELD at `x`: the field `x` is not known; remove it, or open the file with the version of Annexa that wrote it"#]]
    .assert_eq(&in_english(&problems.0));
}

/// What is compact in a file need not be so once it is laid out.
#[test]
fn a_file_that_would_grow_too_large_is_refused() {
    let evidence = vec![r#"{"label":"x"}"#; 100].join(",");
    let answers: Vec<String> =
        (0..5_000).map(|n| format!(r#"{{"id":"X.{n}","evidence":[{evidence}]}}"#)).collect();
    check(
        &format!("[{}]", answers.join(",")),
        expect![
            "E-TOO-LARGE at answers: all answers together may take 162,297,780 bytes, the limit is 16,515,072; move long notes into linked documents"
        ],
    );
}

#[test]
fn the_size_bound_is_one() {
    let document = read(FULL).unwrap();
    for answer in document.answers() {
        assert!(answer.to_json().len() + 200 <= answer.size_bound_bytes(), "{}", answer.id);
    }
}

/// What it should have said nobody can tell, so that leaving it out would lose it.
#[test]
fn an_unknown_answer_that_says_nothing_is_kept() {
    check(r#"[{"id": "X.9"}]"#, expect!["1 answers"]);
    let document = read(&FULL.replace(
        "\"X.9.9\",\n      \"response\": \"unknown\",\n      \"notes\": \"from another tool\"",
        "\"X.9.9\"",
    ));
    assert_eq!(document.unwrap().unknown_ids().count(), 1);
}

#[test]
fn evidence_without_an_id_gets_one_in_the_order_of_the_file() {
    let file = |first: &str, second: &str| {
        format!(
            r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": [
                {{"id": "A.5.2", "evidence": [{{{first}"label": "a"}}, {{"label": "b"}}]}},
                {{"id": "X.1", "evidence": [{{"label": "c"}}]}},
                {{"id": "A.5.1", "evidence": [{{{second}"label": "d"}}]}}]}}"#
        )
    };
    let ids = |text: &str| {
        let document = read(text).unwrap();
        let entries = document.answers().flat_map(|answer| &answer.evidence);
        let entries: Vec<String> = entries
            .map(|entry| format!("{} {}", entry.label, entry.id.as_ref().unwrap()))
            .collect();
        assert_eq!(read(std::str::from_utf8(&document.to_bytes()).unwrap()).unwrap(), document);
        entries.join("\n")
    };
    expect![[r#"
        d e-zt9bt8d7rq
        a e-rfwce9krg0
        b e-05s5mcqjq4
        c e-g158sj6h7t"#]]
    .assert_eq(&ids(&file("", "")));
    // An id that exists is skipped, wherever it stands.
    expect![[r#"
        d e-rfwce9krg0
        a x
        b e-05s5mcqjq4
        c e-g158sj6h7t"#]]
    .assert_eq(&ids(&file("\"id\": \"x\", ", "\"id\": \"e-rfwce9krg0\", ")));
}

#[test]
fn an_id_stands_once() {
    check(
        r#"[{"id": "4.1", "evidence": [{"id": "e-1", "label": "a"}, {"id": "e-2", "label": "b"}]},
            {"id": "4.2", "evidence": [{"id": "e-2", "label": "c"}, {"id": "", "label": "d"}]}]"#,
        expect![[r#"
            E-DUPLICATE-ID at answers[1].evidence[0].id: the id `e-2` stands twice; remove one of the two ids; a new one is made
            E-ID at answers[1].evidence[1].id: `` is not an id; write ids like `6.1.2`, `6.1.2 d) 2)` or `A.5.1`, in ASCII, at most 64 characters"#]],
    );
}

#[test]
fn the_party_and_the_lineage_are_kept() {
    let text = FULL.replacen(
        "\"about\": {",
        "\"lineage\": \"d-1\",\n  \"about\": {\n    \"id\": \"party 1\",",
        1,
    );
    let document = read(&text).unwrap();
    assert_eq!(document.lineage.as_ref().map(|id| id.as_str()), Some("d-1"));
    assert_eq!(document.about.id.as_ref().map(|id| id.as_str()), Some("party 1"));
    assert_eq!(String::from_utf8(document.to_bytes()).unwrap(), text);
}

#[test]
fn the_content_hash_does_not_depend_on_layout() {
    let document = read(FULL).unwrap();
    let compact: String = FULL.lines().map(str::trim_start).collect();
    assert_eq!(read(&compact).unwrap().content_hash(), document.content_hash());
    // The text without white space outside of strings, which is what is hashed.
    let hashed = compact.replace("\": ", "\":");
    assert_eq!(crate::digest::sha256_hex(hashed.as_bytes()), document.content_hash());
}

#[test]
fn a_file_of_another_kind_is_named_before_its_size_or_depth() {
    let deep = format!(r#"{{"format": "geo", "a": {}{}}}"#, "[".repeat(50), "]".repeat(50));
    check_file(
        &deep,
        expect![[
            r#"E-NOT-OURS at format: the file does not say that it is an Annexa assessment; choose a file that was saved by Annexa; it has `"format": "annexa-assessment"`"#
        ]],
    );
    let first = format!(r#"{{"a": {}{}, "format": "geo"}}"#, "[".repeat(50), "]".repeat(50));
    check_file(
        &first,
        expect![
            "E-DEPTH at line 1, column 38: values nest deeper than 32 levels; choose a file that was saved by Annexa"
        ],
    );
}

#[test]
fn reasons_for_inclusion_are_a_set() {
    let reasons = r#"{"reason": "risk", "reference": "R-2"}, {"reason": "legal"},
        {"reason": "risk", "reference": "R-1"}, {"reason": "legal"}"#;
    let answer = format!(r#"{{"id": "A.5.1", "inclusion": [{reasons}]}}"#);
    let reasons: Vec<String> = Answer::from_json(answer.as_bytes())
        .unwrap()
        .inclusion
        .iter()
        .map(|it| format!("{} {}", it.reason.word(), it.reference))
        .collect();
    assert_eq!(reasons, ["legal ", "risk R-1", "risk R-2"]);
}
