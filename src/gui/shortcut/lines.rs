//! The keys as the help screen lists them. A test beside the table holds the two together.

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The id of the words for the keys: as they are written on keyboards, with what is held down.
    pub keys: &'static str,
    /// The id of the words that say what it does.
    pub words: &'static str,
}

/// What the help screen lists, in its order.
pub const LINES: &[Line] = &[
    line("keys-move", "key-move"),
    line("keys-press", "key-press"),
    line("keys-arrows", "key-arrows"),
    line("keys-scroll", "key-scroll"),
    line("keys-near", "key-near"),
    line("keys-pick", "key-pick"),
    line("keys-accept", "key-accept"),
    line("keys-back", "key-back"),
    line("keys-undo", "key-undo"),
    line("keys-save", "key-save"),
    line("keys-print", "key-print"),
    line("keys-text", "key-text"),
    line("keys-lock", "key-lock"),
    line("keys-cover", "key-cover"),
    line("keys-leave", "key-leave"),
    line("keys-help", "key-help"),
];

const fn line(keys: &'static str, words: &'static str) -> Line {
    Line { keys, words }
}
