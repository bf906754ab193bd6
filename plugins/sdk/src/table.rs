//! The table of a plugin: what the target framework asks for and how ISO/IEC 27001:2022 maps to it.

/// Everything that a plugin knows. `annexa-plugin-sdk-build` generates it from `crosswalk.toml`;
/// it is not written by hand, because [`Table::sources`] and [`Target::sources`] are indexes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Description {
    /// 1 to 64 ASCII characters, `a-z`, `0-9`, `-`, for instance `soc2`.
    pub id: &'static str,
    /// The plugin's name for people.
    pub name: &'static str,
    /// The plugin's own version, `MAJOR.MINOR.PATCH`.
    pub version: &'static str,
    /// One or two sentences: what the crosswalk is good for and what it is not.
    pub summary: &'static str,
    /// The framework that sources belong to: `iso27001-2022`.
    pub source_framework: &'static str,
    /// An id for the target framework, in the characters of `id`.
    pub target_framework: &'static str,
    /// The target framework's name and edition for people.
    pub target_title: &'static str,
    /// Where the mapping comes from.
    pub provenance: Provenance,
}

/// Where a mapping comes from, so that a reader can weigh it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Provenance {
    /// The document that the mapping was read from or made for.
    pub document: &'static str,
    /// The document's version or date.
    pub version: &'static str,
    /// The licence of the mapping data, as an SPDX expression where there is one.
    pub licence: &'static str,
    /// How the mapping was made and reviewed.
    pub method: &'static str,
}

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

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mapping {
    /// The target's id.
    pub target: &'static str,
    /// ISO ids; each is needed. Empty only where the relation is `none`.
    pub sources: &'static [&'static str],
    /// How the sources, taken together, relate to the target.
    pub relation: Relation,
    /// The part of the target that the sources cover, 1 to 10 000 basis points.
    pub coverage_bp: Option<u16>,
    /// How sure the author is, 0 to 10 000 basis points.
    pub confidence_bp: u16,
    /// What the judgement rests on.
    pub basis: Basis,
    /// Why the row says what it says.
    pub rationale: &'static str,
}

/// How sources relate to a target, read "source RELATION target".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The same words about the same thing.
    Equal,
    /// Other words, the same meaning.
    Equivalent,
    /// The source covers the whole target and more.
    Superset,
    /// The source covers a part of the target and nothing else.
    Subset,
    /// Source and target share a part; each has more.
    Intersects,
    /// The author looked and found no support.
    None,
}

/// What the author's judgement rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The wording matches.
    Syntactic,
    /// The meaning matches.
    Semantic,
    /// Doing one has the effect of doing the other.
    Functional,
}
