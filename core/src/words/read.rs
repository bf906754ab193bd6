//! Reads a language from its file.

use alloc::borrow::ToOwned;
use alloc::boxed::Box;
use alloc::string::String;
use alloc::vec::Vec;

use super::plural::Plural;
use super::style::Style;
use super::{Direction, Entry, Words, joined};
use crate::json::{Node, parse};
use crate::problem::{Problem, Problems, quoted};

/// A language with all its help texts has a quarter of a megabyte.
const SIZE_MAX_BYTES: usize = 8 * 1024 * 1024;

/// The sections whose objects hold words by id and field, each with what its keys begin with.
const SECTIONS: [(&str, &str); 5] = [
    ("labels", "label"),
    ("items", "item"),
    ("documents", "document"),
    ("lint", ""),
    ("problems", ""),
];

impl Words {
    /// Reads a language.
    ///
    /// # Errors
    ///
    /// What [`parse`] finds, `E-NOT-OURS` for a file of another kind, `E-VERSION` for a newer
    /// one, `E-WORDS` for each place that is no word.
    pub fn from_bytes(bytes: &[u8]) -> Result<Words, Problems> {
        let Node::Map(members) = parse(bytes, SIZE_MAX_BYTES)? else {
            return Err(not_words().into());
        };
        let mut file = File::default();
        for (key, node) in members {
            file.member(&key, node);
        }
        file.finish()
    }
}

#[derive(Default)]
struct File {
    format: String,
    version: i64,
    language: String,
    right_to_left: bool,
    style: Style,
    entries: Vec<(Box<str>, Entry)>,
    problems: Vec<Problem>,
}

impl File {
    fn member(&mut self, key: &str, node: Node) {
        let section = SECTIONS.iter().find(|(section, _)| *section == key);
        match (key, node) {
            ("format", Node::Text(text)) => self.format = text,
            ("version", Node::Int(version)) => self.version = version,
            ("language", Node::Text(text)) => self.language = text,
            ("direction", Node::Text(text)) if text == "ltr" || text == "rtl" => {
                self.right_to_left = text == "rtl";
            }
            // The language's own name is for lists of languages, which a page keeps.
            ("name", Node::Text(_)) => {}
            ("style", Node::Map(members)) => self.style(members),
            ("messages", Node::Map(members)) => {
                for (key, node) in members {
                    self.message(key, node);
                }
            }
            (_, Node::Map(members)) if section.is_some() => {
                let prefix = section.map_or("", |(_, prefix)| prefix);
                for (id, node) in members {
                    let id = if prefix.is_empty() { id } else { joined(&[prefix, &id]) };
                    self.fields(&id, node);
                }
            }
            _ => self.problem(key),
        }
    }

    fn style(&mut self, members: Vec<(String, Node)>) {
        for (key, node) in members {
            match (key.as_str(), node) {
                ("decimal", Node::Text(text)) => self.style.decimal = text,
                ("group", Node::Text(text)) => self.style.group = text,
                ("group_from", Node::Int(number)) if number >= 0 => {
                    self.style.group_from = number.unsigned_abs();
                }
                ("share", Node::Text(text)) => self.style.share = text,
                ("date", Node::Text(text)) => self.style.date = text,
                ("list", Node::Text(text)) => self.style.list = text,
                _ => self.problem(&joined(&["style", &key])),
            }
        }
    }

    /// The words under one id.
    fn fields(&mut self, id: &str, node: Node) {
        let Node::Map(members) = node else { return self.problem(id) };
        for (field, node) in members {
            let key = joined(&[id, &field]);
            match node {
                Node::List(list) => {
                    let texts = list.into_iter().map(|node| match node {
                        Node::Text(text) => Some(text.into_boxed_str()),
                        _ => None,
                    });
                    match texts.collect() {
                        Some(texts) => self.entry(key, Entry::List(texts)),
                        None => self.problem(&key),
                    }
                }
                node => self.message(key, node),
            }
        }
    }

    /// A sentence, or one for each plural form.
    fn message(&mut self, key: String, node: Node) {
        let members = match node {
            Node::Text(text) => return self.entry(key, Entry::Text(text.into_boxed_str())),
            Node::Map(members) => members,
            _ => return self.problem(&key),
        };
        let mut forms = Vec::new();
        for (name, node) in members {
            let form = Plural::NAMES.iter().find(|(known, _)| *known == name);
            let (Some((_, form)), Node::Text(text)) = (form, node) else {
                return self.problem(&joined(&[&key, &name]));
            };
            forms.push((*form, text.into_boxed_str()));
        }
        if forms.iter().all(|(form, _)| *form != Plural::Other) {
            return self.problem(&joined(&[&key, "other"]));
        }
        self.entry(key, Entry::Forms(forms));
    }

    fn entry(&mut self, key: String, entry: Entry) {
        self.entries.push((key.into_boxed_str(), entry));
    }

    fn problem(&mut self, place: &str) {
        if self.problems.len() < 100 {
            self.problems.push(Problem::new(
                "E-WORDS",
                place,
                "here stands no word of a language",
                "compare with the English file; a counted sentence needs the form `other`",
            ));
        }
    }

    fn finish(mut self) -> Result<Words, Problems> {
        if self.format != "annexa-words" {
            return Err(not_words().into());
        }
        if self.version != 1 {
            let message = alloc::format!("the words have the format version {}", self.version);
            return Err(Problem::new("E-VERSION", "version", message, "use a newer Annexa").into());
        }
        let tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if self.language.is_empty() || !self.language.chars().all(tag) {
            self.problems.push(Problem::new(
                "E-WORDS",
                "language",
                alloc::format!("{} is not the tag of a language", quoted(&self.language)),
                "write a tag such as `en` or `pt-BR`",
            ));
        }
        self.entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        for pair in self.entries.windows(2) {
            if let [(one, _), (other, _)] = pair
                && one == other
            {
                self.problems.push(Problem::new(
                    "E-DUPLICATE-KEY",
                    one.as_ref().to_owned(),
                    "these words stand twice",
                    "keep one of the two",
                ));
            }
        }
        if !self.problems.is_empty() {
            return Err(Problems(self.problems));
        }
        Ok(Words {
            language: self.language,
            direction: if self.right_to_left {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            },
            style: self.style,
            entries: self.entries,
            base: None,
        })
    }
}

fn not_words() -> Problem {
    Problem::new(
        "E-NOT-OURS",
        "",
        "this is not a file of words",
        "choose a file whose `format` is `annexa-words`",
    )
}
