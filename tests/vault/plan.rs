//! Plans as text: what is kept, what is left out, what comes back, and what is refused.
use super::{FAST, open, secret};
use crate::support::{self, Home};

use daypack::answers::{Answers, Given, Known, LegalGate};
use daypack::content::id::{ChoiceId, MeasureId, QuestionId};
use daypack::content::{self, Date, Gate, GateRole, Pack, Retired};
use daypack::document::{Change, Document};
use daypack::plan::Plan;
use daypack::plan::progress::{Earlier, Key, Mark, Role};
use daypack::vault;

use std::fs;

/// The small whole pack.
pub(super) fn small() -> Pack {
    support::pack(&support::base().text)
}

/// An answer that does something to the gate, and its question.
pub(super) fn gate_answer(pack: &Pack, role: GateRole) -> (QuestionId, ChoiceId) {
    let gate = pack
        .questions
        .iter()
        .find(|question| {
            question
                .choices
                .iter()
                .any(|choice| choice.gate == Some(GateRole::Opens))
        })
        .expect("a question that opens the gate");
    let choice = gate.choices.iter().find(|choice| choice.gate == Some(role)).unwrap();

    (gate.id.clone(), choice.id.clone())
}

/// A made-up person's plan, with marks and notes, gate open.
pub(super) fn document(pack: &Pack) -> Document {
    let mut document = Document::new(pack);
    document.answers = Answers::of(&pack.personas[0]);

    let (question, choice) = gate_answer(pack, GateRole::Opens);
    document.answers.give(question, Given::one(choice));
    document.see(pack, &Plan::new(pack, &document.answers));

    for (position, measure) in pack.measures.iter().enumerate() {
        let key = Key {
            measure: measure.id.clone(),
            on: measure.steps[0].on.clone(),
            role: if position % 3 == 0 { Role::Second } else { Role::Main },
        };
        let earlier = match position % 4 {
            0 => Earlier::On,
            1 => Earlier::Off,
            2 => Earlier::NotSure,
            _ => Earlier::Other("it was \"half\" on, \\ I think: ünder \u{2600}".to_owned()),
        };

        document.progress.set(key.clone(), Some(Mark::Done)).unwrap();
        document.progress.set_earlier(key, Some(earlier)).unwrap();
    }

    document.save_on(Some(Date::new(2026, 11, 21).unwrap()));
    document
}

#[test]
fn a_plan_comes_back_from_its_file() {
    let pack = &small();
    let before = document(pack);
    let text = before.encode(pack);
    let sealed = vault::seal_with(&text, &secret("plan"), FAST).unwrap();
    let after = open(&sealed, "plan").unwrap().document(pack).unwrap();

    assert_eq!(after.revision, 1);
    assert_eq!(after.saved.unwrap().to_string(), "2026-11-21");
    assert!(after == before, "something was lost on the way");
    assert!(after.changes(pack).is_empty());
}

/// The way that the program itself goes, with its real work.
#[test]
fn a_plan_is_sealed_as_the_program_does_it() {
    let pack = &small();
    let before = document(pack);
    let sealed = vault::seal(&before, pack, &secret("plan")).unwrap();

    assert!(open(&sealed, "plan").unwrap().document(pack).unwrap() == before);
}

#[test]
fn a_text_tells_neither_time_nor_machine_nor_person() {
    let pack = &small();
    let text = document(pack).encode(pack);
    let first: Vec<&str> = text.lines().take(3).collect();

    assert_eq!((first[0], first[2]), ("# vault", "format = \"daypack\""));
    assert!(text.contains("\nsaved = \"2026-11-21\"\n"));
    assert!(
        text.lines()
            .all(|line| line.trim_end() != "# end" && !line.contains("T00:"))
    );

    for variable in ["HOME", "USER", "HOSTNAME"] {
        if let Ok(value) = std::env::var(variable)
            && value.len() > 4
        {
            assert!(!text.contains(&value), "{variable}");
        }
    }
}

#[test]
fn the_answer_about_a_case_is_never_kept() {
    let pack = &small();
    let mut document = document(pack);
    let (question, opens) = gate_answer(pack, GateRole::Opens);
    let (_, closes) = gate_answer(pack, GateRole::Closes);
    let kept = |document: &Document| document.encode(pack).to_string();

    // Whatever closed it, the text is the same to the byte.
    document.answers.give(question.clone(), Given::one(closes));
    let closed = kept(&document);
    document.answers.give(question.clone(), Given::Unknown);
    assert_eq!(kept(&document), closed);

    assert!(closed.contains("gate = \"closed\""));
    assert!(!closed.contains(&format!("\n{question} = ")));

    let after = Document::decode(&closed, pack).unwrap();
    assert_eq!(Known::new(pack, &after.answers).gate(), LegalGate::Closed);

    // A plain no is a plain no again, as long as nothing else closes the gate.
    let mut plain = Document::new(pack);
    for asked in &pack.questions {
        let harmless = asked
            .choices
            .iter()
            .find(|choice| choice.gate != Some(GateRole::Closes))
            .unwrap();
        plain.answers.give(asked.id.clone(), Given::one(harmless.id.clone()));
    }
    plain.answers.give(question.clone(), Given::one(opens));
    assert!(kept(&plain).contains("gate = \"open\""));

    let after = Document::decode(&kept(&plain), pack).unwrap();
    assert_eq!(Known::new(pack, &after.answers).gate(), LegalGate::Open);
    assert!(after == plain);

    // Not reached yet is not closed, and stays to be asked.
    let nothing = Document::new(pack);
    assert!(!kept(&nothing).contains("gate"));
    assert!(Document::decode(&kept(&nothing), pack).unwrap().answers.is_empty());
}

