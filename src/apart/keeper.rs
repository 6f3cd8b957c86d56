//! The keeper's life: one worker after the other, and an answer to each request.
use super::hello::{Fallen, Farewell, Hello, Opening, Said};
use super::{MESSAGE, NEXT, NO_WINDOW};
use crate::harden::{self, Ended, Line, Worker};
use crate::keep::wire::{answer, beside, decode, encode};
use crate::keep::{Keeper, Reply, Request};

use std::io;
use std::time::Duration;

/// How long a worker that says no more may take to end.
const PATIENCE: Duration = Duration::from_secs(2);

/// A worker that ends by mistake this soon after its start is not started a third time.
const SOON: Duration = Duration::from_secs(10);

/// Why a keeper ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The person closed the window, or left at once.
    Left,
    /// No worker could be started.
    NotStarted,
    /// The first window could not be had; the worker said so.
    NoWindow,
    /// The display went away, or the session ended.
    DisplayGone,
    /// One worker after the other ended by mistake.
    FallenTwice,
}

/// Keeps files for one worker after the other, until the person leaves.
pub fn keep(first: Hello) -> End {
    let mut keeping = Keeping {
        keeper: Keeper::new(first.paths.clone()),
        settled: harden::awake_time(),
    };
    let mut hello = first;
    let mut falls = 0;
    let mut is_first = true;

    loop {
        let begun = harden::awake_time();
        let Ok((line, worker)) = start(&hello) else {
            return End::NotStarted;
        };

        if is_first {
            Worker::hear_signals();
        }

        let mut talk = Talk {
            line,
            hello: hello.clone(),
            farewell: None,
        };

        talk.serve(&mut keeping);

        let Talk {
            line,
            hello: last,
            farewell,
        } = talk;

        drop(line);
        let ended = worker.ended(PATIENCE);
        let plan = keeping.keeper.open_plan().map(std::path::Path::to_path_buf);

        // What it had open and what it was writing is nobody's any more.
        keeping.keeper.let_go();

        hello = match (ended, farewell) {
            (Ended::With(0 | harden::LEFT_AT_ONCE), _) => return End::Left,
            (Ended::With(NEXT), Some(farewell)) => {
                falls = 0;
                last.after(farewell)
            }
            (Ended::With(NO_WINDOW), _) if is_first => return End::NoWindow,
            (Ended::With(NO_WINDOW), _) => return End::DisplayGone,
            _ if harden::is_leaving() => return End::Left,
            _ => {
                falls = if harden::awake_time().saturating_sub(begun) < SOON {
                    falls + 1
                } else {
                    0
                };

                if falls == 2 {
                    return End::FallenTwice;
                }

                let fallen = Fallen {
                    file: plan,
                    minutes: minutes(harden::awake_time().saturating_sub(keeping.settled)),
                };

                Hello {
                    opening: Opening::Fallen(fallen),
                    ..last
                }
            }
        };

        is_first = false;
    }
}

/// A worker that was told everything it has to know.
fn start(hello: &Hello) -> io::Result<(Line, Worker)> {
    let (line, end) = Line::pair()?;

    // Before it starts: it fits into the line, and the worker need not wait for it.
    line.send(&encode(hello), None)?;

    Ok((line, Worker::start(end)?))
}

/// Rounded up: nobody is told that less may be lost than is.
fn minutes(time: Duration) -> u32 {
    u32::try_from(time.as_secs() / 60 + 1).unwrap_or(u32::MAX)
}

/// The files, and since when the open one is as it is.
struct Keeping {
    keeper: Keeper,
    settled: Duration,
}

/// What is said with one worker.
struct Talk {
    line: Line,
    hello: Hello,
    farewell: Option<Farewell>,
}

impl Talk {
    /// Answers until the worker says no more, or nonsense.
    fn serve(&mut self, keeping: &mut Keeping) {
        while let Ok(Some((message, _))) = self.line.receive(MESSAGE) {
            match decode(&message) {
                Ok(Said::Ask(request)) => {
                    drop(message);

                    if self.answer(keeping, request).is_err() {
                        return;
                    }
                }
                Ok(Said::Farewell(farewell)) => {
                    self.farewell = Some(farewell);

                    return;
                }
                Err(_) => return,
            }
        }
    }

    fn answer(&mut self, keeping: &mut Keeping, request: Request) -> io::Result<()> {
        if let Request::Remember { settings } = &request {
            self.hello = self.hello.clone().with(settings);
        }

        let reply = keeping.keeper.answer(request);

        if matches!(reply, Ok(Reply::Loaded(_) | Reply::Saved(_))) {
            keeping.settled = harden::awake_time();
        }

        let mut message = answer(&reply);

        if message.len() > MESSAGE {
            message = answer(&Err(crate::keep::too_long(io::ErrorKind::InvalidData.into())));
        }

        self.line.send(&message, beside(&reply))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::harden::Line;
    use crate::keep::Where;
    use crate::keep::wire::Answer;
    use crate::paths::Paths;
    use crate::settings::{Found, Settings};

    use std::path::Path;
    use std::thread;

    fn hello() -> Hello {
        Hello {
            paths: Paths::within(Path::new("/nowhere")),
            settings: Found::Nothing,
            is_remembered: true,
            opening: Opening::Welcome,
            view: None,
            is_traced: false,
        }
    }

    /// What a keeper makes of what `worker` says at the other end.
    fn heard(worker: impl FnOnce(Line) + Send) -> Talk {
        let (line, end) = Line::pair().unwrap();
        let mut keeping = Keeping {
            keeper: Keeper::new(hello().paths),
            settled: Duration::ZERO,
        };
        let mut talk = Talk {
            line,
            hello: hello(),
            farewell: None,
        };

        thread::scope(|scope| {
            scope.spawn(|| worker(Line::take(end).unwrap()));
            talk.serve(&mut keeping);
        });

        talk
    }

    #[test]
    fn nonsense_ends_the_talk_and_leaves_nothing_behind() {
        for words in [&b""[..], &[7], &[0, 200], &[0, 3, 255, 255, 255, 255], &[1; 100]] {
            let talk = heard(|line| line.send(words, None).unwrap());

            assert!(talk.farewell.is_none() && talk.hello == hello(), "{words:?}");
        }
    }

    #[test]
    fn a_request_is_answered_and_the_last_words_are_kept() {
        let settings = Settings {
            text_percent: 120,
            ..Settings::default()
        };
        let farewell = Farewell {
            opening: Opening::Locked(Some("/a.age".into())),
            settings: settings.clone(),
            view: None,
        };
        let said = encode(&Said::Farewell(farewell.clone()));
        let talk = heard(move |line| {
            let ask = Request::List {
                place: Where::Everywhere,
            };

            line.send(&encode(&Said::Ask(ask)), None).unwrap();

            let (reply, beside) = line.receive(MESSAGE).unwrap().unwrap();

            assert!(beside.is_none());
            assert!(decode::<Answer>(&reply).unwrap().with(None).unwrap().is_ok());
        });

        assert!(talk.farewell.is_none());

        let talk = heard(move |line| line.send(&said, None).unwrap());

        assert!(talk.farewell == Some(farewell));
        assert_eq!(hello().with(&settings).settings().0, settings);
    }
}
