//! The whole way with the real window: from the first page to paper, by keys alone.
mod away;
mod clip;
mod earlier;
mod every;
mod fence;
mod leave;
mod picture;
pub mod reach;
pub mod screen;
pub mod told;

use crate::support::{self, Home};
use reach::Walker;
use screen::{Screen, files};

use daypack::answers::{Answers, Given};
use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::interview::{Interview, Step};
use daypack::plan::Plan;
use daypack::vault::{self, Consent};
use daypack::words;

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::Duration;

const PROGRAMS: &[&str] = &["Xvfb", "openbox", "xdotool", "pdftotext"];
const PASSPHRASE: &str = "velvet comet ladder orbit plumage whisk";

/// Which keys answer the questions (every third is skipped), and what is answered then.
pub fn answers(pack: &Pack) -> (Vec<&'static str>, Answers) {
    let mut answers = Answers::default();
    let mut interview = Interview::start(pack, &answers);
    let mut keys = Vec::new();

    loop {
        let question = interview.question(pack).unwrap();
        let is_skipped = keys.len() % 3 == 2;

        keys.push(if is_skipped { "Return" } else { "1 Return" });
        answers.give(
            question.id.clone(),
            if is_skipped {
                Given::Unknown
            } else {
                Given::one(question.choices[0].id.clone())
            },
        );

        if interview.next(pack, &answers) == Step::Finished {
            return (keys, answers);
        }
    }
}

fn opened(path: &Path) -> Document {
    let passphrase = Secret::from_text(PASSPHRASE).unwrap();
    let opened = vault::open(&fs::read(path).unwrap(), &passphrase, Consent::NotAsked).unwrap();

    opened.document(Pack::built_in()).unwrap()
}

#[test]
fn from_the_first_page_to_paper_by_keys_alone() {
    if !support::has_all("from_the_first_page_to_paper_by_keys_alone", PROGRAMS) {
        return;
    }

    let home = Home::new();
    let mut screen = Screen::open(&home, (1000, 820));

    change_colours(&screen);

    let (expected, decided) = fill_in(&screen);

    assert!(decided > 0);

    look_around(&screen);
    assert_eq!(
        home.files(),
        Vec::<String>::new(),
        "nothing is written before the first save"
    );

    Walker::new(&screen).go("a box", |it| it.role == "CheckBox");
    screen.press("space");
    save(&screen, &home);

    let plan = files(&home, "age").remove(0);
    let saved = opened(&plan);
    // What is said about a case is not in the file, so it is compared with what a file would keep.
    let pack = Pack::built_in();
    let mut said = Document::new(pack);

    said.answers = expected;

    let said = Document::decode(&said.encode(pack), pack).unwrap().answers;

    assert!(said.all_given().eq(saved.answers.all_given()), "every answer is there");
    assert_eq!(saved.answers.all_weighed().count(), 1);
    assert_eq!(saved.answers.all_decided().count(), decided);
    assert_eq!(saved.progress.all_marks().count(), 1);

    lock_and_open(&screen);
    print(&screen, &home, &saved.answers);
    assert!(screen.is_running());

    screen.hand_over("F12");
    assert!(
        screen.ended_within(Duration::from_secs(10)).is_some(),
        "the quick exit is quick"
    );
    assert_eq!(opened(&plan), saved, "and destroys nothing");
    assert_eq!(
        home.files().len(),
        2,
        "the plan, the pages and nothing else: {:?}",
        home.files()
    );
}

/// From the first page to the plan: what was answered then, and how much was decided.
fn fill_in(screen: &Screen) -> (Answers, usize) {
    let pack = Pack::built_in();
    let (keys, expected) = answers(pack);

    let start = words::text("welcome-start");

    Walker::new(screen).go(&start, |it| it.name == start);
    screen.turn("Return", "question-");

    for key in keys {
        screen.turn(key, "").keep("question");
    }

    let shown = screen.until_shown("the board", |shown| !shown.page.starts_with("question-"));

    // On the day itself, or after it, what may have happened comes first.
    if shown.page == "after" {
        screen.turn("Escape", "weigh");
    }

    screen.settled().keep("weigh");

    // The first scale of the first threat, one step less likely.
    screen.press("Tab Left");
    screen.turn("Return", "");

    let mut decided = 0;

    // One decision can take another one away.
    while screen.shown().page.starts_with("decide-") {
        screen.turn("1 Return", "");
        decided += 1;
    }

    screen.until_shown("the plan", |shown| shown.page == "plan");

    (expected, decided)
}

