//! Reading typed values out of a tree, collecting every problem on the way.

use super::node::Node;
use crate::assessment::text_problem;
use crate::problem::{Problem, quoted};

/// Collects the problems of one input.
#[derive(Debug, Default)]
pub(crate) struct Reader {
    pub(crate) problems: Vec<Problem>,
}

/// How many problems are listed; a file with more is broken as a whole.
const PROBLEMS_MAX: usize = 100;

impl Reader {
    /// Notes a problem.
    pub(crate) fn problem(
        &mut self,
        code: &'static str,
        place: &str,
        message: String,
        fix: impl Into<String>,
    ) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(Problem::new(code, place, message, fix));
        }
    }

    /// Notes a problem that a value type found, at its place.
    pub(crate) fn problem_at(&mut self, place: &str, problem: Problem) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(Problem { place: place.to_owned(), ..problem });
        }
    }

    /// Opens an object. Its members are taken by name; what is left when
    /// [`Fields::finish`] runs is unknown and reported.
    pub(crate) fn fields(&mut self, node: Node, place: &str) -> Option<Fields> {
        match node {
            Node::Map(members) => {
                let mut seen: Vec<(String, Node)> = Vec::with_capacity(members.len());
                for (key, value) in members {
                    if seen.iter().any(|(other, _)| *other == key) {
                        self.problem(
                            "E-DUPLICATE-KEY",
                            place,
                            format!("the key {} stands twice", quoted(&key)),
                            "keep one of the two",
                        );
                    } else {
                        seen.push((key, value));
                    }
                }
                Some(Fields { place: place.to_owned(), members: seen })
            }
            other => {
                self.wrong_kind(place, "an object", &other);
                None
            }
        }
    }

    /// Reads text of at most `size_max_bytes` bytes without control characters other than
    /// line feed and tab.
    pub(crate) fn text(
        &mut self,
        node: Node,
        place: &str,
        size_max_bytes: usize,
    ) -> Option<String> {
        let Node::Text(text) = node else {
            self.wrong_kind(place, "text", &node);
            return None;
        };
        if let Some(problem) = text_problem(place, &text, size_max_bytes) {
            self.problem_at(place, problem);
            return None;
        }
        Some(text)
    }

    /// Reads an integer from `min` to `max`.
    pub(crate) fn int(&mut self, node: &Node, place: &str, min: i64, max: i64) -> Option<i64> {
        match node {
            Node::Int(value) if (min..=max).contains(value) => Some(*value),
            Node::Int(value) => {
                self.problem(
                    "E-RANGE",
                    place,
                    format!("`{value}` is out of range"),
                    format!("write a whole number from {min} to {max}"),
                );
                None
            }
            Node::OtherNumber => {
                self.problem(
                    "E-RANGE",
                    place,
                    "the number is not a whole number in range".to_owned(),
                    format!("write a whole number from {min} to {max}"),
                );
                None
            }
            other => {
                self.wrong_kind(place, "a whole number", other);
                None
            }
        }
    }

    /// Reads a list of at most `len_max` entries.
    pub(crate) fn list(&mut self, node: Node, place: &str, len_max: usize) -> Vec<Node> {
        match node {
            Node::List(items) if items.len() <= len_max => items,
            Node::List(items) => {
                self.problem(
                    "E-TOO-LARGE",
                    place,
                    format!("the list has {} entries, the limit is {len_max}", items.len()),
                    "remove entries",
                );
                Vec::new()
            }
            other => {
                self.wrong_kind(place, "a list", &other);
                Vec::new()
            }
        }
    }

    /// Reads one of a closed set of words.
    pub(crate) fn word<T: Copy>(
        &mut self,
        node: Node,
        place: &str,
        words: &[(&'static str, T)],
    ) -> Option<T> {
        let text = self.text(node, place, 256)?;
        let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
        if found.is_none() {
            let choices: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
            self.problem(
                "E-VALUE",
                place,
                format!("{} is not a value of this field", quoted(&text)),
                format!("write one of {}", choices.join(", ")),
            );
        }
        found
    }

    /// Reads text and parses it into a value type, whose problem gets the place.
    pub(crate) fn parsed<T: std::str::FromStr<Err = Problem>>(
        &mut self,
        node: Node,
        place: &str,
    ) -> Option<T> {
        let text = self.text(node, place, 4096)?;
        match text.parse() {
            Ok(value) => Some(value),
            Err(problem) => {
                self.problem_at(place, problem);
                None
            }
        }
    }

    fn wrong_kind(&mut self, place: &str, wanted: &str, found: &Node) {
        let found = match found {
            Node::Null => "null",
            Node::Bool(_) => "true or false",
            Node::Int(_) | Node::OtherNumber => "a number",
            Node::Text(_) => "text",
            Node::List(_) => "a list",
            Node::Map(_) => "an object",
        };
        self.problem("E-TYPE", place, format!("here stands {found}"), format!("write {wanted}"));
    }
}

/// The members of an object that nobody has taken yet.
#[derive(Debug)]
pub(crate) struct Fields {
    place: String,
    members: Vec<(String, Node)>,
}

impl Fields {
    /// The path of a member, for instance `answers[3].owner`.
    pub(crate) fn path(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    /// The path of the object itself.
    pub(crate) fn place(&self) -> &str {
        &self.place
    }

    /// Takes a member that may be missing.
    pub(crate) fn take(&mut self, key: &str) -> Option<Node> {
        let index = self.members.iter().position(|(member, _)| member == key)?;
        Some(self.members.remove(index).1)
    }

    /// Takes a member that must be there.
    pub(crate) fn require(&mut self, reader: &mut Reader, key: &str) -> Option<Node> {
        let node = self.take(key);
        if node.is_none() {
            reader.problem(
                "E-MISSING",
                &self.path(key),
                format!("the field `{key}` is missing"),
                "add it",
            );
        }
        node
    }

    /// Takes text that may be missing; missing is empty.
    pub(crate) fn text(&mut self, reader: &mut Reader, key: &str, size_max_bytes: usize) -> String {
        let place = self.path(key);
        self.take(key)
            .and_then(|node| reader.text(node, &place, size_max_bytes))
            .unwrap_or_default()
    }

    /// Reports what nobody took.
    pub(crate) fn finish(self, reader: &mut Reader) {
        for (key, _) in &self.members {
            reader.problem(
                "E-FIELD",
                &self.path(&quoted(key)),
                format!("the field {} is not known", quoted(key)),
                "remove it, or open the file with the version of Annexa that wrote it",
            );
        }
    }
}
