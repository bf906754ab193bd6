//! The grammar: white space, literals, numbers, separators, and skipping a value.

use super::find::space_end;
use super::read::{Read, Reader, Stop};
use super::steps::step;
use super::words::SyntaxFault;
use super::write::Writer;
use crate::join::together;
use crate::problem::problem;
use alloc::string::String;

/// A number as far as the format needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    /// A whole number of 64 bits.
    Int(i64),
    /// A fraction, an exponent, or an integer beyond 64 bits.
    Other,
}

impl<'a> Reader<'a> {
    /// The byte at the place that is read, if the text goes on.
    #[inline(always)]
    pub(super) fn peek(&self) -> Option<u8> {
        self.text.as_bytes().get(self.at).copied()
    }

    /// The first byte that is not white space; nothing is read yet.
    #[inline(always)]
    pub(super) fn next_byte(&mut self) -> Read<u8> {
        if let Some(byte @ b'!'..) = self.peek() {
            step(1);
            return Ok(byte);
        }
        let end = space_end(self.text.as_bytes(), self.at);
        step(end - self.at + 1);
        self.at = end;
        self.peek().ok_or_else(|| self.ends_early())
    }

    /// The first byte of a value.
    #[inline(always)]
    pub(super) fn value_start(&mut self) -> Read<u8> {
        let byte = self.next_byte()?;
        if self.values == self.limits.values_max {
            return Err(self.too_many_values());
        }
        self.values += 1;
        Ok(byte)
    }

    /// Steps into a list or an object, over its bracket.
    pub(super) fn open(&mut self) -> Read<()> {
        if self.depth == self.limits.depth_max {
            return Err(self.too_deep());
        }
        self.depth += 1;
        self.at += 1;
        Ok(())
    }

    /// After a bracket, or after a member or entry: whether another one follows. Steps over the
    /// comma, or out over the closing bracket.
    #[inline(always)]
    pub(super) fn follows(&mut self, is_first: bool, close: u8) -> Read<bool> {
        let byte = self.next_byte()?;
        if byte == close {
            self.at += 1;
            self.depth -= 1;
            return Ok(false);
        }
        if is_first {
            return Ok(true);
        }
        if byte != b',' {
            return Err(self.syntax(match close {
                b'}' => SyntaxFault::CommaOrBrace,
                _ => SyntaxFault::CommaOrBracket,
            }));
        }
        self.at += 1;
        match self.next_byte()? {
            byte if byte == close => Err(self.syntax(SyntaxFault::TrailingComma)),
            _ => Ok(true),
        }
    }

    /// Steps to the text of a member's name.
    pub(super) fn key_start(&mut self) -> Read<()> {
        if self.next_byte()? != b'"' {
            return Err(self.syntax(SyntaxFault::Key));
        }
        self.at += 1;
        Ok(())
    }

    /// Steps over the colon behind a member's name.
    pub(super) fn colon(&mut self) -> Read<()> {
        if self.next_byte()? != b':' {
            return Err(self.syntax(SyntaxFault::Colon));
        }
        self.at += 1;
        Ok(())
    }

    /// Reads `null`, `true` or `false`, of which the first byte is known.
    pub(super) fn literal(&mut self, first: u8) -> Read<Option<bool>> {
        let (word, value) = match first {
            b'n' => ("null", None),
            b't' => ("true", Some(true)),
            b'f' => ("false", Some(false)),
            _ => return Err(self.syntax(SyntaxFault::Value)),
        };
        for expected in word.bytes() {
            match self.peek() {
                Some(byte) if byte == expected => self.at += 1,
                Some(_) => return Err(self.syntax(SyntaxFault::Literal)),
                None => return Err(self.ends_early()),
            }
        }
        Ok(value)
    }

