//! The file: what other programs read in it.
use super::pack;
use super::pages::sampler;
use super::{safe_list, texts};
use crate::copy::picture::Picture;
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Setting, Sheet};

use tempfile::TempDir;

use std::fs;
use std::process::Command;

/// A written sheet, in a folder that goes away.
pub(super) struct File {
    folder: TempDir,
    bytes: Vec<u8>,
}

impl File {
    pub(super) fn new(sheet: &Sheet, paper: Paper) -> Self {
        Self::of(print::pdf::write(&print::layout(sheet, paper), sheet).unwrap())
    }

    pub(super) fn of(bytes: Vec<u8>) -> Self {
        let folder = TempDir::new().unwrap();
        fs::write(folder.path().join("list.pdf"), &bytes).unwrap();

        Self { folder, bytes }
    }

    /// Its pages as grey pictures, at so many dots an inch.
    pub(super) fn pictures(&self, dpi: u32) -> Vec<Picture> {
        Picture::of(&self.folder.path().join("list.pdf"), dpi)
    }

    /// What a program says about it.
    pub(super) fn asked(&self, program: &str, before: &[&str], after: &[&str]) -> String {
        let run = Command::new(program)
            .args(before)
            .arg(self.folder.path().join("list.pdf"))
            .args(after)
            .output()
            .unwrap();

        assert!(
            run.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&run.stderr)
        );

        String::from_utf8_lossy(&run.stdout).into_owned()
    }
}

fn plain(setting: Setting) -> Sheet {
    let pack = pack::marked(30);

    safe_list(&pack, &Plan::new(&pack, &Answers::default()), setting)
}

