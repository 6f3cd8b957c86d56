//! The names things go by: permanent, lowercase, never made from wording.
//!
//! One type a kind, so that a threat can never be looked up among the measures. An id is checked
//! once, when it is made, and trusted ever after. Cloning one is cheap.
use std::fmt;
use std::sync::Arc;

/// The longest an id may be, in bytes.
pub const LONGEST: usize = 64;

/// A name that is not made of lowercase words joined by hyphens, or is longer than [`LONGEST`].
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` must be lowercase words joined by hyphens, at most 64 letters")]
pub struct InvalidId(pub String);

/// Whether `name` may be an id: `a-z`, `0-9` and `-`, not starting with a hyphen.
pub fn is_valid(name: &str) -> bool {
    let is_plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';

    !name.is_empty() && name.len() <= LONGEST && !name.starts_with('-') && name.chars().all(is_plain)
}

/// What all kinds of id have in common, for whoever reads or compares any of them.
pub trait Id: Sized + Clone + Ord {
    /// What may stand before it where it is named: `@` for a group.
    const SIGN: &'static str;

    /// The id called `name`, or nothing when `name` cannot be one.
    fn make(name: &str) -> Option<Self>;

    /// The id as it is written in a pack.
    fn name(&self) -> &str;
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident $sign:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// Checks `name` and keeps it.
            ///
            /// # Errors
            /// When `name` is not made of lowercase words joined by hyphens, or is too long.
            pub fn new(name: &str) -> Result<Self, InvalidId> {
                if is_valid(name) {
                    Ok(Self(name.into()))
                } else {
                    Err(InvalidId(name.to_owned()))
                }
            }

            /// The id as it is written in a pack.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl Id for $name {
            const SIGN: &'static str = $sign;

            fn make(name: &str) -> Option<Self> {
                Self::new(name).ok()
            }

            fn name(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

ids! {
    /// Names a pack, such as `protest`.
    PackId "";
    /// Names what measures are about, such as `screen-lock`.
    TopicId "";
    /// Names a question, such as `unlock`.
    QuestionId "";
    /// Names an answer within its question, such as `finger`.
    ChoiceId "";
    /// Names a named list of answers, such as `phone`; written `@phone` in conditions.
    GroupId "@";
    /// Names a kind of device or an app, such as `iphone` or `signal`.
    DeviceId "";
    /// Names a threat, such as `phone-opened-by-force`.
    ThreatId "";
    /// Names a measure, such as `biometrics-off`.
    MeasureId "";
    /// Names a decision, such as `phone-on-the-day`.
    DecisionId "";
    /// Names one side of its decision, such as `stay-reachable`.
    OptionId "";
    /// Names a country or another place with its own law, such as `de`.
    PlaceId "";
    /// Names a source, such as `eff-pride-2024`.
    SourceId "";
    /// Names a short text for paper, such as `stopped`.
    CardId "";
    /// Names something that can have happened, such as `device-taken`.
    SituationId "";
    /// Names a term of the glossary, such as `full-disk-encryption`.
    TermId "";
    /// Names a made-up person, such as `first-march`: the name of its file.
    PersonaId "";
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_lowercase_words_joined_by_hyphens() {
        assert!(MeasureId::new("biometrics-off").is_ok());
        assert!(MeasureId::new("2g-off").is_ok());

        for name in ["", "-off", "Off", "über", "a b", "a_b", "a.b", &"x".repeat(65)] {
            assert!(MeasureId::new(name).is_err(), "`{name}` should be refused");
        }
    }
}
