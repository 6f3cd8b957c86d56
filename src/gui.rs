//! The window: screens over the rooms below, never the other way around.
mod app;
mod check;
mod checkup;
mod clock;
mod context;
mod desk;
mod fit;
#[cfg(debug_assertions)]
pub mod gallery;
mod hands;
mod language;
mod notice;
mod paper;
mod place;
mod safe;
mod screen;
pub mod shortcut;
mod slow;
mod start;
pub mod theme;
pub mod widget;
mod work;

pub use start::run;

use crate::apart::View;
use app::{App, Message};
use start::Start;

use iced::{Application, Program, Size, Theme, window};

/// The size a window starts with.
const SIZE: Size = Size::new(960.0, 760.0);

/// The smallest window: everything still scrolls, and nothing is lost.
const SMALLEST: Size = Size::new(480.0, 600.0);

/// Describes the application without running it, so that tests can run it instead.
pub(crate) fn application(start: Start) -> Application<impl Program<State = App, Message = Message, Theme = Theme>> {
    let (view, scale) = (start.view, f32::from(start.settings.text_percent) / 100.0);

    iced::application(move || App::new(start.clone()), App::update, App::view)
        .title("Daypack")
        .theme(App::theme)
        .style(|_, theme| theme::window(theme))
        .scale_factor(App::scale_factor)
        .subscription(App::subscription)
        .default_font(theme::FONT)
        .window(window(view, scale))
}

/// The one window, before anything is in it; as the one before it was, if there was one. `scale` is the size
/// of its text, by which it opens larger.
fn window(view: Option<View>, scale: f32) -> window::Settings {
    window::Settings {
        size: view.map_or(SIZE, |view| {
            Size::new(view.width as f32, view.height as f32) * (1.0 / scale)
        }),
        maximized: view.is_some_and(|view| view.is_maximized),
        min_size: Some(SMALLEST),
        exit_on_close_request: false,
        ..platform()
    }
}

/// The name the system's task list shows: always the same, never a document's.
#[cfg(target_os = "linux")]
fn platform() -> window::Settings {
    window::Settings {
        platform_specific: window::settings::PlatformSpecific {
            application_id: "daypack".to_owned(),
            ..Default::default()
        },
        ..Default::default()
    }
}

#[cfg(not(target_os = "linux"))]
fn platform() -> window::Settings {
    window::Settings::default()
}
