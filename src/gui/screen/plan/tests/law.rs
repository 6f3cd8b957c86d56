//! The law of the place on the screen: what is known, what is not, and what stays off paper.
use super::super::{Fold, Plan};
use crate::gui::context::{Stage, assert_whole};
use crate::gui::widget::probe::Probe;
use crate::words;

/// Everything the page says to this persona with the law unfolded.
fn law_of(persona: &str) -> (Stage, Vec<String>) {
    let mut stage = Stage::of(persona);
    let mut screen = Plan::new(&stage.context());

    screen.unfolded.insert(Fold::Place);
    assert_whole(&mut stage, &screen, Plan::view);

    let texts = {
        let cx = stage.context();
        let mut probe = Probe::ordinary();
        let mut ui = probe.show(screen.view(&cx));

        ui.texts()
    };

    (stage, texts)
}

#[test]
fn what_is_not_known_of_a_place_is_named_beside_what_is() {
    let (stage, texts) = law_of("journalist-with-sources");
    let says = |words: &str| texts.iter().any(|text| text.contains(words));
    let place = stage
        .desk
        .pack
        .place(stage.desk.plan().place.as_ref().unwrap())
        .unwrap();

    assert!(place.rules.iter().all(|rule| says(&rule.says)));
    assert!(place.not_known().next().is_some());

    for topic in place.not_known() {
        assert!(says(&super::super::place::topic(topic)), "{topic:?} is passed over");
    }

    assert!(says("Unknown does not mean allowed"));
}

#[test]
fn an_unknown_place_shows_nobodys_rule_and_every_question() {
    let (stage, texts) = law_of("lgbt-where-it-is-a-crime");
    let says = |words: &str| texts.iter().any(|text| text.contains(words));
    let pack = stage.desk.pack;

    assert!(stage.desk.plan().place.is_none());
    assert!(says(&words::text("plan-place-unknown-about")));
    assert!(
        pack.places
            .iter()
            .flat_map(|place| &place.rules)
            .all(|rule| !says(&rule.says))
    );

    let card = pack
        .cards
        .iter()
        .find(|card| card.id.as_str() == "ask-a-lawyer")
        .unwrap();

    assert!(card.lines.iter().all(|line| says(line)));
}

#[test]
fn whoever_crosses_a_border_reads_its_card_here() {
    let lines = |stage: &Stage| {
        let card = stage.desk.pack.cards.iter().find(|card| card.id.as_str() == "border");

        card.unwrap().lines.clone()
    };

    for (persona, is_there) in [("lgbt-where-it-is-a-crime", true), ("first-march", false)] {
        let (stage, texts) = law_of(persona);

        for line in lines(&stage).iter().filter(|line| !line.contains("legal advice")) {
            assert_eq!(
                texts.iter().any(|text| text.contains(line)),
                is_there,
                "{persona}: {line}"
            );
        }
    }
}
