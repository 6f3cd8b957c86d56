//! The restore list on paper: every changed setting has room for how it was and a way back, and the paper
//! says no more than its items do.
use super::pack::{self, CANARY};
use super::pages::wrong;
use super::texts;

use daypack::answers::Answers;
use daypack::content::{On, Pack};
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Carry, Level, Setting, Sheet, Source, restore};

use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use std::collections::BTreeMap;

fn safe(pack: &Pack, plan: &Plan) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Normal,
    };

    restore::restore(&Source::new(pack, plan), &carry)
}

fn bytes(sheet: &Sheet) -> Vec<u8> {
    print::pdf::write(&print::layout(sheet, Paper::A4), sheet).unwrap()
}

/// The marked pack, in which two measures of three change a setting.
fn changing(count: usize) -> Pack {
    let mut pack = pack::marked(count);

    for (number, measure) in pack.measures.iter_mut().enumerate() {
        measure.changes_setting = number % 3 > 0;
        measure.keep_after = number % 2 > 0;

        if measure.reveals.is_empty() {
            measure.undo = format!("Switch {number} back.");
        }
    }

    pack
}

/// All that may tell two of these papers apart: what was changed, and where.
fn key(pack: &Pack, plan: &Plan) -> Vec<(String, Vec<On>)> {
    let changed = pack
        .measures
        .iter()
        .filter(|measure| measure.changes_setting && measure.reveals.is_empty());

    changed
        .filter_map(|measure| Some((measure.id.to_string(), plan.item(&measure.id)?.on.clone())))
        .collect()
}

#[test]
fn the_same_changes_on_the_same_devices_give_the_same_bytes() {
    let pack = changing(12);
    let strategy = pack::answers(&pack);
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<_, (Plan, Sheet, Vec<u8>)> = BTreeMap::new();
    let mut otherwise = 0;

    for _ in 0..800 {
        let plan = Plan::new(&pack, &strategy.new_tree(&mut runner).unwrap().current());
        let sheet = safe(&pack, &plan);

        match seen.get(&key(&pack, &plan)) {
            Some((other, first, written)) => {
                assert_eq!(&sheet, first);

                if *other != plan && otherwise < 40 {
                    assert_eq!(&bytes(&sheet), written);
                    otherwise += 1;
                }
            }
            None => {
                let written = bytes(&sheet);
                seen.insert(key(&pack, &plan), (plan, sheet, written));
            }
        }
    }

    assert_eq!(otherwise, 40, "else the comparison would be of nothing");
    assert!(seen.len() > 10, "{} papers are no sample", seen.len());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_telling_is_on_the_restore_list(answers in pack::answers(&changing(20))) {
        let pack = changing(20);
        let sheet = safe(&pack, &Plan::new(&pack, &answers));
        let all = format!("{} {} {} {}", texts(&sheet).join("\n"), sheet.title, sheet.foot, sheet.tick);

        prop_assert!(!all.contains(CANARY), "{all}");
    }

    #[test]
    fn every_change_of_a_plan_that_reveals_nothing_has_its_lines(answers in pack::answers(Pack::built_in())) {
        let pack = Pack::built_in();
        let plan = Plan::new(pack, &answers);
        let sheet = safe(pack, &plan);
        let items = sheet.blocks.iter().filter(|block| matches!(block, Block::Item(_))).count();
        let problem = wrong(&sheet, &print::layout(&sheet, Paper::A4));
        let wanted: usize = key(pack, &plan).iter().map(|(_, on)| on.len()).sum();
        let off = restore::left_off(pack, &plan, Level::Safe);

        prop_assert_eq!(items, wanted);
        prop_assert!(problem.is_none(), "{}", problem.unwrap_or_default());

        for measure in off {
            prop_assert!(!texts(&sheet).contains(&measure.title), "{}", measure.id);
        }
    }
}

#[test]
fn each_line_says_how_to_go_back_and_leaves_room_for_how_it_was() {
    let pack = Pack::built_in();
    let mut seen = 0;

    for persona in &pack.personas {
        let sheet = safe(pack, &Plan::new(pack, &Answers::of(persona)));

        for block in &sheet.blocks {
            let Block::Item(item) = block else { continue };
            let undo = &pack.measures.iter().find(|it| it.title == item.title).unwrap().undo;

            assert!(item.also.iter().any(|said| said.text == *undo), "{}", item.title);
            assert_eq!(item.blanks.len(), 1, "{}", item.title);
            seen += 1;
        }
    }

    assert!(seen > 20, "{seen} lines");
}

#[test]
fn the_law_and_the_lawyer_come_before_the_first_setting() {
    let pack = Pack::built_in();
    let sheet = safe(pack, &Plan::new(pack, &Answers::default()));
    let first = sheet.blocks.iter().position(|it| matches!(it, Block::Item(_))).unwrap();
    let lawyer = |block: &Block| matches!(block, Block::Paragraph(text) if text.contains("lawyer"));

    assert!(sheet.blocks[..first].iter().any(lawyer));
}

#[test]
fn a_plan_that_changes_nothing_says_so() {
    let mut pack = changing(6);

    for measure in &mut pack.measures {
        measure.changes_setting = false;
    }

    let sheet = safe(&pack, &Plan::new(&pack, &Answers::default()));

    assert!(texts(&sheet).iter().any(|text| text.contains("Nothing on this list")));
    assert!(!print::layout(&sheet, Paper::Letter).is_empty());
}
