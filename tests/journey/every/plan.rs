//! The plan: what its lines open to, everywhere they are marked, and what is asked before it would be lost.
use super::super::reach::Walker;
use super::super::told::Shown;

use daypack::words;

/// Everything on the plan, before it is kept anywhere.
pub(super) fn all(walker: &mut Walker<'_>) {
    walker.opens_items = true;
    walker.all_of("plan");
    times(walker);
    walker.opens_items = false;
    earlier(walker);
    undo(walker);
    not_lost(walker);
}

/// Whether what is shown has the tabs of the times, and which one is chosen.
fn chosen_time(shown: &Shown) -> Option<String> {
    let prefix = format!("TabList/{}/", words::text("plan-times"));

    shown
        .acting()
        .find(|it| it.id.starts_with(&prefix) && it.is_checked == Some(true))
        .map(|it| it.id.clone())
}

/// What is to be done at each other time.
fn times(walker: &mut Walker<'_>) {
    let first = chosen_time(&walker.screen.shown()).expect("a time is chosen");

    loop {
        walker.go("the times", |it| {
            it.is_stop() && it.role == "Tab" && it.id.contains(&words::text("plan-times"))
        });

        if chosen_time(&walker.screen.tap("Right")).as_ref() == Some(&first) {
            return;
        }

        walker.all_of("plan");
    }
}

/// "How was it before?", for something that changed a setting, down to words of one's own.
fn earlier(walker: &mut Walker<'_>) {
    walker.to_earlier();
    walker.all_of("plan");
    walker.to_own_words();
    walker.all_of("plan");
    walker.keep_note("only at night");
}

/// What was done last is taken back, by its button and by its key.
fn undo(walker: &mut Walker<'_>) {
    let is_ticked = |shown: &Shown| shown.acting().filter(|it| it.is_checked == Some(true)).count();
    let before = is_ticked(&walker.go("a box", |it| it.role == "CheckBox" && it.is_checked == Some(false)));

    walker.screen.tap("space");
    walker.press("the way back", |it| it.id == "undo-toast");
    walker
        .screen
        .until_shown("it as before", |shown| is_ticked(shown) == before);
}

/// What is asked before a plan that nobody saved would be gone.
fn not_lost(walker: &mut Walker<'_>) {
    walker.press_words("menu", "menu");
    walker.press_words("menu-start", "welcome");
    walker.press_words("welcome-start", "ask-anew");
    walker.back_to("welcome");
    walker.screen.hand_over("alt+F4");
    walker.all_of("ask-exit");
    walker.back_to("welcome");
    walker.press_words("welcome-continue", "plan");
}
