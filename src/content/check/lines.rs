//! From a byte of a text to the line and the character a person counts.

/// Where the lines of one text start.
pub(super) struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    /// Finds the lines of `text`.
    pub(super) fn new(text: &'t str) -> Self {
        let ends = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');

        Self {
            text,
            starts: std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect(),
        }
    }

    /// The line that byte `at` is on, from 1. Quick, however long the line is.
    pub(super) fn line(&self, at: usize) -> usize {
        self.starts.partition_point(|start| *start <= at).max(1)
    }

    /// The line and the character that byte `at` is on, both from 1.
    pub(super) fn place(&self, at: usize) -> (usize, usize) {
        let line = self.line(at);
        let start = self.starts.get(line - 1).copied().unwrap_or(0);
        let before = self.text.get(start..at).unwrap_or_default();
        let visible = before.chars().filter(|character| *character != '\u{FEFF}');

        (line, visible.count() + 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_and_characters_are_counted_from_one() {
        let lines = Lines::new("ab\nüx\r\n\nend");

        assert_eq!(lines.place(0), (1, 1));
        assert_eq!(lines.place(2), (1, 3));
        assert_eq!(lines.place(3), (2, 1));
        assert_eq!(lines.place(5), (2, 2));
        assert_eq!(lines.place(8), (3, 1));
        assert_eq!(lines.place(9), (4, 1));
        assert_eq!(lines.place(12), (4, 4));
    }

    #[test]
    fn a_mark_at_the_start_of_a_file_is_not_counted() {
        assert_eq!(Lines::new("\u{FEFF}ab").place(3), (1, 1));
    }

    #[test]
    fn a_place_beyond_the_end_is_on_the_last_line() {
        assert_eq!(Lines::new("a\nb").place(99).0, 2);
        assert_eq!(Lines::new("").place(0), (1, 1));
    }
}
