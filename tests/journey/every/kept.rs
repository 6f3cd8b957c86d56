//! A plan that is kept: saved, printed, locked, opened.
use super::super::reach::Walker;
use super::super::screen::files;
use super::super::told::Shown;
use super::PASSPHRASE;
use crate::support::Home;

use daypack::words;

/// Everything that has to do with files.
pub(super) fn all(walker: &mut Walker<'_>, home: &Home) {
    passphrase(walker);
    place(walker, home);
    change(walker);
    print(walker, home);
    copy(walker, home);
    lock(walker);
}

/// Six words, or words of one's own.
fn passphrase(walker: &mut Walker<'_>) {
    walker.screen.keys("ctrl+s");
    walker.all_of("protect-words");
    walker.press_words("protect-written", "protect-retype");
    walker.go("the field", |it| it.role == "Password");
    walker.screen.type_in("not those");
    walker.all_of("protect-retype");
    walker.press_words("protect-see-words", "protect-words");
    own_words(walker);
}

/// From the six words to words of one's own, typed twice; and on.
fn own_words(walker: &mut Walker<'_>) {
    walker.press_words("protect-use-own", "protect-own");
    walker.go("the first field", |it| it.id == "protect-own-first");
    walker.screen.type_in(PASSPHRASE);
    walker.go("the second field", |it| it.id == "protect-own-again");
    walker.screen.type_in(PASSPHRASE);

    let name = words::text("protect-continue");

    walker
        .screen
        .until_shown("the way on", |shown| shown.find(|it| it.name == name).is_some());
    walker.all_of("protect-own");
    walker.press(&name, |it| it.name == name);
}

/// Waits until the places were looked at, and goes to another one of them until it is the one meant.
fn choose(walker: &Walker<'_>, is_meant: impl Fn(&str) -> bool) {
    walker
        .screen
        .until_shown("places", |shown| shown.find(|it| it.role == "Radio").is_some());
    walker.go("the places", |it| it.role == "Radio" && it.is_stop());
    walker.screen.keys("space");

    for _ in 0..9 {
        let here = walker.screen.shown();

        if here.focused().is_some_and(|it| is_meant(&it.id)) {
            walker.screen.keys("space");
            return;
        }

        walker.screen.tap("Down");
    }

    panic!("there is no such place");
}

/// Types a path into the field for paths.
pub(super) fn type_path(walker: &Walker<'_>, path: &str) {
    walker.go("the field", |it| it.id == "place-path");
    walker.screen.keys("ctrl+a");
    walker.screen.type_in(path);
}

/// Presses what bears these words, and waits until something that bears others is there.
fn press_until(walker: &mut Walker<'_>, press: &str, there: &str) {
    let (press, there) = (words::text(press), words::text(there));
    let page = walker.screen.shown().page.clone();

    walker.press(&press, |it| it.name == press);
    walker
        .screen
        .until_shown(&there, |shown| shown.find(|it| it.name == there).is_some());
    walker.all_of(&page);
}

/// Where it goes: a folder, a path, and a name that is taken.
fn place(walker: &mut Walker<'_>, home: &Home) {
    home.write("taken.age", "something else");
    walker.on("protect-place");
    choose(walker, |id| id == "place-elsewhere");
    walker.all_of("protect-place");
    type_path(walker, "~/taken.age");

    let taken = words::text("place-replace");

    walker
        .screen
        .until_shown(&taken, |shown| shown.find(|it| it.name == taken).is_some());
    walker.all_of("protect-place");
    press_until(walker, "place-replace", "place-keep");
    press_until(walker, "place-keep", "place-rename");
    choose(walker, |id| id.starts_with("place-at-"));

    let name = words::text("protect-save");

    walker
        .screen
        .until_shown(&name, |shown| shown.find(|it| it.name == name).is_some());
    walker.all_of("protect-place");
    walker.press(&name, |it| it.name == name);
    walker.all_of("plan");
    assert_eq!(files(home, "age").len(), 2, "the plan, and what was there");
}

/// Another place, or another passphrase, for a plan that is kept.
fn change(walker: &mut Walker<'_>) {
    walker.press_words("plan-to-protect", "protect");
    apart(walker);
    removal(walker);
    walker.press("another passphrase", |it| it.id == "protect-change");
    walker.all_of("protect-words");
    own_words(walker);
    walker.all_of("protect-warned");

    while walker.screen.shown().page != "plan" {
        let page = walker.screen.shown().page.clone();

        walker.screen.keys("Escape");
        walker.screen.until_shown("the page before", |shown| shown.page != page);
    }
}

/// Where a key of its own would go; and back.
fn apart(walker: &mut Walker<'_>) {
    walker.press("a key apart", |it| it.id == "protect-split");
    walker.on("protect-key");
    choose(walker, |id| id == "place-elsewhere");
    walker.all_of("protect-key");
    walker.back_to("protect");
}

/// What removing the plan would mean, and the second question; and back.
fn removal(walker: &mut Walker<'_>) {
    walker.press("the removal", |it| it.id == "protect-remove");
    walker.all_of("remove");
    walker.press_words("remove-continue", "remove-sure");
    walker.press_words("remove-keep", "remove");
    walker.back_to("protect");
}

