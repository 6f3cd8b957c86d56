//! What lies in a stack, and what it says to whom.
use super::{People, laid, says, three_forms};

use daypack::content::Pack;
use daypack::print::Paper;
use daypack::print::page::Page;
use daypack::sheet::Form;
use daypack::stack::{Error, MOST_COPIES, Sides, Stack};
use daypack::words;

use std::ops::ControlFlow;

/// Where the pages with a large letter are, and which letter.
fn letters(pages: &[Page]) -> Vec<(usize, String)> {
    let is_letter = |says: &str| says.contains(&words::text("stack-take-out"));
    let found = pages.iter().map(says).enumerate().filter(|(_, says)| is_letter(says));

    found
        .map(|(at, says)| (at, says.lines().next().unwrap_or_default().to_owned()))
        .collect()
}

#[test]
fn it_lies_in_the_order_in_which_it_is_handed_out() {
    let people = People::named(&["first-march", "organiser"]).and_nobody();
    let laid = laid(&people.stack(3, &[Form::List, Form::Compact], Sides::Two));
    let pages: Vec<Page> = laid.pages().collect();

    assert!(says(&pages[0]).starts_with(&words::text("stack-contents")));

    let letters = letters(&pages);
    let names: Vec<&str> = letters.iter().map(|(_, letter)| letter.as_str()).collect();

    assert_eq!(names, ["A", "B", "C"]);

    for (index, (at, _)) in letters.iter().enumerate() {
        let end = letters.get(index + 1).map_or(pages.len(), |(next, _)| *next);
        let pile = &pages[at + 2..end];
        let (each, rest) = pile.split_at(pile.len() / 3);

        assert!(pile.len().is_multiple_of(3) && !each.is_empty());
        assert_eq!([each, each].concat(), rest, "everybody gets the same");
    }
}

#[test]
fn every_handout_begins_on_a_front() {
    let people = People::named(&["first-march", "carer"]).and_nobody();
    let forms = three_forms();
    let title = words::text("sheet-title");

    for sides in Sides::ALL {
        let laid = laid(&people.stack(2, &forms, sides));
        let pages: Vec<Page> = laid.pages().collect();
        let is_first = |page: &Page| says(page).lines().next() == Some(title.as_str());
        let firsts: Vec<usize> = (0..pages.len()).filter(|at| is_first(&pages[*at])).collect();
        let empty = pages.iter().filter(|page| page.marks.is_empty()).count();

        assert!(firsts.len() >= 6, "{firsts:?}");
        assert_eq!(laid.count().pages as usize, pages.len());

        match sides {
            Sides::Two => {
                assert!(pages.len().is_multiple_of(2) && empty > 0);
                assert!(firsts.iter().all(|at| at.is_multiple_of(2)), "{firsts:?}");
                assert!(
                    (0..pages.len()).all(|at| !pages[at].marks.is_empty() || !at.is_multiple_of(2)),
                    "only backs are empty"
                );
            }
            Sides::One => assert_eq!(empty, 0, "nobody prints empty sheets"),
        }
    }
}

#[test]
fn the_sheets_that_are_told_are_the_sheets_that_are_there() {
    let people = People::named(&["first-march"]).and_nobody();

    for sides in Sides::ALL {
        for forms in [vec![Form::List], vec![Form::Compact, Form::List]] {
            let laid = laid(&people.stack(4, &forms, sides));
            let pages: Vec<Page> = laid.pages().collect();
            let letters = letters(&pages);
            let (one, two) = match sides {
                Sides::Two => (2, 2),
                Sides::One => (1, 1),
            };
            let first = (letters[1].0 - letters[0].0 - one) / 4 / two;
            let says = says(&pages[letters[0].0]);

            assert!(says.contains(&format!("next {first} sheets")), "{first}: {says}");
            assert_eq!(laid.count().people, 8);
            assert_eq!(laid.count().sheets as usize * two, pages.len());
        }
    }
}

