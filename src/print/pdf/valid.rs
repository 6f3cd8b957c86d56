//! Every sheet, on both papers and in both directions, before the validator for accessible files.
//!
//! It is the library's own, not an independent one, and what it holds is not claimed in the files we write.
#![cfg(test)]
use super::{Error, Writer, write_with};
use crate::answers::Answers;
use crate::content::Pack;
use crate::plan::Plan;
use crate::print::{Paper, layout};
use crate::sheet::copy::{self, Texts};
use crate::sheet::handing::{self, Heap, Part};
use crate::sheet::{self, Form, Level, Sheet, Source};

use krilla::SerializeSettings;
use krilla::configure::{Accessibility, ConfigurationBuilder};

fn validated(sheet: &Sheet, paper: Paper) -> Result<Vec<u8>, Error> {
    let builder = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1);
    let settings = SerializeSettings {
        configuration: builder.finish().unwrap(),
        ..SerializeSettings::default()
    };

    write_with(Writer::alone(sheet, settings)?, &layout(sheet, paper))
}

/// What is no form of a plan: the copy on paper, and what lies between handouts.
fn others(pack: &Pack) -> Vec<Sheet> {
    let texts = ["DP1:1:2:ABC".to_owned(), "DP1:2:2:DEF".to_owned()];
    let texts = Texts {
        texts: &texts,
        name: "ABC",
        kib: 2,
    };
    let heap = Heap {
        letter: "A".to_owned(),
        about: "Somebody".to_owned(),
        status: None,
        people: 3,
        parts: vec![(Part::Form(Form::List), 2)],
    };

    vec![
        copy::copy(pack, &texts).unwrap(),
        handing::contents(pack, std::slice::from_ref(&heap), true),
        handing::separator(pack, &heap),
        handing::blank(pack),
    ]
}

/// In this language, which decides where lines begin. The words stay English.
fn turned(sheet: &Sheet, lang: &str) -> Sheet {
    Sheet {
        lang: lang.to_owned(),
        ..sheet.clone()
    }
}

#[test]
fn the_validator_has_no_objection_to_any_form_in_any_direction() {
    let pack = Pack::built_in();
    let persona = pack.personas.iter().find(|it| it.id.as_str() == "first-march").unwrap();
    let plan = Plan::new(pack, &Answers::of(persona));
    let forms = Form::ALL
        .into_iter()
        .flat_map(|form| form.levels().iter().map(move |level| (form, *level)))
        .map(|(form, level)| sheet::make(&Source::new(pack, &plan), form, level));
    let mut looked_at = 0;

    for sheet in forms.chain(others(pack)) {
        for paper in Paper::ALL {
            for lang in ["en", "he"] {
                let written = validated(&turned(&sheet, lang), paper);

                assert!(
                    written.is_ok(),
                    "{:?} {paper:?} {lang}: {:?}",
                    sheet.setting,
                    written.err()
                );
                looked_at += 1;
            }
        }
    }

    assert_eq!(looked_at, 4 * (4 * Level::ALL.len() + 6 + 4));
}

#[test]
fn the_validator_does_object_to_a_sheet_without_a_title() {
    let pack = Pack::built_in();
    let plan = Plan::new(pack, &Answers::default());
    let mut sheet = sheet::make(&Source::new(pack, &plan), Form::Card, Level::Safe);

    sheet.title = String::new();
    sheet.lang = "no language".to_owned();

    assert!(validated(&sheet, Paper::A4).is_err());
}
