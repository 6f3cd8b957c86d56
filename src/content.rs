//! What exists: questions, threats, measures, decisions, places, and who says so.
//!
//! A [`Pack`] is checked once, when it is read, and trusted ever after: every id it mentions exists,
//! every text is clean and fits. Nothing here knows what a person answered.
pub mod check;
pub mod date;
pub mod freshness;
pub mod id;
pub mod limits;
pub mod rule;
pub mod text;
pub mod word;

mod decision;
mod device;
mod measure;
pub mod overlay;
mod paper;
mod persona;
mod place;
mod question;
mod read;
mod schema;
mod situation;
mod stamp;
mod threat;
mod version;

pub use date::Date;
pub use decision::{Decision, Side};
pub use device::{Device, DeviceKind};
pub use measure::{Confidence, Cut, Evidence, Gate, Measure, Money, On, Reveals, Steps, When};
pub use overlay::{Language, Status, Translation};
pub use paper::{Card, GuideStep, Retired, Source, Term};
pub use persona::Persona;
pub use place::{Place, PlaceRule, Topic};
pub use question::{Choice, GateRole, Group, Kind, Question};
pub use read::SourceFile;
pub use situation::{Advice, Situation, Within};
pub use stamp::stamp;
pub use threat::{Shift, Threat};
pub use version::{Fit, LONGEST as LONGEST_VERSION, Version, compare_versions};
pub use word::Word;

use id::{
    CardId, DecisionId, DeviceId, GroupId, MeasureId, PersonaId, PlaceId, QuestionId, SituationId, SourceId, TermId,
    ThreatId,
};
use rule::Entry;

/// A whole checklist: everything that can be asked, weighed, decided and advised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pack {
    /// The name of the pack, such as `protest`.
    pub id: String,
    /// Rises with every change.
    pub version: u32,
    /// The language its words are in, such as `en`.
    pub lang: String,
    /// What it is called on screen. Neutral: it may be read over a shoulder.
    pub title: String,
    /// The licence of its words, such as `CC-BY-4.0`.
    pub licence: String,
    /// When it was last looked through as a whole.
    pub reviewed: Date,
    /// The questions, in the order asked.
    pub questions: Vec<Question>,
    /// Named lists of answers.
    pub groups: Vec<Group>,
    /// Kinds of device, and apps that have steps of their own.
    pub devices: Vec<Device>,
    /// What could happen.
    pub threats: Vec<Threat>,
    /// What can be done about it.
    pub measures: Vec<Measure>,
    /// Where protection costs something real.
    pub decisions: Vec<Decision>,
    /// What differs by country.
    pub places: Vec<Place>,
    /// Who says so.
    pub sources: Vec<Source>,
    /// Short texts for paper.
    pub cards: Vec<Card>,
    /// What can have happened, and what helps then.
    pub situations: Vec<Situation>,
    /// A trainer's run sheet.
    pub guide: Vec<GuideStep>,
    /// Terms that a fourteen-year-old may not know.
    pub glossary: Vec<Term>,
    /// Ids that are gone, and what replaced them.
    pub retired: Vec<Retired>,
    /// Made-up people, with what must and must never be in their plan.
    pub personas: Vec<Persona>,
    /// The other languages it can be had in.
    pub languages: Vec<Language>,
    /// What is known when it speaks another language than it was written in; nothing when it speaks its own.
    pub translation: Option<Translation>,
}

macro_rules! lookups {
    ($($(#[$doc:meta])* $name:ident($field:ident, $id:ty) -> $item:ty;)*) => {
        impl Pack {$(
            $(#[$doc])*
            pub fn $name(&self, id: &$id) -> Option<&$item> {
                self.$field.iter().find(|item| &item.id == id)
            }
        )*}
    };
}

lookups! {
    /// The question of that name.
    question(questions, QuestionId) -> Question;
    /// The named list of answers of that name.
    group(groups, GroupId) -> Group;
    /// The device or app of that name.
    device(devices, DeviceId) -> Device;
    /// The threat of that name.
    threat(threats, ThreatId) -> Threat;
    /// The measure of that name.
    measure(measures, MeasureId) -> Measure;
    /// The decision of that name.
    decision(decisions, DecisionId) -> Decision;
    /// The place of that name.
    place(places, PlaceId) -> Place;
    /// The source of that name.
    source(sources, SourceId) -> Source;
    /// The card of that name.
    card(cards, CardId) -> Card;
    /// The situation of that name.
    situation(situations, SituationId) -> Situation;
    /// The term of that name.
    term(glossary, TermId) -> Term;
    /// The made-up person of that name.
    persona(personas, PersonaId) -> Persona;
}

impl Pack {
    /// The threats that an answer to this question can make more or less likely or grave, in their order.
    pub fn threats_moved_by(&self, question: &QuestionId) -> impl Iterator<Item = &Threat> {
        self.threats.iter().filter(move |threat| {
            threat.shifts.iter().any(|shift| {
                let mut entries = shift.any.iter().chain(&shift.all).chain(&shift.none);

                entries.any(|entry| self.is_about(entry, question))
            })
        })
    }

    fn is_about(&self, entry: &Entry, question: &QuestionId) -> bool {
        match entry {
            Entry::Choice(choice) => &choice.question == question,
            Entry::Group(group) => self
                .group(group)
                .is_some_and(|group| group.any.iter().any(|choice| &choice.question == question)),
            Entry::Option(_) => false,
        }
    }
}
