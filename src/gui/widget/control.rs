//! The one thing that can be pressed.
//!
//! Stock iced gives the keyboard to text fields alone. A [`Control`] wraps any content and gives it focus, a
//! ring, Enter and Space, arrows inside a group, a face, and a [`Spec`] that says what it is.
use super::mirror;
use super::spec::{Reach, Request, Role, Spec};
use crate::gui::theme::{self, Face, Palette, State as Look, size, space};

use iced::advanced::widget::operation::{Focusable, Operation};
use iced::advanced::widget::{Tree, tree};
use iced::advanced::{Clipboard, Layout, Renderer as _, Shell, Widget, layout, mouse, renderer};
use iced::keyboard::{Event as KeyEvent, Key, Modifiers, key::Named};
use iced::widget::{Id, text_input};
use iced::{Border, Color, Element, Event, Length, Padding, Point, Rectangle, Renderer, Size, Theme, touch};

/// What a key means to a control: a message, or nothing.
type OnKey<'a, Message> = Box<dyn Fn(&Key, Modifiers) -> Option<Message> + 'a>;

/// Content that can be pressed, focused and found.
pub struct Control<'a, Message> {
    spec: Spec,
    content: Element<'a, Message>,
    face: Face,
    width: Length,
    padding: Padding,
    least: f32,
    is_centred: bool,
    is_field: bool,
    press: Option<Message>,
    before: Option<Message>,
    after: Option<Message>,
    group: Option<Id>,
    on_key: Option<OnKey<'a, Message>>,
}

