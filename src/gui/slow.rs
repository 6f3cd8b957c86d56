//! Slow work, off the interface's thread.
//!
//! A `Task`'s first poll happens on the thread that draws, so blocking there would freeze the window.
//! Opening and saving cost about a second on purpose; they run here, each on a thread of its own.
use iced::Task;
use iced::futures::channel::{mpsc, oneshot};
use iced::futures::{StreamExt, stream};

use std::ops::ControlFlow;
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

/// What long work says: on the way, and once at its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Told<P, T> {
    /// How far it is.
    OnTheWay(P),
    /// Its answer.
    Ended(Result<T, Interrupted>),
}

/// Runs `work` on a thread of its own, and brings what it tells on the way as messages, its answer last. As
/// soon as nobody listens any more, telling asks the work to break off.
pub(crate) fn slow_telling<P: Send + 'static, T: Send + 'static>(
    work: impl FnOnce(&mut dyn FnMut(Option<P>) -> ControlFlow<()>) -> T + Send + 'static,
) -> Task<Told<P, T>> {
    let (say, listen) = mpsc::unbounded();
    let started = thread::Builder::new().name("slow".to_owned()).spawn(move || {
        let answer = work(&mut |progress| {
            let is_heard = match progress {
                Some(progress) => say.unbounded_send(Told::OnTheWay(progress)).is_ok(),
                None => !say.is_closed(),
            };

            if is_heard {
                ControlFlow::Continue(())
            } else {
                ControlFlow::Break(())
            }
        });

        let _ = say.unbounded_send(Told::Ended(Ok(answer)));
    });

    match started {
        // After an answer nobody waits for another; without one, this is the answer.
        Ok(_) => Task::stream(listen.chain(stream::once(async { Told::Ended(Err(Interrupted)) }))),
        Err(_) => Task::done(Told::Ended(Err(Interrupted))),
    }
}
