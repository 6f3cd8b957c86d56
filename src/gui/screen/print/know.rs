//! What to know before printing: whose printer, what is kept on the way to it, and the file itself.
use super::Message;
use super::wish::Wish;
use crate::gui::widget::{Icon, Kind, Page, bullets, notice, page, primary, quiet};
use crate::sheet::Level;
use crate::words;

use iced::Element;

/// What to know before the file is made.
pub(super) fn before<'a>(wish: Wish) -> Page<'a, Message> {
    let whose = [
        words::text("print-before-own"),
        words::text("print-before-whose"),
        words::text("print-before-account"),
        words::text("print-before-dots"),
    ];
    let queue = [
        words::text("print-before-queue"),
        words::text("print-before-failed"),
        words::text("print-before-disk"),
        words::text("print-before-empty"),
    ];
    let file = [
        words::text("print-before-open"),
        words::text("print-before-folder"),
        words::text("print-before-gone"),
    ];

    page("print-before", words::text("print-before"))
        .lead(words::text("print-before-lead"))
        .push_maybe(not_to_carry(wish))
        .part(
            words::text("print-before-printer"),
            bullets("print-before-whose", whose),
        )
        .part(words::text("print-before-way"), bullets("print-before-queue", queue))
        .part(words::text("print-before-file"), bullets("print-before-file", file))
        .action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
        .primary(primary(words::text("print-to-place")).on_press(Message::GoOn))
}

/// What to do with the paper, and how it goes when it has served.
pub(super) fn destroy() -> [String; 4] {
    [
        words::text("print-destroy-tear"),
        words::text("print-destroy-burn"),
        words::text("print-destroy-shred"),
        words::text("print-destroy-photo"),
    ]
}

/// That it is not to be carried, for as long as such paper is on its way.
pub(super) fn not_to_carry<'a, Told: Clone + 'a>(wish: Wish) -> Option<Element<'a, Told>> {
    (wish.level != Level::Safe).then(|| {
        notice(
            Kind::Caution,
            words::text("print-level-careful"),
            words::text("print-level-on-its-way"),
            Vec::new(),
        )
    })
}
