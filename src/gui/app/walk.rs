//! A walk through every screen by keys alone, in a window without a screen. Tests only.
//!
//! It knows no screen: it looks for what a person at the keyboard would miss, on whatever page is shown.
#![cfg(test)]

use super::App;
use super::screens::Screen;
use super::watch;
use crate::apart::Opening;
use crate::gui::shortcut::Shortcut;
use crate::gui::start::Start;
use crate::gui::widget::probe::{Probe, Shown};
use crate::gui::widget::{Reach, Role};
use crate::harden::fence::Fence;
use crate::harden::{Protections, State};
use crate::paths::Paths;
use crate::sheet::Form;

use iced::keyboard::key::{Named, NativeCode, Physical};
use iced::keyboard::{Event as KeyEvent, Key, Location, Modifiers};
use iced::{Event, event, window};

use std::collections::BTreeSet;

/// A person at the keyboard.
struct Walker {
    app: App,
    probe: Probe,
    seen: BTreeSet<String>,
    _home: tempfile::TempDir,
}

impl Walker {
    fn new(text_percent: u16, width: f32, height: f32) -> Self {
        let home = tempfile::tempdir().unwrap();
        // taken for granted: asking for them would change the process of all tests
        let protections = Protections {
            undumpable: State::On,
            no_core: State::On,
            private_files: State::On,
            secrets_apart: State::On,
            fence: Fence::OFF,
        };
        let start = Start::alone(Opening::Welcome, Paths::within(home.path()), protections);
        let (mut app, _) = App::new(start);

        app.settings.text_percent = text_percent;

        Self {
            probe: Probe::new(app.look(), width, height),
            app,
            seen: BTreeSet::new(),
            _home: home,
        }
    }

    /// Does something with what is shown, and lets the application answer.
    fn act<T>(&mut self, hands: impl FnOnce(&mut Shown<'_, '_, super::Message>) -> T) -> T {
        let mut ui = self.probe.show_root(self.app.view());
        let result = hands(&mut ui);
        let messages = ui.messages();

        drop(ui);

        for message in messages {
            let _ = self.app.update(message);
        }

        result
    }

    /// Presses a key. What no control wanted is a shortcut, as in the real window.
    fn key(&mut self, key: impl Into<Key>) {
        let key = key.into();
        let is_taken = self.act(|ui| ui.chord(Modifiers::empty(), key.clone()));

        let status = if is_taken {
            event::Status::Captured
        } else {
            event::Status::Ignored
        };

        let pressed = Event::Keyboard(KeyEvent::KeyPressed {
            key: key.clone(),
            modified_key: key,
            physical_key: Physical::Unidentified(NativeCode::Unidentified),
            location: Location::Standard,
            modifiers: Modifiers::empty(),
            text: None,
            repeat: false,
        });

        if let Some(message) = watch::around(pressed, status, window::Id::unique()) {
            let _ = self.app.update(message);
        }
    }

    /// Looks at a page: nothing cut off or unnamed, and Tab comes by everything, in view.
    fn look(&mut self, name: &str) {
        let problems = self.act(|ui| {
            let mut problems = ui.faults();
            let stops: Vec<_> = ui
                .controls()
                .into_iter()
                .filter(|found| found.spec.reach == Reach::Tab)
                .map(|found| found.spec)
                .collect();
            let mut came_by = Vec::new();

            for _ in &stops {
                ui.key(Named::Tab);

                match ui.focused() {
                    Some(found) if found.visible.is_some() => came_by.push(found.spec.id),
                    Some(found) => problems.push(format!("“{}” has the keyboard out of sight", found.spec.name)),
                    None => problems.push("the keyboard is nowhere".to_owned()),
                }
            }

            let missed = stops.iter().filter(|spec| !came_by.contains(&spec.id));

            problems.extend(missed.map(|spec| format!("Tab does not come by {:?} “{}”", spec.role, spec.name)));

            if !ui
                .controls()
                .iter()
                .any(|found| found.spec.role == Role::Heading && found.spec.level == Some(1))
            {
                problems.push("it has no title".to_owned());
            }

            problems
        });

        assert!(problems.is_empty(), "{name}:\n{}", problems.join("\n"));
        self.seen.insert(name.to_owned());
    }

