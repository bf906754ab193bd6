//! Records: objects of a file whose fields are declared once.
//!
//! [`record!`] makes a struct out of a declaration, and a table of its fields: name, meaning, kind
//! and limit. Everything that has to know every field walks that table: the reader, the writer,
//! the check of what was edited, the bound of its size, the JSON Schema and the types for
//! TypeScript. A new field is one line. What is only written has a declaration of the same kind,
//! [`output!`], for its writer and its schema.

mod check;
#[cfg(feature = "whole")]
mod copy;
mod declare;
mod field;
mod kinds;
mod output;
mod read;
mod schema;
mod types;
mod write;

pub(crate) use check::{
    check, entry_bound_bytes, members_bound_bytes, part_bound_bytes, size_bound_bytes,
};
#[cfg(feature = "whole")]
pub(crate) use copy::{key_of, put, put_all, same, same_but_for_changes, same_records};
pub(crate) use declare::record;
pub(crate) use field::{
    Asked, Entries, Field, Key, Kind, Listed, Merge, Order, Place, Record, Shape, Value, Word,
    WordSet, Words,
};
pub(crate) use kinds::{FieldType, names, word_fields};
pub(crate) use output::{Digest, Item, Lists, Member, Name, Nullable, Output, Share, Texts, said};
pub(crate) use output::{output, shape, word_members};
#[cfg(not(feature = "whole"))]
pub(crate) use read::BEYOND;
pub(crate) use read::{
    fields, member as read_member, patch, record as read_record, settle_ids, settle_lines,
    value as read_value,
};
pub(crate) use schema::{Top, schema};
pub(crate) use types::types;
pub(crate) use write::{write_member, write_members};

/// What a record or a field means, for the schema and the types. A page makes neither, and its
/// first view is smaller without these sentences.
pub(crate) const fn meaning(lines: &'static [&'static str]) -> &'static [&'static str] {
    if cfg!(target_family = "wasm") { &[] } else { lines }
}

#[cfg(test)]
mod tests;
