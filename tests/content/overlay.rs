//! Languages of a pack: other words, and nothing else.
mod broken;
mod hostile;

use crate::support::{self, spoken};

use daypack::answers::Answers;
use daypack::content::check::Findings;
use daypack::content::id::{MeasureId, QuestionId};
use daypack::content::overlay::State;
use daypack::content::{Pack, SourceFile, Status};
use daypack::plan::Plan;

/// The base pack with a language in made-up words, after `change` has been at the language.
fn changed(change: impl FnOnce(String) -> String) -> Result<Pack, Findings> {
    let base = support::base();
    let mut language = spoken(&support::pack(&base.text), "de");

    language.text = change(language.text);

    Pack::read(&[base, language])
}

fn whole() -> Pack {
    changed(|text| text).unwrap_or_else(|findings| panic!("{findings}"))
}

#[test]
fn every_word_is_replaced_and_nothing_else() {
    let pack = whole();
    let german = pack.in_language("de").unwrap();
    let language = pack.language("de").unwrap();

    assert_eq!((language.status, language.name.as_str()), (Status::Draft, "de"));
    assert_eq!((german.lang.as_str(), german.base_language()), ("de", "en"));
    assert_eq!(german.in_base_count(), 0);

    let measure = &german.measures[0];

    assert_eq!(measure.title, "Türn öff thé fingér");
    assert_eq!(measure.steps[0].does, ["Öpén thé séttings.", "Türn it öff."]);
    assert_eq!(german.threats[0].shifts[1].because, "Önly ä cödé öpéns it.");
    assert_eq!(german.questions[0].choices[0].label, "Än iPhöné");
    assert_eq!(german.decisions[0].options[1].costs, "Yöü cännöt cäll.");

    // With the words put back, all is as it was.
    assert_eq!(stripped(german), stripped(pack));
}

/// Everything in a pack, with the letters of English, and without what is known about its language.
fn stripped(mut pack: Pack) -> String {
    pack.lang.clear();
    pack.title.clear();
    pack.languages.clear();
    pack.translation = None;

    format!("{pack:?}")
        .chars()
        .map(|letter| match letter {
            'ä' => 'a',
            'é' => 'e',
            'ö' => 'o',
            'ü' => 'u',
            'Ä' => 'A',
            'Ö' => 'O',
            'Ü' => 'U',
            other => other,
        })
        .collect()
}

#[test]
fn the_built_in_pack_can_be_said_whole_in_other_words() {
    let mut files = Pack::built_in_files();

    files.push(spoken(Pack::built_in(), "de"));

    let (pack, findings) = Pack::read_with_warnings(&files);
    let pack = pack.unwrap_or_else(|| panic!("{findings}"));
    let german = pack.in_language("de").unwrap();

    assert_eq!(german.in_base_count(), 0);
    assert_eq!(stripped(german.clone()), stripped(pack.clone()));

    for persona in &pack.personas {
        let answers = Answers::of(persona);
        let (here, there) = (Plan::new(&pack, &answers), Plan::new(&german, &answers));

        assert_eq!(here.first, there.first, "{}", persona.id);
        assert_eq!(here.gate, there.gate, "{}", persona.id);
        assert_eq!(here.left, there.left, "{}", persona.id);
        assert!(
            here.items
                .iter()
                .map(|it| &it.measure)
                .eq(there.items.iter().map(|it| &it.measure))
        );
    }

    for measure in &pack.measures {
        let other = german.measure(&measure.id).unwrap();

        assert_ne!(other.title, measure.title, "{}", measure.id);
        assert_eq!(german.stamp(other), pack.stamp(measure), "another language is no news");
    }
}

#[test]
fn an_empty_template_reads_and_leaves_everything_in_the_base() {
    let base = support::base();
    let pack = support::pack(&base.text);
    let language = SourceFile {
        name: "lang/es.toml".to_owned(),
        text: pack.template("es"),
    };
    let (read, findings) = Pack::read_with_warnings(&[base, language]);

    assert!(findings.is_empty(), "{findings}");

    let spanish = read.unwrap().in_language("es").unwrap();

    assert!(spanish.measures.iter().all(|it| spanish.is_in_base(&it.id)));
    assert_eq!(spanish.in_base_count(), pack.todo("es").len());
    assert_eq!(spanish.measures, pack.measures);
    assert_eq!(spanish.language_of(&spanish.measures[0].id), "en");
}

