//! Two clocks of the system: one stands still while the computer sleeps, the other does not.
use rustix::time::{ClockId, Timespec, clock_gettime};

use std::time::Duration;

/// Time since an arbitrary start, without the time the computer slept.
pub fn awake_time() -> Duration {
    read(ClockId::Monotonic)
}

/// How long the computer has slept since it was started.
pub fn asleep_time() -> Duration {
    read(ClockId::Boottime).saturating_sub(awake_time())
}

fn read(clock: ClockId) -> Duration {
    let Timespec { tv_sec, tv_nsec } = clock_gettime(clock);

    Duration::new(u64::try_from(tv_sec).unwrap_or(0), u32::try_from(tv_nsec).unwrap_or(0))
}