/// The pages, and where the file goes.
fn print(walker: &mut Walker<'_>, home: &Home) {
    let (on, next) = (words::text("print-go-on"), words::text("print-next"));

    walker.screen.keys("ctrl+p");
    walker.screen.until_shown("the pages", |shown| {
        shown.find(|it| it.name == on).is_some() && shown.find(|it| it.name == next).is_some()
    });
    walker.all_of("print");
    purposes(walker);
    press_until(walker, "print-next", "print-previous");
    press_until(walker, "print-closer", "print-farther");
    turn(walker);
    walker.press(&on, |it| it.name == on);
    walker.all_of("print-before");
    walker.press_words("print-to-place", "print-place");
    choose(walker, |id| id == "place-elsewhere");
    walker.all_of("print-place");
    choose(walker, |id| id.starts_with("place-at-"));

    let save = words::text("print-save");

    walker
        .screen
        .until_shown(&save, |shown| shown.find(|it| it.name == save).is_some());
    walker.all_of("print-place");
    walker.press(&save, |it| it.name == save);
    walker.all_of("print-saved");
    assert_eq!(files(home, "pdf").len(), 1);
    walker.press_words("print-plan", "plan");
}

/// An encrypted copy on paper: sealed, looked at, and where the file goes.
fn copy(walker: &mut Walker<'_>, home: &Home) {
    let (way, on) = (words::text("copy-way"), words::text("print-go-on"));
    let before = files(home, "pdf").len();

    walker.screen.keys("ctrl+p");
    walker
        .screen
        .until_shown("the way to a copy", |shown| shown.find(|it| it.name == way).is_some());
    walker.press(&way, |it| it.name == way);
    walker.on("copy");
    walker.all_of("copy");
    walker.press(&on, |it| it.name == on);
    walker.on("copy-place");
    choose(walker, |id| id.starts_with("place-at-"));

    let save = words::text("print-save");

    walker
        .screen
        .until_shown(&save, |shown| shown.find(|it| it.name == save).is_some());
    walker.all_of("copy-place");
    walker.press(&save, |it| it.name == save);
    walker.all_of("copy-saved");
    assert_eq!(files(home, "pdf").len(), before + 1);
    walker.press_words("copy-done", "print");

    while walker.screen.shown().page != "plan" {
        let page = walker.screen.shown().page.clone();

        walker.screen.keys("Escape");
        walker.screen.until_shown("the page before", |shown| shown.page != page);
    }
}

/// Everything that paper can be for, and every form of it; and back to the first.
fn purposes(walker: &mut Walker<'_>) {
    let is_purpose = |id: &str| id.starts_with("print-for/");
    let count = walker.screen.shown().acting().filter(|it| is_purpose(&it.id)).count();

    assert!(count > 2, "there is little to print");

    for _ in 0..count {
        walker.go("what it is for", |it| is_purpose(&it.id) && it.is_stop());

        let before = walker.screen.shown().focused().map(|it| it.id.clone());

        walker.screen.tap("Down");
        walker.screen.until_shown("the next purpose", |shown| {
            let here = shown.focused().filter(|it| is_purpose(&it.id));

            here.is_some_and(|it| it.is_checked == Some(true) && Some(&it.id) != before.as_ref())
        });
        walker.all_of("print");
    }
}

/// Closer to a page, over it, back to the whole of it, and to the last page and the first.
fn turn(walker: &Walker<'_>) {
    let page = |number: &str| format!(" {number} ");
    let title = |shown: &Shown| shown.focused().map(|it| it.name.clone()).unwrap_or_default();

    walker.go("the page", |it| it.id == "print-sheet");

    for key in ["minus", "Home", "plus", "Right", "Down", "minus", "End"] {
        walker.screen.tap(key);
    }

    let last = title(&walker.screen.shown());

    walker.screen.tap("Home");
    walker.screen.until_shown("the first page", |shown| {
        title(shown).contains(&page("1")) && title(shown) != last
    });
}

/// The passphrase is asked for, and only the right one opens.
fn lock(walker: &mut Walker<'_>) {
    walker.screen.keys("ctrl+l");
    walker.all_of("open-passphrase");
    walker.go("the field", |it| it.role == "Password");
    walker.screen.type_in("not this");
    walker.all_of("open-passphrase");
    walker.go("the field", |it| it.role == "Password");
    walker.screen.keys("Return");
    walker.on("open-opening");
    walker.all_of("open-passphrase");
    unlock(walker);
    walker.screen.keys("ctrl+l");
    walker.on("open-passphrase");
    walker.back_to("welcome");
}

/// Types the passphrase that opens.
pub(super) fn unlock(walker: &mut Walker<'_>) {
    walker.go("the field", |it| it.role == "Password");
    walker.screen.settled();
    walker.screen.type_in(PASSPHRASE);
    walker.screen.keys("Return");
    walker.all_of("plan");
}

/// From the first page to a file, by its path.
pub(super) fn open(walker: &mut Walker<'_>, path: &str) {
    if walker.screen.shown().page == "welcome" {
        walker.press_words("welcome-open", "open-choose");
    }

    walker.screen.until_shown("plans", |shown| {
        shown.find(|it| it.id.starts_with("plan-at-")).is_some()
    });
    walker.all_of("open-choose");
    type_path(walker, path);

    let name = words::text("place-open-typed");

    walker
        .screen
        .until_shown(&name, |shown| shown.find(|it| it.name == name).is_some());
    walker.all_of("open-choose");
    walker.press(&name, |it| it.name == name);
    walker.on("open-passphrase");
}