    /// Answers every question with its first answer.
    fn answer(&mut self) {
        for number in 1..60 {
            if !matches!(self.app.screen, Screen::Questions(_)) {
                return;
            }

            self.look(&format!("question {number}"));
            self.key(Key::Character("1".into()));
            // Enter itself would press whatever the look around ended at
            let _ = self.app.pressed(Shortcut::Accept);
        }

        panic!("the questions do not end");
    }
}

/// From the first page to the plan, and every page beside the way.
fn walk(text_percent: u16, width: f32, height: f32) {
    let mut walker = Walker::new(text_percent, width, height);

    walker.look("welcome");
    let _ = walker.app.start_anew();
    walker.answer();
    assert!(
        matches!(walker.app.screen, Screen::Weigh(_)),
        "after the questions, the risks"
    );
    walker.look("weigh");

    let _ = walker.app.show_decide(None);
    walker.look("decide");

    let _ = walker.app.show_plan();
    walker.look("plan");
    walker.act(|ui| {
        ui.controls()
            .into_iter()
            .find(|found| found.spec.expanded == Some(false))
            .map(|found| ui.ask(found.spec.role, &found.spec.name))
    });
    walker.look("plan, opened");

    for (name, visit) in [
        ("after", App::show_after as fn(&mut App) -> _),
        ("print", |app| app.show_print(Form::Restore)),
        ("protect", App::show_protect),
        ("stack", App::show_stack),
        ("settings", App::show_settings),
        ("protects", App::show_protects),
        ("help", App::show_help),
        ("welcome, again", App::show_welcome),
    ] {
        let _ = visit(&mut walker.app);
        walker.look(name);
    }

    let _ = walker.app.show_open(None);
    walker.look("open");

    assert!(walker.seen.len() > 15, "{:?}", walker.seen);
}

#[test]
fn every_screen_is_whole_and_within_reach_of_the_keyboard() {
    walk(100, 960.0, 720.0);
}

#[test]
fn every_screen_is_whole_in_the_smallest_window_with_the_largest_text() {
    walk(200, 480.0, 600.0);
}

#[test]
fn an_answer_and_enter_lead_to_the_next_question() {
    let mut walker = Walker::new(100, 960.0, 720.0);
    let _ = walker.app.start_anew();
    let title = |walker: &mut Walker| walker.act(|ui| ui.focused().map(|found| found.spec.name));

    let first = title(&mut walker);
    walker.key(Key::Character("1".into()));
    walker.key(Named::Enter);
    let second = title(&mut walker);

    assert!(first.is_some() && second.is_some(), "each starts at its title");
    assert_ne!(first, second);

    walker.key(Named::Escape);
    assert_eq!(title(&mut walker), first, "Escape goes back");
}

#[test]
fn who_comes_back_from_another_page_is_where_they_were() {
    let mut walker = Walker::new(200, 480.0, 600.0);
    let _ = walker.app.start_anew();

    walker.answer();

    let _ = walker.app.show_plan();
    let here = |walker: &mut Walker| walker.act(|ui| ui.focused().map(|it| (it.spec.id, it.visible)));

    for _ in 0..9 {
        walker.key(Named::Tab);
    }

    let before = here(&mut walker);

    assert!(before.is_some());

    for visit in [App::show_help as fn(&mut App) -> _, App::show_settings, |app| {
        app.show_print(Form::List)
    }] {
        let _ = visit(&mut walker.app);

        for _ in 0..5 {
            walker.key(Named::Tab);
        }

        assert_ne!(here(&mut walker), before);
        walker.key(Named::Escape);
        assert_eq!(here(&mut walker), before);
    }

    // behind a cover, and through the menu to a page that lies deeper
    walker.key(Named::F9);
    assert_ne!(here(&mut walker), before);
    walker.key(Named::Enter);
    assert_eq!(here(&mut walker), before);

    let _ = walker.app.update(super::Message::ToggleMenu);
    assert_ne!(here(&mut walker), before);
    walker.app.is_menu_open = false;
    let _ = walker.app.show_help();
    assert_ne!(here(&mut walker), before);
    walker.key(Named::Escape);
    assert_eq!(here(&mut walker), before);
}
