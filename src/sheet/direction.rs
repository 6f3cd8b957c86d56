//! Where lines begin: on the left, or, for languages written so, on the right.

/// Languages whose usual script runs from right to left.
const FROM_THE_RIGHT: &[&str] = &[
    "aii", "ar", "arc", "azb", "bal", "bgn", "bqi", "ckb", "dv", "fa", "glk", "haz", "he", "iw", "ji", "khw", "ks",
    "lrc", "luz", "mzn", "nqo", "pnb", "prs", "ps", "sd", "sdh", "skr", "syr", "ug", "ur", "yi",
];

/// Scripts that run from right to left, as they are named inside a language: `ku-Arab`.
const SCRIPTS: &[&str] = &["adlm", "arab", "aran", "hebr", "nkoo", "rohg", "syrc", "thaa"];

/// Which way lines run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// As in English.
    LeftToRight,
    /// As in Arabic.
    RightToLeft,
}

impl Direction {
    /// The way lines run in `lang`, such as `fa` or `ku-Arab`: by its script where one is named.
    pub fn of(lang: &str) -> Self {
        let lang = lang.to_ascii_lowercase();
        let mut parts = lang.split(['-', '_']);
        let language = parts.next().unwrap_or_default();
        // Scripts are the parts of four letters: regions have two or three, variants more or a digit.
        let script = parts.find(|part| part.len() == 4 && part.chars().all(|letter| letter.is_ascii_lowercase()));

        let is_from_the_right = match script {
            Some(script) => SCRIPTS.contains(&script),
            None => FROM_THE_RIGHT.contains(&language),
        };

        if is_from_the_right {
            Self::RightToLeft
        } else {
            Self::LeftToRight
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_script_decides_before_the_language() {
        for lang in ["ar", "fa-IR", "he", "ur", "AR_eg", "ku-Arab", "pa-Arab-PK", "yi"] {
            assert_eq!(Direction::of(lang), Direction::RightToLeft, "{lang}");
        }

        for lang in [
            "en", "ku", "ar-Latn", "hi", "zh-Hant", "th", "uz-Cyrl", "de-1996", "", "arx",
        ] {
            assert_eq!(Direction::of(lang), Direction::LeftToRight, "{lang}");
        }
    }
}
