//! Packs as files: the compiled-in one, small ones that break one rule each, and hostile ones.
mod after;
mod bombs;
mod broken;
mod hostile;
mod overlay;
mod steps;
mod stranger;
mod untrusted;

use crate::support;

use daypack::content::id::{DecisionId, GroupId, MeasureId, OptionId, PersonaId, QuestionId, ThreatId};
use daypack::content::rule::{Entry, OptionRef};
use daypack::content::{GateRole, Pack, Persona, SourceFile, When, stamp};

use std::collections::BTreeSet;
use std::fs;

#[test]
fn the_compiled_in_pack_is_clean() {
    let files = Pack::built_in_files();
    let (pack, findings) = Pack::read_with_warnings(&files);

    assert!(pack.is_some(), "{}", findings.render(&files, false));
    assert!(findings.is_empty(), "{}", findings.render(&files, false));
    assert_eq!(pack.as_ref(), Some(Pack::built_in()));
}

#[test]
fn every_file_of_the_checklist_is_compiled_in_as_it_is() {
    let folder = support::root().join("checklists/protest");
    let built_in = Pack::built_in_files();
    let mut on_disk = Vec::new();
    let mut folders = vec![folder.clone()];

    while let Some(inner) = folders.pop() {
        for entry in fs::read_dir(inner).expect("the checklist is there") {
            let path = entry.expect("the folder can be listed").path();

            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                let name = path.strip_prefix(&folder).expect("inside").display().to_string();

                on_disk.push((name, fs::read_to_string(&path).expect("a file of words")));
            }
        }
    }

    on_disk.sort();

    let compiled: Vec<_> = built_in.into_iter().map(|file| (file.name, file.text)).collect();

    assert!(
        compiled == on_disk,
        "touch src/content/read.rs and build again: a file is new or gone"
    );
}

#[test]
fn the_base_pack_is_clean() {
    let base = support::base();
    let (_, findings) = Pack::read_with_warnings(std::slice::from_ref(&base));

    assert!(findings.is_empty(), "{findings}");
}

#[test]
fn what_a_file_says_is_what_the_pack_holds() {
    let pack = support::pack(&support::base().text);
    let measure = pack.measure(&MeasureId::new("finger-off").unwrap()).unwrap();

    assert_eq!(measure.when, When::DaysBefore);
    assert_eq!(measure.topic, "lock");
    assert_eq!(measure.undo, "Turn it on again.");
    assert_eq!(measure.steps[0].does, ["Open the settings.", "Turn it off."]);
    assert_eq!(measure.steps[0].reviewed.to_string(), "2026-11-21");
    assert_eq!(measure.cuts[0].likelihood_by, 2);
    assert_eq!(stamp(measure).len(), 16);

    let case = pack.question(&QuestionId::new("case").unwrap()).unwrap();

    assert!(case.sensitive);
    assert_eq!(case.choices[0].gate, Some(GateRole::Opens));

    let threat = pack.threat(&ThreatId::new("forced").unwrap()).unwrap();

    assert_eq!((threat.likelihood, threat.impact), (2, 3));
    assert!(threat.shifts[1].rules_out);

    let person = pack.persona(&PersonaId::new("first").unwrap()).unwrap();

    assert_eq!(person.weigh, [(threat.id.clone(), Some(3), None)]);
    assert_eq!(pack.retired[0].replaced_by, "measure:finger-off");
}

#[test]
fn a_condition_may_name_a_decision_and_an_answer_may_name_its_group() {
    let text = support::base()
        .text
        .replace("conflicts = [", "show_if_any = [\"carry.leave\"]\nconflicts = [")
        .replace("device = \"signal\"\n", "device = \"signal\"\ngroup = [\"@phone\"]\n");
    let pack = support::pack(&text);
    let measure = pack.measure(&MeasureId::new("leave-it").unwrap()).unwrap();
    let option = OptionRef {
        decision: DecisionId::new("carry").unwrap(),
        option: OptionId::new("leave").unwrap(),
    };

    assert_eq!(measure.show.any, [Entry::Option(option)]);
    assert_eq!(pack.group(&GroupId::new("phone").unwrap()).unwrap().any.len(), 2);
}

#[test]
fn a_pack_in_many_files_is_the_same_as_in_one() {
    let base = support::base().text;
    let (head, tables) = base.split_once("\n[[question]]").unwrap();
    let (tables, person) = tables.split_once("[[persona]]\nid = \"first\"\n").unwrap();
    let file = |name: &str, text: String| SourceFile {
        name: name.to_owned(),
        text,
    };
    let files = [
        file("pack.toml", head.to_owned()),
        file("personas/first.toml", person.replace("[persona.weigh]", "[weigh]")),
        file("everything.toml", format!("[[question]]{tables}")),
    ];

    assert_eq!(Pack::read(&files).unwrap(), support::pack(&base));
}

