//! The document of an engine, with what was made from it: whoever takes the document to change it
//! drops what follows from what is changed, so that nobody can be told what held before.

use core::ops::Deref;

#[cfg(feature = "whole")]
use super::kept::Kept;
use crate::assessment::Document;
#[cfg(feature = "whole")]
use crate::facts::{ControlPlace, Uses};

/// A document, and what is kept of what follows from it.
#[derive(Debug, Clone)]
pub(super) struct Held {
    document: Document,
    #[cfg(feature = "whole")]
    kept: Kept,
}

impl Held {
    pub(super) fn new(document: Document) -> Held {
        Held {
            document,
            #[cfg(feature = "whole")]
            kept: Kept::default(),
        }
    }

    /// The document, to change anything.
    pub(super) fn edit(&mut self) -> &mut Document {
        #[cfg(feature = "whole")]
        self.forget();
        &mut self.document
    }
}

#[cfg(feature = "whole")]
impl Held {
    /// The document, to change the answer to one item or control and nothing else.
    pub(super) fn edit_answer(&mut self, control: ControlPlace, uses: &Uses) -> &mut Document {
        self.kept.forget(control, uses);
        &mut self.document
    }

    /// What is kept.
    pub(super) fn kept(&self) -> &Kept {
        &self.kept
    }

    /// Forgets everything.
    pub(super) fn forget(&mut self) {
        self.kept.forget_all();
    }
}

impl Deref for Held {
    type Target = Document;

    fn deref(&self) -> &Document {
        &self.document
    }
}
