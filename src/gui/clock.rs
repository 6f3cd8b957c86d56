//! One thread that beats once a second while the window is open, and hears the system's signals.
//!
//! iced's small executor has no timers. The beat drives idle locking, saving by itself and short
//! notices; it also notices that the computer slept, because two clocks of the system then disagree.
use iced::Subscription;
use iced::futures::channel::mpsc;
use iced::futures::future;
use iced::futures::stream::Stream;

use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;
use std::time::Duration;

/// Something that happened without the person's hands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Beat {
    /// A second went by.
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

fn beat(mut sender: mpsc::Sender<Beat>) {
    let run = move || {
        let mut asleep = crate::harden::asleep_time();

        loop {
            thread::sleep(Duration::from_secs(1));

            let slept = crate::harden::asleep_time();
            let beat = if slept.saturating_sub(asleep) > SLEPT {
                Beat::Woke
            } else {
                Beat::Second
            };
            asleep = slept;

            // Full: the window is busy and will get the next one. Disconnected: the window is gone.
            if sender.try_send(beat).is_err_and(|error| error.is_disconnected()) {
                return;
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
