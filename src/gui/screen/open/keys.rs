//! The key file of a plan in two pieces: where it is, before its passphrase is asked for.
//!
//! Which key a plan had last time is remembered nowhere: it would be a list of what belongs together. Where
//! exactly one key file is around, it is taken; it can be changed.
use super::trying::Refusal;
use super::view::{another, back, in_the_way, shown_file};
use super::{Action, File, Message, Open, Stage};
use crate::gui::context::Context;
use crate::gui::place;
use crate::gui::theme::space;
use crate::gui::widget::{Page, caption, link, page, soft, strong};
use crate::words;

use iced::Element;
use iced::widget::column;

use std::path::{Path, PathBuf};

impl File {
    /// Whether it takes a key file to open it.
    pub(super) fn needs_key(&self) -> bool {
        self.seen.is_some_and(|seen| seen.needs_key)
    }
}

impl Open {
    /// Whether a key file must be brought before anything else.
    pub(super) fn wants_key(&self) -> bool {
        match &self.stage {
            Stage::Asking(file) => file.needs_key() && file.key.is_none(),
            Stage::Choosing | Stage::Opening(..) => false,
        }
    }

    /// The key that is chosen already for this file, such as for its other version.
    pub(super) fn key_of(&self, path: &Path) -> Option<PathBuf> {
        match &self.stage {
            Stage::Asking(file) if file.path == path => file.key.clone(),
            _ => None,
        }
    }

    pub(super) fn look_for_key(&mut self, cx: &Context<'_>, message: place::Message) -> Action {
        match self.keys.update(cx, message) {
            place::Action::None => {}
            place::Action::Run(task) => return Action::Run(task.map(Message::Keys)),
            place::Action::Open(path, _) => self.bring(path),
        }

        self.take_the_only_key();

        Action::None
    }

    /// Takes the key file that is around, if there is only one and the person is not choosing.
    pub(super) fn take_the_only_key(&mut self) {
        if let (false, true, Some(path)) = (self.picks_key, self.wants_key(), self.keys.only_key()) {
            let path = path.to_path_buf();

            self.bring(path);
        }
    }

    fn bring(&mut self, path: PathBuf) {
        if let Stage::Asking(file) = &mut self.stage {
            file.key = Some(path);
            file.refusal = None;
        }
    }

    /// Another key file, or the same once its stick is in.
    pub(super) fn choose_another_key(&mut self, cx: &Context<'_>) -> Action {
        let Stage::Asking(file) = &mut self.stage else {
            return Action::None;
        };

        file.key = None;
        file.refusal = None;
        self.picks_key = true;

        match self.keys.update(cx, place::Message::LookAgain) {
            // What is found now is offered, and not taken: the person is choosing.
            place::Action::Run(task) => Action::Run(task.map(Message::Keys)),
            place::Action::None | place::Action::Open(..) => Action::None,
        }
    }

    /// Where is the key?
    pub(super) fn finding<'a>(&'a self, cx: &Context<'a>, file: &'a File) -> Page<'a, Message> {
        page("open-key", words::text("pieces-find"))
            .lead(words::text("pieces-find-lead"))
            .push(shown_file(cx, &file.path))
            .push_maybe(in_the_way(file))
            .push(soft(words::text("pieces-find-stick")))
            .push(self.keys.view(cx).map(Message::Keys))
            .push(another())
            .action(back())
    }
}

/// Which key file is taken, and the way to another.
pub(super) fn chosen<'a>(cx: &Context<'_>, file: &File) -> Option<Element<'a, Message>> {
    let key = file.key.as_ref().filter(|_| file.needs_key())?;
    // What says that it is the wrong one has the way to another in it.
    let has_way = matches!(file.refusal, Some(Refusal::Key(_)));
    let another = || link(words::text("pieces-another-key")).on_press(Message::ChooseKey);
    let parts = column![
        caption(words::text("pieces-key-is")),
        strong(place::shown(key, cx.paths)),
    ];

    Some(parts.push((!has_way).then(another)).spacing(space::XS).into())
}
