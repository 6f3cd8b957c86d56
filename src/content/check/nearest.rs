//! What was probably meant: the known name that is few typing mistakes away.

/// Names longer than this are not compared: ids and keys end at 64.
const LONGEST: usize = 140;

/// The name among `known` that is nearest to `written`, when it is near enough to be meant.
pub(in crate::content) fn nearest<'a>(written: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let allowed = (written.chars().count() / 3).clamp(1, 3);

    known
        .into_iter()
        .filter(|name| name.len().abs_diff(written.len()) <= 4 * allowed && name.len() <= LONGEST)
        .filter(|_| written.len() <= LONGEST)
        .filter_map(|name| mistakes(written, name, allowed).map(|count| (count, name)))
        .min_by_key(|(mistakes, _)| *mistakes)
        .map(|(_, name)| name)
}

/// How many letters must be added, dropped, changed or swapped with the next to get from one to the other.
/// Nothing when there are more than `most`: most names differ early, and are left early.
fn mistakes(from: &str, to: &str, most: usize) -> Option<usize> {
    let from: Vec<char> = from.chars().collect();
    let mut older: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=from.len()).collect();
    let mut before = None;

    for (row, letter) in to.chars().enumerate() {
        let mut line = vec![row + 1];
        let mut left = row + 1;

        for (column, (other, pair)) in from.iter().zip(above.windows(2)).enumerate() {
            let &[diagonal, up] = pair else { continue };
            let is_swap = column > 0 && before == Some(*other) && from.get(column - 1) == Some(&letter);
            let swapped = older
                .get(column.wrapping_sub(1))
                .filter(|_| is_swap)
                .map(|cost| cost + 1);

            left = (diagonal + usize::from(*other != letter)).min(up + 1).min(left + 1);
            left = swapped.map_or(left, |swapped| left.min(swapped));
            line.push(left);
        }

        // Two lines, because a swap looks two lines back.
        if above.iter().chain(&line).all(|cost| *cost > most) {
            return None;
        }

        older = std::mem::replace(&mut above, line);
        before = Some(letter);
    }

    above.last().copied().filter(|count| *count <= most)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mistake_of_typing_counts_one() {
        assert_eq!(mistakes("title", "title", 9), Some(0));
        assert_eq!(mistakes("titel", "title", 9), Some(1));
        assert_eq!(mistakes("tite", "title", 9), Some(1));
        assert_eq!(mistakes("tittle", "title", 9), Some(1));
        assert_eq!(mistakes("", "abc", 9), Some(3));
        assert_eq!(mistakes("kitten", "sitting", 9), Some(3));
    }

    #[test]
    fn names_that_are_too_far_are_left_early() {
        assert_eq!(mistakes("abcdef", "uvwxyz", 3), None);
        assert_eq!(mistakes("abcdef", "abcxyz", 2), None);
        assert_eq!(mistakes("abcdef", "abcxyz", 3), Some(3));
        assert_eq!(mistakes("ab", "ba", 1), Some(1));
    }

    #[test]
    fn the_nearest_name_is_meant_and_a_far_one_is_not() {
        let known = ["show_if_any", "show_if_all", "hide_if_any"];

        assert_eq!(nearest("show_if_anny", known), Some("show_if_any"));
        assert_eq!(nearest("show_of_all", known), Some("show_if_all"));
        assert_eq!(nearest("colour", known), None);
        assert_eq!(nearest("on", ["do", "in"]), Some("in"));
    }

    #[test]
    fn very_long_names_are_not_compared() {
        let long = "a".repeat(100_000);

        assert_eq!(nearest(&long, [long.as_str()]), None);
    }
}
