//! Every form, at every level, on every paper: what is chosen, what it shows, and that it has pages.
use super::super::made::Subject;
use super::super::*;
use super::{PERSONA, Room, apply, made, press, says};
use crate::gui::context::assert_whole;
use crate::gui::desk::Desk;
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;
use crate::gui::widget::sheet::words_of;
use crate::language;
use crate::plan::progress::{Key, Mark, Role as Which};
use crate::words;

/// Everything that can be wished for, once.
fn wishes() -> impl Iterator<Item = Wish> {
    let levels = |form: Form| form.levels().iter().map(move |level| (form, *level));

    Form::ALL.into_iter().flat_map(levels).flat_map(|(form, level)| {
        Paper::ALL.into_iter().map(move |paper| Wish {
            form,
            paper,
            level,
            lang: "en",
            copies: 1,
        })
    })
}

fn text(print: &Print) -> String {
    let made = print.preview.made().unwrap();

    made.pages.iter().map(words_of).collect()
}

/// Ticks the first thing that has a place.
fn tick_something(room: &mut Room) {
    let now = room.now;
    let items = &room.desk.plan().items;
    let (measure, on) = items
        .iter()
        .find_map(|it| Some((it.measure.clone(), it.on.first()?.clone())))
        .unwrap();
    let key = Key {
        measure,
        on,
        role: Which::Main,
    };

    room.desk
        .mark(String::new(), now, |progress| {
            progress.set(key, Some(Mark::Done)).map(drop)
        })
        .unwrap();
}

#[test]
fn every_form_at_every_level_on_every_paper_has_pages_of_that_size_and_a_file() {
    let room = Room::of(PERSONA);

    for wish in wishes() {
        let made = Made::of(Subject::of(&room.context(), wish), wish);

        assert!(made.count() > 0, "{wish:?}");
        assert!(made.pdf(1).is_ok(), "{wish:?}");

        for page in made.pages.iter() {
            let (width, height) = wish.paper.size();
            let is_turned = (page.width, page.height) == (height, width);

            // Pages to read on a screen are small.
            let is_small = wish.form == Form::BookletRead && page.width < width && page.height < height;

            assert!(
                is_turned || is_small || (page.width, page.height) == (width, height),
                "{wish:?}"
            );
            assert!(!page.marks.is_empty(), "an empty page of {wish:?}");
        }
    }
}

#[test]
fn every_form_is_chosen_looked_at_and_whole_in_every_window() {
    let mut room = Room::of(PERSONA);

    for form in Form::ALL {
        let (mut print, task) = Print::new(&room.context(), form);

        for message in room.run(task) {
            assert!(!apply(&room, &mut print, message));
        }

        assert!(says(&room, &print, &form::name(form)), "{form:?}");
        assert!(says(&room, &print, &form::handling(form).says()), "{form:?}");

        // What is the same for everybody tells neither place nor device.
        let tells = form::holds(form) != form::Holds::Nothing;

        assert_eq!(says(&room, &print, &words::text("print-safe-about")), tells, "{form:?}");
        assert_whole(&mut room, &print, |it, cx| it.view(cx));
    }
}

#[test]
fn the_forms_of_a_purpose_say_how_long_they_are() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);

    for purpose in Purpose::ALL {
        apply(&room, &mut print, Message::ChoosePurpose(purpose));

        assert_eq!(print.wish.purpose(), purpose);

        for form in purpose.forms() {
            let pages = print.pages_of(form).unwrap();
            let wish = Wish { form, ..print.wish };
            let made = Made::of(Subject::of(&room.context(), wish), wish);

            assert_eq!(pages, made.count(), "{form:?}");
        }
    }
}

#[test]
fn paper_is_safe_to_carry_unless_the_person_says_otherwise_and_says_so_itself() {
    let mut room = Room::of("lgbt-where-it-is-a-crime");
    let mut print = made(&room);
    let safe = text(&print);

    assert_eq!(print.wish.level, Level::Safe);
    assert!(!says(&room, &print, "Not to be carried"));

    for (level, name) in [(Level::Home, "sheet-home"), (Level::All, "sheet-all")] {
        apply(&room, &mut print, Message::ChooseLevel(level));

        assert!(says(&room, &print, "Not to be carried"), "{level:?}");
        assert_ne!(text(&print), safe);

        let made = print.preview.made().unwrap();
        let head = words::text(name);

        for page in made.pages.iter() {
            let is_said = page.marks.iter().any(|mark| mark.to_string().contains(&head));

            assert!(is_said, "a page of {level:?} does not say what it is");
        }

        assert_whole(&mut room, &print, |it, cx| it.view(cx));
    }
}