impl<'a, Message: Clone + 'a> Control<'a, Message> {
    /// Wraps `content` as something to press; without [`on_press`](Self::on_press) it is disabled.
    pub fn new(spec: Spec, content: impl Into<Element<'a, Message>>) -> Self {
        Self {
            spec: Spec {
                is_disabled: true,
                ..spec
            },
            content: content.into(),
            face: Face::Bare,
            width: Length::Shrink,
            padding: Padding::from([space::S, space::M]),
            least: size::TARGET,
            is_centred: false,
            is_field: false,
            press: None,
            before: None,
            after: None,
            group: None,
            on_key: None,
        }
    }

    /// Wraps `content` only to say what it is: a heading, a group, a picture.
    pub fn label(spec: Spec, content: impl Into<Element<'a, Message>>) -> Self {
        Self {
            padding: Padding::ZERO,
            least: 0.0,
            spec: Spec {
                is_disabled: false,
                ..spec
            },
            ..Self::new(Spec::new(Role::Group, ""), content)
        }
        .kept()
    }

    /// Wraps one of iced's own text fields, which takes the keyboard itself.
    pub(super) fn field(spec: Spec, content: impl Into<Element<'a, Message>>) -> Self {
        let reach = if spec.is_disabled { Reach::None } else { Reach::Tab };

        Self {
            is_field: true,
            spec: Spec { reach, ..spec.clone() },
            ..Self::label(spec, content)
        }
    }

    /// How the keyboard gets there; by Tab unless it says otherwise.
    #[must_use]
    pub const fn reach(mut self, reach: Reach) -> Self {
        self.spec.reach = reach;
        self
    }

    fn kept(mut self) -> Self {
        self.width = self.content.as_widget().size().width;
        self
    }

    /// What happens when it is pressed.
    #[must_use]
    pub fn on_press(mut self, message: Message) -> Self {
        self.press = Some(message);
        self.spec.is_disabled = false;

        if self.spec.reach == Reach::None {
            self.spec.reach = Reach::Tab;
        }

        self
    }

    /// What happens when it is pressed; nothing disables it.
    #[must_use]
    pub fn on_press_maybe(self, message: Option<Message>) -> Self {
        match message {
            Some(message) => self.on_press(message),
            None => self,
        }
    }

    /// What the arrows do inside a group that shares one stop: the one before, and the one after.
    #[must_use]
    pub fn arrows(mut self, group: Id, before: Option<Message>, after: Option<Message>) -> Self {
        self.group = Some(group);
        self.before = before;
        self.after = after;
        self
    }

    /// What other keys do while it is focused.
    #[must_use]
    pub fn on_key(mut self, on_key: impl Fn(&Key, Modifiers) -> Option<Message> + 'a) -> Self {
        self.on_key = Some(Box::new(on_key));
        self
    }

    /// How it looks.
    #[must_use]
    pub const fn face(mut self, face: Face) -> Self {
        self.face = face;
        self
    }

    /// How wide it is.
    #[must_use]
    pub const fn width(mut self, width: Length) -> Self {
        self.width = width;
        self
    }

    /// The room around its content.
    #[must_use]
    pub fn padding(mut self, padding: impl Into<Padding>) -> Self {
        self.padding = padding.into();
        self
    }

    /// Puts the content in the middle.
    #[must_use]
    pub const fn centred(mut self) -> Self {
        self.is_centred = true;
        self
    }

    fn key(&self) -> &Id {
        self.group.as_ref().unwrap_or(&self.spec.id)
    }

    const fn can_focus(&self) -> bool {
        !self.is_field && !self.spec.is_disabled && !matches!(self.spec.reach, Reach::None)
    }

    /// What a key press asks for.
    fn asked_by(&self, key: &Key, modifiers: Modifiers, is_mirrored: bool) -> Option<Message> {
        if let Some(message) = self.on_key.as_ref().and_then(|on_key| on_key(key, modifiers)) {
            return Some(message);
        }

        if !modifiers.is_empty() {
            return None;
        }

        // Enter on the answer that is chosen already goes on to the next page instead
        let is_settled = self.spec.role == Role::Radio && self.spec.checked == Some(true);

        match key.as_ref() {
            Key::Named(Named::Enter) if is_settled => None,
            Key::Named(Named::Enter | Named::Space) => self.press.clone(),
            Key::Named(Named::ArrowUp) => self.before.clone(),
            Key::Named(Named::ArrowDown) => self.after.clone(),
            Key::Named(Named::ArrowLeft) if is_mirrored => self.after.clone(),
            Key::Named(Named::ArrowRight) if is_mirrored => self.before.clone(),
            Key::Named(Named::ArrowLeft) => self.before.clone(),
            Key::Named(Named::ArrowRight) => self.after.clone(),
            _ => None,
        }
    }

    fn on_keyboard(&self, state: &mut State, event: &KeyEvent, is_mirrored: bool, shell: &mut Shell<'_, Message>) {
        let KeyEvent::KeyPressed {
            key, modifiers, repeat, ..
        } = event
        else {
            return;
        };

        let Some(message) = self.asked_by(key, *modifiers, is_mirrored) else {
            return;
        };

        let is_arrow = !matches!(key, Key::Named(Named::Enter | Named::Space));

        if is_arrow || !repeat {
            shell.publish(message);
        }

        state.is_visible = true;
        shell.capture_event();
        shell.request_redraw();
    }

    fn on_pointer(&self, state: &mut State, event: &Event, is_over: bool, shell: &mut Shell<'_, Message>) {
        match event {
            Event::Mouse(mouse::Event::ButtonPressed(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerPressed { .. }) => {
                let was = (state.is_focused, state.is_visible);

                state.is_pressed = is_over && self.press.is_some() && !shell.is_event_captured();
                state.is_focused = is_over && self.can_focus();
                state.is_visible = false;

                if state.is_pressed {
                    shell.capture_event();
                }

                if state.is_pressed || was != (state.is_focused, state.is_visible) {
                    shell.request_redraw();
                }
            }
            Event::Mouse(mouse::Event::ButtonReleased(mouse::Button::Left))
            | Event::Touch(touch::Event::FingerLifted { .. }) => {
                if std::mem::take(&mut state.is_pressed) {
                    shell.request_redraw();

                    if let Some(message) = self.press.clone().filter(|_| is_over) {
                        shell.publish(message);
                        shell.capture_event();
                    }
                }
            }
            Event::Touch(touch::Event::FingerLost { .. }) => state.is_pressed = false,
            Event::Mouse(mouse::Event::CursorMoved { .. } | mouse::Event::CursorLeft)
                if state.is_pointed != is_over =>
            {
                state.is_pointed = is_over;

                if self.press.is_some() {
                    shell.request_redraw();
                }
            }
            _ => {}
        }
    }

    fn look(&self, state: &State) -> Look {
        if self.spec.is_disabled {
            Look::Disabled
        } else if state.is_pressed {
            Look::Pressed
        } else if state.is_pointed {
            Look::Pointed
        } else {
            Look::Rest
        }
    }
}

