//! Canonical JSON: two spaces of indentation, members in the order of the calls.

/// Writes one JSON text. The caller opens and closes; commas and indentation follow.
#[derive(Debug, Default)]
pub(crate) struct Writer {
    text: String,
    depth: usize,
    /// Whether the next value follows another one in the same list or object.
    follows: bool,
}

impl Writer {
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

    /// Writes a member that is text, unless it is empty.
    pub(crate) fn text_unless_empty(&mut self, key: &str, value: &str) {
        if !value.is_empty() {
            self.text(key, value);
        }
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
        self.text.push_str(": ");
    }

    fn start_value(&mut self) {
        if self.follows {
            self.text.push(',');
        }
        self.line();
    }

    fn line(&mut self) {
        self.text.push('\n');
        for _ in 0..self.depth {
            self.text.push_str("  ");
        }
    }

    fn string(&mut self, value: &str) {
        self.text.push('"');
        for character in value.chars() {
            match character {
                '"' => self.text.push_str("\\\""),
                '\\' => self.text.push_str("\\\\"),
                '\n' => self.text.push_str("\\n"),
                '\t' => self.text.push_str("\\t"),
                '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' => {
                    let code = u32::from(character);
                    self.text.push_str("\\u");
                    for shift in [12, 8, 4, 0] {
                        self.text.extend(char::from_digit((code >> shift) & 15, 16));
                    }
                }
                other => self.text.push(other),
            }
        }
        self.text.push('"');
    }
}
