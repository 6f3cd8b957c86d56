//! `daypack-cli checkup`: where this computer may write its memory, and what that means for an open plan.
//!
//! It looks, and changes nothing. Memory that may reach a disk as it is counts as a finding; what cannot be told
//! does not.
use super::failure::Failure;
use super::output;
use super::page::Page;
use crate::checkup::{Checkup, Swap};
use crate::keep::Keeper;
use crate::paths::Paths;
use crate::words;

/// A line that works as it stands.
pub(super) const EXAMPLE: &str = "daypack-cli checkup";

/// Looks, and says what was seen.
///
/// # Errors
/// When memory may be written to a disk that is not encrypted, or standard output cannot be written.
pub(super) fn run() -> Result<(), Failure> {
    let checkup = Keeper::new(Paths::here()).checkup();

    output::text(page(&checkup).as_str())?;

    match checkup.swap {
        Swap::None | Swap::InMemory | Swap::Encrypted | Swap::CannotTell => Ok(()),
        Swap::Plain => Err(Failure::found()),
    }
}

fn page(checkup: &Checkup) -> Page {
    let mut page = Page::default();
    let verdict = [
        ("what", words::text("checkup-swap").into()),
        ("verdict", checkup.swap.word().into()),
    ];

    page.line(0, &words::text_with("checkup-line", &verdict));

    // One that is all there is was named already.
    for area in checkup.areas.iter().filter(|_| checkup.areas.len() > 1) {
        let verdict = [
            ("what", area.name.as_str().into()),
            ("verdict", area.swap.word().into()),
        ];

        page.line(1, &words::text_with("checkup-line", &verdict));
    }

    for sentence in checkup.sentences() {
        page.gap();
        page.line(0, &sentence);
    }

    page
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checkup::Area;

    fn told(swaps: &[Swap]) -> String {
        let areas: Vec<_> = swaps
            .iter()
            .map(|swap| Area {
                name: format!("/dev/{swap:?}"),
                swap: *swap,
            })
            .collect();
        let checkup = Checkup {
            swap: swaps.iter().copied().max().unwrap_or(Swap::None),
            areas,
            hibernates: true,
            left: None,
        };

        page(&checkup).as_str().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn what_is_plain_is_named_with_what_to_do_and_what_is_not_is_short() {
        let plain = told(&[Swap::Plain]);

        assert!(plain.contains("not encrypted: /dev/Plain."), "{plain}");
        assert!(
            plain.contains("swapoff") && plain.contains("can hibernate now"),
            "{plain}"
        );

        for swap in [Swap::InMemory, Swap::Encrypted] {
            let good = told(&[swap]);

            assert!(!good.contains("swapoff") && !good.contains("hibernate"), "{good}");
        }

        assert!(told(&[]).contains("there is none"));
        assert!(told(&[Swap::CannotTell]).contains("does not say whether"));
    }

    #[test]
    fn several_areas_are_listed_each_with_its_own_verdict() {
        let both = told(&[Swap::InMemory, Swap::Plain]);

        assert!(both.contains("/dev/InMemory: in memory alone"), "{both}");
        assert!(both.contains("/dev/Plain: not encrypted"), "{both}");
    }
}
