//! How much of what was freed the allocator of the system keeps, for the next who asks.
//!
//! Left alone it gives an eighth of a megabyte back as soon as that lies free, and asks for it again at once.
//! Where page after page is compressed, one fifth of the time went there. What it keeps has been wiped.
#![allow(unsafe_code)]

/// Called once, first in `main`.
#[cfg(all(target_os = "linux", target_env = "gnu"))]
pub(super) fn some_memory() {
    /// Bytes.
    const MOST: i32 = 1024 * 1024;

    // SAFETY: passes two numbers, and no memory of ours. Where it is refused, all stays as it was.
    let _ = unsafe { libc::mallopt(libc::M_TRIM_THRESHOLD, MOST) };
}

/// Other systems have their own ways.
#[cfg(not(all(target_os = "linux", target_env = "gnu")))]
pub(super) fn some_memory() {}
