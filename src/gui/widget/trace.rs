//! Tells a test from outside what is on the page and where the keyboard is, a line a picture.
//!
//! A test that drives the real window by keys has no eyes but pictures: it sees a ring, but not which
//! controls it never saw one at. So a debug build, asked with `--trace`, writes the page's controls to
//! standard output: to whoever started it, and to nobody else. What a field holds is never in it. A release
//! build has neither the argument nor this file.
use super::spec::{Reach, Role};
use super::walk::Found;

use iced::{Rectangle, Size};
use serde::Serialize;

use std::fmt;
use std::io::{self, Write};
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};

static IS_ON: AtomicBool = AtomicBool::new(false);
static KEYS: AtomicU32 = AtomicU32::new(0);
static LAST: Mutex<String> = Mutex::new(String::new());

/// A page as it is about to be painted.
#[derive(Serialize)]
struct Shown {
    /// How many keys went down since the start: tells what a key led to from what was there before.
    keys: u32,
    /// The size of the window, in logical pixels.
    size: [f32; 2],
    /// What the page or the dialog on top of it is called among all pages.
    page: String,
    /// Everything on it that a key could get to, in reading order.
    controls: Vec<Told>,
}

/// One thing on it. Not what it holds: that may be a secret.
#[derive(Serialize)]
struct Told {
    id: String,
    role: String,
    name: String,
    reach: String,
    is_focused: bool,
    is_disabled: bool,
    is_expanded: Option<bool>,
    is_checked: Option<bool>,
    place: Option<(usize, usize)>,
    bounds: [f32; 4],
    visible: Option<[f32; 4]>,
}

/// From now on, everything is told.
pub(crate) fn start() {
    IS_ON.store(true, Ordering::Relaxed);
}

/// Whether anybody asked.
pub(super) fn is_on() -> bool {
    IS_ON.load(Ordering::Relaxed)
}

/// A key went down: told at once and only as a number, because not every key leads to a picture.
pub(super) fn key() {
    let keys = KEYS.fetch_add(1, Ordering::Relaxed) + 1;

    if is_on() {
        let _ = writeln!(io::stdout().lock(), "{keys}");
    }
}

/// The page is about to be painted; the same twice is told once.
pub(super) fn tell(found: &[Found], size: Size) {
    let shown = Shown {
        keys: KEYS.load(Ordering::Relaxed),
        size: [size.width, size.height],
        page: found
            .iter()
            .find(|it| matches!(it.spec.role, Role::Page | Role::Dialog))
            .map(|it| named(&it.spec.id))
            .unwrap_or_default(),
        controls: found.iter().filter(|it| !is_label(it)).map(told).collect(),
    };
    let Ok(line) = serde_json::to_string(&shown) else {
        return;
    };

    if let Ok(mut last) = LAST.lock()
        && *last != line
    {
        // Nobody listens any more: then there is nobody to tell it.
        let _ = writeln!(io::stdout().lock(), "{line}");

        *last = line;
    }
}

/// Whether it only says what is around it, or what is to be seen.
fn is_label(it: &Found) -> bool {
    let says_only = matches!(
        it.spec.role,
        Role::RadioGroup
            | Role::TabList
            | Role::Stepper
            | Role::List
            | Role::ListItem
            | Role::Group
            | Role::Image
            | Role::Meter
            | Role::Status
    );

    says_only && it.spec.reach == Reach::None
}

fn told(it: &Found) -> Told {
    let corners = |it: Rectangle| [it.x, it.y, it.width, it.height];

    Told {
        id: named(&it.spec.id),
        role: format!("{:?}", it.spec.role),
        name: it.spec.name.clone(),
        reach: match it.spec.reach {
            Reach::Tab => "tab",
            Reach::Program => "program",
            Reach::None => "none",
        }
        .to_owned(),
        is_focused: it.is_focused,
        is_disabled: it.spec.is_disabled,
        is_expanded: it.spec.expanded,
        is_checked: it.spec.checked,
        place: it.spec.place,
        bounds: corners(it.bounds),
        visible: it.visible.map(corners),
    }
}

/// An id without what iced writes around it.
fn named(id: &impl fmt::Debug) -> String {
    format!("{id:?}")
        .trim_start_matches("Id(Custom(\"")
        .trim_end_matches("\"))")
        .to_owned()
}
