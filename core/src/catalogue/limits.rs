//! How large a catalogue may be. Places in it are 16 bits wide.

use crate::json::{FileKind, Limits};

/// What is read of a file at most.
pub(super) const FILE: Limits = Limits {
    what: FileKind::Catalogue,
    size_max_bytes: 8 << 20,
    depth_max: 8,
    values_max: 1_000_000,
};
/// The most items.
pub(super) const ITEMS_MAX: usize = 10_000;
/// The most attributes.
pub(super) const ATTRIBUTES_MAX: usize = 20;
/// The most values of an attribute.
pub(super) const VALUES_MAX: usize = 100;
/// The most chapters.
pub(super) const CHAPTERS_MAX: usize = 200;
/// The most documents.
pub(super) const DOCUMENTS_MAX: usize = 1_000;
/// The most checks of an item.
pub(super) const CHECKS_MAX: usize = 100;
