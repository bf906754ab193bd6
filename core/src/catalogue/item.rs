//! One entry of the catalogue.

use std::borrow::Cow;

use super::{Attribute, AttributeValue};

/// What an item is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A clause that only groups others, such as 6.1.
    Heading,
    /// A clause from 4 to 10 that requires something; it always applies.
    Requirement,
    /// A lettered item of a requirement, such as 6.1.2 d) 2).
    Item,
    /// One of the 93 controls; it applies as the risk process decides.
    Control,
}

impl Kind {
    /// The word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Kind::Heading => "heading",
            Kind::Requirement => "requirement",
            Kind::Item => "item",
            Kind::Control => "control",
        }
    }
}

/// Whether a text binds or advises. The two are never mixed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Force {
    /// ISO/IEC 27001 requires it of whoever wants to conform.
    Requirement,
    /// ISO/IEC 27002 advises it; nobody has to.
    Guidance,
}

impl Force {
    /// The word that files use.
    pub fn word(self) -> &'static str {
        match self {
            Force::Requirement => "requirement",
            Force::Guidance => "guidance",
        }
    }
}

/// The theme of a control.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Theme {
    /// A.5, 37 controls.
    Organizational,
    /// A.6, 8 controls.
    People,
    /// A.7, 14 controls.
    Physical,
    /// A.8, 34 controls.
    Technological,
}

impl Theme {
    /// All four in the standard's order.
    pub const ALL: [Theme; 4] =
        [Theme::Organizational, Theme::People, Theme::Physical, Theme::Technological];

    /// The theme's name.
    pub fn word(self) -> &'static str {
        match self {
            Theme::Organizational => "Organizational",
            Theme::People => "People",
            Theme::Physical => "Physical",
            Theme::Technological => "Technological",
        }
    }

    /// The part of Annex A that holds the theme's controls, for instance `A.5`.
    pub fn chapter(self) -> &'static str {
        match self {
            Theme::Organizational => "A.5",
            Theme::People => "A.6",
            Theme::Physical => "A.7",
            Theme::Technological => "A.8",
        }
    }
}

/// What Amendment 1:2024 adds to a clause, in our words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amendment {
    /// Whether it adds a requirement (4.1) or only a note (4.2).
    pub is_requirement: bool,
    /// What it adds.
    pub text: &'static str,
}

/// The first certification audit stage that looks for a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    /// Stage 1 reads the documents.
    One,
    /// Stage 2 looks for a full cycle of operation.
    Two,
}

/// A document or record that the standard names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DocumentedInformation {
    /// Where it is asked for: a clause or lettered item.
    pub source: &'static str,
    /// The clause of `source`.
    pub clause: &'static str,
    /// Its name.
    pub title: &'static str,
    /// The audit stage from which it is needed; `None` where the organization determines
    /// itself whether it needs the document.
    pub mandatory_from: Option<Stage>,
    /// A remark, or empty.
    pub note: &'static str,
}

/// The words that go with a question. All of them are the project's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Texts {
    /// The question at the standard depth.
    pub question: &'static str,
    /// Why it matters.
    pub purpose: &'static str,
    /// What good looks like.
    pub good: &'static str,
    /// How to get there; advice, whatever the force of the item.
    pub guidance: Vec<&'static str>,
    /// Typical evidence.
    pub evidence: Vec<&'static str>,
}

/// An entry of the catalogue.
#[derive(Debug, Clone)]
pub struct Item {
    pub(super) id: Cow<'static, str>,
    pub(super) kind: Kind,
    pub(super) title: Cow<'static, str>,
    pub(super) theme: Option<Theme>,
    pub(super) new_in_2022: bool,
    /// A bit for each value of each attribute.
    pub(super) attributes: [u16; 5],
    pub(super) documented_information: Vec<&'static str>,
    pub(super) amendment: Option<Amendment>,
    pub(super) texts: Option<Texts>,
}

impl Item {
    /// The id, for instance `A.5.1`.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// What the item is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The short title; a lettered item carries the title of its clause.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// Whether the item binds or advises.
    pub fn force(&self) -> Force {
        match self.kind {
            Kind::Heading | Kind::Requirement | Kind::Item => Force::Requirement,
            Kind::Control => Force::Guidance,
        }
    }

    /// The theme of a control.
    pub fn theme(&self) -> Option<Theme> {
        self.theme
    }

    /// The chapter under which the item is asked: `4` to `10`, or `A.5` to `A.8`.
    pub fn chapter(&self) -> &str {
        match self.theme {
            Some(theme) => theme.chapter(),
            None => self.id.split('.').next().unwrap_or_default(),
        }
    }

    /// Whether the control is one of the 11 that the 2013 edition did not have.
    pub fn is_new_in_2022(&self) -> bool {
        self.new_in_2022
    }

    /// The values of one attribute; none for anything but a control.
    pub fn attribute(&self, attribute: Attribute) -> impl Iterator<Item = AttributeValue> {
        let [control_type, properties, concepts, capabilities, domains] = self.attributes;
        let mask = match attribute {
            Attribute::ControlType => control_type,
            Attribute::InfosecProperties => properties,
            Attribute::CybersecurityConcepts => concepts,
            Attribute::OperationalCapabilities => capabilities,
            Attribute::SecurityDomains => domains,
        };
        attribute.values().filter(move |value| value.bit() & mask != 0)
    }

    /// How documented information is asked for here: `retain`, `available` and so on.
    pub fn documented_information(&self) -> &[&'static str] {
        &self.documented_information
    }

    /// What Amendment 1:2024 adds.
    pub fn amendment(&self) -> Option<Amendment> {
        self.amendment
    }

    /// The words of a requirement or control.
    pub fn texts(&self) -> Option<&Texts> {
        self.texts.as_ref()
    }

    /// Whether the item is asked and scored: a requirement or a control.
    pub fn is_assessed(&self) -> bool {
        matches!(self.kind, Kind::Requirement | Kind::Control)
    }
}
