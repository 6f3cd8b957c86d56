//! Who may see a sheet: every form at every level. Safe says nothing of anybody; home adds reasons and
//! decisions; all adds the rest; and what stands behind the closed gate is on none.
use super::pack::{self, CANARY};
use super::safe::{Key, key, telling};
use super::texts;

use daypack::answers::{Answers, LegalGate};
use daypack::content::{Gate, GuideStep, Measure, On, Pack};
use daypack::plan::Plan;
use daypack::plan::progress::{self, Earlier, Mark, Progress, Role};
use daypack::print::{self, Paper};
use daypack::sheet::{self, Form, Level, Sheet, Source};

use proptest::collection::vec;
use proptest::prelude::{ProptestConfig, Strategy, any, prop_assert, proptest};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use std::collections::BTreeMap;

/// The made-up pack, with settings that change, and a run sheet.
pub(super) fn whole(count: usize) -> Pack {
    let mut pack = pack::marked(count);

    for (number, measure) in pack.measures.iter_mut().enumerate() {
        measure.changes_setting = number % 3 > 0;
        measure.keep_after = number % 2 > 0;

        if measure.reveals.is_empty() {
            measure.undo = format!("Switch {number} back.");
        }
    }

    let step = |title: &str, minutes| GuideStep {
        title: title.to_owned(),
        minutes,
        materials: vec!["Pens".to_owned(), "Wall paper".to_owned()],
        say: vec!["Say this.".to_owned(), "Ask that.".to_owned()],
        objections: vec!["It is late. - Then do one thing.".to_owned()],
    };

    pack.guide = vec![step("Arrive", 25), step("Leave", 45)];
    pack
}

/// Ticks and notes on any measures of `pack`, in its plan or not.
pub(super) fn noted(pack: &Pack, luck: &[u16]) -> Progress {
    let mut progress = Progress::default();
    let marks = [Mark::Done, Mark::NotPossible, Mark::DoesNotApply];
    let measures = pack.measures.iter().flat_map(|measure| {
        let on = measure.steps.iter().map(|steps| steps.on.clone());

        on.map(move |on| (measure, on))
    });

    for ((measure, on), luck) in measures.zip(luck.iter().cycle()) {
        let luck = usize::from(*luck);
        let role = if luck % 5 == 4 { Role::Second } else { Role::Main };
        let key = progress::Key {
            measure: measure.id.clone(),
            on,
            role,
        };
        let note = Earlier::Other(format!("{CANARY} note {}", luck % 7));

        progress.set(key.clone(), marks.get(luck / 5 % 6).copied()).unwrap();
        progress.set_earlier(key, (luck / 30 % 2 == 1).then_some(note)).unwrap();
    }

    progress
}

fn made(pack: &Pack, plan: &Plan, progress: &Progress, form: Form, level: Level) -> Sheet {
    sheet::make(&Source::new(pack, plan).with_progress(progress), form, level)
}

/// Everything on a sheet and about it.
fn all(sheet: &Sheet) -> String {
    [
        texts(sheet).join("\n"),
        sheet.title.clone(),
        sheet.head.clone(),
        sheet.foot.clone(),
        sheet.tick.clone(),
    ]
    .join("\n")
}

fn bytes(sheet: &Sheet, paper: Paper) -> Vec<u8> {
    print::pdf::write(&print::layout(sheet, paper), sheet).unwrap()
}

#[test]
fn the_same_items_devices_and_place_give_the_same_bytes_in_every_form() {
    let pack = whole(10);
    let strategy = (pack::answers(&pack), vec(any::<u16>(), 40));
    let mut runner = TestRunner::deterministic();
    let mut seen: BTreeMap<Key, (Plan, Progress)> = BTreeMap::new();
    let (mut again, mut written) = (0, 0);

    for _ in 0..1_000 {
        let (answers, luck) = strategy.new_tree(&mut runner).unwrap().current();
        let (plan, progress) = (Plan::new(&pack, &answers), noted(&pack, &luck));

        let Some((other, notes)) = seen.get(&key(&pack, &plan)) else {
            seen.insert(key(&pack, &plan), (plan, progress));
            continue;
        };

        let is_otherwise = *other != plan && *notes != progress;
        again += usize::from(is_otherwise);

        for (form, paper) in Form::ALL
            .into_iter()
            .flat_map(|form| Paper::ALL.map(|paper| (form, paper)))
        {
            let sheet = made(&pack, &plan, &progress, form, Level::Safe);
            let first = made(&pack, other, notes, form, Level::Safe);

            assert_eq!(sheet, first, "{form:?}");

            if is_otherwise && again % 20 == 1 {
                assert_eq!(bytes(&sheet, paper), bytes(&first, paper), "{form:?} {paper:?}");
                written += 1;
            }
        }
    }

    // Else the comparison would be of nothing.
    assert!(again > 200 && written > 100, "{again} other plans, {written} files");
}

