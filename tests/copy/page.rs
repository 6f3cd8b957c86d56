//! The pages of a copy: where everything stands, and the words around the codes.
use super::{fixed, pages, sheet};
use crate::support;

use daypack::print::Paper;
use daypack::print::page::{Mark, Shape};
use daypack::sheet::{Block, Sheet};
use daypack::words;

#[test]
fn the_copy_is_set_as_it_was() {
    for paper in Paper::ALL {
        for (length, name) in [(2_230, "copy"), (8_374, "copy-largest")] {
            let all: Vec<String> = pages(&fixed(length), paper).iter().map(ToString::to_string).collect();

            support::assert_golden(&format!("pages/{name}-{}.txt", paper.name()), &all.join("\n"));
        }
    }
}

/// Everything a copy says before its codes.
fn said(sheet: &Sheet) -> String {
    let text = |block: &Block| match block {
        Block::Title(text) | Block::Lead(text) | Block::Heading(text) | Block::Paragraph(text) => text.clone(),
        Block::Points(lines) => lines.join(" "),
        _ => String::new(),
    };

    sheet.blocks.iter().map(text).collect::<Vec<_>>().join(" ")
}

#[test]
fn it_says_what_it_is_what_it_tells_where_to_fold_it_and_how_to_read_it_again() {
    let said = said(&sheet(&fixed(2_230)));

    for id in ["copy-lead", "copy-fold", "copy-scan", "copy-bring", "copy-join"] {
        let words = words::text(id);

        assert!(said.contains(&words), "{words}: {said}");
    }

    assert!(said.contains("shorter than 2 KiB"), "{said}");
}

/// The words about folding are true: at every mark at the edge a fold runs between the codes.
#[test]
fn every_mark_to_fold_at_leads_past_all_codes_with_their_light_edge() {
    for paper in Paper::ALL {
        for page in pages(&fixed(8_374), paper) {
            let (mut across, mut along) = (Vec::new(), Vec::new());

            for mark in &page.marks {
                match &mark.shape {
                    Shape::Line(line) if line.from.1 == line.to.1 && is_at_edge(line.from.0, page.width) => {
                        across.push(line.from.1);
                    }
                    Shape::Line(line) if line.from.0 == line.to.0 && is_at_edge(line.from.1, page.height) => {
                        along.push(line.from.0);
                    }
                    _ => {}
                }
            }

            assert_eq!(
                (across.len(), along.len()),
                (6, 1),
                "both ends of three, and one from above"
            );

            for code in page.marks.iter().filter_map(code) {
                let free = 4 * code.module;
                let misses = |from: i32, fold: i32| fold <= from - free || fold >= from + code.side() + free;

                assert!(across.iter().all(|fold| misses(code.y, *fold)), "{paper:?}");
                assert!(along.iter().all(|fold| misses(code.x, *fold)), "{paper:?}");
            }
        }
    }
}

fn is_at_edge(at: i32, length: i32) -> bool {
    at < 2_100 || at > length - 2_100
}

fn code(mark: &Mark) -> Option<&daypack::print::page::Code> {
    match &mark.shape {
        Shape::Code(code) => Some(code),
        _ => None,
    }
}
