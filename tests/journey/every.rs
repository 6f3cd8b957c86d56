//! Every control of every screen, by keys alone, in the real window: at 100 % in a large window, and at 200 %
//! in a small one. On the way a plan is filled in, saved, locked, opened and printed.
mod kept;
mod odd;
mod plan;
mod stack;

use super::PROGRAMS;
use super::reach::Walker;
use super::screen::Screen;
use crate::support::{self, Home};

use daypack::words;

use std::fs;
use std::time::Instant;

/// Words no screen may tell anybody.
const PASSPHRASE: &str = "velvet comet ladder orbit plumage whisk";

/// The screens of the program that the real one never shows: its checklist would have to be damaged.
const UNSEEN: &[&str] = &["trouble"];

#[test]
fn the_keyboard_reaches_every_control_of_every_screen() {
    walk("the_keyboard_reaches_every_control_of_every_screen", (1120, 820), 100);
}

#[test]
fn the_keyboard_reaches_every_control_of_every_screen_with_the_largest_text() {
    walk(
        "the_keyboard_reaches_every_control_of_every_screen_with_the_largest_text",
        (500, 640),
        200,
    );
}

fn walk(test: &str, size: (u32, u32), percent: u32) {
    if !support::has_all(test, PROGRAMS) {
        return;
    }

    let start = Instant::now();
    let home = Home::new();

    fs::create_dir_all(home.join("config/daypack")).unwrap();
    home.write("config/daypack/settings.toml", "colour = \"mauve\"\n");

    let screen = Screen::open(&home, size);
    let mut walker = Walker::new(&screen);

    enlarge(&walker, percent);
    first_pages(&mut walker);
    stack::all(&mut walker, &home);
    questions(&mut walker);
    weigh(&mut walker);
    decide(&mut walker);
    plan::all(&mut walker);
    afterwards(&mut walker);
    kept::all(&mut walker, &home);
    odd::all(&mut walker, &home);

    let pages: Vec<_> = walker.reached().collect();
    let count: usize = pages.iter().map(|(_, count)| count).sum();

    support::say(&format!(
        "{percent} % text, {} × {} pixels: {count} controls on {} pages, in {:.0} s",
        size.0,
        size.1,
        pages.len(),
        start.elapsed().as_secs_f32()
    ));
    assert_all_screens(&pages);
    assert!(!screen.was_told(PASSPHRASE) && !screen.was_told("velvet"));
}

/// Every screen there is was come to: a new one has to be added to the walk.
fn assert_all_screens(pages: &[(&str, usize)]) {
    let list = fs::read_to_string(support::root().join("src/gui/screen.rs")).unwrap();
    let screens: Vec<_> = list
        .lines()
        .filter_map(|line| line.strip_prefix("pub(crate) mod ")?.strip_suffix(';'))
        .filter(|screen| !UNSEEN.contains(screen))
        .collect();

    assert!(screens.len() >= 11, "{screens:?}");

    for screen in screens {
        let screen = screen.trim_end_matches('s');

        assert!(
            pages.iter().any(|(page, count)| page.starts_with(screen) && *count > 0),
            "nobody walked over the screen `{screen}`: {pages:?}"
        );
    }
}

/// Makes the text as large as it gets, if that is asked.
fn enlarge(walker: &Walker<'_>, percent: u32) {
    let width = walker.screen.size().0 as f32;

    for step in [125, 150, 175, 200].into_iter().take_while(|step| *step <= percent) {
        walker.screen.keys("ctrl+plus");
        walker.screen.until_shown("larger text", |shown| {
            (shown.size[0] - width * 100.0 / step as f32).abs() < 1.0
        });
    }
}

/// The first page, and what is always at hand.
fn first_pages(walker: &mut Walker<'_>) {
    walker.all_of("welcome");
    walker.press("the notice", |it| it.id == "close-settings-notice");
    walker.screen.until_shown("no notice", |shown| {
        shown.find(|it| it.id == "close-settings-notice").is_none()
    });

    walker.press_words("menu", "menu");
    walker.press_words("menu-help", "help");
    walker.back_to("welcome");

    for (way, page) in [("welcome-protects", "protects"), ("welcome-settings", "settings")] {
        walker.press_words(way, page);
        walker.back_to("welcome");
    }

    walker.press_words("welcome-open", "open-choose");
    walker.press_words("gather-way", "gather");
    walker.go("the field", |it| it.id == "gather-text");
    walker.screen.type_in("not a code");
    walker.all_of("gather");
    walker.back_to("open-choose");
    walker.back_to("welcome");

    afterwards(walker);

    walker.screen.keys("F9");
    walker.all_of("cover");
    walker.screen.keys("Return");
    walker.on("welcome");
}

/// What may have happened, page by page, and the settings to put back.
fn afterwards(walker: &mut Walker<'_>) {
    let from = walker.screen.shown().page.clone();

    walker.press_words("menu", "menu");

    let shown = walker.press_words("menu-after", "after");
    let situations: Vec<_> = shown
        .acting()
        .filter(|it| it.id.starts_with("situation-"))
        .cloned()
        .collect();

    for situation in situations {
        walker.press(&situation.name, |it| it.id == situation.id);
        walker
            .screen
            .until_shown(&situation.name, |shown| shown.page.starts_with("after-"));
        walker.all_of("after-");
        walker.screen.keys("Escape");
        walker
            .screen
            .until_shown("the page before", |shown| shown.page == "after");
    }

    walker.screen.keys("Escape");
    walker.screen.until_shown("the page before", |shown| shown.page == from);
}

/// Every question there is, until none is left.
fn questions(walker: &mut Walker<'_>) {
    let mut shown = walker.press_words("welcome-start", "question-");

    while shown.page.starts_with("question-") {
        let page = shown.page.clone();

        if !shown.acting().any(|it| it.is_checked == Some(true)) {
            walker.screen.keys("1");
            walker.screen.until_shown("an answer", |shown| {
                shown.acting().any(|it| it.is_checked == Some(true))
            });
        }

        let next = words::text("questions-next");

        walker.press(&next, |it| it.name == next);
        shown = walker
            .screen
            .until_shown("the next question", |shown| shown.page != page);

        if shown.page.starts_with("question-") {
            shown = walker.all_of(&shown.page);
        }
    }
}

/// The board, with a threat that was moved, the sums, and what stands behind folds.
fn weigh(walker: &mut Walker<'_>) {
    let shown = walker
        .screen
        .until_shown("the board", |shown| !shown.page.starts_with("question-"));

    // on the day itself, or after it, that comes first
    if shown.page == "after" {
        walker.all_of("after");
        walker.screen.keys("Escape");
    }

    walker.on("weigh");
    walker.go("a scale", |it| it.role == "Radio" && it.is_stop());
    walker.screen.tap("Left");
    walker.all_of("weigh");

    let name = words::text("weigh-continue");

    walker.press(&name, |it| it.name == name);
}

/// Both sides of everything that is to be decided.
fn decide(walker: &mut Walker<'_>) {
    let mut shown = walker.on("decide-");

    while shown.page.starts_with("decide-") {
        let page = walker.all_of(&shown.page).page.clone();
        let ways = ["decide-next", "decide-to-plan"].map(words::text);

        walker.screen.keys("1");
        walker.press("the next decision", |it| ways.contains(&it.name));
        shown = walker.screen.until_shown("the next page", |shown| shown.page != page);
    }
}
