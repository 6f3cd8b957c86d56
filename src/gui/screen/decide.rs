//! Both sides of a real trade-off beside each other; the person picks.
//!
//! Each side says what it gives, what it costs, and what it would take away from this person's own risks.
//! The program may say which side takes away more, and never hides the other.
use crate::content::Pack;
use crate::content::id::{DecisionId, OptionId};
use crate::decide::{Open, SideEffect};
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::{
    self, Icon, Kind, Page, badge, body, bullets, fold, page, primary, quiet, soft, strong, versus,
};
use crate::{language, words};

use iced::Element;
use iced::widget::{Column, column};

/// How many threats a card names; the sum names all.
const MOST: usize = 3;

/// The decision in view.
pub(crate) struct Decide {
    at: Option<DecisionId>,
    shows_sum: bool,
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Pick a side.
    Choose(OptionId),
    /// Leave it open for now, and go on.
    NotYet,
    /// Go on to the next one, or to the plan.
    Continue,
    /// Go to the one before, or back to weighing.
    GoBack,
    /// Show or hide the sum behind the sides.
    ToggleSum,
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
    /// Pick a side.
    Decide(DecisionId, OptionId),
    /// Leave a decision open; go on to the plan if it was the last.
    Reopen(DecisionId, bool),
    /// Go back to weighing.
    Leave,
    /// Go on to the plan.
    Finish,
}

impl Decide {
    /// From this decision, or the first one that is open, or the first one.
    pub(crate) fn new(cx: &Context<'_>, decision: Option<DecisionId>) -> Self {
        let all = cx.desk.decisions();
        let first_open = || all.iter().find(|it| it.chosen.is_none()).or(all.first());

        Self {
            at: decision.or_else(|| first_open().map(|it| it.decision.clone())),
            shows_sum: false,
        }
    }

