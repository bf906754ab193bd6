//! Reading typed values out of bytes, collecting every problem on the way.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::findings::{At, Findings};
use super::source::Limits;
use super::string::Text;
use super::token::Number;
use super::words::{JsonKind, SyntaxFault};
use super::write::Writer;
use crate::join::together;
use crate::problem::{Problem, Problems, problem, quoted};

/// Reads one input from its beginning to its end. Every value is either read by one of the
/// methods or skipped; each reads exactly one value.
#[derive(Debug)]
pub(crate) struct Reader<'a> {
    pub(super) text: &'a str,
    /// The byte that is read next.
    pub(super) at: usize,
    pub(super) limits: Limits,
    pub(super) depth: usize,
    /// How many values were begun.
    pub(super) values: usize,
    /// What is wrong, with the way to the value that is read.
    pub(crate) findings: Findings,
    stopped: Option<Problem>,
    /// What is said instead of a limit that was met.
    rather: Option<Problem>,
}

/// Reading cannot go on: the text is no JSON, or there is too much of it. The reader knows why.
#[derive(Debug)]
pub(crate) struct Stop(());

/// What reading one value gives.
pub(crate) type Read<T> = Result<T, Stop>;

/// A value without structure, as it stands in the file.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Raw<'a> {
    Text(Cow<'a, str>),
    Int(i64),
    True,
    False,
    Other,
}

/// What kind of value stands next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Sort {
    Text,
    List,
    Object,
    /// A number, true, false or null, or nothing that is JSON.
    Other,
}

impl<'a> Reader<'a> {
    /// Reads one value that is the whole input, by `read`.
    ///
    /// # Errors
    ///
    /// `E-TOO-LARGE`, `E-EMPTY`, `E-ENCODING`, `E-NOT-JSON` (a file of another kind), `E-DEPTH` or
    /// `E-SYNTAX` with line and column, each alone; else all that was found.
    pub(crate) fn whole<T>(
        bytes: &'a [u8],
        limits: Limits,
        read: impl FnOnce(&mut Reader<'a>) -> Read<T>,
    ) -> Result<T, Problems> {
        let text = limits.text(bytes)?;
        let (values, depth, findings) = (0, 0, Findings::default());
        let (stopped, rather) = (None, None);
        let mut reader = Reader { text, at: 0, limits, depth, values, findings, stopped, rather };
        let value = read(&mut reader).and_then(|value| reader.end().map(|()| value));
        match (value, reader.stopped) {
            (Ok(value), None) if reader.findings.is_empty() => Ok(value),
            (Ok(_), None) => Err(Problems(reader.findings.into_problems())),
            (_, Some(problem)) => Err(Problems(vec![problem])),
            (Err(Stop(())), None) => Err(Problems(reader.findings.into_problems())),
        }
    }

    /// What to say where the input turns out to be too deep or too large: that it is of another
    /// kind explains both.
    pub(crate) fn rather(&mut self, problem: Problem) {
        self.rather = Some(problem);
    }

    pub(super) fn stop(&mut self, problem: Problem) -> Stop {
        let problem = match problem.code {
            "E-SYNTAX" => self.limits.no_json(self.text, problem),
            _ => self.rather.take().unwrap_or(problem),
        };
        self.stopped.get_or_insert(problem);
        Stop(())
    }

    /// Stops for a reason that stands instead of all that was found.
    #[cfg(not(feature = "whole"))]
    pub(crate) fn give_up(&mut self, problem: Problem) -> Stop {
        self.stopped.get_or_insert(problem);
        Stop(())
    }

    fn end(&mut self) -> Read<()> {
        self.at = super::find::space_end(self.text.as_bytes(), self.at);
        if self.at == self.text.len() { Ok(()) } else { Err(self.syntax(SyntaxFault::Trailing)) }
    }

    /// Notes a problem of the value that is read.
    pub(crate) fn problem(&mut self, make: impl FnOnce() -> Problem) {
        self.findings.add(At::Value, make);
    }

    /// What kind of value stands next; nothing is read yet.
    pub(crate) fn sort(&mut self) -> Read<Sort> {
        Ok(match self.next_byte()? {
            b'"' => Sort::Text,
            b'[' => Sort::List,
            b'{' => Sort::Object,
            _ => Sort::Other,
        })
    }

    /// Reads over a value.
    pub(crate) fn skip(&mut self) -> Read<()> {
        let first = self.value_start()?;
        self.skip_from(first)
    }

    /// Reads an object: `each` reads the value of one member. What is no object is reported, and
    /// the answer is `false`.
    pub(crate) fn members(
        &mut self,
        each: &mut dyn FnMut(&mut Reader<'a>, Cow<'a, str>) -> Read<()>,
    ) -> Read<bool> {
        let first = self.value_start()?;
        if first != b'{' {
            self.wrong_kind(first, JsonKind::Object)?;
            return Ok(false);
        }
        self.open()?;
        let mut is_first = true;
        while self.follows(is_first, b'}')? {
            is_first = false;
            self.key_start()?;
            let key = self.string()?.text;
            self.colon()?;
            each(self, key)?;
        }
        Ok(true)
    }

    /// Reads a list of at most `len_max` entries: `each` reads one. Entries beyond are counted.
    /// What is no list is reported.
    pub(crate) fn entries(
        &mut self,
        len_max: usize,
        each: &mut dyn FnMut(&mut Reader<'a>, usize) -> Read<()>,
    ) -> Read<()> {
        let first = self.value_start()?;
        if first != b'[' {
            return self.wrong_kind(first, JsonKind::List);
        }
        self.open()?;
        let mut len = 0;
        while self.follows(len == 0, b']')? {
            if len < len_max {
                self.findings.enter_entry(len);
                each(self, len)?;
                self.findings.leave();
            } else {
                self.skip()?;
            }
            len += 1;
        }
        if len > len_max {
            self.problem(|| too_long(len, len_max));
        }
        Ok(())
    }

    /// Reads text of at most `size_max_bytes` bytes without control characters other than line
    /// feed and tab.
    pub(crate) fn text(&mut self, size_max_bytes: usize) -> Read<Option<Cow<'a, str>>> {
        let first = self.value_start()?;
        if first != b'"' {
            self.wrong_kind(first, JsonKind::Text)?;
            return Ok(None);
        }
        self.at += 1;
        let Text { text, is_suspicious } = self.string()?;
        let is_doubtful = text.len() > size_max_bytes || is_suspicious;
        if is_doubtful && let Some(problem) = text_problem(&text, size_max_bytes) {
            self.findings.add(At::Value, || problem);
            return Ok(None);
        }
        Ok(Some(text))
    }

    /// Reads an integer from `min` to `max`.
    pub(crate) fn int(&mut self, min: i64, max: i64) -> Read<Option<i64>> {
        let first = self.value_start()?;
        if !matches!(first, b'-' | b'0'..=b'9') {
            self.wrong_kind(first, JsonKind::WholeNumber)?;
            return Ok(None);
        }
        match self.number()? {
            Number::Int(value) if (min..=max).contains(&value) => return Ok(Some(value)),
            Number::Int(value) => self.problem(|| out_of_range(value, min, max)),
            Number::Other => {
                self.problem(|| {
                    let (min, max) = (Writer::number(min), Writer::number(max));
                    problem!("E-RANGE", "not_whole", min = min, max = max)
                });
            }
        }
        Ok(None)
    }

    /// Reads over a value, and gives it as it is written.
    #[cfg(feature = "whole")]
    pub(crate) fn written(&mut self) -> Read<&'a str> {
        let first = self.value_start()?;
        let start = self.at;
        self.skip_from(first)?;
        Ok(self.text.get(start..self.at).unwrap_or_default())
    }

