//! Who may see a sheet, and what follows from that: the one place that every form asks.
//!
//! A level only ever adds what the plan holds. While the legal gate is closed a plan holds nothing of a
//! measure behind it, and no level brings that back.
use super::Block;
use crate::content::{Card, Measure};
use crate::words;

/// What is set for one reader: who may see it decides what may be on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Could belong to anyone: only items that reveal nothing. Place, kinds of device and language may
    /// show; of answers, reasons, decisions and risks, nothing.
    Safe,
    /// For a drawer at home: reasons and decisions too, and the order of the plan; still only items that
    /// reveal nothing.
    Home,
    /// For the person alone: every item of the plan, what is left as risk, what was ticked and noted.
    All,
}

impl Level {
    /// All of them, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Safe, Self::Home, Self::All];

    /// Its name where it is typed.
    pub fn name(self) -> &'static str {
        match self {
            Self::Safe => "safe",
            Self::Home => "home",
            Self::All => "all",
        }
    }

    /// Whether a measure of the plan may be on the sheet.
    pub fn may_show(self, measure: &Measure) -> bool {
        measure.reveals.is_empty() || self == Self::All
    }

    /// Whether a card may be on the sheet that is there for everybody. Where it depends on answers it would
    /// tell those answers.
    pub fn may_show_card(self, card: &Card) -> bool {
        card.show.is_empty() && (card.reveals.is_empty() || self == Self::All)
    }

    /// Whether the sheet may say why something is on it, what was decided, and what matters most to this
    /// person.
    pub fn shows_reasons(self) -> bool {
        self >= Self::Home
    }

    /// Whether the sheet may say what could happen to this person, and what of it is left.
    pub fn shows_risk(self) -> bool {
        self >= Self::All
    }

    /// Whether the sheet may say what was ticked, and how settings were before.
    pub fn shows_notes(self) -> bool {
        self >= Self::All
    }

    /// What stands at the head of every page; nothing where the sheet may be carried.
    pub(super) fn head(self) -> String {
        match self {
            Self::Safe => String::new(),
            Self::Home => words::text("sheet-home"),
            Self::All => words::text("sheet-all"),
        }
    }

    /// The line at the foot of every page; `{page}` and `{pages}` stand for the two numbers.
    pub(super) fn foot(self) -> String {
        let foot = words::text_with("sheet-foot", &[("page", "{page}".into()), ("pages", "{pages}".into())]);

        if self == Self::Safe {
            return foot;
        }

        words::text_with(
            "sheet-foot-home",
            &[("level", self.head().into()), ("foot", foot.into())],
        )
    }

    /// What to know of such a sheet before reading on; nothing where it may be carried.
    pub(super) fn warning(self) -> Option<Block> {
        match self {
            Self::Safe => None,
            Self::Home => Some(Block::Lead(words::text("sheet-home-lead"))),
            Self::All => Some(Block::Lead(words::text("sheet-all-lead"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_shows_what_the_one_before_shows_and_more() {
        let shows = |level: Level| [level.shows_reasons(), level.shows_notes(), level.shows_risk()];
        let [safe, home, all] = Level::ALL.map(shows);

        assert_eq!(safe, [false; 3]);
        assert_eq!(home, [true, false, false]);
        assert_eq!(all, [true; 3]);
    }

    #[test]
    fn what_is_not_to_be_carried_says_so_at_the_top_and_at_the_foot() {
        assert_eq!((Level::Safe.head(), Level::Safe.warning()), (String::new(), None));

        for level in [Level::Home, Level::All] {
            assert!(level.foot().starts_with(&level.head()), "{}", level.foot());
            assert!(level.head().contains("Not to be carried"), "{}", level.head());
            assert!(level.warning().is_some());
        }
    }
}
