//! The one renderer: a sentence with places, and values, become text.

use alloc::boxed::Box;
use alloc::string::String;

use super::plural::plural;
use super::{Entry, Plural, Value, Words};

impl Words {
    /// What an entry of these words says about the values.
    pub(super) fn render(&self, entry: &Entry, values: &[(&str, Value)]) -> String {
        let mut text = String::new();
        match entry {
            Entry::Text(sentence) => self.fill(&mut text, sentence, values),
            Entry::Forms { other, rest } => {
                let sentence = self.form(rest, values).unwrap_or(other);
                self.fill(&mut text, sentence, values);
            }
            Entry::List(sentences) => {
                for sentence in sentences {
                    if !text.is_empty() {
                        text.push(' ');
                    }
                    self.fill(&mut text, sentence, values);
                }
            }
        }
        text
    }

    /// The form for the value `count`, unless it is `other`.
    fn form<'f>(
        &self,
        forms: &'f [(Plural, Box<str>)],
        values: &[(&str, Value)],
    ) -> Option<&'f str> {
        let count = values.iter().find_map(|(name, value)| match (*name, value) {
            ("count", Value::Int(count)) => Some(*count),
            _ => None,
        });
        let wanted = plural(&self.language, count?);
        forms.iter().find(|(form, _)| *form == wanted).map(|(_, sentence)| &**sentence)
    }

    /// Puts values into places. A place without a value stays as it is, so that it is seen.
    fn fill(&self, text: &mut String, sentence: &str, values: &[(&str, Value)]) {
        let mut rest = sentence;
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            let Some((name, after)) = after.split_once('}') else {
                text.push('{');
                rest = after;
                continue;
            };
            match values.iter().find(|(known, _)| *known == name) {
                Some((_, value)) => self.value(text, value),
                None => text.extend(["{", name, "}"]),
            }
            rest = after;
        }
        text.push_str(rest);
    }

    fn value(&self, text: &mut String, value: &Value) {
        match value {
            Value::Text(value) => text.push_str(value),
            Value::Int(number) => self.style.number(text, *number),
            Value::Date(date) => self.style.date(text, *date),
            Value::Word { set, word } => text.push_str(self.label(set, word)),
            Value::Ids(ids) => text.push_str(&ids.join(&self.style.list)),
            Value::Share(share_bp) => self.style.share(text, *share_bp),
            Value::Tenths(tenths) => self.style.tenths(text, *tenths),
        }
    }
}
