//! Afterwards: what to do when something has happened, and how to put settings back.
//!
//! What happened is asked for nobody's files: which page was opened is forgotten with the window, and all of
//! it works without a plan and without an answer. What became of a setting leaves as an action, so that it
//! can be taken back.
mod happened;
mod settings;

use crate::content::id::{MeasureId, QuestionId, SituationId};
use crate::content::{GateRole, Situation, When};
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Page, page, primary, quiet};
use crate::plan::progress::{Ending, Key};
use crate::words;

use iced::widget::column;

use std::collections::BTreeSet;

/// Which page is shown, and what is open on it.
pub(crate) struct After {
    situation: Option<SituationId>,
    unfolded: BTreeSet<Fold>,
    /// It stands in the way of somebody who was on the way to the plan, and says how to go on.
    is_first: bool,
}

/// A part of a page that opens and closes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fold {
    /// Who says what a situation says.
    Sources,
    /// Everything that might have been changed.
    All,
    /// Where a setting is.
    Where(MeasureId, String),
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Show what helps in a situation.
    Show(SituationId),
    /// Open or close a part of the page.
    Fold(Fold),
    /// Say what became of these settings, or take that back.
    End(Vec<Key>, Option<Ending>),
    /// Answer the question about a case.
    AskCase,
    /// Look at the plan.
    ShowPlan,
    /// Open a plan that was kept.
    Open,
    /// Print the restore list.
    Print,
    /// Go back to what happened, or to where one was.
    GoBack,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Which situation somebody looks at says what happened to them.
        f.write_str("Message")
    }
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Keep what became of these settings; nothing takes it back.
    End(Vec<Key>, Option<Ending>),
    /// Ask this question.
    Ask(Option<QuestionId>),
    /// Look at the plan.
    ShowPlan,
    /// Open a plan that was kept.
    Open,
    /// Print the restore list.
    Print,
    /// Go back, or on.
    Leave,
}

impl After {
    /// The whole page, visited from elsewhere.
    pub(crate) fn new() -> Self {
        Self {
            situation: None,
            unfolded: BTreeSet::new(),
            is_first: false,
        }
    }

    /// The whole page, before anything else, for somebody who said that it goes on or is over.
    pub(crate) fn first() -> Self {
        Self {
            is_first: true,
            ..Self::new()
        }
    }

    /// Whether it comes before anything else: it is going on, or is over.
    pub(crate) fn comes_first(cx: &Context<'_>) -> bool {
        cx.known().ahead() >= When::During
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Show(situation) => {
                self.situation = Some(situation);
                self.unfolded.remove(&Fold::Sources);

                Action::None
            }
            Message::Fold(fold) => {
                if !self.unfolded.remove(&fold) {
                    self.unfolded.insert(fold);
                }

                Action::None
            }
            Message::End(keys, ending) => Action::End(keys, ending),
            Message::AskCase => Action::Ask(case(cx)),
            Message::ShowPlan => Action::ShowPlan,
            Message::Open => Action::Open,
            Message::Print => Action::Print,
            Message::GoBack if self.situation.is_some() => {
                self.situation = None;

                Action::None
            }
            Message::GoBack => Action::Leave,
        }
    }

    /// Shows what happened, or everything.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match self.shown(cx) {
            Some(situation) => self.happened(cx, situation),
            None => self.whole(cx),
        }
    }

    fn shown<'a>(&self, cx: &Context<'a>) -> Option<&'a Situation> {
        self.situation.as_ref().and_then(|id| cx.pack().situation(id))
    }

    fn whole<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let lead = match (self.is_first, cx.known().ahead()) {
            (true, When::After) => words::id("after-lead-over"),
            (true, _) => words::id("after-lead-now"),
            (false, _) => words::id("after-lead"),
        };
        let parts = column![happened::choices(cx)].spacing(space::S);
        let mut whole = page("after", words::text("after-title"))
            .lead(words::text(lead))
            .push_maybe(happened::danger(cx))
            .part(words::text("after-happened"), parts)
            .part(words::text("after-settings"), self.settings(cx));

        if self.is_first {
            whole = whole.primary(primary(words::text("after-go-on")).on_press(Message::GoBack));
        } else {
            whole = whole.action(back());
        }

        whole
    }

    /// Whether a part of the page is open.
    fn is_unfolded(&self, fold: &Fold) -> bool {
        self.unfolded.contains(fold)
    }

    /// Digits choose what happened, Escape goes back, Enter goes on where there is a way on.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Pick(number) if self.shown(cx).is_none() => {
                let situation = cx.pack().situations.get(number.checked_sub(1)?)?;

                Some(Message::Show(situation.id.clone()))
            }
            Shortcut::Accept if self.is_first && self.shown(cx).is_none() => Some(Message::GoBack),
            Shortcut::Back => Some(Message::GoBack),
            _ => None,
        }
    }
}

/// The way back, at the bottom.
fn back<'a>() -> crate::gui::widget::Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}

/// The question whose plain no opens the gate.
fn case(cx: &Context<'_>) -> Option<QuestionId> {
    let opens = |it: &&crate::content::Question| it.choices.iter().any(|choice| choice.gate == Some(GateRole::Opens));

    cx.pack()
        .questions
        .iter()
        .find(opens)
        .map(|question| question.id.clone())
}

#[cfg(test)]
mod tests;
