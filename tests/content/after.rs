//! What the checklist says when something has happened: life first, then a lawyer or a helpline, and
//! nobody is told who is not safe.
use daypack::content::{Advice, Gate, Pack, Situation, Within};

fn situations() -> &'static [Situation] {
    &Pack::built_in().situations
}

fn says(advice: &Advice, words: &[&str]) -> bool {
    let text = format!("{} {}", advice.does, advice.why).to_lowercase();

    words.iter().any(|word| text.contains(word))
}

#[test]
fn the_hour_the_day_and_the_week_are_there_for_everything_that_can_happen() {
    let ids: Vec<&str> = situations().iter().map(|it| it.id.as_str()).collect();

    assert_eq!(
        ids,
        [
            "device-taken",
            "device-stolen",
            "device-returned",
            "somebody-held",
            "you-were-held",
            "doxxed",
            "tracker-found",
            "spyware-warning"
        ]
    );

    for situation in situations() {
        for within in Within::ALL {
            let count = situation.within(within).len();

            assert!((2..=5).contains(&count), "{}: {count} lines {within:?}", situation.id);
        }
    }
}

#[test]
fn life_and_health_come_in_the_first_hour() {
    for situation in situations() {
        assert!(
            situation
                .hour
                .iter()
                .any(|advice| says(advice, &["hurt", "danger", "safe where", "health", "call for help"])),
            "{}",
            situation.id
        );
    }
}

#[test]
fn what_destroys_stands_behind_the_lawyer_and_is_never_all_there_is() {
    let mut gated = 0;

    for situation in situations() {
        let careful = situation.careful.to_lowercase();

        for within in Within::ALL {
            let lines = situation.within(within);
            let open = lines.iter().filter(|advice| advice.gate == Gate::None).count();

            gated += lines.len() - open;
            assert!(
                open > 0,
                "{} {within:?} is empty while the gate is closed",
                situation.id
            );
        }

        if situation.advice().any(|advice| advice.gate == Gate::Legal) {
            assert!(careful.contains("lawyer"), "{}", situation.id);
            assert_eq!(situation.hour[0].gate, Gate::None, "{}", situation.id);
        }
    }

    assert!(gated >= 3, "nothing is behind the gate");
}

#[test]
fn whoever_is_told_is_safe_and_may_know() {
    let close = [
        "parent",
        "guardian",
        "employer",
        "consulate",
        "at home, at work",
        "waits for you, or",
    ];

    for situation in situations() {
        for advice in situation.advice().filter(|advice| says(advice, &close)) {
            assert!(says(advice, &["safe"]), "{}: {}", situation.id, advice.does);
        }
    }
}

#[test]
fn where_somebody_close_may_be_behind_it_a_helpline_from_a_safe_device_comes_first() {
    for id in ["device-stolen", "doxxed", "tracker-found", "spyware-warning"] {
        let situation = situations().iter().find(|it| it.id.as_str() == id).unwrap();
        let careful = &situation.careful;

        assert!(
            careful.contains("close to you") && careful.contains("helpline") && careful.contains("device"),
            "{id}: {careful}"
        );
    }
}

#[test]
fn the_law_is_never_told_as_advice() {
    for id in ["device-taken", "somebody-held", "you-were-held"] {
        let situation = situations().iter().find(|it| it.id.as_str() == id).unwrap();

        assert!(situation.careful.contains("not legal advice"), "{id}");
    }
}

#[test]
fn every_change_has_a_way_back_in_a_sentence_of_its_own_and_never_the_factory() {
    for measure in Pack::built_in().measures.iter().filter(|it| it.changes_setting) {
        let undo = measure.undo.to_lowercase();

        assert!(undo.len() >= 25, "{}: {undo}", measure.id);
        assert!(!undo.starts_with("same menu"), "{}: {undo}", measure.id);
        assert!(
            !["factory", "reset", "as new"].iter().any(|word| undo.contains(word)),
            "{}: {undo}",
            measure.id
        );
    }
}
