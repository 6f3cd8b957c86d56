//! What the programs ask of the system's library in matters of networks, by the names they import.
//!
//! They are those that were built with the tests. `DAYPACK_RELEASE` names a folder with others, built to be
//! handed on, to look at as well.
use crate::support;

use std::collections::BTreeSet;
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// What has to do with networks in the system's library; beginnings of names.
const NETWORK: &[&str] = &[
    "accept",
    "bind",
    "connect",
    "freeaddrinfo",
    "freeifaddrs",
    "gai_",
    "getaddrinfo",
    "gethost",
    "getifaddrs",
    "getnameinfo",
    "getpeername",
    "getproto",
    "getserv",
    "getsockname",
    "getsockopt",
    "if_",
    "inet_",
    "listen",
    "ns_",
    "recv",
    "res_",
    "send",
    "setsockopt",
    "shutdown",
    "sock",
];

/// What the window may ask for. It speaks to its display through a socket on this computer; the code for that
/// knows how to look for a display on another, so it also names the way to an address: the fence stands before it.
#[cfg(feature = "gui")]
const WINDOW: &[&str] = &[
    "connect",
    "freeaddrinfo",
    "gai_strerror",
    "getaddrinfo",
    "getpeername",
    "getsockname",
    "getsockopt",
    "recv",
    "recvmsg",
    "send",
    "sendmsg",
    "setsockopt",
    "shutdown",
    "socket",
    "socketpair",
];

/// safety.md 55.
#[test]
fn the_programs_import_nothing_for_a_network_but_the_way_to_a_display() {
    let test = "the_programs_import_nothing_for_a_network_but_the_way_to_a_display (55)";

    if !support::has_all(test, &["nm"]) {
        return;
    }

    for program in both(support::cli(), "daypack-cli") {
        let terminal = imported(&program);

        assert!(terminal.is_empty(), "{} asks for {terminal:?}", program.display());
    }

    #[cfg(feature = "gui")]
    for program in both(support::window(), "daypack") {
        let allowed: BTreeSet<_> = WINDOW.iter().map(|name| (*name).to_owned()).collect();
        let window = imported(&program);
        let more: Vec<_> = window.difference(&allowed).collect();

        assert!(more.is_empty(), "{} asks for {more:?}", program.display());
        assert!(window.contains("connect"), "the names were not read");
    }
}

/// A program of this test run, and the one of the same name that was built to be handed on, if there is one.
fn both(here: &Path, name: &str) -> Vec<PathBuf> {
    let release = env::var_os("DAYPACK_RELEASE").map(|folder| Path::new(&folder).join(name));

    [here.to_owned()].into_iter().chain(release).collect()
}

/// The names that a program imports, as far as they have to do with networks.
fn imported(program: &Path) -> BTreeSet<String> {
    let output = Command::new("nm")
        .args(["-D", "--undefined-only"])
        .arg(program)
        .output()
        .unwrap();
    let text = String::from_utf8(output.stdout).unwrap();

    assert!(text.contains(" malloc"), "`nm` reads {}", program.display());

    text.split_whitespace()
        .map(|word| word.split('@').next().unwrap().to_owned())
        .filter(|name| NETWORK.iter().any(|start| name.starts_with(start)))
        .collect()
}
