//! What the window says after a mistake of ours ended the process before.
use super::super::Screen;
use super::hands::{self, Home, told};
use crate::apart::{Fallen, Opening};
use crate::words;

#[test]
fn after_a_mistake_of_ours_a_kept_plan_is_asked_for_and_what_may_be_missing_is_said() {
    let home = Home::new();
    let file = home.with_a_kept_plan().desk.kept().map(|kept| kept.path.clone());
    let mut app = home.app();
    let task = app.begin_at(Opening::Fallen(Fallen { file, minutes: 3 }));

    hands::run(&mut app, task);
    assert!(matches!(app.screen, Screen::Open(_)));
    assert!(told(&app, &words::text("fallen")));
    assert!(told(&app, &words::text_with("fallen-kept", &[("minutes", 3.into())])));
}

#[test]
fn after_a_mistake_of_ours_nobody_is_told_that_a_plan_without_a_file_is_whole() {
    let home = Home::new();
    let mut app = home.app();
    let task = app.begin_at(Opening::Fallen(Fallen { file: None, minutes: 3 }));

    hands::run(&mut app, task);
    assert!(matches!(app.screen, Screen::Welcome(_)));
    assert!(told(&app, &words::text("fallen-unsaved")));
    assert!(!told(&app, &words::text_with("fallen-kept", &[("minutes", 3.into())])));
}
