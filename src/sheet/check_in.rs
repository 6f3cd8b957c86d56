//! The check-in: who waits for me, until when, then what, and whom never to call.
//!
//! Words and room for a hand, and nothing else: not a word of it comes from a plan, so it is the same for
//! everybody. Names and numbers are written by hand, so that no printer's memory holds them.
use super::{Block, Carry, Level, Setting, Sheet};
use crate::content::Pack;
use crate::words;

/// The check-in, in the language of `pack`.
pub fn check_in(pack: &Pack) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Roomy,
    };
    let blocks = vec![
        Block::Lead(words::text("check-in-lead")),
        Block::Heading(words::text("check-in-who")),
        Block::Blanks(vec![words::text("check-in-waits"), words::text("check-in-reach")]),
        Block::Heading(words::text("check-in-until")),
        Block::Blanks(vec![
            words::text("check-in-leave"),
            words::text("check-in-back"),
            words::text("check-in-sign"),
            words::text("check-in-sign-at"),
        ]),
        Block::Heading(words::text("check-in-then")),
        Block::Paragraph(words::text("check-in-then-note")),
        Block::Blanks(vec![
            words::text("check-in-wait"),
            words::text("check-in-try"),
            words::text("check-in-call"),
            words::text("check-in-call-next"),
            words::text("check-in-lawyer"),
            words::text("check-in-needs"),
        ]),
        Block::Heading(words::text("check-in-never")),
        Block::Paragraph(words::text("check-in-never-note")),
        Block::Blanks(vec![words::text("check-in-not"), words::text("check-in-not-either")]),
        Block::Heading(words::text("check-in-destroy")),
        Block::Points(vec![
            words::text("check-in-destroy-how"),
            words::text("check-in-destroy-case"),
            words::text("check-in-destroy-photo"),
        ]),
    ];

    Sheet::of(pack, &carry, words::text("check-in-title"), blocks)
}
