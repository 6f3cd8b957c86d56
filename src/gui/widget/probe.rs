//! A window without a screen, for tests: shows a view, finds controls by role and name, works them.
//!
//! It drives the same widgets as the real window does, with the same events; only the messages come back
//! instead of going to an application. What a view remembers stays in the probe from one view to the next.
use super::root::Root;
use super::spec::{Reach, Role, Spec};
use super::walk::{Collect, Found};
use crate::gui::theme::{self, Look};

use iced::advanced::renderer::Headless;
use iced::advanced::widget::{Operation, Tree};
use iced::advanced::{Clipboard, Layout, Shell, clipboard, graphics, layout, mouse, renderer};
use iced::keyboard::key::{Code, Named, NativeCode, Physical};
use iced::keyboard::{Event as KeyEvent, Key, Location, Modifiers};
use iced::{Element, Event, Pixels, Point, Rectangle, Renderer, Size, window};

use std::borrow::Cow;
use std::sync::Once;
use std::time::Instant;

/// A window without a screen.
pub struct Probe {
    look: Look,
    size: Size,
    tree: Tree,
    renderer: Renderer,
    copied: Copied,
}

/// The probe's own clipboard.
#[derive(Default)]
struct Copied(Option<String>);

impl Clipboard for Copied {
    fn read(&self, _: clipboard::Kind) -> Option<String> {
        self.0.clone()
    }

    fn write(&mut self, _: clipboard::Kind, contents: String) {
        self.0 = Some(contents);
    }
}

impl Probe {
    /// A window of this many physical pixels, in this look. Large text leaves less room, as in the real one.
    #[must_use]
    pub fn new(look: Look, width: f32, height: f32) -> Self {
        static FONTS: Once = Once::new();

        FONTS.call_once(|| {
            if let Ok(mut system) = graphics::text::font_system().write() {
                system.load_font(Cow::Borrowed(crate::font::REGULAR));
                system.load_font(Cow::Borrowed(crate::font::BOLD));
            }
        });

        Self {
            look,
            size: Size::new(width / look.scale(), height / look.scale()),
            tree: Tree::empty(),
            renderer: Renderer::new(theme::FONT, Pixels(theme::size::BODY)),
            copied: Copied::default(),
        }
    }

    /// An ordinary window.
    #[must_use]
    pub fn ordinary() -> Self {
        Self::new(Look::default(), 960.0, 720.0)
    }

    /// The smallest window with the largest text.
    #[must_use]
    pub fn tight() -> Self {
        let look = Look {
            text: 200,
            ..Look::default()
        };

        Self::new(look, 480.0, 600.0)
    }

    /// Puts words where pasting finds them.
    pub fn copy(&mut self, words: &str) {
        self.copied.0 = Some(words.to_owned());
    }

    /// What was last copied, if anything.
    #[must_use]
    pub fn copied(&self) -> Option<&str> {
        self.copied.0.as_deref()
    }

    /// Shows a view until the returned window is dropped. What it remembers is kept for the next one.
    pub fn show<'p, 'a, Message: Clone + 'a>(
        &'p mut self,
        view: impl Into<Element<'a, Message>>,
    ) -> Shown<'p, 'a, Message> {
        let root = Root::new(self.look.direction, view);

        self.show_root(root)
    }

    /// Shows a whole window's content.
    pub fn show_root<'p, 'a, Message: Clone + 'a>(&'p mut self, root: Root<'a, Message>) -> Shown<'p, 'a, Message> {
        let element: Element<'a, Message> = root.into();

        self.tree.diff(&element);

        let mut shown = Shown {
            probe: self,
            element,
            node: layout::Node::default(),
            messages: Vec::new(),
            redraws: 0,
        };

        shown.lay_out();
        shown.redraw();
        shown
    }
}

/// A view while it is shown.
pub struct Shown<'p, 'a, Message> {
    probe: &'p mut Probe,
    element: Element<'a, Message>,
    node: layout::Node,
    messages: Vec<Message>,
    redraws: usize,
}

impl<'a, Message: Clone + 'a> Shown<'_, 'a, Message> {
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
        self.redraws += 1;
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

