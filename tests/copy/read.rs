//! The printed codes, read back from pictures of the pages as a phone would.
use super::picture::Picture;
use super::{cut, fixed, pages, plan, secret, sheet};
use crate::support;

use daypack::print::page::{Code, Mark, Page, Shape};
use daypack::print::{self, Paper};
use daypack::vault::paper::{Cut, Gathered};
use daypack::vault::{self, Consent};

use tempfile::TempDir;

use std::collections::BTreeSet;
use std::fs;
use std::process::Command;

/// Numbers that look random and are the same in every run.
pub struct Random(pub u64);

impl Random {
    pub fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}

/// The printed copy.
struct Printed {
    cut: Cut,
    pages: Vec<Page>,
    folder: TempDir,
}

impl Printed {
    fn new(cut: Cut, paper: Paper) -> Self {
        let pages = pages(&cut, paper);
        let folder = TempDir::new().unwrap();
        let pdf = print::pdf::write(&pages, &sheet(&cut)).unwrap();
        fs::write(folder.path().join("copy.pdf"), pdf).unwrap();

        Self { cut, pages, folder }
    }

    fn pictures(&self, dpi: u32) -> Vec<Picture> {
        let pictures = Picture::of(&self.folder.path().join("copy.pdf"), dpi);

        assert_eq!(pictures.len(), self.pages.len());
        pictures
    }
}

fn codes(page: &Page) -> impl Iterator<Item = &Code> {
    page.marks.iter().filter_map(|mark: &Mark| match &mark.shape {
        Shape::Code(code) => Some(code),
        _ => None,
    })
}

/// The codes that `rqrr` finds in a picture: about one in three of those that `zbarimg` finds, and no program
/// beside the tests is needed.
fn looked_at(picture: &Picture) -> BTreeSet<String> {
    let grey = |x: usize, y: usize| picture.pixels[y * picture.width + x];
    let mut prepared = rqrr::PreparedImage::prepare_from_greyscale(picture.width, picture.height, grey);

    prepared
        .detect_grids()
        .iter()
        .filter_map(|grid| grid.decode().ok())
        .map(|(_, text)| text)
        .collect()
}

/// The codes that another program finds in a whole picture at once.
fn found_by_zbar(picture: &Picture, folder: &TempDir) -> BTreeSet<String> {
    let path = folder.path().join("photo.pgm");
    let mut file = format!("P5\n{} {}\n255\n", picture.width, picture.height).into_bytes();
    file.extend(&picture.pixels);
    fs::write(&path, file).unwrap();

    let run = Command::new("zbarimg")
        .args(["-q", "--raw"])
        .arg(&path)
        .output()
        .unwrap();
    let said = String::from_utf8(run.stdout).unwrap();

    said.lines().map(str::to_owned).collect()
}

/// A hand that holds a phone is never still: each picture of a code differs from the one before, in size
/// and in degrees. A phone takes as many in two seconds.
fn held_by_hand() -> impl Iterator<Item = (f32, f32)> {
    let mut random = Random(0x0dd0_1234_5678_9abc);
    let mut between = move |from: f32, to: f32| from + (to - from) * ((random.next() >> 40) as f32 / (1 << 24) as f32);

    std::iter::once((1.0, 0.0)).chain((1..48).map(move |_| (between(0.8, 1.3), between(-6.0, 6.0))))
}

/// What becomes of the paper before somebody takes pictures of it, and what the camera makes of each picture.
struct Seen<'a> {
    paper: &'a dyn Fn(&Picture) -> Picture,
    camera: &'a dyn Fn(&Picture) -> Picture,
}

/// Paper as it came from the printer.
const AS_PRINTED: &dyn Fn(&Picture) -> Picture = &Picture::clone;

/// Holds the phone over one code after the other, with some of what is around it in the picture, until it
/// is read. Says how many pictures that took in all.
fn one_by_one(
    page: &Page,
    picture: &Picture,
    paper: &dyn Fn(&Picture) -> Picture,
    look: impl Fn(&Picture) -> BTreeSet<String>,
) -> (BTreeSet<String>, usize) {
    let scale = picture.width as f32 / page.width as f32;
    let (mut read, mut frames) = (BTreeSet::new(), 0);

    for code in codes(page) {
        let around = code.side() as f32 * 0.14;
        let [x, y] = [code.x, code.y].map(|at| ((at as f32 - around) * scale).max(0.0) as usize);
        let side = ((code.side() as f32 + 2.0 * around) * scale) as usize;
        let sight = paper(&picture.part(x, y, side, side));

        for (size, turned) in held_by_hand() {
            let found = look(&sight.held(size, turned));
            frames += 1;

            if !found.is_empty() {
                read.extend(found);
                break;
            }
        }
    }

    (read, frames)
}

fn assert_all(read: &BTreeSet<String>, printed: &Printed, how: &str) {
    let all: BTreeSet<String> = printed.cut.texts.iter().cloned().collect();

    support::say(&format!(
        "{how}: {} of {} codes read",
        read.intersection(&all).count(),
        all.len()
    ));
    assert!(*read == all, "{how}: {} were misread", read.difference(&all).count());
}

