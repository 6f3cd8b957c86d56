//! Whether there is room for a big piece of work, asked before it starts: the library that needs the
//! memory would end the program instead of saying so.
#![allow(unsafe_code)]

/// Whether `bytes` of memory could be had now. Takes none of it. A system that promises more than it
/// has may say yes and run out later; one with a limit for each program says no here.
pub fn has_room(bytes: usize) -> bool {
    #[cfg(unix)]
    {
        use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous, munmap};

        let access = ProtFlags::READ | ProtFlags::WRITE;

        // SAFETY: a fresh private mapping at a place of the system's choice, never read or written, and
        // given back at once, whole. (A vector would be wiped on its way out, page by page.)
        unsafe {
            mmap_anonymous(std::ptr::null_mut(), bytes, access, MapFlags::PRIVATE)
                .and_then(|start| munmap(start, bytes))
                .is_ok()
        }
    }

    #[cfg(not(unix))]
    {
        let _ = bytes;

        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_fits_and_more_than_the_address_space_does_not() {
        assert!(has_room(1 << 20));
        assert!(!has_room(usize::MAX >> 2));
    }
}
