//! The book and the handout: everything in its panel, in the order of reading, and nothing lost in silence.
use super::{pack, texts};
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::impose::{EDGE, FOLD};
use daypack::print::page::{Kind, Mark, Page, Shape, Turn};
use daypack::print::{self, Paper};
use daypack::sheet::{self, Block, Form, Item, Level, Sheet, Source};

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};

/// The forms that are set in small pages.
const SMALL: [Form; 3] = [Form::Booklet, Form::BookletRead, Form::Quarter];

fn made(pack: &Pack, plan: &Plan, form: Form) -> Sheet {
    sheet::make(&Source::new(pack, plan), form, Level::Safe)
}

/// Left, top, right and bottom of what is drawn.
pub(super) fn area(mark: &Mark) -> [i32; 4] {
    match &mark.shape {
        Shape::Text(run) => match run.turn {
            Turn::Upright => [run.x, run.y - run.size * 3 / 4, run.x + run.ink(), run.y + run.size / 4],
            Turn::Half => [run.x - run.ink(), run.y - run.size / 4, run.x, run.y + run.size * 3 / 4],
        },
        Shape::Line(line) => [line.from.0, line.from.1, line.to.0, line.to.1],
        Shape::Code(code) => [code.x, code.y, code.x + code.side(), code.y + code.side()],
        Shape::Square(square) => [square.x, square.y, square.x + square.side, square.y + square.side],
    }
}

/// Space at the end of a line may stand anywhere: nobody sees it.
fn is_seen(mark: &Mark) -> bool {
    !matches!(&mark.shape, Shape::Text(run) if run.text.trim().is_empty())
}

/// A mark that a printer cannot reach.
pub(super) fn off_paper(page: &Page) -> Option<&Mark> {
    page.marks.iter().filter(|mark| is_seen(mark)).find(|mark| {
        let [left, top, right, bottom] = area(mark);

        left < EDGE || top < EDGE || right > page.width - EDGE || bottom > page.height - EDGE
    })
}

/// A mark that is read and stands nearer to a fold than it may, or across it.
pub(super) fn on_a_fold(page: &Page) -> Option<&Mark> {
    page.marks
        .iter()
        .filter(|mark| mark.parts.is_some() && is_seen(mark))
        .find(|mark| {
            let [left, top, right, bottom] = area(mark);
            let meets = |from: i32, to: i32, fold: i32| from < fold + FOLD && to > fold - FOLD;
            let across = (1..4).any(|column| meets(left, right, page.width * column / 4));

            across || meets(top, bottom, page.height / 2)
        })
}

/// What is read, without spaces, in the order of the structure.
pub(super) fn read(pages: &[Page]) -> String {
    pages
        .iter()
        .flat_map(|page| &page.marks)
        .filter(|mark| mark.parts.is_some())
        .filter_map(|mark| match &mark.shape {
            Shape::Text(run) => Some(run.text.replace(char::is_whitespace, "")),
            _ => None,
        })
        .collect()
}

/// The smallest type on these pages.
fn least(pages: &[Page]) -> Option<i32> {
    let size = |mark: &Mark| match &mark.shape {
        Shape::Text(run) => Some(run.size),
        _ => None,
    };

    pages.iter().flat_map(|page| &page.marks).filter_map(size).min()
}

#[test]
fn no_small_page_is_too_small_for_a_third_photocopy() {
    let pack = pack::marked(30);
    let plan = Plan::new(&pack, &Answers::default());

    for (form, size) in [(Form::Booklet, 750), (Form::Quarter, 750), (Form::BookletRead, 1_000)] {
        for paper in Paper::ALL {
            let pages = print::layout(&made(&pack, &plan, form), paper);

            assert!(least(&pages).unwrap() >= size, "{form:?}: {:?}", least(&pages));
        }
    }
}

/// Items that are set on these pages.
fn ticks(pages: &[Page]) -> usize {
    let is_tick = |mark: &&Mark| {
        let parts = mark.parts.as_deref().unwrap_or_default();

        parts.last().is_some_and(|part| part.kind == Kind::Tick)
    };

    pages.iter().flat_map(|page| &page.marks).filter(is_tick).count()
}