/// That every code of the copy can be read, one at a time, as `seen` shows it on `pictures` of the pages.
fn assert_each(printed: &Printed, pictures: &[Picture], how: &str, seen: &Seen<'_>) {
    let (mut read, mut frames) = (BTreeSet::new(), 0);

    for (page, picture) in printed.pages.iter().zip(pictures) {
        // Neither program reads everything that the other does; a phone reads more than both.
        let (texts, more) = one_by_one(page, picture, seen.paper, |sight| {
            let sight = (seen.camera)(sight);
            let found = looked_at(&sight);

            if found.is_empty() {
                found_by_zbar(&sight, &printed.folder)
            } else {
                found
            }
        });
        read.extend(texts);
        frames += more;
    }

    assert_all(&read, printed, &format!("{how}, {frames} pictures taken"));
}

#[test]
fn the_printed_codes_are_read_back_and_open_as_the_plan() {
    if !support::has_all("the_printed_codes_are_read_back_and_open_as_the_plan", &["pdftoppm"]) {
        return;
    }

    let printed = Printed::new(cut(&plan()), Paper::A4);

    for dpi in [150, 300] {
        let mut gathered = Gathered::new();

        for (page, picture) in printed.pages.iter().zip(printed.pictures(dpi)) {
            let (texts, _) = one_by_one(page, &picture, AS_PRINTED, looked_at);
            texts.iter().rev().for_each(|text| gathered.add(text));
        }

        let sealed = gathered.join().unwrap_or_else(|error| panic!("at {dpi} dpi {error}"));
        let opened = vault::open(&sealed, &secret(), Consent::NotAsked).unwrap();

        assert_eq!(opened.plaintext.as_str(), plan());
    }
}

#[test]
fn every_size_of_copy_is_read_from_a_picture_of_the_whole_page() {
    let programs = ["pdftoppm", "zbarimg"];

    if !support::has_all("every_size_of_copy_is_read_from_a_picture_of_the_whole_page", &programs) {
        return;
    }

    for paper in Paper::ALL {
        for (length, count) in [(2_230, (4, 1)), (4_278, (8, 2)), (8_374, (12, 2))] {
            let printed = Printed::new(fixed(length), paper);
            assert_eq!((printed.cut.texts.len(), printed.pages.len()), count, "{paper:?}");

            for dpi in [150, 300] {
                let pictures = printed.pictures(dpi);
                let read = pictures.iter().flat_map(|it| found_by_zbar(it, &printed.folder));

                assert_all(
                    &read.collect(),
                    &printed,
                    &format!("{paper:?}, whole pages at {dpi} dpi"),
                );
            }
        }
    }
}

/// Each is done to the largest copy, which has the smallest modules, on the smaller paper.
#[test]
fn codes_are_read_askew_blurred_grainy_and_folded() {
    if !support::has_all(
        "codes_are_read_askew_blurred_grainy_and_folded",
        &["pdftoppm", "zbarimg"],
    ) {
        return;
    }

    let printed = Printed::new(fixed(8_374), Paper::Letter);
    let flat = printed.pictures(300);
    let folded: Vec<_> = flat.iter().map(|it| it.folded(&[0.25, 0.5, 0.75], &[0.5])).collect();

    let seen = |how: &str, pictures: &[Picture], camera: &dyn Fn(&Picture) -> Picture| {
        let paper = AS_PRINTED;

        assert_each(&printed, pictures, how, &Seen { paper, camera });
    };

    seen("flat", &flat, &Picture::clone);
    seen("tilted by 10°, turned by 7°", &flat, &|it| it.tilted(10.0, 7.0));
    seen("out of focus", &flat, &|it| it.blurred(1));
    seen("with grain of 60 greys", &flat, &|it| it.grainy(60));
    seen("folded twice each way", &folded, &Picture::clone);
}

/// The smallest modules again. A photocopier softens, hardens, moves and speckles, each time anew.
#[test]
fn codes_are_read_from_a_third_photocopy() {
    if !support::has_all("codes_are_read_from_a_third_photocopy", &["pdftoppm", "zbarimg"]) {
        return;
    }

    let printed = Printed::new(fixed(8_374), Paper::Letter);
    let flat = printed.pictures(300);
    let seen = Seen {
        paper: &Picture::third_copy,
        camera: &Picture::clone,
    };

    assert_each(&printed, &flat, "a third photocopy", &seen);
}

#[test]
fn a_stain_over_a_part_of_each_code_does_no_harm() {
    if !support::has_all(
        "a_stain_over_a_part_of_each_code_does_no_harm",
        &["pdftoppm", "zbarimg"],
    ) {
        return;
    }

    let printed = Printed::new(fixed(2_230), Paper::A4);
    let page = &printed.pages[0];
    let mut picture = printed.pictures(150).remove(0);
    let scale = picture.width as f32 / page.width as f32;

    for code in codes(page) {
        let from = [code.x, code.y].map(|at| ((at + code.side() * 3 / 5) as f32 * scale) as usize);
        let side = (code.side() as f32 * 0.2 * scale) as usize;

        for y in from[1]..from[1] + side {
            picture.pixels[y * picture.width + from[0]..][..side].fill(90);
        }
    }

    assert_each(
        &printed,
        &[picture],
        "a stain over a twenty-fifth of each code",
        &Seen {
            paper: AS_PRINTED,
            camera: &Picture::clone,
        },
    );
}
