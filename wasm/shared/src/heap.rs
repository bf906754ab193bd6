//! The memory of a module: blocks of fixed sizes, each kind with a list of those that are free.
//!
//! A page asks for a few kinds of blocks again and again, so that what is given back is soon asked
//! for again. Taking and giving back is a step or two, however much is held, and a module has one
//! thread. This takes a tenth of the code of the standard library's allocator, which a first view
//! would wait for.

#![expect(unsafe_code, reason = "memory is handed out as addresses")]

use core::alloc::{GlobalAlloc, Layout};
use core::cell::UnsafeCell;
use core::ptr::null_mut;

/// Every block begins at a multiple of this, and is one long, in bytes.
const UNIT_BYTES: usize = 16;
/// How many sizes there are between one power of two and the next.
const STEPS: usize = 4;
/// The lists of free blocks: four for each power of two.
const LISTS: usize = STEPS * usize::BITS as usize;
/// How much more memory is asked for at a time, in bytes.
const PAGE_BYTES: usize = 64 << 10;

/// The memory of a module.
#[derive(Debug)]
pub struct Heap(UnsafeCell<State>);

#[derive(Debug)]
struct State {
    /// Asks for so many more pages; gives the address behind the memory that was there before.
    more: fn(usize) -> Option<usize>,
    /// The first byte that was never handed out, or was given back last.
    next: usize,
    /// The byte behind the memory.
    end: usize,
    /// The first free block of each size; each begins with the address of the next one.
    free: [usize; LISTS],
}

// SAFETY: a module has one thread.
unsafe impl Sync for Heap {}

impl Heap {
    /// An empty one, over memory that `more` brings.
    pub const fn new(more: fn(usize) -> Option<usize>) -> Heap {
        Heap(UnsafeCell::new(State { more, next: 0, end: 0, free: [0; LISTS] }))
    }
}

/// How large the block for so many bytes is, and which list holds such blocks. A block is at most a
/// quarter larger than what was asked for, but for the smallest ones.
fn size_of_block(size_bytes: usize) -> Option<(usize, usize)> {
    let last = size_bytes.max(UNIT_BYTES) - 1;
    let power = last.ilog2();
    let step = (1 << power.saturating_sub(2)).max(UNIT_BYTES);
    let block_bytes = size_bytes.max(UNIT_BYTES).checked_next_multiple_of(step)?;
    let quarter = ((block_bytes - 1) >> (power - 2)) % STEPS;
    Some((block_bytes, STEPS * power as usize + quarter))
}

impl State {
    fn take(&mut self, size_bytes: usize) -> Option<usize> {
        let (block_bytes, list) = size_of_block(size_bytes)?;
        let first = self.free.get_mut(list)?;
        if *first != 0 {
            let block = *first;
            // SAFETY: a free block begins with the address of the next one.
            *first = unsafe { *(block as *const usize) };
            return Some(block);
        }
        if self.end - self.next < block_bytes {
            self.grow(block_bytes)?;
        }
        let block = self.next;
        self.next += block_bytes;
        Some(block)
    }

    #[cold]
    fn grow(&mut self, block_bytes: usize) -> Option<()> {
        let pages = block_bytes.div_ceil(PAGE_BYTES);
        let start = (self.more)(pages)?;
        if start != self.end {
            self.next = start.checked_next_multiple_of(UNIT_BYTES)?;
        }
        self.end = start.checked_add(pages * PAGE_BYTES)?;
        // What stands between the memory's start and the first block may be missing at its end.
        if self.end - self.next < block_bytes { self.grow(block_bytes) } else { Some(()) }
    }

    fn give_back(&mut self, block: usize, size_bytes: usize) {
        let Some((block_bytes, list)) = size_of_block(size_bytes) else { return };
        if block + block_bytes == self.next {
            self.next = block;
        } else if let Some(first) = self.free.get_mut(list) {
            // SAFETY: the block is nobody's any more, and is large enough for an address.
            unsafe { *(block as *mut usize) = *first };
            *first = block;
        }
    }

    /// Makes a block larger or smaller where it is, if that can be.
    fn resize(&mut self, block: usize, old_bytes: usize, new_bytes: usize) -> bool {
        let (Some((old, _)), Some((new, _))) = (size_of_block(old_bytes), size_of_block(new_bytes))
        else {
            return false;
        };
        if block + old != self.next {
            return old == new;
        }
        let is_grown = new <= self.end - block || self.grow(new - old).is_some();
        // Memory that came from elsewhere does not continue the block.
        let is_it = is_grown && block + old == self.next;
        if is_it {
            self.next = block + new;
        }
        is_it || old == new
    }
}

// SAFETY: blocks do not overlap, are as large and as aligned as asked, and nothing here panics. What
// asks for a wider alignment than a block has, as no type of the engine does, gets no memory.
unsafe impl GlobalAlloc for Heap {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        if layout.align() > UNIT_BYTES {
            return null_mut();
        }
        // SAFETY: one thread, and nothing below comes back here.
        let state = unsafe { &mut *self.0.get() };
        state.take(layout.size()).map_or(null_mut(), |block| block as *mut u8)
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: as for `alloc`.
        let state = unsafe { &mut *self.0.get() };
        state.give_back(block as usize, layout.size());
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_bytes: usize) -> *mut u8 {
        // SAFETY: as for `alloc`.
        let state = unsafe { &mut *self.0.get() };
        if state.resize(block as usize, layout.size(), new_bytes) {
            return block;
        }
        let Some(new) = state.take(new_bytes) else { return null_mut() };
        // SAFETY: two blocks that do not overlap, each at least as large as what is copied.
        unsafe {
            let copied_bytes = layout.size().min(new_bytes);
            core::ptr::copy_nonoverlapping(block, new as *mut u8, copied_bytes);
        }
        state.give_back(block as usize, layout.size());
        new as *mut u8
    }
}

#[cfg(test)]
mod tests;
