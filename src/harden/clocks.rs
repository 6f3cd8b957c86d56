//! Two clocks of the system: one stands still while the computer sleeps, the other does not.
use rustix::thread::{NanosleepRelativeResult, clock_nanosleep_relative};
use rustix::time::{ClockId, Timespec, clock_gettime};

use std::thread;
use std::time::Duration;

/// Time since an arbitrary start, without the time the computer slept.
pub fn awake_time() -> Duration {
    read(ClockId::Monotonic)
}

/// How long the computer has slept since it was started.
pub fn asleep_time() -> Duration {
    read(ClockId::Boottime).saturating_sub(awake_time())
}

/// Waits, on the clock that goes on while the computer sleeps: whoever waits when it wakes up is woken too, at
/// once if the time is over by then.
pub fn pause(time: Duration) {
    let request = Timespec {
        tv_sec: i64::try_from(time.as_secs()).unwrap_or(i64::MAX),
        tv_nsec: time.subsec_nanos().into(),
    };

    if let NanosleepRelativeResult::Err(_) = clock_nanosleep_relative(ClockId::Boottime, &request) {
        // Where there is no such clock to wait on.
        thread::sleep(time);
    }
}

fn read(clock: ClockId) -> Duration {
    let Timespec { tv_sec, tv_nsec } = clock_gettime(clock);

    Duration::new(u64::try_from(tv_sec).unwrap_or(0), u32::try_from(tv_nsec).unwrap_or(0))
}
