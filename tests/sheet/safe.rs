//! Safe to carry: the paper names nobody, shows no answers, and could belong to anyone.
use super::pack::{self, CANARY};
use super::{safe_list, texts};

use daypack::answers::Answers;
use daypack::content::{On, Pack, Version};
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Setting, Sheet};

use proptest::prelude::{ProptestConfig, Strategy, prop_assert, prop_assert_eq, proptest};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use std::collections::{BTreeMap, BTreeSet};

/// All that may tell two safe papers apart: which items, on which devices, and where.
pub(super) type Key = (Vec<(String, Vec<On>)>, Option<String>);

pub(super) fn key(pack: &Pack, plan: &Plan) -> Key {
    let carried = pack.measures.iter().filter(|measure| measure.reveals.is_empty());
    let items = carried.filter_map(|measure| {
        let item = plan.item(&measure.id)?;

        Some((measure.id.to_string(), item.on.clone()))
    });

    (items.collect(), plan.place.as_ref().map(ToString::to_string))
}

fn bytes(sheet: &Sheet) -> Vec<u8> {
    print::pdf::write(&print::layout(sheet, Paper::A4), sheet).unwrap()
}

#[test]
fn which_version_somebody_has_leaves_no_trace() {
    let pack = Pack::built_in();

    for persona in &pack.personas {
        let mut answers = Answers::of(persona);
        let plan = Plan::new(pack, &answers);
        let without = safe_list(pack, &plan, Setting::Normal);

        for device in &pack.devices {
            answers.set_version(device.id.clone(), Version::read("99.8"));
        }

        let plan = Plan::new(pack, &answers);
        let with = safe_list(pack, &plan, Setting::Normal);

        assert_eq!(with, without, "{}", persona.id);
    }
}

#[test]
fn the_same_items_devices_and_place_give_the_same_bytes() {
    let pack = pack::marked(12);
    let strategy = pack::answers(&pack);
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<Key, (Plan, Sheet, Vec<u8>)> = BTreeMap::new();
    let (mut again, mut weighed_otherwise) = (0, 0);

    for _ in 0..1_500 {
        let answers = strategy.new_tree(&mut runner).unwrap().current();
        let plan = Plan::new(&pack, &answers);
        let sheet = safe_list(&pack, &plan, Setting::Normal);

        match seen.get(&key(&pack, &plan)) {
            Some((other, first, written)) => {
                assert_eq!(&sheet, first);
                again += 1;

                if other.first != plan.first || other.gate != plan.gate {
                    weighed_otherwise += 1;

                    if weighed_otherwise <= 40 {
                        assert_eq!(&bytes(&sheet), written);
                    }
                }
            }
            None => {
                let written = bytes(&sheet);
                seen.insert(key(&pack, &plan), (plan, sheet, written));
            }
        }
    }

    // Else the comparison would be of nothing.
    assert!(again > 300, "{again} of the papers came twice");
    assert!(
        weighed_otherwise > 100,
        "{weighed_otherwise} of them from other answers"
    );
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_answer_reason_or_decision_is_on_safe_paper(
        (is_marked, answers) in (0..2).prop_flat_map(|which| {
            let pack = if which == 0 { pack::marked(20) } else { Pack::built_in().clone() };

            (proptest::strategy::Just(which == 0), pack::answers(&pack))
        })
    ) {
        let marked = pack::marked(20);
        let pack = if is_marked { &marked } else { Pack::built_in() };
        let plan = Plan::new(pack, &answers);
        let sheet = safe_list(pack, &plan, Setting::Normal);
        let all = format!("{} {} {} {}", texts(&sheet).join("\n"), sheet.title, sheet.foot, sheet.tick);

        if is_marked {
            prop_assert!(!all.contains(CANARY), "{all}");
        }

        for telling in telling(pack) {
            prop_assert!(!all.contains(&telling), "{telling}");
        }
    }

    #[test]
    fn what_reveals_something_is_not_on_safe_paper(answers in pack::answers(Pack::built_in())) {
        let pack = Pack::built_in();
        let plan = Plan::new(pack, &answers);
        let sheet = safe_list(pack, &plan, Setting::Compact);
        let titles: Vec<&str> = sheet.blocks.iter().filter_map(|block| match block {
            Block::Item(item) => Some(item.title.as_str()),
            _ => None,
        }).collect();
        let carried = plan.items.iter().filter_map(|item| pack.measure(&item.measure));
        let (telling, plain): (Vec<_>, Vec<_>) = carried.partition(|measure| !measure.reveals.is_empty());

        for measure in telling {
            prop_assert!(!titles.contains(&measure.title.as_str()), "{}", measure.id);
        }

        prop_assert_eq!(titles.len(), plain.len());
    }
}

