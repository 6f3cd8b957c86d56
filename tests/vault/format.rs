//! The text of a plan: ten thousand of them, and every way to write one wrongly.
use super::Random;
use super::plan::{gate_answer, small};

use daypack::answers::{Given, Weight};
use daypack::content::id::{ChoiceId, DecisionId, DeviceId, MeasureId, OptionId, QuestionId, ThreatId};
use daypack::content::{Date, GateRole, On, Pack};
use daypack::document::{Document, Error, Section};
use daypack::plan::progress::{Earlier, Ending, Key, Mark, Role};

/// A random word of the ids' alphabet, often one of the pack's.
fn name(random: &mut Random, known: &[&str]) -> String {
    if !known.is_empty() && random.below(2) == 0 {
        return known[random.below(known.len())].to_owned();
    }

    let letters = b"abcxyz059";
    (0..=random.below(9))
        .map(|_| char::from(letters[random.below(letters.len())]))
        .collect()
}

fn words(random: &mut Random) -> String {
    let letters = [
        'a',
        'Z',
        ' ',
        '"',
        '\\',
        '\'',
        '#',
        '=',
        '[',
        '\u{e9}',
        '\u{5d0}',
        '\u{6f22}',
        '\u{1f9ed}',
        '.',
    ];

    (0..random.below(40))
        .map(|_| letters[random.below(letters.len())])
        .collect()
}

fn unknown(random: &mut Random, depth: usize) -> String {
    match random.below(if depth == 0 { 5 } else { 7 }) {
        0 => format!("\"{}\"", words(random).replace('\\', "\\\\").replace('"', "\\\"")),
        1 => format!("{}", random.next() as i64),
        2 => format!("{:?}", random.next() as f64 / 7.0),
        3 => "1979-05-27T07:32:00Z".to_owned(),
        4 => "\"\"\"\none\n# end\n\ttwo\"\"\"".to_owned(),
        5 => {
            let values: Vec<String> = (0..random.below(4)).map(|_| unknown(random, depth - 1)).collect();

            format!("[{}]", values.join(", "))
        }
        _ => {
            let values: Vec<String> = (0..random.below(4))
                .map(|number| format!("\"k {number}\" = {}", unknown(random, depth - 1)))
                .collect();

            format!("{{ {} }}", values.join(", "))
        }
    }
}

/// Anything that the program could have in memory, and some of what it could not yet.
fn random_document(random: &mut Random, pack: &Pack) -> Document {
    let extra: String = (0..random.below(3))
        .map(|number| format!("added-{number} = {}\n", unknown(random, 3)))
        .collect();
    let text = format!("# vault\nformat = \"daypack\"\nversion = 1\n{extra}");
    let mut document = Document::decode(&text, pack).unwrap();
    let questions: Vec<&str> = pack.questions.iter().map(|question| question.id.as_str()).collect();
    let measures: Vec<&str> = pack.measures.iter().map(|measure| measure.id.as_str()).collect();

    document.revision = random.next() >> (1 + random.below(62));
    document.pack.version = random.next() as u32;
    document.saved = Date::from_days(11_000 + random.below(36_000) as u64);

    for _ in 0..random.below(8) {
        let question = QuestionId::new(&name(random, &questions)).unwrap();
        let given = match random.below(4) {
            0 => Given::Unknown,
            count => Given::Chosen((0..count).map(|_| ChoiceId::new(&name(random, &[])).unwrap()).collect()),
        };

        document.answers.give(question, given);
    }

    for _ in 0..random.below(4) {
        let decision = DecisionId::new(&name(random, &[])).unwrap();
        document
            .answers
            .decide(decision, OptionId::new(&name(random, &[])).unwrap());

        let weight = Weight {
            likelihood: (random.below(2) == 0).then(|| random.below(5) as u8),
            impact: (random.below(2) == 0).then(|| random.below(5) as u8),
        };
        document
            .answers
            .weigh(ThreatId::new(&name(random, &[])).unwrap(), weight);
        document
            .seen
            .insert(MeasureId::new(&name(random, &[])).unwrap(), words(random));
    }

    for _ in 0..random.below(6) {
        let key = Key {
            measure: MeasureId::new(&name(random, &measures)).unwrap(),
            on: match random.below(2) {
                0 => On::Person,
                _ => On::Device(DeviceId::new(&name(random, &[])).unwrap()),
            },
            role: if random.below(2) == 0 { Role::Main } else { Role::Second },
        };
        let marks = [Mark::Done, Mark::NotPossible, Mark::DoesNotApply];
        let earlier = match random.below(4) {
            0 => Earlier::On,
            1 => Earlier::Off,
            2 => Earlier::NotSure,
            _ => Earlier::Other(words(random)),
        };

        document
            .progress
            .set(key.clone(), Some(marks[random.below(3)]))
            .unwrap();
        document.progress.set_earlier(key.clone(), Some(earlier)).unwrap();

        if random.below(2) == 0 {
            let endings = [Ending::PutBack, Ending::Kept];

            document
                .progress
                .set_ending(key, Some(endings[random.below(2)]))
                .unwrap();
        }
    }

    document
}

