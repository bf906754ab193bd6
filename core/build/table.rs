//! Writes the catalogue as a table: texts by line, and beside them numbers in which every name is
//! already a place. A page's first view carries the table, and no reader of catalogues.

use std::error::Error;

use serde::Deserialize;

#[derive(Deserialize)]
struct File {
    id: String,
    attributes: Vec<Attribute>,
    chapters: Vec<Chapter>,
    items: Vec<Item>,
    documents: Vec<Document>,
}

#[derive(Deserialize)]
struct Attribute {
    id: String,
    values: Vec<String>,
    #[serde(default = "yes")]
    scored: bool,
}

#[derive(Deserialize)]
struct Chapter {
    id: String,
    group: String,
}

#[derive(Deserialize)]
struct Item {
    id: String,
    kind: String,
    chapter: Option<String>,
    #[serde(default)]
    attributes: serde_json::Map<String, serde_json::Value>,
}

#[derive(Deserialize)]
struct Document {
    id: String,
    source: String,
    needed_from: String,
}

fn yes() -> bool {
    true
}

/// The kinds and stages in the order of `Kind::WORDS` and `Needed::WORDS`; a test compares the whole
/// table with what the reader makes of the file.
const KINDS: [&str; 4] = ["heading", "requirement", "item", "control"];
const STAGES: [&str; 3] = ["stage_1", "stage_2", "organization"];

/// The texts and the numbers of a catalogue's file.
pub(crate) fn generate(json: &str) -> Result<(String, Vec<u8>), Box<dyn Error>> {
    let File { id, attributes, chapters, items, documents } = serde_json::from_str(json)?;
    let mut table = Table::default();
    table.text(&id);
    table.number(attributes.len());
    for Attribute { id, values, scored } in &attributes {
        table.text(id);
        table.number(values.len());
        values.iter().for_each(|value| table.text(value));
        table.number((*scored).into());
    }
    table.number(chapters.len());
    for Chapter { id, group } in &chapters {
        table.text(id);
        table.text(group);
    }
    table.number(items.len());
    let mut chapter_of: Vec<Option<usize>> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let parent = parent(&items, index);
        let own = item.chapter.as_ref().unwrap_or(&item.id);
        let own = chapters.iter().position(|chapter| chapter.id == *own);
        let chapter = own.or_else(|| *chapter_of.get(parent?)?);
        chapter_of.push(chapter);
        table.text(&item.id);
        table.number(place(&KINDS, &item.kind)?);
        table.number(parent.map_or(0, |parent| index - parent));
        table.number(chapter.map_or(0, |chapter| chapter + 1));
        let mut values = Vec::new();
        for (at, attribute) in attributes.iter().enumerate() {
            for value in item.attributes.get(&attribute.id).into_iter().flat_map(words) {
                values.push((at, place(&attribute.values, value)?));
            }
        }
        values.sort_unstable();
        table.number(values.len());
        for (attribute, value) in values {
            table.number(attribute);
            table.number(value);
        }
    }
    table.number(documents.len());
    for Document { id, source, needed_from } in &documents {
        let ids: Vec<&str> = items.iter().map(|item| item.id.as_str()).collect();
        let source = place(&ids, source)?;
        let mut question = source;
        let is_asked = |it: &Item| matches!(it.kind.as_str(), "requirement" | "control");
        while !items.get(question).is_some_and(is_asked) {
            question = parent(&items, question).ok_or("a document that no question asks for")?;
        }
        table.text(id);
        table.number(source);
        table.number(question);
        table.number(place(&STAGES, needed_from)?);
    }
    Ok((table.texts, table.numbers))
}

/// The nearest item before this one whose id is this one's without its last parts.
fn parent(items: &[Item], index: usize) -> Option<usize> {
    let mut rest = items.get(index)?.id.as_str();
    while let Some(end) = rest.rfind(['.', ' ']) {
        rest = rest.get(..end)?;
        if let Some(found) = items.iter().take(index).position(|item| item.id == rest) {
            return Some(found);
        }
    }
    None
}

fn words(value: &serde_json::Value) -> impl Iterator<Item = &str> {
    value.as_array().into_iter().flatten().filter_map(serde_json::Value::as_str)
}

fn place<T: AsRef<str>>(known: &[T], wanted: &str) -> Result<usize, Box<dyn Error>> {
    let found = known.iter().position(|it| it.as_ref() == wanted);
    found.ok_or_else(|| format!("the catalogue has no `{wanted}`").into())
}

#[derive(Default)]
struct Table {
    texts: String,
    numbers: Vec<u8>,
}

impl Table {
    fn text(&mut self, text: &str) {
        self.texts.push_str(text);
        self.texts.push('\n');
    }

    /// Seven bits a byte, the lowest first; all bytes but the last have the eighth.
    fn number(&mut self, mut number: usize) {
        while number > 127 {
            self.numbers.push((number % 128) as u8 | 128);
            number /= 128;
        }
        self.numbers.push(number as u8);
    }
}
