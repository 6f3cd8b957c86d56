//! Whether there is room for a big piece of work, asked before it starts: the library that needs the
//! memory would end the program instead of saying so.
#![allow(unsafe_code)]

use std::sync::OnceLock;

/// Somebody who knows how much memory is left.
type Asked = Box<dyn Fn() -> Option<u64> + Send + Sync>;

/// Whom to ask, in a process that opens no file.
static ASKED: OnceLock<Asked> = OnceLock::new();

/// From here on this process does not look itself how many bytes of memory are left, but asks. The first one
/// who is named is asked for good.
pub fn room_as_said_by(ask: impl Fn() -> Option<u64> + Send + Sync + 'static) {
    let _ = ASKED.set(Box::new(ask));
}

/// Whether `bytes` of memory could be had now. Takes none of it.
///
/// Two answers are asked for, because each says yes too often alone: whether this process may map so much,
/// and whether the computer has it. Swap counts as having it: a slow unlock is better than none.
pub fn has_room(bytes: usize) -> bool {
    let is_there = left().is_none_or(|left| u64::try_from(bytes).is_ok_and(|bytes| bytes <= left));

    is_there && may_map(bytes)
}

#[cfg(unix)]
fn may_map(bytes: usize) -> bool {
    use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous, munmap};

    let access = ProtFlags::READ | ProtFlags::WRITE;

    // SAFETY: a fresh private mapping at a place of the system's choice, never read or written, and given
    // back at once, whole. (A vector would be wiped on its way out, page by page.)
    unsafe {
        mmap_anonymous(std::ptr::null_mut(), bytes, access, MapFlags::PRIVATE)
            .and_then(|start| munmap(start, bytes))
            .is_ok()
    }
}

#[cfg(not(unix))]
fn may_map(_bytes: usize) -> bool {
    true
}

/// The bytes that this computer has left, where it says so. Without Linux there is no such file.
fn left() -> Option<u64> {
    match ASKED.get() {
        Some(ask) => ask(),
        None => left_in(&std::fs::read_to_string("/proc/meminfo").ok()?),
    }
}

/// The bytes that can be had without swapping, and those of free swap space, in the kernel's `/proc/meminfo`.
pub fn left_in(table: &str) -> Option<u64> {
    let kib = |name: &str| {
        let line = table.lines().find_map(|line| line.strip_prefix(name))?;

        line.trim().strip_suffix(" kB")?.trim().parse::<u64>().ok()
    };

    Some((kib("MemAvailable:")? + kib("SwapFree:").unwrap_or(0)) * 1024)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_little_fits_and_more_than_the_address_space_does_not() {
        assert!(has_room(1 << 20));
        assert!(!may_map(usize::MAX >> 2));
        assert!(!has_room(usize::MAX >> 2));
    }

    #[test]
    fn what_is_left_is_memory_and_swap() {
        let table = "MemTotal:  8000 kB\nMemFree:  1 kB\nMemAvailable:   3000 kB\nSwapFree:   50 kB\n";

        assert_eq!(left_in(table), Some(3_050 * 1024));
        assert_eq!(left_in("MemAvailable:   3000 kB\n"), Some(3_000 * 1024));
        assert_eq!(left_in("MemTotal:  8000 kB\n"), None);
    }
}
