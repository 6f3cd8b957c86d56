//! The keys as the help screen lists them. A test beside the table holds the two together.

/// One line of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    /// The key as it is written on keyboards, with what is held down.
    pub keys: &'static str,
    /// The id of the words that say what it does.
    pub words: &'static str,
}

/// What the help screen lists, in its order.
pub const LINES: &[Line] = &[
    line("Tab, Shift+Tab", "key-move"),
    line("Enter, Space", "key-press"),
    line("Arrows", "key-arrows"),
    line("Page Up, Down", "key-scroll"),
    line("1 … 9", "key-pick"),
    line("Enter", "key-accept"),
    line("Escape", "key-back"),
    line("Ctrl+Z", "key-undo"),
    line("Ctrl+S", "key-save"),
    line("Ctrl+P", "key-print"),
    line("Ctrl++, Ctrl+-, Ctrl+0", "key-text"),
    line("Ctrl+L", "key-lock"),
    line("F9", "key-cover"),
    line("F12, Ctrl+Shift+Q", "key-leave"),
    line("F1", "key-help"),
];

const fn line(keys: &'static str, words: &'static str) -> Line {
    Line { keys, words }
}
