//! How the page looks: the plans, the passphrase, and what is in the way.
use super::trying::{self, Refusal};
use super::{File, Message, Open, Stage, keys};
use crate::gui::context::Context;
use crate::gui::notice::Notice;
use crate::gui::place;
use crate::gui::widget::{
    Icon, Kind, Page, Press, bullets, fold, link, notice, page, primary, progress, quiet, secondary, secret, soft,
    strong, switch,
};
use crate::keep::Version;
use crate::words;

use iced::Element;

impl Open {
    /// Shows it.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        match &self.stage {
            Stage::Choosing => self.choosing(cx),
            Stage::Asking(file) => self.asking(cx, file),
            Stage::Opening(file, _) => page("open-opening", self.title())
                .push(strong(place::shown(&file.path, cx.paths)))
                .push(progress(words::text("open-opening"), None))
                .push(soft(words::text("open-opening-why"))),
        }
    }

    fn title(&self) -> String {
        if self.is_locked {
            words::text("open-locked")
        } else {
            words::text("open-title")
        }
    }

    /// Which plan?
    fn choosing<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        page("open-choose", words::text("open-choose"))
            .push_maybe(unsaved(cx))
            .push(self.place.view(cx).map(Message::Place))
            .push(link(words::text("gather-way")).on_press(Message::FromPaper))
            .action(back())
    }

    /// Its passphrase, if one can help.
    fn asking<'a>(&'a self, cx: &Context<'a>, file: &'a File) -> Page<'a, Message> {
        if self.wants_key() {
            return self.finding(cx, file);
        }

        let is_final = file.refusal.as_ref().is_some_and(Refusal::is_final);
        // A page of its own once the key is there: on a page one comes back to, the keyboard is where it was.
        let id = if file.needs_key() {
            "open-with-key"
        } else {
            "open-passphrase"
        };
        let page = page(id, self.title())
            .push_maybe(self.is_locked.then(|| soft(locked(file))))
            .push(strong(place::shown(&file.path, cx.paths)))
            .push_maybe((file.version == Version::Previous).then(|| soft(words::text("open-is-previous"))))
            .push_maybe(unsaved(cx))
            .push_maybe(in_the_way(file))
            .push_maybe(only_to_read(file))
            .push_maybe(keys::chosen(cx, file))
            .action(back());

        if is_final {
            return page.push(another());
        }

        let may_open = !self.typed.is_empty();

        page.push(self.field(file))
            .push(self.eye())
            .push(self.forgotten())
            .push(another())
            .primary(primary(words::text("open-open")).on_press_maybe(may_open.then_some(Message::Open)))
    }

    fn field<'a>(&'a self, file: &File) -> Element<'a, Message> {
        let problem = (file.refusal == Some(Refusal::Wrong)).then(|| match file.needs_key() {
            true => words::text("pieces-wrong"),
            false => words::text("open-wrong"),
        });

        secret("open-secret", words::text("open-field"), &self.typed)
            .note(words::text("open-field-note"))
            .shown(self.is_shown)
            .problem(problem)
            .on_change(Message::Typed)
            .on_submit(Message::Open)
            .starts()
            .into()
    }

    /// Shows or hides what is typed.
    fn eye<'a>(&self) -> Element<'a, Message> {
        let state = if self.is_shown {
            words::text("open-shown")
        } else {
            words::text("open-hidden")
        };

        switch(
            words::text("open-show"),
            None,
            (self.is_shown, state),
            Some(Message::ToggleShown),
        )
    }

    /// What can be done without the passphrase: not much, and that is said.
    fn forgotten<'a>(&self) -> Element<'a, Message> {
        fold(
            "open-forgotten",
            words::text("open-forgotten"),
            (self.shows_forgotten, Message::ToggleForgotten),
            || {
                bullets(
                    "open-forgotten-points",
                    [
                        words::text("open-forgotten-try"),
                        words::text("open-forgotten-nobody"),
                        words::text("open-forgotten-anew"),
                    ],
                )
            },
        )
    }
}

/// What opens a locked plan again.
fn locked(file: &File) -> String {
    if file.needs_key() {
        words::text("pieces-locked-about")
    } else {
        words::text("open-locked-about")
    }
}

pub(super) fn shown_file<'a>(cx: &Context<'_>, path: &std::path::Path) -> Element<'a, Message> {
    strong(place::shown(path, cx.paths)).into()
}

pub(super) fn back<'a>() -> Press<'a, Message> {
    quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack)
}

pub(super) fn another<'a>() -> Press<'a, Message> {
    link(words::text("open-another")).on_press(Message::ChooseAnother)
}

/// What is in the way, and what helps.
pub(super) fn in_the_way<'a>(file: &'a File) -> Option<Element<'a, Message>> {
    let say = |it: &'a Notice, ways| notice(Kind::Caution, it.what.as_str(), it.advice.as_str(), ways);

    match file.refusal.as_ref()? {
        Refusal::Wrong => None,
        Refusal::Costly { mib } => Some(notice(
            Kind::Caution,
            words::text_with("open-costly", &[("mib", mib.to_string().into())]),
            words::text("open-costly-advice"),
            vec![secondary(words::text("open-costly-go-on")).on_press(Message::OpenCostly)],
        )),
        Refusal::HasPrevious(it) => Some(say(
            it,
            vec![secondary(words::text("open-previous")).on_press(Message::OpenPrevious)],
        )),
        Refusal::Key(it) => Some(say(
            it,
            vec![
                secondary(words::text("pieces-choose-key"))
                    .id("choose-key")
                    .on_press(Message::ChooseKey),
            ],
        )),
        Refusal::Final(it) | Refusal::Passing(it) => Some(say(it, Vec::new())),
    }
}

/// That the plan can only be read here, known before it is opened.
fn only_to_read<'a>(file: &File) -> Option<Element<'a, Message>> {
    let it = trying::access(file.seen?.access)?;

    Some(notice(Kind::Note, it.what, it.advice, Vec::new()))
}

/// That opening a plan takes the place of another one that is not saved.
fn unsaved<'a>(cx: &Context<'_>) -> Option<Element<'a, Message>> {
    let is_lost = !cx.desk.is_empty() && (cx.desk.kept().is_none() || cx.desk.is_edited());

    is_lost.then(|| {
        notice(
            Kind::Caution,
            words::text("open-unsaved"),
            words::text("open-unsaved-advice"),
            Vec::new(),
        )
    })
}
