//! Asks one question at a time.
//!
//! Knows how a question looks, not which one comes next: that is [`Interview`]'s business. An answer is
//! kept as soon as it is chosen; "Next" only moves on. Going on without an answer is a skip, and is kept
//! as one, so that what must be assumed is assumed.
use crate::answers::Given;
use crate::content::id::{ChoiceId, QuestionId};
use crate::content::{Kind, Question};
use crate::gui::context::Context;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::{
    self, Choice, Icon, Page, boxes, caption, choice, fold, page, primary, quiet, rings, soft, trail,
};
use crate::interview::{Interview, Progress, Step};
use crate::{language, words};

use iced::Element;
use iced::widget::column;

use std::collections::BTreeSet;

/// The question being asked, and those around it.
pub(crate) struct Questions {
    interview: Interview,
    shows_what_it_changes: bool,
}

/// What can happen on this screen.
#[derive(Clone)]
pub(crate) enum Message {
    /// Choose this answer, or take it back.
    Choose(ChoiceId),
    /// "I don't know."
    ChooseUnknown,
    /// None of the answers, where any number can be given.
    ChooseNone,
    /// Go to the next question; without an answer, that is a skip.
    Continue,
    /// Go to the question before.
    GoBack,
    /// Show or hide what the question changes.
    ToggleWhy,
}

impl std::fmt::Debug for Message {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        // Which answer was chosen is nobody's business.
        f.write_str("Message")
    }
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Keep what was said to a question.
    Give(QuestionId, Given),
    /// Keep that a question was skipped, and go on if it was the last.
    Skip(QuestionId, Step),
    /// It was said when it is, and the next question is shown: something else may come before it.
    SaidWhen,
    /// Go back to where one came from.
    Leave,
    /// Everything was asked.
    Finish,
}

impl Questions {
    /// From the first question.
    pub(crate) fn start(cx: &Context<'_>) -> Self {
        Self::with(Interview::start(cx.pack(), cx.desk.answers()))
    }

    /// From the last one that is asked.
    pub(crate) fn at_end(cx: &Context<'_>) -> Self {
        let mut interview = Interview::start(cx.pack(), cx.desk.answers());

        loop {
            let here = interview.clone();

            if interview.next(cx.pack(), cx.desk.answers()) == Step::Finished {
                return Self::with(here);
            }
        }
    }

    /// From a question of the person's choice; the first one if none is named.
    pub(crate) fn at(cx: &Context<'_>, question: Option<QuestionId>) -> Self {
        match question {
            Some(question) => Self::with(Interview::at(question)),
            None => Self::start(cx),
        }
    }

    /// From the first question that is asked and was not answered; nothing if there is none.
    pub(crate) fn resume(cx: &Context<'_>) -> Option<Self> {
        let known = cx.known();

        cx.pack()
            .questions
            .iter()
            .find(|question| known.is_asked(&question.id) && cx.desk.answers().given(&question.id).is_none())
            .map(|question| Self::with(Interview::at(question.id.clone())))
    }

    fn with(interview: Interview) -> Self {
        Self {
            interview,
            shows_what_it_changes: false,
        }
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, cx: &Context<'_>, message: Message) -> Action {
        let Some(question) = self.interview.question(cx.pack()) else {
            return Action::Finish;
        };

        match message {
            Message::Choose(choice) => Action::Give(question.id.clone(), toggled(cx, question, choice)),
            Message::ChooseUnknown => Action::Give(question.id.clone(), Given::Unknown),
            Message::ChooseNone => Action::Give(question.id.clone(), Given::Chosen(BTreeSet::new())),
            Message::Continue if cx.desk.answers().given(&question.id).is_none() => {
                let mut answers = cx.desk.answers().clone();

                // A skip can change which question comes next, so it counts before the step is taken.
                answers.give(question.id.clone(), Given::Unknown);

                Action::Skip(question.id.clone(), self.interview.next(cx.pack(), &answers))
            }
            Message::Continue => match self.interview.next(cx.pack(), cx.desk.answers()) {
                Step::Asking if question.choices.iter().any(|choice| choice.lead.is_some()) => Action::SaidWhen,
                Step::Asking => Action::None,
                Step::Finished => Action::Finish,
            },
            Message::GoBack if self.interview.back(cx.pack(), cx.desk.answers()) => Action::None,
            Message::GoBack => Action::Leave,
            Message::ToggleWhy => {
                self.shows_what_it_changes = !self.shows_what_it_changes;

                Action::None
            }
        }
    }

