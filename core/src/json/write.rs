//! Canonical JSON: members in the order of the calls, one way to escape.
//!
//! Files are laid out with two spaces of indentation. What is hashed has no white space at all, so
//! that a digest does not depend on layout, and is never held as a whole.

use crate::digest::Sha256;
use alloc::string::String;
use alloc::string::ToString;
use alloc::vec::Vec;

/// Writes one JSON text. The caller opens and closes; commas and indentation follow.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    text: String,
    /// Where the text goes that is hashed and not kept.
    hash: Option<Sha256>,
    depth: usize,
    /// Whether the next value follows another one in the same list or object.
    follows: bool,
}

/// How much text is held before it is hashed, in bytes.
const HELD_MAX_BYTES: usize = 4 << 10;

impl Writer {
    /// The SHA-256 of what `body` writes as an object, without white space.
    pub(crate) fn digest(body: impl FnOnce(&mut Writer)) -> String {
        let mut writer = Writer { hash: Some(Sha256::default()), ..Writer::default() };
        writer.object(body);
        let mut hash = writer.hash.unwrap_or_default();
        hash.update(writer.text.as_bytes());
        hash.hex()
    }

    /// Writes an object; `body` writes its members.
    pub(crate) fn object(&mut self, body: impl FnOnce(&mut Writer)) {
        self.nested('{', '}', body);
    }

    /// Writes a member that is an object.
    pub(crate) fn member_object(&mut self, key: &str, body: impl FnOnce(&mut Writer)) {
        self.key(key);
        self.nested('{', '}', body);
    }

    /// Writes a member that is a list; `body` writes its entries.
    pub(crate) fn member_list(&mut self, key: &str, body: impl FnOnce(&mut Writer)) {
        self.key(key);
        self.nested('[', ']', body);
    }

    /// Writes an entry of a list that is an object.
    pub(crate) fn entry_object(&mut self, body: impl FnOnce(&mut Writer)) {
        self.start_value();
        self.nested('{', '}', body);
    }

    /// Writes an entry of a list that is a list.
    pub(crate) fn entry_list(&mut self, body: impl FnOnce(&mut Writer)) {
        self.start_value();
        self.nested('[', ']', body);
    }

    /// Writes an entry of a list that is text.
    pub(crate) fn entry_text(&mut self, value: &str) {
        self.start_value();
        self.string(value);
        self.follows = true;
    }

    /// Writes a member that is text.
    pub(crate) fn text(&mut self, key: &str, value: &str) {
        self.key(key);
        self.string(value);
        self.follows = true;
    }

    /// Writes a member that is true or false.
    pub(crate) fn bool(&mut self, key: &str, value: bool) {
        self.key(key);
        self.text.push_str(if value { "true" } else { "false" });
        self.follows = true;
    }

    /// Writes a member that is a whole number.
    pub(crate) fn int(&mut self, key: &str, value: impl Into<i64>) {
        self.key(key);
        self.text.push_str(&value.into().to_string());
        self.follows = true;
    }

    /// Writes a member that is a whole number or null.
    pub(crate) fn optional_int(&mut self, key: &str, value: Option<impl Into<i64>>) {
        match value {
            Some(value) => self.int(key, value),
            None => {
                self.key(key);
                self.text.push_str("null");
                self.follows = true;
            }
        }
    }

    /// Writes a member that this writer wrote already, as it was written: whoever looks for these
    /// bytes finds them, whatever stands around them.
    pub(crate) fn written(&mut self, key: &str, value: &Writer) {
        self.key(key);
        self.text.push_str(&value.text);
        self.follows = true;
    }

    /// The text with a line feed at its end.
    pub(crate) fn finish(mut self) -> Vec<u8> {
        self.text.push('\n');
        self.text.into_bytes()
    }

    fn nested(&mut self, open: char, close: char, body: impl FnOnce(&mut Writer)) {
        self.text.push(open);
        self.depth += 1;
        self.follows = false;
        body(self);
        self.depth -= 1;
        if self.follows {
            self.line();
        }
        self.text.push(close);
        self.follows = true;
    }

    fn key(&mut self, key: &str) {
        self.start_value();
        self.string(key);
        self.text.push_str(if self.hash.is_some() { ":" } else { ": " });
    }

    fn start_value(&mut self) {
        if self.follows {
            self.text.push(',');
        }
        self.line();
    }

    fn line(&mut self) {
        if let Some(hash) = &mut self.hash {
            if self.text.len() > HELD_MAX_BYTES {
                hash.update(self.text.as_bytes());
                self.text.clear();
            }
            return;
        }
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn string(&mut self, value: &str) {
        self.text.push('"');
        let mut rest = value;
        // Bytes first: in a long text hardly one in a thousand begins a character that is escaped.
        while let Some(at) = rest.bytes().position(may_be_escaped) {
            let (plain, tail) = rest.split_at_checked(at).unwrap_or((rest, ""));
            self.text.push_str(plain);
            let mut characters = tail.chars();
            match characters.next() {
                Some(character) if is_escaped(character) => self.escape(character),
                Some(character) => self.text.push(character),
                None => {}
            }
            rest = characters.as_str();
        }
        self.text.push_str(rest);
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
