//! The rules a pack must keep, each with a number that never changes its meaning.
use super::Level;

use std::fmt;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $number:literal $level:ident;)*) => {
        /// Which rule a finding breaks. Numbers are never used again for something else.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every rule, in the order of the numbers.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// Its number.
            pub fn number(self) -> u16 {
                match self {
                    $(Self::$name => $number,)*
                }
            }

            /// How much it matters.
            pub fn level(self) -> Level {
                match self {
                    $(Self::$name => Level::$level,)*
                }
            }
        }
    };
}

codes! {
    /// The file is not TOML.
    Syntax = 1 Error;
    /// A file, a line, a list or the whole pack is larger than it may be.
    TooLarge = 2 Error;
    /// A key or a table that the format does not have.
    UnknownKey = 3 Error;
    /// A key that belongs to the entry above, written below one of its parts.
    MisplacedKey = 4 Error;
    /// A key that must be there is not.
    MissingKey = 5 Error;
    /// A value of another kind, such as a text where a number belongs.
    WrongType = 6 Error;
    /// An id that is not made of lowercase words joined by hyphens.
    BadId = 7 Error;
    /// A number outside its range.
    OutOfRange = 8 Error;
    /// A word that is not one of those the key takes.
    BadWord = 9 Error;
    /// A day that is not in the calendar, or not between 2000 and 2100.
    BadDate = 10 Error;
    /// A condition that is not `question.choice`, `decision.option` or `@group`.
    BadCondition = 11 Error;
    /// A text or a list with nothing in it.
    Empty = 12 Error;
    /// A character that could deceive or harm.
    DangerousText = 13 Error;
    /// A text longer than its place.
    TooLong = 14 Error;
    /// No file says what pack this is, or more than one does.
    NoHeader = 15 Error;
    /// A format this program does not know.
    UnknownFormat = 16 Error;
    /// A file in a place where no file of a pack stands.
    StrayFile = 17 Error;
    /// A character that the embedded faces cannot draw.
    NoGlyph = 18 Error;

    /// An id that nothing has.
    UnknownId = 20 Error;
    /// An id that two things have.
    DuplicateId = 21 Error;
    /// A question, a decision and a group that share a name.
    NameClash = 22 Error;
    /// A question whose conditions can never hold.
    NeverAsked = 23 Error;
    /// A condition that looks at something that comes later.
    LooksAhead = 24 Error;
    /// An answer that makes no difference.
    ChangesNothing = 25 Warning;
    /// A measure, a decision or a card that can never be there.
    NeverShown = 26 Error;
    /// A measure with conditions that always hold.
    AlwaysShown = 27 Warning;
    /// Conditions that show and hide for the same answer.
    Contradiction = 28 Error;
    /// Advice or law without a source.
    NoSource = 29 Error;
    /// A source that nothing names.
    UnusedSource = 30 Warning;
    /// Steps on a device without the version they were checked on.
    NoVersion = 31 Error;
    /// Steps on a device that no answer brings.
    NeverBrought = 32 Error;
    /// Measures that need or follow each other in a circle.
    Cycle = 33 Error;
    /// Measures in conflict that no decision keeps apart.
    LooseConflict = 34 Error;
    /// A measure that two decisions allow.
    AllowedTwice = 35 Error;
    /// A threat that no answer moves.
    Unmoved = 36 Warning;
    /// A threat that no measure lessens.
    Uncut = 37 Warning;
    /// An answer that matters and is not assumed when the question is skipped.
    NotAssumed = 38 Error;
    /// `when_none` on a shift that raises.
    NoneRaises = 39 Error;
    /// Words that destroy something, and no gate decided.
    NoGate = 40 Error;
    /// A made-up person whose promises or answers contradict each other.
    PersonContradicts = 41 Error;
    /// A term of the glossary that no text uses.
    UnusedTerm = 42 Warning;
    /// A sentence that is hard to follow.
    LongSentence = 43 Warning;
    /// Words that promise too much.
    Promise = 44 Warning;
    /// A shift or a cut that moves nothing.
    MovesNothing = 45 Error;
    /// Words to look at twice: addresses, numbers to call, commands.
    LookTwice = 46 Warning;
    /// An id that is gone and yet in use.
    RetiredInUse = 47 Error;
    /// Two questions that ask for the budget, the time left, the money or the place.
    RoleTwice = 48 Error;
    /// A topic of a place's law that is left out, or said twice.
    TopicOnce = 49 Error;
    /// A situation with advice behind the gate that does not say what comes first.
    NoCare = 50 Error;
    /// Something in a language that is no word: a number, a condition, a day.
    NotWords = 51 Error;
    /// Words of a language for something that the pack does not say.
    NotInBase = 52 Error;
    /// More or fewer steps, lines or parts in a language than the pack has.
    OtherCount = 53 Error;
    /// A name in braces or a line to write on that a language does not keep.
    NotKept = 54 Error;
    /// A language that is there twice, is the pack's own, or goes by two names.
    BadLanguage = 55 Error;
    /// An address that is none, or whose letters or parts could be taken for those of another.
    BadAddress = 56 Error;
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "P{:03}", self.number())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_number_stands_for_two_rules() {
        assert!(Code::ALL.windows(2).all(|pair| pair[0].number() < pair[1].number()));
        assert_eq!(Code::UnknownKey.to_string(), "P003");
    }
}
