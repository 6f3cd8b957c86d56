//! Programs that end with the test, signals to them, and waiting without a clock: until something is there.
use rustix::process::{Pid, Signal, kill_process};

use std::fs;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// The longest any single step may take. Long, because nothing is wrong with a machine that has much to do.
pub const PATIENCE: Duration = Duration::from_secs(120);

/// A program that ends with the test, whatever happens, and so do all that it started.
pub struct Running(pub Child);

impl Running {
    /// Starts a program that is told nothing, and whose output is read or left.
    pub fn start(command: &mut Command) -> Self {
        let quiet = command
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null());

        Self(quiet.spawn().expect("the program starts"))
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // The number of one that has ended may be another's by now.
        if !matches!(self.0.try_wait(), Ok(None)) {
            return;
        }

        for process in family(self.0.id()).into_iter().rev() {
            let _ = kill_process(process, Signal::KILL);
        }

        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Every process that a process started, and those they started.
fn family(of: u32) -> Vec<Pid> {
    let children = fs::read_to_string(format!("/proc/{of}/task/{of}/children")).unwrap_or_default();

    children
        .split(' ')
        .filter_map(|number| number.parse().ok())
        .flat_map(|number| pid(number).into_iter().chain(family(number)))
        .collect()
}

fn pid(number: u32) -> Option<Pid> {
    i32::try_from(number).ok().and_then(Pid::from_raw)
}

/// Sends a signal to a process that is there.
pub fn signal(process: u32, signal: Signal) {
    kill_process(pid(process).unwrap(), signal).unwrap();
}

/// Waits for something, as long as any step may take. Nothing when it never came.
pub fn awaited<T>(mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let start = Instant::now();

    while start.elapsed() < PATIENCE {
        if let Some(found) = look() {
            return Some(found);
        }

        thread::sleep(Duration::from_millis(5));
    }

    None
}
