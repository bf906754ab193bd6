//! Strings: a slice of the input where nothing is escaped, and a text of their own otherwise.

use alloc::borrow::Cow;
use alloc::string::String;

use super::find::plain_end;
use super::read::{Read, Reader};
use super::steps::step;
use super::words::SyntaxFault;

/// The text of a string.
pub(super) struct Text<'a> {
    pub(super) text: Cow<'a, str>,
    /// Whether a control character may be in it.
    pub(super) is_suspicious: bool,
}

/// From this many plain characters on it is cheaper to look for their end first.
const RUN_MAX: usize = 8;

/// What ends a run of plain characters.
enum Mark {
    Quote,
    Backslash,
    /// A control character that JSON lets stand, or what only looks like the start of one.
    Suspicious(bool),
}

impl<'a> Reader<'a> {
    /// Reads a string from behind its opening quote to behind its closing one.
    pub(super) fn string(&mut self) -> Read<Text<'a>> {
        let mut is_suspicious = false;
        let mut unescaped: Option<String> = None;
        let mut start = self.at;
        loop {
            let end = plain_end(self.text.as_bytes(), self.at);
            step(end - self.at + 1);
            self.at = end;
            match self.mark()? {
                Mark::Suspicious(found) => is_suspicious |= found,
                Mark::Quote => {
                    let plain = self.text.get(start..end).unwrap_or_default();
                    let text = match unescaped {
                        None => Cow::Borrowed(plain),
                        Some(mut text) => {
                            text.push_str(plain);
                            Cow::Owned(text)
                        }
                    };
                    return Ok(Text { text, is_suspicious });
                }
                Mark::Backslash => {
                    let plain = self.text.get(start..end).unwrap_or_default();
                    let text = unescaped.get_or_insert_default();
                    text.push_str(plain);
                    let character = self.escape()?;
                    is_suspicious |= character.is_control() && !matches!(character, '\n' | '\t');
                    text.push(character);
                    self.short_escapes(text);
                    start = self.at;
                }
            }
        }
    }

    /// Escapes seldom stand alone: reads on character by character, as long as there are short
    /// ones and short runs of ASCII between them, all of which need no second look.
    fn short_escapes(&mut self, text: &mut String) {
        let bytes = self.text.as_bytes();
        let mut at = self.at;
        let mut run = 0;
        loop {
            let character = match bytes.get(at..at + 2) {
                Some([b'\\', escape]) => match escape {
                    b'n' => '\n',
                    b't' => '\t',
                    b'"' | b'\\' | b'/' => char::from(*escape),
                    _ => break,
                },
                Some([plain @ (b' ' | b'!' | b'#'..=b'~'), _]) if run < RUN_MAX => {
                    run += 1;
                    at += 1;
                    text.push(char::from(*plain));
                    continue;
                }
                _ => break,
            };
            run = 0;
            at += 2;
            text.push(character);
        }
        step(at - self.at);
        self.at = at;
    }

    /// Reads over a string from behind its opening quote.
    pub(super) fn skip_string(&mut self) -> Read<()> {
        loop {
            let end = plain_end(self.text.as_bytes(), self.at);
            step(end - self.at + 1);
            self.at = end;
            match self.mark()? {
                Mark::Quote => return Ok(()),
                Mark::Backslash => {
                    _ = self.escape()?;
                    // Escapes often stand side by side.
                    while self.peek() == Some(b'\\') {
                        step(1);
                        self.at += 1;
                        _ = self.escape()?;
                    }
                }
                Mark::Suspicious(_) => {}
            }
        }
    }

    /// Reads what ends a run of plain characters.
    fn mark(&mut self) -> Read<Mark> {
        match self.peek() {
            Some(b'"') => {
                self.at += 1;
                Ok(Mark::Quote)
            }
            Some(b'\\') => {
                self.at += 1;
                Ok(Mark::Backslash)
            }
            Some(0x7f) => {
                self.at += 1;
                Ok(Mark::Suspicious(true))
            }
            Some(0xc2) => {
                self.at += 1;
                let is_control = self.peek().is_some_and(|second| second < 0xa0);
                self.at += 1;
                Ok(Mark::Suspicious(is_control))
            }
            Some(_) => Err(self.syntax(SyntaxFault::Control)),
            None => Err(self.ends_early()),
        }
    }

    /// Reads an escape from behind its backslash.
    fn escape(&mut self) -> Read<char> {
        let Some(byte) = self.peek() else { return Err(self.ends_early()) };
        let character = match byte {
            b'"' | b'\\' | b'/' => char::from(byte),
            b'b' => '\u{8}',
            b'f' => '\u{c}',
            b'n' => '\n',
            b'r' => '\r',
            b't' => '\t',
            b'u' => {
                self.at += 1;
                return self.unicode();
            }
            _ => return Err(self.syntax(SyntaxFault::Escape)),
        };
        self.at += 1;
        Ok(character)
    }

    /// Reads the four digits of `\u`, and a second escape where they are half a character.
    fn unicode(&mut self) -> Read<char> {
        let first = self.hexadecimal()?;
        let code = match first {
            0xd800..=0xdbff => {
                for expected in [b'\\', b'u'] {
                    match self.peek() {
                        Some(byte) if byte == expected => self.at += 1,
                        Some(_) => return Err(self.syntax(SyntaxFault::HalfEscape)),
                        None => return Err(self.ends_early()),
                    }
                }
                match self.hexadecimal()? {
                    second @ 0xdc00..=0xdfff => {
                        0x1_0000 + ((first - 0xd800) << 10) + (second - 0xdc00)
                    }
                    _ => return Err(self.syntax(SyntaxFault::Surrogate)),
                }
            }
            code => code,
        };
        char::from_u32(code).ok_or_else(|| self.syntax(SyntaxFault::Surrogate))
    }

    fn hexadecimal(&mut self) -> Read<u32> {
        // Four digits at once; what is none is looked at one by one.
        let digits = self.text.as_bytes().get(self.at..).and_then(|rest| rest.first_chunk());
        if let Some(code) = digits.and_then(four_digits) {
            self.at += 4;
            return Ok(code);
        }
        let mut code = 0;
        for _ in 0..4 {
            let Some(byte) = self.peek() else { return Err(self.ends_early()) };
            let Some(digit) = char::from(byte).to_digit(16) else {
                return Err(self.syntax(SyntaxFault::Escape));
            };
            code = code * 16 + digit;
            self.at += 1;
        }
        Ok(code)
    }
}

fn four_digits(digits: &[u8; 4]) -> Option<u32> {
    digits.iter().try_fold(0, |code, digit| match digit {
        b'0'..=b'9' => Some(code * 16 + u32::from(digit - b'0')),
        b'a'..=b'f' => Some(code * 16 + u32::from(digit - b'a') + 10),
        b'A'..=b'F' => Some(code * 16 + u32::from(digit - b'A') + 10),
        _ => None,
    })
}