#[test]
fn an_answer_written_in_by_hand_does_not_open_the_gate() {
    let pack = &small();
    let (question, opens) = gate_answer(pack, GateRole::Opens);
    let text = format!("format = \"daypack\"\nversion = 1\ngate = \"closed\"\n[answers]\n{question} = [\"{opens}\"]\n");
    let document = Document::decode(&text, pack).unwrap();

    assert_eq!(Known::new(pack, &document.answers).gate(), LegalGate::Closed);
}

#[test]
fn nothing_behind_a_closed_gate_is_kept() {
    let pack = &small();
    let name = MeasureId::new("chat-short").unwrap();
    let mut document = document(pack);

    let is_told = |text: &str| text.contains(name.as_str());
    assert!(is_told(&document.encode(pack)), "while the gate is open");

    document
        .answers
        .give(gate_answer(pack, GateRole::Closes).0, Given::Unknown);

    let text = document.encode(pack);
    assert!(text.contains("[[mark]]") && !is_told(&text));

    // What the person still has in memory is not told as news either.
    document.seen.insert(name.clone(), "0".to_owned());
    assert!(!document.changes(pack).contains(&Change::Reworded(name)));
}

#[test]
fn a_decision_with_a_withheld_side_is_not_kept_either() {
    let mut pack = small();
    let side = pack
        .measures
        .iter_mut()
        .find(|measure| measure.id.as_str() == "leave-it")
        .unwrap();
    side.gate = Gate::Legal;

    let mut document = document(&pack);
    assert!(document.encode(&pack).contains("carry = \"take\""));

    document
        .answers
        .give(gate_answer(&pack, GateRole::Closes).0, Given::Unknown);
    assert!(!document.encode(&pack).contains("carry"));
}

#[test]
fn a_newer_pack_says_what_changed() {
    let pack = &small();
    let mut document = document(pack);
    let mut newer = pack.clone();
    newer.version += 1;

    for measure in &pack.measures {
        document.seen.insert(measure.id.clone(), content::stamp(measure));
    }

    let seen: Vec<MeasureId> = document.seen.keys().cloned().collect();
    let [gone, _, reworded, moved] = seen.as_slice() else {
        panic!("four measures were seen");
    };

    newer.measures.retain(|measure| measure.id != *gone);
    newer.retired.push(Retired {
        title: "What it was called".to_owned(),
        id: format!("measure:{gone}"),
        replaced_by: String::new(),
        why: "It no longer helps.".to_owned(),
    });

    for measure in &mut newer.measures {
        if measure.id == *reworded {
            measure.title.push_str(" now");
        }

        if measure.id == *moved {
            measure.id = MeasureId::new("brand-new-name").unwrap();
        }
    }

    newer.retired.push(Retired {
        title: String::new(),
        id: format!("measure:{moved}"),
        replaced_by: "measure:brand-new-name".to_owned(),
        why: "A better name.".to_owned(),
    });

    let after = Document::decode(&document.encode(pack), &newer).unwrap();
    let changes = after.changes(&newer);

    assert!(changes.contains(&Change::Reworded(reworded.clone())));
    assert!(changes.contains(&Change::Gone {
        measure: gone.clone(),
        title: "What it was called".to_owned(),
        why: "It no longer helps.".to_owned()
    }));
    assert!(
        !changes
            .iter()
            .any(|change| matches!(change, Change::Gone { measure, .. } if measure == moved))
    );
    assert!(
        after.seen.keys().any(|measure| measure.as_str() == "brand-new-name"),
        "its marks moved along"
    );

    let mut seen_again = after;
    seen_again.see(&newer, &Plan::new(&newer, &seen_again.answers));
    assert!(seen_again.changes(&newer).is_empty());
}

#[test]
fn a_plan_never_shows_itself_in_debug() {
    let pack = &small();

    assert_eq!(format!("{:?}", document(pack)), "Document(..)");
}

/// safety.md 6: every file that a released version wrote opens for ever, to the same text.
#[test]
fn every_file_ever_released_still_opens() {
    let pack = &small();
    let folder = support::root().join("tests/golden/vaults");
    let mut count = 0;

    for path in support::files(&folder)
        .iter()
        .filter(|path| path.extension().is_some_and(|ending| ending == "age"))
    {
        let opened = open(&fs::read(path).unwrap(), "a golden phrase").unwrap();
        let text = fs::read_to_string(path.with_extension("toml")).unwrap();

        assert_eq!(opened.plaintext.as_str(), text, "{}", path.display());

        let document = opened.document(pack).unwrap();
        assert!(
            Document::decode(&document.encode(pack), pack).unwrap() == document,
            "{}",
            path.display()
        );
        count += 1;
    }

    assert!(count >= 3, "at least three of each release");
}

/// Writes the files for the test above. Never run again for a version that was released.
#[test]
#[ignore = "run by hand, once for each release"]
fn write_the_files_of_this_release() {
    let pack = &small();
    let folder = Home::new();
    let mut closed = document(pack);
    closed
        .answers
        .give(gate_answer(pack, GateRole::Closes).0, Given::Unknown);

    for (name, document) in [
        ("0.1.0-empty", Document::new(pack)),
        ("0.1.0-full", document(pack)),
        ("0.1.0-closed", closed),
    ] {
        let text = document.encode(pack);
        let sealed = vault::seal_with(&text, &secret("a golden phrase"), 16).unwrap();

        fs::write(folder.join(&format!("{name}.age")), sealed).unwrap();
        folder.write(&format!("{name}.toml"), &text);
    }

    let target = support::root().join("tests/golden/vaults");
    fs::create_dir_all(&target).unwrap();

    for file in folder.files().iter().filter(|file| !target.join(file).exists()) {
        fs::copy(folder.join(file), target.join(file)).unwrap();
    }
}
