//! Other scripts: joined, stacked, broken, mirrored, and read back letter for letter.
//!
//! Daypack does not print them yet. What sets them is the same layout, so that a language that comes later
//! finds paper ready for it.
pub(super) mod samples;

use samples::{ALL, Sample};

use super::pages::{content, sides, squeezed, wrong};
use super::pdf::File;
use super::texts;
use crate::support;

use daypack::font::Set;
use daypack::print::page::{Kind, Page, Run, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{Direction, Setting, Sheet};

use unicode_normalization::UnicodeNormalization;

use std::fs;

const SETTINGS: [Setting; 3] = [Setting::Normal, Setting::Compact, Setting::Large];

/// Each sample whose faces are installed, set in each way.
fn each(test: &str, mut look: impl FnMut(&Sample, &Set, &Sheet, &[Page])) {
    for sample in &ALL {
        let Some(faces) = sample.faces(test) else { continue };

        for setting in SETTINGS {
            for paper in Paper::ALL {
                let sheet = sample.sheet(setting);

                look(sample, &faces, &sheet, &print::layout_in(&faces, &sheet, paper));
            }
        }
    }
}

fn runs(page: &Page) -> impl Iterator<Item = &Run> {
    page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some(run),
        Shape::Line(_) | Shape::Square(_) | Shape::Code(_) => None,
    })
}

#[test]
fn every_script_is_set_whole_and_stays_in_its_column() {
    each(
        "every_script_is_set_whole_and_stays_in_its_column",
        |sample, _, sheet, pages| {
            assert_eq!(wrong(sheet, pages), None, "{} {:?}", sample.lang, sheet.setting);

            for run in pages.iter().flat_map(runs) {
                assert!(run.glyphs.iter().all(|glyph| glyph.id != 0), "{run:?}");
                assert!(!run.text.contains('\u{fffd}'), "{run:?}");
            }
        },
    );
}

/// Letters as they are meant: one form for each, without the marks that only steer direction and joining.
fn letters(text: &str) -> String {
    squeezed(&text.nfkd().filter(|letter| !is_steering(*letter)).collect::<String>())
}

