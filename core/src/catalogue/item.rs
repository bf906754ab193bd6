//! One entry of the catalogue: facts only. Its words are in [`Words`](crate::words::Words).

use alloc::boxed::Box;
use annexa_vocabulary::words;

words! {
    /// What an item is. The kind carries the rules: a requirement always applies and binds, a
    /// control may be excluded and advises.
    Kind {
        /// It only groups others, such as 6.1.
        Heading = "heading",
        /// A clause that requires something; it always applies.
        Requirement = "requirement",
        /// A part of a requirement, such as 6.1.2 d) 2); answered, but not counted.
        Item = "item",
        /// A control; it applies as the risk process decides.
        Control = "control",
    }
}

words! {
    /// Whether a text binds or advises. The two are never mixed.
    Force {
        /// The framework requires it of whoever wants to conform.
        Requirement = "requirement",
        /// It is advice; nobody has to.
        Guidance = "guidance",
    }
}

words! {
    /// Who needs a document, and the audit stage that first looks for it.
    Needed {
        /// Stage 1 of a certification audit reads the documents.
        StageOne = "stage_1",
        /// Stage 2 looks for a full cycle of operation.
        StageTwo = "stage_2",
        /// Whoever determines to need it.
        Organization = "organization",
    }
}

/// A document or record that the framework names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DocumentedInformation {
    pub(super) id: Box<str>,
    pub(super) source: u16,
    pub(super) question: u16,
    pub(super) needed: Needed,
}

impl DocumentedInformation {
    /// The document's id, by which its title is found.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The item that asks for it, as a place in [`Catalogue::items`](super::Catalogue::items).
    pub fn source(&self) -> usize {
        usize::from(self.source)
    }

    /// The requirement or control that holds the source, or is it.
    pub fn question(&self) -> usize {
        usize::from(self.question)
    }

    /// Who needs it, and from when.
    pub fn needed(&self) -> Needed {
        self.needed
    }
}

/// An entry of the catalogue.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    pub(super) id: Box<str>,
    pub(super) kind: Kind,
    pub(super) parent: Option<u16>,
    pub(super) chapter: Option<u16>,
    /// Pairs of attribute and value, by their places.
    pub(super) values: Box<[(u8, u8)]>,
    pub(super) checks: Box<[Box<str>]>,
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

    /// Whether the item binds or advises.
    pub fn force(&self) -> Force {
        match self.kind {
            Kind::Heading | Kind::Requirement | Kind::Item => Force::Requirement,
            Kind::Control => Force::Guidance,
        }
    }

    /// The item of which this is a part, as a place in
    /// [`Catalogue::items`](super::Catalogue::items): `6.1.2 d)` for `6.1.2 d) 2)`.
    pub fn parent(&self) -> Option<usize> {
        self.parent.map(usize::from)
    }

    /// The chapter under which the item is asked, as a place in
    /// [`Catalogue::chapters`](super::Catalogue::chapters). Every question has one.
    pub fn chapter(&self) -> Option<usize> {
        self.chapter.map(usize::from)
    }

    /// The ids of the finer questions about the item, for an assessment in detail.
    pub fn checks(&self) -> impl Iterator<Item = &str> {
        self.checks.iter().map(|id| &**id)
    }

    /// Whether the item is asked and scored: a requirement or a control.
    pub fn is_assessed(&self) -> bool {
        matches!(self.kind, Kind::Requirement | Kind::Control)
    }
}
