//! Two processes of one program: the one that keeps files starts the other, watches it, and takes it along.
//!
//! The worker is the same program once more, started by what the system calls it, so that an update in
//! between changes nothing. It dies with whoever started it.
use super::signals::{QUICK, leave_with};

use rustix::process::{Pid, Signal, WaitId, WaitIdOptions, getppid, kill_process, waitid};
use signal_hook::consts::{SIGCHLD, SIGHUP, SIGINT, SIGTERM, SIGUSR1};
use signal_hook::iterator::Signals;

use std::io;
use std::os::fd::{AsFd, OwnedFd};
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;
use std::time::Duration;

/// The worker that runs now. Held while it is signalled and while it is given up, so that no signal ever
/// goes to another process that has its number.
static NOW: Mutex<Option<Pid>> = Mutex::new(None);

/// When we were asked to end, in milliseconds of the clock that stands still in sleep, and one; 0 for never.
static ASKED_TO_END: AtomicU64 = AtomicU64::new(0);

/// How long a worker has to end after we were asked to, before its end is one like any other.
const LEAVE: u64 = 60_000;

/// How long what is being written has to be taken away when the person leaves at once.
const TIDY: Duration = Duration::from_millis(100);

/// Whether this process is a worker.
static IS_ONE: AtomicBool = AtomicBool::new(false);

/// Whether this process had a window with something in it.
static HAS_PAINTED: AtomicBool = AtomicBool::new(false);

/// A process that draws and thinks.
pub struct Worker(Child);

/// How a worker ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ended {
    /// By itself, with this number.
    With(i32),
    /// It was ended.
    Killed,
}

impl Worker {
    /// Starts this program again, with one end of a line as its standard input, and nothing else to read.
    ///
    /// The thread that calls must live as long as this process: its end is what the worker dies of.
    ///
    /// # Errors
    /// When the system does not let us.
    #[expect(clippy::disallowed_methods, reason = "this very program, and no other")]
    pub fn start(end: OwnedFd) -> io::Result<Self> {
        let mut now = NOW.lock().unwrap_or_else(PoisonError::into_inner);
        let child = Command::new("/proc/self/exe")
            .arg0("daypack")
            .stdin(Stdio::from(end))
            .spawn()?;

        *now = i32::try_from(child.id()).ok().and_then(Pid::from_raw);

        Ok(Self(child))
    }

    /// Waits until it has ended, and ends it when that takes longer than `patience`.
    pub fn ended(mut self, patience: Duration) -> Ended {
        let pause = Duration::from_millis(1);
        let mut waited = Duration::ZERO;

        while is_running(self.number()) {
            if waited >= patience {
                let _ = self.0.kill();

                break;
            }

            thread::sleep(pause);
            waited += pause;
        }

        let mut now = NOW.lock().unwrap_or_else(PoisonError::into_inner);

        *now = None;

        match self.0.wait() {
            Ok(status) if status.signal().is_none() => Ended::With(status.code().unwrap_or_default()),
            _ => Ended::Killed,
        }
    }

    fn number(&self) -> Option<Pid> {
        i32::try_from(self.0.id()).ok().and_then(Pid::from_raw)
    }

    /// Hears the system's signals for the worker from now on, on a thread of its own: the end of the session
    /// is passed on; a quick exit, from outside or by the worker's own key, ends both.
    pub fn hear_signals() {
        let Ok(mut signals) = Signals::new([SIGHUP, SIGINT, SIGTERM, SIGUSR1, SIGCHLD]) else {
            return;
        };

        // Where there is no thread to be had, signals do what they always do, and the worker dies with us.
        let _ = thread::Builder::new().name("signals".to_owned()).spawn(move || {
            for signal in signals.forever() {
                match signal {
                    SIGUSR1 => {
                        pass_on(Signal::KILL);
                        leave_soon();
                    }
                    SIGCHLD if has_left_at_once() => leave_soon(),
                    SIGCHLD => {}
                    _ => {
                        let now = u64::try_from(super::awake_time().as_millis()).unwrap_or(0);

                        ASKED_TO_END.store(now + 1, Ordering::Relaxed);
                        pass_on(Signal::TERM);
                    }
                }
            }
        });
    }
}

/// Whether this process was asked to end a moment ago: then no new worker is started.
pub fn is_leaving() -> bool {
    let asked = ASKED_TO_END.load(Ordering::Relaxed);
    let now = u64::try_from(super::awake_time().as_millis()).unwrap_or(0);

    asked != 0 && now.saturating_sub(asked) < LEAVE
}

fn pass_on(signal: Signal) {
    let now = NOW.lock().unwrap_or_else(PoisonError::into_inner);

    if let Some(worker) = *now {
        let _ = kill_process(worker, signal);
    }
}

/// Ends this process, also when it waits for a slow drive. What is being saved is so that half of it does no
/// harm; what else is being written gets a moment to be taken away.
fn leave_soon() -> ! {
    ASKED_TO_END.store(u64::MAX, Ordering::Relaxed);
    thread::sleep(TIDY);
    leave_with(0)
}

/// Whether the worker was left by its own quick exit.
fn has_left_at_once() -> bool {
    let now = NOW.lock().unwrap_or_else(PoisonError::into_inner);

    now.and_then(status).is_some_and(|code| code == Some(QUICK))
}

fn is_running(worker: Option<Pid>) -> bool {
    worker.is_some_and(|worker| status(worker).is_none())
}

/// How it ended, if it has: with a number, or by a signal. It stays to be asked again.
fn status(worker: Pid) -> Option<Option<i32>> {
    let options = WaitIdOptions::EXITED | WaitIdOptions::NOHANG | WaitIdOptions::NOWAIT;
    let status = waitid(WaitId::Pid(worker), options).ok()??;

    Some(status.exit_status())
}

/// Whether this process is a worker.
pub(super) fn is_one() -> bool {
    IS_ONE.load(Ordering::Relaxed)
}

/// Makes this process die with the one at the other end of `line`, which must be its parent.
///
/// Says whether that holds: a parent that died before we asked is seen by its number, which is not the one
/// that made the line any more.
#[cfg(target_os = "linux")]
pub fn belong_to_parent(line: &impl AsFd) -> bool {
    use rustix::net::sockopt::socket_peercred;
    use rustix::process::set_parent_process_death_signal;

    IS_ONE.store(true, Ordering::Relaxed);

    set_parent_process_death_signal(Some(Signal::KILL)).is_ok()
        && socket_peercred(line).is_ok_and(|maker| Some(maker.pid) == getppid())
}

/// From here on neither this process nor anything it could start can gain rights.
#[cfg(target_os = "linux")]
pub fn no_new_privileges() -> super::State {
    super::state(rustix::thread::set_no_new_privs(true))
}

/// From here on a mistake on the thread that draws ends the process at once: nothing is unwound, so that
/// nothing can hang, and another worker takes over. Before [`has_painted`] was called it ends with
/// `without_window`, and says nothing: the toolkit panics where there is no display.
pub fn panics_end_it(without_window: i32) {
    let say = std::panic::take_hook();

    std::panic::set_hook(Box::new(move |info| {
        let is_drawing = thread::current().name() == Some("main");

        if is_drawing && !HAS_PAINTED.load(Ordering::Relaxed) {
            leave_with(without_window);
        }

        say(info);

        if is_drawing {
            leave_with(101);
        }
    }));
}

/// There is a window, and something in it.
pub fn has_painted() {
    HAS_PAINTED.store(true, Ordering::Relaxed);
}
