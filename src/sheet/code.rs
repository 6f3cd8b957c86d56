//! A text as a square code: a field of dark and light modules that a phone reads back.
//!
//! Capital letters, digits and a few signs alone, which a code holds most densely. A seventh of it may be
//! hidden by a fold or a stain. The same text is the same code on every machine.
use qrcodegen::{Mask, QrCode, QrCodeEcc, QrSegment, Version};

use std::sync::Arc;

/// A square code, with the words beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Code {
    /// Which one it is: "3 of 8".
    pub number: String,
    /// Which copy it belongs to.
    pub of: String,
    /// What a screen reader says in its place.
    pub says: String,
    /// Its modules.
    pub modules: Modules,
}

/// The modules of a code, without the light edge around it.
#[derive(Clone, PartialEq, Eq)]
pub struct Modules {
    side: usize,
    /// Row by row.
    dark: Arc<[bool]>,
}

/// A text that no code holds, or that has other letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this text does not fit into a square code")]
pub struct Unfit;

impl Modules {
    /// The smallest code that holds `text`, and puts right the most within it.
    ///
    /// # Errors
    /// When the text is too long, or has letters that are no capitals, digits or ` $%*+-./:`.
    pub fn of(text: &str) -> Result<Self, Unfit> {
        if !QrSegment::is_alphanumeric(text) {
            return Err(Unfit);
        }

        let segments = [QrSegment::make_alphanumeric(text)];
        let code = QrCode::encode_segments_advanced(
            &segments,
            QrCodeEcc::Medium,
            Version::MIN,
            Version::MAX,
            None::<Mask>,
            true,
        )
        .map_err(|_| Unfit)?;

        let side = code.size();
        let dark = (0..side)
            .flat_map(|row| (0..side).map(move |column| (column, row)))
            .map(|(column, row)| code.get_module(column, row))
            .collect();

        Ok(Self {
            side: usize::try_from(side).map_err(|_| Unfit)?,
            dark,
        })
    }

    /// How many stand beside each other: 21 to 177.
    pub fn side(&self) -> usize {
        self.side
    }

    /// Whether the one in this column and row is dark, both counted from 0. Outside all is light.
    pub fn is_dark(&self, column: usize, row: usize) -> bool {
        column < self.side && self.dark.get(row * self.side + column).is_some_and(|dark| *dark)
    }
}

/// A picture of a thousand yeses and noes helps nobody.
impl std::fmt::Debug for Modules {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Modules({})", self.side)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_eyes_and_is_the_same_each_time() {
        let code = Modules::of("DP1:1:4:ABC").unwrap();
        let end = code.side() - 1;

        for (column, row) in [(0, 0), (end, 0), (0, end), (3, 3), (end - 3, 3), (3, end - 3)] {
            assert!(code.is_dark(column, row), "{column} {row}");
        }

        assert!(!code.is_dark(1, 1) && !code.is_dark(end + 1, 0) && !code.is_dark(0, end + 1));
        assert_eq!(code, Modules::of("DP1:1:4:ABC").unwrap());
    }

    #[test]
    fn a_longer_text_is_a_larger_code_until_none_holds_it() {
        assert_eq!(Modules::of(&"A".repeat(861)).unwrap().side(), 93);
        assert_eq!(Modules::of(&"A".repeat(1_134)).unwrap().side(), 105);
        assert_eq!(Modules::of(&"A".repeat(1_135)).unwrap().side(), 109);
        assert_eq!(Modules::of(&"A".repeat(4_000)), Err(Unfit));
        assert_eq!(Modules::of("small"), Err(Unfit));
    }
}