/// With its words between single spaces.
pub(super) fn unwrapped(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn the_file_says_its_title_and_nothing_about_who_made_it() {
    if !support::has_all("the_file_says_its_title_and_nothing_about_who_made_it", &["pdfinfo"]) {
        return;
    }

    for paper in Paper::ALL {
        let file = File::new(&plain(Setting::Normal), paper);
        let said = file.asked("pdfinfo", &[], &[]);
        let size = match paper {
            Paper::A4 => "(A4)",
            Paper::Letter => "(letter)",
        };

        assert!(said.contains("Title:           For the day\n"), "{said}");
        assert!(said.contains("Tagged:          yes"), "{said}");
        assert!(said.contains("Metadata Stream: no"), "{said}");
        assert!(said.contains(size), "{said}");

        for telling in [
            "Author",
            "Creator",
            "Producer",
            "CreationDate",
            "ModDate",
            "Subject",
            "Keywords",
        ] {
            assert!(!said.contains(telling), "{said}");
            assert!(!contains(&file.bytes, telling.as_bytes()), "{telling}");
        }
    }
}

#[test]
fn nothing_of_the_machine_is_in_the_file() {
    if !support::has_all("nothing_of_the_machine_is_in_the_file", &["qpdf", "hostname"]) {
        return;
    }

    let file = File::new(&plain(Setting::Normal), Paper::A4);
    let open = file.asked("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);

    for telling in [
        "/Info <<", "daypack", "krilla", "rust", "/home", "/tmp", "/root", "canary", "xmp",
    ] {
        assert!(!open.contains(telling), "{telling}");
    }
}

#[test]
fn two_runs_write_the_same_bytes() {
    let sheet = plain(Setting::Compact);
    let write = || print::pdf::write(&print::layout(&sheet, Paper::A4), &sheet).unwrap();
    let there = std::thread::spawn({
        let sheet = sheet.clone();

        move || print::pdf::write(&print::layout(&sheet, Paper::A4), &sheet).unwrap()
    });

    let first = write();

    assert_eq!(first, write());
    assert_eq!(first, there.join().unwrap());
}

#[test]
fn other_programs_find_no_fault_in_the_file() {
    if !support::has_all("other_programs_find_no_fault_in_the_file", &["qpdf", "pdffonts"]) {
        return;
    }

    let file = File::new(&plain(Setting::Normal), Paper::Letter);
    let checked = file.asked("qpdf", &["--check"], &[]);
    assert!(
        checked.contains("No syntax or stream encoding errors found"),
        "{checked}"
    );

    let fonts = file.asked("pdffonts", &[], &[]);
    let rows: Vec<&str> = fonts.lines().skip(2).collect();

    assert_eq!(rows.len(), 2, "{fonts}");

    for row in rows {
        assert!(row.contains("+DaypackSans-"), "{fonts}");
        assert!(
            unwrapped(row).contains("yes yes yes"),
            "embedded, reduced and readable: {fonts}"
        );
    }
}

#[test]
fn every_text_is_read_back() {
    if !support::has_all("every_text_is_read_back", &["pdftotext"]) {
        return;
    }

    for setting in [Setting::Normal, Setting::Compact] {
        let sheet = plain(setting);
        let read = unwrapped(&File::new(&sheet, Paper::A4).asked("pdftotext", &["-raw"], &["-"]));

        for text in texts(&sheet) {
            let whole = unwrapped(&text);
            // Columns and pages may come between the lines of one text, but not between its words.
            assert!(whole.split(' ').all(|word| read.contains(word)), "{whole}");
        }

        let steps: Vec<String> = texts(&sheet)
            .into_iter()
            .filter(|text| text.starts_with("Do step"))
            .collect();
        let whole = steps.iter().filter(|step| read.contains(step.as_str())).count();

        assert!(steps.len() > 20 && whole == steps.len(), "{whole} of {}", steps.len());
    }
}

#[test]
fn other_scripts_and_ligatures_are_read_back() {
    if !support::has_all("other_scripts_and_ligatures_are_read_back", &["pdftotext"]) {
        return;
    }

    let lines = [
        "Office, file, flag, affluent: ffi ffl fi fl ff",
        "Κλείδωσε το κινητό. Ἀθῆναι, ὦ ξεῖν’",
        "Заблокируй телефон. Їжак, ґанок, ћирилица",
        "Khoá điện thoại trước khi đi. Nguyễn, Ưỡn, Ệ",
        "Zamknij żółty łańcuch; přihlášení; ığüşöç; ßẞ; Ærøskøbing",
        "e\u{301}a\u{308}o\u{323}\u{302}: letters made of parts",
        "“Quoted” – dashed — ‘single’ … 5 × 3 ½ № 7 €, 9 → 3, ≤ 4 ≥",
    ];
    let sheet = Sheet {
        blocks: lines.iter().map(|line| Block::Paragraph((*line).to_owned())).collect(),
        ..sampler(Setting::Normal)
    };
    let read = File::new(&sheet, Paper::A4).asked("pdftotext", &["-raw"], &["-"]);

    for line in lines {
        assert!(read.contains(line), "{line}\n{read}");
    }
}

#[test]
fn the_structure_is_there_for_screen_readers() {
    if !support::has_all("the_structure_is_there_for_screen_readers", &["pdfinfo"]) {
        return;
    }

    let file = File::new(&sampler(Setting::Normal), Paper::A4);
    let tree = file.asked("pdfinfo", &["-struct-text"], &[]);
    let lines: Vec<&str> = tree
        .lines()
        .map(str::trim_start)
        .filter(|line| !line.is_empty())
        .collect();
    let count = |start: &str| lines.iter().filter(|line| line.starts_with(start)).count();

    assert_eq!(count("H1"), 1, "{tree}");
    assert_eq!(count("H2"), 2, "{tree}");
    assert_eq!(count("H3"), 1, "{tree}");
    // Two items in one list; steps of three devices, one of them without a number; points.
    assert_eq!(
        count("L ") + count("L\n") + lines.iter().filter(|line| **line == "L").count(),
        5,
        "{tree}"
    );
    assert_eq!(count("Figure"), 4, "a box for each item and each way: {tree}");
    assert!(tree.contains("\"Switch off iPhone Unlock.\""), "{tree}");

    let plain = file.asked("pdftotext", &["-raw"], &["-"]);
    assert!(
        unwrapped(&plain).contains("until you are home again 5 min A finger"),
        "the time is read after the name: {plain}"
    );
}

#[test]
fn sheets_in_one_file_stay_apart() {
    if !support::has_all("sheets_in_one_file_stay_apart", &["pdfinfo", "qpdf"]) {
        return;
    }

    // The pieces of all three have the same numbers.
    let mut writer = print::pdf::Writer::stack("Handouts", "en").unwrap();
    let named = |title: &str, lang: &str| Sheet {
        title: title.to_owned(),
        lang: lang.to_owned(),
        ..sampler(Setting::Normal)
    };

    for sheet in [named("One", "en"), named("Nobody's", "en"), named("Two", "de")] {
        writer.begin(&sheet);

        if sheet.title != "Nobody's" {
            for page in print::layout(&sheet, Paper::A4) {
                writer.page(&page).unwrap();
            }
        }
    }

    let file = File::of(writer.finish().unwrap());
    let tree = file.asked("pdfinfo", &["-struct"], &[]);
    let alone = File::new(&sampler(Setting::Normal), Paper::A4).asked("pdfinfo", &["-struct"], &[]);
    let count = |tree: &str, start: &str| tree.lines().filter(|line| line.trim_start().starts_with(start)).count();

    assert_eq!(count(&tree, "Part"), 2, "{tree}");

    for kind in ["H1", "H2", "H3", "L", "Figure", "P"] {
        assert_eq!(
            count(&tree, kind),
            2 * count(&alone, kind) + if kind == "P" { 2 } else { 0 },
            "{kind}: {tree}"
        );
    }

    let open = file.asked("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);
    let entries = |title: &str| open.matches(&format!("/Title ({title})")).count();

    assert!(open.contains("/Lang (de)"));
    assert_eq!([entries("One"), entries("Two"), entries("Nobody's")], [1, 1, 0]);
    // Once in the structure and once in the outline, for each sheet.
    assert_eq!(open.matches("(To take with you)").count(), 4);
}

#[test]
fn the_language_and_the_way_about_are_in_the_file() {
    if !support::has_all("the_language_and_the_way_about_are_in_the_file", &["qpdf"]) {
        return;
    }

    let file = File::new(&sampler(Setting::Normal), Paper::A4);
    let open = file.asked("qpdf", &["--qdf", "--object-streams=disable"], &["-"]);

    assert!(open.contains("/Lang (en)"));
    assert!(open.contains("/Title (To take with you)"), "an entry of the outline");
    assert!(open.contains("/Alt (Box to tick)"));
}

#[test]
fn the_built_in_list_is_written_on_both_papers() {
    let pack = Pack::built_in();
    let plan = Plan::new(pack, &Answers::default());

    for paper in Paper::ALL {
        for setting in [Setting::Normal, Setting::Compact] {
            let sheet = safe_list(pack, &plan, setting);

            assert!(
                print::pdf::write(&print::layout(&sheet, paper), &sheet)
                    .unwrap()
                    .starts_with(b"%PDF-1.7")
            );
        }
    }
}

fn contains(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}
