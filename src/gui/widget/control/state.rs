//! What a control remembers from one redraw to the next.
use crate::gui::widget::spec::Request;

use iced::Renderer;
use iced::advanced::Layout;
use iced::advanced::widget::Tree;
use iced::advanced::widget::operation::Focusable;
use iced::widget::{Id, text_input};

/// What a control remembers from one redraw to the next.
pub(super) struct State {
    pub(super) key: Id,
    pub(super) is_focused: bool,
    /// Whether the ring shows: only after the keyboard was used.
    pub(super) is_visible: bool,
    pub(super) is_pressed: bool,
    pub(super) is_pointed: bool,
    pub(super) asked: Option<Request>,
}

impl State {
    pub(super) const fn new(key: Id) -> Self {
        Self {
            key,
            is_focused: false,
            is_visible: false,
            is_pressed: false,
            is_pointed: false,
            asked: None,
        }
    }
}

impl Focusable for State {
    fn is_focused(&self) -> bool {
        self.is_focused
    }

    fn focus(&mut self) {
        self.is_focused = true;
        self.is_visible = true;
    }

    fn unfocus(&mut self) {
        self.is_focused = false;
        self.is_visible = false;
    }
}

/// Whether the text field inside has the keyboard.
pub(super) fn is_writing(tree: &Tree) -> bool {
    type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

    tree.children
        .first()
        .is_some_and(|tree| tree.state.downcast_ref::<text_input::State<Paragraph>>().is_focused())
}

/// The only child of a widget that wraps another one.
pub(in crate::gui::widget) fn inner<'t, 'l>(
    tree: &'t mut Tree,
    layout: Layout<'l>,
) -> Option<(&'t mut Tree, Layout<'l>)> {
    tree.children.first_mut().zip(layout.children().next())
}

/// The same, to look at.
pub(in crate::gui::widget) fn inner_ref<'t, 'l>(tree: &'t Tree, layout: Layout<'l>) -> Option<(&'t Tree, Layout<'l>)> {
    tree.children.first().zip(layout.children().next())
}
