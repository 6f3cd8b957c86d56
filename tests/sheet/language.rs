//! Paper in another language: the same safety, a mark beside what is not said in it, and how sure it is.
use super::safe::telling;
use super::{pack, safe_list, texts};
use crate::support::{self, spoken};

use daypack::answers::Answers;
use daypack::content::{Pack, SourceFile};
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::{self, Block, Form, Level, Setting, Source};
use daypack::words;

use proptest::prelude::{ProptestConfig, prop_assert, proptest};

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
