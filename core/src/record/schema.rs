//! The JSON Schema of a shape, draft 2020-12.
//!
//! A schema counts characters where the reader counts bytes, and it does not say what the reader
//! sees over a whole file: that ids stand once, and that all together is not too much.

use super::field::{Field, Kind, Order, Shape};
use crate::json::Writer;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

/// Ids: the characters of the field, no space at either end.
const ID: &str = "^[A-Za-z0-9._()-]([A-Za-z0-9._() -]{0,62}[A-Za-z0-9._()-])?$";
/// Days as they are written; whether the day exists is for `format` to say.
const DATE: &str = "^(19|[2-9][0-9])[0-9]{2}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// Text without control characters but line feed and tab.
const TEXT: &str = r"^[^\u0000-\u0008\u000B-\u001F\u007F-\u009F]*$";

/// Names: visible ASCII characters, no space at either end.
const NAME: &str = "^[!-~]([ -~]{0,62}[!-~])?$";
/// A SHA-256.
const DIGEST: &str = "^[0-9a-f]{64}$";

/// What stands at the top of a file, or of what a program prints.
#[derive(Debug)]
pub(crate) struct Top {
    /// What it says about itself, where its own members do not say it.
    pub(crate) format: Option<&'static str>,
    /// Members before and behind its own, which several tops share.
    pub(crate) around: Option<[&'static Shape; 2]>,
    /// Its own members.
    pub(crate) own: &'static Shape,
}

/// The schema of what has this top.
pub(crate) fn schema(top: &Top, name: &str) -> Vec<u8> {
    let head = top.format.map(head);
    let (before, behind) = match top.around {
        Some([before, behind]) => (before.fields, behind.fields),
        None => (&[][..], &[][..]),
    };
    let fields = head.iter().flatten().chain(before).chain(top.own.fields).chain(behind);
    let mut shapes = Vec::new();
    inner_shapes(top.own, &mut shapes);
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("$schema", "https://json-schema.org/draft/2020-12/schema");
        w.text("$id", &urn(name));
        w.text("title", top.own.name);
        w.text("description", &sentence(top.own.meaning));
        object(w, &fields.collect::<Vec<_>>(), &[]);
        if shapes.is_empty() {
            return;
        }
        w.member_object("$defs", |w| {
            for shape in shapes {
                w.member_object(shape.name, |w| {
                    w.text("description", &sentence(shape.meaning));
                    object(w, &shape.fields.iter().collect::<Vec<_>>(), shape.one_of);
                });
            }
        });
    });
    writer.finish()
}

/// The id of a schema by its name.
pub(crate) fn urn(name: &str) -> String {
    format!("urn:annexa:schema:{name}:1")
}

/// What every result says about itself first.
fn head(format: &'static str) -> [Field; 2] {
    let field = |name, meaning, kind| Field { name, meaning, ..Field::of(kind).required() };
    [
        field("format", &["What kind of text this is."], Kind::Constant(format)),
        field("version", &["The version of the format."], Kind::Version(1)),
    ]
}