/// How many items a sheet has, those included for which there may be no room.
fn items(sheet: &Sheet) -> usize {
    let is_item = |block: &&Block| matches!(block, Block::Item(_));

    sheet
        .blocks
        .iter()
        .map(|block| match block {
            Block::Item(_) => 1,
            Block::Rest(rest) => rest.parts.iter().flat_map(|part| &part.blocks).filter(is_item).count(),
            _ => 0,
        })
        .sum()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_book_stays_in_its_panels_on_two_sides(
        (count, answers) in (1_usize..120).prop_flat_map(|count| (Just(count), pack::answers(&pack::marked(count))))
    ) {
        let pack = pack::marked(count);
        let plan = Plan::new(&pack, &answers);
        let sheet = made(&pack, &plan, Form::Booklet);

        for paper in Paper::ALL {
            let pages = print::layout(&sheet, paper);

            prop_assert!((1..=2).contains(&pages.len()), "{} sides", pages.len());

            for page in &pages {
                prop_assert!(off_paper(page).is_none(), "{}", off_paper(page).unwrap());
                prop_assert!(on_a_fold(page).is_none(), "{}", on_a_fold(page).unwrap());
            }

            let lost = items(&sheet) - ticks(&pages);
            let said = read(&pages).contains(&format!("Stillonyourlist:{lost}."));
            prop_assert_eq!(said, lost > 0, "{} items lost", lost);
        }
    }
}

#[test]
fn every_book_of_a_made_up_person_has_room_for_all_of_it() {
    let pack = Pack::built_in();

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));

        for paper in Paper::ALL {
            let sheet = made(pack, &plan, Form::Booklet);
            let pages = print::layout(&sheet, paper);

            assert!(pages.len() <= 2, "{}", persona.id);
            assert_eq!(ticks(&pages), items(&sheet), "{} {paper:?}", persona.id);

            for page in &pages {
                assert_eq!(off_paper(page).map(ToString::to_string), None, "{}", persona.id);
                assert_eq!(on_a_fold(page).map(ToString::to_string), None, "{}", persona.id);
            }
        }
    }
}

#[test]
fn too_much_for_two_sides_is_said_and_what_is_wanted_most_stays() {
    let pack = pack::marked(20);
    let plan = Plan::new(&pack, &Answers::default());
    let mut sheet = made(&pack, &plan, Form::Booklet);

    for block in &mut sheet.blocks {
        let Block::Rest(rest) = block else { continue };

        for (part, letter) in rest.parts.iter_mut().zip('a'..) {
            let Some(Block::Item(item)) = part.blocks.first().cloned() else {
                panic!()
            };
            let again = |number| Item {
                title: format!("{letter}{number:03}{letter}"),
                ..item.clone()
            };

            part.blocks.extend((0..400).map(|number| Block::Item(again(number))));
        }
    }

    let pages = print::layout(&sheet, Paper::Letter);
    let lost = items(&sheet) - ticks(&pages);

    assert_eq!(pages.len(), 2);
    assert!(lost > 0);
    assert!(read(&pages).contains(&format!("Stillonyourlist:{lost}.")));

    // What is done first is all there, and what is on it is the beginning of what there is.
    let rest = sheet.blocks.iter().find_map(|block| match block {
        Block::Rest(rest) => Some(rest),
        _ => None,
    });
    let titles: Vec<String> = rest
        .unwrap()
        .parts
        .iter()
        .flat_map(|part| &part.blocks)
        .filter_map(|block| match block {
            Block::Item(item) => Some(item.title.replace(char::is_whitespace, "")),
            _ => None,
        })
        .collect();
    let read = read(&pages);
    let there = titles.iter().take_while(|title| read.contains(title.as_str())).count();

    assert_eq!(titles.len() - there, lost);
}

#[test]
fn the_book_to_read_has_everything_and_is_read_in_the_same_order() {
    let pack = Pack::built_in();

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));
        let sheet = made(pack, &plan, Form::BookletRead);
        let pages = print::layout(&sheet, Paper::A4);
        let mut rest = read(&pages);

        for text in texts(&sheet) {
            let text = text.replace(char::is_whitespace, "");
            let at = rest
                .find(&text)
                .unwrap_or_else(|| panic!("{}: lost {text}", persona.id));
            rest = rest.split_off(at + text.len());
        }

        assert_eq!((pages[0].width + 50) / 100, 298, "as wide as a sheet of A6");
        assert!(pages.iter().all(|page| off_paper(page).is_none()), "{}", persona.id);
    }
}

