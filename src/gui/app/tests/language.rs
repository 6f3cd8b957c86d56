//! Another language in the window: other words, the same plan, and no news.
use super::hands::{Home, told};
use super::*;

#[test]
fn another_language_says_the_same_plan_in_other_words_and_back() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let before = app.desk.plan().clone();
    let first = before.items[0].measure.clone();
    let title = |app: &App| app.desk.pack.measure(&first).unwrap().title.clone();
    let english = title(&app);
    let choose = |app: &mut App, language: Option<&str>| {
        let settings = Settings {
            language: language.map(str::to_owned),
            ..app.settings.clone()
        };
        let _ = app.change_settings(settings);
    };

    app.base = crate::language::made::pack();
    choose(&mut app, Some("de"));

    assert_eq!(app.desk.pack.lang, "de");
    assert_eq!(words::text("when-leaving"), "Bevor du gehst");
    assert_ne!(title(&app), english);
    assert!(
        app.desk
            .plan()
            .items
            .iter()
            .map(|it| &it.measure)
            .eq(before.items.iter().map(|it| &it.measure))
    );
    assert!(
        !app.desk.is_edited() || app.desk.kept().is_none(),
        "nothing was changed that could be saved"
    );
    assert!(told(&app, "(auf English)"), "what is not said in it says so");

    choose(&mut app, Some("fa"));
    assert_eq!(app.look().direction, Direction::RightToLeft);

    choose(&mut app, Some("xx"));
    assert_eq!((app.desk.pack.lang.as_str(), title(&app)), ("en", english));
    assert_eq!(words::text("when-leaving"), "Before you leave");
    assert_eq!(app.look().direction, Direction::LeftToRight);
}

#[test]
fn choosing_a_language_is_no_news_about_a_plan_that_was_kept() {
    let home = Home::new();
    let mut app = home.with_a_plan();
    let plan = app.desk.plan().clone();
    let mut document = app.desk.document().clone();

    document.see(app.desk.pack, &plan);

    let german = crate::language::made::in_language("de");

    assert_eq!(document.changes(german), Vec::new());

    let mut other = app.desk.document().clone();

    other.see(german, &plan);
    app.desk.speak(app.base);
    assert_eq!(other.changes(app.desk.pack), Vec::new());
}
