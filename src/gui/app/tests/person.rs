//! One window, and hands that do anything to it: messages go in, and slow work waits until somebody runs it.
use super::super::saving::Work;
use super::super::*;
use super::world::{Fate, World, Wrote};
use crate::answers::Answers;
use crate::apart::Opening;
use crate::gui::safe::Pieces;
use crate::gui::screen::{open, plan, protect, remove};
use crate::gui::slow::by_hand;
use crate::gui::widget::Role as Control;
use crate::gui::widget::probe::Probe;
use crate::harden::fence::Fence;
use crate::harden::{Secret, State};
use crate::keep::{Expect, Previous};
use crate::plan::progress::{Earlier, Key, Progress, Role};
use crate::words;

use iced::futures::stream::BoxStream;
use iced::futures::{FutureExt, StreamExt};
use iced_runtime::{Action, task};

use std::sync::Weak;

/// What opens the plans of this world.
pub(super) const PHRASES: [&str; 2] = ["k", "n"];

/// What nobody may read on a page that is covered or locked.
pub(super) const CANARY: &str = "canary";

/// Whose plan it is.
const PERSONA: &str = "crossing-a-border";

/// One window, what runs behind it, and the world around it.
pub(super) struct Person {
    pub(super) world: World,
    pub(super) app: App,
    /// Whether the process of the window ended by itself.
    pub(super) has_ended: bool,
    /// Plans that were saved, by where they are.
    pub(super) files: Vec<PathBuf>,
    /// Every passphrase that was on the desk.
    pub(super) secrets: Vec<Weak<Secret>>,
    tasks: Vec<BoxStream<'static, Action<Message>>>,
    waiting: Vec<by_hand::Work>,
    plans: u32,
    edits: u32,
    wishes: u32,
}

impl Person {
    /// With a plan that was never saved.
    pub(super) fn new() -> Self {
        by_hand::begin();

        let world = World::new();
        let mut person = Self {
            app: window(&world),
            world,
            has_ended: false,
            files: Vec::new(),
            secrets: Vec::new(),
            tasks: Vec::new(),
            waiting: Vec::new(),
            plans: 0,
            edits: 0,
            wishes: 0,
        };

        person.begin_a_plan();
        person
    }

    /// With a plan that lies in a file.
    pub(super) fn with_a_kept_plan() -> Self {
        let mut person = Self::new();

        person.wish(true);
        person.works_off(Fate::Well);
        person.wrote();
        person
    }

    /// Runs all slow work, and what follows from it, to its end.
    pub(super) fn works_off(&mut self, fate: Fate) {
        while self.is_working() {
            self.work(false, Some(fate));
        }
    }

    /// The process ends, with everything in it, and another one begins in the same world.
    pub(super) fn restart(&mut self) {
        self.tasks.clear();
        self.waiting.clear();
        drop(by_hand::begun());
        self.world.let_go();
        self.app = window(&self.world);
        self.has_ended = false;
    }

    /// Says everything there is to say, for another plan than the one before.
    pub(super) fn begin_a_plan(&mut self) {
        let personas = &self.app.desk.pack.personas;
        let said = Answers::of(personas.iter().find(|it| it.id.as_str() == PERSONA).unwrap());

        self.plans += 1;
        self.app
            .desk
            .answer(String::new(), clock::now(), |answers| *answers = said);

        let task = self.app.show_plan();

        self.follow(task);
        self.edit();
    }

    /// Writes a note that no other plan and no other moment has. Without a plan on the page, nothing.
    pub(super) fn edit(&mut self) {
        if self.app.desk.is_empty() || !matches!(self.app.screen, Screen::Plan(_)) {
            return;
        }

        self.edits += 1;

        let plan = self
            .note()
            .map_or_else(|| self.plans.to_string(), |note| plan_of(&note).to_owned());
        let note = format!("{CANARY} {plan} {}", self.edits);
        let message = plan::Message::SetEarlier(key(&self.app), Some(Earlier::Other(note)));

        self.tell(Message::Screen(ScreenMessage::Plan(message)));
    }

    /// What is on the desk, as the last note of it; nothing if nothing is.
    pub(super) fn note(&self) -> Option<String> {
        noted(self.app.desk.progress())
    }

    /// What is in the files.
    pub(super) fn kept_notes(&self) -> Vec<String> {
        let read = |path: &PathBuf| noted(&self.world.progress_at(path, &PHRASES)?);

        self.files.iter().rev().filter_map(read).collect()
    }

    pub(super) fn tell(&mut self, message: Message) {
        let task = self.app.update(message);

        self.follow(task);
    }

    /// Takes up what the application wants to be done, and everything that follows from it by itself.
    pub(super) fn follow(&mut self, task: Task<Message>) {
        self.tasks.extend(task::into_stream(task));
        self.settle();
        self.waiting.extend(by_hand::begun());

        let kept = self.app.desk.kept().map(|kept| Arc::downgrade(&kept.passphrase));

        self.secrets.extend(kept);
    }

    fn settle(&mut self) {
        loop {
            let mut said = Vec::new();

            self.tasks.retain_mut(|task| {
                loop {
                    // What yields to others says so to nobody here: it is asked again.
                    match (0..4).find_map(|_| task.next().now_or_never()) {
                        Some(Some(action)) => said.push(action),
                        Some(None) => return false,
                        None => return true,
                    }
                }
            });

            if said.is_empty() {
                return;
            }

            for action in said {
                match action {
                    Action::Output(message) => {
                        let task = self.app.update(message);

                        self.tasks.extend(task::into_stream(task));
                    }
                    Action::Exit => self.has_ended = true,
                    _ => {}
                }
            }
        }
    }

