//! The budgets of the gate.

/// The most that a plugin file may hold. [`Limits::default`] is what both hosts use; a plugin of
/// the ordinary kind needs about a thousandth of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// The file.
    pub file_bytes: u64,
    /// All function bodies.
    pub code_bytes: u64,
    /// One function body.
    pub body_bytes: u64,
    /// All data segments.
    pub data_bytes: u64,
    /// All custom sections.
    pub custom_bytes: u64,
    /// Functions with a body.
    pub functions: u32,
    /// Local variables of one function.
    pub locals_per_function: u32,
    /// Local variables of all functions: each costs the compiler memory in every block.
    pub locals: u64,
    /// Blocks within blocks.
    pub block_depth: u32,
    /// Targets of one `br_table`.
    pub br_table_targets: u32,
    /// Function types.
    pub types: u32,
    /// Global variables.
    pub globals: u32,
    /// Element and data segments, each.
    pub segments: u32,
    /// Exports of the core module.
    pub exports: u32,
    /// Bytes of an export's name.
    pub name_bytes: usize,
    /// What the memory starts with.
    pub memory_initial_bytes: u64,
    /// What the memory may grow to; the module itself has to declare a maximum.
    pub memory_max_bytes: u64,
    /// Entries of the function table.
    pub table_elements: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 2 << 20,
            code_bytes: 1 << 20,
            body_bytes: 128 << 10,
            data_bytes: 1 << 20,
            custom_bytes: 256 << 10,
            functions: 10_000,
            locals_per_function: 5_000,
            locals: 200_000,
            block_depth: 512,
            br_table_targets: 4_096,
            types: 2_000,
            globals: 1_000,
            segments: 10_000,
            exports: 64,
            name_bytes: 128,
            memory_initial_bytes: 4 << 20,
            memory_max_bytes: 64 << 20,
            table_elements: 10_000,
        }
    }
}
