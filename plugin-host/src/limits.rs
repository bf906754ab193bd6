//! What a plugin may use.

/// What one call of a plugin may use, and what its file may hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Limits {
    /// What the file may hold.
    pub admission: annexa_admission::Limits,
    /// Instructions of one call, roughly; the same call always uses the same number. About a
    /// thousand times what a plugin of a hundred targets needs.
    pub fuel: u64,
    /// Time for one call, with the making of its instance, in milliseconds.
    pub deadline_ms: u64,
    /// Stack of one call.
    pub stack_bytes: usize,
    /// Linear memory of one instance; growing further fails inside the plugin.
    pub memory_bytes: usize,
    /// Bytes of text and lists that one call may give back, as the host holds them.
    pub output_bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            admission: annexa_admission::Limits::default(),
            fuel: 500_000_000,
            deadline_ms: 2_000,
            stack_bytes: 512 << 10,
            memory_bytes: 64 << 20,
            output_bytes: 4 << 20,
        }
    }
}
