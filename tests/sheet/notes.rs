//! Notes in any letters: what the embedded font lacks is said on paper, and never an empty box.
use super::levels::whole;
use super::texts;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::plan::progress::{Earlier, Key, Progress, Role};
use daypack::print::page::Shape;
use daypack::print::{self, Paper};
use daypack::sheet::{self, Form, Level, Sheet, Source};

/// The restore list and the list of somebody who noted `note` on a setting, for that person alone.
fn noted(pack: &Pack, note: &str) -> [Sheet; 2] {
    let plan = Plan::new(pack, &Answers::default());
    let changed = pack
        .measures
        .iter()
        .find(|it| it.changes_setting && it.reveals.is_empty() && plan.item(&it.id).is_some())
        .unwrap();
    let key = Key {
        measure: changed.id.clone(),
        on: plan.item(&changed.id).unwrap().on[0].clone(),
        role: Role::Main,
    };
    let mut progress = Progress::default();
    progress
        .set_earlier(key, Some(Earlier::Other(note.to_owned())))
        .unwrap();

    [Form::Restore, Form::List].map(|form| {
        let source = Source::new(pack, &plan).with_progress(&progress);

        sheet::make(&source, form, Level::All)
    })
}

/// How many lines there are to write on.
fn blanks(sheet: &Sheet) -> usize {
    texts(sheet).iter().filter(|text| *text == "How it was").count()
}

#[test]
fn a_note_in_letters_without_a_shape_says_so_and_leaves_room_for_a_hand() {
    let pack = whole(8);
    let [plain, _] = noted(&pack, "four digits, Ωμέγα, ёж");

    assert!(texts(&plain).contains(&"four digits, Ωμέγα, ёж".to_owned()));

    for (note, shown) in [
        ("on 🔒 at home", "on … at home"),
        ("مفتوح", "…"),
        ("锁 and 锁锁", "… and …"),
    ] {
        for sheet in noted(&pack, note) {
            let said = texts(&sheet).join("\n");

            assert!(
                said.contains(&format!("{shown} (Some letters of this note cannot be printed.)")),
                "{said}"
            );
        }

        let [restore, _] = noted(&pack, note);
        assert_eq!(blanks(&restore), blanks(&plain) + 1, "{note}");
    }
}

#[test]
fn no_note_becomes_an_empty_box_on_paper() {
    let pack = whole(8);

    for note in ["مفتوح 锁 🔒", "\u{10ffff}", "a\u{300}\u{334}", "\u{200d}\u{fe0f}"] {
        for sheet in noted(&pack, note) {
            for page in print::layout(&sheet, Paper::A4) {
                for mark in &page.marks {
                    let Shape::Text(run) = &mark.shape else { continue };

                    assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{mark}");
                    assert!(!run.text.contains(char::REPLACEMENT_CHARACTER), "{mark}");
                }
            }
        }
    }
}
