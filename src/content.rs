//! What exists: questions, threats, measures, decisions, places, and who says so.
//!
//! A [`Pack`] is checked once, when it is read, and trusted ever after: every id it mentions exists,
//! every text is clean and fits. Nothing here knows what a person answered.
pub mod check;
pub mod date;
pub mod id;
pub mod limits;
pub mod rule;
pub mod text;
pub mod word;

mod read;
mod schema;
mod stamp;

pub use date::Date;
pub use read::SourceFile;
pub use stamp::stamp;
pub use word::Word;

use id::{
    CardId, ChoiceId, DecisionId, DeviceId, GroupId, MeasureId, OptionId, PersonaId, PlaceId, QuestionId, SourceId,
    TermId, ThreatId,
};
use rule::{ChoiceRef, Conditions, Entry, OptionRef};

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
    /// A trainer's run sheet.
    pub guide: Vec<GuideStep>,
    /// Terms that a fourteen-year-old may not know.
    pub glossary: Vec<Term>,
    /// Ids that are gone, and what replaced them.
    pub retired: Vec<Retired>,
    /// Made-up people, with what must and must never be in their plan.
    pub personas: Vec<Persona>,
}

/// Something the person is asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Permanent name.
    pub id: QuestionId,
    /// The question itself.
    pub asks: String,
    /// Why it is asked and what it changes.
    pub why: String,
    /// One answer, or any number of them.
    pub kind: Kind,
    /// When it is asked at all; looks only at earlier questions.
    pub show: Conditions,
    /// The answers that must be assumed when it is skipped or answered with "I don't know".
    pub unknown_means: Vec<ChoiceId>,
    /// Never printed, and worded as optional.
    pub sensitive: bool,
    /// What can be answered, in order.
    pub choices: Vec<Choice>,
}

/// How many answers a question takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Exactly one.
    One,
    /// Any number; none of them is an answer too.
    Many,
}

/// An answer that can be chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// Permanent name within its question.
    pub id: ChoiceId,
    /// What the person reads.
    pub label: String,
    /// Says that this device or app is there.
    pub device: Option<DeviceId>,
    /// Says which law applies.
    pub place: Option<PlaceId>,
    /// How much trouble is accepted, in points. A budget question's choice without it has no limit.
    pub points: Option<u32>,
    /// What may be spent.
    pub money: Option<Money>,
    /// The first time that still lies ahead.
    pub lead: Option<When>,
    /// What it does to the legal gate.
    pub gate: Option<GateRole>,
    /// Named lists that this answer is part of, beside those that name it themselves.
    pub groups: Vec<GroupId>,
}

/// What an answer does to the legal gate. Without an answer that opens it, it is closed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GateRole {
    /// A plain "no": nothing is known or expected.
    Opens,
    /// A case is known or expected.
    Closes,
}

/// A named list of answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// Permanent name; written `@name` in conditions.
    pub id: GroupId,
    /// The answers in it, those that name the group by themselves included.
    pub any: Vec<ChoiceRef>,
}

/// A kind of device, or an app with steps of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Permanent name.
    pub id: DeviceId,
    /// What the person reads.
    pub label: String,
    /// What sort of thing it is.
    pub kind: DeviceKind,
    /// How to lock it at once; empty for an app.
    pub lock_now: String,
    /// How to switch it fully off; empty for an app.
    pub power_off: String,
    /// Where its version is written.
    pub find_version: String,
}

/// What sort of thing a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeviceKind {
    /// Goes in a pocket, has a number.
    Phone,
    /// A laptop or a desktop computer.
    Computer,
    /// A watch, a band, earbuds, a tracker.
    Wearable,
    /// A program on one of the others.
    App,
}

/// Something that could happen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threat {
    /// Permanent name.
    pub id: ThreatId,
    /// Who could do it, such as `police`.
    pub who: String,
    /// What would happen, in one line.
    pub title: String,
    /// One or two sentences more.
    pub about: String,
    /// Articles of the UN Convention against Cybercrime, where it applies.
    pub articles: Vec<String>,
    /// Before any answer: 0 ruled out to 4 expected.
    pub likelihood: u8,
    /// Before any answer: 0 none to 4 grave, for others too.
    pub impact: u8,
    /// What makes it more or less likely or grave.
    pub shifts: Vec<Shift>,
}

