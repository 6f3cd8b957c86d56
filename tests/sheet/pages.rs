//! Pages as data: nothing lost, nothing outside, nothing parted that belongs together.
use super::pack;
use super::{safe_list, texts};
use crate::support;

use daypack::plan::Plan;
use daypack::print::page::{Kind, Mark, Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Item, Said, Setting, Sheet, Way};

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, proptest};
use proptest::sample::select;

/// A sheet with one of everything.
pub fn sampler(setting: Setting) -> Sheet {
    let said = |label: &str, text: &str| Said {
        label: label.to_owned(),
        text: text.to_owned(),
        noted: String::new(),
    };
    let way = |on: &str, steps: &[&str]| Way {
        on: on.to_owned(),
        has_box: !on.is_empty(),
        steps: steps.iter().map(ToString::to_string).collect(),
        also: vec![said("To check:", "It asks for the code.")],
        noted: "Version 26, November 2026.".to_owned(),
    };

    Sheet {
        title: "For the day".to_owned(),
        lang: "en".to_owned(),
        setting,
        head: String::new(),
        foot: "Page {page} of {pages}".to_owned(),
        tick: "Box to tick".to_owned(),
        goes_on: "{title} (continued)".to_owned(),
        blocks: vec![
            Block::Title("For the day".to_owned()),
            Block::Lead("Tick each box when it is done.".to_owned()),
            Block::Heading("Do these first".to_owned()),
            Block::Item(Item {
                title: "Switch finger and face off, and see that it stays so until you are home again".to_owned(),
                aside: "5 min".to_owned(),
                why: "A finger or a face can be used by force. A code in your head cannot.".to_owned(),
                ways: vec![
                    way(
                        "iPhone",
                        &["Open Settings › Face ID & Passcode.", "Switch off iPhone Unlock."],
                    ),
                    way("Google Pixel", &["Open Settings › Security."]),
                ],
                also: vec![said("Careful:", "Do it at home, the day before.")],
                blanks: Vec::new(),
            }),
            Block::Item(Item {
                title: "Tell somebody".to_owned(),
                aside: String::new(),
                why: String::new(),
                ways: vec![way("", &["Say when you leave and when you are back."])],
                also: Vec::new(),
                blanks: Vec::new(),
            }),
            // Large type has no room for two columns, and no sheet of ours sets it so.
            Block::Page {
                columns: if setting == Setting::Large { 1 } else { 2 },
            },
            Block::Heading("To take with you".to_owned()),
            Block::Subheading("The law".to_owned()),
            Block::Said(Said {
                noted: "November 2026.".to_owned(),
                ..said("Your code:", "An accused person cannot be made to say it.")
            }),
            Block::Points(vec!["Stay calm.".to_owned(), "Ask: am I free to go?".to_owned()]),
            Block::Paragraph("Write as little as you need.".to_owned()),
            Block::Blanks(vec![
                "Lawyer".to_owned(),
                "Somebody safe who may know where I am".to_owned(),
            ]),
            Block::Small("Looked through in November 2026.".to_owned()),
        ],
    }
}

#[test]
fn the_sampler_is_set_as_it_was() {
    for (setting, name) in [(Setting::Normal, "normal"), (Setting::Compact, "compact")] {
        for (paper, size) in [(Paper::A4, "a4"), (Paper::Letter, "letter")] {
            let pages = print::layout(&sampler(setting), paper);
            let all: Vec<String> = pages.iter().map(ToString::to_string).collect();

            support::assert_golden(&format!("pages/sampler-{name}-{size}.txt"), &all.join("\n"));
        }
    }
}

/// What is on a page besides its foot and its lines.
pub(super) fn content(page: &Page) -> impl Iterator<Item = &Mark> {
    page.marks.iter().filter(|mark| mark.parts.is_some())
}

fn kind(mark: &Mark) -> Kind {
    mark.parts.as_ref().unwrap().last().unwrap().kind
}

fn top(mark: &Mark) -> i32 {
    match &mark.shape {
        Shape::Text(run) => run.y - run.size,
        Shape::Line(line) => line.from.1,
        Shape::Square(square) => square.y,
        Shape::Code(code) => code.y,
    }
}

fn bottom(mark: &Mark) -> i32 {
    match &mark.shape {
        Shape::Text(run) => run.y,
        Shape::Line(line) => line.to.1,
        Shape::Square(square) => square.y + square.side,
        Shape::Code(code) => code.y + code.side(),
    }
}

pub(super) fn sides(mark: &Mark) -> (i32, i32) {
    match &mark.shape {
        Shape::Text(run) => (run.x, run.x + run.ink()),
        Shape::Line(line) => (line.from.0, line.to.0),
        Shape::Square(square) => (square.x, square.x + square.side),
        Shape::Code(code) => (code.x, code.x + code.side()),
    }
}

/// Letters only: where lines break does not matter.
pub(super) fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

