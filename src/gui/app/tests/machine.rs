//! 65: anything that can happen to a plan and its window, in any order, against what must always be true.
//!
//! No save is asked for once the secrets are gone. A lock that was asked for is never lost, whatever fails or
//! comes between. Nothing is written before the first save. Nothing of a plan is in view while it is covered or
//! locked. What was said leaves the desk saved, or because the person said so.
mod model;

use super::super::ask::{self, Ask};
use super::super::*;
use super::person::{PHRASES, Person};
use super::world::{Fate, meddle};
use crate::gui::shortcut::Shortcut as Key;
use model::{CAME_BY, Model, comes_by};

use proptest::prelude::*;
use proptest::sample::Index;
use proptest::test_runner::TestRunner;

/// How many stories are told.
const CASES: u32 = 200;

const SECOND: Duration = Duration::from_secs(1);

/// Something that happens.
#[derive(Debug, Clone)]
enum Step {
    Edit,
    Press(Key),
    LockButton,
    AnyKey,
    Front(bool),
    /// Half a minute after the last change.
    Tick,
    /// Nobody was there for as long as it takes.
    Away,
    Sleep,
    SessionEnd,
    Close,
    Answer(ask::Message),
    /// Save elsewhere, or with another passphrase.
    Wish(bool),
    Remove,
    StartAnew,
    FirstPage,
    Plan,
    OpenFile(Index),
    Unlock(usize),
    /// Slow work ends: the newest or the oldest, in this way or not at all.
    Work(bool, Option<Fate>),
    /// Somebody else changes a file.
    Meddle(Index),
    QuickExit,
}

fn step() -> impl Strategy<Value = Step> {
    let key = proptest::sample::select(vec![Key::Save, Key::Lock, Key::Lock, Key::Cover, Key::Help, Key::Back]);
    let answer = proptest::sample::select(vec![
        ask::Message::Stay,
        ask::Message::Save,
        ask::Message::Lose,
        ask::Message::Here,
    ]);
    let fate = prop_oneof![
        6 => Just(Some(Fate::Well)),
        2 => Just(Some(Fate::Refused)),
        1 => Just(Some(Fate::LostOnItsWayBack)),
        1 => Just(Some(Fate::HalfWay)),
        1 => Just(None),
    ];
    let once = proptest::sample::select(vec![
        Step::LockButton,
        Step::Away,
        Step::Sleep,
        Step::SessionEnd,
        Step::Close,
        Step::StartAnew,
        Step::FirstPage,
        Step::QuickExit,
        Step::Front(true),
        Step::Front(false),
    ]);

    prop_oneof![
        4 => Just(Step::Edit),
        5 => key.prop_map(Step::Press),
        2 => Just(Step::AnyKey),
        3 => Just(Step::Tick),
        5 => once,
        3 => answer.prop_map(Step::Answer),
        3 => any::<bool>().prop_map(Step::Wish),
        3 => Just(Step::Remove),
        2 => Just(Step::Plan),
        2 => any::<Index>().prop_map(Step::OpenFile),
        3 => (0..2_usize).prop_map(Step::Unlock),
        9 => (any::<bool>(), fate).prop_map(|(is_newest, fate)| Step::Work(is_newest, fate)),
        1 => any::<Index>().prop_map(Step::Meddle),
    ]
}

impl Person {
    /// Whether hands get to the page itself.
    fn is_at_the_page(&self) -> bool {
        !self.app.is_covered && !self.app.dialog_is_open()
    }

