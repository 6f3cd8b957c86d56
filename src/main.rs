//! Opens the window. Everything else lives in the library.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> iced::Result {
    #[cfg(debug_assertions)]
    if std::env::args().any(|argument| argument == "--gallery") {
        return daypack::gui::gallery::run();
    }

    Ok(())
}
