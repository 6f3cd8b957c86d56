//! The risk board: what is likely, and how bad it would be.
//!
//! The program proposes and shows its sum; the person decides. A proposal stays visible under a value that
//! was moved. Threats that the answers rule out stand behind a fold, and can be brought back by moving them.
mod row;

use crate::answers::Weight;
use crate::content::id::ThreatId;
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::board::Legend;
use crate::gui::widget::{Dot, Icon, Page, board, fold, page, primary, quiet, soft};
use crate::risk::{Band, Level, Weighed};
use crate::words;

use iced::Element;
use iced::widget::column;

use std::collections::BTreeSet;

/// How many threats stand on the board: the handful that matters most. The others follow behind a fold.
const MOST: usize = 10;

/// The risk board.
pub(crate) struct Weigh {
    /// The order the list had when the page was opened: a row must not jump away while it is moved.
    order: Vec<ThreatId>,
    /// The threats whose sum is shown.
    open: BTreeSet<ThreatId>,
    shows_smaller: bool,
    shows_the_rest: bool,
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Set how likely a threat is.
    SetLikelihood(ThreatId, u8),
    /// Set how bad it would be.
    SetImpact(ThreatId, u8),
    /// Drop the dot with this number on this likelihood and impact.
    Drop(usize, u8, u8),
    /// Follow the proposal again.
    Follow(ThreatId),
    /// Show or hide the sum behind a threat.
    ToggleSum(ThreatId),
    /// Show or hide the smaller risks.
    ToggleSmaller,
    /// Show or hide what is ruled out.
    ToggleRest,
    /// Go on.
    Continue,
    /// Go back to the questions.
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
    /// Keep how the person weighs a threat; an empty weight follows the proposal again.
    Weigh(ThreatId, Weight),
    /// Go back to the questions.
    Leave,
    /// Go on.
    Finish,
}

impl Weigh {
    /// The board, in the order of risk.
    pub(crate) fn new(cx: &Context<'_>) -> Self {
        Self {
            order: cx.desk.weighing().iter().map(|it| it.threat.clone()).collect(),
            open: BTreeSet::new(),
            shows_smaller: false,
            shows_the_rest: false,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::SetLikelihood(threat, value) => {
                let weight = Weight {
                    likelihood: own(value, proposed(cx, &threat).likelihood),
                    ..cx.desk.answers().weight(&threat)
                };

                Action::Weigh(threat, weight)
            }
            Message::SetImpact(threat, value) => {
                let weight = Weight {
                    impact: own(value, proposed(cx, &threat).impact),
                    ..cx.desk.answers().weight(&threat)
                };

                Action::Weigh(threat, weight)
            }
            Message::Drop(number, likelihood, impact) => {
                let Some(threat) = number.checked_sub(1).and_then(|at| self.order.get(at)).cloned() else {
                    return Action::None;
                };
                let proposed = proposed(cx, &threat);
                let weight = Weight {
                    likelihood: own(likelihood, proposed.likelihood),
                    impact: own(impact, proposed.impact),
                };

                Action::Weigh(threat, weight)
            }
            Message::Follow(threat) => Action::Weigh(threat, Weight::default()),
            Message::ToggleSum(threat) => {
                if !self.open.remove(&threat) {
                    self.open.insert(threat);
                }

                Action::None
            }
            Message::ToggleSmaller => {
                self.shows_smaller = !self.shows_smaller;

                Action::None
            }
            Message::ToggleRest => {
                self.shows_the_rest = !self.shows_the_rest;

                Action::None
            }
            Message::Continue => Action::Finish,
            Message::GoBack => Action::Leave,
        }
    }

    /// Shows the board and the list.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let all: Vec<&'a Weighed> = self
            .order
            .iter()
            .filter_map(|threat| cx.desk.weighing().get(threat))
            .collect();
        let (mut likely, rest): (Vec<_>, Vec<_>) = (1..).zip(all).partition(|(_, it)| is_listed(it));
        let smaller = likely.split_off(likely.len().min(MOST));

        let board = self.board(&likely);
        let is_empty = likely.is_empty();
        let list = column(likely.into_iter().map(|(number, it)| self.row(cx, number, it))).spacing(space::M);

        page("weigh", words::text("weigh-title"))
            .here(words::text("weigh-here"))
            .lead(words::text("weigh-lead"))
            .push(board)
            .push_maybe(is_empty.then(|| soft(words::text("weigh-nothing"))))
            .push(list)
            .push_maybe(self.folded(cx, smaller, Part::Smaller))
            .push_maybe(self.folded(cx, rest, Part::RuledOut))
            .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
            .primary(primary(words::text("weigh-continue")).on_press(Message::Continue))
    }

    fn board<'a>(&self, likely: &[(usize, &'a Weighed)]) -> Element<'a, Message> {
        let legend = Legend {
            name: words::text("weigh-board"),
            likelihood: words::text("weigh-axis-likelihood"),
            impact: words::text("weigh-axis-impact"),
            bands: [Band::Low, Band::Medium, Band::High, Band::Severe].map(row::band),
        };
        let dots = likely
            .iter()
            .map(|(number, it)| Dot {
                number: *number,
                before: (it.level.likelihood, it.level.impact),
                after: None,
            })
            .collect();

        board(legend, dots, |likelihood, impact| {
            match (Level { likelihood, impact }).band() {
                Band::None | Band::Low => 0,
                Band::Medium => 1,
                Band::High => 2,
                Band::Severe => 3,
            }
        })
        .on_move(Message::Drop)
        .into()
    }

    fn row<'a>(&self, cx: &Context<'a>, number: usize, it: &'a Weighed) -> Element<'a, Message> {
        row::row(cx, number, it, self.open.contains(&it.threat))
    }

    /// More threats behind a fold, still theirs to move.
    fn folded<'a>(
        &'a self,
        cx: &Context<'a>,
        threats: Vec<(usize, &'a Weighed)>,
        part: Part,
    ) -> Option<Element<'a, Message>> {
        let (id, is_open, message) = match part {
            Part::Smaller => (words::id("weigh-smaller"), self.shows_smaller, Message::ToggleSmaller),
            Part::RuledOut => (words::id("weigh-rest"), self.shows_the_rest, Message::ToggleRest),
        };

        (!threats.is_empty()).then(|| {
            let name = words::text_with(id, &[("count", threats.len().into())]);

            fold(id, name, (is_open, message), || {
                column(threats.into_iter().map(|(number, it)| self.row(cx, number, it)))
                    .spacing(space::M)
                    .into()
            })
        })
    }

    /// Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Accept => Some(Message::Continue),
            Shortcut::Back => Some(Message::GoBack),
            _ => None,
        }
    }
}

/// What stands behind a fold.
#[derive(Clone, Copy)]
enum Part {
    /// The risks after the handful on the board.
    Smaller,
    /// What the answers rule out, or what does no harm.
    RuledOut,
}

/// Whether a threat stands in the list: it has a risk, or the person moved it.
fn is_listed(it: &Weighed) -> bool {
    it.level.risk() > 0 || it.is_moved
}

fn proposed(cx: &Context<'_>, threat: &ThreatId) -> Level {
    cx.desk.weighing().get(threat).map(|it| it.proposed).unwrap_or_default()
}

/// A value of one's own; the same as the proposal follows it, also when it changes later.
fn own(value: u8, proposed: u8) -> Option<u8> {
    (value != proposed).then_some(value)
}

#[cfg(test)]
mod tests;