/// Help, larger text, the cover and an item: each comes back to the very same page.
fn look_around(screen: &Screen) {
    let plan = screen.settled();

    plan.keep("plan");
    assert!(screen.press("F1") != plan);
    screen.keys("Escape");
    screen.until_same(&plan, "the page before help");

    let larger = screen.press("ctrl+plus ctrl+plus ctrl+plus ctrl+plus");
    larger.keep("larger");
    assert!(screen.press("F1") != larger);
    screen.keys("Escape");
    screen.until_same(&larger, "it at 200 % too");
    screen.keys("ctrl+0");
    screen.until_same(&plan, "the size before");

    let cover = screen.press("F9");
    cover.keep("cover");
    assert!(
        cover.ink() + 90 < plan.ink(),
        "the cover shows next to nothing: {} of {}",
        cover.ink(),
        plan.ink()
    );
    screen.keys("Escape");
    screen.until_same(&plan, "the page under the cover");

    assert!(screen.press("1") != plan, "the first item opens");
    screen.keys("Escape");
    screen.until_same(&plan, "it closed");
}

/// To a file, with a passphrase of one's own.
fn save(screen: &Screen, home: &Home) {
    screen.turn("ctrl+s", "protect-words");
    let own = words::text("protect-use-own");

    Walker::new(screen).press(&own, |it| it.name == own);
    screen.until_shown(&own, |shown| shown.page == "protect-own");
    screen.settled().keep("passphrase");
    screen.type_in(PASSPHRASE);
    screen.keys("Tab");
    screen.type_in(PASSPHRASE);
    screen.turn("Return", "protect-place");
    assert_eq!(home.files(), Vec::<String>::new(), "still nothing is written");

    screen.until("the file", || {
        screen.keys("Return");
        screen.settled();
        files(home, "age").pop()
    });
    screen.until_shown("the plan, saved", |shown| shown.page == "plan");
}

fn lock_and_open(screen: &Screen) {
    screen.turn("ctrl+l", "open-passphrase").keep("locked");
    screen.type_in(PASSPHRASE);
    screen.turn("Return", "plan");
}

fn print(screen: &Screen, home: &Home, answers: &Answers) {
    screen.turn("ctrl+p", "print").keep("pages");

    let page = screen.until("the pages", || {
        screen.keys("Return");
        screen.settled();
        files(home, "pdf").pop()
    });
    let output = Command::new("pdftotext").arg(&page).arg("-").output().unwrap();
    let text = String::from_utf8(output.stdout).unwrap();
    let plan = Plan::new(Pack::built_in(), answers);
    let first = plan
        .first
        .iter()
        .filter_map(|id| Pack::built_in().measure(id))
        .find(|it| it.reveals.is_empty())
        .unwrap();
    let squeezed = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");

    assert!(
        squeezed(&text).contains(&squeezed(&first.title)) || squeezed(&text).contains(&squeezed(&first.short)),
        "{text}"
    );
}

/// Colours hold at once, and the way back leads to the very same page.
fn change_colours(screen: &Screen) {
    let first = screen.settled();

    let settings = words::text("welcome-settings");

    Walker::new(screen).press(&settings, |it| it.name == settings);
    screen.until_shown(&settings, |shown| shown.page == "settings");
    screen.settled();

    let dark = screen.press("2");

    dark.keep("settings");
    assert!(dark.brightness() < first.brightness() / 2);
    screen.press("1");
    screen.turn("Escape", "welcome");
}
