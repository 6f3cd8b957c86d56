//! The fence and the desktop: what each kind needs of it, and that the bus which is tried is the right one.
use super::super::is_child;
use super::{child, fenced};
use crate::support::{self, Home};

use daypack::harden::fence::{self, Attempt, Fence, Outcome};
use daypack::harden::{self, State};

use std::env;
use std::fs::File;
use std::io::Read;
use std::os::linux::net::SocketAddrExt;
use std::os::unix::net::{SocketAddr, UnixListener, UnixStream};
use std::path::Path;

/// What the toolkit opens late on Wayland.
const KEYBOARD: &str = "libxkbcommon.so.0";

/// Where the window is drawn decides what is opened before the fence, and what the clipboard may do.
#[test]
fn a_wayland_desktop_is_known_by_either_of_its_names() {
    let test = "a_wayland_desktop_is_known_by_either_of_its_names";
    let folders = ["", "64", "/x86_64-linux-gnu", "/aarch64-linux-gnu"];

    if !folders
        .iter()
        .any(|folder| Path::new(&format!("/usr/lib{folder}")).join(KEYBOARD).exists())
    {
        return support::skipped(test, "the library that understands keyboards is not installed");
    }

    let desktops: [(&[(&str, &str)], bool); 5] = [
        (&[("WAYLAND_DISPLAY", "wayland-0"), ("DISPLAY", ":0")], true),
        (&[("WAYLAND_SOCKET", "3")], true),
        (
            &[("WAYLAND_DISPLAY", ""), ("WAYLAND_SOCKET", ""), ("DISPLAY", ":0")],
            false,
        ),
        (&[("DISPLAY", ":0")], false),
        (&[], false),
    ];

    for (set, is_wayland) in desktops {
        child("desktop::child_knows_its_desktop", |command| {
            for (name, _) in desktops.iter().flat_map(|(set, _)| *set) {
                command.env_remove(name);
            }

            command
                .envs(set.iter().copied())
                .env("IS_WAYLAND", is_wayland.to_string());
        });
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_knows_its_desktop() {
    if !is_child() {
        return;
    }

    let is_wayland = env::var("IS_WAYLAND").unwrap() == "true";
    // Opened now: behind the fence it can only be read.
    let mut maps = File::open("/proc/self/maps").unwrap();
    let mut text = String::new();

    assert_eq!(fence::is_on_wayland(), is_wayland);
    assert!(fenced().is_whole());
    maps.read_to_string(&mut text).unwrap();
    assert_eq!(text.contains(KEYBOARD), is_wayland, "{text}");
}

/// X11's library tries such a socket first, and gives up when it is refused: there alone it stays in reach.
#[test]
fn a_socket_without_a_file_is_out_of_reach_but_on_x11() {
    let name = format!("daypack-test-{}", std::process::id());
    let _listener = UnixListener::bind_addr(&SocketAddr::from_abstract_name(&name).unwrap()).unwrap();

    for (display, is_denied) in [("", true), (":0", false)] {
        child("desktop::child_connects_without_a_file", |command| {
            command
                .env_remove("WAYLAND_DISPLAY")
                .env_remove("WAYLAND_SOCKET")
                .env("DISPLAY", display)
                .env("SOCKET", &name)
                .env("IS_DENIED", is_denied.to_string());
        });
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_connects_without_a_file() {
    if !is_child() {
        return;
    }

    let name = env::var("SOCKET").unwrap();
    let is_denied = env::var("IS_DENIED").unwrap() == "true";
    let address = SocketAddr::from_abstract_name(name).unwrap();

    harden::process();

    let files = fence::first().files;

    // Older kernels know no rule about them.
    if files == State::On {
        assert_eq!(UnixStream::connect_addr(&address).is_err(), is_denied);
    }
}

/// Without a fence the attempt on the bus arrives there.
#[test]
fn the_bus_that_is_tried_is_the_one_of_the_desktop() {
    let home = Home::new();
    let listener = UnixListener::bind(home.join("bus")).unwrap();

    listener.set_nonblocking(true).unwrap();
    child("desktop::child_tries_the_bus", |command| {
        command.env("XDG_RUNTIME_DIR", home.path());
    });
    assert!(listener.accept().is_ok());
}

#[test]
#[ignore = "a child of the test above"]
fn child_tries_the_bus() {
    if !is_child() {
        return;
    }

    assert_eq!(Attempt::Bus.outcome(Fence::OFF), Outcome::NotDenied);
}
