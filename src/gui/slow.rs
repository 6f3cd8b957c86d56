//! Slow work, off the interface's thread.
//!
//! A `Task`'s first poll happens on the thread that draws, so blocking there would freeze the window.
//! Opening and saving cost about a second on purpose; they run here, each on a thread of its own.
use iced::Task;
use iced::futures::channel::oneshot;

use std::thread;

/// The work ended without an answer: its thread could not start, or it broke down.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Interrupted;

/// Runs `work` on a thread of its own and brings its answer back as a message.
pub(crate) fn slow<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> Task<Result<T, Interrupted>> {
    let (done, wait) = oneshot::channel();
    let started = thread::Builder::new().name("slow".to_owned()).spawn(move || {
        let _ = done.send(work());
    });

    match started {
        Ok(_) => Task::future(async move { wait.await.map_err(|_| Interrupted) }),
        Err(_) => Task::done(Err(Interrupted)),
    }
}
