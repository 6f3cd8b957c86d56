//! How the page looks: what goes, the second question, and what became of it.
use super::{Message, Remove, Stage};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place;
use crate::gui::theme::space;
use crate::gui::widget::{
    Icon, Kind, Page, Press, body, bullets, caption, notice, page, primary, progress, quiet, secondary, severe, soft,
    strong, switch,
};
use crate::keep::{Removed, previous_of};
use crate::words;

use iced::Element;
use iced::widget::{Column, column};

use std::path::{Path, PathBuf};

impl Remove {
    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Reading => self.reading(cx),
            Stage::Sure => self.sure(cx),
            Stage::Removing => page("remove-removing", words::text("remove-title"))
                .push(progress(words::text("remove-removing"), None)),
            Stage::Done(removed) if removed.left.is_empty() => self.gone(cx, removed),
            Stage::Done(removed) => self.left(cx, removed),
        }
    }

    fn reading<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let trouble = self
            .trouble
            .as_ref()
            .map(|it| notice(Kind::Caution, it.what.as_str(), it.advice.as_str(), Vec::new()));

        page("remove", words::text("remove-title"))
            .push_maybe(trouble)
            .push(going(cx, &[self.plan.clone(), previous_of(&self.plan)]))
            .push_maybe(self.key_switch(cx))
            .push(notice(
                Kind::Note,
                words::text("remove-not-gone-title"),
                words::text("remove-not-gone"),
                Vec::new(),
            ))
            .push(notice(
                Kind::Caution,
                words::text("remove-offence-title"),
                words::text("remove-offence"),
                Vec::new(),
            ))
            .push_maybe(self.others(cx))
            .push(soft(words::text("remove-paper")))
            .action(back())
            .action(secondary(words::text("remove-continue")).on_press(Message::Continue))
    }

    fn key_switch<'a>(&self, cx: &Context<'_>) -> Option<Element<'a, Message>> {
        let key = self.key.as_ref()?;
        let state = if self.takes_key {
            words::text("remove-key-yes")
        } else {
            words::text("remove-key-no")
        };
        let file = [("file", place::shown(key, cx.paths).into())];

        Some(switch(
            words::text("remove-key"),
            Some(words::text_with("remove-key-about", &file)),
            (self.takes_key, state),
            Some(Message::ToggleKey),
        ))
    }

    /// Copies beside the plan: they open as it does, and are left alone.
    fn others<'a>(&self, cx: &Context<'_>) -> Option<Element<'a, Message>> {
        let names = |path: &PathBuf| place::shown(path, cx.paths);
        let has_some = !self.copies.is_empty();

        has_some.then(|| {
            column![
                caption(words::text("remove-copies")),
                bullets("remove-copies", self.copies.iter().map(names)),
            ]
            .spacing(space::XS)
            .into()
        })
    }

    fn sure<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let mut going = vec![self.plan.clone(), previous_of(&self.plan)];

        going.extend(self.key.iter().filter(|_| self.takes_key).cloned());

        page("remove-sure", words::text("remove-sure"))
            .push(self::going(cx, &going))
            .push(body(words::text("remove-sure-about")))
            .action(severe(words::text("remove-now")).on_press(Message::Remove))
            .primary(primary(words::text("remove-keep")).on_press(Message::GoBack))
    }

    fn gone<'a>(&'a self, cx: &Context<'a>, removed: &'a Removed) -> Page<'a, Message> {
        page("remove-gone", words::text("remove-gone"))
            .push(files(cx, &removed.gone))
            .push(body(words::text("remove-not-gone")))
            .push_maybe(self.others(cx))
            .push_maybe(self.kept_key(cx))
            .push(soft(words::text("remove-paper")))
            .primary(primary(words::text("remove-close")).on_press(Message::GoBack))
    }

    /// A key that was left where it is opens older copies still.
    fn kept_key<'a>(&self, cx: &Context<'_>) -> Option<Element<'a, Message>> {
        let key = self.key.as_ref().filter(|_| !self.takes_key)?;
        let file = [("file", place::shown(key, cx.paths).into())];

        Some(soft(words::text_with("remove-key-kept", &file)).into())
    }

    /// It stopped half way: what is left, and why.
    fn left<'a>(&'a self, cx: &Context<'a>, removed: &'a Removed) -> Page<'a, Message> {
        let left: Vec<_> = removed.left.iter().map(|left| left.path.clone()).collect();
        let why = removed.left.iter().find_map(|left| left.why.as_ref()).map(Notice::from);
        let again = || secondary(words::text("remove-again")).on_press(Message::Remove);
        let was = (!removed.gone.is_empty())
            .then(|| column![caption(words::text("remove-was")), files(cx, &removed.gone)].spacing(space::XS));

        page("remove-left", words::text("remove-left"))
            .push_maybe(why.map(|it| notice(Kind::Caution, it.what, it.advice, vec![again()])))
            .push(column![caption(words::text("remove-left-files")), files(cx, &left)].spacing(space::XS))
            .push_maybe(was)
            .push_maybe(self.others(cx))
            .primary(primary(words::text("remove-close")).on_press(Message::GoBack))
    }
}

/// What goes.
fn going<'a>(cx: &Context<'_>, paths: &[PathBuf]) -> Element<'a, Message> {
    column![caption(words::text("remove-goes")), files(cx, paths)]
        .spacing(space::XS)
        .into()
}

/// Paths, one a line.
fn files<'a>(cx: &Context<'_>, paths: &[PathBuf]) -> Element<'a, Message> {
    let line = |path: &Path| strong(place::shown(path, cx.paths));

    Column::with_children(paths.iter().map(|path| line(path).into()))
        .spacing(space::XS)
        .into()
}

fn back<'a>() -> Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}
