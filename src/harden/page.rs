//! A page of memory for something secret, in the best place that this system has for it.
//!
//! Best is memory that the kernel itself cannot reach (`memfd_secret`, Linux 5.14): no other program, no crash
//! file and no swap space ever holds it, and the computer does not hibernate while there is any. Next is a
//! page that is locked into memory and left out of crash files. Where neither can be had it is ordinary memory.
#![allow(unsafe_code)]

use zeroize::Zeroize;

use std::ops::{Deref, DerefMut};
use std::ptr::NonNull;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many bytes a page has.
pub(super) const SIZE: usize = 4096;

type Bytes = [u8; SIZE];

/// Whether a page had to be taken from ordinary memory since the start.
static WAS_PLAIN: AtomicBool = AtomicBool::new(false);

/// A page of its own: it never moves, and is overwritten when it is dropped.
pub(super) struct Page {
    memory: NonNull<Bytes>,
    kind: Kind,
}

/// Where a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Where the kernel itself cannot reach it.
    Hidden,
    /// Locked into memory, left out of crash files, and empty in a child process.
    Locked,
    /// In ordinary memory.
    Plain,
}

// SAFETY: a page is reached through its one owner alone, as what is in a `Box` is.
unsafe impl Send for Page {}

// SAFETY: as above; behind a shared reference it is only read.
unsafe impl Sync for Page {}

impl Page {
    /// An empty one.
    pub(super) fn new() -> Self {
        Self::hidden().or_else(Self::locked).unwrap_or_else(|| {
            WAS_PLAIN.store(true, Ordering::Relaxed);

            Self::plain()
        })
    }

    /// Whether each so far could be kept apart from ordinary memory.
    pub(super) fn all_were_apart() -> bool {
        !WAS_PLAIN.load(Ordering::Relaxed)
    }

    #[cfg(target_os = "linux")]
    pub(super) fn hidden() -> Option<Self> {
        use rustix::fs::ftruncate;
        use rustix::mm::{MapFlags, ProtFlags, mmap};
        use std::os::fd::{FromRawFd, OwnedFd};
        use std::ptr;

        // SAFETY: the call takes a flag and gives a new descriptor or an error; it touches no memory of ours.
        let number = unsafe { libc::syscall(libc::SYS_memfd_secret, libc::O_CLOEXEC) };
        let number = i32::try_from(number).ok().filter(|number| *number >= 0)?;
        // SAFETY: it is open, it was made just now, and nobody else knows it.
        let file = unsafe { OwnedFd::from_raw_fd(number) };

        ftruncate(&file, SIZE as u64).ok()?;

        let access = ProtFlags::READ | ProtFlags::WRITE;
        // SAFETY: a new mapping where the kernel likes; the descriptor may be closed behind it.
        let place = unsafe { mmap(ptr::null_mut(), SIZE, access, MapFlags::SHARED, &file, 0) }.ok()?;

        Some(Self {
            memory: NonNull::new(place.cast())?,
            kind: Kind::Hidden,
        })
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn hidden() -> Option<Self> {
        None
    }

    #[cfg(target_os = "linux")]
    pub(super) fn locked() -> Option<Self> {
        use rustix::mm::{Advice, MapFlags, ProtFlags, madvise, mlock, mmap_anonymous};
        use std::ptr;

        let access = ProtFlags::READ | ProtFlags::WRITE;
        // SAFETY: a new mapping where the kernel likes, filled with zeros.
        let place = unsafe { mmap_anonymous(ptr::null_mut(), SIZE, access, MapFlags::PRIVATE) }.ok()?;
        let page = Self {
            memory: NonNull::new(place.cast())?,
            kind: Kind::Locked,
        };

        for advice in [Advice::LinuxDontDump, Advice::LinuxWipeOnFork] {
            // SAFETY: the range is exactly the page that was just made; neither advice changes what is in it.
            unsafe { madvise(place, SIZE, advice) }.ok()?;
        }

        // SAFETY: the range is exactly that page; locking changes nothing that Rust knows about.
        unsafe { mlock(place, SIZE) }.ok()?;

        Some(page)
    }

    #[cfg(not(target_os = "linux"))]
    pub(super) fn locked() -> Option<Self> {
        None
    }

    pub(super) fn plain() -> Self {
        Self {
            memory: NonNull::from(Box::leak(Box::new([0; SIZE]))),
            kind: Kind::Plain,
        }
    }
}

impl Deref for Page {
    type Target = Bytes;

    fn deref(&self) -> &Bytes {
        // SAFETY: it is mapped, whole, filled from the start, and ours until it is dropped.
        unsafe { self.memory.as_ref() }
    }
}

impl DerefMut for Page {
    fn deref_mut(&mut self) -> &mut Bytes {
        // SAFETY: as above, and nobody else can reach it now.
        unsafe { self.memory.as_mut() }
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        self.zeroize();

        match self.kind {
            // SAFETY: it came from a box of this very type, and is not used any more.
            Kind::Plain => drop(unsafe { Box::from_raw(self.memory.as_ptr()) }),
            #[cfg(target_os = "linux")]
            // SAFETY: the range is exactly what was mapped, and is not used any more.
            Kind::Hidden | Kind::Locked => drop(unsafe { rustix::mm::munmap(self.memory.as_ptr().cast(), SIZE) }),
            #[cfg(not(target_os = "linux"))]
            Kind::Hidden | Kind::Locked => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_is_empty_and_keeps_what_is_written_wherever_it_is() {
        for mut page in [Page::hidden(), Page::locked(), Some(Page::plain())]
            .into_iter()
            .flatten()
        {
            assert!(page.iter().all(|byte| *byte == 0), "{:?}", page.kind);

            page[..3].copy_from_slice(b"abc");
            page[SIZE - 1] = 7;
            assert_eq!(
                (&page[..4], page[SIZE - 1]),
                (b"abc\0".as_slice(), 7),
                "{:?}",
                page.kind
            );
        }
    }

    #[test]
    fn the_best_place_that_there_is_is_taken() {
        let best = match (Page::hidden(), Page::locked()) {
            (Some(_), _) => Kind::Hidden,
            (None, Some(_)) => Kind::Locked,
            (None, None) => Kind::Plain,
        };

        assert_eq!(Page::new().kind, best);
    }
}
