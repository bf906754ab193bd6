//! What the program says: its words stand in `core/data/words/en/command.toml`, and in the file
//! of any other language.

use annexa_core::words::{Value, Words};

/// Words of this program.
pub(crate) trait Say {
    /// The sentence under a key of `command.toml`.
    fn say(&self, key: &str) -> String;
    /// The same with values in its places.
    fn say_with(&self, key: &str, values: &[(&str, Value)]) -> String;
    /// So many of something, for instance `2 gaps`.
    fn count(&self, number: usize, of: &str) -> String;
    /// A share in basis points with two places: `62.50 %`. One that is not known is `-`, which is
    /// not the same as nothing.
    fn percent(&self, share_bp: Option<impl Into<u32>>) -> String;
}

impl Say for Words {
    fn say(&self, key: &str) -> String {
        self.say_with(key, &[])
    }

    fn say_with(&self, key: &str, values: &[(&str, Value)]) -> String {
        self.message(&format!("command.{key}"), values)
    }

    fn count(&self, number: usize, of: &str) -> String {
        self.say_with(&format!("count.{of}"), &[("count", int(number))])
    }

    fn percent(&self, share_bp: Option<impl Into<u32>>) -> String {
        share_bp.map_or_else(|| "-".to_owned(), |share| self.two_places(share.into()))
    }
}

/// A number for a sentence.
pub(crate) fn int(number: usize) -> Value {
    Value::Int(i64::try_from(number).unwrap_or(i64::MAX))
}