#[test]
fn one_changed_text_of_the_base_makes_that_entry_fall_back_and_no_other() {
    let base = support::base();
    let language = spoken(&support::pack(&base.text), "de");
    let changes = [
        ("why = \"A code is in your head.\"", "measure", "finger-off"),
        ("because = \"Only a code opens it.\"", "threat", "forced"),
        ("label = \"With a code\"", "question", "unlock"),
        ("lock_now = \"Hold both buttons.\"", "device", "iphone"),
        ("costs = \"You cannot call.\"", "decision", "carry"),
        ("do = [\"Open the chat.\"", "measure", "chat-short"),
    ];

    for (text, table, id) in changes {
        let newer = base.text.replacen(text, &text.replacen('"', "\"New: ", 1), 1);

        assert_ne!(newer, base.text, "{text}");

        let file = SourceFile {
            text: newer,
            ..base.clone()
        };
        let pack = Pack::read(&[file, language.clone()]).unwrap_or_else(|findings| panic!("{findings}"));
        let open: Vec<_> = pack
            .todo("de")
            .into_iter()
            .filter(|it| it.state != State::Fits)
            .collect();

        assert_eq!(open.len(), 1, "{open:?}");
        assert_eq!(
            (open[0].table, open[0].id.as_str(), open[0].state),
            (table, id, State::Changed)
        );
        assert_eq!(pack.in_language("de").unwrap().in_base_count(), 1);
    }
}

#[test]
fn what_falls_back_falls_back_whole_and_says_so() {
    let base = support::base();
    let language = spoken(&support::pack(&base.text), "de");
    let newer = base.text.replace("Turn off the finger", "Turn the finger off");
    let file = SourceFile { text: newer, ..base };
    let pack = Pack::read(&[file, language]).unwrap().in_language("de").unwrap();
    let id = MeasureId::new("finger-off").unwrap();
    let measure = pack.measure(&id).unwrap();

    assert_eq!(measure.title, "Turn the finger off");
    assert_eq!(
        measure.why, "A code is in your head.",
        "whole: no entry is half and half"
    );
    assert!(pack.is_in_base(&id));
    assert!(!pack.is_in_base(&MeasureId::new("leave-it").unwrap()));
    assert!(!pack.is_in_base(&QuestionId::new("unlock").unwrap()));
}

#[test]
fn a_pack_that_is_one_file_has_its_languages_in_tables_of_the_same_shape() {
    let base = support::base();
    let language = spoken(&support::pack(&base.text), "de").text;
    let inner: String = language
        .lines()
        .map(|line| format!("{}\n", line.replace("[[", "[[language.")))
        .collect();
    let one = SourceFile {
        text: format!("{}\n[[language]]\n{inner}", base.text),
        ..base
    };
    let pack = Pack::read(&[one]).unwrap_or_else(|findings| panic!("{findings}"));

    assert_eq!(
        pack.in_language("de").unwrap().measures,
        whole().in_language("de").unwrap().measures
    );
}

#[test]
fn a_step_of_the_run_sheet_is_found_by_its_words() {
    let base = support::base();
    let steps = "\n[[step]]\ntitle = \"Come in\"\nminutes = 5\nsay = [\"Hello.\"]\n\
        [[step]]\ntitle = \"Go home\"\nminutes = 5\nsay = [\"Bye.\"]\n";
    let file = |steps: &str| SourceFile {
        text: format!("{}{steps}", base.text),
        ..base.clone()
    };
    let language = spoken(&support::pack(&file(steps).text), "de");
    let (come, go) = steps.split_at(steps.rfind("[[step]]").unwrap());
    let turned = Pack::read(&[file(&format!("\n{go}{come}")), language.clone()]).unwrap();
    let german = turned.in_language("de").unwrap();

    assert_eq!(german.guide[1].title, "Gö hömé", "whatever its place");
    assert!(!german.is_step_in_base(1));

    let newer = Pack::read(&[file(&steps.replace("Bye.", "See you.")), language]).unwrap();
    let german = newer.in_language("de").unwrap();

    assert_eq!((german.is_step_in_base(1), german.is_step_in_base(2)), (false, true));

    let states: Vec<_> = newer
        .todo("de")
        .into_iter()
        .filter(|it| it.table == "step")
        .map(|it| it.state)
        .collect();

    assert_eq!(states, [State::Fits, State::Fits, State::Missing, State::Gone]);
    assert!(newer.template("de").contains("any more: take it out."));
}

#[test]
fn what_a_language_of_a_language_would_be_is_nothing() {
    let pack = whole();
    let german = pack.in_language("de").unwrap();

    assert_eq!(pack.in_language("en").as_ref(), Some(&pack));
    assert!(pack.in_language("xx").is_none());
    assert!(german.in_language("de").is_none());
    assert!(german.language("de").is_some(), "it still says what there is");
}