/// An answer that moves a threat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shift {
    /// Fires when any of these counts.
    pub any: Vec<Entry>,
    /// Fires when all of these count.
    pub all: Vec<Entry>,
    /// Fires when each of these is a plain no. Only for shifts that lower or rule out.
    pub none: Vec<Entry>,
    /// Added to the likelihood.
    pub likelihood: i8,
    /// Added to the impact.
    pub impact: i8,
    /// Likelihood becomes 0.
    pub rules_out: bool,
    /// The reason in the person's words, such as "You worry about the police."
    pub because: String,
}

/// Something that can be done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measure {
    /// Permanent name: never reused, never made from wording.
    pub id: MeasureId,
    /// What it is about, such as `screen-lock`: the file it stands in.
    pub topic: String,
    /// What to do, in one line.
    pub title: String,
    /// The same for cards, at most 60 characters.
    pub short: String,
    /// Why it helps.
    pub why: String,
    /// When it is done.
    pub when: When,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What it costs to buy.
    pub money: Money,
    /// What it costs in comfort.
    pub cost: String,
    /// When not to, and what can go wrong.
    pub careful: String,
    /// What to do when it is not possible.
    pub instead: String,
    /// How to go back.
    pub undo: String,
    /// How sure it is.
    pub evidence: Evidence,
    /// In every plan, and costs no budget.
    pub baseline: bool,
    /// When it is a candidate.
    pub show: Conditions,
    /// Bought together with it.
    pub needs: Vec<MeasureId>,
    /// Comes after these, where they are there.
    pub after: Vec<MeasureId>,
    /// Cannot be done together with these.
    pub conflicts: Vec<MeasureId>,
    /// Which gate it stands behind.
    pub gate: Gate,
    /// Why it does or does not stand behind a gate; empty where the words destroy nothing.
    pub gate_why: String,
    /// What a line about it tells a stranger; not empty keeps it off safe-to-carry paper.
    pub reveals: Vec<Reveals>,
    /// Asks how it was before, and feeds the restore list.
    pub changes_setting: bool,
    /// Worth keeping after the event.
    pub keep_after: bool,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// Which threats it lessens.
    pub cuts: Vec<Cut>,
    /// What to do exactly, by device.
    pub steps: Vec<Steps>,
}

/// When something is done, in order of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum When {
    /// More than a week ahead.
    WeeksBefore,
    /// In the days before, at home.
    DaysBefore,
    /// On the day, before leaving the house.
    Leaving,
    /// While it goes on.
    During,
    /// Afterwards.
    After,
}

impl When {
    /// All of them, in order of time.
    pub const ALL: [Self; 5] = [
        Self::WeeksBefore,
        Self::DaysBefore,
        Self::Leaving,
        Self::During,
        Self::After,
    ];
}

/// What something costs to buy: a filter, not a price.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Money {
    /// Nothing.
    None,
    /// A little.
    Some,
    /// As much as a device.
    Device,
}

/// How sure a piece of advice is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Evidence {
    /// A vendor, a statute or a court.
    A,
    /// Research.
    B,
    /// Practitioners agree.
    C,
    /// Disputed.
    D,
}

/// What a measure stands behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Gate {
    /// Nothing.
    None,
    /// Hidden while a case is known, expected, or not ruled out.
    Legal,
}

/// What a line about a measure tells a stranger.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Reveals {
    /// Something about who the person is.
    Identity,
    /// Something about whom they go with.
    Group,
    /// Something about a case or a status.
    Legal,
    /// Something about what they are going to do.
    Plan,
}

/// How far a measure lessens a threat.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cut {
    /// The threat.
    pub threat: ThreatId,
    /// Taken from the likelihood.
    pub likelihood_by: u8,
    /// Taken from the impact.
    pub impact_by: u8,
    /// May bring what it cuts to zero; otherwise that stops at one.
    pub removes: bool,
}