/// A meaning as one text.
pub(super) fn sentence(meaning: &[&str]) -> String {
    meaning.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Every shape that a shape holds, itself last.
pub(super) fn collect(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    inner_shapes(shape, shapes);
    if shapes.iter().all(|known| known.name != shape.name) {
        shapes.push(shape);
    }
}

/// Every shape that a shape holds, without itself.
fn inner_shapes(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    for field in shape.fields {
        if let Kind::Record(inner) | Kind::List(inner, ..) = field.kind {
            collect(inner, shapes);
        }
    }
}

fn object(w: &mut Writer, fields: &[&Field], one_of: &[&str]) {
    w.text("type", "object");
    w.member_object("properties", |w| {
        for field in fields {
            w.member_object(field.name, |w| value(w, field));
        }
    });
    let required: Vec<&str> =
        fields.iter().filter(|field| field.is_required).map(|field| field.name).collect();
    if !required.is_empty() {
        texts(w, "required", &required);
    }
    if !one_of.is_empty() {
        w.member_list("anyOf", |w| {
            for name in one_of {
                w.entry_object(|w| {
                    texts(w, "required", &[name]);
                    w.member_object("properties", |w| {
                        w.member_object(name, |w| {
                            w.text("type", "string");
                            w.int("minLength", 1);
                        });
                    });
                });
            }
        });
    }
    w.bool("additionalProperties", false);
}

fn value(w: &mut Writer, field: &Field) {
    w.text("description", &sentence(field.meaning));
    match &field.kind {
        Kind::Constant(text) => w.text("const", text),
        Kind::Version(number) => w.int("const", *number),
        Kind::Text(max_bytes) => {
            w.text("type", "string");
            if field.is_required {
                w.int("minLength", 1);
            }
            w.int("maxLength", count(*max_bytes));
            w.text("pattern", TEXT);
        }
        Kind::Id | Kind::OwnId => pattern(w, ID),
        Kind::Date => {
            w.text("type", "string");
            w.text("format", "date");
            w.text("pattern", DATE);
        }
        Kind::Int(min, max) => {
            w.text("type", "integer");
            range(w, *min, *max);
        }
        Kind::OptionalInt(min, max) => {
            texts(w, "type", &["integer", "null"]);
            range(w, *min, *max);
        }
        Kind::Sentence => w.text("type", "string"),
        Kind::Name => pattern(w, NAME),
        Kind::Digest => pattern(w, DIGEST),
        Kind::Texts => list(w, 0, usize::MAX, |w| w.text("type", "string")),
        Kind::ItemIds => list(w, 0, usize::MAX, |w| pattern(w, ID)),
        Kind::Names(min, max) => list(w, *min, *max, |w| pattern(w, NAME)),
        Kind::NamesByName(max) => {
            w.text("type", "object");
            w.member_object("additionalProperties", |w| {
                list(w, 0, *max, |w| pattern(w, NAME));
            });
        }
        Kind::Values => {
            w.text("type", "object");
            w.member_object("additionalProperties", |w| {
                w.member_list("anyOf", |w| {
                    w.entry_object(|w| w.text("type", "string"));
                    w.entry_object(|w| w.text("type", "integer"));
                    w.entry_object(|w| {
                        list(w, 0, usize::MAX, |w| w.text("type", "string"));
                    });
                });
            });
        }
        Kind::Flag => w.text("type", "boolean"),
        Kind::Anything => {}
        Kind::Word(words) => texts(w, "enum", words.words),
        Kind::Other(name) => w.text("$ref", &urn(name)),
        Kind::Ids(len_max) => set(w, *len_max, |w| pattern(w, ID)),
        Kind::Lines(len_max, max_bytes) => set(w, *len_max, |w| {
            w.text("type", "string");
            w.int("maxLength", count(*max_bytes));
            w.text("pattern", TEXT);
        }),
        Kind::Table(rows_max, cells_max) => {
            list(w, 0, *rows_max, |w| {
                list(w, 0, *cells_max, |w| pattern(w, ID));
            });
            w.int("minItems", i64::from(field.is_required));
        }
        Kind::Record(shape) => reference(w, shape),
        Kind::List(shape, len_max, Order::Set) => set(w, *len_max, |w| reference(w, shape)),
        Kind::List(shape, len_max, Order::Register) => {
            list(w, 0, *len_max, |w| reference(w, shape))
        }
        Kind::List(shape, len_max, Order::Scale) => {
            list(w, 0, *len_max, |w| reference(w, shape));
            w.int("minItems", i64::from(field.is_required));
        }
    }
}

fn set(w: &mut Writer, len_max: usize, items: impl FnOnce(&mut Writer)) {
    list(w, 0, len_max, items);
    w.text("$comment", "a set: order and repetition mean nothing");
}

fn pattern(w: &mut Writer, pattern: &str) {
    w.text("type", "string");
    w.text("pattern", pattern);
}

fn range(w: &mut Writer, min: i64, max: i64) {
    w.int("minimum", min);
    if max != i64::MAX {
        w.int("maximum", max);
    }
}

/// A list; `items` says what stands in it. One without a limit follows from what has one.
fn list(w: &mut Writer, min: usize, max: usize, items: impl FnOnce(&mut Writer)) {
    w.text("type", "array");
    if min > 0 {
        w.int("minItems", count(min));
    }
    if max != usize::MAX {
        w.int("maxItems", count(max));
    }
    w.member_object("items", items);
}

fn reference(w: &mut Writer, shape: &Shape) {
    w.text("$ref", &format!("#/$defs/{}", shape.name));
}

fn texts(w: &mut Writer, key: &str, texts: &[&str]) {
    w.member_list(key, |w| texts.iter().for_each(|text| w.entry_text(text)));
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
