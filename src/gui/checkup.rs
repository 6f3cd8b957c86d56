//! Where this computer may write its memory, as pages tell it: calmly, and only as much as was seen.
use super::theme::space;
use super::widget::{Kind, badge, body, ends, notice, soft};
use crate::checkup::{Checkup, Swap};
use crate::words;

use iced::Element;
use iced::widget::column;

/// What was seen, and what it means; nothing yet while somebody looks. `width` is what the sentence needs before
/// its word stands on a line of its own, in pixels.
pub(crate) fn seen<'a, Message: Clone + 'a>(checkup: Option<&Checkup>, width: f32) -> Element<'a, Message> {
    let Some(checkup) = checkup else {
        return soft(words::text("checkup-looking")).into();
    };
    let kind = match checkup.swap {
        Swap::None | Swap::InMemory | Swap::Encrypted => Kind::Good,
        Swap::CannotTell => Kind::Note,
        Swap::Plain => Kind::Caution,
    };
    let verdict = ends(
        width,
        [
            body(words::text("checkup-swap")).into(),
            badge(kind, checkup.swap.word()),
        ],
    )
    .gap(space::XS);
    let sentences = checkup.sentences().into_iter().map(|it| soft(it).into());

    column(std::iter::once(verdict.into()).chain(sentences))
        .spacing(space::XS)
        .into()
}

/// A word of care where a passphrase is made, if memory may be written to a disk as it is. `is_own` is for a
/// phrase of the person's own.
pub(crate) fn care<'a, Message: Clone + 'a>(checkup: Option<&Checkup>, is_own: bool) -> Option<Element<'a, Message>> {
    let is_plain = checkup.is_some_and(|checkup| checkup.swap == Swap::Plain);
    let (kind, advice) = match is_own {
        true => (Kind::Caution, words::text("checkup-notice-own")),
        false => (Kind::Note, words::text("checkup-notice-words")),
    };

    is_plain.then(|| notice(kind, words::text("checkup-notice"), advice, Vec::new()))
}
