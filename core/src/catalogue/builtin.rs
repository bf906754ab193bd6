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

/// The items, a line each: id, kind, title, whether new, attribute masks, documented
/// information, the amendment's force and text, question, purpose, good, guidance,
/// evidence; tabs between fields, `|` inside. The build script has checked all of it.
static ITEMS: &str = include_str!(concat!(env!("OUT_DIR"), "/items.txt"));

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
    let items = ITEMS.split('\n').map(item).collect();
    Catalogue::new("iso27001-2022", "ISO/IEC 27001:2022 with Amendment 1:2024", items, DOCUMENTS)
}

fn item(line: &'static str) -> Item {
    let mut fields = line.split('\t');
    let mut field = || fields.next().unwrap_or_default();
    let id = field();
    let kind = match field() {
        "H" => Kind::Heading,
        "R" => Kind::Requirement,
        "I" => Kind::Item,
        _ => Kind::Control,
    };
    let title = field();
    let new_in_2022 = field() == "new";
    let mut masks = field().split('|').map(|mask| u16::from_str_radix(mask, 16).unwrap_or(0));
    let attributes = [(); 5].map(|()| masks.next().unwrap_or(0));
    let documented_information = list(field());
    let (force, text) = (field(), field());
    let texts = Texts {
        question: field(),
        purpose: field(),
        good: field(),
        guidance: list(field()),
        evidence: list(field()),
    };
    Item {
        id: id.into(),
        kind,
        title: title.into(),
        theme: Theme::ALL
            .into_iter()
            .find(|theme| kind == Kind::Control && id.starts_with(theme.chapter())),
        new_in_2022,
        attributes,
        documented_information,
        amendment: (!text.is_empty()).then_some(Amendment { is_requirement: force == "R", text }),
        texts: (!texts.question.is_empty()).then_some(texts),
    }
}

fn list(field: &'static str) -> Vec<&'static str> {
    field.split('|').filter(|entry| !entry.is_empty()).collect()
}
