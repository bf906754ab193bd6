//! Reads a language from its file.

use alloc::boxed::Box;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::plural::Plural;
use super::style::Style;
use super::{Direction, Entry, Words, joined};
use crate::json::{FileKind, Limits, Raw, Read, Reader, Sort};
use crate::problem::{Problem, Problems, problem, quoted};

/// A language with all its help texts has a quarter of a megabyte.
const SIZE_MAX_BYTES: usize = 8 * 1024 * 1024;

/// The sections whose objects hold words by id and field, each with what its keys begin with.
const SECTIONS: [(&str, &str); 5] = [
    ("labels", "label"),
    ("items", "item"),
    ("documents", "document"),
    ("lint", ""),
    ("problems", ""),
];

/// What is read of a language at most.
const LIMITS: Limits = Limits {
    what: FileKind::Words,
    size_max_bytes: SIZE_MAX_BYTES,
    depth_max: 8,
    values_max: 200_000,
};

impl Words {
    /// Reads a language.
    ///
    /// # Errors
    ///
    /// What the reader of JSON finds, `E-NOT-OURS` for a file of another kind, `E-VERSION` for a
    /// newer one, `E-WORDS` for each place that is no word.
    pub fn from_bytes(bytes: &[u8]) -> Result<Words, Problems> {
        let file = Reader::whole(bytes, LIMITS, |reader| {
            let mut file = File::default();
            if reader.sort()? == Sort::Object {
                reader.members(&mut |reader, key| file.member(reader, &key))?;
            } else {
                reader.skip()?;
            }
            Ok(file)
        })?;
        file.finish()
    }
}

#[derive(Default)]
struct File {
    format: String,
    version: i64,
    language: String,
    right_to_left: bool,
    style: Style,
    entries: Vec<(Box<str>, Entry)>,
    problems: Vec<Problem>,
}

impl File {
    fn member(&mut self, reader: &mut Reader<'_>, key: &str) -> Read<()> {
        let section = SECTIONS.iter().find(|(section, _)| *section == key);
        match (key, reader.sort()?) {
            ("style", Sort::Object) => {
                reader.members(&mut |reader, key| self.style(&key, reader.raw()?))?;
            }
            ("messages", Sort::Object) => {
                reader.members(&mut |reader, key| self.message(reader, key.into_owned()))?;
            }
            (_, Sort::Object) if let Some((_, prefix)) = section => {
                reader.members(&mut |reader, id| {
                    let id = match *prefix {
                        "" => id.into_owned(),
                        prefix => joined(&[prefix, &id]),
                    };
                    self.fields(reader, &id)
                })?;
            }
            (_, Sort::Object | Sort::List) => {
                reader.skip()?;
                self.problem(key);
            }
            _ => self.value(key, reader.raw()?),
        }
        Ok(())
    }

    fn value(&mut self, key: &str, value: Raw<'_>) {
        match (key, value) {
            ("format", Raw::Text(text)) => self.format = text.into_owned(),
            ("version", Raw::Int(version)) => self.version = version,
            ("language", Raw::Text(text)) => self.language = text.into_owned(),
            ("direction", Raw::Text(text)) if text == "ltr" || text == "rtl" => {
                self.right_to_left = text == "rtl";
            }
            // The language's own name is for lists of languages, which a page keeps.
            ("name", Raw::Text(_)) => {}
            _ => self.problem(key),
        }
    }

    fn style(&mut self, key: &str, value: Raw<'_>) -> Read<()> {
        match (key, value) {
            ("decimal", Raw::Text(text)) => self.style.decimal = text.into_owned(),
            ("group", Raw::Text(text)) => self.style.group = text.into_owned(),
            ("group_from", Raw::Int(number)) if number >= 0 => {
                self.style.group_from = number.unsigned_abs();
            }
            ("share", Raw::Text(text)) => self.style.share = text.into_owned(),
            ("date", Raw::Text(text)) => self.style.date = text.into_owned(),
            ("list", Raw::Text(text)) => self.style.list = text.into_owned(),
            _ => self.problem(&joined(&["style", key])),
        }
        Ok(())
    }

    /// The words under one id.
    fn fields(&mut self, reader: &mut Reader<'_>, id: &str) -> Read<()> {
        if reader.sort()? != Sort::Object {
            self.problem(id);
            return reader.skip();
        }
        reader.members(&mut |reader, field| {
            let key = joined(&[id, &field]);
            if reader.sort()? != Sort::List {
                return self.message(reader, key);
            }
            let mut texts = Some(Vec::new());
            reader.entries(usize::MAX, &mut |reader, _| {
                match (reader.raw()?, &mut texts) {
                    (Raw::Text(text), Some(texts)) => texts.push(Box::from(text)),
                    _ => texts = None,
                }
                Ok(())
            })?;
            match texts {
                Some(texts) => self.entry(key, Entry::List(texts)),
                None => self.problem(&key),
            }
            Ok(())
        })?;
        Ok(())
    }

    /// A sentence, or one for each plural form.
    fn message(&mut self, reader: &mut Reader<'_>, key: String) -> Read<()> {
        if reader.sort()? != Sort::Object {
            match reader.raw()? {
                Raw::Text(text) => self.entry(key, Entry::Text(Box::from(text))),
                _ => self.problem(&key),
            }
            return Ok(());
        }
        let mut forms = Vec::new();
        let mut wrong = None;
        reader.members(&mut |reader, name| {
            let form = Plural::NAMES.iter().find(|(known, _)| *known == name);
            match (form, reader.raw()?) {
                (Some((_, form)), Raw::Text(text)) => forms.push((*form, Box::from(text))),
                _ => _ = wrong.get_or_insert_with(|| name.into_owned()),
            }
            Ok(())
        })?;
        let other = forms.iter().position(|(form, _)| *form == Plural::Other);
        match (wrong, other) {
            (Some(name), _) => self.problem(&joined(&[&key, &name])),
            (None, None) => self.problem(&joined(&[&key, "other"])),
            (None, Some(other)) => {
                let (_, other) = forms.remove(other);
                self.entry(key, Entry::Forms { other, rest: forms });
            }
        }
        Ok(())
    }

    fn entry(&mut self, key: String, entry: Entry) {
        self.entries.push((key.into_boxed_str(), entry));
    }

    fn problem(&mut self, place: &str) {
        if self.problems.len() < 100 {
            self.problems.push(problem!("E-WORDS", "place").at(place));
        }
    }

    fn finish(mut self) -> Result<Words, Problems> {
        if self.format != "annexa-words" {
            return Err(problem!("E-NOT-OURS", "words").into());
        }
        if self.version != 1 {
            let version = self.version.to_string();
            return Err(problem!("E-VERSION", "words", version = version).at("version").into());
        }
        let tag = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if self.language.is_empty() || !self.language.chars().all(tag) {
            let no_tag = problem!("E-WORDS", "language", tag = quoted(&self.language));
            self.problems.push(no_tag.at("language"));
        }
        self.entries.sort_by(|(one, _), (other, _)| one.cmp(other));
        for pair in self.entries.windows(2) {
            if let [(one, _), (other, _)] = pair
                && one == other
            {
                self.problems.push(problem!("E-DUPLICATE-KEY", "words").at(one.as_ref()));
            }
        }
        if !self.problems.is_empty() {
            return Err(Problems(self.problems));
        }
        Ok(Words {
            language: self.language,
            direction: if self.right_to_left {
                Direction::RightToLeft
            } else {
                Direction::LeftToRight
            },
            style: self.style,
            entries: self.entries,
            base: None,
        })
    }
}
