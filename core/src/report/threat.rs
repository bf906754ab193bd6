//! The starter threats as canonical JSON, each with the controls that it suggests.

use alloc::vec::Vec;

use super::{bare, written_bare};
use crate::assessment::SourceKind;
use crate::catalogue::Catalogue;
use crate::record::{Item, Name, Texts, Top, output, word_members};
use crate::threat::{Role, Threat};
use crate::words::Words;

pub(super) const THREATS: Top = bare::<Threats<'_>>("annexa-threats");

word_members! { Role SourceKind }

output! {
    /// What usually happens to information, and what an expert would do about it.
    struct Threats<'a> {
        /// The catalogue that the controls are of.
        catalogue: Name<'a>,
        /// The threats that were asked for, in the order of the list.
        threats: Vec<ThreatEntry<'a>>,
    }

    /// A starter threat.
    struct ThreatEntry<'a> {
        /// Its code.
        code: Name<'a>,
        /// What people call it.
        label: &'a str,
        /// What kind of threat it is.
        category: Name<'a>,
        /// Which of `c`, `i` and `a` it affects: confidentiality, integrity, availability.
        affects: Texts<'a>,
        /// What it comes from; left out where several fit.
        source_kind: Option<SourceKind>,
        /// What would happen, in a sentence that a person is to replace.
        event: &'a str,
        /// The controls that help, by what they do.
        controls: Vec<Suggested<'a>>,
    }

    /// A control that helps against a threat.
    struct Suggested<'a> {
        /// The control.
        id: Item<'a>,
        /// What it does here.
        role: Role,
        /// Why, in half a sentence.
        why: &'a str,
    }
}

/// Threats as canonical JSON. Controls that the catalogue does not have are left out.
pub fn threats_json(catalogue: &Catalogue, words: &Words, threats: &[&'static Threat]) -> Vec<u8> {
    let entry = |threat: &&'static Threat| ThreatEntry {
        code: Name(threat.code),
        label: threat.label(words),
        category: Name(threat.category),
        affects: Texts(threat.dimensions().collect()),
        source_kind: threat.source_kind,
        event: threat.event(words),
        controls: Role::WORDS
            .iter()
            .flat_map(|(_, role)| threat.suggested(*role, catalogue).map(|id| (id, *role)))
            .map(|(id, role)| Suggested { id: Item(id), role, why: threat.why(id, words) })
            .collect(),
    };
    let own =
        Threats { catalogue: Name(catalogue.id()), threats: threats.iter().map(entry).collect() };
    written_bare("annexa-threats", &own).finish()
}
