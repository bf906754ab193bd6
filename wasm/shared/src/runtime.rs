//! What a module has in place of a standard library.

/// Lets a module have a [`Heap`] for its memory, and end where the engine has a defect: without a
/// standard library a module says both for itself. The page sees a trap, and makes a new engine.
#[macro_export]
macro_rules! runtime {
    () => {
        #[cfg(target_arch = "wasm32")]
        mod runtime {
            fn more(pages: usize) -> Option<usize> {
                match core::arch::wasm32::memory_grow::<0>(pages) {
                    usize::MAX => None,
                    before => Some(before << 16),
                }
            }

            #[global_allocator]
            static HEAP: $crate::Heap = $crate::Heap::new(more);

            #[panic_handler]
            fn stop(_: &core::panic::PanicInfo<'_>) -> ! {
                core::arch::wasm32::unreachable()
            }
        }
    };
}