fn is_steering(letter: char) -> bool {
    matches!(letter, '\u{200c}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// `pdftotext` puts right-to-left text back into the order of reading letter by letter, as if each letter had
/// a shape of its own: the letters of a ligature come out turned around, and marks beside another letter. So
/// there every letter must be read back, and every word without either must be read back in its order.
#[test]
fn every_script_is_read_back_letter_for_letter() {
    let test = "every_script_is_read_back_letter_for_letter";

    if !support::has_all(test, &["pdftotext", "qpdf"]) {
        return;
    }

    each(test, |sample, faces, sheet, pages| {
        let file = File::of(print::pdf::write_in(faces, pages, sheet).unwrap());
        let said = letters(&file.asked("pdftotext", &["-raw"], &["-"]));
        let set: String = pages.iter().flat_map(runs).map(|run| run.text.as_str()).collect();

        file.asked("qpdf", &["--check"], &[]);
        assert_eq!(sorted(&said), sorted(&letters(&set)), "{}: {said}", sample.lang);

        let joined: Vec<&str> = pages.iter().flat_map(runs).flat_map(ligatures).collect();

        for text in texts(sheet) {
            if sheet.direction() == Direction::LeftToRight {
                let text = letters(&text);

                assert!(said.contains(&text), "{}: {text} is not in {said}", sample.lang);
            } else {
                for word in text
                    .split_whitespace()
                    .filter(|word| is_letter_by_letter(word, &joined))
                {
                    let word = letters(word);

                    assert!(said.contains(&word), "{}: {word} is not in {said}", sample.lang);
                }
            }
        }
    });
}

fn sorted(text: &str) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    letters.sort_unstable();

    letters.into_iter().collect()
}

/// What one shape stands for, where that is several letters.
fn ligatures(run: &Run) -> impl Iterator<Item = &str> {
    run.glyphs
        .iter()
        .map(|glyph| &run.text[glyph.from as usize..glyph.to as usize])
        .filter(|text| text.chars().nth(1).is_some())
}

/// Whether a word of a right-to-left script has letters alone, each with a shape of its own.
fn is_letter_by_letter(word: &str, joined: &[&str]) -> bool {
    let is_letter = |letter| matches!(letter, '\u{5d0}'..='\u{5ea}' | '\u{621}'..='\u{64a}');

    word.chars().all(is_letter) && word.nfkd().eq(word.chars()) && !joined.iter().any(|letters| word.contains(letters))
}

/// The lines of the long paragraph, as they are set.
fn lines(sheet: &Sheet, pages: &[Page], wanted: &str) -> Vec<String> {
    let wanted = squeezed(wanted);
    let mut lines: Vec<(i32, String)> = Vec::new();
    let mut found: Vec<Vec<String>> = Vec::new();
    let mut last = None;

    for page in pages {
        for mark in content(page) {
            let Shape::Text(run) = &mark.shape else { continue };
            let part = mark.parts.as_ref().unwrap().last().unwrap().number;

            if last != Some(part) {
                found.push(lines.drain(..).map(|(_, line)| line).collect());
                last = Some(part);
            }

            match lines.last_mut() {
                Some((y, line)) if *y == run.y => line.push_str(&run.text),
                _ => lines.push((run.y, run.text.clone())),
            }
        }
    }

    found.push(lines.into_iter().map(|(_, line)| line).collect());
    found
        .into_iter()
        .find(|lines| squeezed(&lines.concat()) == wanted)
        .unwrap_or_else(|| panic!("{}: the paragraph is not there", sheet.lang))
}

#[test]
fn thai_breaks_between_words_and_chinese_never_before_a_full_stop() {
    each(
        "thai_breaks_between_words_and_chinese_never_before_a_full_stop",
        |sample, _, sheet, pages| {
            let marked = sample.marked();
            let lines = lines(sheet, pages, &marked.replace('|', ""));
            let mut at = 0;

            assert!(lines.len() > 2, "{}: it is long", sample.lang);

            for (line, next) in lines.iter().zip(&lines[1..]) {
                let first = next.chars().next().unwrap();
                let last = line.trim_end().chars().last().unwrap();

                assert!(!"、。，；：？！）》”」".contains(first), "{} | {next}", line);
                assert!(!"（《“「".contains(last), "{} | {next}", line);

                at += squeezed(line).chars().count();

                if sample.lang == "th" {
                    assert!(may_break(marked, at), "{line} | {next}");
                }
            }
        },
    );
}

/// Whether a line may end behind so many letters of `marked`, which says where.
fn may_break(marked: &str, letters: usize) -> bool {
    let mut seen = 0;

    for character in marked.chars() {
        match character {
            '|' | ' ' if seen == letters => return true,
            '|' | ' ' => {}
            _ if seen == letters => return false,
            _ => seen += 1,
        }
    }

    true
}

#[test]
fn letters_join_where_the_script_joins_them() {
    let shaped = |sample: &Sample, text: &str| -> Option<(usize, usize)> {
        let faces = sample.faces("letters_join_where_the_script_joins_them")?;
        let mut sheet = sample.sheet(Setting::Normal);

        sheet.blocks = vec![daypack::sheet::Block::Paragraph(text.to_owned())];

        let pages = print::layout_in(&faces, &sheet, Paper::A4);
        let run = pages[0]
            .marks
            .iter()
            .find_map(|mark| match (&mark.parts, &mark.shape) {
                (Some(_), Shape::Text(run)) => Some(run),
                _ => None,
            })?;

        Some((run.glyphs.len(), text.chars().count()))
    };
    let of = |lang: &str| ALL.iter().find(|sample| sample.lang == lang).unwrap();

    // Lam and alef are one shape; a consonant that lost its vowel leans on the next.
    for (lang, text) in [("ar", "لا"), ("fa", "لا"), ("hi", "क्ष")] {
        if let Some((glyphs, letters)) = shaped(of(lang), text) {
            assert!(glyphs < letters, "{lang}: {text} takes {glyphs} glyphs");
        }
    }
}

#[test]
fn a_page_from_right_to_left_is_the_mirror_of_one_from_left_to_right() {
    each(
        "a_page_from_right_to_left_is_the_mirror_of_one_from_left_to_right",
        |sample, _, sheet, pages| {
            let is_mirrored = sheet.direction() == Direction::RightToLeft;
            let boxes = pages.iter().flat_map(|page| {
                let tick = content(page).find(|mark| matches!(mark.shape, Shape::Square(_)))?;
                let name = content(page)
                    .skip_while(|mark| !matches!(mark.shape, Shape::Square(_)))
                    .find(|mark| mark.parts.as_ref().unwrap().last().unwrap().kind == Kind::Paragraph)?;

                Some((sides(tick), sides(name)))
            });
            let mut count = 0;

            for ((left, right), (from, to)) in boxes {
                assert_eq!(left > from, is_mirrored, "{}: the box", sample.lang);
                assert!(if is_mirrored { to <= left } else { right <= from }, "{}", sample.lang);
                count += 1;
            }

            assert!(count > 0);
        },
    );
}

#[test]
fn two_runs_set_every_script_the_same() {
    each("two_runs_set_every_script_the_same", |_, faces, sheet, pages| {
        let again = print::layout_in(
            faces,
            sheet,
            if pages[0].width == 61_200 {
                Paper::Letter
            } else {
                Paper::A4
            },
        );

        assert_eq!(again, pages);
    });
}

#[test]
#[ignore = "draws every script for people to look at"]
fn scripts_to_look_at() {
    let folder = support::root().join("target/scripts");
    fs::create_dir_all(&folder).unwrap();

    each("scripts_to_look_at", |sample, faces, sheet, pages| {
        let bytes = print::pdf::write_in(faces, pages, sheet).unwrap();
        let name = format!("{}-{:?}-{}.pdf", sample.lang, sheet.setting, pages[0].width);

        fs::write(folder.join(name), bytes).unwrap();
    });
}