    /// Reads over `null`, if that stands next.
    pub(crate) fn null(&mut self) -> Read<bool> {
        let is_null = self.next_byte()? == b'n';
        if is_null {
            self.skip()?;
        }
        Ok(is_null)
    }

    /// Reads true or false.
    pub(crate) fn flag(&mut self) -> Read<Option<bool>> {
        let first = self.value_start()?;
        if !matches!(first, b't' | b'f') {
            self.wrong_kind(first, JsonKind::Truth)?;
            return Ok(None);
        }
        self.skip_from(first)?;
        Ok(Some(first == b't'))
    }

    /// Reads one of a closed set of words: `take` says whether it knows the word.
    pub(crate) fn word(&mut self, words: &[&str], take: &mut dyn FnMut(&str) -> bool) -> Read<()> {
        let Some(text) = self.text(256)? else { return Ok(()) };
        if !take(&text) {
            self.problem(|| {
                let words: Vec<String> = words.iter().map(|it| together(&["`", it, "`"])).collect();
                problem!("E-VALUE", "word", word = quoted(&text), words = words)
            });
        }
        Ok(())
    }

    /// Reads text and parses it into a value type, whose problem gets the place.
    pub(crate) fn parsed<T: core::str::FromStr<Err = Problem>>(&mut self) -> Read<Option<T>> {
        let Some(text) = self.text(4096)? else { return Ok(None) };
        match text.parse() {
            Ok(value) => Ok(Some(value)),
            Err(problem) => {
                self.findings.add(At::Value, || problem);
                Ok(None)
            }
        }
    }

    /// Reads a value without an opinion about it.
    pub(crate) fn raw(&mut self) -> Read<Raw<'a>> {
        Ok(match self.value_start()? {
            b'"' => {
                self.at += 1;
                Raw::Text(self.string()?.text)
            }
            b'-' | b'0'..=b'9' => match self.number()? {
                Number::Int(value) => Raw::Int(value),
                Number::Other => Raw::Other,
            },
            other => {
                self.skip_from(other)?;
                match other {
                    b't' => Raw::True,
                    b'f' => Raw::False,
                    _ => Raw::Other,
                }
            }
        })
    }

    fn wrong_kind(&mut self, first: u8, wanted: JsonKind) -> Read<()> {
        let found = match first {
            b'n' => JsonKind::Null,
            b't' | b'f' => JsonKind::Truth,
            b'-' | b'0'..=b'9' => JsonKind::Number,
            b'"' => JsonKind::Text,
            b'[' => JsonKind::List,
            _ => JsonKind::Object,
        };
        // Only what is JSON is of the wrong kind.
        self.skip_from(first)?;
        self.problem(|| problem!("E-TYPE", "kind", found = found, wanted = wanted));
        Ok(())
    }
}

/// What is wrong with a text as such, if anything.
pub(crate) fn text_problem(text: &str, size_max_bytes: usize) -> Option<Problem> {
    if text.len() > size_max_bytes {
        let (count, limit) = (text.len(), size_max_bytes);
        return Some(problem!("E-TOO-LARGE", "text", count = count, limit = limit));
    }
    let character = text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t')?;
    let character: String = character.escape_unicode().collect();
    Some(problem!("E-CONTROL-CHARACTER", "control", character = character))
}

/// A list with more entries than it may have.
pub(crate) fn too_long(len: usize, len_max: usize) -> Problem {
    problem!("E-TOO-LARGE", "list", count = len, limit = len_max)
}

/// A number below or above what its field takes.
pub(crate) fn out_of_range(number: i64, min: i64, max: i64) -> Problem {
    let [number, min, max] = [number, min, max].map(Writer::number);
    problem!("E-RANGE", "number", number = number, min = min, max = max)
}
