//! Large blocks of memory come from the system one by one, and go back to it at once.
//!
//! An allocator keeps what is freed for the next who asks, and what lies between blocks in use it keeps
//! for good: twice the memory, for a file of a thousand pages. A large block that grows takes its pages
//! along, so there is never a second one beside it, and no copy of what was in it stays behind.
#![allow(unsafe_code)]

use super::allocator::wipe;

use std::alloc::{GlobalAlloc, Layout};

/// What is as large as this, in bytes, is a block of its own.
const LARGE: usize = 256 * 1024;

/// Deals out large blocks itself, and leaves the others to another allocator, which has to wipe them.
pub(super) struct Large<A>(pub(super) A);

/// Whether a block is dealt out here. Where it is freed, it has the layout it was asked for with, so the
/// answer is the same. Mappings begin at a page, and no page is smaller than 4096 bytes.
fn is_large(layout: Layout) -> bool {
    cfg!(target_os = "linux") && layout.size() >= LARGE && layout.align() <= 4096
}

// SAFETY: a large block is a mapping of its own, of at least `layout.size()` bytes, until it is given back
// with that layout; all others come from `A` and go back to `A`. Nothing here allocates or unwinds.
unsafe impl<A: GlobalAlloc> GlobalAlloc for Large<A> {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        #[cfg(debug_assertions)]
        if super::scarce::is_refused() {
            return std::ptr::null_mut();
        }

        if is_large(layout) {
            return system::map(layout.size());
        }

        // SAFETY: the caller's promises are passed on unchanged.
        unsafe { self.0.alloc(layout) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        #[cfg(debug_assertions)]
        if super::scarce::is_refused() {
            return std::ptr::null_mut();
        }

        // What is mapped afresh is zero.
        if is_large(layout) {
            return system::map(layout.size());
        }

        // SAFETY: the caller's promises are passed on unchanged.
        unsafe { self.0.alloc_zeroed(layout) }
    }

    unsafe fn dealloc(&self, block: *mut u8, layout: Layout) {
        // SAFETY: the caller owns `layout.size()` bytes at `block`, and gives them up; where they are large
        // they are a whole mapping, because of the promise above.
        unsafe {
            if is_large(layout) {
                wipe(block, layout.size());
                system::unmap(block, layout.size());
            } else {
                self.0.dealloc(block, layout);
            }
        }
    }

    unsafe fn realloc(&self, block: *mut u8, layout: Layout, new_size: usize) -> *mut u8 {
        #[cfg(debug_assertions)]
        if super::scarce::is_refused() {
            return std::ptr::null_mut();
        }

        // SAFETY: the caller promises that `new_size`, rounded up to the alignment, does not overflow.
        let new_layout = unsafe { Layout::from_size_align_unchecked(new_size, layout.align()) };

        // SAFETY: the caller owns `layout.size()` bytes at `block`. They are a whole mapping where they are
        // large; what is cut off one is wiped first. Otherwise both blocks are valid for the smaller size and
        // cannot overlap, because both are owned, and the old one is given up as it came.
        unsafe {
            match (is_large(layout), is_large(new_layout)) {
                (false, false) => self.0.realloc(block, layout, new_size),
                (true, true) => {
                    if let Some(cut) = layout.size().checked_sub(new_size) {
                        wipe(block.add(new_size), cut);
                    }

                    system::remap(block, layout.size(), new_size)
                }
                (true, false) | (false, true) => {
                    let moved = self.alloc(new_layout);

                    if !moved.is_null() {
                        moved.copy_from_nonoverlapping(block, layout.size().min(new_size));
                        self.dealloc(block, layout);
                    }

                    moved
                }
            }
        }
    }
}

#[cfg(target_os = "linux")]
mod system {
    use rustix::mm::{MapFlags, MremapFlags, ProtFlags, mmap_anonymous, mremap, munmap};

    use std::ptr;

    /// A fresh mapping, all zero; null where there is none to be had.
    pub(super) fn map(size: usize) -> *mut u8 {
        let access = ProtFlags::READ | ProtFlags::WRITE;

        // SAFETY: a private mapping at a place of the system's choice, where nothing is.
        let mapped = unsafe { mmap_anonymous(ptr::null_mut(), size, access, MapFlags::PRIVATE) };

        mapped.map_or(ptr::null_mut(), |start| start.cast())
    }

