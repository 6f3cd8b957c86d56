//! What can be in the way of a plan that is kept, each with the way out that its page offers.
use super::super::answers;
use super::super::reach::Walker;
use super::super::screen::files;
use super::PASSPHRASE;
use super::kept::{open, unlock};
use crate::support::Home;

use daypack::content::Pack;
use daypack::content::id::MeasureId;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::keep::{Keeper, Version};
use daypack::paths::Paths;
use daypack::vault::{self, paper};
use daypack::words;

use std::fs;

/// Everything that can be in the way.
pub(super) fn all(walker: &mut Walker<'_>, home: &Home) {
    refused(walker);
    from_paper(walker, home);
    costly(walker, home);
    in_use(walker, home);
    news(walker, home);
    not_saved(walker, home);
    previous(walker, home);
}

/// What is no plan asks for no passphrase.
fn refused(walker: &mut Walker<'_>) {
    open(walker, "~/taken.age");
    walker
        .screen
        .until_shown("a notice", |shown| shown.find(|it| it.role == "Password").is_none());
    walker.all_of("open-passphrase");
    walker.press_words("open-another", "open-choose");
}

/// Texts of codes, put together to a file. There is no more in this one than the head of a plan: it is typed
/// letter by letter.
fn from_paper(walker: &mut Walker<'_>, home: &Home) {
    let before = files(home, "age");
    let (rename, save) = (words::text("place-rename"), words::text("gather-save"));
    let sealed = seal(&Document::new(Pack::built_in()));
    let cut = paper::cut_into(&sealed[..180], 1).unwrap();

    walker.press_words("gather-way", "gather");
    walker.go("the field", |it| it.id == "gather-text");
    walker.screen.type_in(&cut.texts[0].to_lowercase());
    walker.screen.keys("Return");

    let on = words::text("gather-go-on");

    walker
        .screen
        .until_shown(&on, |shown| shown.acting().any(|it| it.name == on));
    walker.all_of("gather");
    walker.press_words("gather-go-on", "gather-place");

    let shown = walker.screen.until_shown("what the place means", |shown| {
        shown.acting().any(|it| it.name == rename || it.name == save)
    });

    walker.all_of("gather-place");

    // A plan may have the usual name already.
    if shown.acting().any(|it| it.name == rename) {
        walker.press(&rename, |it| it.name == rename);
        walker
            .screen
            .until_shown(&save, |shown| shown.acting().any(|it| it.name == save));
    }

    walker.press(&save, |it| it.name == save);
    walker.on("open-passphrase");
    walker.press_words("open-another", "open-choose");

    for file in files(home, "age").into_iter().filter(|file| !before.contains(file)) {
        fs::remove_file(file).unwrap();
    }
}

/// A file that takes much memory is opened only if the person says so. Only its head is looked at here.
fn costly(walker: &mut Walker<'_>, home: &Home) {
    let sealed = seal(&Document::new(Pack::built_in()));
    let at = sealed
        .windows(4)
        .position(|it| it == b" 10\n")
        .expect("the work factor");

    fs::write(
        home.join("costly.age"),
        [&sealed[..at], b" 21\n", &sealed[at + 4..]].concat(),
    )
    .unwrap();
    open(walker, "~/costly.age");
    walker.go("the field", |it| it.role == "Password");
    walker.screen.type_in(PASSPHRASE);
    walker.screen.keys("Return");

    let name = words::text("open-costly-go-on");

    walker
        .screen
        .until_shown(&name, |shown| shown.find(|it| it.name == name).is_some());
    walker.all_of("open-passphrase");
    walker.press_words("open-another", "open-choose");
}

/// A plan that another window has open can only be read, and saved elsewhere.
fn in_use(walker: &mut Walker<'_>, home: &Home) {
    let mut document = Document::new(Pack::built_in());

    document.answers = answers(Pack::built_in()).1;
    fs::create_dir(home.join("shared")).unwrap();
    fs::write(home.join("shared/shared.age"), seal(&document)).unwrap();

    let mut other = Keeper::new(Paths::within(home.path()));

    other.load(&home.join("shared/shared.age"), Version::Current).unwrap();
    open(walker, "~/shared/shared.age");
    unlock(walker);
    walker.go("a box", |it| it.role == "CheckBox");
    walker.screen.tap("space");
    walker.all_of("plan");
    walker.press_words("plan-save-elsewhere", "protect");
    walker.back_to("plan");
    walker.screen.hand_over("alt+F4");
    walker.all_of("ask-exit");
    walker.back_to("plan");
    lock_in_vain(walker);
    walker.on("ask-lock");
    lose(walker);
    walker.back_to("welcome");
}

/// Locks all the same: what is not saved is gone.
fn lose(walker: &mut Walker<'_>) {
    let name = words::text("ask-lock-lose");

    walker.press(&name, |it| it.name == name);
    walker.on("open-passphrase");
}

/// A file that opens quickly, as a test wants it.
fn seal(document: &Document) -> Vec<u8> {
    let text = document.encode(Pack::built_in());

    vault::seal_with(&text, &Secret::from_text(PASSPHRASE).unwrap(), 10).unwrap()
}

/// A plan that was made with an older checklist says what has changed.
fn news(walker: &mut Walker<'_>, home: &Home) {
    let pack = Pack::built_in();
    let mut document = Document::new(pack);

    document.answers = answers(pack).1;
    document.pack.version = 0;
    document
        .seen
        .insert(MeasureId::new("no-longer-there").unwrap(), "0".repeat(16));

    fs::create_dir(home.join("older")).unwrap();
    fs::write(home.join("older/older.age"), seal(&document)).unwrap();
    open(walker, "~/older/older.age");
    unlock(walker);
}

/// What cannot be saved is not lost.
fn not_saved(walker: &mut Walker<'_>, home: &Home) {
    walker.go("a box", |it| it.role == "CheckBox");
    walker.screen.tap("space");
    fs::remove_dir_all(home.join("older")).unwrap();
    lock_in_vain(walker);
    walker.all_of("ask-lock");
    walker.back_to("plan");
    walker.all_of("plan");
    lock_in_vain(walker);
    walker.on("ask-lock");
    lose(walker);
    walker
        .screen
        .until_shown("a notice", |shown| shown.find(|it| it.role == "Password").is_none());
    walker.all_of("open-passphrase");
    walker.press_words("open-another", "open-choose");
}

/// Locks what cannot be saved: covered at once, and asked about over the cover.
fn lock_in_vain(walker: &Walker<'_>) {
    walker.screen.keys("ctrl+l");
    walker
        .screen
        .until_shown("the question", |shown| shown.page == "ask-lock");
}

/// The version before the last one is offered when the last one is gone.
fn previous(walker: &mut Walker<'_>, home: &Home) {
    let plan = files(home, "age")
        .into_iter()
        .find(|path| path.starts_with(home.join("data")))
        .expect("the plan");

    fs::copy(&plan, plan.with_extension("bak.age")).unwrap();
    fs::remove_file(&plan).unwrap();
    open(walker, plan.to_str().unwrap());

    let name = words::text("open-previous");

    walker
        .screen
        .until_shown(&name, |shown| shown.find(|it| it.name == name).is_some());
    walker.all_of("open-passphrase");
}
