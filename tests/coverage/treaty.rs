//! The powers of the UN Convention against Cybercrime are threats with their articles, and the card
//! about it says what it is: dated, not in force, and criticism told as criticism.
use daypack::answers::{Answers, Known};
use daypack::content::{Card, Pack, Threat};
use daypack::plan::Plan;
use daypack::risk::weigh;

/// The articles that analyses of the adopted text name.
const ADOPTED: [&str; 19] = [
    "25", "25.4", "28", "28.4", "29", "29.3", "30", "36", "37", "37.15", "40", "40.8", "40.20", "40.21", "40.22", "42",
    "42.3.g", "47", "47.1.c",
];

/// Those that only comments on a draft name; each says so.
const DRAFT: [&str; 8] = [
    "2(b) (draft)",
    "14.4 (draft)",
    "27 (draft)",
    "28.2 (draft)",
    "28.3 (draft)",
    "35 (final draft)",
    "41 (draft)",
    "44 (draft)",
];

/// More threats than this are rated by nobody.
const MOST_THREATS: usize = 45;

fn pack() -> &'static Pack {
    Pack::built_in()
}

fn with(article: &str) -> Vec<&'static Threat> {
    let has = |threat: &&Threat| threat.articles.iter().any(|known| known == article);

    pack().threats.iter().filter(has).collect()
}

fn card() -> &'static Card {
    let mut cards = pack().cards.iter();

    cards
        .find(|card| card.id.as_str() == "treaty")
        .expect("there is a card about it")
}

#[test]
fn every_article_is_known_and_a_number_from_a_draft_says_so() {
    for threat in &pack().threats {
        for article in &threat.articles {
            assert!(
                ADOPTED.contains(&article.as_str()) || DRAFT.contains(&article.as_str()),
                "{}: article {article}",
                threat.id
            );
        }
    }
}

#[test]
fn every_power_of_the_treaty_is_a_threat_that_answers_move_and_measures_lessen() {
    for article in ADOPTED.iter().chain(&DRAFT) {
        let threats = with(article);

        assert!(!threats.is_empty(), "no threat is about article {article}");

        for threat in threats {
            let moved = threat
                .shifts
                .iter()
                .any(|shift| shift.likelihood > 0 || shift.impact > 0);
            let lessening = pack()
                .measures
                .iter()
                .filter(|measure| measure.cuts.iter().any(|cut| cut.threat == threat.id));

            assert!(moved, "nothing makes {} worse", threat.id);
            assert!(
                lessening.count() >= 2 || threat.id.as_str() == "private-picture",
                "{}",
                threat.id
            );
        }
    }
}

#[test]
fn the_treaty_is_never_called_in_force_and_its_card_says_when_we_looked() {
    let lines = card().lines.join("\n");

    for said in [
        "not in force",
        "mid-2026",
        "24 December 2024",
        "40 ratifications",
        "We looked on",
    ] {
        assert!(lines.contains(said), "the card does not say: {said}");
    }

    assert!(card().sources.len() >= 4, "it rests on too little");

    let cards = pack().cards.iter().flat_map(|card| &card.lines);
    let threats = pack().threats.iter().flat_map(|threat| [&threat.title, &threat.about]);
    let measures = pack().measures.iter().flat_map(|it| [&it.why, &it.careful, &it.cost]);
    let terms = pack().glossary.iter().map(|term| &term.means);

    for text in cards.chain(threats).chain(measures).chain(terms) {
        let denied = text.to_lowercase().replace("not in force", "");

        assert!(!denied.contains("in force"), "{text}");
        assert!(
            ![
                "convention forces",
                "treaty forces",
                "convention allows",
                "treaty allows"
            ]
            .iter()
            .any(|claim| denied.contains(claim)),
            "{text}"
        );
    }
}

#[test]
fn what_critics_say_of_the_treaty_is_told_as_theirs() {
    let critical = ["limits are weak", "nobody watches", "stay exposed", "err more"];
    let theirs = ["critics", "they also say", "fear", "analysis"];

    let threats = pack().threats.iter().map(|threat| threat.about.to_lowercase());
    let cards = card().lines.iter().map(|line| line.to_lowercase());
    let mut seen = 0;

    for text in threats
        .chain(cards)
        .filter(|text| text.contains("critic") || critical.iter().any(|it| text.contains(it)))
    {
        seen += 1;
        assert!(
            theirs.iter().any(|whose| text.contains(whose)),
            "whose words are these? {text}"
        );
    }

    assert!(seen >= 4, "found only {seen}");
}

#[test]
fn the_card_about_the_treaty_stands_in_the_plans_of_those_it_concerns() {
    let shown_to = |name: &str| {
        let person = pack().personas.iter().find(|it| it.id.as_str() == name).unwrap();

        Plan::new(pack(), &Answers::of(person)).cards.contains(&card().id)
    };

    assert!(shown_to("journalist-with-sources") && shown_to("pending-case") && shown_to("admin-access"));
    assert!(!shown_to("first-march") && !shown_to("under-18"));
}

#[test]
fn the_card_about_the_treaty_stays_off_paper() {
    assert!(
        !card().reveals.is_empty(),
        "on paper it would say what its owner thinks about"
    );
}

#[test]
fn nobody_has_more_threats_to_weigh_than_one_can_look_through() {
    for person in &pack().personas {
        let answers = Answers::of(person);
        let weighing = weigh(pack(), &Known::new(pack(), &answers), &answers);
        let live = weighing.iter().filter(|it| it.level.risk() > 0).count();

        assert!(live <= MOST_THREATS, "{} has {live}", person.id);
    }
}
