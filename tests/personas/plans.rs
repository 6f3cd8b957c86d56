//! The plans of the made-up people, and what holds for every plan from the compiled-in checklist.
use crate::plan::build::{Luck, choice_id, question_id};
use crate::plan::skip::{answers_by_luck, assert_skipping_never_weakens};
use crate::plan::text::text;
use crate::support::assert_golden;

use daypack::answers::{Answers, Given, Known, LegalGate};
use daypack::content::{Gate, Pack, Persona};
use daypack::plan::progress::Progress;
use daypack::plan::restore::restore;
use daypack::plan::{Plan, candidates};

use std::collections::BTreeSet;

fn people() -> (&'static Pack, &'static [Persona]) {
    let pack = Pack::built_in();

    assert!(
        pack.personas.len() >= 8,
        "there are only {} people",
        pack.personas.len()
    );

    (pack, &pack.personas)
}

#[test]
fn every_persona_has_the_plan_that_was_read_and_accepted() {
    let (pack, people) = people();

    for persona in people {
        let plan = Plan::new(pack, &Answers::of(persona));
        let page = format!("{}\n{}\n\n{}", persona.name, persona.about, text(pack, &plan));

        assert_golden(&format!("plans/{}.txt", persona.id), &page);
    }
}

#[test]
fn what_a_persona_must_have_is_there_and_what_it_must_never_have_is_not() {
    let (pack, people) = people();
    let mut wrong = Vec::new();

    for persona in people {
        let answers = Answers::of(persona);
        let plan = Plan::new(pack, &answers);
        let shown = text(pack, &plan);

        for id in &persona.must {
            if plan.item(id).is_none() {
                wrong.push(format!("{}: `{id}` is missing", persona.id));
            }
        }

        for id in &persona.must_never {
            if shown.contains(&format!("({id}")) || plan.more.iter().any(|more| &more.measure == id) {
                wrong.push(format!("{}: `{id}` must not be there", persona.id));
            }
        }
    }

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn no_two_personas_share_more_than_three_of_their_first_five() {
    let (pack, people) = people();
    let firsts: Vec<BTreeSet<String>> = people
        .iter()
        .map(|persona| {
            let plan = Plan::new(pack, &Answers::of(persona));

            plan.first.iter().map(ToString::to_string).collect()
        })
        .collect();
    let mut wrong = Vec::new();

    for (at, one) in firsts.iter().enumerate() {
        assert_eq!(one.len(), 5, "{} has fewer than five", people[at].id);

        for (other, two) in firsts.iter().enumerate().skip(at + 1) {
            let shared: Vec<_> = one.intersection(two).cloned().collect();

            if shared.len() > 3 {
                wrong.push(format!(
                    "{} and {}: {}",
                    people[at].id,
                    people[other].id,
                    shared.join(", ")
                ));
            }
        }
    }

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn every_measure_is_proposed_to_somebody() {
    let (pack, people) = people();
    let mut proposed = BTreeSet::new();
    let mut luck = Luck::new(7);

    let by_luck = (0..200).map(|_| {
        let mut answers = answers_by_luck(pack, &mut luck);

        answers.give(question_id("case"), Given::one(choice_id("no")));
        answers.give(question_id("event"), Given::one(choice_id("broken-up")));
        answers
    });

    for answers in people.iter().map(Answers::of).chain(by_luck) {
        proposed.extend(
            candidates(pack, &Known::new(pack, &answers))
                .into_iter()
                .map(|measure| &measure.id),
        );
    }

    let missing: Vec<_> = pack
        .measures
        .iter()
        .map(|measure| &measure.id)
        .filter(|id| !proposed.contains(id))
        .collect();

    assert!(missing.is_empty(), "nobody ever sees {missing:?}");
}

#[test]
fn skipping_never_makes_the_compiled_in_advice_weaker() {
    let (pack, people) = people();
    let mut luck = Luck::new(1);

    for persona in people {
        assert_skipping_never_weakens(pack, &Answers::of(persona), persona.id.as_str());
    }

    for round in 0..150 {
        let answers = answers_by_luck(pack, &mut luck);

        assert_skipping_never_weakens(pack, &answers, &format!("round {round}"));
    }
}

#[test]
fn the_same_answers_give_the_same_plan_byte_for_byte() {
    let (pack, people) = people();
    let again = Pack::read(&Pack::built_in_files()).expect("the compiled-in checklist is sound");

    for persona in people {
        let answers = Answers::of(persona);

        assert_eq!(
            text(pack, &Plan::new(pack, &answers)),
            text(&again, &Plan::new(&again, &answers.clone())),
            "{}",
            persona.id
        );
    }
}

#[test]
fn nothing_behind_the_closed_gate_is_in_anybodys_plan() {
    let (pack, people) = people();
    let gated: Vec<_> = pack
        .measures
        .iter()
        .filter(|measure| measure.gate == Gate::Legal)
        .collect();

    assert!(!gated.is_empty());

    for persona in people {
        for choice in ["maybe", "yes", "rather-not"] {
            let mut answers = Answers::of(persona);

            answers.give(question_id("case"), Given::one(choice_id(choice)));

            let plan = Plan::new(pack, &answers);
            let shown = text(pack, &plan);
            let restore = restore(pack, &plan, &Progress::default());

            assert_eq!(plan.gate, LegalGate::Closed);

            for measure in &gated {
                assert!(!shown.contains(&measure.title), "{}: {}", persona.id, measure.id);
                assert!(
                    !shown.contains(&format!("({}", measure.id)),
                    "{}: {}",
                    persona.id,
                    measure.id
                );
                assert!(plan.more.iter().all(|more| more.measure != measure.id));
                assert!(
                    restore
                        .devices
                        .iter()
                        .flat_map(|part| &part.lines)
                        .all(|line| line.measure != measure.id)
                );
            }
        }
    }
}

#[test]
fn the_gate_is_the_first_thing_that_is_asked() {
    let (pack, _) = people();
    let first = &pack.questions[0];

    assert!(
        first
            .choices
            .iter()
            .any(|choice| choice.gate == Some(daypack::content::GateRole::Opens))
    );
    assert!(first.show.is_empty() && first.sensitive);
}

#[test]
fn the_gains_of_every_persona_add_up() {
    let (pack, people) = people();

    for persona in people {
        let plan = Plan::new(pack, &Answers::of(persona));
        let taken: u32 = plan
            .left
            .iter()
            .map(|left| u32::from(left.before.risk() - left.after.risk()))
            .sum();

        assert_eq!(
            plan.items.iter().map(|item| item.gain).sum::<u32>(),
            taken,
            "{}",
            persona.id
        );
    }
}
