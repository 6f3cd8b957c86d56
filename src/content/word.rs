//! The fixed words of the format: how each kind of thing is written in a pack.
//!
//! One table an enum, read in both directions, so that what is written can always be read again.
use super::{Confidence, DeviceKind, Evidence, Gate, GateRole, Kind, Money, Reveals, Status, Topic, When, Within};

/// Something that is written as one of a few fixed words.
pub trait Word: Copy + PartialEq + 'static {
    /// Every value beside its word, in the order of the documentation. Never empty.
    const WORDS: &'static [(&'static str, Self)];

    /// The word for it, such as `days-before`.
    fn word(self) -> &'static str {
        Self::WORDS
            .iter()
            .find(|(_, value)| *value == self)
            .map_or("", |(word, _)| word)
    }

    /// What `word` stands for, or nothing.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS
            .iter()
            .find(|(known, _)| *known == word)
            .map(|(_, value)| *value)
    }
}

macro_rules! words {
    ($($name:ident { $($word:literal => $value:ident),* $(,)? })*) => {
        $(impl Word for $name {
            const WORDS: &'static [(&'static str, Self)] = &[$(($word, Self::$value)),*];
        })*

        #[cfg(test)]
        mod tests {
            use super::*;

            #[test]
            fn every_value_has_a_word_of_its_own() {
                $($(
                    assert_eq!($name::$value.word(), $word);
                    assert_eq!($name::of($word), Some($name::$value));
                )*)*
            }

            #[test]
            fn an_unknown_word_stands_for_nothing() {
                $(assert_eq!($name::of("never"), None);)*
            }
        }
    };
}

words! {
    Kind { "one" => One, "many" => Many }
    GateRole { "opens" => Opens, "closes" => Closes }
    DeviceKind { "phone" => Phone, "computer" => Computer, "wearable" => Wearable, "app" => App }
    When {
        "weeks-before" => WeeksBefore,
        "days-before" => DaysBefore,
        "leaving" => Leaving,
        "during" => During,
        "after" => After,
    }
    Within { "hour" => Hour, "day" => Day, "week" => Week }
    Money { "none" => None, "some" => Some, "device" => Device }
    Evidence { "A" => A, "B" => B, "C" => C, "D" => D }
    Gate { "none" => None, "legal" => Legal }
    Reveals { "identity" => Identity, "group" => Group, "legal" => Legal, "plan" => Plan }
    Status { "machine" => Machine, "draft" => Draft, "reviewed" => Reviewed }
    Confidence { "high" => High, "medium" => Medium, "low" => Low }
    Topic {
        "forced-unlock" => ForcedUnlock,
        "code" => Code,
        "search" => Search,
        "name" => Name,
        "mask" => Mask,
        "silence" => Silence,
        "filming" => Filming,
        "wiping" => Wiping,
        "border" => Border,
    }
}
