//! Canonical JSON: members in the order of the calls, one way to escape.
//!
//! Files are laid out with two spaces of indentation. What is hashed has no white space at all, so
//! that a digest does not depend on layout, and is never held as a whole. What crosses into a page
//! has none either.

use crate::digest::Sha256;
use alloc::string::String;
use alloc::vec::Vec;

/// Writes one JSON text. The caller opens and closes; commas and indentation follow.
#[derive(Debug, Default)]
pub struct Writer {
    text: String,
    /// Where the text goes that is hashed and not kept.
    hash: Option<Sha256>,
    /// Whether there is no white space between values.
    is_compact: bool,
    depth: usize,
    /// Whether the next value follows another one in the same list or object.
    follows: bool,
}

/// How much text is held before it is hashed, in bytes.
const HELD_MAX_BYTES: usize = 4 << 10;

impl Writer {
    /// One that writes no white space.
    pub fn compact() -> Writer {
        Writer { is_compact: true, ..Writer::default() }
    }

    /// The SHA-256 of what `body` writes as an object, without white space.
    pub(crate) fn digest(body: impl FnOnce(&mut Writer)) -> String {
        let hash = Some(Sha256::default());
        let mut writer = Writer { hash, ..Writer::compact() };
        writer.object(body);
        let mut hash = writer.hash.unwrap_or_default();
        hash.update(writer.text.as_bytes());
        hash.hex()
    }

    /// A whole number as it is written.
    pub fn number(value: i64) -> String {
        let mut writer = Writer::compact();
        writer.value_int(value);
        writer.text
    }

    /// A count or a place as it is written.
    pub(crate) fn count(value: usize) -> String {
        Writer::number(i64::try_from(value).unwrap_or(i64::MAX))
    }

    /// Writes an object; `body` writes its members.
    pub fn object(&mut self, body: impl FnOnce(&mut Writer)) {
        self.nested('{', '}', body);
    }

    /// Writes a list; `body` writes its entries.
    pub fn list(&mut self, body: impl FnOnce(&mut Writer)) {
        self.nested('[', ']', body);
    }

    /// Begins a member of an object; its value is written next.
    pub fn member(&mut self, key: &str) {
        self.entry();
        self.string(key);
        self.text.push_str(if self.is_compact { ":" } else { ": " });
    }

    /// Begins an entry of a list; its value is written next.
    pub fn entry(&mut self) {
        if self.follows {
            self.text.push(',');
        }
        self.line();
    }

    /// Writes text.
    pub fn value_text(&mut self, value: &str) {
        self.string(value);
        self.follows = true;
    }

    /// Writes a whole number.
    pub fn value_int(&mut self, value: i64) {
        if value < 0 {
            self.text.push('-');
        }
        self.digits(value.unsigned_abs());
        self.follows = true;
    }

    /// Writes true or false.
    pub fn value_bool(&mut self, value: bool) {
        self.text.push_str(if value { "true" } else { "false" });
        self.follows = true;
    }

    /// Writes a member that is an object.
    pub(crate) fn member_object(&mut self, key: &str, body: impl FnOnce(&mut Writer)) {
        self.member(key);
        self.nested('{', '}', body);
    }

    /// Writes a member that is a list; `body` writes its entries.
    pub(crate) fn member_list(&mut self, key: &str, body: impl FnOnce(&mut Writer)) {
        self.member(key);
        self.nested('[', ']', body);
    }

    /// Writes an entry of a list that is an object.
    pub(crate) fn entry_object(&mut self, body: impl FnOnce(&mut Writer)) {
        self.entry();
        self.nested('{', '}', body);
    }

    /// Writes an entry of a list that is a list.
    pub(crate) fn entry_list(&mut self, body: impl FnOnce(&mut Writer)) {
        self.entry();
        self.nested('[', ']', body);
    }

    /// Writes an entry of a list that is text.
    pub(crate) fn entry_text(&mut self, value: &str) {
        self.entry();
        self.value_text(value);
    }

