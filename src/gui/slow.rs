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
    let is_started = start(move || {
        let _ = done.send(work());
    });

    match is_started {
        true => Task::future(async move { wait.await.map_err(|_| Interrupted) }),
        false => Task::done(Err(Interrupted)),
    }
}

fn start(work: impl FnOnce() + Send + 'static) -> bool {
    #[cfg(test)]
    let Some(work) = by_hand::taken(Box::new(work)) else {
        return true;
    };

    thread::Builder::new().name("slow".to_owned()).spawn(work).is_ok()
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

/// Slow work that waits until a test runs it: so that anything can come between.
#[cfg(test)]
pub(crate) mod by_hand {
    use std::cell::RefCell;

    /// Something slow that has begun. Dropped, it ends without an answer.
    pub(crate) type Work = Box<dyn FnOnce() + Send>;

    thread_local! {
        static WAITING: RefCell<Option<Vec<Work>>> = const { RefCell::new(None) };
    }

    /// From now on, slow work of this thread waits for [`begun`].
    pub(crate) fn begin() {
        WAITING.set(Some(Vec::new()));
    }

    /// From now on, it runs by itself again.
    pub(crate) fn end() {
        WAITING.set(None);
    }

    /// Whether it does.
    pub(crate) fn is_on() -> bool {
        WAITING.with_borrow(Option::is_some)
    }

    /// What was begun since the last time.
    pub(crate) fn begun() -> Vec<Work> {
        WAITING.with_borrow_mut(|waiting| waiting.as_mut().map(std::mem::take).unwrap_or_default())
    }

    /// Gives the work back where it need not wait.
    pub(super) fn taken(work: Work) -> Option<Work> {
        WAITING.with_borrow_mut(|waiting| match waiting {
            Some(waiting) => {
                waiting.push(work);

                None
            }
            None => Some(work),
        })
    }
}
