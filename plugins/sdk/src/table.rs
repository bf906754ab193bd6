//! The table of a plugin: what the target framework asks for and how ISO/IEC 27001:2022 maps to it.

use annexa_vocabulary::crosswalk;
pub use annexa_vocabulary::crosswalk::{Basis, Relation};

/// Everything that a plugin knows. `annexa-plugin-sdk-build` generates it from `crosswalk.toml`;
/// it is not written by hand, because [`Table::sources`] and [`Target::sources`] are indexes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What the plugin is.
    pub description: Description,
    /// Every target of the framework, mapped or not, in the framework's order.
    pub targets: &'static [Target],
    /// Every row, in the order of the file.
    pub mappings: &'static [Mapping],
    /// Every ISO id that a row maps from, each once, in byte order.
    pub sources: &'static [&'static str],
}

/// What the plugin is.
pub type Description = crosswalk::Description<&'static str>;

/// Where a mapping comes from, so that a reader can weigh it.
pub type Provenance = crosswalk::Provenance<&'static str>;

/// One row of the table.
pub type Mapping = crosswalk::Mapping<&'static str, &'static [&'static str]>;

/// One thing that the target framework asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// The id in the target framework, 1 to 64 visible ASCII characters, unique.
    pub id: &'static str,
    /// A short name in the author's own words.
    pub title: &'static str,
    /// The id of the target's group.
    pub group: &'static str,
    /// The group's title.
    pub group_title: &'static str,
    /// The category of the group, or empty where the framework has none.
    pub category: &'static str,
    /// What the sources leave open even when all are in place, in words.
    pub residual: &'static str,
    /// The sources of the target's rows as places in [`Table::sources`], each once, in the order
    /// of the table; rows with the relation `none` do not count.
    pub sources: &'static [u16],
}

impl Target {
    /// The target without its index: the record that crosses to the host.
    pub(crate) fn record(&self) -> crosswalk::Target<&'static str> {
        crosswalk::Target {
            id: self.id,
            title: self.title,
            group: self.group,
            group_title: self.group_title,
            category: self.category,
            residual: self.residual,
        }
    }
}
