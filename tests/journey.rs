//! The whole way with the real window: from the first page to paper, by keys alone.
mod screen;

use crate::support::{self, Home};
use screen::{Screen, files};

use daypack::answers::{Answers, Given, Known};
use daypack::content::Pack;
use daypack::content::id::QuestionId;
use daypack::decide;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::interview::{Interview, Step};
use daypack::plan::Plan;
use daypack::risk;
use daypack::vault::{self, Consent};

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

const PROGRAMS: &[&str] = &["Xvfb", "openbox", "xdotool", "import", "pdftotext"];
const PASSPHRASE: &str = "velvet comet ladder orbit plumage whisk";

/// Which keys answer the questions (every third is skipped), and what is answered then.
fn answers(pack: &Pack) -> (Vec<&'static str>, Answers) {
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

fn decisions(pack: &Pack, answers: &Answers) -> usize {
    let known = Known::new(pack, answers);

    decide::decisions(pack, &known, &risk::weigh(pack, &known, answers)).len()
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

    let start = Instant::now();
    let home = Home::new();
    let mut screen = Screen::open(&home);
    let mut expected = fill_in(&screen);

    look_around(&screen);
    assert_eq!(
        home.files(),
        Vec::<String>::new(),
        "nothing is written before the first save"
    );

    screen.press("Tab space");
    save(&screen, &home);

    let plan = files(&home, "age").remove(0);
    let saved = opened(&plan);
    let case = QuestionId::new("case").unwrap();

    // Of the case only the gate is kept: what comes back says no more than that.
    let put = decisions(Pack::built_in(), &expected);
    let mut kept = saved.answers.clone();

    kept.take_back(&case);
    expected.take_back(&case);
    assert!(expected.all_given().eq(kept.all_given()), "every answer is there");
    assert_eq!(saved.answers.all_weighed().count(), 1);
    assert_eq!(saved.answers.all_decided().count(), put);
    assert_eq!(saved.progress.all_marks().count(), 1);

    lock_and_open(&screen);
    print(&screen, &home, &saved.answers);
    assert!(screen.is_running());

    screen.keys("F12");
    assert!(
        screen.ended_within(Duration::from_secs(2)).is_some(),
        "the quick exit is quick"
    );
    assert_eq!(opened(&plan), saved, "and destroys nothing");
    assert_eq!(
        home.files().len(),
        2,
        "the plan, the pages and nothing else: {:?}",
        home.files()
    );
    assert!(start.elapsed() < Duration::from_secs(120), "{:?}", start.elapsed());
}

/// From the first page to the plan.
fn fill_in(screen: &Screen) -> Answers {
    let pack = Pack::built_in();
    let (keys, expected) = answers(pack);

    screen.press("Return");

    for key in keys {
        screen.press(key).keep("question");
    }

    screen.settled().keep("weigh");

    // The first scale of the first threat, one step less likely.
    screen.press("Tab Left");
    screen.press("Return");

    for _ in 0..decisions(pack, &expected) {
        screen.press("1 Return");
    }

    expected
}

/// Help, larger text, the cover and an item: each comes back to the very same page.
fn look_around(screen: &Screen) {
    let plan = screen.settled();

    plan.keep("plan");
    assert!(screen.press("F1") != plan);
    assert!(screen.press("Escape") == plan, "help comes back to the same page");

    let larger = screen.press("ctrl+plus ctrl+plus ctrl+plus ctrl+plus");
    larger.keep("larger");
    assert!(screen.press("F1") != larger);
    assert!(screen.press("Escape") == larger, "at 200 % too");
    assert!(screen.press("ctrl+0") == plan);

    let cover = screen.press("F9");
    cover.keep("cover");
    assert!(
        cover.ink() * 3 < plan.ink() * 2,
        "the cover shows little beside the window's frame: {} of {}",
        cover.ink(),
        plan.ink()
    );
    assert!(screen.press("Escape") == plan, "and comes back to the same page");

    assert!(screen.press("1") != plan, "the first item opens");
    assert!(screen.press("Escape") == plan);
}

/// To a file, with a passphrase of one's own.
fn save(screen: &Screen, home: &Home) {
    screen.press("ctrl+s");
    screen.press("Tab Tab Return").keep("passphrase");
    screen.type_in(PASSPHRASE);
    screen.keys("Tab");
    screen.type_in(PASSPHRASE);
    screen.press("Return");
    assert_eq!(home.files(), Vec::<String>::new(), "still nothing is written");

    screen.until("the file", || {
        screen.keys("Return");
        screen.settled();
        files(home, "age").pop()
    });
    screen.until("the plan, saved", || {
        let before = screen.settled();

        (before == screen.settled()).then_some(())
    });
}

fn lock_and_open(screen: &Screen) {
    screen.press("ctrl+l").keep("locked");
    screen.type_in(PASSPHRASE);
    screen.press("Return");
    std::thread::sleep(Duration::from_secs(2));
    screen.settled();
}

fn print(screen: &Screen, home: &Home, answers: &Answers) {
    screen.press("ctrl+p").keep("pages");

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

#[test]
fn the_settings_hold_at_once_and_the_quick_exit_works_on_the_first_page() {
    let name = "the_settings_hold_at_once_and_the_quick_exit_works_on_the_first_page";

    if !support::has_all(name, PROGRAMS) {
        return;
    }

    let home = Home::new();
    let mut screen = Screen::open(&home);
    let first = screen.settled();

    screen.press("Tab Tab Tab Tab Return");

    let dark = screen.press("2");
    assert!(dark.brightness() < 100 && first.brightness() > 150);
    screen.press("1");
    screen.press("Escape");

    screen.keys("ctrl+shift+q");
    assert!(screen.ended_within(Duration::from_secs(2)).is_some());
    assert_eq!(home.files(), Vec::<String>::new(), "nobody asked to remember");
}
