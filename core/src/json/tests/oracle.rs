//! Another reader as the judge: what it takes is taken and means the same, what it refuses is
//! refused, and at the same line.

use std::fmt;

use serde::de::{Deserialize, Deserializer, Error, MapAccess, SeqAccess, Visitor};

use super::{LIMITS, shown};
use crate::json::Reader;
use crate::{Problems, problem::quoted};

/// How many mutants are judged.
const MUTANTS: usize = 6_000;

/// A tree as [`shown`] writes it.
struct Shown(String);

impl<'de> Deserialize<'de> for Shown {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Shown, D::Error> {
        deserializer.deserialize_any(ShownVisitor).map(Shown)
    }
}

struct ShownVisitor;

/// How serde_json hands over a number, with its feature `arbitrary_precision`.
const NUMBER_KEY: &str = "$serde_json::private::Number";

impl<'de> Visitor<'de> for ShownVisitor {
    type Value = String;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: Error>(self) -> Result<String, E> {
        Ok("Null".to_owned())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<String, E> {
        Ok(format!("Bool({value})"))
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<String, E> {
        Ok(format!("Int({value})"))
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<String, E> {
        Ok(i64::try_from(value)
            .map_or_else(|_| "OtherNumber".to_owned(), |it| format!("Int({it})")))
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<String, E> {
        Ok(format!("Text({value:?})"))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<String, A::Error> {
        let mut parts = Vec::new();
        while let Some(Shown(part)) = access.next_element()? {
            parts.push(part);
        }
        Ok(format!("List([{}])", parts.join(", ")))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<String, A::Error> {
        let mut parts = Vec::new();
        while let Some(key) = access.next_key::<String>()? {
            if key == NUMBER_KEY {
                let digits: String = access.next_value()?;
                let number = digits.parse::<i64>();
                return Ok(number.map_or("OtherNumber".to_owned(), |it| format!("Int({it})")));
            }
            let Shown(value) = access.next_value()?;
            parts.push(format!("({key:?}, {value})"));
        }
        Ok(format!("Map([{}])", parts.join(", ")))
    }
}

/// What both say: the tree, or the line of the first thing that is wrong.
fn both(text: &str) -> (Result<String, usize>, Result<String, usize>) {
    let theirs = serde_json::from_str::<Shown>(text).map(|it| it.0).map_err(|e| e.line());
    let ours = Reader::whole(text.as_bytes(), LIMITS, shown).map_err(|Problems(problems)| {
        let line =
            problems[0].place.strip_prefix("line ").and_then(|place| place.split(',').next());
        line.and_then(|line| line.parse().ok()).unwrap_or_else(|| panic!("{problems:?}"))
    });
    (ours, theirs)
}

/// A file with everything that JSON has, and the pieces that mutants are made with.
const FILE: &str = r#"{"format": "annexa-assessment", "version": 1, "numbers": [0, -1, 12.5, 1e3, -0.0E-2],
  "texts": ["", "a\"b\\c\/\b\f\n\r\t", "\u00e4\ud83d\ude00", "ä中😀", "\u0000"],
  "answers": [{"id": "A.5.1", "due": null, "deep": [[[{"x": [true, false]}]]]},
    {"id": "A.5.2", "notes": "one line\nand another", "id": "A.5.2"}, {}, []]
}"#;
const PIECES: [&str; 40] = [
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "\"",
    "\\",
    "\\u",
    "\\ud83d",
    "\\ude00",
    "\\u00",
    "/",
    "\n",
    "\t",
    " ",
    "\r",
    "0",
    "1",
    "-",
    "+",
    ".",
    "e",
    "E5",
    "1e400",
    "99999999999999999999",
    "null",
    "true",
    "fals",
    "NaN",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "ä",
    "😀",
    "\u{0}",
    "\u{1f}",
    "\"a\":1,",
    "[[[[",
    "{}",
];

#[test]
fn mutants_are_judged_alike() {
    let mut seed = 7_u32;
    let mut next = |below: usize| {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (seed >> 8) as usize % below
    };
    let (mut taken, mut wrong) = (0, Vec::new());
    for _ in 0..MUTANTS {
        let mut characters: Vec<char> = FILE.chars().collect();
        for _ in 0..1 + next(2) {
            let at = next(characters.len());
            let piece = PIECES[next(PIECES.len())].chars();
            match next(4) {
                0 => drop(characters.drain(at..(at + 1 + next(20)).min(characters.len()))),
                1 => characters.truncate(at.max(1)),
                2 => drop(characters.splice(at..=at, piece)),
                _ => drop(characters.splice(at..at, piece)),
            }
            if characters.is_empty() {
                characters.push('{');
            }
        }
        let text: String = characters.into_iter().collect();
        if !text.starts_with(['{', '[']) {
            continue; // What is no JSON from its beginning is named as what it is.
        }
        let (ours, theirs) = both(&text);
        taken += usize::from(theirs.is_ok());
        let is_alike = match (&ours, &theirs) {
            (Ok(ours), Ok(theirs)) => ours == theirs,
            // A line that ends inside of a text is wrong for the one, the next line for the other.
            (Err(ours), Err(theirs)) => ours == theirs || ours + 1 == *theirs,
            _ => false,
        };
        if !is_alike {
            wrong.push(format!("{}: {ours:?}, not {theirs:?}", quoted(&text)));
        }
    }
    assert!(taken > MUTANTS / 20, "only {taken} mutants are JSON");
    assert!(
        wrong.is_empty(),
        "{} of {MUTANTS}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(9)].join("\n")
    );
}
