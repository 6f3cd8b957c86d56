//! The frame of every page: one edge for all that is on it, whatever is on it.
use daypack::gui::theme::{Look, size};
use daypack::gui::widget::probe::Probe;
use daypack::gui::widget::{Page, Role, body, page, primary, quiet, stepper};

fn short<'a>() -> Page<'a, ()> {
    page("short", "A title")
        .push(body("Few words."))
        .action(quiet("Back").on_press(()))
        .primary(primary("Go on").on_press(()))
}

/// Where the title, the first action and the end of the main one are, from the start of the window.
fn edges(page: Page<'_, ()>, width: f32) -> [f32; 3] {
    let mut probe = Probe::new(Look::default(), width, 900.0);
    let mut ui = probe.show(page);
    let mut bounds = |role, name| ui.find(role, name).unwrap().bounds;
    let (title, back, on) = (
        bounds(Role::Heading, "A title"),
        bounds(Role::Button, "Back"),
        bounds(Role::Button, "Go on"),
    );

    [title.x, back.x, on.x + on.width]
}

#[test]
fn a_page_with_few_words_begins_where_one_with_many_does() {
    let many = short().push(body("word ".repeat(200)));

    assert_eq!(edges(short(), 1280.0), edges(many, 1280.0));
}

#[test]
fn the_bar_at_the_bottom_stands_under_the_column_it_belongs_to() {
    for width in [1280.0, 1120.0, 960.0, 480.0] {
        for page in [short(), short().aside(body("Why."))] {
            let [title, back, end] = edges(page, width);

            assert!((title - back).abs() < 1.0, "{width}: {title} and {back}");
            assert!(end <= title + size::COLUMN + 1.0, "{width}: {end}");
        }
    }
}

#[test]
fn the_two_ways_of_a_stepper_stay_beside_each_other() {
    for value in ["One", "a value that is far too long for a line"] {
        let steps = || {
            stepper(
                "How near",
                value,
                ("Farther".to_owned(), Some(())),
                ("Closer".to_owned(), Some(())),
            )
        };

        for mut probe in [Probe::ordinary(), Probe::tight()] {
            let mut ui = probe.show(page("steps", "Steps").push(steps()));
            let mut place = |name| ui.find(Role::Button, name).unwrap().bounds;
            let (less, more) = (place("Farther"), place("Closer"));

            assert!((less.y - more.y).abs() < 1.0, "{value}: {less:?} and {more:?}");
        }
    }
}
