//! Starter threats: what usually happens to information, and for each the controls that an expert
//! would defend one by one. They suggest; nothing is ticked for anybody.

use alloc::borrow::ToOwned;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use crate::assessment::SourceKind;
use crate::catalogue::Catalogue;
use crate::csv::{CsvWriter, joined};
use crate::words::Words;
use annexa_vocabulary::words;

mod likely;

pub use likely::{Because, LIKELY, likely};

include!(concat!(env!("OUT_DIR"), "/threats.rs"));

words! {
    /// What a control does about a threat.
    Role {
        /// It keeps it from happening.
        Prevent = "prevent",
        /// It shows that it happens.
        Notice = "notice",
        /// It limits or mends what has happened.
        Recover = "recover",
    }
}

/// A starter threat.
#[derive(Debug, PartialEq, Eq)]
pub struct Threat {
    /// Its code, such as `MD19`.
    pub code: &'static str,
    /// What kind of threat it is.
    pub category: &'static str,
    /// Whether it affects confidentiality, integrity and availability.
    pub affects: [bool; 3],
    /// What it comes from; nothing where several fit.
    pub source_kind: Option<SourceKind>,
    prevent: &'static [&'static str],
    notice: &'static [&'static str],
    recover: &'static [&'static str],
}

impl Threat {
    /// Every threat, in the order of the list.
    pub fn all() -> &'static [Threat] {
        THREATS
    }

    /// The threat with a code.
    pub fn find(code: &str) -> Option<&'static Threat> {
        THREATS.iter().find(|threat| threat.code == code)
    }

    /// The controls that are suggested in a role, in the catalogue's order.
    pub fn controls(&self, role: Role) -> &'static [&'static str] {
        match role {
            Role::Prevent => self.prevent,
            Role::Notice => self.notice,
            Role::Recover => self.recover,
        }
    }

    /// The same without controls that a catalogue does not have.
    pub fn suggested(
        &self,
        role: Role,
        catalogue: &Catalogue,
    ) -> impl Iterator<Item = &'static str> {
        let controls = self.controls(role).iter().copied();
        controls.filter(|id| catalogue.index_of(id).is_some())
    }

    /// The letters of what it affects.
    pub fn dimensions(&self) -> impl Iterator<Item = &'static str> {
        let letters = ["c", "i", "a"].into_iter().zip(self.affects);
        letters.filter(|(_, is_affected)| *is_affected).map(|(letter, _)| letter)
    }

    /// Its name.
    pub fn label<'w>(&self, words: &'w Words) -> &'w str {
        words.text_or(&format!("threats.{}.label", self.code), "")
    }

    /// What would happen, in a sentence that a person is to replace.
    pub fn event<'w>(&self, words: &'w Words) -> &'w str {
        words.text_or(&format!("threats.{}.event", self.code), "")
    }

    /// Why a control helps here, in half a sentence; empty where it is not suggested.
    pub fn why<'w>(&self, control: &str, words: &'w Words) -> &'w str {
        words.text_or(&format!("threats.{}.{control}", self.code), "")
    }
}

/// Starter threats as CSV, without controls that the catalogue does not have: `controls` is the union of the last three columns.
pub fn threats_csv(catalogue: &Catalogue, words: &Words, threats: &[&Threat]) -> Vec<u8> {
    let columns = ["code", "label", "category", "controls", "prevent", "notice", "recover"];
    let mut csv = CsvWriter::new(&columns);
    for threat in threats {
        let mut all: Vec<&str> = Vec::new();
        let mut roles: Vec<String> = Vec::new();
        for (_, role) in Role::WORDS {
            let its: Vec<&str> = threat.suggested(*role, catalogue).collect();
            roles.push(joined(&its, ";"));
            all.extend(its);
        }
        all.sort_by(|one, other| crate::risk::label_order(one, other));
        all.dedup();
        let mut row =
            [threat.code.to_owned(), threat.label(words).to_owned(), threat.category.to_owned()]
                .to_vec();
        row.push(joined(&all, ";"));
        row.extend(roles);
        csv.row(row.iter().map(String::as_str));
    }
    csv.finish()
}

#[cfg(test)]
mod tests;
