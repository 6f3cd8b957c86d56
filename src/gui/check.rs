//! `--self-check`: goes into the fence as a window does, tries everything that must not work, and tells.
//!
//! Where there is a screen, a small window is opened for a moment, because the second part of the fence comes
//! after the first picture. No plan is opened, and nothing is kept.
use super::context::said;
use super::theme;
use super::widget::{Page, Root, body, fonts, page};
use crate::harden::fence::{self, Attempt, Fence, Outcome, Part};
use crate::harden::{self, State};
use crate::{paths, words};

use iced::{Element, Subscription, Task, Theme, window};

use std::fmt::Write as _;
use std::io::{self, Write as _};
use std::process::{self, ExitCode};
use std::thread;

/// How many columns a name takes.
const COLUMN: usize = 60;

/// Checks, tells, and says whether everything that is there held.
pub(super) fn run() -> ExitCode {
    let has_screen =
        harden::display().is_ok() && (paths::x11_display().is_some() || paths::wayland_display().is_some());

    harden::environment();
    harden::descriptors();

    let fence = fence::first();

    if has_screen {
        fonts::load();

        // It ends in `update`; past here there was no window.
        let _ = iced::application(move || Check { fence }, Check::update, Check::view)
            .title("Daypack")
            .theme(Check::theme)
            .subscription(Check::subscription)
            .default_font(theme::FONT)
            .window(super::window(None, 1.0))
            .run();
    }

    ExitCode::from(tell(fence::second(fence), false))
}

/// The window for a moment.
struct Check {
    fence: Fence,
}

#[derive(Debug, Clone, Copy)]
enum Message {
    Painted,
}

impl Check {
    fn update(&mut self, message: Message) -> Task<Message> {
        match message {
            Message::Painted => process::exit(tell(fence::second(self.fence), true).into()),
        }
    }

    fn view(&self) -> Element<'_, Message> {
        let page: Page<'_, Message> = page("check", words::text("check-title")).push(body(words::text("check-moment")));

        Root::new(theme::Direction::LeftToRight, page).into()
    }

    fn theme(&self) -> Theme {
        theme::Look::default().theme()
    }

    fn subscription(&self) -> Subscription<Message> {
        window::frames().map(|_| Message::Painted)
    }
}

/// Tries everything, prints what became of it, and gives the number to end with.
fn tell(fence: Fence, had_window: bool) -> u8 {
    let outcomes = outcomes(fence);
    let is_whole = outcomes.iter().all(|(_, outcome)| *outcome != Outcome::NotDenied);

    // Nobody listens any more: then the number says it.
    let _ = io::stdout().write_all(report(fence, &outcomes, had_window).as_bytes());

    u8::from(!is_whole)
}

/// On a thread that comes after the fence: it has to hold for those too. No thread, no answer.
fn outcomes(fence: Fence) -> Vec<(Attempt, Outcome)> {
    let attempts = move || Attempt::ALL.map(|attempt| (attempt, attempt.outcome(fence)));

    thread::spawn(attempts).join().map_or_else(
        |_| Attempt::ALL.map(|attempt| (attempt, Outcome::NotDenied)).to_vec(),
        |tried| tried.to_vec(),
    )
}

/// A calm table, in the words of the window.
fn report(fence: Fence, outcomes: &[(Attempt, Outcome)], had_window: bool) -> String {
    let mut report = String::new();
    let count = |which| outcomes.iter().filter(|(_, outcome)| *outcome == which).count();

    line(&mut report, &[&words::text("check-about")]);
    line(&mut report, &[]);

    for (id, state) in parts(fence) {
        line(&mut report, &[&words::text(id), &words::text(said(state))]);
    }

    line(&mut report, &[]);

    for (attempt, outcome) in outcomes {
        line(
            &mut report,
            &[&words::text(name(*attempt)), &became(*attempt, *outcome)],
        );
    }

    line(&mut report, &[]);
    line(
        &mut report,
        &[&words::text_with(
            "check-count",
            &[
                ("all", outcomes.len().into()),
                ("denied", count(Outcome::Denied).into()),
                ("missing", count(Outcome::NotHere).into()),
                ("open", count(Outcome::NotDenied).into()),
            ],
        )],
    );

    if !had_window {
        line(&mut report, &[&words::text("check-no-window")]);
    }

    report
}

/// The three parts of the fence, by the ids of their words.
fn parts(fence: Fence) -> [(&'static str, State); 3] {
    [
        (words::id("fence-files"), fence.files),
        (words::id("fence-calls"), fence.calls),
        (words::id("fence-connections"), fence.connections),
    ]
}

/// One line, in columns.
fn line(report: &mut String, columns: &[&str]) {
    match columns {
        [] => report.push('\n'),
        [only] => {
            let _ = writeln!(report, "{only}");
        }
        [first, rest @ ..] => {
            let _ = writeln!(report, "{first:COLUMN$} {}", rest.join(" "));
        }
    }
}

/// What became of it, with the reason where it could not be refused.
fn became(attempt: Attempt, outcome: Outcome) -> String {
    match outcome {
        Outcome::Denied => words::text("check-denied"),
        Outcome::NotHere => match attempt.part() {
            Part::Files => words::text("check-no-landlock"),
            Part::Calls | Part::Connections => words::text("check-no-seccomp"),
        },
        Outcome::NotDenied => words::text("check-not-denied"),
    }
}

fn name(attempt: Attempt) -> &'static str {
    match attempt {
        Attempt::Internet => words::id("check-internet"),
        Attempt::NewerInternet => words::id("check-newer-internet"),
        Attempt::NetworkTables => words::id("check-network-tables"),
        Attempt::Packets => words::id("check-packets"),
        Attempt::OuterComputer => words::id("check-outer-computer"),
        Attempt::Bluetooth => words::id("check-bluetooth"),
        Attempt::Ring => words::id("check-ring"),
        Attempt::Become => words::id("check-become"),
        Attempt::Start => words::id("check-start"),
        Attempt::Trace => words::id("check-trace"),
        Attempt::Users => words::id("check-users"),
        Attempt::Keys => words::id("check-keys"),
        Attempt::Write => words::id("check-write"),
        Attempt::Bus => words::id("check-bus"),
        Attempt::Code => words::id("check-code"),
        Attempt::Signal => words::id("check-signal"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: Fence = Fence {
        files: State::On,
        calls: State::On,
        connections: State::On,
    };

    #[test]
    fn every_attempt_has_a_line_and_a_word() {
        let outcomes = Attempt::ALL.map(|attempt| (attempt, Outcome::Denied));
        let report = report(WHOLE, &outcomes, true);

        assert_eq!(report.matches(" denied\n").count(), Attempt::ALL.len(), "{report}");
        assert!(report.contains("16 attempts"), "{report}");
        assert!(!report.contains(&words::text("check-no-window")), "{report}");
    }

    #[test]
    fn what_was_not_tried_and_what_is_not_here_is_named_with_its_reason() {
        let old = Fence {
            files: State::Unavailable,
            ..WHOLE
        };
        let outcomes = [(Attempt::Users, Outcome::NotHere), (Attempt::Write, Outcome::NotDenied)];
        let report = report(old, &outcomes, false);

        for id in ["check-no-landlock", "check-not-denied", "check-no-window"] {
            assert!(report.contains(&words::text(id)), "{id}: {report}");
        }
    }
}
