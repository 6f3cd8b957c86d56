//! Any language, and anything that looks like one: words change, and nothing else; and no file makes the
//! reader stumble.
use super::whole;
use crate::support::{self, fill, spoken};

use daypack::answers::Answers;
use daypack::content::check::Findings;
use daypack::content::overlay::State;
use daypack::content::{Pack, SourceFile};
use daypack::plan::Plan;

use proptest::prelude::*;

use std::sync::LazyLock;
use std::time::{Duration, Instant};

static TEMPLATE: LazyLock<String> = LazyLock::new(|| support::pack(&support::base().text).template("de"));

fn read(text: String) -> (Option<Pack>, Findings) {
    let files = [
        support::base(),
        SourceFile {
            name: "lang/de.toml".to_owned(),
            text,
        },
    ];
    let (pack, findings) = Pack::read_with_warnings(&files);

    // Whatever was found can be shown, and what is shown controls no terminal.
    let shown = findings.render(&files, false);

    assert!(!shown.contains(['\u{1B}', '\u{202E}', '\0']), "{shown:?}");

    for finding in findings.iter() {
        let file = files
            .iter()
            .find(|it| it.name == finding.file)
            .expect("a finding is in a file");

        assert!(finding.span.end <= file.text.len() && finding.line >= 1 && finding.column >= 1);
    }

    (pack, findings)
}

/// Everything of a pack that is no word.
fn bones(pack: &Pack) -> String {
    let mut pack = pack.clone();

    pack.lang.clear();
    pack.title.clear();
    pack.languages.clear();
    pack.translation = None;
    pack.devices.iter_mut().for_each(|it| {
        [&mut it.label, &mut it.lock_now, &mut it.power_off, &mut it.find_version]
            .into_iter()
            .for_each(String::clear);
    });
    pack.questions.iter_mut().for_each(|it| {
        [&mut it.asks, &mut it.why].into_iter().for_each(String::clear);
        it.choices.iter_mut().for_each(|it| it.label.clear());
    });
    pack.threats.iter_mut().for_each(|it| {
        [&mut it.who, &mut it.title, &mut it.about]
            .into_iter()
            .for_each(String::clear);
        it.shifts.iter_mut().for_each(|it| it.because.clear());
    });
    pack.decisions.iter_mut().for_each(|it| {
        [&mut it.asks, &mut it.about].into_iter().for_each(String::clear);
        it.options.iter_mut().for_each(|it| {
            [&mut it.label, &mut it.gives, &mut it.costs]
                .into_iter()
                .for_each(String::clear);
        });
    });
    pack.measures.iter_mut().for_each(|it| {
        [
            &mut it.title,
            &mut it.short,
            &mut it.why,
            &mut it.cost,
            &mut it.careful,
            &mut it.instead,
            &mut it.undo,
            &mut it.gate_why,
        ]
        .into_iter()
        .for_each(String::clear);
        it.steps.iter_mut().for_each(|it| {
            [&mut it.check, &mut it.search].into_iter().for_each(String::clear);
            it.does.iter_mut().for_each(String::clear);
        });
    });
    pack.places.iter_mut().for_each(|it| {
        it.name.clear();
        it.rules.iter_mut().for_each(|it| {
            [&mut it.says, &mut it.card].into_iter().for_each(String::clear);
        });
    });
    pack.cards.iter_mut().for_each(|it| {
        it.title.clear();
        it.lines.iter_mut().for_each(String::clear);
    });
    pack.guide.iter_mut().for_each(|it| {
        it.title.clear();
        [&mut it.materials, &mut it.say, &mut it.objections]
            .into_iter()
            .for_each(|it| it.iter_mut().for_each(String::clear));
    });
    pack.situations.iter_mut().for_each(|it| {
        [&mut it.title, &mut it.about, &mut it.careful]
            .into_iter()
            .for_each(String::clear);

        for list in [&mut it.hour, &mut it.day, &mut it.week] {
            list.iter_mut().for_each(|it| {
                [&mut it.does, &mut it.why, &mut it.gate_why]
                    .into_iter()
                    .for_each(String::clear);
            });
        }
    });
    pack.glossary.iter_mut().for_each(|it| {
        it.means.clear();
        it.words.clear();
    });
    pack.retired.iter_mut().for_each(|it| {
        [&mut it.title, &mut it.why].into_iter().for_each(String::clear);
    });
    pack.personas.iter_mut().for_each(|it| {
        [&mut it.name, &mut it.about].into_iter().for_each(String::clear);
    });

    format!("{pack:?}")
}

