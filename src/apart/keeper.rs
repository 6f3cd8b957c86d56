//! The keeper's life: one worker after the other, and an answer to each request.
use super::hello::{Fallen, Farewell, Hello, Opening, Said};
use super::{MESSAGE, NEXT, NO_WINDOW};
use crate::harden::{self, Ended, Line, Worker};
use crate::keep::wire::{answer, beside, decode, encode};
use crate::keep::{Keeper, Reply, Request};

use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long a worker that says no more may take to end.
const PATIENCE: Duration = Duration::from_secs(2);

/// The longest last words that are taken, in bytes: a path and the settings, and always less than a line takes
/// before somebody reads, because they are told to a worker that does not run yet.
const LAST_WORDS: usize = 32 * 1024;

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
        falls: 0,
        is_first: true,
    };
    let mut hello = first;

    loop {
        hello = match keeping.one_worker(hello) {
            Ok(next) => next,
            Err(end) => return end,
        };
        keeping.is_first = false;
    }
}

/// The files, and how it went so far.
struct Keeping {
    keeper: Keeper,
    /// Since when the open plan is on the disk as it was opened or saved.
    settled: Duration,
    /// How many workers in a row ended by mistake soon after their start.
    falls: u32,
    /// Whether no window was there before.
    is_first: bool,
}

impl Keeping {
    /// The life of one worker: what the next one is told, or why there is none.
    fn one_worker(&mut self, hello: Hello) -> Result<Hello, End> {
        let begun = harden::awake_time();
        let (line, worker) = start(&hello).map_err(|_| End::NotStarted)?;

        if self.is_first {
            Worker::hear_signals();
        }

        let mut talk = Talk {
            line,
            hello,
            farewell: None,
        };

        talk.serve(self);

        let Talk { line, hello, farewell } = talk;

        drop(line);

        let ended = worker.ended(PATIENCE);
        let plan = self.keeper.open_plan().map(Path::to_path_buf);

        // What it had open and what it was writing is nobody's any more.
        self.keeper.let_go();

        match (ended, farewell) {
            (Ended::With(0 | harden::LEFT_AT_ONCE), _) => Err(End::Left),
            (Ended::With(NEXT), Some(farewell)) => {
                self.falls = 0;

                Ok(hello.after(farewell))
            }
            (Ended::With(NO_WINDOW), _) if self.is_first => Err(End::NoWindow),
            (Ended::With(NO_WINDOW), _) => Err(End::DisplayGone),
            _ if harden::is_leaving() => Err(End::Left),
            _ => self.fallen(hello, plan, harden::awake_time().saturating_sub(begun)),
        }
    }

    /// What is told after a worker that ended by mistake, which lived this long.
    fn fallen(&mut self, hello: Hello, file: Option<PathBuf>, lived: Duration) -> Result<Hello, End> {
        self.falls = match lived < SOON {
            true => self.falls + 1,
            false => 0,
        };

        if self.falls == 2 {
            return Err(End::FallenTwice);
        }

        let opening = Opening::Fallen(Fallen {
            file,
            minutes: minutes(harden::awake_time().saturating_sub(self.settled)),
        });

        Ok(Hello { opening, ..hello })
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
                Ok(Said::Farewell(_)) if message.len() > LAST_WORDS => return,
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
    use super::super::hello::tests::hello;
    use super::*;
    use crate::harden::Line;
    use crate::keep::Where;
    use crate::keep::wire::Answer;
    use crate::settings::Settings;

    use std::thread;

    #[test]
    fn a_worker_that_lived_for_a_while_may_fall_again() {
        let mut keeping = Keeping {
            keeper: Keeper::new(hello().paths),
            settled: harden::awake_time(),
            falls: 0,
            is_first: false,
        };
        let mut falls = |lived| keeping.fallen(hello(), None, Duration::from_secs(lived)).err();

        assert_eq!(falls(3), None);
        assert_eq!(falls(60), None, "it has stood in between");
        assert_eq!(falls(3), None);
        assert_eq!(falls(3), Some(End::FallenTwice));
    }

    #[test]
    fn nobody_is_told_that_less_is_lost_than_may_be() {
        assert_eq!(minutes(Duration::ZERO), 1);
        assert_eq!(minutes(Duration::from_secs(61)), 2);
    }

    /// What a keeper makes of what `worker` says at the other end.
    fn heard(worker: impl FnOnce(Line) + Send) -> Talk {
        let (line, end) = Line::pair().unwrap();
        let mut keeping = Keeping {
            keeper: Keeper::new(hello().paths),
            settled: Duration::ZERO,
            falls: 0,
            is_first: true,
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

    /// Told to the next worker before it runs, they would wait in the line for ever.
    #[test]
    fn last_words_that_no_line_takes_are_no_words() {
        let farewell = |length: usize| Farewell {
            opening: Opening::Locked(Some("/".repeat(length).into())),
            settings: Settings::default(),
            view: None,
        };

        for (length, is_kept) in [(4_096, true), (LAST_WORDS, false), (4_000_000, false)] {
            let said = encode(&Said::Farewell(farewell(length)));
            let talk = heard(move |line| line.send(&said, None).unwrap());

            assert_eq!(talk.farewell.is_some(), is_kept, "{length}");
        }

        let longest = Hello {
            opening: farewell(LAST_WORDS).opening,
            ..hello()
        };
        let (line, _end) = Line::pair().unwrap();

        line.send(&encode(&longest), None).unwrap();
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