/// safety.md 8.
#[test]
fn ten_thousand_plans_come_back_as_they_were() {
    let mut random = Random(8);
    let pack = small();
    let withheld = MeasureId::new("chat-short").unwrap();
    let is_withheld = |(key, _): (&Key, Mark)| key.measure == withheld;
    let mut same = 0;

    for _ in 0..10_000 {
        let before = random_document(&mut random, &pack);
        let text = before.encode(&pack);
        let after = Document::decode(&text, &pack).unwrap();
        let again = after.encode(&pack);

        assert_eq!(again, text);
        assert_eq!(text.lines().filter(|line| *line == "# end").count(), 0);

        let (gate, _) = gate_answer(&pack, GateRole::Opens);
        if before.answers.given(&gate).is_none() && !before.progress.all_marks().any(is_withheld) {
            assert!(after == before, "{}", text.as_str());
            same += 1;
        }
    }
    assert!(same > 5_000, "the gate does not leave enough to compare: {same}");
}

#[test]
fn what_a_later_version_added_is_kept() {
    let pack = &small();
    let text = "# vault\nformat = \"daypack\"\nversion = 1\n\"new thing\" = [1, { deep = 2.5 }]\n\n[table]\nday = 2026-11-21\n";
    let kept = Document::decode(text, pack).unwrap().encode(pack);

    assert!(
        kept.contains("\n\"new thing\" = [1, { deep = 2.5 }]\n"),
        "{}",
        kept.as_str()
    );
    assert!(kept.contains("\ntable = { day = 2026-11-21 }\n"));
}

#[test]
fn a_newer_format_is_refused_with_the_way_out() {
    let pack = &small();
    let refused = Document::decode("format = \"daypack\"\nversion = 2\n", pack).unwrap_err();

    assert_eq!(refused, Error::TooNew);
    assert!(refused.to_string().contains("newer version") && refused.advice().contains("`age -d`"));

    for text in [
        "",
        "format = \"other\"\nversion = 1\n",
        "format = \"daypack\"\n",
        "format = \"daypack\"\nversion = 0\n",
    ] {
        assert_eq!(Document::decode(text, pack).unwrap_err(), Error::NotAPlan, "{text:?}");
    }
}

