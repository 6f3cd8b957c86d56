//! Something to do that is longer than a column: where it goes on it says so, and its box stays where it begins.
use super::pages::{content, sampler, sides, wrong};

use daypack::print::page::{Kind, Mark, Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Item, Setting, Sheet};

const SETTINGS: [Setting; 4] = [Setting::Normal, Setting::Compact, Setting::Large, Setting::Roomy];

/// One item with so many steps on each of two devices, between two short ones.
fn sheet(setting: Setting, lang: &str, steps: usize) -> Sheet {
    let sampler = sampler(setting);
    let items: Vec<Item> = sampler
        .blocks
        .iter()
        .filter_map(|block| match block {
            Block::Item(item) => Some(item.clone()),
            _ => None,
        })
        .collect();
    let mut long = items[0].clone();

    for way in &mut long.ways {
        way.steps = (1..=steps).map(|step| format!("Step {step} on {}.", way.on)).collect();
    }

    let blocks = [items[1].clone(), long, items[1].clone()].map(Block::Item);

    Sheet {
        lang: lang.to_owned(),
        blocks: blocks.to_vec(),
        ..sampler
    }
}

/// The lines that say what goes on, each with the mark behind it in its column.
fn going_on(page: &Page) -> Vec<(&Mark, &Mark)> {
    let is_said = |mark: &Mark| {
        let is_text = matches!(&mark.shape, Shape::Text(run) if run.text.contains("(continued)"));

        is_text && mark.parts.is_none()
    };

    page.marks
        .iter()
        .zip(page.marks.iter().skip(1))
        .filter(|(mark, _)| is_said(mark))
        .collect()
}

fn text(mark: &Mark) -> &str {
    match &mark.shape {
        Shape::Text(run) => &run.text,
        _ => "",
    }
}

fn y(mark: &Mark) -> i32 {
    match &mark.shape {
        Shape::Text(run) => run.y,
        Shape::Line(line) => line.from.1,
        Shape::Square(square) => square.y,
        Shape::Code(code) => code.y,
    }
}

/// The text that begins each column of a page, from the first on.
fn heads(page: &Page) -> Vec<&Mark> {
    let mut heads: Vec<&Mark> = Vec::new();
    let mut last = i32::MAX;

    // The foot stands below everything and is no column.
    let texts = page
        .marks
        .iter()
        .filter(|mark| matches!(mark.shape, Shape::Text(_)) && !text(mark).starts_with("Page "));

    for mark in texts {
        if y(mark) < last - 3_000 {
            heads.push(mark);
        }

        last = y(mark);
    }

    heads
}

#[test]
fn what_goes_on_in_another_column_says_whose_it_is_and_has_no_second_box() {
    for (setting, lang) in SETTINGS.iter().flat_map(|setting| [(*setting, "en"), (*setting, "he")]) {
        for paper in Paper::ALL {
            let sheet = sheet(setting, lang, 90);
            let pages = print::layout(&sheet, paper);
            let columns: Vec<&Mark> = pages.iter().flat_map(heads).collect();
            let said: usize = pages.iter().map(|page| going_on(page).len()).sum();

            assert_eq!(wrong(&sheet, &pages), None, "{setting:?} {lang}");
            assert!(columns.len() > 3, "{setting:?}: {} columns", columns.len());

            for head in &columns[1..] {
                let is_item = head
                    .parts
                    .as_ref()
                    .is_some_and(|parts| parts.iter().any(|part| part.kind == Kind::Body));

                // Either it says what goes on, or something new begins there.
                assert!(
                    text(head).ends_with("(continued)") || is_item && text(head) == "Tell somebody",
                    "{setting:?} {lang} {paper:?}: {head}"
                );
            }

            assert!(
                said + 2 >= columns.len(),
                "{setting:?} {lang} {paper:?}: {said} of {}",
                columns.len()
            );

            // One box for each item, one for each device of the long one.
            let is_box = |mark: &&Mark| matches!(mark.shape, Shape::Square(_));
            assert_eq!(pages.iter().flat_map(content).filter(is_box).count(), 3 + 2);
        }
    }
}

#[test]
fn the_name_of_what_goes_on_is_one_line_beside_no_box() {
    for (setting, lang) in SETTINGS.iter().flat_map(|setting| [(*setting, "en"), (*setting, "he")]) {
        let sheet = sheet(setting, lang, 60);

        for page in &print::layout(&sheet, Paper::A4) {
            for (line, next) in going_on(page) {
                let is_short = text(line).contains('…');
                let (from, to) = sides(line);
                let (left, right) = sides(next);

                assert!(text(line).starts_with("Switch finger and face off"), "{line}");
                assert!(is_short || text(line).contains("until you are home again"), "{line}");
                assert!(y(next) > y(line), "{line} | {next}");
                // What goes on begins where its own text begins, or further in.
                assert!(if lang == "he" { to >= right } else { from <= left }, "{line} | {next}");
            }
        }
    }
}

#[test]
fn what_fits_in_a_column_is_not_parted_and_says_nothing_of_going_on() {
    for setting in SETTINGS {
        for steps in 1..4 {
            let pages = print::layout(&sheet(setting, "en", steps), Paper::A4);

            assert!(
                pages.iter().all(|page| going_on(page).is_empty()),
                "{setting:?} {steps}"
            );
        }
    }
}