    /// Whether something slow has begun and not ended.
    pub(super) fn is_working(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Runs the oldest slow work, or the newest, to its end. With no fate it breaks down instead.
    pub(super) fn work(&mut self, is_newest: bool, fate: Option<Fate>) {
        let Some(work) = (match is_newest {
            true => self.waiting.pop(),
            false => (!self.waiting.is_empty()).then(|| self.waiting.remove(0)),
        }) else {
            return;
        };

        match fate {
            Some(fate) => {
                self.world.fated(fate);
                work();
                self.world.fated(Fate::Well);
            }
            None => drop(work),
        }

        self.follow(Task::none());
    }

    /// What was written since the last time.
    pub(super) fn wrote(&mut self) -> Vec<Wrote> {
        let diary = self.world.diary();

        for wrote in &diary {
            if let Wrote::Plan(Some(path)) = wrote
                && !self.files.contains(path)
            {
                self.files.push(path.clone());
            }
        }

        diary
    }

    /// Saves in another place, or with another passphrase, as the page for that does.
    pub(super) fn wish(&mut self, is_elsewhere: bool) {
        if self.app.desk.is_empty() {
            return;
        }

        self.wishes += 1;

        let kept = self.app.desk.kept().filter(|_| !is_elsewhere);
        let (path, expect, previous) = match kept {
            Some(kept) => (kept.path.clone(), Expect::Same(kept.identity), Previous::Forget),
            None => (
                self.world.path(&format!("{}-{}.age", self.plans, self.wishes)),
                Expect::Nothing,
                Previous::Keep,
            ),
        };
        let wish = protect::Wish {
            path,
            passphrase: Arc::new(Secret::from_text(PHRASES[self.wishes as usize % 2]).unwrap()),
            expect,
            previous,
            pieces: Pieces::One,
        };

        self.secrets.push(Arc::downgrade(&wish.passphrase));

        let visit = self.app.show_protect();
        let save = self.app.save_as(wish);

        self.follow(Task::batch([visit, save]));
    }

    /// Goes on towards taking the plan away: to the page, then past both of its questions.
    pub(super) fn remove(&mut self) {
        if !matches!(self.app.screen, Screen::Remove(_)) {
            let task = self.app.show_remove();

            return self.follow(task);
        }

        for message in [remove::Message::Continue, remove::Message::Remove] {
            self.tell(Message::Screen(ScreenMessage::Remove(message)));
        }
    }

    /// Begins another plan, if the program lets it.
    pub(super) fn start_anew(&mut self) {
        let tasks = [self.app.show_welcome(), self.app.start_anew()];

        self.follow(Task::batch(tasks));
        self.lay_out();
    }

    /// After a new beginning there is a new plan.
    pub(super) fn lay_out(&mut self) {
        if self.app.desk.is_empty() && matches!(self.app.screen, Screen::Questions(_)) {
            self.begin_a_plan();
        }
    }

    /// Types a passphrase where one is asked for, and tries it.
    pub(super) fn unlock(&mut self, phrase: &str) {
        if self.type_in(phrase) {
            self.tell(Message::Screen(ScreenMessage::Open(open::Message::Open)));
        }
    }

    /// Types a passphrase; tells whether one is asked for.
    pub(super) fn type_in(&mut self, phrase: &str) -> bool {
        let mut probe = Probe::ordinary();
        let mut ui = probe.show_root(self.app.view());
        let is_asked = ui.controls().iter().any(|it| it.spec.role == Control::Password);

        if !is_asked || !matches!(self.app.screen, Screen::Open(_)) {
            return false;
        }

        ui.type_in(phrase);

        let messages = ui.messages();

        drop(ui);
        messages.into_iter().for_each(|message| self.tell(message));

        true
    }

    /// Everything that can be read in the window now.
    pub(super) fn reads(&self) -> Vec<String> {
        Probe::ordinary().show_root(self.app.view()).texts()
    }

    /// Whether the plan is being taken away at this moment.
    pub(super) fn is_removing(&self) -> bool {
        matches!(&self.app.busy, Some(it) if matches!(it.work, Work::Removal))
    }

    /// What the titles of this plan say: words that only its pages have.
    pub(super) fn titles(&self) -> Vec<String> {
        let plan = self.app.desk.plan();
        let titles = plan
            .items
            .iter()
            .filter_map(|it| self.app.desk.pack.measure(&it.measure));

        titles
            .map(|it| it.title.clone())
            .chain([words::text("plan-title")])
            .collect()
    }
}

impl Drop for Person {
    fn drop(&mut self) {
        by_hand::end();
    }
}

/// Which plan a note belongs to.
pub(super) fn plan_of(note: &str) -> &str {
    note.split(' ').nth(1).unwrap()
}

fn window(world: &World) -> App {
    let start = Start {
        opening: Opening::Welcome,
        paths: world.paths(),
        hands: world.hands(),
        settings: Settings::default(),
        notices: Vec::new(),
        view: None,
        protections: Protections {
            undumpable: State::On,
            no_core: State::On,
            private_files: State::On,
            secrets_apart: State::On,
            fence: Fence::OFF,
        },
    };
    let (mut app, _) = App::new(start);

    app.was_in_front = true;
    app
}

/// The first thing to do, where the note is.
fn key(app: &App) -> Key {
    let measure = app.desk.plan().first[0].clone();
    let on = app.desk.plan().item(&measure).unwrap().on[0].clone();

    Key {
        measure,
        on,
        role: Role::Main,
    }
}

pub(super) fn noted(progress: &Progress) -> Option<String> {
    progress.all_earlier().find_map(|(_, earlier)| match earlier {
        Earlier::Other(note) => Some(note.clone()),
        _ => None,
    })
}
