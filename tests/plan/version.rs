//! Which version of its system a device has: it chooses between steps, and changes nothing else.
use super::text;
use crate::support;

use daypack::answers::Answers;
use daypack::content::id::{DeviceId, MeasureId};
use daypack::content::{Fit, Pack, SourceFile, Version};
use daypack::plan::Plan;

/// The small pack, with steps of one measure for three ranges of versions.
fn pack() -> Pack {
    let base = support::base().text;
    let block = |from: &str, to: &str| {
        format!(
            "[[measure.steps]]\non = \"iphone\"\nos_min = \"{from}\"\nos_verified = \"{to}\"\nreviewed = 2026-11-21\n\
             confidence = \"high\"\ndo = [\"The way of {to}.\"]\nsearch = \"Face ID\"\n"
        )
    };
    let at = base.find("[[measure.steps]]\non = \"iphone\"").unwrap();
    let end = at + base[at..].find("[[measure]]").unwrap();
    let text = format!(
        "{}{}{}{}{}",
        &base[..at],
        block("16", "17"),
        block("18", "18"),
        block("26", "26.4"),
        &base[end..]
    );

    support::pack(&text.replace("label = \"iPhone\"\n", "label = \"iPhone\"\nversion_name = \"iOS\"\n"))
}

fn phone() -> DeviceId {
    DeviceId::new("iphone").unwrap()
}

fn answers(pack: &Pack, version: Option<&str>) -> Answers {
    let mut answers = Answers::of(&pack.personas[0]);

    answers.set_version(phone(), version.map(|version| Version::read(version).unwrap()));
    answers
}

/// The steps that are shown, and what is said beside them.
fn shown(version: Option<&str>) -> Vec<(String, Fit)> {
    let pack = pack();
    let plan = Plan::new(&pack, &answers(&pack, version));
    let item = plan.item(&MeasureId::new("finger-off").unwrap()).unwrap();

    plan.ways(&pack, item)
        .iter()
        .map(|way| (way.steps.does[0].clone(), way.fit))
        .collect()
}

#[test]
fn without_a_version_every_way_is_there() {
    let all = ["17", "18", "26.4"].map(|to| (format!("The way of {to}."), Fit::Unknown));

    assert_eq!(shown(None), all);
}

#[test]
fn a_version_picks_the_way_that_was_checked_on_it() {
    for (version, way) in [
        ("17.3", "17"),
        ("iOS 16", "17"),
        ("18.7.8", "18"),
        ("26.4.2", "26.4"),
        ("26", "26.4"),
    ] {
        assert_eq!(
            shown(Some(version)),
            [(format!("The way of {way}."), Fit::Holds)],
            "{version}"
        );
    }
}

#[test]
fn a_version_that_nobody_checked_gets_the_nearest_way_and_is_told_so() {
    let one = |way: &str, fit: Fit| vec![(format!("The way of {way}."), fit)];

    assert_eq!(shown(Some("27.0")), one("26.4", Fit::Newer));
    assert_eq!(shown(Some("26.5")), one("26.4", Fit::Newer));
    assert_eq!(shown(Some("20")), one("18", Fit::Newer), "between two ways");
    assert_eq!(shown(Some("15.8")), one("17", Fit::Older));
}

#[test]
fn a_version_moves_no_risk_and_no_measure() {
    let pack = pack();
    let plan = |version| text::text(&pack, &Plan::new(&pack, &answers(&pack, version)));

    assert_eq!(plan(Some("27")), plan(None));
    assert_eq!(plan(Some("15")), plan(None));
}

#[test]
fn an_answers_file_says_it_in_a_table_of_its_own() {
    let pack = pack();
    let read = |text: &str| {
        let file = SourceFile {
            name: "mine.toml".to_owned(),
            text: text.to_owned(),
        };

        Answers::read(&pack, &file).map_err(|findings| findings.to_string())
    };
    let mine = read("answers = [\"brings.iphone\"]\n[versions]\niphone = \"26.4\"\n").unwrap();

    assert_eq!(mine.version(&phone()).unwrap().as_str(), "26.4");
    assert!(!mine.is_empty());
    assert_eq!(
        read("[versions]\niphon = \"26\"\niphone = \"new\"\n").unwrap_err(),
        "mine.toml:2:9: error[P020]: there is no device `iphon`\n\
         mine.toml:3:10: error[P009]: the version of `iphone` has no number in it, or too much else\n"
    );
    assert!(read("[versions]\niphone = 26\n").unwrap_err().contains("P009"));
    assert!(read("versions = \"26\"\n").unwrap_err().contains("P006"));
}

#[test]
fn a_version_that_cannot_be_compared_is_refused_where_the_person_may_say_theirs() {
    let base = support::base().text;
    let named = base.replace("label = \"iPhone\"\n", "label = \"iPhone\"\nversion_name = \"iOS\"\n");
    let said = |text: String| {
        let file = SourceFile {
            name: "base.toml".to_owned(),
            text,
        };

        Pack::read(&[file]).map_or_else(|findings| findings.to_string(), |_| String::new())
    };

    assert_eq!(said(named.clone()), "");

    let wrong = said(named.replace("os_min = \"17\"", "os_min = \"the first\""));
    let turned = said(named.replace("os_min = \"17\"", "os_min = \"27\""));

    assert!(wrong.contains("P031") && wrong.contains("os_min"), "{wrong}");
    assert!(turned.contains("P031") && turned.contains("before"), "{turned}");
    assert_eq!(said(base.replace("os_min = \"17\"", "os_min = \"the first\"")), "");
}

#[test]
fn every_device_whose_version_is_asked_for_says_where_it_is_written() {
    for device in Pack::built_in()
        .devices
        .iter()
        .filter(|device| !device.version_name.is_empty())
    {
        assert!(!device.find_version.is_empty(), "{}", device.id);
    }
}
