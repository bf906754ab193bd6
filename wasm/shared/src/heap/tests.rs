//! Blocks are whole, apart from each other, and used again.

use super::{Heap, PAGE_BYTES, UNIT_BYTES, size_of_block};
use core::alloc::{GlobalAlloc, Layout};
use std::cell::Cell;
use std::vec::Vec;

/// How much memory a test may have, in pages.
const PAGES: usize = 4_096;

std::thread_local! {
    /// Where the memory of this test begins, and how many pages of it are out.
    static MEMORY: Cell<(usize, usize)> = const { Cell::new((0, 0)) };
}

fn more(pages: usize) -> Option<usize> {
    let (mut start, used) = MEMORY.get();
    if start == 0 {
        // Behind it stands what is not ours, as behind the data of a module.
        start = Vec::leak(vec![0_u64; (PAGES * PAGE_BYTES + UNIT_BYTES) / 8]).as_ptr() as usize + 8;
    }
    (used + pages <= PAGES).then(|| {
        MEMORY.set((start, used + pages));
        start + used * PAGE_BYTES
    })
}

fn pages() -> usize {
    MEMORY.get().1
}

/// A block with bytes of its own.
struct Held {
    block: *mut u8,
    layout: Layout,
    mark: u8,
}

impl Held {
    fn new(heap: &Heap, size_bytes: usize, mark: u8) -> Held {
        let layout = Layout::from_size_align(size_bytes, 8).unwrap();
        // SAFETY: the size is not zero.
        let block = unsafe { heap.alloc(layout) };
        assert!(!block.is_null() && (block as usize).is_multiple_of(UNIT_BYTES));
        let held = Held { block, layout, mark };
        held.fill();
        held
    }

    fn fill(&self) {
        // SAFETY: the block is as large as its layout.
        unsafe { self.block.write_bytes(self.mark, self.layout.size()) };
    }

    fn check(&self, size_bytes: usize) {
        // SAFETY: as for `fill`.
        let bytes = unsafe { core::slice::from_raw_parts(self.block, size_bytes) };
        assert!(bytes.iter().all(|byte| *byte == self.mark), "another block was written into");
    }

    fn resize(&mut self, heap: &Heap, size_bytes: usize) {
        let kept_bytes = self.layout.size().min(size_bytes);
        // SAFETY: the block is this heap's.
        self.block = unsafe { heap.realloc(self.block, self.layout, size_bytes) };
        assert!(!self.block.is_null());
        self.layout = Layout::from_size_align(size_bytes, 8).unwrap();
        self.check(kept_bytes);
        self.fill();
    }

    fn free(self, heap: &Heap) {
        self.check(self.layout.size());
        // SAFETY: as for `resize`.
        unsafe { heap.dealloc(self.block, self.layout) };
    }
}

struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    /// Mostly small, rarely large.
    fn size_bytes(&mut self) -> usize {
        let limit = [40, 40, 300, 5_000, 200_000][self.below(5)];
        1 + self.below(limit)
    }
}

#[test]
fn a_block_is_as_large_as_asked_and_little_larger() {
    let mut last = (0, 0);
    for size_bytes in (0..5_000).chain((5_000..2_000_000).step_by(997)) {
        let (block_bytes, list) = size_of_block(size_bytes).unwrap();
        assert!(block_bytes >= size_bytes && block_bytes.is_multiple_of(UNIT_BYTES));
        assert!(block_bytes <= size_bytes + (size_bytes / 4).max(UNIT_BYTES), "{size_bytes}");
        // One list holds blocks of one size.
        assert_eq!(list == last.1, block_bytes == last.0, "{size_bytes}");
        last = (block_bytes, list);
    }
    assert_eq!(size_of_block(usize::MAX), None);
}

#[test]
fn blocks_do_not_touch_each_other() {
    let heap = Heap::new(more);
    let mut dice = Dice(1);
    let mut held: Vec<Held> = Vec::new();
    for step in 0..40_000 {
        match dice.below(3) {
            0 if !held.is_empty() => held.swap_remove(dice.below(held.len())).free(&heap),
            1 if !held.is_empty() => {
                let place = dice.below(held.len());
                held[place].resize(&heap, dice.size_bytes());
            }
            _ if held.len() < 500 => held.push(Held::new(&heap, dice.size_bytes(), step as u8)),
            _ => {}
        }
    }
    for block in held {
        block.free(&heap);
    }
}

#[test]
fn what_is_given_back_is_used_again() {
    let heap = Heap::new(more);
    let mut needed = Vec::new();
    for round in 0..50 {
        let mut dice = Dice(7);
        let held: Vec<Held> =
            (0..300).map(|_| Held::new(&heap, dice.size_bytes(), round)).collect();
        held.into_iter().for_each(|block| block.free(&heap));
        needed.push(pages());
    }
    // The order in which blocks come back differs, the memory does not grow from that.
    assert!(needed[49] <= needed[0] + 1, "{needed:?}");
}

#[test]
fn a_text_that_grows_at_the_end_stays_where_it_is() {
    let heap = Heap::new(more);
    let mut text = Held::new(&heap, 100, 1);
    let start = text.block;
    for size_bytes in (200..8_000_000).step_by(99_991) {
        text.resize(&heap, size_bytes);
        assert_eq!(text.block, start);
    }
    assert!(pages() <= 8_000_000 / PAGE_BYTES + 20, "{}", pages());
    text.free(&heap);
}

#[test]
fn without_memory_there_is_no_block() {
    let heap = Heap::new(|_| None);
    let layout = |size_bytes, align| Layout::from_size_align(size_bytes, align).unwrap();
    // SAFETY: the sizes are not zero.
    unsafe {
        assert!(heap.alloc(layout(1, 1)).is_null());
        assert!(Heap::new(more).alloc(layout(64, 64)).is_null(), "no type is aligned like that");
    }
}