    /// Reads a number.
    pub(super) fn number(&mut self) -> Read<Number> {
        let is_negative = self.peek() == Some(b'-');
        self.at += usize::from(is_negative);
        let mut value = Some(0_i64);
        let first = self.digit()?;
        let mut next = Some(first);
        while let Some(digit) = next {
            step(1);
            let digit = i64::from(if is_negative { -digit } else { digit });
            value = value.and_then(|value| value.checked_mul(10)?.checked_add(digit));
            self.at += 1;
            next = self.peek().and_then(digit_of);
            if first == 0 && next.is_some() {
                return Err(self.syntax(SyntaxFault::Number));
            }
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
            value = None;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            self.at += usize::from(matches!(self.peek(), Some(b'+' | b'-')));
            self.digits()?;
            value = None;
        }
        Ok(value.map_or(Number::Other, Number::Int))
    }

    fn digit(&mut self) -> Read<i8> {
        match self.peek() {
            Some(byte) => digit_of(byte).ok_or_else(|| self.syntax(SyntaxFault::Number)),
            None => Err(self.ends_early()),
        }
    }

    fn digits(&mut self) -> Read<()> {
        self.digit()?;
        while self.peek().and_then(digit_of).is_some() {
            self.at += 1;
        }
        Ok(())
    }

    /// Reads over a value of any kind, whose first byte is known. Nothing of it is kept, but its
    /// syntax is checked like everything else.
    pub(super) fn skip_from(&mut self, first: u8) -> Read<()> {
        let outside = self.depth;
        // One bit for each level, the last one lowest: whether it is an object.
        let mut objects = 0_u64;
        let mut byte = first;
        loop {
            let mut is_first = false;
            match byte {
                b'{' | b'[' => {
                    self.open()?;
                    objects = (objects << 1) | u64::from(byte == b'{');
                    is_first = true;
                }
                b'"' => {
                    self.at += 1;
                    self.skip_string()?;
                }
                b'-' | b'0'..=b'9' => _ = self.number()?,
                _ => _ = self.literal(byte)?,
            }
            // Out of all that ends here, to the next value.
            loop {
                if self.depth == outside {
                    return Ok(());
                }
                let close = if objects & 1 == 1 { b'}' } else { b']' };
                if self.follows(is_first, close)? {
                    break;
                }
                objects >>= 1;
                is_first = false;
            }
            if objects & 1 == 1 {
                self.key_start()?;
                self.skip_string()?;
                self.colon()?;
            }
            byte = self.value_start()?;
        }
    }

    /// Stops at a byte that does not fit.
    pub(super) fn syntax(&mut self, fault: SyntaxFault) -> Stop {
        let here = self.here();
        self.stop(problem!("E-SYNTAX", "invalid", fault = fault).at(here))
    }

    /// Stops at the end of a text that should go on.
    pub(super) fn ends_early(&mut self) -> Stop {
        let here = self.place(self.text.len(), 0);
        self.stop(problem!("E-SYNTAX", "ends_early").at(here))
    }

    fn too_deep(&mut self) -> Stop {
        let (here, limit) = (self.here(), self.limits.depth_max);
        self.stop(problem!("E-DEPTH", "values", count = limit).at(here))
    }

    fn too_many_values(&mut self) -> Stop {
        let (here, limit) = (self.here(), self.limits.values_max);
        self.stop(problem!("E-TOO-LARGE", "values", count = limit).at(here))
    }

    /// The place of the byte that is read.
    fn here(&self) -> String {
        self.place(self.at, 1)
    }

    /// The line of a byte, from 1, and its column, of which the first has this number.
    fn place(&self, at: usize, first: usize) -> String {
        let before = self.text.as_bytes().get(..at).unwrap_or_default();
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        let column = before.iter().rev().take_while(|byte| **byte != b'\n').count();
        together(&["line ", &Writer::count(line), ", column ", &Writer::count(column + first)])
    }
}

fn digit_of(byte: u8) -> Option<i8> {
    byte.is_ascii_digit().then(|| (byte - b'0') as i8)
}
