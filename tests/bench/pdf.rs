//! How long it takes from a sheet to the last byte of its file, and the memory of the whole process: a
//! list of 60 items, then of 10, 100 and 1,000 pages. Beside it the same list through the `typst` package
//! from PyPI, where Python has it. Ends with 1 where a limit is broken.
//!
//! Every figure is the best of several fresh processes, which take turns. Run it by itself, with
//! `cargo bench --no-default-features --bench pdf`; put a Python that can `import typst` in DAYPACK_PYTHON.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

#[path = "pdf/figures.rs"]
mod figures;
#[path = "pdf/typst.rs"]
mod typst;

use daypack::print::pdf::Writer;
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Item, Said, Setting, Sheet, Way};

use figures::{Figure, Limits};

use std::env;
use std::process::ExitCode;
use std::time::Instant;

/// How many items a list has: about 10, 100 and 1,000 pages of them.
const ITEMS: [usize; 3] = [60, 600, 6_000];

/// How often each list is written; the best counts.
const RUNS: usize = 7;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();

    if let [first, items] = arguments.as_slice()
        && first == "--one"
    {
        one(items.parse().expect("a number of items"));

        return ExitCode::SUCCESS;
    }

    let mut limits = Limits::default();
    let [ten, hundred, thousand] = ours();

    for (items, figure) in ITEMS.into_iter().zip([&ten, &hundred, &thousand]) {
        println!("{items} items, {figure}");
    }

    let growth = thousand.a_page() / ten.a_page();
    println!(
        "a page of {} beside one of {}: {:.2} times as long; of {}: {growth:.2} times",
        hundred.pages,
        ten.pages,
        hundred.a_page() / ten.a_page(),
        thousand.pages,
    );

    limits.at_most("growth of the time a page takes", growth, 1.3);
    limits.at_most("MiB at most, for the longest list", thousand.mebibytes, 64.0);
    beside_typst(&ten, &mut limits);

    limits.end()
}

/// The best figures for each list. The lists take turns, so that what else the computer does hits all.
fn ours() -> [Figure; 3] {
    let run = |items: usize| figures::of_a_process(&["--one".to_owned(), items.to_string()]);
    let mut best = ITEMS.map(run);

    for _ in 1..RUNS {
        for (best, items) in best.iter_mut().zip(ITEMS) {
            best.improve(run(items));
        }
    }

    best
}

fn beside_typst(ours: &Figure, limits: &mut Limits) {
    let [items, ..] = ITEMS;

    match typst::best(&sheet(items), RUNS) {
        Ok(theirs) => {
            println!("{items} items through typst, {theirs}");
            limits.at_least(
                "typst takes so many times as long",
                theirs.milliseconds / ours.milliseconds,
                8.0,
            );
        }
        Err(reason) => println!("SKIPPED the same through typst: {reason}"),
    }
}

/// Writes a list once, and says what it took.
fn one(items: usize) {
    let sheet = sheet(items);
    let start = Instant::now();

    let mut writer = Writer::new(&sheet).expect("fonts");
    let pages = print::pages(&sheet, Paper::A4);
    let count = pages.len();

    for page in pages {
        writer.page(&page).expect("a page");
    }

    let bytes = writer.finish().expect("a file");
    let took = start.elapsed();

    assert!(bytes.starts_with(b"%PDF"));
    figures::say(took, count);
}

/// A list of items of six lines, no two the same.
fn sheet(items: usize) -> Sheet {
    let item = |number: usize| {
        Block::Item(Item {
            title: format!("Thing number {number} to do before you leave the house"),
            aside: format!("{} min", number % 55 + 5),
            why: format!("It matters because of {number} other things that nobody thinks of on the day itself."),
            ways: vec![Way {
                on: String::new(),
                has_box: false,
                steps: vec![
                    format!("Open the settings of device {number} and look for the word that is meant."),
                    format!("Switch it off, and say {number} times that it is off."),
                ],
                also: vec![Said {
                    label: "To check:".to_owned(),
                    text: format!("Look again after {number} minutes."),
                    noted: String::new(),
                }],
                noted: format!("Version {number}, November 2026."),
            }],
            also: Vec::new(),
            blanks: Vec::new(),
        })
    };

    Sheet {
        title: "For the day".to_owned(),
        lang: "en".to_owned(),
        setting: Setting::Normal,
        head: String::new(),
        foot: "Page {page} of {pages}".to_owned(),
        tick: "Box to tick".to_owned(),
        goes_on: "{title} (continued)".to_owned(),
        blocks: (0..items).map(item).collect(),
    }
}
