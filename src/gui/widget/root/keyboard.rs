//! Where the keyboard is, and where it goes.
use super::Root;
use super::ground::Ground;
#[cfg(debug_assertions)]
use crate::gui::widget::trace;
#[cfg(debug_assertions)]
use crate::gui::widget::walk::Collect;
use crate::gui::widget::walk::{Focus, Reveal, Scroll, Survey};

use iced::advanced::Layout;
use iced::advanced::widget::Tree;
use iced::advanced::widget::operation::{Operation, Outcome};
use iced::keyboard::key::Named;
use iced::keyboard::{Key, Modifiers};
use iced::widget::Id;
use iced::{Rectangle, Renderer, Vector};

/// How far an arrow scrolls a page, in logical pixels.
const NOTCH: f32 = 60.0;

/// A place of the keyboard: its number among the stops of the page, and whose it is.
type Place = (usize, Option<Id>);

/// A page that one can come back to.
pub(super) struct Left {
    depth: usize,
    page: Id,
    last: Option<Place>,
    /// How far it was scrolled.
    moved: f32,
}

/// What the root remembers.
#[derive(Default)]
pub(super) struct State {
    pub(super) is_away: bool,
    /// Whether a key was used after the mouse: only then may a ring appear by itself.
    pub(super) is_by_key: bool,
    pub(super) page: Option<Id>,
    pub(super) last: Option<Place>,
    /// Where on the page that was.
    pub(super) at: Option<Rectangle>,
    /// The area around it that scrolls.
    pub(super) around: Option<Rectangle>,
    /// How far the page is scrolled.
    pub(super) moved: f32,
    /// How many pages lay under the one on top.
    pub(super) depth: usize,
    /// Where the keyboard was on those, the deepest first.
    pub(super) left: Vec<Left>,
    /// The page under the dialog.
    pub(super) under: Option<Left>,
    pub(super) ground: Ground,
}

impl State {
    /// Another page, or a dialog, is on top: where one was on it when it was left, if it was.
    fn turned_to(&mut self, page: Option<Id>, has_dialog: bool, depth: usize) -> Option<Left> {
        let before = std::mem::replace(&mut self.page, page);
        let (last, moved) = (self.last.take(), self.moved);
        let is_back = |left: &Left| Some(&left.page) == self.page.as_ref();
        let from = match self.under.take() {
            // a dialog lay over its page, which was not left
            Some(under) if !has_dialog && is_back(&under) => return Some(under),
            Some(under) => Some(under),
            None => before.map(|page| Left {
                depth: self.depth,
                page,
                last,
                moved,
            }),
        };

        if has_dialog {
            self.under = from;

            return None;
        }

        let back = self.left.iter().rposition(|it| it.depth == depth && is_back(it));
        let back = back.filter(|_| depth < self.depth).map(|at| self.left.swap_remove(at));

        self.left.extend(from.filter(|_| depth > self.depth));
        self.left.retain(|it| it.depth < depth);
        self.depth = depth;

        back
    }
}

