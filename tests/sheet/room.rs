//! How much a page is: what the memory of a thousand of them depends on, counted instead of measured.
use super::pages::sampler;

use daypack::print::page::{Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Setting, Sheet};

/// A list as long as the sampler's, so many times over.
fn list(times: usize) -> Sheet {
    let sampler = sampler(Setting::Normal);
    let items: Vec<Block> = sampler
        .blocks
        .iter()
        .filter(|block| matches!(block, Block::Item(_)))
        .cloned()
        .collect();

    Sheet {
        blocks: items.iter().cycle().take(items.len() * times).cloned().collect(),
        ..sampler
    }
}

/// Pages, bytes and objects of its file.
fn sizes(sheet: &Sheet) -> [usize; 3] {
    let pages = print::layout(sheet, Paper::A4);
    let bytes = print::pdf::write(&pages, sheet).unwrap();
    let objects = bytes.windows(7).filter(|window| *window == b" 0 obj\n").count();

    [pages.len(), bytes.len(), objects]
}

#[test]
fn a_page_more_takes_little_room_in_the_file() {
    let (few, many) = (sizes(&list(20)), sizes(&list(60)));
    let [pages, bytes, objects] = [0, 1, 2].map(|at| many[at] - few[at]);

    assert!(pages >= 5, "{pages} pages");
    // Every object is in memory three times before the file is whole, and a page of text has about a hundred.
    assert!(objects <= 110 * pages, "{objects} objects on {pages} pages");
    assert!(bytes <= 14_000 * pages, "{bytes} bytes on {pages} pages");
}

#[test]
fn pages_that_come_one_by_one_are_the_same() {
    let sheet = list(10);
    let mut left = print::pages(&sheet, Paper::Letter);
    let whole = print::layout(&sheet, Paper::Letter);
    let mut writer = print::pdf::Writer::new(&sheet).unwrap();

    for (page, done) in whole.iter().zip(1..) {
        let next: Page = left.next().unwrap();

        assert_eq!(next, *page);
        assert_eq!(left.len(), whole.len() - done);
        assert!(
            next.marks
                .iter()
                .any(|mark| matches!(&mark.shape, Shape::Text(run) if !run.glyphs.is_empty()))
        );
        writer.page(&next).unwrap();
    }

    assert_eq!(left.next(), None);
    assert_eq!(writer.finish().unwrap(), print::pdf::write(&whole, &sheet).unwrap());
}
