//! A home for one application in a test, and hands that work it: messages go in, tasks run to their end.
use super::super::saving::After;
use super::super::*;
use crate::answers::Answers;
use crate::apart::Opening;
use crate::document::Document;
use crate::gui::desk::Kept;
use crate::gui::screen::plan::Message as OnPlan;
use crate::gui::widget::probe::Probe;
use crate::harden::fence::Fence;
use crate::harden::{Secret, State};
use crate::keep::{Expect, Previous, Reply, Request, Version};
use crate::plan::progress::{Key, Mark, Role};
use crate::vault::{self, Consent};

use iced::futures::StreamExt;
use iced::futures::executor::block_on;
use iced_runtime::{Action, clipboard, task};
use tempfile::TempDir;

/// Cheap to open, so that tests are quick. What the application itself saves is as costly as ever.
const FAST: u8 = 2;

/// A folder that is gone afterwards, and everything in it.
pub(super) struct Home(TempDir);

impl Home {
    pub(super) fn new() -> Self {
        Self(tempfile::Builder::new().prefix("home-").tempdir().expect("a folder"))
    }

    fn paths(&self) -> Paths {
        Paths::within(self.0.path())
    }

    fn passphrase() -> Secret {
        Secret::from_text("six plain words").expect("short enough")
    }

    fn file(&self) -> PathBuf {
        self.0.path().join("notes.age")
    }

    /// How many files there are, at any depth.
    pub(super) fn files(&self) -> usize {
        fn count(folder: &std::path::Path) -> usize {
            folder
                .read_dir()
                .into_iter()
                .flatten()
                .flatten()
                .map(|entry| match entry.path() {
                    path if path.is_dir() => count(&path),
                    _ => 1,
                })
                .sum()
        }

        count(self.0.path())
    }

    /// The application as it starts.
    pub(super) fn app(&self) -> App {
        let protections = Protections {
            undumpable: State::On,
            no_core: State::On,
            private_files: State::On,
            secrets_apart: State::On,
            fence: Fence::OFF,
        };

        App::new(Start::alone(Opening::Welcome, self.paths(), protections)).0
    }

    /// With a whole plan in view that was never saved.
    pub(super) fn with_a_plan(&self) -> App {
        let mut app = self.app();
        let said = Answers::of(&app.desk.pack.personas[0]);

        app.desk.answer(String::new(), clock::now(), |answers| *answers = said);
        let _ = app.show_plan();
        app
    }

    /// With a whole plan in view that lies in a file, as it is there.
    pub(super) fn with_a_kept_plan(&self) -> App {
        let mut app = self.with_a_plan();
        let document = app.desk.document().clone();
        let text = document.encode(app.desk.pack);
        let bytes = vault::seal_with(&text, &Self::passphrase(), FAST).expect("it can be sealed");
        let saved = app.hands.ask(Request::Save {
            path: self.file(),
            bytes,
            expect: Expect::Nothing,
            previous: Previous::Keep,
        });
        let Ok(Reply::Saved(saved)) = saved else {
            panic!("it can be saved");
        };
        let kept = Kept {
            path: saved.path,
            identity: saved.identity,
            access: crate::keep::Access::Full,
            passphrase: Arc::new(Self::passphrase()),
            apart: None,
        };

        app.desk = Desk::opened(app.desk.pack, document, kept);
        app
    }

    /// Ticks the first item, as the plan's page does, and says which one that was.
    pub(super) fn mark(&self, app: &mut App) -> Key {
        let first = app.desk.plan().first[0].clone();
        let on = app.desk.plan().item(&first).expect("it is in the plan").on[0].clone();
        let key = Key {
            measure: first,
            on,
            role: Role::Main,
        };
        let tick = OnPlan::Mark(vec![key.clone()], Some(Mark::Done));

        drive(app, Message::Screen(ScreenMessage::Plan(tick)));
        key
    }

    /// What is in the file now, as if it were opened tomorrow.
    pub(super) fn reopened(&self) -> Document {
        let mut keeper = crate::keep::Keeper::new(self.paths());
        let loaded = keeper.load(&self.file(), Version::Current).expect("it can be read");
        let opened = vault::open(&loaded.bytes, &Self::passphrase(), Consent::NotAsked).expect("it opens");

        opened.document(Pack::built_in()).expect("it is a plan")
    }
}

/// Tells the application something and everything that follows from it; whether it wants to end.
pub(super) fn drive(app: &mut App, message: Message) -> bool {
    let task = app.update(message);

    run(app, task)
}

/// What all programs of a desktop copy to and paste from.
#[derive(Default)]
pub(super) struct Clipboard {
    /// What is in it.
    pub(super) words: Option<String>,
    /// Whether our window may not use it now, as on Wayland behind other windows.
    pub(super) is_out_of_reach: bool,
}

impl Clipboard {
    fn act(&mut self, action: clipboard::Action) {
        match action {
            clipboard::Action::Read { channel, .. } => {
                let _ = channel.send(self.words.clone().filter(|_| !self.is_out_of_reach));
            }
            clipboard::Action::Write { contents, .. } if !self.is_out_of_reach => self.words = Some(contents),
            clipboard::Action::Write { .. } => {}
        }
    }
}

/// Runs a task to its end, and what follows from it; whether the application wants to end.
pub(super) fn run(app: &mut App, task: Task<Message>) -> bool {
    run_at(app, task, &mut Clipboard::default())
}

/// The same, on a desktop with this clipboard.
pub(super) fn run_at(app: &mut App, task: Task<Message>, desktop: &mut Clipboard) -> bool {
    let Some(mut actions) = task::into_stream(task) else {
        return false;
    };
    let mut ends = false;

    while let Some(action) = block_on(actions.next()) {
        match action {
            Action::Output(message) => {
                let task = app.update(message);

                ends |= run_at(app, task, desktop);
            }
            Action::Clipboard(action) => desktop.act(action),
            Action::Exit => ends = true,
            _ => {}
        }
    }

    ends
}

/// What waits for the end of what is under way.
pub(super) fn awaited(app: &App) -> Option<After> {
    app.busy.map(|busy| busy.after)
}

/// Whether these words can be read in the window now.
pub(super) fn told(app: &App, says: &str) -> bool {
    Probe::ordinary().show(app.view()).says(says)
}

/// What is wrong with the window now, at an ordinary and at the smallest size.
pub(super) fn faults(app: &App) -> Vec<String> {
    let mut faults = Probe::ordinary().show(app.view()).faults();

    faults.extend(Probe::tight().show(app.view()).faults());
    faults
}
