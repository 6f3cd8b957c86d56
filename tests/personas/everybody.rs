//! The rules that stand above every measure, held for each made-up person and their own plan.
use super::rules::{can_lock_out, silences};

use daypack::answers::{Answers, Given, Known, LegalGate};
use daypack::content::id::{ChoiceId, DecisionId, MeasureId, QuestionId};
use daypack::content::rule::{ChoiceRef, Entry, Facts};
use daypack::content::{Gate, Measure, On, Pack, Persona, When};
use daypack::plan::Plan;
use daypack::sheet::list::list;
use daypack::sheet::{Carry, Level, Setting, Source};

use std::collections::BTreeSet;

fn pack() -> &'static Pack {
    Pack::built_in()
}

/// Everything a plan names: what is in it, and what would help with more time.
fn named(plan: &Plan) -> Vec<&'static Measure> {
    let items = plan.items.iter().map(|item| &item.measure);

    items
        .chain(plan.more.iter().map(|more| &more.measure))
        .map(|id| pack().measure(id).unwrap())
        .collect()
}

fn said(answers: &Answers, question: &str, choice: &str) -> bool {
    let entry = Entry::Choice(ChoiceRef {
        question: QuestionId::new(question).unwrap(),
        choice: ChoiceId::new(choice).unwrap(),
    });

    Known::new(pack(), answers).truth(&entry).counts()
}

/// Every person with their answers and plan, to be looked at one by one.
fn each(mut look: impl FnMut(&Persona, &Answers, &Plan)) {
    assert!(pack().personas.len() >= 14, "there are only {}", pack().personas.len());

    for persona in &pack().personas {
        let answers = Answers::of(persona);

        look(persona, &answers, &Plan::new(pack(), &answers));
    }
}

#[test]
fn rule_1_nobody_who_must_be_reached_is_told_to_be_silent() {
    let mut seen = 0;

    each(|persona, answers, plan| {
        let depends =
            said(answers, "day", "medical") || said(answers, "day", "calls") || said(answers, "about", "carer");

        if depends {
            seen += 1;
        }

        for measure in named(plan).into_iter().filter(|measure| depends && silences(measure)) {
            // Where no health depends on it, Bluetooth may go off, and the phone before it gets tight.
            let is_fine = (measure.when == When::During || measure.id.as_str() == "radios-off")
                && !said(answers, "day", "medical");

            assert!(is_fine || measure.topic == "travel", "{}: {}", persona.id, measure.id);
        }
    });

    assert!(seen >= 4, "only {seen} depend on being reached");
}

#[test]
fn rule_2_what_can_lock_out_stands_below_the_backup_and_before_the_day() {
    each(|persona, _, plan| {
        let order: Vec<&MeasureId> = [When::WeeksBefore, When::DaysBefore]
            .into_iter()
            .flat_map(|when| plan.by_time(when))
            .map(|item| &item.measure)
            .collect();
        let place = |id: &str| order.iter().position(|measure| measure.as_str() == id);

        for measure in named(plan).into_iter().filter(|measure| can_lock_out(measure)) {
            if measure.id.as_str() == "set-a-code" || plan.item(&measure.id).is_none() {
                continue;
            }

            let at = place(measure.id.as_str());

            assert!(at.is_some(), "{}: {} comes on the day", persona.id, measure.id);
            assert!(
                place("backup-before").is_some() && place("backup-before") < at,
                "{}: {} comes before the backup",
                persona.id,
                measure.id
            );
        }
    });
}

#[test]
fn rule_3_whose_case_is_open_is_told_of_a_lawyer_and_of_nothing_that_destroys() {
    let mut closed = 0;

    each(|persona, _, plan| {
        assert!(
            plan.items.iter().any(|item| item.measure.as_str() == "do-not-destroy"),
            "{}",
            persona.id
        );

        if plan.gate == LegalGate::Closed {
            closed += 1;

            let gated: Vec<_> = named(plan)
                .into_iter()
                .filter(|measure| measure.gate == Gate::Legal)
                .map(|measure| &measure.id)
                .collect();

            assert!(gated.is_empty(), "{}: {gated:?}", persona.id);
            assert!(plan.items.iter().any(|item| item.measure.as_str() == "lawyer-first"));
        }
    });

    assert!(closed >= 3, "only {closed} have a closed gate");
}

