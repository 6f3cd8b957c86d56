//! One thread that beats once a second while the window is open, and hears the system's signals.
//!
//! iced's small executor has no timers. The beat drives idle locking, saving by itself and short
//! notices; what is due at a moment between two beats sets the alarm. That the computer
//! slept is known from two clocks of the system, which then disagree; the beat comes as soon as it is awake.
use iced::Subscription;
use iced::futures::channel::mpsc;
use iced::futures::future;
use iced::futures::stream::Stream;

use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Condvar, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// Something that happened without the person's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beat {
    /// A second went by, or the alarm rang.
    Second,
    /// The computer slept and woke up.
    Woke,
    /// The session is ending: save and go.
    Ending,
}

/// A gap between the clocks larger than this means that the computer slept.
const SLEPT: Duration = Duration::from_secs(2);

/// When something was last pressed or moved, in milliseconds of [`now`].
static LAST_TOUCH: AtomicU64 = AtomicU64::new(0);

/// When to beat before the second is over, if at all; and how the thread hears that it was set.
static ALARM: (Mutex<Option<Duration>>, Condvar) = (Mutex::new(None), Condvar::new());

/// How long it is from one beat to the next.
const SECOND: Duration = Duration::from_secs(1);

/// Beats for as long as the window is open.
pub(crate) fn beats() -> Subscription<Beat> {
    Subscription::run(stream)
}

/// Remembers that somebody is there. Cheap: called for every event, and makes no message.
pub(crate) fn touch() {
    LAST_TOUCH.store(millis(now()), Ordering::Relaxed);
}

/// How long nobody has pressed or moved anything.
pub(crate) fn idle() -> Duration {
    let last = LAST_TOUCH.load(Ordering::Relaxed);

    Duration::from_millis(millis(now()).saturating_sub(last))
}

/// Time that stands still while the computer sleeps, from an arbitrary start.
pub(crate) fn now() -> Duration {
    crate::harden::awake_time()
}

/// Beats once at this moment of [`now`] too, between two seconds. Only the last moment that was asked for counts.
pub(crate) fn wake_at(time: Duration) {
    *ALARM.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(time);
    ALARM.1.notify_all();
}

/// How long there is to rest yet, when the second is over at `end`; nothing when there is something to do.
fn rest(now: Duration, end: Duration, alarm: Option<Duration>) -> Option<Duration> {
    let until = alarm.map_or(end, |alarm| alarm.min(end));

    until.checked_sub(now).filter(|left| !left.is_zero())
}

/// Rests until a second is over, or until the alarm rings.
fn rest_a_second() {
    let end = now() + SECOND;
    let mut alarm = ALARM.0.lock().unwrap_or_else(PoisonError::into_inner);

    while let Some(left) = rest(now(), end, *alarm) {
        alarm = ALARM
            .1
            .wait_timeout(alarm, left)
            .unwrap_or_else(PoisonError::into_inner)
            .0;
    }

    // It rings once.
    if alarm.is_some_and(|alarm| alarm <= now()) {
        *alarm = None;
    }
}

fn millis(time: Duration) -> u64 {
    u64::try_from(time.as_millis()).unwrap_or(u64::MAX)
}

fn stream() -> impl Stream<Item = Beat> {
    touch();

    iced::stream::channel(8, async |sender: mpsc::Sender<Beat>| {
        hear_signals(sender.clone());
        beat(sender);

        future::pending::<()>().await;
    })
}

/// How long the computer had slept when the window last heard of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Sleep(Duration);

impl Sleep {
    /// As long as by now.
    pub(crate) fn until_now() -> Self {
        Self(asleep())
    }

    /// Whether the computer slept since then. Cheap: asked before every event and every picture.
    pub(crate) fn was_longer(self) -> bool {
        asleep().saturating_sub(self.0) > SLEPT
    }
}

/// How long the computer has slept since it was started.
fn asleep() -> Duration {
    #[cfg(test)]
    let more = pretended::SLEPT.get();
    #[cfg(not(test))]
    let more = Duration::ZERO;

    crate::harden::asleep_time() + more
}

fn beat(mut sender: mpsc::Sender<Beat>) {
    let run = move || {
        loop {
            rest_a_second();

            match sender.try_send(Beat::Second) {
                Err(error) if error.is_disconnected() => return,
                // Full: the window is busy and gets the next one.
                Ok(()) | Err(_) => {}
            }
        }
    };

    let _ = thread::Builder::new().name("clock".to_owned()).spawn(run);
    let _ = thread::Builder::new()
        .name("waking".to_owned())
        .spawn(beat_after_a_sleep);
}

/// The rest of a second stands still while the computer sleeps. This waits on a clock that does not, and is there
/// as soon as it is awake.
fn beat_after_a_sleep() {
    let mut known = Sleep::until_now();

    loop {
        crate::harden::pause(SECOND);

        if known.was_longer() {
            known = Sleep::until_now();
            wake_at(now());
        }
    }
}

/// The end of the session asks for a save; SIGUSR1 leaves at once, from any state, and destroys nothing.
fn hear_signals(mut sender: mpsc::Sender<Beat>) {
    let run = move || {
        crate::harden::hear_signals(|signal| match signal {
            crate::harden::Signal::End => {
                let _ = sender.try_send(Beat::Ending);
            }
            crate::harden::Signal::QuickExit => crate::harden::leave_now(),
        });
    };

    let _ = thread::Builder::new().name("signals".to_owned()).spawn(run);
}

/// A computer that sleeps when a test says so.
#[cfg(test)]
pub(crate) mod pretended {
    use std::cell::Cell;
    use std::time::Duration;

    thread_local! {
        pub(super) static SLEPT: Cell<Duration> = const { Cell::new(Duration::ZERO) };
    }

    /// For this test, the computer sleeps for so long, and is awake again.
    pub(crate) fn sleep(time: Duration) {
        SLEPT.set(SLEPT.get() + time);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sleep_of_more_than_two_seconds_is_told_until_it_was_heard_of() {
        let known = Sleep::until_now();

        assert!(!known.was_longer(), "clocks differ a little");
        pretended::sleep(Duration::from_millis(1900));
        assert!(!known.was_longer(), "a short one");
        pretended::sleep(Duration::from_millis(200));
        assert!(known.was_longer(), "two short ones");
        assert!(known.was_longer(), "it was not heard of yet");
        assert!(!Sleep::until_now().was_longer());
    }

    #[test]
    fn it_rests_for_a_second_and_no_longer_than_until_the_alarm() {
        let (now, end) = (9 * SECOND, 10 * SECOND);
        let half = SECOND / 2;

        for (what, alarm, left) in [
            ("no alarm", None, Some(SECOND)),
            ("one in half a second", Some(now + half), Some(half)),
            ("one later than the beat", Some(end + half), Some(SECOND)),
            ("one at this moment", Some(now), None),
            ("one that was missed", Some(SECOND), None),
        ] {
            assert_eq!(rest(now, end, alarm), left, "{what}");
        }

        assert_eq!(rest(end, end, None), None, "the second is over");
    }
}
