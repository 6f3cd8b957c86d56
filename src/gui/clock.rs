//! One thread that beats once a second while the window is open, and hears the system's signals.
//!
//! iced's small executor has no timers. The beat drives idle locking, saving by itself and short
//! notices; what is due at a moment between two beats sets the alarm. It also notices that the computer
//! slept, because two clocks of the system then disagree.
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
struct Sleep(Duration);

impl Sleep {
    /// What there is to say now that it has slept for so long since it was started.
    fn beat(&self, asleep: Duration) -> Beat {
        if asleep.saturating_sub(self.0) > SLEPT {
            Beat::Woke
        } else {
            Beat::Second
        }
    }

    /// The window heard `beat`. A sleep that it did not hear of is told again: it has to lock.
    fn heard(&mut self, beat: Beat, asleep: Duration) {
        if beat == Beat::Woke {
            self.0 = asleep;
        }
    }
}

fn beat(mut sender: mpsc::Sender<Beat>) {
    let run = move || {
        let mut sleep = Sleep(crate::harden::asleep_time());

        loop {
            rest_a_second();

            let asleep = crate::harden::asleep_time();
            let beat = sleep.beat(asleep);

            match sender.try_send(beat) {
                Ok(()) => sleep.heard(beat, asleep),
                Err(error) if error.is_disconnected() => return,
                // Full: the window is busy and gets the next one.
                Err(_) => {}
            }
        }
    };

    let _ = thread::Builder::new().name("clock".to_owned()).spawn(run);
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

#[cfg(test)]
mod tests {
    use super::*;

    /// What is said, second by second, when the computer has slept for so long by then and each beat is heard.
    fn said(from: Duration, asleep: &[Duration]) -> Vec<Beat> {
        let mut sleep = Sleep(from);

        asleep
            .iter()
            .map(|asleep| {
                let beat = sleep.beat(*asleep);

                sleep.heard(beat, *asleep);
                beat
            })
            .collect()
    }

    /// 67: the cases of waking up. Idle locking is held in the tests of the application.
    #[test]
    fn a_sleep_of_more_than_two_seconds_locks_once_and_nothing_else_does() {
        let hours = 3_600 * SECOND;
        let milli = Duration::from_millis(1);

        for (what, from, asleep, locks) in [
            ("never slept", Duration::ZERO, vec![Duration::ZERO; 3], vec![]),
            ("slept before the start", hours, vec![hours; 3], vec![]),
            (
                "clocks that differ a little",
                Duration::ZERO,
                vec![milli, milli],
                vec![],
            ),
            ("two seconds", Duration::ZERO, vec![2 * SECOND], vec![]),
            ("a little more", Duration::ZERO, vec![2 * SECOND + milli], vec![0]),
            (
                "a night",
                Duration::ZERO,
                vec![Duration::ZERO, 8 * hours, 8 * hours],
                vec![1],
            ),
            ("twice", Duration::ZERO, vec![hours, hours, 2 * hours], vec![0, 2]),
            (
                "many short ones",
                Duration::ZERO,
                vec![SECOND, 2 * SECOND, 3 * SECOND],
                vec![2],
            ),
            ("a clock that goes back", hours, vec![Duration::ZERO, SECOND], vec![]),
        ] {
            let beats = said(from, &asleep);
            let woke: Vec<_> = (0..beats.len()).filter(|at| beats[*at] == Beat::Woke).collect();

            assert_eq!(woke, locks, "{what}");
        }
    }

    /// 67: a window that was too busy to hear of it.
    #[test]
    fn a_sleep_that_was_not_heard_of_is_told_again_until_it_is() {
        let mut sleep = Sleep(Duration::ZERO);

        for _ in 0..3 {
            assert_eq!(sleep.beat(9 * SECOND), Beat::Woke);
        }

        sleep.heard(Beat::Woke, 9 * SECOND);
        assert_eq!(sleep.beat(9 * SECOND), Beat::Second);
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
