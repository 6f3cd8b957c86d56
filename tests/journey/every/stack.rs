//! Handouts for a group: chosen, looked at, made, stopped, written.
use super::super::reach::Walker;
use super::super::screen::files;
use crate::support::Home;

use daypack::words;

use std::fs;

/// From the first page and back to it.
pub(super) fn all(walker: &mut Walker<'_>, home: &Home) {
    let (make, save) = (words::text("stack-make"), words::text("print-save"));

    walker.press_words("welcome-stack", "stack");
    walker.press("somebody", |it| it.id == "stack-person-first-march");
    walker
        .screen
        .until_shown("pages", |shown| shown.find(|it| it.id == "stack-sheet").is_some());
    walker.press("nobody in particular", |it| it.id == "stack-phone-iphone");
    walker
        .screen
        .until_shown("places", |shown| shown.find(|it| it.id == "stack-places").is_some());
    walker.press("the places", |it| it.id == "stack-places");
    walker.screen.until_shown("a place", |shown| {
        shown.find(|it| it.id.starts_with("stack-place-")).is_some()
    });
    walker.go("the copies", |it| it.id == "stack-copies-first-march-en");
    walker.screen.keys("ctrl+a");
    walker.screen.type_in("3");
    walker.screen.until_shown(&make, |shown| {
        shown.acting().any(|it| it.name == make) && shown.find(|it| it.id == "stack-sheet").is_some()
    });
    walker.all_of("stack");

    walker.press(&make, |it| it.name == make);
    walker.on("stack-place");
    walker
        .screen
        .until_shown(&save, |shown| shown.acting().any(|it| it.name == save));
    walker.all_of("stack-place");
    walker.press(&save, |it| it.name == save);
    walker.all_of("stack-saved");

    let written = files(home, "pdf");

    assert_eq!(written.len(), 1, "the handouts, and nothing else");
    fs::remove_file(&written[0]).unwrap();
    walker.press_words("stack-leave", "welcome");
}
