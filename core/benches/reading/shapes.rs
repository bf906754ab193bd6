//! Files of any size whose content is as hard to read as it can be, and one as people write it.

/// The content of a file, by its name and by how it is made in about so many bytes.
pub(crate) type Shape = (&'static str, fn(usize) -> Vec<u8>);

/// What the answers of a file may be made of.
pub(crate) const SHAPES: [Shape; 22] = [
    ("full answers", full_answers),
    ("small answers", |size| answers(size, |n| format!(r#"{{"id":"X.{n}"}}"#))),
    ("evidence", |size| entries(size, "evidence", |_| r#"{"label":"a"}"#.to_owned())),
    ("evidence with ids", |size| {
        entries(size, "evidence", |n| format!(r#"{{"id":"{n}","label":"a"}}"#))
    }),
    ("reasons", |size| {
        entries(size, "inclusion", |n| format!(r#"{{"reason":"risk","reference":"{n}"}}"#))
    }),
    ("wrong values", |size| entries(size, "evidence", |_| r#"{"date":1}"#.to_owned())),
    ("unknown fields", |size| top(size, |n| format!(r#""k{n:06}":1"#))),
    ("one field twice", |size| top(size, |_| r#""k":1"#.to_owned())),
    ("known fields twice", |size| {
        entries(size, "evidence", |_| r#"{"label":"a","label":"b"}"#.to_owned())
    }),
    ("fields of an answer", |size| {
        answers(size, |n| format!(r#"{{"id":"X.1","owner":"{n}","owner":"{n}","x{n}":0}}"#))
    }),
    ("lists", |size| repeated(size, "[", "[],", "0]")),
    ("lists of one", |size| repeated(size, "[", "[1],", "0]")),
    ("lists in lists", |size| {
        repeated(size, "[", &format!("{}{},", "[".repeat(30), "]".repeat(30)), "0]")
    }),
    ("objects", |size| repeated(size, "[", r#"{"":1},"#, "0]")),
    ("numbers", |size| repeated(size, "[", "1,", "0]")),
    ("one number", |size| repeated(size, "", "1", "")),
    ("one text", |size| repeated(size, "\"", "abcdefgh", "\"")),
    ("one text in another script", |size| {
        repeated(size, "\"", "\u{c4}\u{4e2d}\u{1f600}\u{b0}", "\"")
    }),
    ("escapes", |size| repeated(size, "\"", "\\u00e4", "\"")),
    ("short escapes", |size| repeated(size, "\"", "\\n", "\"")),
    ("texts", |size| repeated(size, "[", "\"\",", "0]")),
    ("white space", |size| repeated(size, "[", " \n\t", "0]")),
];

const HEAD: &str = r#"{"format":"annexa-assessment","version":1,"catalogue":"iso27001-2022""#;

/// A file whose further members are these.
fn top(size: usize, member: fn(usize) -> String) -> Vec<u8> {
    let mut text = format!("{HEAD},\"answers\":[]");
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.push(',');
        text.push_str(&member(number));
    }
    text.push('}');
    text.into_bytes()
}

/// A file with these answers.
fn answers(size: usize, answer: fn(usize) -> String) -> Vec<u8> {
    let mut text = format!("{HEAD},\"answers\":[");
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(if number == 0 { "" } else { "," });
        text.push_str(&answer(number));
    }
    text.push_str("]}");
    text.into_bytes()
}

/// A file whose answers have full lists of these entries.
fn entries(size: usize, list: &str, entry: fn(usize) -> String) -> Vec<u8> {
    let mut text = format!("{HEAD},\"answers\":[");
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        let entries: Vec<String> = (100 * number..100 * (number + 1)).map(entry).collect();
        text.push_str(if number == 0 { "" } else { "," });
        text.push_str(&format!(r#"{{"id":"X.{number}","{list}":[{}]}}"#, entries.join(",")));
    }
    text.push_str("]}");
    text.into_bytes()
}

/// A file with a member that nobody knows, which repeats a text.
fn repeated(size: usize, before: &str, text: &str, after: &str) -> Vec<u8> {
    let count = size.saturating_sub(HEAD.len()) / text.len();
    format!("{HEAD},\"x\":{before}{}{after},\"answers\":[]}}", text.repeat(count)).into_bytes()
}

/// Answers in all dimensions, laid out as files are.
fn full_answers(size: usize) -> Vec<u8> {
    let mut text = format!("{HEAD},\n  \"answers\": [\n");
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text.push_str(if number == 0 { "" } else { ",\n" });
        text.push_str(&full_answer(number));
    }
    text.push_str("\n  ]\n}\n");
    text.into_bytes()
}

/// One answer in all dimensions.
fn full_answer(number: usize) -> String {
    format!(
        r#"    {{
      "id": "X.{number}",
      "response": "partly",
      "implementation": "planned",
      "applicability": {{
        "state": "inherited",
        "justification": "The provider runs the data centre; its report was read in spring.",
        "provider": "Rechenzentrum Küste GmbH"
      }},
      "inclusion": [
        {{
          "reason": "legal",
          "reference": "Article 32"
        }},
        {{
          "reason": "risk",
          "reference": "R-{number}"
        }}
      ],
      "maturity": {{
        "level": 2,
        "target": 4
      }},
      "finding": {{
        "kind": "minor_nonconformity",
        "text": "Two versions of the procedure are in use.\nOne of them is not approved.",
        "root_cause": "Nobody owns the folder.",
        "correction": "The old one was withdrawn on the day of the audit."
      }},
      "notes": "Seen in the interview with operations; the tickets of three months were sampled.",
      "evidence": [
        {{
          "id": "e-{number:010}",
          "label": "Procedure for changes, version 3",
          "link": "https://intranet.example/procedures/changes?version=3",
          "date": "2026-01-31",
          "review_months": 12
        }}
      ],
      "owner": "Head of operations",
      "due": "2027-01-01",
      "changed": "2026-11-20"
    }}"#
    )
}
