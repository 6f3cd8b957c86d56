//! What differs by country. Not legal advice, and never one country's rule for another.
use super::id::{PlaceId, SourceId};
use super::{Confidence, Date};

/// A country or another place with its own law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Permanent name.
    pub id: PlaceId,
    /// What the person reads.
    pub name: String,
    /// What is known of its law.
    pub rules: Vec<PlaceRule>,
    /// What was looked for and not found. Unknown, never allowed.
    pub unknown: Vec<Topic>,
    /// Whether its printers hold Letter paper, and not A4.
    pub prints_letter: bool,
}

impl Place {
    /// The rule about `topic`, when it is known.
    pub fn rule(&self, topic: Topic) -> Option<&PlaceRule> {
        self.rules.iter().find(|rule| rule.topic == topic)
    }

    /// The topics without a rule, whether or not the pack says so, in the order of [`Topic::ALL`].
    pub fn not_known(&self) -> impl Iterator<Item = Topic> {
        Topic::ALL.into_iter().filter(|topic| self.rule(*topic).is_none())
    }
}

/// What is known about one topic of a place's law. Not legal advice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceRule {
    /// What it is about.
    pub topic: Topic,
    /// What is known, in full sentences.
    pub says: String,
    /// The same for a card, at most 90 characters.
    pub card: String,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// When it was last looked at.
    pub reviewed: Date,
    /// How sure it is.
    pub confidence: Confidence,
}

/// What a rule of law is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Topic {
    /// Being made to unlock with the body.
    ForcedUnlock,
    /// Being made to say a code.
    Code,
    /// Searches of a person, a bag, a device.
    Search,
    /// Saying who one is.
    Name,
    /// Covering the face.
    Mask,
    /// Saying nothing.
    Silence,
    /// Filming.
    Filming,
    /// Deleting things.
    Wiping,
    /// Crossing the border.
    Border,
}

impl Topic {
    /// Every topic, in the order in which they matter to somebody whom police have stopped.
    pub const ALL: [Self; 9] = [
        Self::Silence,
        Self::Search,
        Self::Code,
        Self::ForcedUnlock,
        Self::Name,
        Self::Wiping,
        Self::Mask,
        Self::Filming,
        Self::Border,
    ];
}
