//! Non-personal settings.
