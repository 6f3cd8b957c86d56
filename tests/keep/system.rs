//! The real program, and a system that refuses or kills at one of its calls. safety.md 19 and 20.
//!
//! `vault from-paper` saves a plan over another one and needs no passphrase for it, so the whole of a save is seen
//! in a moment. Every fault at every call takes a minute or more: `DAYPACK_WHOLE` takes it.
use super::faults::FAULTS;
use super::{leftovers, set_mode};
use crate::support::inject::{Call, calls, can_inject, ended_by, injected};
use crate::support::{Home, run, say};

use daypack::harden::Secret;
use daypack::keep::previous_of;
use daypack::vault::{self, Consent, paper};

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::{Command, Output};

/// The call with which a save begins: from here on Ctrl+C waits.
const WAITING: &str = "[HUP INT TERM]";

/// The faults of each call that are tried when not all are, of eight; at another call others.
const SOME: usize = 3;

/// A plan, and another one on its way to its place.
struct Scene {
    home: Home,
    plan: PathBuf,
    old: Vec<u8>,
    new: Vec<u8>,
}

impl Scene {
    fn new() -> Self {
        let home = Home::new();
        let secret = Secret::from_text("some words").unwrap();
        let old = vault::seal_with("# vault\nold = true\n", &secret, 4).unwrap();
        let new = paper::seal_with("# vault\nnew = true\n", &secret, 4).unwrap();

        for sealed in [&old, &new] {
            assert!(vault::open(sealed, &secret, Consent::NotAsked).is_ok(), "both open");
        }

        home.write("codes.txt", &paper::cut(&new).unwrap().texts.join("\n"));

        Self {
            plan: home.join("notes.age"),
            home,
            old,
            new,
        }
    }

    /// With the old plan in its place and nothing beside it.
    fn begin(&self) {
        for name in self.home.files() {
            if name != "codes.txt" {
                fs::remove_file(self.home.join(&name)).unwrap();
            }
        }

        fs::write(&self.plan, &self.old).unwrap();
        set_mode(&self.plan, 0o600);
    }

    fn save(&self) -> Command {
        self.home
            .cli(&["vault", "from-paper", "codes.txt", "--force", "-o", "notes.age"])
    }

    /// The calls of a save, from the moment when Ctrl+C waits.
    fn calls(&self) -> Vec<Call> {
        self.begin();

        let (calls, output) = calls(&self.save(), WAITING);

        assert!(output.status.success(), "{output:?}");
        assert!(calls.len() > 20, "{calls:?}");
        assert_eq!(fs::read(&self.plan).unwrap(), self.new);

        calls
    }

    /// The old plan is whole or the new one is, and so is what there was before.
    fn is_whole(&self) -> bool {
        let before = fs::read(previous_of(&self.plan)).ok();

        fs::read(&self.plan).is_ok_and(|there| there == self.old || there == self.new)
            && before.is_none_or(|before| before == self.old)
    }

    /// Whether the new plan is where it was to go, or in a copy beside the old one.
    fn is_saved(&self) -> bool {
        [self.plan.clone(), self.home.join("notes (conflict).age")]
            .iter()
            .any(|path| fs::read(path).is_ok_and(|there| there == self.new))
    }

    /// Tries again, with nothing in the way.
    fn again(&self, case: &str) {
        let output = run(&mut self.save(), b"");

        assert!(output.status.success(), "{case}, again: {output:?}");
        assert_eq!(fs::read(&self.plan).unwrap(), self.new, "{case}, again");
    }
}

/// What the program said about it, if it could not save.
fn told(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn the_real_system_fails_at_every_call_of_a_save_and_no_plan_is_lost() {
    if !can_inject("20, the_real_system_fails_at_every_call_of_a_save_and_no_plan_is_lost") {
        return;
    }

    let scene = Scene::new();
    let calls = scene.calls();
    let is_whole = env::var_os("DAYPACK_WHOLE").is_some();
    let (mut faults, mut refused) = (0, 0);

    for (at, call) in calls.iter().enumerate() {
        for (which, (name, _, class)) in FAULTS.into_iter().enumerate() {
            if !is_whole && (at * SOME + which) % FAULTS.len() >= SOME {
                continue;
            }

            scene.begin();

            let output = injected(&scene.save(), call, &format!("error={name}"));
            let case = format!("{name} at {call:?}: {output:?}");

            faults += 1;
            assert!(scene.is_whole(), "{case}");

            match output.status.code() {
                Some(0) => assert!(scene.is_saved(), "{case}"),
                Some(5) => {
                    let lines = told(&output);
                    let lines: Vec<_> = lines.lines().collect();

                    refused += 1;
                    assert!(
                        lines.len() >= 2 && lines.iter().all(|line| line.ends_with('.')),
                        "{case}"
                    );
                    assert!(
                        lines[0].contains(&class.to_string()) || lines[0].contains("the system refused"),
                        "{case}"
                    );
                }
                _ => panic!("{case}"),
            }

            scene.again(&case);
            assert_eq!(leftovers(&scene.home), [""; 0], "{case}");
        }
    }

    say(&format!(
        "20: {faults} faults by the system at {} calls of a save by the real program; {refused} were told",
        calls.len()
    ));
    assert!(faults >= 112 && refused > 20, "{faults}, {refused}");
}

/// safety.md 19, by the system: before each call of the real program.
#[test]
fn the_real_program_is_killed_at_every_call_of_a_save_and_no_plan_is_lost() {
    if !can_inject("19, the_real_program_is_killed_at_every_call_of_a_save_and_no_plan_is_lost") {
        return;
    }

    let scene = Scene::new();
    let calls = scene.calls();

    for call in &calls {
        scene.begin();

        let output = injected(&scene.save(), call, "signal=KILL");
        let case = format!("{call:?}: {output:?}");

        assert_eq!(ended_by(&output), Some(9), "{case}");
        assert!(scene.is_whole(), "{case}");
        scene.again(&case);

        let drafts = leftovers(&scene.home);
        let is_empty = |name: &String| fs::metadata(scene.home.join(name)).unwrap().len() == 0;

        assert!(drafts.iter().all(is_empty), "{case}: {drafts:?}");
    }

    say(&format!(
        "19: the real program was killed at {} calls of a save",
        calls.len()
    ));
}

/// Ctrl+C during a save: the old plan or the new one, and nothing beside it.
#[test]
fn ctrl_c_at_any_call_of_a_save_leaves_no_draft() {
    if !can_inject("ctrl_c_at_any_call_of_a_save_leaves_no_draft") {
        return;
    }

    let scene = Scene::new();

    for call in scene.calls() {
        scene.begin();

        let output = injected(&scene.save(), &call, "signal=INT");

        assert_eq!(ended_by(&output), Some(2), "{call:?}");
        assert!(scene.is_whole(), "{call:?}");
        assert_eq!(leftovers(&scene.home), [""; 0], "{call:?}");
    }
}
