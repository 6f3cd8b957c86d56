//! What a path means: asked of the keeper at every change, and answered a moment later.
//!
//! Answers to earlier questions no longer count, so that nothing is settled for a path that has changed since.
use super::{Action, Message, Place, Purpose, Spot};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::keep::{Considered, Error};

use iced::Task;

use std::path::{Path, PathBuf};

/// The most names that are tried beside one that is taken.
const NAMES: u32 = 99;

/// A question about a path.
#[derive(Default)]
pub(super) struct Question {
    pub(super) number: u32,
    pub(super) path: String,
}

impl Place {
    /// Puts a path into the field and asks what it means.
    pub(super) fn consider(&mut self, cx: &Context<'_>, path: &Path) -> Task<Message> {
        self.typed = path.to_string_lossy().into_owned();
        self.consider_typed(cx)
    }

    /// Asks what stands in the field.
    pub(super) fn consider_typed(&mut self, cx: &Context<'_>) -> Task<Message> {
        self.ask(cx, self.typed.clone())
    }

    fn ask(&mut self, cx: &Context<'_>, path: String) -> Task<Message> {
        let number = self.asked.number.wrapping_add(1);

        self.may_replace = false;
        self.trouble = None;
        self.asked = Question {
            number,
            path: path.clone(),
        };

        if self.is_to_open() || path.trim().is_empty() {
            self.known = None;

            return Task::none();
        }

        let telling = self.telling.clone();

        cx.hands.consider(path, self.name.clone()).map(move |outcome| {
            let outcome = outcome.map(|considered| considered.knowing(&telling));

            Message::Considered(number, outcome.map(Box::new))
        })
    }

    /// What a path means is known.
    pub(super) fn considered(
        &mut self,
        cx: &Context<'_>,
        number: u32,
        outcome: Result<Box<Considered>, Notice>,
    ) -> Action {
        if number != self.asked.number {
            return Action::None;
        }

        let known = match outcome {
            Ok(known) => *known,
            Err(notice) => {
                self.trouble = Some(notice);

                return Action::None;
            }
        };
        let names_a_file = self.asked.path.ends_with(self.name.as_str());

        // A folder was typed or dropped: what counts is the file in it.
        if matches!(known.problem, Some(Error::IsFolder)) && !names_a_file {
            let path = known.path.to_string_lossy().into_owned();

            return Action::Run(self.ask(cx, path));
        }

        let is_taken = known.is_taken && !self.is_ours(&known.path);

        self.known = Some((number, known));

        match self.number {
            Some(tried) if is_taken && tried < NAMES => self.try_another_name(cx),
            _ => Action::None,
        }
    }

    /// Tries the next name beside one that is taken: `notes-2.age`.
    pub(super) fn try_another_name(&mut self, cx: &Context<'_>) -> Action {
        let Some(known) = self.known() else {
            return Action::None;
        };

        let number = self.number.map_or(2, |number| number + 1);
        let path = numbered(&known.path, number, self.number);

        self.number = Some(number);

        Action::Run(self.consider(cx, &path))
    }

    /// What is known of the path that was asked about last.
    pub(super) fn known(&self) -> Option<&Considered> {
        let (number, known) = self.known.as_ref()?;

        (*number == self.asked.number).then_some(known)
    }

    /// Whether the plan that is open is kept in this very file.
    pub(super) fn is_ours(&self, path: &Path) -> bool {
        self.purpose == Purpose::Plan && self.ours.as_deref() == Some(path)
    }

    /// Whether what is typed is a choice of the person's own.
    pub(super) fn is_elsewhere(&self) -> bool {
        self.spot == Spot::Elsewhere
    }
}

/// `notes-2.age` beside `notes.age`; `before` is the number that the name has already.
fn numbered(path: &Path, number: u32, before: Option<u32>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    let plain = before
        .and_then(|before| stem.strip_suffix(&format!("-{before}")))
        .unwrap_or(&stem);
    let ending = path.extension().unwrap_or_default().to_string_lossy();

    path.with_file_name(format!("{plain}-{number}.{ending}"))
}
