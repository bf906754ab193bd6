//! How much a table may hold.

/// Targets of a framework.
pub const TARGETS_MAX: usize = 5_000;
/// Rows of a table.
pub const MAPPINGS_MAX: usize = 20_000;
/// Sources of one row.
pub const SOURCES_MAX: usize = 20;
/// Rows of one target that state a coverage for several sources together; finding their best
/// sum doubles the work with each.
pub const JOINT_ROWS_MAX: usize = 10;
/// One text for people.
pub const WORDS_MAX_BYTES: usize = 4 << 10;
/// Extensions of one record.
pub const EXTENSIONS_MAX: usize = 20;
/// The value of an extension.
pub const EXTENSION_MAX_BYTES: usize = 1 << 10;
