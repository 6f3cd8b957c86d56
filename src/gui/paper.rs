//! What every page with paper on it does alike: its pages are looked at, and one file of them is put somewhere.
//!
//! Serves the screens that print a plan, a copy of it, or handouts, and the one that brings a copy back. What
//! is on the paper, and how its file is made, is each screen's own business.
pub(crate) mod look;
pub(crate) mod preview;
pub(crate) mod way;

use super::theme::Direction;
use super::widget::segments;
use crate::print::Paper;
use crate::sheet::{self, Form};
use crate::words;

use iced::Element;

/// The choice between the sizes of paper.
pub(crate) fn papers<'a, Message: Clone + 'a>(
    id: &'static str,
    chosen: Paper,
    choose: impl Fn(Paper) -> Message,
) -> Element<'a, Message> {
    let papers = vec![
        (words::text("print-a4"), choose(Paper::A4)),
        (words::text("print-letter"), choose(Paper::Letter)),
    ];
    let (at, says) = match chosen {
        Paper::A4 => (0, words::text("print-a4-note")),
        Paper::Letter => (1, words::text("print-letter-note")),
    };

    segments(id, words::text("print-paper"), papers, Some(at), says)
}

/// Which way pages are read, as the window knows it.
pub(crate) const fn direction(of_sheet: sheet::Direction) -> Direction {
    match of_sheet {
        sheet::Direction::LeftToRight => Direction::LeftToRight,
        sheet::Direction::RightToLeft => Direction::RightToLeft,
    }
}

/// What a form is for, in a sentence.
pub(crate) fn note(form: Form) -> String {
    match form {
        Form::List => words::text("print-form-list-note"),
        Form::Compact => words::text("print-form-compact-note"),
        Form::Large => words::text("print-form-large-note"),
        Form::Card => words::text("print-form-card-note"),
        Form::Booklet => words::text("print-form-booklet-note"),
        Form::BookletRead => words::text("print-form-booklet-read-note"),
        Form::Quarter => words::text("print-form-quarter-note"),
        Form::CheckIn => words::text("print-form-check-in-note"),
        Form::Restore => words::text("print-form-restore-note"),
        Form::Guide => words::text("print-form-guide-note"),
    }
}
