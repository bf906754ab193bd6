//! What may stand in the `{name}` places of a sentence.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::date::Date;

/// A value on its way into a sentence. It says what it is; how it looks in a language is the
/// renderer's business.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// Text of a person, a file or a system, shown as it is.
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
    /// Ids of items, or other names, in order.
    Ids(Vec<String>),
    /// A share in basis points: 3 950 is `39.5 %`.
    Share(u16),
    /// A number in tenths, such as days or months: 95 is `9.5`.
    Tenths(u64),
}

/// The value as data: who has no words shows this.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => f.write_str(text),
            Value::Int(number) => write!(f, "{number}"),
            Value::Date(date) => write!(f, "{date}"),
            Value::Word { word, .. } => f.write_str(word),
            Value::Ids(ids) => f.write_str(&ids.join(" ")),
            Value::Share(share_bp) => write!(f, "{share_bp} bp"),
            Value::Tenths(tenths) => write!(f, "{tenths} tenths"),
        }
    }
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

impl From<Vec<String>> for Value {
    fn from(ids: Vec<String>) -> Value {
        Value::Ids(ids)
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Value {
        Value::Int(number)
    }
}

/// No number of ours comes near the largest one.
macro_rules! numbers {
    ($($number:ty)+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Value {
                Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
            }
        }
    )+};
}
numbers! { u64 usize }

/// These always fit.
macro_rules! small_numbers {
    ($($number:ty)+) => {$(
        impl From<$number> for Value {
            fn from(number: $number) -> Value {
                Value::Int(number.into())
            }
        }
    )+};
}
small_numbers! { u8 u16 u32 }
