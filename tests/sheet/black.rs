//! What a copy of a copy of a copy keeps: nothing too small, nothing too thin, nothing but black.
use super::levels::whole;
use super::pdf::File;
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::page::{Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::handing::{self, Heap, Part};
use daypack::sheet::{self, Form, Setting, Sheet, Source};

/// In hundredths of a point: 7.5 points of type, lines of three quarters of a point, boxes of a whole one.
const TYPE: i32 = 750;
const LINE: i32 = 75;
const BOX: i32 = 100;

/// Every sheet, at each of its levels; in a language that runs from right to left, too.
fn everything(pack: &Pack) -> Vec<Sheet> {
    let plan = Plan::new(pack, &Answers::default());
    let heap = Heap {
        letter: "A".to_owned(),
        about: "Somebody".to_owned(),
        status: None,
        people: 2,
        parts: vec![(Part::Form(Form::List), 2)],
    };
    let forms = Form::ALL
        .into_iter()
        .flat_map(|form| form.levels().iter().map(move |level| (form, *level)))
        .map(|(form, level)| sheet::make(&Source::new(pack, &plan), form, level));
    let handed = [
        handing::contents(pack, std::slice::from_ref(&heap), true),
        handing::separator(pack, &heap),
        handing::blank(pack),
    ];

    forms
        .chain(handed)
        .flat_map(|sheet| {
            let turned = Sheet {
                lang: "he".to_owned(),
                ..sheet.clone()
            };

            [sheet, turned]
        })
        .collect()
}

/// A mark that is too small or too thin.
fn too_little(page: &Page, setting: Setting) -> Option<String> {
    let least = match setting {
        Setting::Large => 1_800,
        Setting::Panels => 1_000,
        _ => TYPE,
    };
    let is_too_little = |shape: &Shape| match shape {
        Shape::Text(run) => run.size < least,
        Shape::Line(line) => line.thickness < LINE,
        Shape::Square(square) => square.thickness < BOX || square.side < TYPE,
        // Half a millimetre.
        Shape::Code(code) => code.module < 142,
    };

    page.marks
        .iter()
        .find(|mark| is_too_little(&mark.shape))
        .map(ToString::to_string)
}

#[test]
fn no_type_is_too_small_and_no_line_too_thin_on_any_sheet() {
    for sheet in everything(&whole(20)) {
        for paper in Paper::ALL {
            for page in print::layout(&sheet, paper) {
                assert_eq!(too_little(&page, sheet.setting), None, "{:?} {paper:?}", sheet.setting);
            }
        }
    }
}

/// Whether a line of a page's instructions sets a colour that is not black.
fn is_coloured(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let number = |at: usize| words.get(at)?.parse::<f32>().ok();

    (1..words.len()).any(|at| {
        let many = match words[at] {
            "g" | "G" => 1,
            "rg" | "RG" => 3,
            // No other way to choose a colour is used at all.
            "k" | "K" | "sc" | "SC" | "scn" | "SCN" | "sh" | "gs" => {
                return number(at - 1).is_some() || words[at - 1].starts_with('/');
            }
            _ => return false,
        };

        (1..=many).any(|back| at.checked_sub(back).and_then(number).is_some_and(|part| part != 0.0))
    })
}

#[test]
fn nothing_on_any_sheet_is_anything_but_black() {
    if !support::has_all("nothing_on_any_sheet_is_anything_but_black", &["qpdf"]) {
        return;
    }

    assert!(is_coloured("q 0.5 g") && is_coloured("1 0 0 rg") && is_coloured("/a gs") && !is_coloured("q 2 cm 0 g"));

    for sheet in everything(&whole(6)) {
        let open = File::new(&sheet, Paper::A4).asked("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);
        let coloured = open.lines().find(|line| is_coloured(line));

        assert_eq!(coloured, None, "{:?}", sheet.setting);
        assert!(!open.contains("/SMask") && !open.contains("/ca ") && !open.contains("/Subtype /Image"));
    }
}
