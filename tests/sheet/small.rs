//! Every form on paper, whatever the plan: nothing lost in silence, nothing outside, nothing parted.
//!
//! What flows is held by `pages::wrong`. Here is also what is set in small pages: in the order of reading a
//! small page comes whole, and what finds no room on a folded or a quartered sheet is counted and said.
use super::booklet::{off_paper, on_a_fold, read};
use super::levels::whole;
use super::pack;
use super::pages::{content, squeezed, wrong};
use super::texts;

use daypack::plan::Plan;
use daypack::print::impose::FOLD;
use daypack::print::impose::grid::{Cuts, grid};
use daypack::print::page::{Mark, Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{self, Block, Form, Rest, Setting, Sheet, Source};

use proptest::prelude::{Just, ProptestConfig, Strategy, prop_assert, proptest};
use proptest::sample::select;

/// The size of a card, and how far from its edges nothing is read.
const CARD: (i32, i32) = (24_265, 15_307);
const INNER: i32 = 600;

/// Whether there may be too little room on such a sheet, which then says so.
pub fn is_folded(setting: Setting) -> bool {
    matches!(setting, Setting::Booklet | Setting::Quarter)
}

/// What is wrong with the pages of any form; nothing when all is well.
pub fn wrong_anywhere(sheet: &Sheet, pages: &[Page], paper: Paper) -> Option<String> {
    let problem = match sheet.setting {
        Setting::Booklet | Setting::Quarter => lost(sheet, pages),
        _ => wrong(sheet, pages),
    };
    let misplaced = |page: &Page| match sheet.setting {
        Setting::Booklet => on_a_fold(page).map(|mark| format!("on a fold: {mark}")),
        Setting::Quarter => in_no_quarter(page).map(|mark| format!("in no quarter: {mark}")),
        Setting::Cards => on_no_card(sheet, page, paper).map(|mark| format!("on no card: {mark}")),
        _ => None,
    };
    let off = |page: &Page| off_paper(page).map(|mark| format!("off the paper: {mark}"));

    problem
        .or_else(|| pages.iter().find_map(misplaced))
        .or_else(|| pages.iter().find_map(off))
}

/// A text that is not there and not counted either.
fn lost(sheet: &Sheet, pages: &[Page]) -> Option<String> {
    let read = read(pages);
    let (rest, others): (Vec<&Block>, Vec<&Block>) =
        sheet.blocks.iter().partition(|block| matches!(block, Block::Rest(_)));
    let others = Sheet {
        blocks: others.into_iter().cloned().collect(),
        ..sheet.clone()
    };

    if let Some(text) = texts(&others)
        .iter()
        .map(|text| squeezed(text))
        .find(|text| !read.contains(text))
    {
        return Some(format!("lost: {text}"));
    }

    rest.into_iter().find_map(|block| match block {
        Block::Rest(rest) => uncounted(sheet, rest, &read),
        _ => None,
    })
}

/// What of a part that may be cut short is neither there nor counted.
fn uncounted(sheet: &Sheet, rest: &Rest, read: &str) -> Option<String> {
    let units = rest.parts.iter().flat_map(|part| &part.blocks);
    let is_there = |block: &&Block| {
        let alone = Sheet {
            blocks: vec![(*block).clone()],
            ..sheet.clone()
        };

        texts(&alone).iter().all(|text| read.contains(&squeezed(text)))
    };
    let lost = units.clone().filter(|block| !is_there(block)).count();
    let said = squeezed(&rest.more.replace("{count}", &lost.to_string()));

    (lost > 0 && !read.contains(&said)).then(|| format!("{lost} of {} are lost in silence", units.count()))
}

/// A mark of a card that leaves it, or stands at its edge.
fn on_no_card<'a>(sheet: &Sheet, page: &'a Page, paper: Paper) -> Option<&'a Mark> {
    let (width, height) = paper.size();
    let many = (2, if paper == Paper::A4 { 5 } else { 4 });
    let cards = grid((width, height), CARD, many, Cuts::Corners, sheet.direction()).cells;

    content(page).find(|mark| {
        let [left, top, right, bottom] = super::booklet::area(mark);

        !cards.iter().any(|card| {
            left >= card.x + INNER
                && top >= card.y + INNER
                && right <= card.x + CARD.0 - INNER
                && bottom <= card.y + CARD.1 - INNER
        })
    })
}

/// A mark that crosses the middle of the paper, or comes nearer to it than what is cut may.
fn in_no_quarter(page: &Page) -> Option<&Mark> {
    page.marks
        .iter()
        .filter(|mark| matches!(mark.shape, Shape::Square(_)) || mark.parts.is_some())
        .find(|mark| {
            let [left, top, right, bottom] = super::booklet::area(mark);
            let meets = |from: i32, to: i32, cut: i32| from < cut + FOLD && to > cut - FOLD;

            meets(left, right, page.width / 2) || meets(top, bottom, page.height / 2)
        })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_form_of_any_plan_is_paginated_whole(
        (count, answers) in (1_usize..40).prop_flat_map(|count| (Just(count), pack::answers(&whole(count)))),
        (form, level) in select(Form::ALL.to_vec()).prop_flat_map(|form| (Just(form), select(form.levels()))),
        paper in select(Paper::ALL.to_vec()),
    ) {
        let pack = whole(count);
        let plan = Plan::new(&pack, &answers);
        let sheet = sheet::make(&Source::new(&pack, &plan), form, level);
        let problem = wrong_anywhere(&sheet, &print::layout(&sheet, paper), paper);

        prop_assert!(problem.is_none(), "{form:?} {level:?} {paper:?}: {}", problem.unwrap_or_default());
    }
}

/// More devices than there is room for on a quarter, each with a name of its own.
#[test]
fn a_quarter_counts_what_it_has_no_room_for() {
    let mut pack = whole(9);
    let plan = Plan::new(&pack, &daypack::answers::Answers::default());

    for device in &mut pack.devices {
        device.lock_now = format!("Press it. {}", "Then press it again and wait for a while. ".repeat(14));
    }

    let sheet = sheet::make(&Source::new(&pack, &plan), Form::Quarter, sheet::Level::Safe);

    for paper in Paper::ALL {
        let pages = print::layout(&sheet, paper);

        assert_eq!(pages.len(), 1);
        assert_eq!(wrong_anywhere(&sheet, &pages, paper), None);
        assert!(
            read(&pages).contains("Howtolockothersisonyourlist:"),
            "{}",
            read(&pages)
        );
    }
}
