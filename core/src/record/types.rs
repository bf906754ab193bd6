//! The types for TypeScript of a shape.

use super::field::{Field, Kind, Shape, Words};
use super::schema::{collect, sentence};
use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Declarations of these shapes, of all that they hold, and of their words.
pub(crate) fn types(tops: &[&'static Shape]) -> String {
    let mut shapes = Vec::new();
    for top in tops {
        collect(top, &mut shapes);
    }
    let mut text = String::new();
    let mut sets: Vec<&Words> = Vec::new();
    for field in shapes.iter().flat_map(|shape| shape.fields) {
        if let Kind::Word(words) = field.kind
            && sets.iter().all(|known| known.name != words.name)
        {
            sets.push(words);
            let choices: Vec<String> = words.words.iter().map(|it| format!("\"{it}\"")).collect();
            text.push_str(&format!("export type {} = {};\n", words.name, choices.join(" | ")));
        }
    }
    for shape in shapes {
        text.push_str(&format!("\n/** {} */\n", sentence(shape.meaning)));
        text.push_str(&format!("export interface {}Record {{\n", shape.name));
        for field in shape.fields {
            let optional = if field.is_required { "" } else { "?" };
            text.push_str(&format!("  /** {} */\n", sentence(field.meaning)));
            text.push_str(&format!("  {}{optional}: {};\n", field.name, type_of(field)));
        }
        text.push_str("}\n");
    }
    text
}

fn type_of(field: &Field) -> String {
    match &field.kind {
        Kind::Constant(text) => format!("\"{text}\""),
        Kind::Version(number) => number.to_string(),
        Kind::Text(_)
        | Kind::Id
        | Kind::OwnId
        | Kind::Date
        | Kind::Sentence
        | Kind::Name
        | Kind::Digest => "string".to_owned(),
        Kind::Int(..) => "number".to_owned(),
        Kind::Flag => "boolean".to_owned(),
        Kind::Anything => "unknown".to_owned(),
        Kind::Ids(_) | Kind::Lines(..) => "string[]".to_owned(),
        Kind::Table(..) => "string[][]".to_owned(),
        Kind::OptionalInt(..) => "number | null".to_owned(),
        Kind::Texts | Kind::ItemIds | Kind::Names(..) => "string[]".to_owned(),
        Kind::NamesByName(_) => "Record<string, string[]>".to_owned(),
        Kind::Values => "Record<string, string | number | string[]>".to_owned(),
        Kind::Word(words) => words.name.to_owned(),
        Kind::Other(name) => (*name).to_owned(),
        Kind::Record(shape) => format!("{}Record", shape.name),
        Kind::List(shape, ..) => format!("{}Record[]", shape.name),
    }
}
