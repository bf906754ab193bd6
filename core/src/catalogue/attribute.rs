//! The five attributes of ISO/IEC 27002:2022 and their values.

use super::builtin;

/// An attribute by which controls can be viewed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Attribute {
    /// When the control acts on a risk: before, at or after an incident.
    ControlType,
    /// Which of confidentiality, integrity and availability it serves.
    InfosecProperties,
    /// Identify, protect, detect, respond, recover.
    CybersecurityConcepts,
    /// The practitioner's view: governance, asset management and so on.
    OperationalCapabilities,
    /// Governance and ecosystem, protection, defence, resilience.
    SecurityDomains,
}

impl Attribute {
    /// All five, in the order of the columns of the data.
    pub const ALL: [Attribute; 5] = [
        Attribute::ControlType,
        Attribute::InfosecProperties,
        Attribute::CybersecurityConcepts,
        Attribute::OperationalCapabilities,
        Attribute::SecurityDomains,
    ];

    /// The attribute's id, for instance `control_type`.
    pub fn id(self) -> &'static str {
        builtin::attribute(self).id
    }

    /// The attribute's name for people.
    pub fn label(self) -> &'static str {
        builtin::attribute(self).label
    }

    /// Its values in the order in which they are shown.
    pub fn values(self) -> impl Iterator<Item = AttributeValue> {
        (0..builtin::attribute(self).values.len())
            .filter_map(move |index| u8::try_from(index).ok())
            .map(move |index| AttributeValue { attribute: self, index })
    }
}

/// One value of an attribute, for instance `Preventive`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct AttributeValue {
    attribute: Attribute,
    // INVARIANT: an index into the values of `attribute`.
    index: u8,
}

impl AttributeValue {
    /// The attribute that the value belongs to.
    pub fn attribute(self) -> Attribute {
        self.attribute
    }

    /// The value's id, for instance `Governance_and_Ecosystem`.
    pub fn id(self) -> &'static str {
        self.row().0
    }

    /// The value's name for people.
    pub fn label(self) -> &'static str {
        self.row().1
    }

    /// The value's bit in the masks of the catalogue's rows.
    pub(super) fn bit(self) -> u16 {
        1 << self.index
    }

    fn row(self) -> (&'static str, &'static str) {
        let values = builtin::attribute(self.attribute).values;
        values.get(usize::from(self.index)).copied().unwrap_or_default()
    }
}
