//! What other programs read on each panel of a folded sheet, and on each quarter: as a person who turns the paper.
use super::pdf::{File, unwrapped};
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::impose::booklet::{folded, open, small};
use daypack::print::impose::{EDGE, Side};
use daypack::print::page::{Page, Shape, Turn};
use daypack::print::{self, Paper};
use daypack::sheet::{self, Form, Level, Sheet, Source};

fn made(persona: &str, form: Form) -> Sheet {
    let pack = Pack::built_in();
    let persona = pack.personas.iter().find(|it| it.id.as_str() == persona).unwrap();
    let plan = Plan::new(pack, &Answers::of(persona));

    sheet::make(&Source::new(pack, &plan), form, Level::Safe)
}

/// Words in the order in which a program finds them in a part of a page: left, top, width and height.
fn words_in(file: &File, page: usize, part: [i32; 4]) -> String {
    let number = page.to_string();
    let [x, y, width, height] = part.map(|length| (length / 100).to_string());
    let asked = ["-raw", "-r", "72", "-f", &number, "-l", &number];
    let cut = ["-x", &x, "-y", &y, "-W", &width, "-H", &height];

    unwrapped(&file.asked("pdftotext", &[&asked[..], &cut[..]].concat(), &["-"]))
}

/// What is to be read on a panel: its marks in the order of the structure.
fn meant(page: &Page, [x, y, width, height]: [i32; 4]) -> String {
    let texts = page
        .marks
        .iter()
        .filter(|mark| mark.parts.is_some())
        .filter_map(|mark| match &mark.shape {
            Shape::Text(run) if (x..x + width).contains(&run.x) && (y..y + height).contains(&run.y) => {
                Some(run.text.as_str())
            }
            _ => None,
        });

    unwrapped(&texts.collect::<Vec<_>>().join(" "))
}

/// Without spaces: a run may end within a word.
fn close(text: &str) -> String {
    text.replace(' ', "")
}

#[test]
fn every_panel_is_read_in_its_order_and_the_turned_ones_too() {
    let test = "every_panel_is_read_in_its_order_and_the_turned_ones_too";

    if !support::has_all(test, &["pdftotext"]) {
        return;
    }

    let (mut turned, mut upright) = (0, 0);

    for persona in ["first-march", "organiser"] {
        for paper in Paper::ALL {
            let sheet = made(persona, Form::Booklet);
            let pages = print::layout(&sheet, paper);
            let file = File::new(&sheet, paper);

            for (page, number) in pages.iter().zip(1..) {
                let side: Side = match number {
                    1 => folded(paper, sheet.direction()),
                    _ => open(paper, sheet.direction()),
                };
                let (width, height) = small(paper);

                for cell in &side.cells {
                    // The middle of the panel, without the words along the lines to fold.
                    let part = [cell.x, cell.y, width, height];
                    let wanted = meant(page, part);
                    let read = words_in(&file, number, part);

                    assert!(
                        close(&read).contains(&close(&wanted)),
                        "{persona} {paper:?} {cell:?}:\n{read}\n{wanted}"
                    );

                    match cell.turn {
                        Turn::Half => turned += usize::from(!wanted.is_empty()),
                        Turn::Upright => upright += usize::from(!wanted.is_empty()),
                    }
                }
            }
        }
    }

    assert!(turned >= 12 && upright >= 12, "{turned} turned, {upright} upright");
}

#[test]
fn the_whole_sheet_is_read_page_after_page_of_the_book() {
    if !support::has_all("the_whole_sheet_is_read_page_after_page_of_the_book", &["pdftotext"]) {
        return;
    }

    let sheet = made("first-march", Form::Booklet);
    let read = unwrapped(&File::new(&sheet, Paper::A4).asked("pdftotext", &["-raw"], &["-"]));
    let pages = print::layout(&sheet, Paper::A4);
    let all = meant(&pages[0], [0, 0, pages[0].width, pages[0].height]);
    let mut rest = close(&read);

    // In the order of the book, with the numbers of its pages and the words beside its lines in between.
    for word in all.split(' ') {
        let at = rest
            .find(word)
            .unwrap_or_else(|| panic!("{word} is not behind what comes before it: {read}"));
        rest = rest.split_off(at + word.len());
    }
}

#[test]
fn each_quarter_reads_the_same() {
    if !support::has_all("each_quarter_reads_the_same", &["pdftotext"]) {
        return;
    }

    for paper in Paper::ALL {
        let sheet = made("first-march", Form::Quarter);
        let file = File::new(&sheet, paper);
        let (width, height) = paper.size();
        let (across, down) = (width / 2, height / 2);
        // The word beside the line to cut along stands below the first, in the margin.
        let quarter = |x, y| words_in(&file, 1, [x, y, across, down - EDGE]);
        let first = quarter(0, 0);

        assert!(first.starts_with("For the day"), "{first}");

        for (x, y) in [(across, 0), (0, down), (across, down)] {
            assert_eq!(quarter(x, y), first, "{paper:?}");
        }
    }
}
