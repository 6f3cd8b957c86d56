//! What a copy of a copy of a copy leaves of the thinnest lines: they still part, and still say where to write.
use super::levels::whole;
use super::pdf::File;
use crate::copy::picture::Picture;
use crate::support;

use daypack::answers::Answers;
use daypack::plan::Plan;
use daypack::print::page::{Line, Page, Shape, Stroke};
use daypack::print::{self, Paper};
use daypack::sheet::{self, Form, Level, Source};

/// As a good printer draws, and as a copier looks.
const DPI: u32 = 300;

/// How far around a line its copies are looked for, in dots: under two millimetres.
const AROUND: usize = 20;

/// How far from its place the last copy of it may lie, in dots.
const OFF: usize = 8;

/// The lines that run from left to right without a gap.
fn lines(page: &Page) -> impl Iterator<Item = &Line> {
    page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Line(line) if line.from.1 == line.to.1 && line.stroke == Stroke::Solid => Some(line),
        _ => None,
    })
}

/// How much of a line is still dark, from 0 to 1, in a third copy of the strip around it.
fn left_of(line: &Line, page: &Page, picture: &Picture) -> f64 {
    let scale = picture.width as f32 / page.width as f32;
    let [from, to, down] = [line.from.0, line.to.0, line.from.1].map(|at| (at as f32 * scale) as usize);
    let strip = picture.part(from, down - AROUND, to - from, 2 * AROUND).third_copy();
    let is_dark = |x: &usize| (AROUND - OFF..AROUND + OFF).any(|y| strip.pixels[y * strip.width + x] < 128);
    // The ends may have left the strip.
    let inner = strip.width / 20..strip.width * 19 / 20;
    let many = inner.len();

    inner.filter(is_dark).count() as f64 / many as f64
}

#[test]
fn the_thinnest_lines_outlive_a_third_photocopy() {
    if !support::has_all("the_thinnest_lines_outlive_a_third_photocopy", &["pdftoppm"]) {
        return;
    }

    let pack = whole(12);
    let plan = Plan::new(&pack, &Answers::default());

    for form in [Form::List, Form::Card, Form::CheckIn] {
        let sheet = sheet::make(&Source::new(&pack, &plan), form, Level::Safe);
        let pages = print::layout(&sheet, Paper::A4);
        let pictures = File::new(&sheet, Paper::A4).pictures(DPI);
        let least = pages
            .iter()
            .zip(&pictures)
            .take(2)
            .flat_map(|(page, picture)| lines(page).take(6).map(|line| left_of(line, page, picture)))
            .fold(1.0, f64::min);

        assert!(least > 0.95, "{form:?}: {:.0} % of a line are left", least * 100.0);
    }
}