/// What to do exactly on one device, in one app, or as a person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Steps {
    /// Where.
    pub on: On,
    /// The first version these steps hold for; empty when it does not matter.
    pub os_min: String,
    /// The last version they were checked on; empty for a person.
    pub os_verified: String,
    /// When they were last looked at.
    pub reviewed: Date,
    /// How sure they are; anything but high is said on screen and on paper.
    pub confidence: Confidence,
    /// One line a step.
    pub does: Vec<String>,
    /// How to see that it worked.
    pub check: String,
    /// The word to search for when menus have moved.
    pub search: String,
}

/// Where steps are taken.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum On {
    /// By the person, with no device.
    Person,
    /// On a device or in an app.
    Device(DeviceId),
}

/// How sure a step or a rule of law is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Confidence {
    /// Two agreeing sources, or one vendor document close in date.
    High,
    /// One practitioner source, or wording may vary.
    Medium,
    /// General knowledge, not found in a source.
    Low,
}

/// A real trade-off: the person picks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decision {
    /// Permanent name.
    pub id: DecisionId,
    /// The question it puts.
    pub asks: String,
    /// What stands behind it, in one or two sentences.
    pub about: String,
    /// When it is put at all.
    pub show: Conditions,
    /// The sides, at least two.
    pub options: Vec<Side>,
}

/// One side of a decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Side {
    /// Permanent name within its decision.
    pub id: OptionId,
    /// What the person reads.
    pub label: String,
    /// What it gives.
    pub gives: String,
    /// What it costs.
    pub costs: String,
    /// The measures that only this side allows.
    pub allows: Vec<MeasureId>,
}

/// A country or another place with its own law.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Permanent name.
    pub id: PlaceId,
    /// What the person reads.
    pub name: String,
    /// What is known of its law. A topic that is missing is unknown, never allowed.
    pub rules: Vec<PlaceRule>,
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

/// Who says so.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Source {
    /// Permanent name.
    pub id: SourceId,
    /// What it is called.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// Where it is; inert text, never opened.
    pub url: String,
    /// When it was published or last changed.
    pub date: Date,
}

/// A short text for paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Permanent name.
    pub id: CardId,
    /// Its heading.
    pub title: String,
    /// When it is shown.
    pub show: Conditions,
    /// One short line each.
    pub lines: Vec<String>,
    /// Who says so.
    pub sources: Vec<SourceId>,
    /// What it tells a stranger; not empty keeps it off safe-to-carry paper.
    pub reveals: Vec<Reveals>,
}

/// One step of a trainer's run sheet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GuideStep {
    /// What it is called.
    pub title: String,
    /// How long it takes, in minutes.
    pub minutes: u16,
    /// What is needed for it.
    pub materials: Vec<String>,
    /// What to say and do.
    pub say: Vec<String>,
    /// What people object, and an answer.
    pub objections: Vec<String>,
}

/// A term and what it means.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Permanent name.
    pub id: TermId,
    /// The term, and other spellings of it.
    pub words: Vec<String>,
    /// What it means, in a sentence a fourteen-year-old understands.
    pub means: String,
}

/// An id that is gone. Old files that name it still read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Retired {
    /// The id, such as `measure:old-name`.
    pub id: String,
    /// What to read instead; empty when nothing replaced it.
    pub replaced_by: String,
    /// Why it went.
    pub why: String,
}

/// A made-up person: a valid answers file, plus a name and a promise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Persona {
    /// The name of its file.
    pub id: PersonaId,
    /// What they are called.
    pub name: String,
    /// Who they are, in a line.
    pub about: String,
    /// What they answered.
    pub answers: Vec<ChoiceRef>,
    /// Questions that take any number, answered with none of them.
    pub none: Vec<QuestionId>,
    /// What they decided.
    pub decisions: Vec<OptionRef>,
    /// Where they disagree with the proposal: threat, likelihood, impact.
    pub weigh: Vec<(ThreatId, Option<u8>, Option<u8>)>,
    /// What must be in their plan.
    pub must: Vec<MeasureId>,
    /// What must never be in their plan.
    pub must_never: Vec<MeasureId>,
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

impl Question {
    /// The answer of that name.
    pub fn choice(&self, id: &ChoiceId) -> Option<&Choice> {
        self.choices.iter().find(|choice| &choice.id == id)
    }
}

impl Decision {
    /// The side of that name.
    pub fn option(&self, id: &OptionId) -> Option<&Side> {
        self.options.iter().find(|option| &option.id == id)
    }
}
