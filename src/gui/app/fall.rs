//! Falls over in thirty ways, with an open plan in hand: for the test which holds that none of it is said.
//!
//! A debug build alone has this file, and does it only when it is asked to by its environment. Each way is one
//! in which a mistake of ours, or of a library, would carry the text that was in the way into its message.
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unreachable,
    clippy::unnecessary_literal_unwrap,
    reason = "falling is what it is for"
)]
use crate::content::Pack;
use crate::document::Document;
use crate::gui::desk::Desk;
use crate::paths;

use std::cell::RefCell;
use std::error::Error;
use std::ffi::CString;
use std::fmt;
use std::panic::panic_any;
use std::sync::{Mutex, OnceLock, mpsc};
use std::thread;

/// One way to fall over this text.
type Way = fn(&str);

/// As many as the test counts, with the last one on the thread that draws.
const WAYS: [Way; 29] = [
    |text| panic!("{text}"),
    |text| failed(text).unwrap(),
    |text| failed("").expect(text),
    |text| None::<()>.expect(text),
    |text| done(text).unwrap_err(),
    |text| done("").expect_err(text),
    |text| assert!(text.is_empty(), "{text}"),
    |text| assert_eq!(text, "another"),
    |text| assert_ne!(&[text], &[text][..]),
    |text| unreachable!("{text}"),
    |text| panic_any(text.to_owned()),
    |text| panic_any(Box::new(text.to_owned())),
    |text| lost(&text[text.len() + 1..]),
    |text| lost(&format!("ä{text}")[1..]),
    |text| lost(text.split_at(text.len() + 1)),
    |text| lost([text][text.len()]),
    |text| lost(String::from_utf8([text.as_bytes(), &[0xff]].concat()).unwrap()),
    |text| lost(CString::new(format!("{text}\0")).unwrap()),
    |text| lost(format!("{text}\n= {text}").parse::<toml::Table>().unwrap()),
    |text| lost(Document::decode(&format!("{text}\n="), Pack::built_in()).unwrap()),
    |text| lost(serde_json::from_value::<u8>(text.into()).unwrap()),
    |text| lost(text.parse::<u64>().map_err(|_| text).unwrap()),
    |text| Err::<(), Box<dyn Error>>(text.into()).unwrap(),
    |text| lost(Falls(text).to_string()),
    |text| lost(Dropped(text.to_owned())),
    unheard,
    taken_twice,
    poisoned,
    borrowed_twice,
];

/// Falls over, if this process was asked to.
pub(super) fn if_asked(desk: &Desk) {
    if !paths::is_to_fall() {
        return;
    }

    let text = desk.document().encode(desk.pack).to_string();

    // Where slow work is done: each thread falls alone.
    for way in WAYS {
        let text = text.clone();
        let slow = thread::Builder::new().name("slow".to_owned());

        let _ = slow.spawn(move || way(&text)).map(thread::JoinHandle::join);
    }

    panic!("{text}");
}

/// What would have come of it.
fn lost<T>(_: T) {}

fn failed(text: &str) -> Result<(), String> {
    Err(text.to_owned())
}

fn done(text: &str) -> Result<String, ()> {
    Ok(text.to_owned())
}

/// Something that falls while it is being said.
struct Falls<'a>(&'a str);

impl fmt::Display for Falls<'_> {
    fn fmt(&self, _: &mut fmt::Formatter<'_>) -> fmt::Result {
        panic!("{}", self.0)
    }
}

/// Something that falls when it goes.
struct Dropped(String);

impl Drop for Dropped {
    fn drop(&mut self) {
        panic!("{}", self.0)
    }
}

fn unheard(text: &str) {
    let (say, hear) = mpsc::channel();

    drop(hear);
    say.send(text.to_owned()).unwrap();
}

fn taken_twice(text: &str) {
    let once = OnceLock::new();

    once.set(text.to_owned()).unwrap();
    once.set(text.to_owned()).unwrap();
}

/// Falls twice: while it holds something, and because of that.
fn poisoned(text: &str) {
    let held = Mutex::new(text.to_owned());

    let _ = thread::scope(|scope| {
        scope
            .spawn(|| {
                let _held = held.lock().unwrap();

                panic!("{text}")
            })
            .join()
    });

    lost(held.lock().unwrap());
}

fn borrowed_twice(text: &str) {
    let cell = RefCell::new(text.to_owned());
    let _first = cell.borrow_mut();

    lost(cell.borrow_mut());
}