#[test]
fn rule_4_whoever_must_not_be_told_is_never_the_one_who_waits() {
    each(|persona, _, plan| {
        for id in ["check-in", "safe-person", "young-people"] {
            if let Some(item) = plan.item(&MeasureId::new(id).unwrap()) {
                let careful = &pack().measure(&item.measure).unwrap().careful;
                let careful = careful.to_lowercase();

                assert!(
                    careful.contains("safe for you")
                        || careful.contains("may know")
                        || careful.contains("may be known"),
                    "{}: {id}",
                    persona.id
                );
            }
        }
    });
}

#[test]
fn rule_5_whoever_is_watched_at_home_begins_with_a_helpline_and_goes_in_small_steps() {
    let mut seen = 0;

    each(|persona, answers, plan| {
        if !(said(answers, "worry", "close") || said(answers, "about", "family")) {
            assert!(
                named(plan).iter().all(|measure| measure.id.as_str() != "quiet-steps"),
                "{}: nobody at home is a danger",
                persona.id
            );
            return;
        }

        seen += 1;

        assert_eq!(plan.first[0].as_str(), "helpline-first", "{}", persona.id);
        assert!(
            plan.first.iter().any(|id| id.as_str() == "quiet-steps"),
            "{}: {:?}",
            persona.id,
            plan.first
        );

        let changes = |id: &&MeasureId| pack().measure(id).unwrap().changes_setting;

        assert!(
            plan.first.iter().filter(changes).count() <= 1,
            "{}: too many changes at once: {:?}",
            persona.id,
            plan.first
        );
    });

    assert!(seen >= 2);
}

#[test]
fn rule_5_every_change_of_a_setting_comes_after_the_helpline() {
    for measure in pack().measures.iter().filter(|measure| measure.changes_setting) {
        let before = measure.needs.iter().chain(&measure.after);

        assert!(
            before.into_iter().any(|id| id.as_str() == "helpline-first"),
            "{} could be done before a helpline was asked",
            measure.id
        );
    }
}

#[test]
fn rule_6_paper_of_every_persona_leaves_out_what_betrays() {
    each(|persona, _, plan| {
        let sheet = list(
            &Source::new(pack(), plan),
            &Carry {
                level: Level::Safe,
                setting: Setting::Normal,
            },
        );
        let text = format!("{sheet:?}");

        for measure in named(plan).into_iter().filter(|measure| !measure.reveals.is_empty()) {
            assert!(!text.contains(&measure.title), "{}: {}", persona.id, measure.id);
        }
    });
}

#[test]
fn rule_7_the_law_shown_is_that_of_the_place_that_was_named() {
    each(|persona, answers, plan| {
        let Some(Given::Chosen(chosen)) = answers.given(&QuestionId::new("place").unwrap()) else {
            panic!("{} names no place", persona.id);
        };
        let expected = chosen
            .iter()
            .map(ToString::to_string)
            .find(|place| place != "elsewhere");

        assert_eq!(plan.place.as_ref().map(ToString::to_string), expected, "{}", persona.id);
    });
}

#[test]
fn without_a_phone_nothing_is_said_about_phones() {
    for persona in &pack().personas {
        let mut answers = Answers::of(persona);

        answers.give(QuestionId::new("brings").unwrap(), Given::Chosen(BTreeSet::new()));
        answers.decide(
            DecisionId::new("phone-on-the-day").unwrap(),
            pack().decisions[0].options[0].id.clone(),
        );

        let plan = Plan::new(pack(), &answers);

        for measure in named(&plan) {
            let title = measure.title.to_lowercase();

            assert!(
                !title.contains("your phone") && !title.contains("the phone") && !title.contains("computer"),
                "{}: {}",
                persona.id,
                measure.id
            );
        }

        for item in &plan.items {
            assert!(
                item.on
                    .iter()
                    .all(|on| !matches!(on, On::Device(device) if device.as_str() == "iphone")),
                "{}: {}",
                persona.id,
                item.measure
            );
        }
    }
}
