//! Paper in another language: the same safety, a mark beside what is not said in it, and how sure it is.
use super::pdf::unwrapped;
use super::safe::telling;
use super::{pack, safe_list, texts};
use crate::stack::says;
use crate::support::{self, spoken};

use daypack::answers::Answers;
use daypack::content::{Pack, SourceFile};
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::copy::{self, Texts};
use daypack::sheet::handing::{self, Heap, Part};
use daypack::sheet::{self, Block, Form, Level, Setting, Sheet, Source};
use daypack::stack::{Pile, Sides, Stack};
use daypack::words;

use proptest::prelude::{ProptestConfig, prop_assert, proptest};

use std::ops::ControlFlow;
use std::sync::LazyLock;

/// The built-in pack with a language in made-up words; with the first measure of the list left out of it.
static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let mut files = Pack::built_in_files();
    let language = spoken(Pack::built_in(), "de");
    let left_out = format!("\nid = \"{}\"\n", left_out());
    let entries: Vec<&str> = language.text.split("\n\n[[").collect();
    let kept: Vec<&str> = entries
        .into_iter()
        .filter(|entry| !(entry.starts_with("measure]]") && entry.contains(&left_out)))
        .collect();

    files.push(SourceFile {
        text: kept.join("\n\n[[").replacen("\"draft\"", "\"machine\"", 1),
        ..language
    });

    Pack::read(&files).unwrap_or_else(|findings| panic!("{findings}"))
});

static GERMAN: LazyLock<Pack> = LazyLock::new(|| PACK.in_language("de").unwrap());

fn plan_of(pack: &Pack) -> Plan {
    let persona = pack.personas.iter().find(|it| it.id.as_str() == "first-march").unwrap();

    Plan::new(pack, &Answers::of(persona))
}

fn left_out() -> String {
    let pack = Pack::built_in();
    let plan = plan_of(pack);
    let sheet = safe_list(pack, &plan, Setting::Normal);
    let first = sheet.blocks.iter().find_map(|block| match block {
        Block::Item(item) => Some(item.title.clone()),
        _ => None,
    });
    let first = first.expect("something is on the list");

    pack.measures
        .iter()
        .find(|it| it.title == first)
        .unwrap()
        .id
        .to_string()
}

#[test]
fn what_is_not_said_in_it_is_marked_and_the_foot_says_how_sure_it_is() {
    let plan = plan_of(&GERMAN);
    let sheet = sheet::make(&Source::new(&GERMAN, &plan), Form::List, Level::Safe);
    let marked: Vec<String> = texts(&sheet)
        .into_iter()
        .filter(|text| text.ends_with("(in English)"))
        .collect();
    let title = &Pack::built_in()
        .measures
        .iter()
        .find(|it| it.id.as_str() == left_out())
        .unwrap()
        .title;

    assert_eq!(marked, [format!("{title} (in English)")]);
    assert_eq!(sheet.lang, "de");
    assert!(
        sheet.foot.ends_with("· Machine translation, not checked by a person"),
        "{}",
        sheet.foot
    );

    let own = sheet::make(&Source::new(Pack::built_in(), &plan), Form::List, Level::Safe);

    assert!(!own.foot.contains("translation") && !texts(&own).iter().any(|text| text.contains("in English")));
}

/// Every sheet that somebody may hold, with its name.
fn everything(pack: &Pack) -> Vec<(String, Sheet)> {
    let plan = plan_of(pack);
    let heap = Heap {
        letter: "A".to_owned(),
        about: "Somebody".to_owned(),
        status: pack.translation.as_ref().map(|it| it.status),
        people: 2,
        parts: vec![(Part::Form(Form::List), 2)],
    };
    let texts = ["DP1:1:1:ABC".to_owned()];
    let codes = Texts {
        texts: &texts,
        name: "ABC",
        kib: 2,
    };
    let forms = Form::ALL.into_iter().map(|form| {
        (
            form.name().to_owned(),
            sheet::make(&Source::new(pack, &plan), form, Level::Safe),
        )
    });
    let others = [
        ("contents", handing::contents(pack, std::slice::from_ref(&heap), true)),
        ("separator", handing::separator(pack, &heap)),
        ("blank", handing::blank(pack)),
        ("copy", words::within(&pack.lang, || copy::copy(pack, &codes).unwrap())),
    ];

    forms
        .chain(others.map(|(name, sheet)| (name.to_owned(), sheet)))
        .collect()
}

#[test]
fn every_sheet_says_how_sure_its_words_are_in_the_room_that_it_has() {
    for (name, sheet) in everything(&GERMAN) {
        let pages = print::layout(&sheet, Paper::A4);
        let said = pages[0].to_string();

        assert!(said.contains("Machine translation"), "{name}: {said}");

        // Cards are cut apart: each has to say it by itself, and says it last.
        if name == "card" {
            let cards = sheet.blocks.split(|block| matches!(block, Block::Page { .. }));

            for card in cards {
                assert_eq!(card.last(), Some(&Block::Small("Machine translation".to_owned())));
            }
        } else {
            assert!(said.contains("not checked by a person"), "{name}: {said}");
        }
    }

    for (name, sheet) in everything(Pack::built_in()) {
        let all = format!("{}{}", texts(&sheet).join("\n"), sheet.foot);

        assert!(!all.contains("translation"), "{name}: {all}");
    }
}

