//! The key apart: where its file goes, the way back to one piece, and what both mean.
use super::view::{shown, told};
use super::{Action, Errand, Message, Protect, Stage};
use crate::answers::LegalGate;
use crate::gui::context::Context;
use crate::gui::desk::Kept;
use crate::gui::notice::Notice;
use crate::gui::safe::Pieces;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, Page, body, bullets, caption, file_row, notice, page, primary, soft, strong, switch};
use crate::words;

use iced::Element;
use iced::widget::column;

use std::path::PathBuf;

/// Whether the key of the open plan lies apart.
fn is_apart(cx: &Context<'_>) -> bool {
    cx.desk.kept().is_some_and(|kept| kept.apart.is_some())
}

/// The way to the other number of pieces.
pub(super) fn other_way(cx: &Context<'_>) -> Message {
    if is_apart(cx) { Message::Join } else { Message::Split }
}

impl Protect {
    /// Whether a new key is to be put apart in the end.
    pub(super) fn parts_key(&self) -> bool {
        self.errand == Errand::First && self.is_apart
    }

    pub(super) fn begin_split(&mut self, cx: &Context<'_>) -> Action {
        self.errand = Errand::Split;
        self.passphrase = cx.desk.kept().map(|kept| kept.passphrase.clone());
        self.go(Stage::PlacingKey)
    }

    pub(super) fn begin_join(&mut self, cx: &Context<'_>) -> Action {
        self.errand = Errand::Join;
        self.passphrase = cx.desk.kept().map(|kept| kept.passphrase.clone());
        self.go(Stage::Joining)
    }

    /// A place for the key is chosen: both are written.
    pub(super) fn part(&mut self, cx: &Context<'_>) -> Action {
        let Some(key) = self.key_place.settled().map(|settled| settled.path) else {
            return Action::None;
        };

        match (self.errand, self.place.settled()) {
            _ if self.is_where_the_plan_goes(&key) => Action::None,
            (Errand::Split, _) => self.save_in_place(cx, Some(key)),
            (_, Some(settled)) => self.save(cx, settled, Some(key)),
            (_, None) => self.go(Stage::Placing),
        }
    }

    /// A new plan and its key cannot be one file.
    fn is_where_the_plan_goes(&self, key: &PathBuf) -> bool {
        self.errand == Errand::First && self.place.settled().is_some_and(|settled| settled.path == *key)
    }

    pub(super) fn refuse_key(&mut self, notice: Notice) {
        self.stage = Stage::PlacingKey;
        self.key_place.refuse(notice);
    }

    /// Where the key goes with what the person came for.
    pub(super) fn pieces(&self, cx: &Context<'_>, key: Option<PathBuf>) -> Pieces {
        let apart = cx.desk.kept().and_then(|kept| kept.apart.clone());

        match (self.errand, key, apart) {
            (_, Some(path), _) => Pieces::Part(path),
            (Errand::Change, None, Some(apart)) => Pieces::Rekey(apart),
            (Errand::Move, None, Some(apart)) => Pieces::Two(apart),
            (Errand::First | Errand::Split | Errand::Join, None, _) | (_, None, None) => Pieces::One,
        }
    }

    /// The switch on the page where a new plan gets its place.
    pub(super) fn apart_switch<'a>(&self) -> Option<Element<'a, Message>> {
        let state = if self.is_apart {
            words::text("pieces-two")
        } else {
            words::text("pieces-one")
        };
        let turn = || {
            switch(
                words::text("pieces-apart"),
                Some(words::text("pieces-apart-about")),
                (self.is_apart, state),
                Some(Message::ToggleApart),
            )
        };

        (self.errand == Errand::First).then(turn)
    }