#[test]
fn a_measure_without_a_topic_is_about_what_its_file_is_about() {
    let base = support::base().text.replace("topic = \"lock\"\n", "");
    let (head, _) = base.split_once("[[measure]]").unwrap();
    let file = |name: &str, text: &str| SourceFile {
        name: name.to_owned(),
        text: text.to_owned(),
    };
    let files = [
        file("pack.toml", head),
        file("measures/screen.toml", &base[head.len()..]),
    ];
    let pack = Pack::read(&files).unwrap_or_else(|findings| panic!("{findings}"));

    assert_eq!(pack.measures[0].topic, "screen");
    assert_eq!(pack.measures[1].topic, "carry");
}

#[test]
fn an_answers_file_is_read_against_its_pack() {
    let pack = support::pack(&support::base().text);
    let read = |text: &str| {
        let file = SourceFile {
            name: "mine.toml".to_owned(),
            text: text.to_owned(),
        };

        Persona::read(&pack, &file).map_err(|findings| findings.to_string())
    };
    let mine = read("answers = [\"unlock.code\"]\n[weigh]\nforced = { impact = 4 }\n").unwrap();

    assert_eq!(mine.answers.len(), 1);
    assert_eq!(mine.weigh[0].2, Some(4));
    assert!(read("").unwrap().answers.is_empty());

    assert_eq!(
        read("answers = [\"unlock.cod\"]\ncolour = 1").unwrap_err(),
        "mine.toml:1:12: error[P020]: there is no answer to `unlock` `cod`\n\
         mine.toml:2:1: error[P003]: unknown key `colour`\n"
    );
}

#[test]
fn every_problem_is_said_at_once_with_its_place() {
    let base = support::base();
    let text = base
        .text
        .replace("title = \"A small day out\"", "titel = \"A small day out\"")
        .replace("minutes = 5\nevidence = \"A\"", "minutes = 5.5\nevidence = \"E\"")
        .replace("needs = [\"finger-off\"]", "needs = [\"finger-of\"]")
        .replace("url = \"https", "adress = \"https");
    let file = SourceFile {
        name: "base.toml".to_owned(),
        text: text.clone(),
    };
    let findings = Pack::read(&[file]).unwrap_err();
    let line = |part: &str| text.lines().position(|line| line.contains(part)).unwrap() + 1;
    let said: Vec<_> = findings
        .iter()
        .map(|it| (it.code.to_string(), it.line, it.column))
        .collect();

    assert_eq!(
        said,
        [
            ("P005".to_owned(), 1, 1),
            ("P003".to_owned(), line("titel"), 1),
            ("P006".to_owned(), line("5.5"), 11),
            ("P009".to_owned(), line("\"E\""), 12),
            ("P020".to_owned(), line("finger-of\""), 10),
            ("P005".to_owned(), line("[[source]]"), 1),
            ("P003".to_owned(), line("adress"), 1),
        ],
        "{findings}"
    );
}

#[test]
fn a_line_that_cannot_be_read_hides_nothing_else() {
    let base = support::base();
    let text = base
        .text
        .replace("asks = \"What do you bring?\"", "asks = What do you bring?")
        .replace("date = 2026-01-31", "date = 31.1.2026\nwhat = 1");
    let file = SourceFile {
        name: "base.toml".to_owned(),
        text,
    };
    let findings = Pack::read(&[file]).unwrap_err();
    let codes: Vec<_> = findings.iter().map(|it| it.code.to_string()).collect();

    assert_eq!(codes, ["P001", "P001", "P003"], "{findings}");
}

#[test]
fn a_file_of_another_kind_is_not_told_line_by_line() {
    let text: String = (0..500).map(|number| format!("  \"item\": {number},\n")).collect();
    let file = SourceFile {
        name: "plan.json".to_owned(),
        text: format!("{{\n{text}}}\n"),
    };
    let findings = Pack::read(&[file]).unwrap_err();
    let broken: Vec<_> = findings.iter().filter(|it| it.code.to_string() == "P001").collect();

    assert_eq!(broken.len(), 21, "{findings}");
    assert!(broken.iter().all(|it| it.message.starts_with("this line is not TOML")));
    assert!(broken[20].help.contains("another kind"), "{}", broken[20].help);
    assert!(
        findings.iter().all(|it| it.line == 1 || it.code.to_string() == "P001"),
        "{findings}"
    );
}

#[test]
fn ids_and_words_survive_being_read_twice() {
    let files = Pack::built_in_files();

    assert_eq!(Pack::read(&files), Pack::read(&files));

    let stamps: BTreeSet<_> = Pack::built_in().measures.iter().map(stamp).collect();

    assert_eq!(stamps.len(), Pack::built_in().measures.len());
}
