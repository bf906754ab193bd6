//! The types that a field may have.

use super::field::{Entries, Key, Listed, Optional, Place, Record, Value};
use crate::id::Id;
use crate::problem::Date;
use alloc::string::String;
use alloc::vec::Vec;

/// How many entries a list may have room for and not hold.
const SPARE_MAX: usize = 8;

/// A type that a field of a record may have.
pub(crate) trait FieldType {
    fn value(&self) -> Value<'_>;
    fn place(&mut self) -> Place<'_>;
    /// Puts there what stands there before anything is said.
    fn clear(&mut self);
    /// What stands there before anything is said.
    fn blank() -> Self
    where
        Self: Sized;
}

impl FieldType for String {
    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::Text(self) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Text(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> String {
        String::new()
    }
}

impl FieldType for Id {
    fn value(&self) -> Value<'_> {
        if self.is_blank() { Value::Absent } else { Value::Text(self.as_str()) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Id(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Id {
        Id::blank()
    }
}

impl FieldType for Option<Id> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, |id| Value::Text(id.as_str()))
    }

    fn place(&mut self) -> Place<'_> {
        Place::OptionalId(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Option<Id> {
        None
    }
}

impl FieldType for Option<Date> {
    fn value(&self) -> Value<'_> {
        self.map_or(Value::Absent, Value::Date)
    }

    fn place(&mut self) -> Place<'_> {
        Place::Date(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Option<Date> {
        None
    }
}

impl FieldType for u8 {
    fn value(&self) -> Value<'_> {
        Value::Int(i64::from(*self))
    }

    fn place(&mut self) -> Place<'_> {
        Place::Small(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> u8 {
        0
    }
}

impl FieldType for Option<u8> {
    fn value(&self) -> Value<'_> {
        self.map_or(Value::Absent, |number| Value::Int(i64::from(number)))
    }

    fn place(&mut self) -> Place<'_> {
        Place::OptionalSmall(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Option<u8> {
        None
    }
}

impl FieldType for Option<u32> {
    fn value(&self) -> Value<'_> {
        self.map_or(Value::Absent, |number| Value::Int(i64::from(number)))
    }

    fn place(&mut self) -> Place<'_> {
        Place::OptionalNumber(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Option<u32> {
        None
    }
}

impl FieldType for bool {
    fn value(&self) -> Value<'_> {
        if *self { Value::Flag(true) } else { Value::Absent }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Flag(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> bool {
        false
    }
}

impl FieldType for Vec<Id> {
    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::Ids(self) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Ids(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Vec<Id> {
        Vec::new()
    }
}

impl FieldType for Vec<String> {
    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::Lines(self) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Lines(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Vec<String> {
        Vec::new()
    }
}

impl FieldType for Vec<Vec<Id>> {
    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::Table(self) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Table(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Vec<Vec<Id>> {
        Vec::new()
    }
}

/// A record that says nothing is not written.
impl<R: Record + PartialEq> FieldType for R {
    fn value(&self) -> Value<'_> {
        if *self == R::blank() { Value::Absent } else { Value::Record(self) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::Record(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> R {
        Record::blank()
    }
}

impl<R: Record> FieldType for Option<R> {
    fn value(&self) -> Value<'_> {
        self.as_ref().map_or(Value::Absent, |record| Value::Record(record))
    }

    fn place(&mut self) -> Place<'_> {
        Place::Optional(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Option<R> {
        None
    }
}

impl<R: Record> Optional for Option<R> {
    fn fill(&mut self) -> &mut dyn Record {
        self.insert(R::blank())
    }
}

impl<R: Listed> FieldType for Vec<R> {
    fn value(&self) -> Value<'_> {
        if self.is_empty() { Value::Absent } else { Value::List(self) }
    }

    fn place(&mut self) -> Place<'_> {
        Place::List(self)
    }

    fn clear(&mut self) {
        *self = FieldType::blank();
    }

    fn blank() -> Vec<R> {
        Vec::new()
    }
}

impl<R: Listed> Entries for Vec<R> {
    fn len(&self) -> usize {
        self.len()
    }

    fn get(&self, index: usize) -> Option<&dyn Record> {
        <[R]>::get(self, index).map(|record| record as &dyn Record)
    }

    fn key(&self, index: usize) -> Option<Key> {
        <[R]>::get(self, index)?.key()
    }

    fn grow(&mut self) -> &mut dyn Record {
        self.push_mut(R::blank())
    }

    fn settle(&mut self) {
        R::settle(self);
        // A short list keeps the little that it has too much; a long one would keep a quarter.
        if self.capacity() - self.len() > SPARE_MAX {
            self.shrink_to_fit();
        }
    }
}

/// Lets fields hold values of closed sets, each with what stands there before anything is said,
/// or nothing. What is `unwritten` is left out of a file where it is that.
macro_rules! word_fields {
    (@value $value:ident) => { $crate::record::Value::Word($value.word()) };
    (@value $value:ident unwritten) => {
        match *$value == $crate::record::FieldType::blank() {
            true => $crate::record::Value::Absent,
            false => $crate::record::Value::Word($value.word()),
        }
    };
    ($($name:ident = $blank:ident $($unwritten:ident)?,)+) => {$(
        impl $crate::record::WordSet for $name {
            const SET: $crate::record::Words = {
                const LEN: usize = $name::WORDS.len();
                const NAMES: ([&str; LEN], usize) = $crate::record::names($name::WORDS);
                $crate::record::Words {
                    name: stringify!($name),
                    words: &NAMES.0,
                    len_max_bytes: NAMES.1,
                }
            };
        }

        impl $crate::record::Word for $name {
            fn set_word(&mut self, word: &str) -> bool {
                $name::from_word(word).map(|value| *self = value).is_some()
            }
        }

        impl $crate::record::Word for Option<$name> {
            fn set_word(&mut self, word: &str) -> bool {
                *self = $name::from_word(word);
                self.is_some()
            }
        }

        impl $crate::record::FieldType for $name {
            fn value(&self) -> $crate::record::Value<'_> {
                $crate::record::word_fields!(@value self $($unwritten)?)
            }

            fn place(&mut self) -> $crate::record::Place<'_> {
                $crate::record::Place::Word(self)
            }

            fn clear(&mut self) {
                *self = $crate::record::FieldType::blank();
            }

            fn blank() -> $name {
                $name::$blank
            }
        }

        impl $crate::record::FieldType for Option<$name> {
            fn value(&self) -> $crate::record::Value<'_> {
                self.map_or($crate::record::Value::Absent, |value| {
                    $crate::record::Value::Word(value.word())
                })
            }

            fn place(&mut self) -> $crate::record::Place<'_> {
                $crate::record::Place::Word(self)
            }

            fn clear(&mut self) {
                *self = $crate::record::FieldType::blank();
            }

            fn blank() -> Option<$name> {
                None
            }
        }
    )+};
}
pub(crate) use word_fields;

/// The words alone, and how long the longest is.
pub(crate) const fn names<T: Copy, const LEN: usize>(
    words: &[(&'static str, T)],
) -> ([&'static str; LEN], usize) {
    let mut names = [""; LEN];
    let mut len_max_bytes = 0;
    let mut rest = words;
    let mut left = names.as_mut_slice();
    while let ([(word, _), words @ ..], [name, names @ ..]) = (rest, left) {
        *name = *word;
        if word.len() > len_max_bytes {
            len_max_bytes = word.len();
        }
        (rest, left) = (words, names);
    }
    (names, len_max_bytes)
}