#[test]
fn what_one_sheet_was_let_show_is_forgotten_with_the_next() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);

    apply(&room, &mut print, Message::ChooseLevel(Level::All));
    apply(&room, &mut print, Message::ChoosePaper(Paper::Letter));
    assert_eq!(print.wish.level, Level::All, "the same sheet on other paper");

    apply(&room, &mut print, Message::ChoosePurpose(Purpose::GoBack));
    assert_eq!((print.wish.level, print.wish.paper), (Level::Safe, Paper::Letter));

    let again = made(&room);

    assert_eq!(again.wish.level, Level::Safe, "a new visit");
}

#[test]
fn paper_of_everything_is_made_again_when_something_is_ticked_and_safe_paper_is_not() {
    let mut room = Room::of(PERSONA);
    let (mut safe, mut all) = (made(&room), made(&room));

    apply(&room, &mut all, Message::ChooseLevel(Level::All));
    tick_something(&mut room);

    assert!(safe.ready(&room.context()).is_some());
    assert!(all.ready(&room.context()).is_none());
    press(&room, &mut all, "Make the pages again");
    assert!(all.ready(&room.context()).is_some());
    assert!(!apply(&room, &mut safe, Message::GoOn));
}

#[test]
fn paper_speaks_another_language_than_the_window_where_there_are_several() {
    let mut room = Room::of(PERSONA);
    let english = made(&room);

    assert!(!says(&room, &english, "Language of the paper"), "there is only one");

    let said = room.desk.answers().clone();

    room.desk = Desk::new(language::made::pack());
    room.answer(|answers| *answers = said);

    let mut print = made(&room);
    let before = text(&print);

    assert_eq!(print.wish.lang, "en");
    press_radio(&room, &mut print, "Deutsch");
    assert_eq!(print.wish.lang, "de");
    assert_ne!(text(&print), before);
    assert!(print.ready(&room.context()).is_some(), "it is the same plan");
    assert!(says(&room, &print, &words::text("language-machine")), "how sure it is");
    assert!(
        says(&room, &print, "Language of the paper"),
        "the window speaks as before"
    );
    assert_whole(&mut room, &print, |it, cx| it.view(cx));

    // and back, from a window that speaks it too
    let german = language::made::in_language("de");

    room.desk.speak(german);

    let mut print = made(&room);

    assert_eq!(print.wish.lang, "de");
    press_radio(&room, &mut print, "English");
    assert_eq!(print.wish.lang, "en");
}

/// Chooses among answers that stand beside each other.
fn press_radio(room: &Room, print: &mut Print, name: &str) {
    let mut probe = Probe::ordinary();
    let messages = {
        let mut shown = probe.show(print.view(&room.context()));

        assert!(shown.ask(Role::Radio, name), "no way to choose “{name}”");
        shown.messages()
    };

    for message in messages {
        apply(room, print, message);
    }
}

#[test]
fn copies_are_counted_in_pages_and_begin_at_one() {
    let room = Room::of(PERSONA);
    let mut print = made(&room);
    let count = print.preview.made().unwrap().count();

    assert_eq!(print.wish.copies, 1);
    press(&room, &mut print, "More copies");
    press(&room, &mut print, "More copies");
    assert_eq!(print.wish.copies, 3);
    assert!(says(&room, &print, &format!("{} pages in all", 3 * count)));
    press(&room, &mut print, "Fewer copies");
    assert_eq!(print.wish.copies, 2);

    // a copy of an odd number of pages would end on the front of a sheet
    let warned = says(&room, &print, "would begin on the back of another");

    assert_eq!(warned, count % 2 == 1);
}

#[test]
fn pages_that_could_not_be_made_are_told_with_what_to_do() {
    let mut room = Room::of(PERSONA);
    let mut print = made(&room);
    let told = Notice::new(
        "The pages could not be made.".to_owned(),
        "Try the other size of paper.".to_owned(),
    );

    apply(&room, &mut print, Message::Made(Err(told)));

    assert!(says(&room, &print, "The pages could not be made."));
    assert!(says(&room, &print, "Try the other size of paper."));
    assert!(print.ready(&room.context()).is_none(), "there is nothing to save");
    assert_whole(&mut room, &print, |it, cx| it.view(cx));

    press(&room, &mut print, "Make the pages again");
    assert!(print.ready(&room.context()).is_some());
}