    /// Writes a member that is text.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.member(key);
        self.value_text(value);
    }

    /// Writes a member that is true or false.
    pub(crate) fn bool(&mut self, key: &str, value: bool) {
        self.member(key);
        self.value_bool(value);
    }

    /// Writes a member that is a whole number.
    pub(crate) fn int(&mut self, key: &str, value: impl Into<i64>) {
        self.member(key);
        self.value_int(value.into());
    }

    /// Writes a member that is a whole number or null.
    pub(crate) fn optional_int(&mut self, key: &str, value: Option<impl Into<i64>>) {
        match value {
            Some(value) => self.int(key, value),
            None => {
                self.member(key);
                self.text.push_str("null");
                self.follows = true;
            }
        }
    }

    /// Writes a member that this writer wrote already, as it was written: whoever looks for these
    /// bytes finds them, whatever stands around them.
    pub(crate) fn written(&mut self, key: &str, value: &Writer) {
        self.member(key);
        self.text.push_str(&value.text);
        self.follows = true;
    }

    /// The text as it is.
    pub fn into_text(self) -> String {
        self.text
    }

    /// The text with a line feed at its end.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.text.push('\n');
        self.text.into_bytes()
    }

    fn nested(&mut self, open: char, close: char, body: impl FnOnce(&mut Writer)) {
        self.begin(open);
        body(self);
        self.end(close);
    }

    fn begin(&mut self, open: char) {
        self.text.push(open);
        self.depth += 1;
        self.follows = false;
    }

    fn end(&mut self, close: char) {
        self.depth -= 1;
        if self.follows {
            self.line();
        }
        self.text.push(close);
        self.follows = true;
    }

    fn digits(&mut self, value: u64) {
        if value >= 10 {
            self.digits(value / 10);
        }
        self.text.extend(char::from_digit((value % 10) as u32, 10));
    }

    fn line(&mut self) {
        if self.text.len() > HELD_MAX_BYTES
            && let Some(hash) = &mut self.hash
        {
            hash.update(self.text.as_bytes());
            self.text.clear();
        }
        if self.is_compact {
            return;
        }
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn string(&mut self, value: &str) {
        self.text.push('"');
        // Where the characters begin that are not written yet.
        let mut start = 0;
        let mut at = 0;
        // Bytes first: in a long text hardly one in a thousand begins a character that is escaped.
        while let Some(&byte) = value.as_bytes().get(at) {
            if !may_be_escaped(byte) {
                at += 1;
                continue;
            }
            let character = match byte {
                ..0x80 => char::from(byte),
                _ => value.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default(),
            };
            let end = at + character.len_utf8();
            if is_escaped(character) {
                // Escapes often stand side by side.
                if start < at {
                    self.text.push_str(value.get(start..at).unwrap_or_default());
                }
                self.escape(character);
                start = end;
            }
            at = end;
        }
        self.text.push_str(value.get(start..).unwrap_or_default());
        self.text.push('"');
    }

    fn escape(&mut self, character: char) {
        match character {
            '"' => self.text.push_str("\\\""),
            '\\' => self.text.push_str("\\\\"),
            '\n' => self.text.push_str("\\n"),
            '\t' => self.text.push_str("\\t"),
            other => {
                let code = u32::from(other);
                self.text.push_str("\\u");
                for shift in [12, 8, 4, 0] {
                    self.text.extend(char::from_digit((code >> shift) & 15, 16));
                }
            }
        }
    }
}

/// Whether a byte may begin a character that is written as an escape.
fn may_be_escaped(byte: u8) -> bool {
    // 0xc2 begins U+0080 to U+00BF, 0xe2 among others U+2028 and U+2029.
    matches!(byte, 0..=0x1f | b'"' | b'\\' | 0x7f | 0xc2 | 0xe2)
}

/// Whether a character is written as an escape: what JSON asks for, and what ends a line or moves
/// a cursor where the text is shown as it is.
fn is_escaped(character: char) -> bool {
    matches!(
        character,
        '"' | '\\' | '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}'
    )
}