/// The template, each entry as it is said, or left out, or left empty, or for older words.
fn some(which: &[u8], letter: char) -> String {
    let said = fill(&TEMPLATE, &|text| {
        text.chars()
            .map(|it| if it.is_lowercase() { letter } else { it })
            .collect()
    });
    let said: Vec<&str> = said.split("\n\n[[").collect();
    let empty: Vec<&str> = TEMPLATE.split("\n\n[[").collect();
    let entries = said.iter().zip(&empty).enumerate();

    let kept: Vec<String> = entries
        .filter_map(|(number, (said, empty))| match which[number % which.len()] % 4 {
            _ if number == 0 => Some((*said).to_owned()),
            0 => None,
            1 => Some((*empty).to_owned()),
            2 => Some(said.replacen("of = \"", "of = \"0", 1)),
            _ => Some((*said).to_owned()),
        })
        .map(older)
        .collect();

    kept.join("\n\n[[")
}

/// A mark with one digit too many becomes one of older words.
fn older(entry: String) -> String {
    let Some((before, rest)) = entry.split_once("of = \"0") else {
        return entry;
    };
    let (mark, after) = rest.split_once('"').expect("a mark ends");

    if mark.len() == 16 {
        format!("{before}of = \"0{}\"{after}", &mark[..15])
    } else {
        entry
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_language_that_reads_changes_words_and_nothing_else(
        which in prop::collection::vec(any::<u8>(), 7..40),
        letter in prop::sample::select(vec!['ä', 'ж', 'λ', 'z']),
    ) {
        let (pack, findings) = read(some(&which, letter));

        prop_assert!(pack.is_some(), "{}", findings);

        let pack = pack.unwrap();
        let other = pack.in_language("de").unwrap();
        let open = pack.todo("de").iter().filter(|it| !matches!(it.state, State::Fits | State::Gone)).count();

        prop_assert_eq!(bones(&other), bones(&pack));
        prop_assert_eq!(other.in_base_count(), open);

        for persona in &pack.personas {
            let answers = Answers::of(persona);
            let (here, there) = (Plan::new(&pack, &answers), Plan::new(&other, &answers));
            let sums = |plan: &Plan| {
                plan.items.iter().map(|it| (it.measure.clone(), it.when, it.gain, it.price, it.on.clone())).collect::<Vec<_>>()
            };

            prop_assert_eq!(sums(&here), sums(&there));
            prop_assert_eq!(&here.first, &there.first);
            prop_assert_eq!(&here.left, &there.left);
            prop_assert_eq!(here.gate, there.gate);
        }
    }

    #[test]
    fn any_bytes_are_answered(bytes in prop::collection::vec(any::<u8>(), 0..2_000)) {
        read(String::from_utf8_lossy(&bytes).into_owned());
    }

    #[test]
    fn a_good_language_with_damage_is_answered(
        cuts in prop::collection::vec((any::<prop::sample::Index>(), 0usize..40, any::<u8>()), 1..8),
    ) {
        let mut bytes = spoken(&support::pack(&support::base().text), "de").text.into_bytes();

        for (index, length, letter) in cuts {
            let from = index.index(bytes.len());
            let to = (from + length).min(bytes.len());

            bytes.splice(from..to, [letter]);
        }

        if let (Some(pack), _) = read(String::from_utf8_lossy(&bytes).into_owned())
            && let Some(other) = pack.in_language("de")
        {
            prop_assert_eq!(bones(&other), bones(&pack));
        }
    }

    #[test]
    fn anything_like_a_language_is_answered(
        parts in prop::collection::vec(
            prop::sample::select(vec![
                "[[measure]]\n", "[[measure.steps]]\n", "[[threat]]\n", "id = ", "of = ", "\"finger-off\"", "\"0123456789abcdef\"",
                "because = [", "do = [", "]", "{", "=", "\n", ",", "1", "2026-11-21", "\"\"", "on = ", "os_min = ", "lang = ",
                "status = \"draft\"\n", "\\u202E", "[[language]]\n", "[[term]]\n", "words = [", "é",
            ]),
            0..150,
        ),
    ) {
        read(parts.concat());
    }
}

#[test]
fn with_no_entry_only_the_marks_differ() {
    let head = TEMPLATE.split("\n\n[[").next().unwrap().to_owned();
    let (pack, findings) = read(head);

    assert!(findings.is_empty(), "{findings}");

    let pack = pack.unwrap();
    let mut other = pack.in_language("de").unwrap();

    assert_eq!(other.in_base_count(), pack.todo("de").len());

    other.translation = None;
    other.lang.clone_from(&pack.lang);
    assert_eq!(other, pack);
}

#[test]
fn any_text_of_the_base_that_changes_makes_its_entry_fall_back_and_no_other() {
    let base = support::base();
    let language = spoken(&support::pack(&base.text), "de");
    let texts = TEMPLATE.lines().filter_map(|line| line.strip_prefix("# "));
    let texts = texts.filter(|text| base.text.contains(&format!("\"{text}\"")));
    let mut tried = 0;

    for text in texts {
        let newer = SourceFile {
            text: base.text.replacen(&format!("\"{text}\""), &format!("\"{text} x\""), 1),
            ..base.clone()
        };
        let Ok(pack) = Pack::read(&[newer, language.clone()]) else {
            // The same words stand somewhere as a name.
            continue;
        };
        let open: Vec<_> = pack
            .todo("de")
            .into_iter()
            .filter(|it| it.state != State::Fits)
            .collect();
        let (left, gone): (Vec<_>, Vec<_>) = open.into_iter().partition(|it| it.state != State::Gone);

        assert_eq!(left.len(), 1, "{text}: {left:?}");
        assert_eq!(gone.len(), usize::from(left[0].table == "step"), "{text}: {gone:?}");
        assert_eq!(pack.in_language("de").unwrap().in_base_count(), 1, "{text}");
        tried += 1;
    }

    assert!(tried > 60, "only {tried} texts could be changed");
}

#[test]
fn towers_and_crowds_end() {
    let started = Instant::now();

    for text in [
        format!("x = {}{}", "[".repeat(20_000), "]".repeat(20_000)),
        "[[measure]]\n".repeat(80_000),
        "[[measure]]\n[[measure.steps]]\n".repeat(30_000),
        "[[measure]]\nid = \"finger-of\"\nof = \"0123456789abcdef\"\n".repeat(15_000),
        format!(
            "[[threat]]\nid = \"forced\"\nof = \"0123456789abcdef\"\nbecause = [{}]\n",
            "\"a\",".repeat(150_000)
        ),
        (0..60_000).map(|number| format!("k{number} = 1\n")).collect(),
        "[[language]]\nlang = \"es\"\n".repeat(30_000),
    ] {
        assert!(read(text).1.has_errors());
    }

    // Many parts beside many parts.
    let text = whole().template("es");
    let many = format!(
        "{text}\n[[question]]\nid = \"brings\"\nof = \"0123456789abcdef\"\n{}",
        "[[question.choice]]\nid = \"iphone\"\nlabel = \"a\"\n".repeat(20_000)
    );

    assert!(read(many).1.has_errors());
    assert!(started.elapsed() < Duration::from_secs(60), "{:?}", started.elapsed());
}