#[test]
fn what_is_wrong_is_found_and_never_quoted() {
    let pack = &small();
    let read = |rest: &str| Document::decode(&format!("format = \"daypack\"\nversion = 1\n{rest}"), pack).map(|_| ());
    let entry = |section, number| Err(Error::Entry { section, number });
    let deep = format!("a = {}1{}\n", "[".repeat(9), "]".repeat(9));

    for (text, expected) in [
        ("canary = \n", Err(Error::Unreadable { line: 3 })),
        (
            "[answers]\na = [\"x\"]\na = [\"y\"]\n",
            Err(Error::Unreadable { line: 5 }),
        ),
        ("revision = -1\n", entry(Section::Top, 1)),
        ("saved = \"yesterday\"\n", entry(Section::Top, 1)),
        ("gate = \"ajar\"\n", entry(Section::Top, 1)),
        ("answers = 1\n", entry(Section::Answers, 1)),
        ("[answers]\na = [\"x\"]\nb = \"canary\"\n", entry(Section::Answers, 2)),
        ("[answers]\n\"Canary X\" = []\n", entry(Section::Answers, 1)),
        ("[decisions]\na = 5\n", entry(Section::Decisions, 1)),
        ("[weigh]\na = { likelihood = 5 }\n", entry(Section::Weigh, 1)),
        ("[weigh]\na = { canary = 5 }\n", entry(Section::Weigh, 1)),
        ("[seen]\na = \"\\u202Ecanary\"\n", entry(Section::Seen, 1)),
        (
            "[[mark]]\nmeasure = \"a\"\non = \"person\"\nstate = \"canary\"\n",
            entry(Section::Mark, 1),
        ),
        ("[[mark]]\nmeasure = \"a\"\non = \"person\"\n", entry(Section::Mark, 1)),
        (
            "[[mark]]\nmeasure = \"a\"\non = \"person\"\nstate = \"done\"\nextra = 1\n",
            entry(Section::Mark, 1),
        ),
        (
            "[[earlier]]\nmeasure = \"a\"\non = \"person\"\nwas = \"on\"\nnote = \"x\"\n",
            entry(Section::Earlier, 1),
        ),
        (
            "[[earlier]]\nmeasure = \"a\"\non = \"person\"\nnote = \"two\\nlines\"\n",
            entry(Section::Earlier, 1),
        ),
        (
            "[[earlier]]\nmeasure = \"a\"\non = \"person\"\nnote = \"\\u0007\"\n",
            entry(Section::Earlier, 1),
        ),
        ("later = \"\\u2066canary\"\n", entry(Section::Unknown, 1)),
        (&deep, entry(Section::Unknown, 1)),
    ] {
        let result = read(text);

        assert_eq!(result, expected, "{text}");

        let error = result.unwrap_err();
        assert!(!format!("{error} {error:?} {}", error.advice()).contains("canary"));
    }

    let long = format!(
        "[[earlier]]\nmeasure = \"a\"\non = \"person\"\nnote = \"{}\"\n",
        "a".repeat(201)
    );
    assert_eq!(read(&long), entry(Section::Earlier, 1));

    let many = (0..2_001).map(|number| format!("q{number} = []\n")).collect::<String>();
    assert_eq!(
        read(&format!("[answers]\n{many}")),
        Err(Error::TooMany {
            section: Section::Answers
        })
    );

    let bomb = "[".repeat(100_000);
    assert!(matches!(
        read(&format!("a = {bomb}")),
        Err(Error::Unreadable { line: 3 })
    ));
}

/// What a person may do to the text by hand, and what a disk may do to it.
#[test]
fn a_mangled_text_is_read_whole_or_refused() {
    let pack = &small();
    let text = super::plan::document(pack).encode(pack).to_string();
    let letters: Vec<char> = text.chars().collect();
    let mut random = Random(57);
    let (mut read, mut refused) = (0, 0);

    for _ in 0..5_000 {
        let mut mangled = letters.clone();

        for _ in 0..=random.below(3) {
            let place = random.below(mangled.len());

            match random.below(4) {
                0 => drop(mangled.remove(place)),
                1 => mangled.insert(place, letters[random.below(letters.len())]),
                2 => mangled.truncate(place + 1),
                _ => mangled.extend_from_within(place..(place + 30).min(mangled.len())),
            }
        }

        match Document::decode(&mangled.iter().collect::<String>(), pack) {
            Ok(document) => {
                let kept = document.encode(pack);

                assert_eq!(Document::decode(&kept, pack).unwrap().encode(pack), kept);
                read += 1;
            }
            Err(error) => {
                assert!(!error.to_string().is_empty() && !error.advice().is_empty());
                refused += 1;
            }
        }
    }

    assert!(read > 100 && refused > 1_000, "read {read}, refused {refused}");
}