    /// Shows the current question.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let Some(question) = self.interview.question(cx.pack()) else {
            return page("questions", words::text("questions-none"));
        };
        let Progress { number, about } = self.interview.progress(cx.pack(), cx.desk.answers());
        let here = words::text_with("questions-here", &[("number", number.into()), ("about", about.into())]);
        let has_answer = cx.desk.answers().given(&question.id).is_some();
        let next = if has_answer {
            words::id("questions-next")
        } else {
            words::id("questions-skip")
        };

        page(
            format!("question-{}", question.id),
            language::marked(cx.pack(), &question.id, &question.asks),
        )
        .above(trail(number, about, here.clone()))
        .here(here)
        .lead(question.why.as_str())
        .push_maybe(question.sensitive.then(|| soft(words::text("questions-sensitive"))))
        .push_maybe((question.kind == Kind::Many).then(|| caption(words::text("questions-many"))))
        .push(answers(cx, question))
        .push_maybe(self.changes(cx, question))
        .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
        .primary(primary(words::text(next)).on_press(Message::Continue))
    }

    /// What the question can move, on request.
    fn changes<'a>(&self, cx: &Context<'a>, question: &'a Question) -> Option<Element<'a, Message>> {
        let moved: Vec<_> = cx.pack().threats_moved_by(&question.id).collect();

        (!moved.is_empty()).then(|| {
            fold(
                "questions-why",
                words::text("questions-changes"),
                (self.shows_what_it_changes, Message::ToggleWhy),
                || {
                    column![
                        soft(words::text("questions-changes-about")),
                        widget::bullets("questions-moved", moved.iter().map(|threat| threat.title.clone())),
                    ]
                    .spacing(space::S)
                    .into()
                },
            )
        })
    }

    /// Answers with the keyboard: digits choose, Enter goes on, Escape goes back.
    pub(crate) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        match shortcut {
            Shortcut::Pick(number) => {
                let question = self.interview.question(cx.pack())?;
                let extra = number.checked_sub(question.choices.len());

                match (question.choices.get(number.checked_sub(1)?), extra, question.kind) {
                    (Some(choice), _, _) => Some(Message::Choose(choice.id.clone())),
                    (None, Some(1), Kind::Many) => Some(Message::ChooseNone),
                    (None, Some(1), Kind::One) | (None, Some(2), Kind::Many) => Some(Message::ChooseUnknown),
                    _ => None,
                }
            }
            Shortcut::Accept => Some(Message::Continue),
            Shortcut::Back => Some(Message::GoBack),
            _ => None,
        }
    }
}

/// What is given once `choice` is pressed: chosen, or taken back among several.
fn toggled(cx: &Context<'_>, question: &Question, choice: ChoiceId) -> Given {
    if question.kind == Kind::One {
        return Given::one(choice);
    }

    let mut chosen = match cx.desk.answers().given(&question.id) {
        Some(Given::Chosen(chosen)) => chosen.clone(),
        Some(Given::Unknown) | None => BTreeSet::new(),
    };

    if !chosen.remove(&choice) {
        chosen.insert(choice);
    }

    Given::Chosen(chosen)
}

/// The cards to choose from, and after them "none of these" and "I don't know".
fn answers<'a>(cx: &Context<'a>, question: &'a Question) -> Element<'a, Message> {
    let given = cx.desk.answers().given(&question.id);
    let is_chosen = |id: &ChoiceId| matches!(given, Some(Given::Chosen(chosen)) if chosen.contains(id));
    let mut cards: Vec<Choice<Message>> = question
        .choices
        .iter()
        .map(|it| {
            choice(format!("choice-{}", it.id), it.label.as_str())
                .chosen(is_chosen(&it.id))
                .on_press(Message::Choose(it.id.clone()))
        })
        .collect();

    if question.kind == Kind::Many {
        cards.push(
            choice("choice:none", words::text("questions-none-of-these"))
                .chosen(matches!(given, Some(Given::Chosen(chosen)) if chosen.is_empty()))
                .alone()
                .on_press(Message::ChooseNone),
        );
    }

    cards.push(
        choice("choice:unknown", words::text("questions-unknown"))
            .chosen(matches!(given, Some(Given::Unknown)))
            .alone()
            .on_press(Message::ChooseUnknown),
    );

    let cards = (1..).zip(cards).map(|(digit, card)| card.digit(Some(digit))).collect();

    match question.kind {
        Kind::One => rings(question.asks.as_str(), cards),
        Kind::Many => boxes(question.asks.as_str(), cards),
    }
}

#[cfg(test)]
mod tests;
