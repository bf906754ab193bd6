//! The tables that the build script makes out of the data files.

use super::item::{Amendment, DocumentedInformation, Item, Kind, Stage, Texts, Theme};
use super::{Attribute, Catalogue};

include!(concat!(env!("OUT_DIR"), "/tables.rs"));

/// An attribute as the data file has it; values are id and label.
pub(super) struct AttributeRow {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    pub(super) values: &'static [(&'static str, &'static str)],
}

struct Row {
    id: &'static str,
    kind: Kind,
    title: &'static str,
    theme: Option<Theme>,
    new_in_2022: bool,
    attributes: [u16; 5],
    documented_information: &'static [&'static str],
    amendment: Option<(bool, &'static str)>,
    texts: Option<TextRow>,
}

struct TextRow {
    question: &'static str,
    purpose: &'static str,
    good: &'static str,
    guidance: &'static [&'static str],
    evidence: &'static [&'static str],
}

pub(super) fn attribute(attribute: Attribute) -> &'static AttributeRow {
    let [control_type, properties, concepts, capabilities, domains] = &ATTRIBUTES;
    match attribute {
        Attribute::ControlType => control_type,
        Attribute::InfosecProperties => properties,
        Attribute::CybersecurityConcepts => concepts,
        Attribute::OperationalCapabilities => capabilities,
        Attribute::SecurityDomains => domains,
    }
}

pub(super) fn catalogue() -> Catalogue {
    let items = ROWS
        .iter()
        .map(|row| Item {
            id: row.id.into(),
            kind: row.kind,
            title: row.title.into(),
            theme: row.theme,
            new_in_2022: row.new_in_2022,
            attributes: row.attributes,
            documented_information: row.documented_information,
            amendment: row
                .amendment
                .map(|(is_requirement, text)| Amendment { is_requirement, text }),
            texts: row.texts.as_ref().map(|row| Texts {
                question: row.question,
                purpose: row.purpose,
                good: row.good,
                guidance: row.guidance,
                evidence: row.evidence,
            }),
        })
        .collect();
    Catalogue::new("iso27001-2022", "ISO/IEC 27001:2022 with Amendment 1:2024", items, DOCUMENTS)
}
