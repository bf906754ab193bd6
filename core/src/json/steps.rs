//! Work that is counted where tests ask whether it grows faster than a file.

/// Counts steps: bytes that are looked at, names that are compared.
#[cfg(not(test))]
#[inline]
pub(crate) fn step(_: usize) {}

#[cfg(test)]
pub(crate) use counted::{count, step};

#[cfg(test)]
mod counted {
    use std::cell::Cell;

    std::thread_local! {
        static STEPS: Cell<usize> = const { Cell::new(0) };
    }

    pub(crate) fn step(steps: usize) {
        STEPS.set(STEPS.get() + steps);
    }

    /// How many steps `work` takes.
    pub(crate) fn count(work: impl FnOnce()) -> usize {
        STEPS.set(0);
        work();
        STEPS.get()
    }
}
