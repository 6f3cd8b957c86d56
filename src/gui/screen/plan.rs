//! The plan: five first, then everything by time, each item opening in place.
//!
//! Knows how a plan looks; what is on it is the plan's own business. Marks and notes leave as actions, so
//! that each can be taken back.
mod about;
mod day;
mod detail;
mod how;
mod mark;
mod more;
mod place;
mod version;

use crate::content::id::{DecisionId, DeviceId, MeasureId, QuestionId, TermId};
use crate::content::{Version, When};
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Page, page, primary, quiet};
use crate::plan::progress::{Earlier, Key, Mark};
use crate::words;

use iced::widget::column;

use std::collections::BTreeSet;

pub(crate) use mark::said;

/// What is open on the page, and which time is in view.
pub(crate) struct Plan {
    open: Option<(List, MeasureId)>,
    unfolded: BTreeSet<Fold>,
    when: When,
    note: Option<(Key, String)>,
    version: Option<(DeviceId, String)>,
}

/// The list an item stands in: the same one may stand in both, and opens in one of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum List {
    /// The five first.
    First,
    /// Everything by time.
    Time,
}

/// A part of the page that opens and closes.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Fold {
    /// The sum behind an item.
    Sum(MeasureId),
    /// What a term means.
    Term(MeasureId, TermId),
    /// Who says so.
    Sources(MeasureId),
    /// What would come next.
    More,
    /// What is left.
    Left,
    /// The law of the place.
    Place,
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Open or close an item.
    Toggle(List, MeasureId),
    /// Open or close a part of the page.
    Fold(Fold),
    /// Mark these, or take their marks away.
    Mark(Vec<Key>, Option<Mark>),
    /// Say how a setting was before.
    SetEarlier(Key, Option<Earlier>),
    /// Write how it was before.
    EditNote(Key, String),
    /// Keep what was written.
    KeepNote,
    /// Write which version a device has.
    EditVersion(DeviceId, String),
    /// Keep the version that was written; nothing written forgets it.
    KeepVersion,
    /// Look at what is done at this time.
    ShowTime(When),
    /// Look at or change the answers.
    Ask(Option<QuestionId>),
    /// Weigh the threats again.
    Weigh,
    /// Look at a decision.
    Decide(Option<DecisionId>),
    /// Print it.
    Print,
    /// Look at what to do when something has happened, and how to put settings back.
    ShowAfter,
    /// Save it.
    Save,
    /// Change the passphrase or the place.
    Protect,
    /// The news were read.
    ReadNews,
    /// Close what is open, or go back to the decisions.
    GoBack,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Message")
    }
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Keep that an item was done, is not possible or does not apply; nothing takes the mark back.
    Mark(Vec<Key>, Option<Mark>),
    /// Keep how a setting was before.
    Earlier(Key, Option<Earlier>),
    /// Keep or forget which version a device has.
    Version(DeviceId, Option<Version>),
    /// Look at or change the answers, from this question on.
    Ask(Option<QuestionId>),
    /// Weigh the threats again.
    Weigh,
    /// Look at this decision.
    Decide(Option<DecisionId>),
    /// Print it.
    Print,
    /// Look at what to do when something has happened, and how to put settings back.
    After,
    /// Save it: choose a place and a passphrase, or save now where it is kept.
    Save,
    /// The news about a newer checklist were read.
    ReadNews,
    /// Change the passphrase or the place.
    Protect,
}

impl Plan {
    /// The plan, with nothing open and the first time that has something to do in view.
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        let when = When::ALL
            .into_iter()
            .find(|when| cx.plan().by_time(*when).any(|item| !item.passed))
            .or_else(|| {
                When::ALL
                    .into_iter()
                    .find(|when| cx.plan().by_time(*when).next().is_some())
            });

        Self {
            open: None,
            unfolded: BTreeSet::new(),
            when: when.unwrap_or(When::Leaving),
            note: None,
            version: None,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::Toggle(list, measure) => {
                let asked = Some((list, measure));

                self.open = if self.open == asked { None } else { asked };

                Action::None
            }
            Message::Fold(fold) => {
                if !self.unfolded.remove(&fold) {
                    self.unfolded.insert(fold);
                }

                Action::None
            }
            Message::Mark(keys, mark) => Action::Mark(keys, mark),
            Message::SetEarlier(key, earlier) => {
                self.note = None;

                Action::Earlier(key, earlier)
            }
            Message::EditNote(key, note) => {
                self.note = Some((key, note));

                Action::None
            }
            Message::KeepNote => match self.note.take() {
                Some((key, note)) if !note.trim().is_empty() => Action::Earlier(key, Some(Earlier::Other(note))),
                _ => Action::None,
            },
            Message::EditVersion(device, written) => {
                self.version = Some((device, written));

                Action::None
            }
            Message::KeepVersion => self.keep_version(),
            Message::ShowTime(when) => {
                self.when = when;

                Action::None
            }
            Message::Ask(question) => Action::Ask(question),
            Message::Weigh => Action::Weigh,
            Message::Decide(decision) => Action::Decide(decision),
            Message::Print => Action::Print,
            Message::ShowAfter => Action::After,
            Message::Save => Action::Save,
            Message::Protect => Action::Protect,
            Message::ReadNews => Action::ReadNews,
            Message::GoBack if self.open.is_some() => {
                self.open = None;

                Action::None
            }
            Message::GoBack if cx.desk.decisions().is_empty() => Action::Weigh,
            Message::GoBack => Action::Decide(None),
        }
    }

    /// What was written is kept when there is a version in it, and stays open when not.
    fn keep_version(&mut self) -> Action {
        let Some((device, written)) = self.version.take() else {
            return Action::None;
        };

        match Version::read(&written) {
            Some(version) => Action::Version(device, Some(version)),
            None if written.trim().is_empty() => Action::Version(device, None),
            None => {
                self.version = Some((device, written));

                Action::None
            }
        }
    }

    /// Shows the plan.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let is_kept = cx.desk.kept().is_some();
        let save = if is_kept {
            words::id("plan-save-now")
        } else {
            words::id("plan-save")
        };

        let mut whole = page("plan", words::text("plan-title"))
            .here(about::state(cx))
            .push_maybe(about::happened(cx))
            .push_maybe(about::gate(cx))
            .push_maybe(about::age(cx))
            .push_maybe(about::news(cx))
            .push_maybe(about::unsaved(cx))
            .push_maybe(about::decisions(cx));

        if cx.plan().items.is_empty() {
            whole = whole.push(about::empty());
        } else {
            whole = whole
                .part(words::text("plan-first"), self.first(cx))
                .part(words::text("plan-all"), self.by_time(cx));
        }

        whole
            .push(column![self.more(cx), self.left(cx), self.place(cx)].spacing(space::XS))
            .part(words::text("plan-change"), about::ways(cx))
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
            .action(quiet(words::text("plan-print")).on_press(Message::Print))
            .primary(
                primary(words::text(save))
                    .on_press_maybe((!is_kept || cx.desk.is_worth_saving()).then_some(Message::Save)),
            )
    }

    /// Whether a part of the page is open.
    fn is_unfolded(&self, fold: &Fold) -> bool {
        self.unfolded.contains(fold)
    }

    /// Digits open the first five, Escape closes what is open.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Pick(number) => {
                let measure = cx.plan().first.get(number.checked_sub(1)?)?;

                Some(Message::Toggle(List::First, measure.clone()))
            }
            Shortcut::Back => Some(Message::GoBack),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
