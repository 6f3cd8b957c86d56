//! Memory that runs out at a chosen moment, so that tests can see what that costs. In no release build.
use std::sync::atomic::{AtomicU64, Ordering};

/// How many more pieces of memory there are; the largest number means no end.
static LEFT: AtomicU64 = AtomicU64::new(u64::MAX);

/// Lets every piece of memory after the next `count` be refused, or none with the largest number there is.
/// Returns how many were left until now.
pub fn run_out_after(count: u64) -> u64 {
    LEFT.swap(count, Ordering::Relaxed)
}

/// Whether the piece that is asked for now is refused.
pub(super) fn is_refused() -> bool {
    let take = |left: u64| match left {
        u64::MAX => None,
        left => Some(left.saturating_sub(1)),
    };

    LEFT.fetch_update(Ordering::Relaxed, Ordering::Relaxed, take) == Ok(0)
}
