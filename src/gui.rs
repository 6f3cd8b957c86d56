//! The window: screens over the domain, never the other way around.
#[cfg(debug_assertions)]
pub mod gallery;
pub mod shortcut;
pub mod theme;
pub mod widget;
