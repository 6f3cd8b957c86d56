//! How long it takes from a sheet to the last byte of its file, and the memory of the whole process: lists of
//! about 10, 100 and 1,000 pages, and a booklet. Beside them the same lists through the `typst` package from
//! PyPI, where Python has it: put one that can `import typst` in DAYPACK_PYTHON. Ends with 1 where a limit is
//! broken. The limit of 8 is held against `typst.compile(path, font_paths=[…])`, which is how it is called: then
//! it looks for the fonts of the system, which takes the longer the more there are. Told to leave them alone it
//! is faster, and that is printed too. Every figure is the best of several fresh processes, which take turns.
//! Run it by itself, with `cargo bench --no-default-features --bench pdf`.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

#[path = "pdf/figures.rs"]
mod figures;
#[path = "pdf/typst.rs"]
mod typst;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::pdf::Writer;
use daypack::print::{self, Paper};
use daypack::sheet::{self, Block, Form, Item, Level, Said, Setting, Sheet, Way};

use figures::{Figure, Limits};
use typst::{Call, Source};

use std::process::ExitCode;
use std::time::Instant;

/// How often each file is made; the best counts.
const RUNS: usize = 7;

/// How many times as long typst has to take.
const TIMES: f64 = 8.0;

fn main() -> ExitCode {
    if let Some(subject) = figures::asked() {
        one(&subject);

        return ExitCode::SUCCESS;
    }

    let (short, long) = (Source::new(&list(60)), Source::new(&list(600)));
    let ours = |subject: &'static str| move || figures::of_a_process(subject);
    let [
        ten,
        hundred,
        thousand,
        booklet,
        theirs,
        favoured,
        theirs_long,
        favoured_long,
    ] = figures::in_turns(
        RUNS,
        [
            &ours("60"),
            &ours("600"),
            &ours("6000"),
            &ours("booklet"),
            &|| short.set(Call::Plain),
            &|| short.set(Call::Favoured),
            &|| long.set(Call::Plain),
            &|| long.set(Call::Favoured),
        ],
    );
    let [ten, hundred, thousand, booklet] =
        [ten, hundred, thousand, booklet].map(|figure| figure.expect("this program runs again"));
    let mut limits = Limits::default();

    alone([&ten, &hundred, &thousand, &booklet], &mut limits);
    println!("the same lists through typst:");

    for (what, ours, theirs, favoured) in [
        ("60 items", &ten, theirs, favoured),
        ("600 items", &hundred, theirs_long, favoured_long),
    ] {
        beside(what, ours, [theirs, favoured], &mut limits);
    }

    limits.end()
}

fn alone([ten, hundred, thousand, booklet]: [&Figure; 4], limits: &mut Limits) {
    println!("60 items, {ten}\n600 items, {hundred}\n6,000 items, {thousand}\nbooklet, {booklet}");

    for longer in [hundred, thousand] {
        let what = format!("a page of {}, beside one of {}", longer.pages, ten.pages);

        limits.at_most(&what, longer.a_page() / ten.a_page(), 1.3);
    }

    limits.at_most("MiB at most, for the longest list", thousand.mebibytes, 64.0);
    limits.at_most("MiB at most, for a booklet", booklet.mebibytes, 64.0);
}

fn beside(what: &str, ours: &Figure, theirs: [Result<Figure, String>; 2], limits: &mut Limits) {
    let times = |theirs: &Figure| theirs.milliseconds / ours.milliseconds;

    match theirs {
        [Ok(plain), Ok(favoured)] => {
            println!("{what}, {plain}");
            println!(
                "{what}, without fonts of the system, {favoured}: {:.2} times as long as ours",
                times(&favoured)
            );
            limits.at_least(
                &format!("{what}, typst takes so many times as long"),
                times(&plain),
                TIMES,
            );
        }
        [Err(reason), _] | [_, Err(reason)] => println!("SKIPPED {what}: {reason}"),
    }
}

/// Writes a file once, and says what it took.
fn one(subject: &str) {
    let sheet = match subject.parse() {
        Ok(items) => list(items),
        Err(_) => booklet(),
    };
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

/// A booklet of the built-in checklist, for the first of its made-up people.
fn booklet() -> Sheet {
    let pack = Pack::built_in();
    let persona = pack.personas.first().expect("somebody");
    let plan = Plan::new(pack, &Answers::of(persona));

    sheet::make(&sheet::Source::new(pack, &plan), Form::Booklet, Level::Safe)
}

/// A list of items of six lines, no two the same.
fn list(items: usize) -> Sheet {
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