    /// Gives a mapping back. The system refuses only what is none.
    ///
    /// # Safety
    /// `start` must be a mapping of `size` bytes that [`map`] or [`remap`] made, and that nobody uses any more.
    pub(super) unsafe fn unmap(start: *mut u8, size: usize) {
        // SAFETY: the caller's promise.
        let _ = unsafe { munmap(start.cast(), size) };
    }

    /// The same mapping in another size, perhaps elsewhere; null, with the old one untouched, where there is
    /// no room.
    ///
    /// # Safety
    /// As with [`unmap`], unless null is returned.
    pub(super) unsafe fn remap(start: *mut u8, size: usize, new_size: usize) -> *mut u8 {
        // SAFETY: the caller's promise.
        let moved = unsafe { mremap(start.cast(), size, new_size, MremapFlags::MAYMOVE) };

        moved.map_or(ptr::null_mut(), |start| start.cast())
    }
}

/// Elsewhere nothing is large, and none of this is ever called.
#[cfg(not(target_os = "linux"))]
mod system {
    use std::ptr;

    pub(super) fn map(_size: usize) -> *mut u8 {
        ptr::null_mut()
    }

    pub(super) unsafe fn unmap(_start: *mut u8, _size: usize) {}

    pub(super) unsafe fn remap(_start: *mut u8, _size: usize, _new_size: usize) -> *mut u8 {
        ptr::null_mut()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::harden::allocator::Zeroizing;

    use std::alloc::System;
    use std::slice;

    const ALLOCATOR: Large<Zeroizing<System>> = Large(Zeroizing(System));

    fn layout(size: usize) -> Layout {
        Layout::from_size_align(size, 16).unwrap()
    }

    #[test]
    fn contents_move_along_between_all_sizes() {
        let sizes = [1, 4_096, LARGE - 1, LARGE, LARGE + 1, 3 * LARGE + 17, 40 * LARGE];

        for from in sizes {
            for to in sizes {
                // SAFETY: sizes are not zero; every block is written whole before it is read, and given back
                // once, with its layout.
                unsafe {
                    let block = ALLOCATOR.alloc(layout(from));
                    (0..from).for_each(|at| block.add(at).write(at as u8));

                    let moved = ALLOCATOR.realloc(block, layout(from), to);
                    let kept = slice::from_raw_parts(moved, from.min(to));
                    assert!(
                        kept.iter().enumerate().all(|(at, byte)| *byte == at as u8),
                        "{from} to {to}"
                    );

                    moved.write_bytes(0x5a, to);
                    ALLOCATOR.dealloc(moved, layout(to));
                }
            }
        }
    }

    #[test]
    fn what_a_shrunk_block_loses_is_not_there_when_it_grows_again() {
        // SAFETY: sizes are not zero; the block is written whole, and what was added by growing is fresh
        // memory of the system, which is zero, or the wiped rest of its last page.
        unsafe {
            let block = ALLOCATOR.alloc(layout(4 * LARGE));
            block.write_bytes(0xa5, 4 * LARGE);

            let small = ALLOCATOR.realloc(block, layout(4 * LARGE), LARGE + 100);
            let grown = ALLOCATOR.realloc(small, layout(LARGE + 100), 4 * LARGE);
            let bytes = slice::from_raw_parts(grown, 4 * LARGE);

            if cfg!(target_os = "linux") {
                assert!(bytes[LARGE + 100..].iter().all(|byte| *byte == 0));
            }

            assert!(bytes[..LARGE + 100].iter().all(|byte| *byte == 0xa5));
            ALLOCATOR.dealloc(grown, layout(4 * LARGE));
        }
    }

    #[test]
    fn large_and_small_blocks_can_be_had_empty() {
        for size in [100, 2 * LARGE] {
            // SAFETY: the size is not zero, the block is zero as asked, and given back once with its layout.
            unsafe {
                let block = ALLOCATOR.alloc_zeroed(layout(size));
                assert!(slice::from_raw_parts(block, size).iter().all(|byte| *byte == 0));
                ALLOCATOR.dealloc(block, layout(size));
            }
        }
    }

    #[test]
    fn more_than_there_is_is_refused_and_the_block_stays() {
        // SAFETY: the size is not zero, the block is given back once with its layout.
        unsafe {
            let block = ALLOCATOR.alloc(layout(LARGE));
            block.write_bytes(1, LARGE);

            assert!(ALLOCATOR.alloc(layout(1 << 60)).is_null());
            assert!(ALLOCATOR.realloc(block, layout(LARGE), 1 << 60).is_null());
            assert_eq!(*block.add(LARGE - 1), 1);

            ALLOCATOR.dealloc(block, layout(LARGE));
        }
    }
}
