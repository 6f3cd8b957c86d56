//! What Daypack is made of, and in whose words it may be used: one page, made from what is linked.
//!
//! A test makes the page again and compares it, so that a new part cannot be forgotten.

/// The whole page, with the words of every licence.
pub const TEXT: &str = include_str!("../assets/licences.txt");

/// One of the parts the program is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// What it is called.
    pub name: &'static str,
    /// Its version; empty for what has none, such as a typeface.
    pub version: &'static str,
    /// The short name of its licence, or of those to choose from.
    pub licence: &'static str,
    /// The numbers of the words at the end of the page, counted from 1. At least one.
    pub words: Vec<usize>,
}

/// Every part, in the order of the page: what is ours first, then by name.
pub fn parts() -> impl Iterator<Item = Part> {
    let list = TEXT.split("\n[").next().unwrap_or_default();

    list.lines().filter(|line| !line.starts_with(' ')).filter_map(part)
}

fn part(line: &'static str) -> Option<Part> {
    let (title, rest) = line.split_once(" — ")?;
    let (licence, words) = rest.split_once(" [")?;
    let is_version = |(_, version): &(&str, &str)| version.starts_with(|first: char| first.is_ascii_digit());
    let (name, version) = title.rsplit_once(' ').filter(is_version).unwrap_or((title, ""));

    Some(Part {
        name,
        version,
        licence,
        words: words.split(['[', ']', ' ']).filter_map(|it| it.parse().ok()).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_the_page_is_a_part() {
        assert_eq!(
            part("age 0.12.1 — MIT OR Apache-2.0 [3] [12]"),
            Some(Part {
                name: "age",
                version: "0.12.1",
                licence: "MIT OR Apache-2.0",
                words: vec![3, 12],
            })
        );
        assert_eq!(part("The checklists — CC-BY-4.0 [2]").map(|it| it.version), Some(""));
        assert_eq!(part("at the end."), None);
    }

    #[test]
    fn the_program_itself_stands_first() {
        let mut parts = parts();

        assert_eq!(parts.next().map(|it| it.name), Some("Daypack"));
        assert!(parts.any(|it| it.name == "age"));
    }
}
