//! What our own source asks of the system: sockets, other programs, shared folders, memory by hand.
use super::manifest;
use crate::house;
use crate::support::{self, Source};

/// Tries everything that is forbidden, to see that it is.
const ATTACKS: &str = "src/harden/fence/attack/";

/// What opens a way out, and the files that may name it.
const ASKS: &[(&str, &[&str])] = &[
    ("std::net", &[]),
    ("core::net", &[]),
    ("rustix::net", &["src/harden/"]),
    ("UnixStream", &[ATTACKS]),
    ("UnixListener", &[]),
    ("UnixDatagram", &[]),
    ("Command::new", &[ATTACKS, "src/harden/worker.rs", "src/keep/view.rs"]),
    (
        "process::Command",
        &[ATTACKS, "src/harden/worker.rs", "src/keep/view.rs"],
    ),
    ("temp_dir", &[]),
    ("\"/tmp", &[ATTACKS]),
    ("/dev/shm", &[]),
];

/// Memory by hand: each file of `harden` that does it, how many blocks at most, and why it needs them.
const BY_HAND: &[(&str, usize, &str)] = &[
    (
        "src/harden/allocator.rs",
        9,
        "an allocator is handed raw memory, and wipes it",
    ),
    (
        "src/harden/fence/ahead.rs",
        1,
        "opens the library of the keyboard before the fence closes",
    ),
    (
        "src/harden/fence/attack/ways.rs",
        3,
        "attacks by system calls that no library offers",
    ),
    (
        "src/harden/inherited.rs",
        2,
        "closes what was inherited, and forgets variables, before any thread",
    ),
    (
        "src/harden/kept.rs",
        1,
        "tells the allocator of the system how much of what was freed it may keep",
    ),
    (
        "src/harden/large.rs",
        9,
        "maps large blocks itself, so that they go back to the system",
    ),
    (
        "src/harden/page.rs",
        12,
        "the page that holds the passphrase is mapped, locked and wiped by hand",
    ),
    (
        "src/harden/room.rs",
        1,
        "asks for memory without touching it, to see whether it is there",
    ),
    (
        "src/harden/signals.rs",
        2,
        "lets signals wait while a file is written, which no library offers",
    ),
];

/// safety.md 56.
#[test]
fn nothing_opens_a_socket_starts_a_program_or_writes_to_a_shared_folder() {
    let found: Vec<_> = support::sources("src", "rs").iter().flat_map(asked_in).collect();

    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

#[test]
fn whoever_opens_a_socket_or_starts_a_program_is_found() {
    let asks = |path: &str, text: &str| {
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };

        !asked_in(&source).is_empty()
    };

    assert!(asks("src/plan.rs", "use std::net::TcpStream;"));
    assert!(asks("src/plan.rs", "let program = Command::new(name);"));
    assert!(asks("src/plan.rs", "use std::process::Command;"));
    assert!(asks("src/gui/slow.rs", "use std::os::unix::net::UnixStream;"));
    assert!(asks("src/file/save.rs", "let folder = std::env::temp_dir();"));
    assert!(asks("src/print.rs", "save(\"/tmp/plan.pdf\")"));
    assert!(!asks("src/plan.rs", "// std::net is not used here"));
    assert!(!asks("src/keep/view.rs", "Command::new(viewer)"));
}

/// The lints say the same while the code is written.
#[test]
fn the_lints_forbid_sockets_programs_and_shared_folders_too() {
    let lints = manifest(".clippy.toml");
    let paths: Vec<_> = ["disallowed-types", "disallowed-methods"]
        .iter()
        .flat_map(|list| lints[*list].as_array().unwrap())
        .map(|entry| {
            assert!(
                entry["reason"].as_str().is_some_and(|reason| !reason.is_empty()),
                "{entry}"
            );

            entry["path"].as_str().unwrap()
        })
        .collect();

    for path in [
        "std::net::TcpStream",
        "std::net::TcpListener",
        "std::net::UdpSocket",
        "std::net::ToSocketAddrs",
        "std::os::unix::net::UnixStream",
        "std::os::unix::net::UnixListener",
        "std::os::unix::net::UnixDatagram",
        "std::process::Command::new",
        "std::env::temp_dir",
    ] {
        assert!(paths.contains(&path), ".clippy.toml does not forbid {path}");
    }
}

fn asked_in(source: &Source) -> Vec<String> {
    let code = source.code();

    ASKS.iter()
        .filter(|(_, files)| !files.iter().any(|file| source.path.starts_with(file)))
        .filter(|(ask, _)| code.contains(ask))
        .map(|(ask, _)| format!("{} names {ask}", source.path))
        .collect()
}

#[test]
fn unsafe_code_is_in_harden_alone() {
    for source in house::code()
        .iter()
        .filter(|source| !source.path.starts_with("src/harden"))
    {
        let code = source.code();
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_' || letter == '"';

        assert!(
            !code.split(|letter| !is_word(letter)).any(|word| word == "unsafe"),
            "{} is unsafe",
            source.path
        );
    }
}

/// safety.md 64, the count.
#[test]
fn memory_by_hand_is_counted_and_each_block_says_why_it_is_sound() {
    let lints = &manifest("Cargo.toml")["lints"];

    assert_eq!(lints["rust"]["unsafe_code"].as_str(), Some("deny"));
    assert_eq!(lints["clippy"]["undocumented_unsafe_blocks"].as_str(), Some("deny"));

    let blocks = |code: &str| code.matches("unsafe {").count() + code.matches("unsafe impl").count();
    let mut all = 0;

    for source in support::sources("src", "rs") {
        let count = blocks(&source.code());
        let most = BY_HAND
            .iter()
            .find(|(path, _, _)| *path == source.path)
            .map_or(0, |(_, most, _)| *most);

        assert!(
            count <= most,
            "{}: {count} blocks by hand; {most} are explained",
            source.path
        );
        assert!(
            most == 0 || count + 3 > most,
            "{}: {count} blocks by hand: lower its limit",
            source.path
        );
        all += count;
    }

    for (path, _, why) in BY_HAND {
        assert!(support::root().join(path).exists() && !why.is_empty(), "{path}");
    }

    support::say(&format!("{all} blocks by hand in {} files", BY_HAND.len()));
}
