//! The files of safe sheets, taken apart by other programs: nothing of anybody in text, structure or description.
use super::levels::{noted, whole};
use super::pack::{self, CANARY};
use super::pdf::{File, unwrapped};
use super::safe::telling;
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::plan::progress::Progress;
use daypack::print::Paper;
use daypack::sheet::{self, Form, Level, Source};

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

/// Everything that programs find in the file of a form: its words, its structure, what it says of itself, and
/// every object in it.
fn found(pack: &Pack, plan: &Plan, progress: &Progress, form: Form) -> [String; 4] {
    let source = Source::new(pack, plan).with_progress(progress);
    let file = File::new(&sheet::make(&source, form, Level::Safe), Paper::A4);

    [
        unwrapped(&file.asked("pdftotext", &["-raw"], &["-"])),
        unwrapped(&file.asked("pdfinfo", &["-struct-text"], &[])),
        file.asked("pdfinfo", &[], &[]),
        file.asked("qpdf", &["--qdf", "--object-streams=disable"], &["-"]),
    ]
}

/// How a word is written in a file where it is not written in plain letters.
fn in_sixteen_bits(word: &str) -> String {
    word.encode_utf16().map(|unit| format!("{unit:04x}")).collect()
}

#[test]
fn no_file_of_a_safe_form_says_what_somebody_answered_noted_or_decided() {
    let test = "no_file_of_a_safe_form_says_what_somebody_answered_noted_or_decided";

    if !support::has_all(test, &["pdftotext", "pdfinfo", "qpdf"]) {
        return;
    }

    let marked = whole(20);
    let strategy = pack::answers(&marked);
    let mut runner = TestRunner::deterministic();
    let hidden = in_sixteen_bits(CANARY);

    assert!(in_sixteen_bits("ca") == "00630061");

    for luck in [[35, 60, 30], [61, 4, 99], [7, 77, 41]] {
        let answers: Answers = strategy.new_tree(&mut runner).unwrap().current();
        let plan = Plan::new(&marked, &answers);
        let progress = noted(&marked, &luck);

        for form in Form::ALL {
            for said in found(&marked, &plan, &progress, form) {
                let said = said.to_lowercase();

                assert!(!said.contains(CANARY) && !said.contains(&hidden), "{form:?}: {said}");
            }
        }
    }
}

#[test]
fn no_file_of_a_safe_form_says_a_reason_or_a_decision_of_the_built_in_pack() {
    let test = "no_file_of_a_safe_form_says_a_reason_or_a_decision_of_the_built_in_pack";

    if !support::has_all(test, &["pdftotext", "pdfinfo", "qpdf"]) {
        return;
    }

    let pack = Pack::built_in();
    let telling = telling(pack);

    assert!(telling.len() > 300, "{}", telling.len());

    for persona in pack.personas.iter().take(4) {
        let plan = Plan::new(pack, &Answers::of(persona));
        let progress = noted(pack, &[35, 60, 30]);

        for form in Form::ALL {
            for said in found(pack, &plan, &progress, form) {
                let told = telling.iter().find(|telling| said.contains(*telling));

                assert_eq!(told, None, "{}: {form:?}", persona.id);
                assert!(
                    !said.contains(persona.id.as_str()) && !said.contains(&persona.name),
                    "{form:?}"
                );
                assert!(!said.contains(CANARY), "{form:?}");
            }
        }
    }
}