    /// Which decision is in view, and of how many.
    fn place<'a>(&self, cx: &Context<'a>) -> Option<(usize, &'a Open)> {
        let at = self.at.as_ref()?;

        cx.desk
            .decisions()
            .iter()
            .enumerate()
            .find(|(_, it)| &it.decision == at)
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        let Some((index, open)) = self.place(cx) else {
            return Action::Finish;
        };
        let decision = open.decision.clone();

        match message {
            Message::Choose(option) => Action::Decide(decision, option),
            Message::NotYet => {
                let is_last = !self.go_to(cx, index.checked_add(1));

                Action::Reopen(decision, is_last)
            }
            Message::Continue if self.go_to(cx, index.checked_add(1)) => Action::None,
            Message::Continue => Action::Finish,
            Message::GoBack if self.go_to(cx, index.checked_sub(1)) => Action::None,
            Message::GoBack => Action::Leave,
            Message::ToggleSum => {
                self.shows_sum = !self.shows_sum;

                Action::None
            }
        }
    }

    /// Brings the decision with that number into view; false when there is none.
    fn go_to(&mut self, cx: &Context<'_>, index: Option<usize>) -> bool {
        let Some(open) = index.and_then(|index| cx.desk.decisions().get(index)) else {
            return false;
        };

        self.at = Some(open.decision.clone());
        self.shows_sum = false;

        true
    }

    /// Shows both sides.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let Some((index, open)) = self.place(cx) else {
            return page("decide", words::text("decide-none"))
                .primary(primary(words::text("decide-to-plan")).on_press(Message::Continue));
        };
        let Some(decision) = cx.pack().decision(&open.decision) else {
            return page("decide", words::text("decide-none"));
        };
        let count = cx.desk.decisions().len();
        let here = words::text_with(
            "decide-here",
            &[("number", (index + 1).into()), ("count", count.into())],
        );
        let is_last = index + 1 == count;
        let next = if is_last {
            words::id("decide-to-plan")
        } else {
            words::id("decide-next")
        };

        let sides = decision
            .options
            .iter()
            .map(|side| widget::Side {
                id: format!("side-{}", side.id).into(),
                name: side.label.clone(),
                means: None,
                gives: vec![side.gives.clone()],
                costs: vec![side.costs.clone()],
                changes: effect(open, &side.id)
                    .map(|it| changes(cx.pack(), it, MOST))
                    .unwrap_or_default(),
                is_chosen: open.chosen.as_ref() == Some(&side.id),
                message: Message::Choose(side.id.clone()),
            })
            .collect();

        page(
            format!("decide-{}", open.decision),
            language::marked(cx.pack(), &decision.id, &decision.asks),
        )
        .here(here)
        .lead(decision.about.as_str())
        .push(versus(decision.asks.as_str(), sides))
        .push(soft(words::text("decide-neither")))
        .push_maybe(self.comparison(cx, open))
        .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
        .action(quiet(words::text("decide-not-yet")).on_press(Message::NotYet))
        .primary(primary(words::text(next)).on_press_maybe(open.chosen.is_some().then_some(Message::Continue)))
    }

    /// Which side takes away more of this person's risk, with the sum on request.
    fn comparison<'a>(&self, cx: &Context<'a>, open: &'a Open) -> Option<Element<'a, Message>> {
        let most = open
            .sides
            .iter()
            .map(|it| it.takes_away)
            .max()
            .filter(|most| *most > 0)?;
        let best: Vec<_> = open.sides.iter().filter(|it| it.takes_away == most).collect();
        let says = match best.as_slice() {
            [one] => words::text_with("decide-more", &[("side", label(cx.pack(), open, &one.option).into())]),
            _ => words::text("decide-same"),
        };
        let sum = || {
            let parts = open.sides.iter().map(|it| side_sum(cx.pack(), open, it));

            Column::with_children(parts).spacing(space::M).into()
        };

        Some(
            column![
                body(says),
                fold(
                    "decide-sum",
                    words::text("decide-sum"),
                    (self.shows_sum, Message::ToggleSum),
                    sum
                ),
            ]
            .spacing(space::S)
            .into(),
        )
    }

    /// Digits pick a side, Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        let (_, open) = self.place(cx)?;

        match shortcut {
            Shortcut::Pick(number) => {
                let side = open.sides.get(number.checked_sub(1)?)?;

                Some(Message::Choose(side.option.clone()))
            }
            Shortcut::Accept => Some(if open.chosen.is_some() {
                Message::Continue
            } else {
                Message::NotYet
            }),
            Shortcut::Back => Some(Message::GoBack),
            _ => None,
        }
    }
}

fn effect<'a>(open: &'a Open, option: &OptionId) -> Option<&'a SideEffect> {
    open.sides.iter().find(|it| &it.option == option)
}

fn label(pack: &Pack, open: &Open, option: &OptionId) -> String {
    pack.decision(&open.decision)
        .and_then(|decision| decision.option(option))
        .map(|side| side.label.clone())
        .unwrap_or_default()
}

/// What a side takes away, worst first: "Your phone is located: 9, then 3".
fn changes(pack: &Pack, it: &SideEffect, most: usize) -> Vec<String> {
    if it.threats.is_empty() {
        return vec![words::text("decide-changes-nothing")];
    }

    it.threats
        .iter()
        .take(most)
        .map(|(threat, before, after)| {
            let title = pack
                .threat(threat)
                .map(|threat| threat.title.as_str())
                .unwrap_or_default();

            words::text_with(
                "decide-change",
                &[
                    ("title", title.into()),
                    ("before", before.risk().into()),
                    ("after", after.risk().into()),
                ],
            )
        })
        .collect()
}

fn side_sum<'a>(pack: &Pack, open: &'a Open, it: &'a SideEffect) -> Element<'a, Message> {
    let name = label(pack, open, &it.option);
    let total = words::text_with("decide-total", &[("total", it.takes_away.into())]);

    column![
        strong(name),
        bullets(format!("sum-{}", it.option), changes(pack, it, usize::MAX)),
        badge(Kind::Note, total),
    ]
    .spacing(space::XS)
    .into()
}

#[cfg(test)]
mod tests;