    fn does(&mut self, step: &Step) {
        let at_the_page = self.is_at_the_page();
        let limit = Duration::from_secs(60 * u64::from(self.app.settings.idle_minutes));
        let soon = clock::now() + 31 * SECOND;

        match step {
            // It may have been on its way when the page was covered.
            Step::Edit => self.edit(),
            Step::Press(key) => self.tell(Message::Pressed(*key)),
            Step::LockButton => self.tell(Message::Lock),
            Step::AnyKey => self.tell(Message::Uncover),
            Step::Front(true) => self.tell(Message::Focused),
            Step::Front(false) => self.tell(Message::Unfocused),
            Step::Tick => {
                let task = self.app.second(soon, Duration::ZERO);

                self.follow(task);
            }
            Step::Away => {
                let task = self.app.second(soon, limit);

                self.follow(task);
            }
            Step::Sleep => {
                clock::pretended::sleep(9 * SECOND);
                self.tell(Message::Beat(Beat::Second));
            }
            Step::SessionEnd => self.tell(Message::Beat(Beat::Ending)),
            Step::Close => self.tell(Message::CloseRequested),
            Step::Answer(answer) if !self.app.is_covered || self.app.is_locking() => {
                self.tell(Message::Ask(*answer));
                self.lay_out();
            }
            Step::Wish(is_elsewhere) if at_the_page => self.wish(*is_elsewhere),
            Step::Remove if at_the_page => self.remove(),
            Step::StartAnew if at_the_page => self.start_anew(),
            Step::FirstPage if at_the_page => {
                let task = self.app.show_welcome();

                self.follow(task);
            }
            Step::Plan if at_the_page && !self.app.desk.is_empty() => {
                let task = self.app.show_plan();

                self.follow(task);
            }
            Step::OpenFile(index) if at_the_page && !self.files.is_empty() => {
                let path = index.get(&self.files).clone();
                let task = self.app.open_another(path, Version::Current);

                self.follow(task);
            }
            Step::Unlock(phrase) if at_the_page => self.unlock(PHRASES[*phrase]),
            Step::Work(is_newest, fate) => self.work(*is_newest, *fate),
            Step::Meddle(index) if !self.files.is_empty() => {
                let path: &PathBuf = index.get(&self.files);

                meddle(path);
            }
            Step::QuickExit => self.has_ended = true,
            Step::Answer(_)
            | Step::Wish(_)
            | Step::Remove
            | Step::StartAnew
            | Step::FirstPage
            | Step::Plan
            | Step::OpenFile(_)
            | Step::Unlock(_)
            | Step::Meddle(_) => {}
        }
    }
}

/// Everything ends well from here on, and nobody is there: then it is locked, if there is anything to lock with.
fn ends(model: &mut Model, person: &mut Person) -> Result<(), TestCaseError> {
    for _ in 0..12 {
        while person.is_working() {
            model.goes_on(person, &Step::Work(false, Some(Fate::Well)))?;
        }

        model.goes_on(person, &Step::Away)?;
    }

    if person.app.asking == Some(Ask::LockUnsaved) {
        comes_by("a lock that only the person can end");
        prop_assert!(person.app.is_covered);
        model.goes_on(person, &Step::Answer(ask::Message::Lose))?;
    }

    prop_assert!(person.app.desk.kept().is_none(), "nobody is there, and it is open");
    prop_assert!(!model.is_lock_owed);

    Ok(())
}

fn tells(steps: &[Step]) -> Result<(), TestCaseError> {
    let (mut model, mut person) = (Model::default(), Person::new());

    for step in steps {
        model.goes_on(&mut person, step)?;
    }

    ends(&mut model, &mut person)
}

#[test]
fn whatever_happens_no_lock_is_lost_and_nothing_is_saved_after_it() {
    let config = ProptestConfig {
        cases: CASES,
        failure_persistence: None,
        max_shrink_iters: 300,
        ..ProptestConfig::default()
    };

    TestRunner::new(config)
        .run(&prop::collection::vec(step(), 20..40), |steps| tells(&steps))
        .unwrap_or_else(|failure| panic!("{failure}"));

    let came_by = CAME_BY.take();

    for what in [
        "a save",
        "an end",
        "a lock",
        "a lock while a plan is being saved",
        "a locked plan",
    ] {
        assert!(came_by.contains_key(what), "{what}: {came_by:?}");
    }
}

#[test]
fn what_must_be_in_no_view_can_be_read_on_an_open_page() {
    let mut person = Person::new();

    person.tell(Message::Pressed(Key::Pick(1)));

    let (reads, titles) = (person.reads(), person.titles());

    assert!(titles.iter().filter(|title| reads.contains(title)).count() > 5);
}
