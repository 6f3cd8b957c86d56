//! What stands around a screen in a test: a persona's plan, settings as they come, and no disk.
//!
//! [`assert_whole`] looks at a page as four people with different eyes would, in an ordinary window and in
//! the smallest one, and goes over it with Tab alone.
#![cfg(test)]
use super::Context;
use crate::answers::Answers;
use crate::content::{Date, Pack};
use crate::gui::desk::Desk;
use crate::gui::hands::Hands;
use crate::gui::theme::{Look, Shade, size};
use crate::gui::widget::probe::{Probe, Shown};
use crate::gui::widget::{Page, Reach, Role};
use crate::harden::fence::Fence;
use crate::harden::{Protections, State};
use crate::paths::Paths;
use crate::settings::Settings;

use iced::keyboard::key::Named;

use std::path::Path;
use std::time::Duration;

/// Everything a screen may look at.
pub(crate) struct Stage {
    pub(crate) desk: Desk,
    pub(crate) hands: Hands,
    pub(crate) settings: Settings,
    pub(crate) look: Look,
    pub(crate) paths: Paths,
    pub(crate) protections: Protections,
    pub(crate) today: Date,
    pub(crate) now: Duration,
}

impl Stage {
    /// Nothing was said yet.
    pub(crate) fn empty() -> Self {
        let paths = Paths::within(Path::new("/nowhere"));
        let pack = Pack::built_in();

        Self {
            desk: Desk::new(pack),
            hands: Hands::new(paths.clone()),
            settings: Settings::default(),
            look: Look::default(),
            paths,
            protections: Protections {
                undumpable: State::On,
                no_core: State::Refused,
                private_files: State::Unavailable,
                secrets_apart: State::On,
                fence: Fence::OFF,
            },
            today: pack.reviewed,
            now: Duration::from_secs(1000),
        }
    }

    /// Everything was said, weighed and decided as this persona does.
    pub(crate) fn of(persona: &str) -> Self {
        let mut stage = Self::empty();
        let persona = stage
            .desk
            .pack
            .personas
            .iter()
            .find(|it| it.id.as_str() == persona)
            .expect("a persona of the pack");
        let said = Answers::of(persona);

        stage
            .desk
            .answer(String::new(), Duration::ZERO, |answers| *answers = said);
        stage
    }

    /// Changes what was said.
    pub(crate) fn answer(&mut self, change: impl FnOnce(&mut Answers)) {
        let now = self.now;

        self.desk.answer("an answer".to_owned(), now, change);
    }

    /// What a screen gets to see.
    pub(crate) fn context(&self) -> Context<'_> {
        Context {
            desk: &self.desk,
            hands: &self.hands,
            settings: &self.settings,
            look: self.look,
            paths: &self.paths,
            protections: self.protections,
            today: self.today,
        }
    }
}

/// How a screen is shown.
type View<S, M> = for<'a, 'b> fn(&'a S, &'b Context<'a>) -> Page<'a, M>;

/// Nothing is wrong with a page in any shade, at an ordinary and at the smallest size, and Tab alone reaches
/// everything on it.
pub(crate) fn assert_whole<S, M: Clone + 'static>(stage: &mut Stage, screen: &S, view: View<S, M>) {
    for (text, width, height) in [(100, 960.0, 720.0), (200, 480.0, 600.0)] {
        for shade in Shade::ALL {
            stage.look = Look {
                shade,
                text,
                ..Look::default()
            };

            let cx = stage.context();
            let mut probe = Probe::new(stage.look, width, height);
            let mut ui = probe.show(view(screen, &cx));

            assert_eq!(ui.faults(), Vec::<String>::new(), "{shade:?} at {text} %");

            if shade == Shade::Light {
                assert_reached(&mut ui);
            }
        }
    }

    stage.look = Look::default();
}

/// Tab stops at everything that can be used, once, and brings it into view.
fn assert_reached<M: Clone + 'static>(ui: &mut Shown<'_, '_, M>) {
    let all = ui.controls();
    let lost = all.iter().find(|it| {
        let acts = matches!(
            it.spec.role,
            Role::Button
                | Role::Link
                | Role::CheckBox
                | Role::Radio
                | Role::Tab
                | Role::Switch
                | Role::TextField
                | Role::Password
        );

        acts && !it.spec.is_disabled && it.spec.reach == Reach::None
    });

    assert!(lost.is_none(), "no key gets to {lost:?}");

    let mut stops: Vec<_> = all
        .into_iter()
        .map(|it| it.spec)
        .filter(|it| it.reach == Reach::Tab)
        .map(|it| it.id)
        .collect();

    for _ in 0..stops.len() {
        ui.key(Named::Tab);

        let found = ui.focused().expect("Tab goes somewhere");
        let seen = found.visible.map_or(0.0, |it| it.height);

        assert!(
            seen + 0.5 >= found.bounds.height.min(size::TARGET),
            "“{}” has the keyboard and is out of sight",
            found.spec.name
        );
        stops.retain(|id| *id != found.spec.id);
    }

    assert!(stops.is_empty(), "Tab never gets to {stops:?}");
}