#[test]
fn four_quarters_are_the_same_marks_moved_and_read_once() {
    let pack = Pack::built_in();

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));

        for paper in Paper::ALL {
            let pages = print::layout(&made(pack, &plan, Form::Quarter), paper);
            let [page] = pages.as_slice() else {
                panic!("{}: {} pages", persona.id, pages.len())
            };
            assert_eq!(off_paper(page).map(ToString::to_string), None, "{}", persona.id);

            let (right, down) = (page.width / 2, page.height / 2);
            let corners: Vec<[i32; 4]> = page.marks.iter().map(area).collect();
            let each = (1..=corners.len() / 4)
                .rev()
                .find(|each| corners[*each][0] == corners[0][0] + right && corners[*each][1] == corners[0][1])
                .unwrap();

            assert!(each > 20, "{each}");
            assert!(page.marks[..each].iter().any(|mark| mark.parts.is_some()));
            assert!(page.marks[each..].iter().all(|mark| mark.parts.is_none()), "read once");

            for (copy, (x, y)) in [(0, 0), (right, 0), (0, down), (right, down)].into_iter().enumerate() {
                for (one, other) in corners[..each].iter().zip(&corners[copy * each..]) {
                    let moved = [one[0] + x, one[1] + y, one[2] + x, one[3] + y];

                    assert_eq!(&moved, other, "{}", persona.id);
                    assert!(one[2] < right - FOLD && one[3] < down - FOLD, "leaves its quarter");
                }
            }
        }
    }
}

#[test]
fn small_pages_are_set_as_they_were() {
    let pack = pack::marked(30);
    let plan = Plan::new(&pack, &Answers::default());

    for form in SMALL {
        for paper in Paper::ALL {
            let pages = print::layout(&made(&pack, &plan, form), paper);
            let all: Vec<String> = pages.iter().map(ToString::to_string).collect();
            let name = format!("pages/{}-{}.txt", form.name(), paper.name());

            support::assert_golden(&name, &all.join("\n"));
        }
    }
}

#[test]
fn what_the_answers_were_leaves_no_trace_in_a_pocket() {
    let pack = pack::marked(20);
    let everybody = Plan::new(&pack, &Answers::default());

    for form in SMALL {
        let sheet = made(&pack, &everybody, form);
        let said = texts(&sheet).join("\n");

        assert!(!said.contains(pack::CANARY), "{form:?}: {said}");

        // Whatever is asked for, what is made for a pocket is made at the level that may be carried.
        for level in Level::ALL {
            assert_eq!(
                sheet::make(&Source::new(&pack, &everybody), form, level),
                sheet,
                "{form:?}"
            );
        }
    }

    let mut otherwise = everybody.clone();
    otherwise.first.reverse();
    otherwise.undecided.clear();
    otherwise.left.clear();
    otherwise.more.clear();

    for item in &mut otherwise.items {
        item.because.clear();
        item.gain += 1;
    }

    for form in SMALL {
        assert_eq!(made(&pack, &otherwise, form), made(&pack, &everybody, form), "{form:?}");
    }
}

#[test]
fn other_programs_read_a_folded_sheet_page_after_page() {
    if !support::has_all(
        "other_programs_read_a_folded_sheet_page_after_page",
        &["pdfinfo", "qpdf"],
    ) {
        return;
    }

    let pack = Pack::built_in();
    let persona = pack
        .personas
        .iter()
        .find(|persona| persona.id.as_str() == "first-march");
    let plan = Plan::new(pack, &Answers::of(persona.unwrap()));
    let sheet = made(pack, &plan, Form::Booklet);
    let file = super::pdf::File::new(&sheet, Paper::A4);
    let tree = file.asked("pdfinfo", &["-struct-text"], &[]);
    let places: Vec<usize> = [
        "For the day",
        "Do these five first",
        "Lock it, switch it off",
        "In danger",
    ]
    .into_iter()
    .map(|heading| tree.find(heading).unwrap_or_else(|| panic!("{heading}: {tree}")))
    .collect();

    assert!(places.is_sorted(), "{places:?}");

    for form in SMALL {
        let file = super::pdf::File::new(&made(pack, &plan, form), Paper::Letter);
        let checked = file.asked("qpdf", &["--check"], &[]);

        assert!(
            checked.contains("No syntax or stream encoding errors found"),
            "{form:?}: {checked}"
        );
    }

    assert!(file.asked("pdfinfo", &[], &[]).contains("841.89 x 595.28 pts (A4)"));
}
