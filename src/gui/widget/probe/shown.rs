//! A view while it is shown: events go in, messages come out.
use super::Probe;
use crate::gui::theme;
use crate::gui::widget::spec::Role;
use crate::gui::widget::walk::{Collect, Found};

use iced::advanced::renderer::Headless;
use iced::advanced::widget::Operation;
use iced::advanced::{Layout, Renderer as _, Shell, layout, mouse, renderer};
use iced::{Element, Event, Rectangle, Size, window};

use std::time::Instant;

/// A view while it is shown.
pub struct Shown<'p, 'a, Message> {
    pub(super) probe: &'p mut Probe,
    element: Element<'a, Message>,
    node: layout::Node,
    messages: Vec<Message>,
}

impl<'p, 'a, Message: Clone + 'a> Shown<'p, 'a, Message> {
    pub(super) fn new(probe: &'p mut Probe, element: Element<'a, Message>) -> Self {
        let mut shown = Self {
            probe,
            element,
            node: layout::Node::default(),
            messages: Vec::new(),
        };

        shown.lay_out();
        shown.redraw();
        shown
    }

    fn lay_out(&mut self) {
        let limits = layout::Limits::new(Size::ZERO, self.probe.size);

        self.node = self
            .element
            .as_widget_mut()
            .layout(&mut self.probe.tree, &self.probe.renderer, &limits);
    }

    /// Sends one event, and tells whether somebody took it.
    pub fn send(&mut self, event: &Event, cursor: mouse::Cursor) -> bool {
        let mut shell = Shell::new(&mut self.messages);
        let viewport = Rectangle::with_size(self.probe.size);

        self.element.as_widget_mut().update(
            &mut self.probe.tree,
            event,
            Layout::new(&self.node),
            cursor,
            &self.probe.renderer,
            &mut self.probe.copied,
            &mut shell,
            &viewport,
        );

        let (is_taken, is_stale) = (shell.is_event_captured(), shell.is_layout_invalid());

        if is_stale {
            self.lay_out();
        }

        is_taken
    }

    /// Lets the view settle, as before every picture.
    pub fn redraw(&mut self) {
        self.send(
            &Event::Window(window::Event::RedrawRequested(Instant::now())),
            mouse::Cursor::Unavailable,
        );
    }

    /// Walks over the view.
    pub fn operate(&mut self, operation: &mut dyn Operation) {
        self.element.as_widget_mut().operate(
            &mut self.probe.tree,
            Layout::new(&self.node),
            &self.probe.renderer,
            operation,
        );
    }

    pub(super) fn collect(&mut self) -> Collect {
        let mut collect = Collect::default();

        self.operate(&mut collect);
        collect
    }

    /// Every control there is, in reading order.
    pub fn controls(&mut self) -> Vec<Found> {
        self.collect().found
    }

    /// Every text there is, in reading order.
    pub fn texts(&mut self) -> Vec<String> {
        self.collect().texts.into_iter().map(|(text, _)| text).collect()
    }

    /// Whether these words can be read somewhere.
    pub fn says(&mut self, words: &str) -> bool {
        self.texts().iter().any(|text| text.contains(words))
    }

    /// The control of this role and name.
    pub fn find(&mut self, role: Role, name: &str) -> Option<Found> {
        self.controls()
            .into_iter()
            .find(|found| found.spec.role == role && found.spec.name == name)
    }

    /// The control that bears this id, for where several bear one name.
    pub fn find_id(&mut self, id: &str) -> Option<Found> {
        let id = iced::widget::Id::from(id.to_owned());

        self.controls().into_iter().find(|found| found.spec.id == id)
    }

    /// The control the keyboard is at.
    pub fn focused(&mut self) -> Option<Found> {
        self.controls().into_iter().find(|found| found.is_focused)
    }

    /// A picture of the window: its width and height in pixels, and red, green, blue and opacity of each.
    pub fn picture(&mut self) -> (u32, u32, Vec<u8>) {
        self.redraw();

        let theme = self.probe.look.theme();
        let scale = self.probe.look.scale();
        let colors = theme::window(&theme);
        let style = renderer::Style {
            text_color: colors.text_color,
        };
        let viewport = Rectangle::with_size(self.probe.size);

        // Or the picture before would lie under this one.
        self.probe.renderer.reset(viewport);
        self.element.as_widget().draw(
            &self.probe.tree,
            &mut self.probe.renderer,
            &theme,
            &style,
            Layout::new(&self.node),
            mouse::Cursor::Unavailable,
            &viewport,
        );

        let size = Size::new(
            (self.probe.size.width * scale).round() as u32,
            (self.probe.size.height * scale).round() as u32,
        );
        let pixels = Headless::screenshot(&mut self.probe.renderer, size, scale, colors.background_color);

        (size.width, size.height, pixels)
    }

    /// The messages that came, since the last time.
    pub fn messages(&mut self) -> Vec<Message> {
        std::mem::take(&mut self.messages)
    }
}