#[test]
fn a_form_that_is_the_same_for_everybody_is() {
    let pack = whole(12);
    let nobody = Plan::new(&pack, &Answers::default());
    let somebody = Plan::new(&pack, &pack::answered(&pack, &[7; 40]));
    let progress = noted(&pack, &[35, 61, 4]);

    for form in Form::ALL.into_iter().filter(|form| form.is_for_everybody()) {
        for level in Level::ALL {
            let sheet = made(&pack, &somebody, &progress, form, level);

            assert_eq!(sheet, sheet::make(&Source::new(&pack, &nobody), form, Level::Safe));
        }
    }
}

#[test]
fn what_is_made_at_one_level_is_made_safe_when_another_is_asked_for() {
    let pack = whole(12);
    let plan = Plan::new(&pack, &pack::answered(&pack, &[9; 40]));
    let progress = noted(&pack, &[35, 61, 4]);

    for form in Form::ALL {
        assert!(form.levels().contains(&Level::Safe), "{form:?}");

        for level in Level::ALL.into_iter().filter(|level| !form.levels().contains(level)) {
            let safe = made(&pack, &plan, &progress, form, Level::Safe);

            assert_eq!(made(&pack, &plan, &progress, form, level), safe, "{form:?}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_telling_is_on_any_safe_form(
        answers in pack::answers(&whole(20)),
        luck in vec(any::<u16>(), 60),
    ) {
        let pack = whole(20);
        let (plan, progress) = (Plan::new(&pack, &answers), noted(&pack, &luck));

        for form in Form::ALL {
            let all = all(&made(&pack, &plan, &progress, form, Level::Safe));

            prop_assert!(!all.contains(CANARY), "{form:?}\n{all}");
        }
    }

    #[test]
    fn no_answer_reason_or_decision_of_the_built_in_pack_is_on_any_safe_form(
        answers in pack::answers(Pack::built_in()),
        luck in vec(any::<u16>(), 60),
    ) {
        let pack = Pack::built_in();
        let (plan, progress) = (Plan::new(pack, &answers), noted(pack, &luck));
        let telling = telling(pack);

        for form in Form::ALL {
            let all = all(&made(pack, &plan, &progress, form, Level::Safe));

            for telling in &telling {
                prop_assert!(!all.contains(telling), "{form:?}: {telling}");
            }

            prop_assert!(!all.contains(CANARY), "{form:?}");
        }
    }

    #[test]
    fn what_stands_behind_the_closed_gate_is_on_no_form_at_any_level(
        answers in pack::answers(Pack::built_in()),
        luck in vec(any::<u16>(), 60),
    ) {
        let pack = Pack::built_in();
        let (plan, progress) = (Plan::new(pack, &answers), noted(pack, &luck));
        let hidden = if plan.gate == LegalGate::Closed { gated(pack) } else { Vec::new() };

        for (form, level) in Form::ALL.into_iter().flat_map(|form| Level::ALL.map(|level| (form, level))) {
            let sheet = made(pack, &plan, &progress, form, level);
            let all = all(&sheet);

            for text in &hidden {
                prop_assert!(!all.contains(text.as_str()), "{form:?} {level:?}: {text}");
            }
        }
    }
}

/// Every text of the measures behind the gate that no other measure has too.
fn gated(pack: &Pack) -> Vec<String> {
    let texts = |measure: &Measure| {
        let steps = measure.steps.iter().flat_map(|steps| steps.does.clone());

        steps
            .chain([measure.title.clone(), measure.why.clone(), measure.short.clone()])
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
    };
    let (gated, open): (Vec<&Measure>, Vec<&Measure>) =
        pack.measures.iter().partition(|measure| measure.gate == Gate::Legal);
    let known: Vec<String> = open.into_iter().flat_map(texts).collect();
    let hidden: Vec<String> = gated.into_iter().flat_map(texts).collect();

    assert!(hidden.len() > 10, "there is something to hide");

    hidden
        .into_iter()
        .filter(|text| !known.iter().any(|known| known.contains(text)))
        .collect()
}

#[test]
fn home_says_why_and_what_was_decided_and_still_reveals_nothing() {
    let pack = Pack::built_in();
    let (mut reasons, mut decisions) = (0, 0);

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));

        for form in [Form::List, Form::Compact, Form::Large] {
            let home = all(&sheet::make(&Source::new(pack, &plan), form, Level::Home));

            for item in &plan.items {
                let measure = pack.measure(&item.measure).unwrap();
                let is_on = home.lines().any(|line| line == measure.title);

                assert_eq!(is_on, measure.reveals.is_empty(), "{}: {}", persona.id, measure.id);

                for because in item.because.iter().filter(|_| is_on) {
                    assert!(home.contains(&because.text), "{}: {}", persona.id, because.text);
                    reasons += 1;
                }
            }

            for (decision, side) in &plan.decided {
                let decision = pack.decision(decision).unwrap();

                assert!(home.contains(&decision.asks), "{}: {}", persona.id, decision.asks);
                assert!(home.contains(&decision.option(side).unwrap().label));
                decisions += 1;
            }
        }
    }

    assert!(
        reasons > 500 && decisions > 20,
        "{reasons} reasons, {decisions} decisions"
    );
}

