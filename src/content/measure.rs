//! What can be done, what it takes, and how exactly.
//!
//! A measure is the same for everybody; whether somebody needs it is the business of `plan`.
use super::Date;
use super::id::{DeviceId, MeasureId, SourceId, ThreatId};
use super::rule::Conditions;

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
    /// Who says that they go like this; nothing where no source was found. One of the measure's sources.
    pub source: Option<SourceId>,
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

impl On {
    /// How it is written in a pack: `person`, or the device.
    pub fn word(&self) -> &str {
        match self {
            Self::Person => "person",
            Self::Device(device) => device.as_str(),
        }
    }
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