#[test]
fn the_first_page_of_a_stack_says_how_sure_the_words_of_each_pile_are() {
    fn pile<'a>(pack: &'a Pack, plan: &'a Plan) -> Pile<'a> {
        Pile {
            source: Source::new(pack, plan),
            about: "Somebody".to_owned(),
            is_blank: false,
            copies: 1,
        }
    }

    let (german, own) = (plan_of(&GERMAN), plan_of(Pack::built_in()));
    let stack = Stack {
        pack: Pack::built_in(),
        piles: vec![pile(&GERMAN, &german), pile(Pack::built_in(), &own)],
        forms: vec![Form::Card],
        paper: Paper::A4,
        sides: Sides::One,
    };
    let laid = stack.lay_out(|| ControlFlow::Continue(())).unwrap();
    let first = unwrapped(&says(&laid.pages().next().unwrap()));

    assert_eq!(
        first.matches("Machine translation, not checked by a person").count(),
        1,
        "{first}"
    );
}

#[test]
fn what_is_set_back_and_how_a_device_is_locked_are_marked_too() {
    let mut files = Pack::built_in_files();
    let language = spoken(Pack::built_in(), "de");
    let is_left_out = |entry: &&str| entry.starts_with("device]]") || entry.starts_with("measure]]");
    let kept: Vec<&str> = language
        .text
        .split("\n\n[[")
        .filter(|entry| !is_left_out(entry))
        .collect();

    files.push(SourceFile {
        text: kept.join("\n\n[["),
        ..language
    });

    let pack = Pack::read(&files).unwrap_or_else(|findings| panic!("{findings}"));
    let german = pack.in_language("de").unwrap();
    let plan = plan_of(&german);

    for (form, wanted) in [
        (Form::List, "iPhone (in English):"),
        (Form::Card, "iPhone (in English)"),
        (Form::Booklet, "iPhone (in English):"),
        (Form::Quarter, "iPhone (in English):"),
    ] {
        let said = texts(&sheet::make(&Source::new(&german, &plan), form, Level::Safe));

        assert!(said.iter().any(|text| text == wanted), "{form:?}: {said:?}");
    }

    let restore = sheet::make(&Source::new(&german, &plan), Form::Restore, Level::Safe);
    let mut titles = restore.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some(item.title.as_str()),
        _ => None,
    });

    assert!(titles.all(|title| title.ends_with(" (in English)")));
}

#[test]
fn paper_speaks_the_language_of_its_pack_whatever_the_window_speaks() {
    let plan = plan_of(Pack::built_in());
    let make = || sheet::make(&Source::new(Pack::built_in(), &plan), Form::List, Level::Safe);

    assert_eq!(words::within("xx", make), make());
}

#[test]
fn its_pages_are_whole_and_the_same_each_time() {
    let plan = plan_of(&GERMAN);

    for form in Form::ALL {
        let sheet = sheet::make(&Source::new(&GERMAN, &plan), form, Level::Safe);
        let bytes = |sheet| print::pdf::write(&print::layout(sheet, Paper::A4), sheet).unwrap();

        assert_eq!(bytes(&sheet), bytes(&sheet), "{form:?}");

        if form != Form::List || !support::has_all("its_pages_are_whole_and_the_same_each_time", &["pdftotext"]) {
            continue;
        }

        let home = support::Home::new();
        let path = home.join("list.pdf");

        std::fs::write(&path, bytes(&sheet)).unwrap();

        let read = support::run(std::process::Command::new("pdftotext").arg(&path).arg("-"), b"");
        let read = String::from_utf8_lossy(&read.stdout)
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");

        assert!(
            read.contains("(in English)") && read.contains("not checked by a person"),
            "{read}"
        );
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn safe_paper_in_another_language_carries_no_answer_in_either(answers in pack::answers(&GERMAN)) {
        let plan = Plan::new(&GERMAN, &answers);
        let sheet = safe_list(&GERMAN, &plan, Setting::Normal);
        let all = format!("{} {} {} {}", texts(&sheet).join("\n"), sheet.title, sheet.foot, sheet.tick);

        for telling in telling(&GERMAN).into_iter().chain(telling(Pack::built_in())) {
            prop_assert!(!all.contains(&telling), "{}", telling);
        }

        for item in plan.items.iter().filter_map(|item| GERMAN.measure(&item.measure)).filter(|it| !it.reveals.is_empty()) {
            prop_assert!(!all.contains(&item.title), "{}", item.id);
        }
    }
}