    fn collect(&mut self) -> Collect {
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

    /// The control the keyboard is at.
    pub fn focused(&mut self) -> Option<Found> {
        self.controls().into_iter().find(|found| found.is_focused)
    }

    /// Presses a key without modifiers; tells whether somebody took it.
    pub fn key(&mut self, key: Named) -> bool {
        self.chord(Modifiers::empty(), Key::Named(key))
    }

    /// Presses a key with modifiers; tells whether somebody took it.
    pub fn chord(&mut self, modifiers: Modifiers, key: Key) -> bool {
        let text = match &key {
            Key::Character(words) if modifiers.is_empty() || modifiers == Modifiers::SHIFT => Some(words.clone()),
            _ => None,
        };

        let physical_key = match &key {
            Key::Named(Named::Tab) => Physical::Code(Code::Tab),
            _ => Physical::Unidentified(NativeCode::Unidentified),
        };

        let is_taken = self.send(
            &Event::Keyboard(KeyEvent::KeyPressed {
                key: key.clone(),
                modified_key: key,
                physical_key,
                location: Location::Standard,
                modifiers,
                text,
                repeat: false,
            }),
            mouse::Cursor::Unavailable,
        );

        self.redraw();
        is_taken
    }

    /// Types words where the keyboard is.
    pub fn type_in(&mut self, words: &str) {
        for letter in words.chars() {
            self.chord(Modifiers::empty(), Key::Character(letter.to_string().into()));
        }
    }

    /// Presses Tab once for every stop, and tells what the keyboard came by, in order.
    pub fn tab_through(&mut self) -> Vec<Spec> {
        let stops = self
            .controls()
            .into_iter()
            .filter(|found| found.spec.reach == Reach::Tab)
            .count();

        (0..stops)
            .filter_map(|_| {
                self.key(Named::Tab);
                self.focused().map(|found| found.spec)
            })
            .collect()
    }

    /// Brings the keyboard to a control by Tab alone; tells whether it got there.
    pub fn tab_to(&mut self, role: Role, name: &str) -> bool {
        let stops = self.controls().len();

        (0..=stops).any(|_| {
            self.key(Named::Tab);
            self.focused()
                .is_some_and(|found| found.spec.role == role && found.spec.name == name)
        })
    }

    /// Brings the keyboard to a control by Tab and presses Space; tells whether it got there.
    pub fn press(&mut self, role: Role, name: &str) -> bool {
        self.tab_to(role, name) && self.key(Named::Space)
    }

    /// Clicks a control with the mouse, if it is there, can be used and shows.
    pub fn click(&mut self, role: Role, name: &str) -> bool {
        let Some(found) = self.find(role, name).filter(|found| !found.spec.is_disabled) else {
            return false;
        };
        let Some(visible) = found.visible else {
            return false;
        };

        self.click_at(visible.center());
        true
    }

    /// Clicks a place in the window.
    pub fn click_at(&mut self, place: Point) {
        let cursor = mouse::Cursor::Available(place);

        for event in [
            mouse::Event::CursorMoved { position: place },
            mouse::Event::ButtonPressed(mouse::Button::Left),
            mouse::Event::ButtonReleased(mouse::Button::Left),
        ] {
            self.send(&Event::Mouse(event), cursor);
        }

        self.redraw();
    }

    /// What is wrong with the page for those who hear it, use the keyboard, or have little room.
    pub fn faults(&mut self) -> Vec<String> {
        let width = self.probe.size.width;
        let collect = self.collect();
        let mut faults = Vec::new();

        for (index, found) in collect.found.iter().enumerate() {
            let spec = &found.spec;
            let told = format!("{:?} “{}”", spec.role, spec.name);

            if spec.name.trim().is_empty() {
                faults.push(format!("{told} has no name"));
            }

            if collect.found.iter().take(index).any(|other| other.spec.id == spec.id) {
                faults.push(format!("{told} has the id of another one: {:?}", spec.id));
            }

            if spec.reach == Reach::Tab && found.bounds.height < theme::size::TARGET - 0.5 {
                faults.push(format!("{told} is only {} high", found.bounds.height));
            }

            if found.bounds.x < -0.5 || found.bounds.x + found.bounds.width > width + 0.5 {
                faults.push(format!("{told} is cut off at the side"));
            }
        }

        for (text, bounds) in &collect.texts {
            if bounds.x < -0.5 || bounds.x + bounds.width > width + 0.5 {
                faults.push(format!("“{text}” is cut off at the side"));
            }
        }

        faults
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
