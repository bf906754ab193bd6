//! What may stand in the `{name}` places of a sentence.

use alloc::string::String;
use alloc::vec::Vec;

use crate::date::Date;

/// A value on its way into a sentence. It says what it is; how it looks in a language is the
/// renderer's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text of a person or a file, shown as it is.
    Text(String),
    /// A whole number; the number of the place `count` chooses the plural form.
    Int(i64),
    /// A calendar day.
    Date(Date),
    /// A value of a closed set, such as `partly` of `implementation`.
    Word {
        /// The set.
        set: &'static str,
        /// The value.
        word: &'static str,
    },
    /// Ids of items, in order.
    Ids(Vec<String>),
    /// A share in basis points: 3 950 is `39.5 %`.
    Share(u16),
    /// A number in tenths, such as days or months: 95 is `9.5`.
    Tenths(u64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Value {
        Value::Text(text.into())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Value {
        Value::Text(text)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Value {
        Value::Date(date)
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Value {
        Value::Int(number.into())
    }
}

impl From<u8> for Value {
    fn from(number: u8) -> Value {
        Value::Int(number.into())
    }
}