#[test]
fn all_says_every_item_what_is_left_and_what_was_noted() {
    let pack = Pack::built_in();
    let mut telling = 0;

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));
        let progress = noted(pack, &[35, 60, 30]);
        let said = all(&made(pack, &plan, &progress, Form::List, Level::All));

        for item in &plan.items {
            let measure = pack.measure(&item.measure).unwrap();

            assert!(said.contains(&measure.title), "{}: {}", persona.id, measure.id);
            telling += usize::from(!measure.reveals.is_empty());
        }

        for left in plan.left.iter().filter(|left| left.before.risk() > 0) {
            let title = &pack.threat(&left.threat).unwrap().title;

            assert!(said.contains(title.as_str()), "{}: {title}", persona.id);
        }

        for card in &plan.cards {
            assert!(said.contains(&pack.card(card).unwrap().title), "{}: {card}", persona.id);
        }

        assert!(said.contains("canary note"), "{}", persona.id);
    }

    assert!(telling > 20, "{telling} items that reveal something");
}

#[test]
fn every_page_that_is_not_to_be_carried_says_so_at_its_head_and_its_foot() {
    let pack = whole(20);
    let plan = Plan::new(&pack, &Answers::default());

    for (form, level) in Form::ALL
        .into_iter()
        .flat_map(|form| form.levels().iter().map(move |level| (form, *level)))
    {
        let sheet = sheet::make(&Source::new(&pack, &plan), form, level);

        for page in print::layout(&sheet, Paper::Letter) {
            let said = page.to_string().matches("Not to be carried.").count();
            let is_home = level != Level::Safe;

            assert_eq!(said >= 2, is_home, "{form:?} {level:?}: {page}");
        }

        // Where a screen reader reads it: in the text itself.
        assert_eq!(
            texts(&sheet).join(" ").contains("Do not carry it."),
            level != Level::Safe
        );
    }
}

#[test]
fn how_a_setting_was_is_printed_where_it_was_said_and_only_for_the_person_alone() {
    let pack = whole(8);
    let plan = Plan::new(&pack, &Answers::default());
    let changed = pack
        .measures
        .iter()
        .find(|measure| measure.changes_setting && plan.item(&measure.id).is_some_and(|item| item.on.len() > 1))
        .unwrap();
    let on = plan.item(&changed.id).unwrap().on[0].clone();
    let mut progress = Progress::default();
    let key = |role| progress::Key {
        measure: changed.id.clone(),
        on: on.clone(),
        role,
    };

    progress.set_earlier(key(Role::Main), Some(Earlier::Off)).unwrap();
    progress
        .set_earlier(key(Role::Second), Some(Earlier::Other("four digits".to_owned())))
        .unwrap();

    for level in [Level::Safe, Level::Home] {
        let said = all(&made(&pack, &plan, &progress, Form::Restore, level));

        assert!(
            !said.contains("Switched off.") && !said.contains("four digits"),
            "{said}"
        );
    }

    let with = made(&pack, &plan, &progress, Form::Restore, Level::All);
    let without = made(&pack, &plan, &Progress::default(), Form::Restore, Level::All);
    let blanks = |sheet: &Sheet| all(sheet).matches("How it was\n").count();

    assert!(all(&with).contains("Switched off.") && all(&with).contains("four digits"));
    assert!(all(&with).contains("the second one"), "{}", all(&with));
    assert_eq!(
        blanks(&with) + 1,
        blanks(&without),
        "one is written, and the others still have room"
    );
    assert!(matches!(on, On::Device(_)));
}
