//! Which screen is on top, and how a message finds it.
use super::ScreenMessage;
use crate::gui::context::Context;
use crate::gui::screen::after::After;
use crate::gui::screen::copy::Copy;
use crate::gui::screen::decide::Decide;
use crate::gui::screen::gather::Gather;
use crate::gui::screen::help::Help;
use crate::gui::screen::open::Open;
use crate::gui::screen::plan::Plan;
use crate::gui::screen::print::Print;
use crate::gui::screen::protect::Protect;
use crate::gui::screen::protects::Protects;
use crate::gui::screen::questions::Questions;
use crate::gui::screen::remove::Remove;
use crate::gui::screen::settings::Settings;
use crate::gui::screen::stack::Stack;
use crate::gui::screen::trouble::Trouble;
use crate::gui::screen::weigh::Weigh;
use crate::gui::screen::welcome::Welcome;
use crate::gui::shortcut::Shortcut;
use crate::gui::widget::Page;

use std::path::PathBuf;

/// The screen on top.
pub(super) enum Screen {
    Welcome(Welcome),
    Questions(Questions),
    Weigh(Weigh),
    Decide(Decide),
    Plan(Plan),
    After(After),
    Protect(Protect),
    Remove(Remove),
    Open(Open),
    Print(Print),
    Copy(Copy),
    Gather(Gather),
    Settings(Settings),
    Protects(Protects),
    Help(Help),
    Stack(Stack),
    Trouble(Trouble),
}

impl Screen {
    /// Shows it.
    pub(super) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, ScreenMessage> {
        match self {
            Self::Welcome(screen) => screen.view(cx).map(ScreenMessage::Welcome),
            Self::Questions(screen) => screen.view(cx).map(ScreenMessage::Questions),
            Self::Weigh(screen) => screen.view(cx).map(ScreenMessage::Weigh),
            Self::Decide(screen) => screen.view(cx).map(ScreenMessage::Decide),
            Self::Plan(screen) => screen.view(cx).map(ScreenMessage::Plan),
            Self::After(screen) => screen.view(cx).map(ScreenMessage::After),
            Self::Protect(screen) => screen.view(cx).map(ScreenMessage::Protect),
            Self::Remove(screen) => screen.view(cx).map(ScreenMessage::Remove),
            Self::Open(screen) => screen.view(cx).map(ScreenMessage::Open),
            Self::Print(screen) => screen.view(cx).map(ScreenMessage::Print),
            Self::Copy(screen) => screen.view(cx).map(ScreenMessage::Copy),
            Self::Gather(screen) => screen.view(cx).map(ScreenMessage::Gather),
            Self::Settings(screen) => screen.view(cx).map(ScreenMessage::Settings),
            Self::Protects(screen) => screen.view(cx).map(ScreenMessage::Protects),
            Self::Help(screen) => screen.view(cx).map(ScreenMessage::Help),
            Self::Stack(screen) => screen.view(cx).map(ScreenMessage::Stack),
            Self::Trouble(screen) => screen.view(cx).map(ScreenMessage::Trouble),
        }
    }

    /// What a key means on it.
    pub(super) fn shortcut(&self, cx: &Context<'_>, shortcut: Shortcut) -> Option<ScreenMessage> {
        match self {
            Self::Welcome(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Welcome),
            Self::Questions(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Questions),
            Self::Weigh(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Weigh),
            Self::Decide(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Decide),
            Self::Plan(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Plan),
            Self::After(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::After),
            Self::Protect(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Protect),
            Self::Remove(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Remove),
            Self::Open(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Open),
            Self::Print(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Print),
            Self::Copy(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Copy),
            Self::Gather(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Gather),
            Self::Settings(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Settings),
            Self::Protects(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Protects),
            Self::Help(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Help),
            Self::Stack(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Stack),
            Self::Trouble(screen) => screen.shortcut(cx, shortcut).map(ScreenMessage::Trouble),
        }
    }

    /// What a file that was dropped on the window means on it.
    pub(super) fn dropped(&self, path: PathBuf) -> Option<ScreenMessage> {
        match self {
            Self::Open(screen) => screen.dropped(path).map(ScreenMessage::Open),
            Self::Protect(screen) => screen.dropped(path).map(ScreenMessage::Protect),
            Self::Print(screen) => screen.dropped(path).map(ScreenMessage::Print),
            Self::Stack(screen) => screen.dropped(path).map(ScreenMessage::Stack),
            Self::Copy(screen) => screen.dropped(path).map(ScreenMessage::Copy),
            Self::Gather(screen) => screen.dropped(path).map(ScreenMessage::Gather),
            _ => None,
        }
    }

    /// Whether what it shows is hidden as soon as another window is in front. The steps are not: people
    /// read them here while they work on their phone.
    pub(super) fn is_private(&self) -> bool {
        matches!(
            self,
            Self::Questions(_) | Self::Weigh(_) | Self::Decide(_) | Self::Protect(_) | Self::Remove(_) | Self::Open(_)
        )
    }
}
