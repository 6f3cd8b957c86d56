//! The window: screens over the domain, never the other way around.
pub mod shortcut;
pub mod theme;
pub mod widget;
