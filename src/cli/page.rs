//! Text for a terminal: broken into lines of eighty, set in by two, with blank lines where they help.
use crate::risk::Because;
use crate::words;

use std::fmt::Write;

/// The longest line, in letters.
const WIDTH: usize = 80;

/// A text that grows line by line.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// A heading, with a blank line before it.
    pub(super) fn heading(&mut self, text: &str) {
        self.gap();
        self.line(0, text);
        self.line(0, &"-".repeat(text.chars().count()));
    }

    /// A blank line, but never two of them and never at the top.
    pub(super) fn gap(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }

    /// A text, broken at its spaces; `depth` is how far it is set in. Says nothing for an empty text.
    pub(super) fn line(&mut self, depth: usize, text: &str) {
        self.marked(depth, "", text);
    }

    /// The same behind a mark such as `1.` or `-`, with the later lines set in below the text.
    pub(super) fn marked(&mut self, depth: usize, mark: &str, text: &str) {
        let inset = " ".repeat(depth.saturating_mul(2));
        let hang = " ".repeat(mark.chars().count());
        let room = WIDTH.saturating_sub(inset.len()).saturating_sub(hang.len()).max(20);

        for (number, line) in lines(text, room).iter().enumerate() {
            let start = if number == 0 { mark } else { &hang };

            let _ = writeln!(self.text, "{inset}{start}{line}");
        }
    }

    /// Everything so far.
    pub(super) fn as_str(&self) -> &str {
        &self.text
    }
}

/// A reason as a sentence, which says when it was assumed and not said.
pub(super) fn reason(because: &Because) -> String {
    if because.is_assumed() {
        words::text_with("terminal-assumed", &[("reason", because.text.as_str().into())])
    } else {
        because.text.clone()
    }
}

/// Breaks a text at its spaces into lines of at most `room` letters; a longer word stays whole.
fn lines(text: &str, room: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();

    for word in text.split_whitespace() {
        let length = line.chars().count() + 1 + word.chars().count();

        if !line.is_empty() && length > room {
            lines.push(std::mem::take(&mut line));
        }

        if !line.is_empty() {
            line.push(' ');
        }

        line.push_str(word);
    }

    if !line.is_empty() {
        lines.push(line);
    }

    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_word_is_lost_and_no_line_is_too_long() {
        let text = "one two three four five six seven eight nine ten ".repeat(9);
        let broken = lines(&text, 20);

        assert!(broken.iter().all(|line| line.chars().count() <= 20));
        assert_eq!(broken.join(" "), text.trim());
    }

    #[test]
    fn later_lines_stand_below_the_first() {
        let mut page = Page::default();
        page.marked(1, "- ", &"word ".repeat(30));

        let mut lines = page.as_str().lines();

        assert!(lines.next().unwrap().starts_with("  - word"));
        assert!(lines.all(|line| line.starts_with("    word")));
    }

    #[test]
    fn an_empty_text_is_no_line() {
        let mut page = Page::default();
        page.line(2, "");
        page.gap();

        assert_eq!(page.as_str(), "");
    }
}
