//! Registers in a file: what is read, made, kept and refused.

use expect_test::{Expect, expect};

use super::Ready;
use crate::assessment::Document;
use crate::catalogue::Catalogue;

fn read(members: &str) -> Result<Document, crate::Problems> {
    let file = format!(
        r#"{{"format": "annexa-assessment", "version": 1, "catalogue": "iso27001-2022", "answers": [], {members}}}"#
    );
    Document::from_bytes(Catalogue::iso27001_2022(), file.as_bytes())
}

#[track_caller]
fn check(members: &str, expected: Expect) {
    let outcome = match read(members) {
        Ok(document) => {
            let bytes = document.to_bytes();
            let again = Document::from_bytes(Catalogue::iso27001_2022(), &bytes).unwrap();
            assert_eq!(again, document);
            assert_eq!(again.to_bytes(), bytes);
            let text = String::from_utf8(bytes).unwrap();
            text.split_once("27001-2022\",").map(|(_, rest)| rest.to_owned()).unwrap()
        }
        Err(problems) => crate::words::in_english(&problems.0),
    };
    expected.assert_eq(&outcome);
}

fn criteria(from: &str, to: &str) -> String {
    let text = include_str!("../../../data/criteria/3x3.json");
    assert!(text.contains(from), "{from}");
    format!("\"criteria\": {}", text.replacen(from, to, 1))
}

#[test]
fn an_entry_is_written_as_it_was_read_and_registers_by_id() {
    check(
        r#""risks": [{"id": "r-2", "title": "B"}, {"id": "r-1", "label": "R-1", "title": "A", "basis": "event",
            "existing": ["A.8.7", "A.5.1", "A.8.7"], "tags": ["z", "", "a"], "current": {"likelihood": "l1", "c": "c2"},
            "treatment": {"option": "modify", "controls": ["A.8.13"]}}],
           "actions": [{"id": "t-1", "what": "Do it", "serves": ["r-1"], "effort_cd": 350, "due": "2027-01-01"}]"#,
        expect![[r#"

              "risks": [
                {
                  "id": "r-1",
                  "label": "R-1",
                  "title": "A",
                  "existing": [
                    "A.5.1",
                    "A.8.7"
                  ],
                  "current": {
                    "likelihood": "l1",
                    "c": "c2"
                  },
                  "treatment": {
                    "option": "modify",
                    "controls": [
                      "A.8.13"
                    ]
                  },
                  "tags": [
                    "a",
                    "z"
                  ]
                },
                {
                  "id": "r-2",
                  "title": "B"
                }
              ],
              "actions": [
                {
                  "id": "t-1",
                  "what": "Do it",
                  "due": "2027-01-01",
                  "serves": [
                    "r-1"
                  ],
                  "effort_cd": 350
                }
              ],
              "answers": []
            }
        "#]],
    );
}

#[test]
fn ids_that_are_missing_are_made_in_the_order_of_the_file() {
    let document =
        read(r#""groups": [{"name": "B"}, {"id": "g-1", "name": "A"}], "risks": [{"title": "R"}]"#)
            .unwrap();
    let registers = document.system();
    let ids: Vec<&str> = registers.groups.iter().map(|group| group.id.as_str()).collect();
    assert_eq!(ids, ["g-1", "g-y4mtbk0yv0"]);
    assert!(registers.risks[0].id.as_str().starts_with("r-"));
}

#[test]
fn what_is_wrong_is_said_with_its_place() {
    check(
        r#""risks": [{"id": "r-1", "title": "A"}, {"id": "r-1", "title": ""}]"#,
        expect![[r#"
            E-MISSING at risks[1].title: the field `title` says nothing; fill it in
            E-DUPLICATE-ID at risks[1]: `r-1` stands twice in this list; keep one of the two"#]],
    );
    check(
        r#""obligations": [{"title": "Law", "kind": "law", "since": "2027-01-02", "until": "2027-01-01"}, {"title": "x"}]"#,
        expect![[r#"
            E-DATE-ORDER at obligations[0]: `until` is 2027-01-01, before `since`, which is 2027-01-02; let `until` be on the day of `since` or after it
            E-MISSING at obligations[1].kind: the field `kind` is missing; add it"#]],
    );
    check(
        r#""own_controls": [{"id": "A.5.1", "title": "Mine"}], "risks": [{"title": "R", "approvals": [
            {"id": "a-1", "of": "plan", "by": "x", "on": "2027-01-01", "digest": "d"},
            {"id": "a-1", "of": "residual", "by": "x", "on": "2027-01-01", "digest": "d"}],
            "acceptance": {"by": "x", "role": "r", "on": "2027-01-02", "until": "2027-01-01", "level": "high", "digest": "d"}}]"#,
        expect![[r#"
            E-DUPLICATE-ID at risks[0].approvals[1]: `a-1` stands twice in this list; keep one of the two
            E-DATE-ORDER at risks[0].acceptance: `until` is 2027-01-01, before `on`, which is 2027-01-02; let `until` be on the day of `on` or after it
            E-DUPLICATE-ID at own_controls[0].id: the id `A.5.1` stands twice; remove one of the two ids; a new one is made"#]],
    );
}

#[test]
fn criteria_hang_together() {
    check(
        &criteria("\"low\",\n      \"low\",\n      \"medium\"", "\"low\",\n      \"low\""),
        expect![
            "E-MATRIX-HOLE at criteria.matrix[0]: the row has 2 cells, and consequence has 3 steps; give each step of likelihood a row, and each step of consequence a level in it"
        ],
    );
    check(
        &criteria("      \"high\"\n", "      \"hgh\"\n"),
        expect![
            "E-MATRIX-HOLE at criteria.matrix[1][2]: `hgh` is not a level; give each step of likelihood a row, and each step of consequence a level in it"
        ],
    );
    check(
        &criteria(
            "\"medium\",\n      \"high\",\n      \"high\"",
            "\"high\",\n      \"medium\",\n      \"high\"",
        ),
        expect![
            "E-MATRIX-ORDER at criteria.matrix[2][1]: the level is lower than that of a rarer or smaller case beside it; raise this cell, or lower the one to its left or that of the rarer step"
        ],
    );
    check(
        &criteria("\"accept_up_to\": \"low\"", "\"accept_up_to\": \"none\""),
        expect![
            "E-CRITERIA at criteria.accept_up_to: `none` is not a level; write the word of one of the levels"
        ],
    );
    check(
        &criteria("\"word\": \"l2\"", "\"word\": \"l1\""),
        expect![
            "E-CRITERIA at criteria.likelihood[1].word: the word `l1` stands twice; give each its own word"
        ],
    );
}

#[test]
fn what_is_offered_ready_can_be_read_and_is_whole() {
    for (name, ready) in Ready::NAMES {
        let criteria = ready.criteria().unwrap();
        assert_eq!(format!("{0}x{0}", criteria.likelihood.len()), *name);
        let steps = criteria.likelihood.iter().chain(&criteria.consequence);
        assert!(steps.map(|step| &step.anchor).all(|anchor| !anchor.is_empty()));
        let top = criteria.levels.len() - 1;
        for (row, cells) in criteria.matrix.iter().enumerate() {
            for cell in 0..cells.len() {
                let level = criteria.cell(row, cell).unwrap();
                assert!(row > 0 && cell > 0 || level < top, "{name}: {row} {cell}");
                let right = criteria.cell(row, cell + 1).unwrap_or(level);
                let above = criteria.cell(row + 1, cell).unwrap_or(level);
                assert!(right - level <= 1 && above - level <= 1, "{name}: {row} {cell}");
            }
        }
    }
}
