//! What is kept between sessions: what was said, what is done, and what the plan looked like.
//!
//! A document becomes text that a person can read, and comes back from it. Sealing that text is the vault's
//! business. Formats are numbered; one that was released is never edited again, only followed by another.
mod changes;
mod error;
mod v1;

pub use changes::Change;
pub use error::{Error, Section};

use crate::answers::{Answers, Given, Known, LegalGate};
use crate::content::id::MeasureId;
use crate::content::{Date, GateRole, Pack, Question};
use crate::plan::Plan;
use crate::plan::progress::Progress;

use zeroize::Zeroizing;

use std::collections::BTreeMap;
use std::fmt;

/// One person's plan for one event.
#[derive(Clone, PartialEq)]
pub struct Document {
    /// The pack it was last seen with.
    pub pack: MadeWith,
    /// What the person said.
    pub answers: Answers,
    /// What is done, and how it was before.
    pub progress: Progress,
    /// Rises by one with every save, so that an older copy can be told from a newer one.
    pub revision: u64,
    /// The day of the last save: never the time.
    pub saved: Option<Date>,
    /// The measures the plan had when it was last looked at, each with a stamp of its words.
    pub seen: BTreeMap<MeasureId, String>,
    /// What a later version of the same format added: kept, and written back.
    unknown: toml::Table,
}

/// Which pack a document was made with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MadeWith {
    /// Its name.
    pub id: String,
    /// Its version.
    pub version: u32,
}

impl MadeWith {
    /// This pack, in this version.
    pub fn of(pack: &Pack) -> Self {
        Self {
            id: pack.id.clone(),
            version: pack.version,
        }
    }
}

impl Document {
    /// An empty one.
    pub fn new(pack: &Pack) -> Self {
        Self {
            pack: MadeWith::of(pack),
            answers: Answers::default(),
            progress: Progress::default(),
            revision: 0,
            saved: None,
            seen: BTreeMap::new(),
            unknown: toml::Table::new(),
        }
    }

    /// Its text, in the newest format. What stands behind a closed gate is left out, and so is the answer
    /// that closed it: the text says only whether the gate is open.
    pub fn encode(&self, pack: &Pack) -> Zeroizing<String> {
        v1::encode(self, pack)
    }

    /// Reads a text of any released format.
    ///
    /// # Errors
    /// When it is no plan, is of a newer format, or something in it is not as it should be.
    pub fn decode(text: &str, pack: &Pack) -> Result<Self, Error> {
        let table: toml::Table = text.parse().map_err(|error| error::at(text, &error))?;

        if table.get("format").and_then(toml::Value::as_str) != Some(v1::FORMAT) {
            return Err(Error::NotAPlan);
        }

        match table.get("version").and_then(toml::Value::as_integer) {
            Some(1) => v1::decode(table, pack),
            Some(2..) => Err(Error::TooNew),
            _ => Err(Error::NotAPlan),
        }
    }

    /// Counts a save that is about to happen.
    pub fn save_on(&mut self, today: Option<Date>) {
        self.revision = self.revision.saturating_add(1).min(v1::LAST_REVISION);
        self.saved = today;
    }

    /// Remembers the plan as the person has it before them, so that later changes can be shown.
    pub fn see(&mut self, pack: &Pack, plan: &Plan) {
        self.pack = MadeWith::of(pack);
        self.seen = plan
            .items
            .iter()
            .filter_map(|item| pack.measure(&item.measure))
            .map(|measure| (measure.id.clone(), pack.stamp(measure)))
            .collect();
    }

    /// Whether nothing was said, marked or noted.
    pub fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.progress.is_empty()
    }

    /// Whether the gate is open; nothing when its question was not reached yet.
    fn gate(&self, pack: &Pack) -> Option<LegalGate> {
        let was_reached = gate_questions(pack).any(|question| self.answers.given(&question.id).is_some());

        was_reached.then(|| Known::new(pack, &self.answers).gate())
    }

    /// Takes the gate from a file: an open one can only mean a plain no, a closed one any other answer.
    fn set_gate(&mut self, pack: &Pack, gate: LegalGate) {
        for question in gate_questions(pack) {
            let opening = question
                .choices
                .iter()
                .find(|choice| choice.gate == Some(GateRole::Opens));
            let given = match (gate, opening) {
                (LegalGate::Open, Some(choice)) => Given::one(choice.id.clone()),
                _ => Given::Unknown,
            };

            self.answers.give(question.id.clone(), given);
        }
    }
}

/// The questions whose answers are never kept.
fn gate_questions(pack: &Pack) -> impl Iterator<Item = &Question> {
    let opens = |question: &&Question| {
        question
            .choices
            .iter()
            .any(|choice| choice.gate == Some(GateRole::Opens))
    };

    pack.questions.iter().filter(opens)
}

impl fmt::Debug for Document {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Document(..)")
    }
}
