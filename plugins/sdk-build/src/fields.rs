//! Takes the fields of one TOML table, and reports what is missing, wrong or unknown.

use crate::problem::Report;
use annexa_vocabulary::{Value, problem};
use std::ops::Range;
use toml::{
    Spanned,
    de::{DeTable, DeValue},
};

/// A value with its place in the file.
#[derive(Clone, Debug)]
pub(crate) struct Placed<T> {
    pub(crate) value: T,
    pub(crate) span: Range<usize>,
}

/// One TOML table that is being read.
pub(crate) struct Fields<'a> {
    table: &'a DeTable<'a>,
    /// What to call the table, for instance "[[target]]".
    name: Value,
    span: Range<usize>,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(crate) fn new(table: &'a DeTable<'a>, name: Value, span: Range<usize>) -> Self {
        Self { table, name, span, known: Vec::new() }
    }

    pub(crate) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    fn optional(&mut self, key: &'static str) -> Option<&'a Spanned<DeValue<'a>>> {
        if !self.known.contains(&key) {
            self.known.push(key);
        }
        self.table.get(key)
    }

    fn required(
        &mut self,
        key: &'static str,
        problems: &mut Report<'_>,
    ) -> Option<&'a Spanned<DeValue<'a>>> {
        let value = self.optional(key);
        if value.is_none() {
            let table = self.name.clone();
            problems.add(&self.span, problem!("E-MISSING", "toml", table = table, field = key));
        }
        value
    }

    /// A text; empty where the field is missing or wrong.
    pub(crate) fn text(&mut self, key: &'static str, problems: &mut Report<'_>) -> Placed<String> {
        let Some(found) = self.required(key, problems) else {
            return Placed { value: String::new(), span: self.span() };
        };
        let value = match found.get_ref() {
            DeValue::String(text) => text.clone().into_owned(),
            other => {
                let kind = other.type_str();
                let other = problem!("E-TYPE", "toml_string", field = key, kind = kind);
                problems.add(&found.span(), other);
                String::new()
            }
        };
        Placed { value, span: found.span() }
    }

    /// A list of texts.
    pub(crate) fn texts(
        &mut self,
        key: &'static str,
        problems: &mut Report<'_>,
    ) -> Vec<Placed<String>> {
        let Some(found) = self.required(key, problems) else { return Vec::new() };
        let Some(list) = found.get_ref().as_array() else {
            let kind = found.get_ref().type_str();
            problems.add(&found.span(), problem!("E-TYPE", "toml_list", field = key, kind = kind));
            return Vec::new();
        };
        let mut texts = Vec::new();
        for item in list.iter() {
            if let DeValue::String(text) = item.get_ref() {
                texts.push(Placed { value: text.clone().into_owned(), span: item.span() });
            } else {
                // A number such as 5.10 would lose its zero, so it is not taken as an id.
                let kind = item.get_ref().type_str();
                let other = problem!("E-TYPE", "toml_item", field = key, kind = kind);
                problems.add(&item.span(), other);
            }
        }
        texts
    }

    /// A word of a closed set; nothing where the field is missing or wrong.
    pub(crate) fn word<T: Copy>(
        &mut self,
        key: &'static str,
        words: &[(&'static str, T)],
        problems: &mut Report<'_>,
    ) -> Placed<Option<T>> {
        let text = self.text(key, problems);
        let found = words.iter().find(|(word, _)| *word == text.value).map(|(_, value)| *value);
        if found.is_none() && !problems.is_unread(&text.span) {
            let words: Vec<String> = words.iter().map(|(word, _)| (*word).to_owned()).collect();
            problems.add(&text.span, problem!("E-VALUE", "toml", field = key, words = words));
        }
        Placed { value: found, span: text.span }
    }

    /// A share in basis points, `least` or more.
    pub(crate) fn share(
        &mut self,
        key: &'static str,
        least: u16,
        problems: &mut Report<'_>,
    ) -> Option<Placed<u16>> {
        let found = self.optional(key)?;
        let number = found.get_ref().as_integer();
        let value = number.and_then(|number| {
            u16::from_str_radix(&number.as_str().replace('_', ""), number.radix()).ok()
        });
        match value.filter(|share_bp| (least..=10_000).contains(share_bp)) {
            Some(value) => Some(Placed { value, span: found.span() }),
            None => {
                problems.add(
                    &found.span(),
                    match least {
                        0 => problem!(
                            "E-RANGE",
                            "toml_share",
                            field = key,
                            least = "0",
                            most = "10000"
                        ),
                        // Nothing at all is a judgement too, and has a word of its own.
                        _ => problem!(
                            "E-RANGE",
                            "toml_share_of_some",
                            field = key,
                            least = least,
                            most = "10000"
                        ),
                    },
                );
                None
            }
        }
    }

    /// A share in basis points that has to be there.
    pub(crate) fn required_share(
        &mut self,
        key: &'static str,
        problems: &mut Report<'_>,
    ) -> Option<Placed<u16>> {
        self.required(key, problems)?;
        self.share(key, 0, problems)
    }

    /// The tables of a list of tables, `[[key]]`.
    pub(crate) fn tables(
        &mut self,
        key: &'static str,
        name: &'static str,
        problems: &mut Report<'_>,
    ) -> Vec<Fields<'a>> {
        let Some(found) = self.required(key, problems) else { return Vec::new() };
        let list = found.get_ref().as_array();
        let items = list.map(|list| list.iter().collect::<Vec<_>>()).unwrap_or_default();
        let tables: Vec<Fields<'a>> = items
            .iter()
            .filter_map(|item| {
                Some(Fields::new(item.get_ref().as_table()?, name.into(), item.span()))
            })
            .collect();
        if tables.is_empty() || tables.len() != items.len() {
            problems
                .add(&found.span(), problem!("E-TYPE", "toml_tables", field = key, table = name));
        }
        tables
    }

    /// One table, `[key]`.
    pub(crate) fn table(
        &mut self,
        key: &'static str,
        name: &'static str,
        problems: &mut Report<'_>,
    ) -> Option<Fields<'a>> {
        let found = self.required(key, problems)?;
        let table = found.get_ref().as_table();
        if table.is_none() {
            problems
                .add(&found.span(), problem!("E-TYPE", "toml_table", field = key, table = name));
        }
        Some(Fields::new(table?, name.into(), found.span()))
    }

    /// Reports the keys that nobody has asked for.
    pub(crate) fn finish(self, problems: &mut Report<'_>) {
        for key in self.table.keys() {
            if !self.known.contains(&key.get_ref().as_ref()) {
                let shown = key.get_ref().escape_debug().to_string();
                let known: Vec<String> = self.known.iter().map(|it| format!("`{it}`")).collect();
                let table = self.name.clone();
                let unknown = problem!("E-UNKNOWN", table = table, field = shown, known = known);
                problems.add(&key.span(), unknown);
            }
        }
    }
}