/// What a control remembers from one redraw to the next.
struct State {
    key: Id,
    is_focused: bool,
    /// Whether the ring shows: only after the keyboard was used.
    is_visible: bool,
    is_pressed: bool,
    is_pointed: bool,
    asked: Option<Request>,
}

impl State {
    const fn new(key: Id) -> Self {
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
fn is_writing(tree: &Tree) -> bool {
    type Paragraph = <Renderer as iced::advanced::text::Renderer>::Paragraph;

    tree.children
        .first()
        .is_some_and(|tree| tree.state.downcast_ref::<text_input::State<Paragraph>>().is_focused())
}

/// The only child of a widget that wraps another one.
pub(super) fn inner<'t, 'l>(tree: &'t mut Tree, layout: Layout<'l>) -> Option<(&'t mut Tree, Layout<'l>)> {
    tree.children.first_mut().zip(layout.children().next())
}

/// The same, to look at.
pub(super) fn inner_ref<'t, 'l>(tree: &'t Tree, layout: Layout<'l>) -> Option<(&'t Tree, Layout<'l>)> {
    tree.children.first().zip(layout.children().next())
}

/// Draws the ring around `bounds`, in a layer of its own so that nothing covers it.
pub(super) fn ring(renderer: &mut Renderer, palette: &Palette, bounds: Rectangle, viewport: &Rectangle) {
    let ring = renderer::Quad {
        bounds: bounds.expand(4.0),
        border: Border {
            color: palette.focus,
            width: 2.0,
            radius: (size::CORNER + 4.0).into(),
        },
        ..renderer::Quad::default()
    };

    renderer.with_layer(*viewport, |renderer| renderer.fill_quad(ring, Color::TRANSPARENT));
}

impl<'a, Message: Clone + 'a> Widget<Message, Theme, Renderer> for Control<'a, Message> {
    fn tag(&self) -> tree::Tag {
        tree::Tag::of::<State>()
    }

    fn state(&self) -> tree::State {
        tree::State::new(State::new(self.spec.id.clone()))
    }

    fn children(&self) -> Vec<Tree> {
        vec![Tree::new(&self.content)]
    }

    fn diff(&self, tree: &mut Tree) {
        let state = tree.state.downcast_mut::<State>();

        if state.key == self.spec.id {
            tree.diff_children(std::slice::from_ref(&self.content));
        } else {
            *state = State::new(self.spec.id.clone());
            tree.children = self.children();
        }
    }

    fn size(&self) -> Size<Length> {
        Size::new(self.width, Length::Shrink)
    }

    fn layout(&mut self, tree: &mut Tree, renderer: &Renderer, limits: &layout::Limits) -> layout::Node {
        let limits = limits.width(self.width);
        let Some(tree) = tree.children.first_mut() else {
            return layout::Node::new(Size::ZERO);
        };

        let content = self
            .content
            .as_widget_mut()
            .layout(tree, renderer, &limits.loose().shrink(self.padding));

        let least = Size::new(
            (content.size().width + self.padding.x()).max(self.least),
            (content.size().height + self.padding.y()).max(self.least),
        );
        let size = limits.resolve(self.width, Length::Shrink, least);

        let room = size.width - content.size().width;
        let x = if self.is_centred || self.width == Length::Shrink {
            room / 2.0
        } else {
            self.padding.left
        };
        // in the middle of what it needs; where a neighbour made it taller, at the top of that
        let y = (least.height - content.size().height) / 2.0;

        layout::Node::with_children(size, vec![content.move_to(Point::new(x, y)), mirror::grain()])
    }

    fn operate(&mut self, tree: &mut Tree, layout: Layout<'_>, renderer: &Renderer, operation: &mut dyn Operation) {
        self.spec.tell(layout.bounds(), operation);

        let can_focus = self.can_focus();
        let key = self.key().clone();
        let state = tree.state.downcast_mut::<State>();

        if let Some(request) = self.spec.request.take() {
            state.asked = Some(request);
        }

        // of a group only the chosen one is a stop; the others let go
        if can_focus && (self.group.is_none() || self.spec.reach == Reach::Tab) {
            operation.focusable(Some(&key), layout.bounds(), state);
        } else {
            state.unfocus();
        }

        // iced's own field takes the keyboard even when nothing can be written in it
        if self.is_field && self.spec.is_disabled {
            return;
        }

        if let Some((tree, layout)) = inner(tree, layout) {
            operation.traverse(&mut |operation| {
                self.content.as_widget_mut().operate(tree, layout, renderer, operation);
            });
        }
    }

    fn update(
        &mut self,
        tree: &mut Tree,
        event: &Event,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        renderer: &Renderer,
        clipboard: &mut dyn Clipboard,
        shell: &mut Shell<'_, Message>,
        viewport: &Rectangle,
    ) {
        if let Some((tree, layout)) = inner(tree, layout) {
            self.content
                .as_widget_mut()
                .update(tree, event, layout, cursor, renderer, clipboard, shell, viewport);
        }

        let state = tree.state.downcast_mut::<State>();

        if state.asked.take() == Some(Request::Press)
            && let Some(message) = self.press.clone()
        {
            shell.publish(message);
        }

        match event {
            Event::Keyboard(event) if state.is_focused && self.can_focus() && !shell.is_event_captured() => {
                self.on_keyboard(state, event, mirror::is_mirrored(layout), shell);
            }
            Event::Mouse(_) | Event::Touch(_) if self.spec.reach != Reach::None && !self.is_field => {
                self.on_pointer(state, event, cursor.is_over(layout.bounds()), shell);
            }
            _ => {}
        }
    }

    fn mouse_interaction(
        &self,
        tree: &Tree,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
        renderer: &Renderer,
    ) -> mouse::Interaction {
        if self.press.is_some() && cursor.is_over(layout.bounds()) {
            return mouse::Interaction::Pointer;
        }

        inner_ref(tree, layout).map_or(mouse::Interaction::None, |(tree, layout)| {
            self.content
                .as_widget()
                .mouse_interaction(tree, layout, cursor, viewport, renderer)
        })
    }

    fn draw(
        &self,
        tree: &Tree,
        renderer: &mut Renderer,
        theme: &Theme,
        style: &renderer::Style,
        layout: Layout<'_>,
        cursor: mouse::Cursor,
        viewport: &Rectangle,
    ) {
        let palette = theme::palette(theme);
        let state = tree.state.downcast_ref::<State>();
        let paint = self.face.paint(palette, self.look(state));

        if paint.back.is_some() || paint.edge.is_some() {
            let (color, width) = paint.edge.unwrap_or((Color::TRANSPARENT, 0.0));
            let quad = renderer::Quad {
                bounds: layout.bounds(),
                border: Border {
                    color,
                    width,
                    radius: size::CORNER.into(),
                },
                ..renderer::Quad::default()
            };

            renderer.fill_quad(quad, paint.back.unwrap_or(Color::TRANSPARENT));
        }

        // a label speaks in the voice of what is around it
        let text_color = if self.spec.reach == Reach::Tab || self.spec.is_disabled || self.group.is_some() {
            paint.ink
        } else {
            style.text_color
        };

        if let Some((tree, layout)) = inner_ref(tree, layout) {
            let style = renderer::Style { text_color };

            self.content
                .as_widget()
                .draw(tree, renderer, theme, &style, layout, cursor, viewport);

            if paint.is_underlined {
                let bounds = layout.bounds();
                let line = Rectangle {
                    y: bounds.y + bounds.height - 2.0,
                    height: palette.stroke,
                    ..bounds
                };

                renderer.fill_quad(
                    renderer::Quad {
                        bounds: line,
                        ..renderer::Quad::default()
                    },
                    text_color,
                );
            }
        }

        let has_ring = if self.is_field {
            is_writing(tree)
        } else {
            state.is_visible && self.spec.reach == Reach::Tab
        };

        if has_ring {
            ring(renderer, palette, layout.bounds(), viewport);
        }
    }
}

impl<'a, Message: Clone + 'a> From<Control<'a, Message>> for Element<'a, Message> {
    fn from(control: Control<'a, Message>) -> Self {
        Element::new(control)
    }
}
