//! Where a passphrase is while a plan is open: in child processes, whose whole memory is looked through.
use super::{CHILD, NOBODY, copy, is_child, is_root};
use crate::support::{self, Home};

use daypack::harden::{self, Secret, State};

use rustix::process::{Resource, Rlimit, setrlimit};

use std::env;
use std::fs::{self, File};
use std::os::unix::fs::FileExt;
use std::process::{Command, Output};

/// Written so that the program itself does not have it.
fn phrase() -> Vec<u8> {
    b"!fyqv#fuuldnk!fyqv#".iter().map(|byte| byte ^ 3).collect()
}

/// How often the phrase stands in the memory of this process that can be read.
fn copies() -> usize {
    let memory = File::open("/proc/self/mem").unwrap();
    let maps = fs::read_to_string("/proc/self/maps").unwrap();
    let phrase = phrase();

    // What is looked through is left out of what is looked through.
    let mut found = 0;
    let mut part = vec![0; 1 << 20];
    let own = part.as_ptr() as u64..part.as_ptr() as u64 + part.len() as u64;

    for line in maps.lines().filter(|line| line.contains(" r")) {
        let (from, rest) = line.split_once('-').unwrap();
        let (to, _) = rest.split_once(' ').unwrap();
        let (mut at, end) = (
            u64::from_str_radix(from, 16).unwrap(),
            u64::from_str_radix(to, 16).unwrap(),
        );

        while at < end {
            let wanted = part.len().min((end - at) as usize);
            let Ok(length) = memory.read_at(&mut part[..wanted], at) else {
                break;
            };
            let places = (0..length.saturating_sub(phrase.len()))
                .filter(|place| part[*place..].starts_with(&phrase))
                .map(|place| at + place as u64);

            found += places
                .filter(|place| !own.contains(place) && *place != phrase.as_ptr() as u64)
                .count();
            at += length.max(1) as u64;
        }
    }

    found
}

fn run(command: &mut Command, name: &str) -> Output {
    command
        .args(support::alone(&format!("harden::secret::{name}")))
        .env(CHILD, "1")
        .output()
        .unwrap()
}

/// safety.md 41: of the passphrase no readable copy, where the system has memory that cannot be read.
#[test]
fn a_passphrase_stands_where_nobody_can_read_it() {
    let output = run(&mut Command::new(env::current_exe().unwrap()), "child_holds");
    let said = String::from_utf8_lossy(&output.stdout);

    assert!(
        output.status.success(),
        "{said}{}",
        String::from_utf8_lossy(&output.stderr)
    );

    if said.contains("no hidden memory") {
        support::skipped("41", "this kernel has no memfd_secret");
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_holds() {
    if !is_child() {
        return;
    }

    let plain = phrase();
    let before = copies();
    let beside = plain.clone();

    assert_eq!(copies(), before + 1, "a copy in ordinary memory is found");
    drop(beside);
    assert_eq!(copies(), before, "what is given back is overwritten");

    let secret = Secret::from_bytes(&plain).unwrap();
    let second = secret.duplicate();

    if fs::read_to_string("/proc/self/maps").unwrap().contains("secretmem") {
        assert_eq!(copies(), before);
    } else {
        support::say("no hidden memory");
    }

    assert_eq!(secret.as_bytes(), second.as_bytes());
}

/// safety.md 49: where nothing can be locked into memory it works all the same, and is not claimed.
#[test]
fn where_no_memory_can_be_kept_apart_it_is_said() {
    let test = "where_no_memory_can_be_kept_apart_it_is_said";

    if !is_root() {
        return support::skipped(test, "only root can become somebody whose limits hold");
    }

    if !support::has_all(test, &["setpriv"]) {
        return;
    }

    let home = Home::new();
    let output = run(
        Command::new("setpriv").args(NOBODY).arg(copy(&home)),
        "child_without_room",
    );

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
#[ignore = "a child of the test above"]
fn child_without_room() {
    if !is_child() {
        return;
    }

    let at_first = harden::process();

    assert_eq!(at_first.secrets_apart, State::On, "a person may lock a few pages");
    assert_eq!(at_first.by_now(), at_first);

    let none = Rlimit {
        current: Some(0),
        maximum: Some(0),
    };
    setrlimit(Resource::Memlock, none).unwrap();

    assert_eq!(Secret::from_bytes(&phrase()).unwrap().as_bytes(), phrase());
    assert_eq!(
        at_first.by_now().secrets_apart,
        State::Refused,
        "it is said of a later one"
    );
    assert_eq!(harden::process().secrets_apart, State::Refused);
}