/// What is wrong with `pages` of `sheet`; nothing when all is well.
pub(super) fn wrong(sheet: &Sheet, pages: &[Page]) -> Option<String> {
    let read: String = pages
        .iter()
        .flat_map(content)
        .filter_map(|mark| match &mark.shape {
            Shape::Text(run) => Some(squeezed(&run.text)),
            Shape::Line(_) | Shape::Square(_) | Shape::Code(_) => None,
        })
        .collect();
    let mut rest = read.as_str();

    for text in texts(sheet) {
        let text = squeezed(&text);

        match rest.find(&text) {
            Some(at) => rest = &rest[at + text.len()..],
            None => return Some(format!("lost: {text}")),
        }
    }

    for page in pages {
        // Marks to cut along stand where nothing is read.
        let is_cut = |mark: &Mark| {
            sheet.setting == Setting::Cards && mark.parts.is_none() && matches!(mark.shape, Shape::Line(_))
        };
        let mut marks = page.marks.iter().filter(|mark| !is_cut(mark));

        if let Some(problem) = marks.find_map(|mark| outside_of(page, mark, least(sheet.setting))) {
            return Some(problem);
        }

        let marks: Vec<&Mark> = content(page).collect();

        for (at, mark) in marks.iter().enumerate() {
            if let Some(problem) = parted(mark, &marks[at + 1..]) {
                return Some(problem);
            }
        }
    }

    None
}

/// How far marks stay away from the sides of their page, and from its upper and its lower edge.
fn least(setting: Setting) -> (i32, i32) {
    match setting {
        // A page of the size of a panel: its own margin is that of the folded sheet.
        Setting::Panels => (1_701, 1_701),
        _ => (3_900, 2_500),
    }
}

/// A mark that leaves the printable part of its page.
fn outside(page: &Page, mark: &Mark) -> Option<String> {
    outside_of(page, mark, least(Setting::Normal))
}

fn outside_of(page: &Page, mark: &Mark, (at_side, at_end): (i32, i32)) -> Option<String> {
    let (left, right) = sides(mark);
    let is_inside =
        left >= at_side && right <= page.width - at_side && top(mark) > at_end && bottom(mark) < page.height - at_end;

    (!is_inside).then(|| format!("outside: {mark}"))
}

/// A heading or a box that what belongs to it does not follow, below and on the same page.
fn parted(mark: &Mark, behind: &[&Mark]) -> Option<String> {
    let own = mark.parts.as_ref().unwrap().last().unwrap();
    let next = behind
        .iter()
        .find(|next| next.parts.as_ref().unwrap().last().unwrap() != own);

    match kind(mark) {
        Kind::Heading | Kind::Subheading => {
            let follows = next.is_some_and(|next| bottom(next) > bottom(mark));

            (!follows).then(|| format!("ends a column: {mark}"))
        }
        Kind::Tick => {
            let follows = next.is_some_and(|next| top(next) < bottom(mark) && bottom(next) > top(mark));

            (!follows).then(|| format!("left its item: {mark}"))
        }
        _ => None,
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_plan_is_paginated_whole(
        (count, answers) in (1_usize..50).prop_flat_map(|count| (Just(count), pack::answers(&pack::marked(count)))),
        setting in select(vec![Setting::Normal, Setting::Compact, Setting::Large]),
        paper in select(Paper::ALL.to_vec()),
    ) {
        let pack = pack::marked(count);
        let sheet = safe_list(&pack, &Plan::new(&pack, &answers), setting);
        let problem = wrong(&sheet, &print::layout(&sheet, paper));

        prop_assert!(problem.is_none(), "{}", problem.unwrap_or_default());
    }

    #[test]
    fn any_words_stay_in_their_column(
        title in ".{1,200}",
        step in "[a-zA-Z ]{0,3000}",
        word in "[a-zß-ž]{1,400}",
        setting in select(vec![Setting::Normal, Setting::Compact, Setting::Large]),
    ) {
        let mut sheet = sampler(setting);
        // A label is a few words: it is never torn from its line.
        let label: String = word.chars().take(150).collect();
        let way = Way { on: word.clone(), has_box: true, steps: vec![step, word.clone()], also: Vec::new(), noted: word.clone() };
        sheet.blocks.push(Block::Heading(word.clone()));
        sheet.blocks.push(Block::Item(Item {
            title,
            aside: "90 min".to_owned(),
            why: word.clone(),
            ways: vec![way.clone(), way],
            also: Vec::new(),
            blanks: vec![label.clone()],
        }));
        sheet.blocks.push(Block::Blanks(vec![label.clone(), label]));

        for page in print::layout(&sheet, Paper::A4) {
            for mark in &page.marks {
                prop_assert!(outside(&page, mark).is_none(), "{mark}");
            }
        }
    }
}

#[test]
fn a_step_longer_than_a_page_is_torn_between_lines_and_loses_nothing() {
    let mut sheet = sampler(Setting::Compact);
    let words: Vec<String> = (0..4_000).map(|number| format!("word{number}")).collect();

    for block in &mut sheet.blocks {
        if let Block::Item(item) = block {
            item.ways[0].steps = vec![words.join(" ")];
        }
    }

    let pages = print::layout(&sheet, Paper::Letter);

    assert!(pages.len() > 5, "{}", pages.len());
    assert_eq!(wrong(&sheet, &pages), None);
}

#[test]
fn an_empty_sheet_is_one_page() {
    let sheet = Sheet {
        blocks: Vec::new(),
        ..sampler(Setting::Normal)
    };
    let pages = print::layout(&sheet, Paper::A4);

    assert_eq!(pages.len(), 1);
    assert_eq!(content(&pages[0]).count(), 0);
}
