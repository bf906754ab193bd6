//! A JSON value with its members in file order.

use std::fmt;

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};

use crate::problem::Problem;

/// How deep values may nest; a document needs five levels.
const DEPTH_MAX: usize = 32;

/// A JSON value. Numbers are integers: nothing in the format needs a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Node {
    Null,
    Bool(bool),
    Int(i64),
    /// A fraction or an integer beyond 64 bits, kept only to say so.
    OtherNumber,
    Text(String),
    List(Vec<Node>),
    Map(Vec<(String, Node)>),
}

/// Parses bytes, at most `size_max_bytes` of them.
///
/// # Errors
///
/// `E-TOO-LARGE`, `E-EMPTY`, `E-ENCODING`, `E-NOT-JSON` (a file of another kind),
/// `E-DEPTH` or `E-SYNTAX` with line and column.
pub(crate) fn parse(bytes: &[u8], size_max_bytes: usize) -> Result<Node, Problem> {
    if bytes.len() > size_max_bytes {
        return Err(Problem::new(
            "E-TOO-LARGE",
            "",
            format!("the file has {} bytes, the limit is {size_max_bytes}", bytes.len()),
            "check that this is the right file; move long notes into linked documents",
        ));
    }
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Err(Problem::new(
            "E-EMPTY",
            "",
            "the file is empty",
            "choose a file that was saved by Annexa",
        ));
    }
    if let Some(kind) = foreign_kind(bytes) {
        return Err(Problem::new(
            "E-NOT-JSON",
            "",
            format!("this is {kind}, not an assessment"),
            "choose the `.json` file that was saved by Annexa",
        ));
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        Problem::new(
            "E-ENCODING",
            format!("byte {}", error.valid_up_to()),
            "the file is not UTF-8",
            "save it again as UTF-8",
        )
    })?;
    let node: Node = serde_json::from_str(text).map_err(|error| syntax_problem(&error))?;
    if depth(&node) > DEPTH_MAX {
        return Err(too_deep());
    }
    Ok(node)
}

fn foreign_kind(bytes: &[u8]) -> Option<&'static str> {
    let kinds: [(&[u8], &str); 6] = [
        (b"PK\x03\x04", "a ZIP archive or an Office file"),
        (b"%PDF", "a PDF file"),
        (b"<", "an HTML or XML file"),
        (b"\0asm", "a WebAssembly module"),
        (b"\xff\xfe", "UTF-16 text"),
        (b"\xfe\xff", "UTF-16 text"),
    ];
    kinds.iter().find(|(magic, _)| bytes.starts_with(magic)).map(|(_, kind)| *kind)
}

fn syntax_problem(error: &serde_json::Error) -> Problem {
    let message = error.to_string();
    if message.starts_with("recursion limit") {
        return too_deep();
    }
    let sentence = message.split(" at line ").next().unwrap_or_default().to_owned();
    let (what, fix) = if error.is_eof() {
        ("the file ends too early".to_owned(), "the file was cut off; use another copy")
    } else {
        (format!("this is not valid JSON: {sentence}"), "correct the place, or use another copy")
    };
    Problem::new("E-SYNTAX", format!("line {}, column {}", error.line(), error.column()), what, fix)
}

fn too_deep() -> Problem {
    Problem::new(
        "E-DEPTH",
        "",
        format!("values nest deeper than {DEPTH_MAX} levels"),
        "choose a file that was saved by Annexa",
    )
}

/// The nesting depth. The recursion is bounded: the parser stops at 128 levels.
fn depth(node: &Node) -> usize {
    match node {
        Node::List(items) => 1 + items.iter().map(depth).max().unwrap_or(0),
        Node::Map(members) => 1 + members.iter().map(|(_, node)| depth(node)).max().unwrap_or(0),
        _ => 0,
    }
}

impl<'de> Deserialize<'de> for Node {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Node, D::Error> {
        deserializer.deserialize_any(NodeVisitor)
    }
}

struct NodeVisitor;

/// How serde_json hands over a number that is no integer of 64 bits, with its feature
/// `arbitrary_precision`: as an object with this key. The feature keeps floating-point parsing, and its tables of a dozen
/// kilobytes, out of the module for the page. A file that spells the key out gets a number
/// or an error at that place, which is what it deserves.
const NUMBER_KEY: &str = "$serde_json::private::Number";

impl<'de> Visitor<'de> for NodeVisitor {
    type Value = Node;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Node, E> {
        Ok(Node::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Node, E> {
        Ok(Node::Bool(value))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Node, E> {
        Ok(Node::Int(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Node, E> {
        Ok(i64::try_from(value).map_or(Node::OtherNumber, Node::Int))
    }

    fn visit_f64<E: de::Error>(self, _: f64) -> Result<Node, E> {
        Ok(Node::OtherNumber)
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Node, E> {
        Ok(Node::Text(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Node, E> {
        Ok(Node::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut items = Vec::new();
        while let Some(item) = access.next_element()? {
            items.push(item);
        }
        Ok(Node::List(items))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Node, A::Error> {
        let mut members = Vec::new();
        while let Some((key, value)) = access.next_entry::<String, Node>()? {
            if let (NUMBER_KEY, Node::Text(digits)) = (key.as_str(), &value) {
                return Ok(digits.parse().map_or(Node::OtherNumber, Node::Int));
            }
            members.push((key, value));
        }
        Ok(Node::Map(members))
    }
}
