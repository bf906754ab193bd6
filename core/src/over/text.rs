//! What could be simplified, in words. Never more than that it could.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::{Looked, Overview, RISKS_MIN, Simpler};
use crate::effort::{Overdone, Range, Situation};
use crate::words::{Value, Words};

fn count(count: usize) -> Value {
    Value::Int(i64::try_from(count).unwrap_or(i64::MAX))
}

fn say(words: &Words, key: &str, values: &[(&str, Value)]) -> String {
    words.message(&format!("over.{key}"), values)
}

impl Overview {
    /// Why nothing is said; nothing where something may be.
    pub fn withheld_text(&self, words: &Words) -> Option<String> {
        let values = [
            ("count", count(self.evaluable)),
            ("least", count(RISKS_MIN)),
            ("drafts", count(self.drafts)),
        ];
        Some(say(words, &format!("withheld.{}", self.withheld?.word()), &values))
    }

    /// The one line about cheap controls; nothing where there are none.
    pub fn cheap_text(&self, words: &Words) -> Option<String> {
        let cheap = self.cheap.len();
        (cheap > 0).then(|| say(words, "cheap", &[("count", count(cheap))]))
    }
}

impl Simpler {
    /// What was looked for and found, and what was not.
    pub fn looked(&self, words: &Words) -> Vec<(Looked, bool, String)> {
        let all = Looked::WORDS.iter().map(|(word, looked)| {
            let is_found = self.found.contains(looked);
            let key = format!("{}.{word}", if is_found { "found" } else { "missing" });
            (*looked, is_found, say(words, &key, &[]))
        });
        all.collect()
    }
}

/// What is usually overdone, what that costs here, and what would be enough.
pub fn overdone(it: &Overdone, situation: &Situation, words: &Words) -> String {
    let text = |part: &str| words.message(&format!("effort.{part}.{}", it.code), &[]);
    let mut values =
        Vec::from([("what", text("overdone").into()), ("enough", text("enough").into())]);
    let Some((once, yearly)) = it.extra_cd(situation, 0) else {
        return words.message("chooser.over.extra_plain", &values);
    };
    let days = |cd: u64| {
        let [_, likely, _] = Range { low_cd: cd, likely_cd: cd, high_cd: cd }.shown_tenths();
        Value::Tenths(likely)
    };
    values.extend([("days", days(once)), ("days_year", days(yearly))]);
    let key = if yearly == 0 { "chooser.over.extra_once" } else { "chooser.over.extra" };
    words.message(key, &values)
}