impl<'a, Message: Clone + 'a> Root<'a, Message> {
    /// Walks over what the keyboard may reach: the page, or the dialog alone.
    pub(super) fn walk(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        operation: &mut dyn Operation,
    ) {
        let top = usize::from(self.has_dialog);

        for (index, ((layer, tree), layout)) in self
            .layers
            .iter_mut()
            .zip(&mut tree.children)
            .zip(layout.children())
            .enumerate()
        {
            if index == top {
                layer.as_widget_mut().operate(tree, layout, renderer, operation);
            }
        }
    }

    fn run(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: impl Operation + 'static) {
        let mut next: Option<Box<dyn Operation>> = Some(Box::new(operation));

        while let Some(mut operation) = next.take() {
            self.walk(tree, layout, renderer, &mut *operation);

            if let Outcome::Chain(then) = operation.finish() {
                next = Some(then);
            }
        }
    }

    pub(super) fn survey(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) -> Survey {
        let mut survey = Survey::default();

        self.walk(tree, layout, renderer, &mut survey);
        survey
    }

    /// Scrolls the page to where it was, if it was anywhere.
    fn scroll_to(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, moved: Option<f32>) {
        let survey = self.survey(tree, layout, renderer);

        if let (Some(moved), Some((number, _))) = (moved, survey.scroll) {
            let step = Vector::new(0.0, moved - survey.moved);

            self.run(tree, layout, renderer, Scroll::new(vec![(number, step)]));
        }
    }

    fn focus(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, target: Option<usize>) {
        self.run(tree, layout, renderer, Focus::at(target));
        self.run(tree, layout, renderer, Reveal::default());
    }

    /// Puts the keyboard where it belongs after the page was built again.
    pub(super) fn settle(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        let survey = self.survey(tree, layout, renderer);
        let (has_dialog, depth) = (self.has_dialog, self.depth);
        let state = tree.state.downcast_mut::<State>();

        if state.page != survey.page {
            let back = state.turned_to(survey.page.clone(), has_dialog, depth);
            let moved = back.as_ref().map(|it| it.moved);
            let back = back.and_then(|it| it.last);
            let kept = back.and_then(|(index, id)| id.and_then(|id| survey.find(&id)).or(Some(index)));
            let target = kept
                .or(survey.wanted)
                .or(survey.title)
                .or_else(|| survey.next(None, false).filter(|_| has_dialog));

            self.focus(
                tree,
                layout,
                renderer,
                target.filter(|target| *target < survey.stops.len()),
            );
            self.scroll_to(tree, layout, renderer, moved);
            self.remember(tree, layout, renderer);
        } else if survey.focused.is_none() {
            state.moved = survey.moved;

            let target = state
                .last
                .clone()
                .and_then(|(index, id)| match id.as_ref().and_then(|id| survey.find(id)) {
                    Some(found) => Some(found),
                    // what was focused is gone: stay near where it was
                    None => (0..=index.min(survey.stops.len().saturating_sub(1)))
                        .rev()
                        .find(|index| *index < survey.stops.len()),
                });

            if target.is_some() && tree.state.downcast_ref::<State>().is_by_key {
                self.focus(tree, layout, renderer, target);
            }
        } else {
            // what came up above it, such as pages that were being made, must not push it out of sight
            // and what came up below it, such as a toast, must not cover it
            let is_elsewhere = state.at != survey.at || state.around != survey.around;
            let is_pushed = state.is_by_key && state.at.is_some() && is_elsewhere;

            self.note(tree, &survey);

            if is_pushed {
                self.run(tree, layout, renderer, Reveal::default());
            }
        }
    }

    /// Tells a test what is on the page.
    #[cfg(debug_assertions)]
    pub(super) fn tell(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        if trace::is_on() {
            let mut collect = Collect::default();

            self.walk(tree, layout, renderer, &mut collect);
            trace::tell(&collect.found, layout.bounds().size());
        }
    }

    fn remember(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer) {
        let survey = self.survey(tree, layout, renderer);

        self.note(tree, &survey);
    }

    pub(super) fn note(&self, tree: &mut Tree, survey: &Survey) {
        let last = survey
            .focused
            .and_then(|index| survey.stops.get(index).map(|stop| (index, stop.id.clone())));

        let state = tree.state.downcast_mut::<State>();

        state.last = last;
        state.at = survey.at;
        state.around = survey.around;
        state.moved = survey.moved;
    }

    /// Handles a key that no control wanted; tells whether it meant something.
    pub(super) fn on_key(
        &mut self,
        tree: &mut Tree,
        layout: Layout<'_>,
        renderer: &Renderer,
        (key, modifiers): (&Key, Modifiers),
    ) -> bool {
        let Key::Named(named) = key else {
            return false;
        };

        let survey = self.survey(tree, layout, renderer);

        if *named == Named::Tab && (modifiers - Modifiers::SHIFT).is_empty() {
            let from = survey.focused.or_else(|| {
                tree.state
                    .downcast_ref::<State>()
                    .last
                    .as_ref()
                    .map(|(index, _)| *index)
            });
            let target = survey.next(from, modifiers.shift());

            self.focus(tree, layout, renderer, target);
            self.remember(tree, layout, renderer);

            return true;
        }

        let Some((number, height)) = survey.scroll.filter(|_| modifiers.is_empty()) else {
            return false;
        };

        let far = match named {
            Named::PageDown => height - NOTCH,
            Named::PageUp => NOTCH - height,
            Named::ArrowDown => NOTCH,
            Named::ArrowUp => -NOTCH,
            Named::Home => -1.0e6,
            Named::End => 1.0e6,
            _ => return false,
        };

        self.run(
            tree,
            layout,
            renderer,
            Scroll::new(vec![(number, Vector::new(0.0, far))]),
        );

        true
    }
}
