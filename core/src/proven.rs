//! What is there because somebody proved it: the build, the reader, or whoever gave a place.
//!
//! A default in its stead would hide that the proof is broken, and an auditor would read a result
//! that follows from nothing.

/// What may be missing by its type, and is not.
pub(crate) trait Proven<T> {
    /// The value, with what proves that it is there.
    fn proven(self, by: &str) -> T;
}

impl<T> Proven<T> for Option<T> {
    #[track_caller]
    #[expect(clippy::expect_used, reason = "whoever calls it says what proves it")]
    fn proven(self, by: &str) -> T {
        self.expect(by)
    }
}
