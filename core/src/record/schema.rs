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

/// The schema of files whose top is this shape.
pub(crate) fn schema(top: &'static Shape, id: &str) -> Vec<u8> {
    let mut shapes = Vec::new();
    collect(top, &mut shapes);
    let mut writer = Writer::default();
    writer.object(|w| {
        w.text("$schema", "https://json-schema.org/draft/2020-12/schema");
        w.text("$id", id);
        w.text("title", top.name);
        object(w, top);
        w.member_object("$defs", |w| {
            for shape in shapes.iter().filter(|shape| shape.name != top.name) {
                w.member_object(shape.name, |w| object(w, shape));
            }
        });
    });
    writer.finish()
}

/// A meaning as one text.
pub(super) fn sentence(meaning: &[&str]) -> String {
    meaning.iter().map(|line| line.trim()).collect::<Vec<_>>().join(" ")
}

/// Every shape that a shape holds, itself last.
pub(super) fn collect(shape: &'static Shape, shapes: &mut Vec<&'static Shape>) {
    for field in shape.fields {
        if let Kind::Record(inner) | Kind::List(inner, ..) = field.kind {
            collect(inner, shapes);
        }
    }
    if shapes.iter().all(|known| known.name != shape.name) {
        shapes.push(shape);
    }
}

fn object(w: &mut Writer, shape: &Shape) {
    w.text("description", &sentence(shape.meaning));
    w.text("type", "object");
    w.member_object("properties", |w| {
        for field in shape.fields {
            w.member_object(field.name, |w| value(w, field));
        }
    });
    let required: Vec<&str> =
        shape.fields.iter().filter(|field| field.is_required).map(|field| field.name).collect();
    if !required.is_empty() {
        texts(w, "required", &required);
    }
    if !shape.one_of.is_empty() {
        w.member_list("anyOf", |w| {
            for name in shape.one_of {
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
    w.boolean("additionalProperties", false);
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
        Kind::Id | Kind::OwnId => {
            w.text("type", "string");
            w.text("pattern", ID);
        }
        Kind::Date => {
            w.text("type", "string");
            w.text("format", "date");
            w.text("pattern", DATE);
        }
        Kind::Int(min, max) => {
            w.text("type", "integer");
            w.int("minimum", *min);
            w.int("maximum", *max);
        }
        Kind::Flag => w.text("type", "boolean"),
        Kind::Word(words) => texts(w, "enum", words.words),
        Kind::Ids(len_max) => set(w, *len_max, |w| {
            w.text("type", "string");
            w.text("pattern", ID);
        }),
        Kind::Lines(len_max, max_bytes) => set(w, *len_max, |w| {
            w.text("type", "string");
            w.int("maxLength", count(*max_bytes));
            w.text("pattern", TEXT);
        }),
        Kind::Table(rows_max, cells_max) => {
            list(w, *rows_max, |w| {
                list(w, *cells_max, |w| {
                    w.text("type", "string");
                    w.text("pattern", ID);
                });
            });
            w.int("minItems", i64::from(field.is_required));
        }
        Kind::Record(shape) => reference(w, shape),
        Kind::List(shape, len_max, Order::Set) => set(w, *len_max, |w| reference(w, shape)),
        Kind::List(shape, len_max, Order::Register) => list(w, *len_max, |w| reference(w, shape)),
        Kind::List(shape, len_max, Order::Scale) => {
            list(w, *len_max, |w| reference(w, shape));
            w.int("minItems", i64::from(field.is_required));
        }
    }
}

fn list(w: &mut Writer, len_max: usize, items: impl FnOnce(&mut Writer)) {
    w.text("type", "array");
    w.int("maxItems", count(len_max));
    w.member_object("items", items);
}

fn set(w: &mut Writer, len_max: usize, items: impl FnOnce(&mut Writer)) {
    list(w, len_max, items);
    w.text("$comment", "a set: order and repetition mean nothing");
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
