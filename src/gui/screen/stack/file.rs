//! From the wish to the file: pages are set, made into a file, and written where the person says.
use super::wish::Wish;
use super::{Action, Message, Ready, Stack, Stage};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::paper::preview::Preview;
use crate::gui::paper::way::{self, Says, Way};
use crate::gui::slow::{Told, slow_telling};
use crate::gui::widget::{Page, bullets, page, progress, secondary};
use crate::stack::{Error, Laid, Progress, Sides};
use crate::words;

use std::ops::ControlFlow;
use std::sync::Arc;

impl Stack {
    /// Wishes for something else, and sets its pages.
    pub(super) fn wish_for(&mut self, cx: &Context<'_>, change: impl FnOnce(&mut Wish)) -> Action {
        let before = self.wish.clone();

        change(&mut self.wish);

        if self.wish == before {
            Action::None
        } else {
            self.set(cx)
        }
    }

    /// Sets the pages of the wish as it is now. Those under way for another wish break off.
    pub(super) fn set(&mut self, cx: &Context<'_>) -> Action {
        self.working = None;

        if !self.wish.is_whole(cx.pack()) {
            self.preview = Preview::Nothing;

            return Action::None;
        }

        let (wish, pack) = (self.wish.clone(), cx.pack());
        let task = slow_telling(move |tell| Ready::set(wish, pack, || tell(None)));
        let (task, handle) = task.abortable();

        self.preview.begin();
        self.working = Some(handle.abort_on_drop());
        Action::Run(task.map(|told: Told<Progress, _>| match told {
            Told::Ended(outcome) => Message::Set(outcome.unwrap_or_else(|interrupted| Err(interrupted.into()))),
            Told::OnTheWay(progress) => Message::Told(Told::OnTheWay(progress)),
        }))
    }

    /// Pages were set: they count if they are those that are wished for.
    pub(super) fn was_set(&mut self, outcome: Result<Arc<Ready>, Notice>) -> Action {
        if !self.preview.is_making() {
            return Action::None;
        }

        self.preview = match outcome {
            Ok(ready) if ready.is_of(&self.wish) => {
                self.look.again(ready.beginning.len());
                Preview::Made(ready)
            }
            Ok(_) => return Action::None,
            Err(notice) => Preview::Failed(notice),
        };

        Action::None
    }

    /// Makes the file, on a thread of its own.
    pub(super) fn make(&mut self) -> Action {
        let Some(ready) = self.preview.made().map(Arc::clone) else {
            return Action::None;
        };
        let total = ready.count.pages;
        let task = slow_telling(move |tell| made(&ready.laid, tell));
        let (task, handle) = task.abortable();

        self.stage = Stage::Making(Progress { done: 0, total });
        self.working = Some(handle.abort_on_drop());
        Action::Run(task.map(Message::Told))
    }

    pub(super) fn told(&mut self, cx: &Context<'_>, told: Told<Progress, Result<Arc<Vec<u8>>, Notice>>) -> Action {
        // What was stopped, or is done, may still say something.
        let Stage::Making(progress) = &mut self.stage else {
            return Action::None;
        };

        match told {
            Told::OnTheWay(now) => {
                *progress = now;

                Action::None
            }
            Told::Ended(outcome) => match outcome.unwrap_or_else(|interrupted| Err(interrupted.into())) {
                Ok(bytes) => {
                    // A name for the file that tells nothing but the size of the paper.
                    let name = format!("handouts-{}.pdf", self.wish.paper.name());
                    let (way, task) = Way::for_paper(cx, name);

                    self.stage = Stage::Going(way, bytes);
                    Action::Run(task.map(Message::Way))
                }
                Err(notice) => {
                    self.stage = Stage::Choosing;
                    self.preview = Preview::Failed(notice);

                    Action::None
                }
            },
        }
    }

    /// Nobody waits for it any more: it breaks off at the next page, and nothing is written.
    pub(super) fn stop(&mut self) -> Action {
        self.working = None;
        self.go_back()
    }

    /// The file is made, and on its way.
    pub(super) fn on_the_way(&mut self, cx: &Context<'_>, message: way::Message) -> Action {
        let Stage::Going(way, bytes) = &mut self.stage else {
            return Action::None;
        };
        let bytes = Arc::clone(bytes);
        let came = way.update(cx, message, |spot| {
            way::export(cx.hands, spot, move || Ok(bytes.to_vec()))
        });

        match came {
            way::Action::None | way::Action::Saved(_) => Action::None,
            way::Action::Run(task) => Action::Run(task.map(Message::Way)),
            way::Action::GoBack => self.go_back(),
            way::Action::Leave => Action::Leave,
        }
    }

    /// Where the file is on its way.
    pub(super) fn view_way<'a>(&'a self, cx: &Context<'a>, way: &'a Way) -> Page<'a, Message> {
        let says = Says {
            id: "stack",
            place: words::text("stack-place"),
            lead: Some(words::text("stack-place-lead")),
            save: words::text("print-save"),
            saving: words::text("print-saving"),
            done: words::text("stack-done"),
            leave: words::text("stack-leave"),
        };

        way.view(cx, says, |page| self.afterwards(page)).map(Message::Way)
    }

    /// How to print it, and what to do with what is left.
    fn afterwards<'a>(&self, page: Page<'a, way::Message>) -> Page<'a, way::Message> {
        let print = match self.wish.sides {
            Sides::Two => words::text("stack-print-two"),
            Sides::One => words::text("stack-print-one"),
        };
        let next = [
            print,
            words::text("stack-after-printer"),
            words::text("stack-after-first"),
            words::text("stack-after-file"),
            words::text("stack-after-left"),
        ];

        page.part(words::text("stack-after"), bullets("stack-after-points", next))
    }
}

/// The file is being made.
pub(super) fn making<'a>(now: Progress) -> Page<'a, Message> {
    let says = words::text_with(
        "stack-making",
        &[("done", now.done.into()), ("total", now.total.into())],
    );

    page("stack-making", words::text("stack-making-title"))
        .lead(words::text("stack-making-lead"))
        .push(progress(says, Some(now.percent())))
        .primary(secondary(words::text("stack-stop")).on_press(Message::Stop))
}

/// Makes the file. Tells each percent, and asks at each page whether anybody still waits.
fn made(laid: &Laid, tell: &mut dyn FnMut(Option<Progress>) -> ControlFlow<()>) -> Result<Arc<Vec<u8>>, Notice> {
    let mut last = 0;

    laid.write(|progress| {
        let is_news = progress.percent() > last;

        last = progress.percent();
        tell(is_news.then_some(progress))
    })
    .map(Arc::new)
    .map_err(|error: Error| Notice::from(&error))
}