/// Sentences of a pack that tell what somebody answered, fears or decided; without those that a measure
/// says of itself in the same words, which tell no more than that it is there.
pub fn telling(pack: &Pack) -> Vec<String> {
    let own: BTreeSet<&String> = pack
        .measures
        .iter()
        .flat_map(|measure| [&measure.title, &measure.why])
        .collect();
    let questions = pack.questions.iter().flat_map(|question| {
        let ids = question
            .choices
            .iter()
            .map(|choice| format!("{}.{}", question.id, choice.id));

        ids.chain([question.asks.clone(), question.why.clone()])
    });
    let reasons = pack
        .threats
        .iter()
        .flat_map(|threat| threat.shifts.iter().map(|shift| shift.because.clone()));
    let decisions = pack.decisions.iter().flat_map(|decision| {
        let sides = decision
            .options
            .iter()
            .flat_map(|side| [side.gives.clone(), side.costs.clone()]);

        sides.chain([decision.asks.clone()])
    });

    questions
        .chain(reasons)
        .chain(decisions)
        .filter(|sentence| !own.contains(sentence))
        .collect()
}

#[test]
fn the_first_five_are_a_matter_of_the_items_alone() {
    let pack = pack::marked(40);
    let wished = |luck: u16| {
        let mut numbers = vec![2; pack.questions.len() + pack.decisions.len() + pack.threats.len()];

        for (number, at) in numbers.iter_mut().rev().take(pack.threats.len()).zip(0..) {
            *number = luck.wrapping_mul(at * 7 + 1) % 36;
        }

        Plan::new(&pack, &pack::answered(&pack, &numbers))
    };
    let plans: Vec<Plan> = (0..40).map(wished).collect();
    let mut papers: BTreeMap<Key, Vec<Vec<String>>> = BTreeMap::new();
    let mut orders: BTreeMap<Key, Vec<Vec<String>>> = BTreeMap::new();

    for plan in &plans {
        let sheet = safe_list(&pack, plan, Setting::Compact);
        papers.entry(key(&pack, plan)).or_default().push(texts(&sheet));
        orders
            .entry(key(&pack, plan))
            .or_default()
            .push(plan.first.iter().map(ToString::to_string).collect());
    }

    // The plans themselves do differ in what comes first; their papers do not.
    assert!(
        orders
            .values()
            .any(|orders| orders.iter().any(|order| order != &orders[0]))
    );
    assert!(
        papers
            .values()
            .all(|papers| papers.iter().all(|paper| paper == &papers[0]))
    );
}

#[test]
fn an_unknown_place_gets_questions_and_no_law() {
    let pack = pack::marked(5);
    let plan = Plan::new(&pack, &daypack::answers::Answers::default());
    let all = texts(&safe_list(&pack, &plan, Setting::Normal)).join("\n");

    assert!(plan.place.is_none());
    assert!(all.contains("We do not know the law where you will be"), "{all}");
    assert!(!all.contains("This is known."));
}

#[test]
fn paper_says_from_when_on_each_step_and_rule_may_have_changed() {
    let pack = Pack::built_in();

    for persona in &pack.personas {
        let plan = Plan::new(pack, &daypack::answers::Answers::of(persona));
        let sheet = safe_list(pack, &plan, Setting::Normal);
        let dated = |text: &str| text.to_lowercase().contains("checked ") && text.contains(" may have changed");

        for block in &sheet.blocks {
            match block {
                Block::Item(item) => {
                    for way in item.ways.iter().filter(|way| !way.on.is_empty()) {
                        assert!(dated(&way.noted), "{}: {} {:?}", persona.id, item.title, way.noted);
                    }
                }
                Block::Said(said) if !said.noted.is_empty() => assert!(dated(&said.noted), "{:?}", said.noted),
                _ => {}
            }
        }

        let closes = |text: &&String| text.starts_with("Where no month stands beside it, this was last checked in ");

        assert_eq!(texts(&sheet).iter().filter(closes).count(), 1, "{}", persona.id);
    }
}

#[test]
fn what_is_looked_at_later_is_good_for_longer() {
    let mut pack = pack::marked(6);
    let plan = Plan::new(&pack, &daypack::answers::Answers::default());
    let said = |pack: &Pack| texts(&safe_list(pack, &plan, Setting::Normal)).join("\n");

    assert!(said(&pack).contains("may have changed from May 2027"));

    let day = daypack::content::Date::new(2027, 8, 31).unwrap();

    pack.reviewed = day;
    pack.measures
        .iter_mut()
        .flat_map(|measure| &mut measure.steps)
        .for_each(|steps| steps.reviewed = day);

    let said = said(&pack);

    assert!(!said.contains("May 2027"), "{said}");
    assert!(
        said.contains("Checked August 2027") && said.contains("may have changed from March 2028"),
        "{said}"
    );
}