#[test]
fn no_handout_says_for_whom_it_was_made() {
    let pack = Pack::built_in();
    let names: Vec<&str> = pack.personas.iter().map(|it| it.id.as_str()).collect();
    let people = People::named(&names).and_nobody();
    let forms: Vec<Form> = Form::ALL.into_iter().filter(|form| form.is_handed_out()).collect();
    let laid = laid(&people.stack(1, &forms, Sides::One));
    let pages: Vec<Page> = laid.pages().collect();
    let key = pages.iter().position(|page| says(page).starts_with('A')).unwrap();
    let contents = pages[..key]
        .iter()
        .map(says)
        .collect::<Vec<_>>()
        .join("\n")
        .replace('\n', " ");
    let rest = pages[key..]
        .iter()
        .map(says)
        .collect::<Vec<_>>()
        .join("\n")
        .replace('\n', " ");

    for persona in &pack.personas {
        assert!(contents.contains(&persona.name), "the first page says {}", persona.name);
        assert!(!rest.contains(&persona.name), "{}", persona.name);
        assert!(!rest.contains(&persona.about), "{}", persona.about);
        // A name of one word, such as `carer`, is a word that may be needed.
        assert!(!rest.contains(persona.id.as_str()) || !persona.id.as_str().contains('-'));
    }
}

#[test]
fn the_questions_are_one_sheet_of_paper_on_both_sizes() {
    for paper in Paper::ALL {
        let people = People::named(&[]).and_nobody();
        let stack = Stack {
            paper,
            ..people.stack(1, &[Form::Compact], Sides::Two)
        };
        let pages: Vec<Page> = laid(&stack).pages().collect();

        // After the first page and the letter, each with its empty back.
        assert!(
            says(&pages[4]).starts_with(&words::text("stack-sheet-title")),
            "{paper:?}"
        );
        assert!(
            says(&pages[5]).starts_with(&words::text("stack-sheet-everybody")),
            "{paper:?}"
        );
        assert!(says(&pages[6]).starts_with(&words::text("sheet-title")), "{paper:?}");
    }
}

#[test]
fn what_nobody_answered_is_no_answer_of_theirs() {
    let pack = Pack::built_in();
    let laid = laid(&People::named(&[]).and_nobody().stack(1, &[Form::Compact], Sides::Two));
    let pages: Vec<Page> = laid.pages().collect();
    let text = pages.iter().map(says).collect::<Vec<_>>().join(" ");

    for question in pack.questions.iter().filter(|question| question.sensitive) {
        assert!(!text.contains(&question.asks), "{}", question.asks);
    }

    for measure in pack.measures.iter().filter(|measure| !measure.reveals.is_empty()) {
        assert!(!text.contains(&measure.title), "{}", measure.title);
    }
}

#[test]
fn what_cannot_be_made_is_told_before_anything_is() {
    let people = People::named(&["first-march"]);
    let go_on = || ControlFlow::Continue(());
    let refused = |copies, forms: &[Form]| people.stack(copies, forms, Sides::Two).lay_out(go_on).err();
    let nobody = People::named(&[]);

    assert_eq!(
        nobody.stack(1, &[Form::List], Sides::Two).lay_out(go_on).err(),
        Some(Error::NoPile)
    );
    assert_eq!(refused(1, &[]), Some(Error::NoForm));
    assert_eq!(refused(0, &[Form::List]), Some(Error::Copies { asked: 0 }));
    assert_eq!(
        refused(MOST_COPIES + 1, &[Form::List]),
        Some(Error::Copies { asked: MOST_COPIES + 1 })
    );
    assert!(refused(MOST_COPIES, &[Form::Compact]).is_none());

    let names = ["first-march", "organiser", "carer", "under-18"];
    let many = People::named(&names);
    let forms = three_forms();
    let error = many.stack(MOST_COPIES, &forms, Sides::Two).lay_out(go_on).unwrap_err();

    assert!(matches!(error, Error::TooMany { pages } if pages > 4_000), "{error}");
    assert!(!error.advice().is_empty());
}