    /// Where the key file goes, and what it means to have one.
    pub(super) fn placing_key<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let key = self.key_place.settled().map(|settled| settled.path);
        let plan = match self.errand {
            Errand::Split => cx.desk.kept().map(|kept| kept.path.clone()),
            _ => self.place.settled().map(|settled| settled.path),
        };
        let is_same = key.is_some() && key == plan;
        let is_beside = key
            .as_ref()
            .zip(plan.as_ref())
            .is_some_and(|(key, plan)| key.parent() == plan.parent());
        let may_save = key.is_some() && !is_same;
        let older = (self.errand == Errand::Split).then(|| soft(words::text("pieces-older")));

        page("protect-key", words::text("pieces-where"))
            .lead(words::text("pieces-where-lead"))
            .push(self.key_place.view(cx).map(Message::KeyPlace))
            .push_maybe(is_beside.then(beside))
            .push(bullets(
                "protect-key-means",
                [
                    words::text("pieces-both"),
                    words::text("pieces-second-copy"),
                    words::text("pieces-quantum"),
                ],
            ))
            .push_maybe(older)
            .primary(primary(words::text("protect-save")).on_press_maybe(may_save.then_some(Message::Continue)))
    }

    /// Before the passphrase alone opens the plan again.
    pub(super) fn joining<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        page("protect-join", words::text("pieces-join"))
            .push_maybe(self.trouble.as_ref().map(told))
            .push(body(words::text("pieces-join-lead")))
            .push_maybe(cx.desk.kept().and_then(|kept| key_file(cx, kept)))
            .push(bullets(
                "protect-join-means",
                [words::text("pieces-join-key-stays"), words::text("pieces-join-copies")],
            ))
            .primary(primary(words::text("pieces-join-now")).on_press(Message::Continue))
    }

    /// What another passphrase for a key file means.
    pub(super) fn warned_of_key<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        page("protect-warned", words::text("protect-warned"))
            .push_maybe(self.trouble.as_ref().map(told))
            .push(body(words::text("pieces-change-lead")))
            .push_maybe(cx.desk.kept().and_then(|kept| key_file(cx, kept)))
            .push(bullets(
                "protect-key-copies",
                [
                    words::text("pieces-change-copies"),
                    words::text("pieces-change-new-key"),
                ],
            ))
            .primary(primary(words::text("protect-change-now")).on_press(Message::Continue))
    }
}

/// Where the plan and its key lie.
pub(super) fn files<'a>(cx: &Context<'a>, kept: &Kept) -> Element<'a, Message> {
    column![strong(shown(cx, &kept.path))]
        .push(key_file(cx, kept))
        .spacing(space::S)
        .into()
}

fn key_file<'a>(cx: &Context<'_>, kept: &Kept) -> Option<Element<'a, Message>> {
    let apart = kept.apart.as_ref()?;
    let parts = column![caption(words::text("pieces-key-is")), strong(shown(cx, &apart.file))];

    Some(parts.spacing(space::XS).into())
}

/// The other number of pieces, and the way out, as rows among what can be done with a kept plan.
pub(super) fn ways<'a>(cx: &Context<'_>, is_read_only: bool) -> Vec<Element<'a, Message>> {
    let (id, title, about) = if is_apart(cx) {
        (
            "protect-join",
            words::text("pieces-join"),
            words::text("pieces-join-about"),
        )
    } else {
        (
            "protect-split",
            words::text("pieces-apart"),
            words::text("pieces-split-about"),
        )
    };
    let about = if is_read_only {
        words::text("protect-change-not-now")
    } else {
        about
    };
    let other = file_row(id, title, Some(about), (!is_read_only).then(|| other_way(cx)));
    // Only somebody who said plainly that there is no case is shown how to delete anything.
    let is_open = cx.known().gate() == LegalGate::Open && !is_read_only;
    let remove = is_open.then(|| {
        file_row(
            "protect-remove",
            words::text("remove-title"),
            Some(words::text("remove-about")),
            Some(Message::Remove),
        )
    });

    std::iter::once(other).chain(remove).collect()
}

fn beside<'a>() -> Element<'a, Message> {
    notice(
        Kind::Caution,
        words::text("pieces-beside"),
        words::text("pieces-beside-advice"),
        Vec::new(),
    )
}
