//! An allocator that overwrites memory before it gives it back.
//!
//! It covers what no owner wipes: copies left by a growing vector, the text of a widget, the last chunk
//! of a cipher stream. It cannot cover the stack, registers, or pages that were swapped out meanwhile.
#![allow(unsafe_code)]

use std::alloc::{GlobalAlloc, Layout};

/// Wipes in front of another allocator.
pub(super) struct Zeroizing<A>(pub(super) A);

/// Called through a volatile read, so that the compiler cannot see that what is written is never read
/// again, and leave it out. A plain fill of whole words: a volatile write a byte would cost a quarter of a
/// second for the memory of one key derivation.
#[used]
static FILL: unsafe fn(*mut u8, usize) = fill;

/// # Safety
/// `start` must be valid for writes of `size` bytes.
unsafe fn fill(start: *mut u8, size: usize) {
    // SAFETY: the caller's promise is the one that `write_bytes` asks for; bytes have no alignment.
    unsafe { start.write_bytes(0, size) }
}

/// # Safety
/// `start` must be valid for writes of `size` bytes.
pub(super) unsafe fn wipe(start: *mut u8, size: usize) {
    // SAFETY: `FILL` is a valid, initialised, never changed function pointer; the rest is the caller's promise.
    unsafe {
        let fill = (&raw const FILL).read_volatile();

        fill(start, size);
    }
}

// SAFETY: every block comes from `A` and goes back to `A` with the layout it was asked for with, and
// nothing here unwinds. `dealloc` and `realloc` touch only the `layout.size()` bytes that the caller owns.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Zeroizing<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are passed on unchanged.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: the caller's promises are passed on unchanged.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller owns `layout.size()` bytes at `block`, and gives them up.
        unsafe {
            wipe(block, layout.size());
            self.0.dealloc(block, layout);
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        // The inner `realloc` may move the block and leave the old bytes behind: always move, and wipe.
        // SAFETY: the caller promises that `new_size`, rounded up to the alignment, does not overflow.
        let new_layout = unsafe { Layout::from_size_align_unchecked(new_size, layout.align()) };
        // SAFETY: the caller promises that `new_size` is not zero.
        let moved = unsafe { self.0.alloc(new_layout) };

        if !moved.is_null() {
            // SAFETY: both blocks are valid for the smaller size and cannot overlap, because both are owned.
            // The old one came from `A` with `layout`, and is given up.
            unsafe {
                moved.copy_from_nonoverlapping(block, layout.size().min(new_size));
                wipe(block, layout.size());
                self.0.dealloc(block, layout);
            }
        }

        moved
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::alloc::System;
    use std::cell::Cell;

    thread_local! {
        static FREED: Cell<usize> = const { Cell::new(0) };
        static DIRTY: Cell<usize> = const { Cell::new(0) };
    }

    /// Looks at what comes back before it really gives it back.
    struct Watching;

    // SAFETY: passes everything on to the system's allocator; reads only the block that it is given.
    unsafe impl GlobalAlloc for Watching {
        unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
            // SAFETY: passed on unchanged.
            unsafe { System.alloc(layout) }
        }

        unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
            // SAFETY: the block was written in full by the test, so it is initialised.
            let bytes = unsafe { std::slice::from_raw_parts(block, layout.size()) };

            FREED.set(FREED.get() + 1);
            DIRTY.set(DIRTY.get() + usize::from(bytes.iter().any(|byte| *byte != 0)));

            // SAFETY: passed on unchanged.
            unsafe { System.dealloc(block, layout) }
        }
    }

    /// safety.md 42.
    #[test]
    fn memory_is_zero_before_it_is_given_back() {
        let allocator = Zeroizing(Watching);
        let mut seed = 1u32;
        let mut random = |below: usize| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);

            1 + (seed >> 8) as usize % below
        };

        for _ in 0..10_000 {
            let (first, second, align) = (random(3_000), random(3_000), 1 << (random(7) - 1));
            let layout = Layout::from_size_align(first, align).unwrap();

            // SAFETY: sizes are not zero, every block is written whole, and given back once with its layout.
            unsafe {
                let block = allocator.alloc(layout);
                block.write_bytes(0xa5, first);

                let moved = allocator.realloc(block, layout, second);
                assert_eq!(*moved, 0xa5, "the contents move along");
                assert_eq!(*moved.add(first.min(second) - 1), 0xa5, "to the last byte");

                moved.write_bytes(0x5a, second);
                allocator.dealloc(moved, Layout::from_size_align(second, align).unwrap());
            }
        }

        assert_eq!(FREED.get(), 20_000);
        assert_eq!(DIRTY.get(), 0, "blocks given back with something in them");
    }

    #[test]
    fn an_unwiped_block_would_be_noticed() {
        let layout = Layout::new::<[u8; 64]>();

        // SAFETY: one block, written whole, given back once with its layout.
        unsafe {
            let block = Watching.alloc(layout);
            block.write_bytes(1, 64);
            Watching.dealloc(block, layout);
        }

        assert_eq!((FREED.get(), DIRTY.get()), (1, 1));
    }
}
