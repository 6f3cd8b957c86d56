//! The painted page, and what the keyboard does with it, in a window without a screen.
use super::*;
use crate::font::Face;
use crate::gui::theme::{Look, Shade};
use crate::gui::widget::probe::Probe;
use crate::print::page::{Glyph, Kind, Line, Part, Run, Square, Stroke, Turn};

fn mark(number: Option<u32>, shape: Shape) -> Mark {
    let part = |number| Part {
        kind: Kind::Paragraph,
        number,
    };

    Mark {
        parts: number.map(|number| Arc::from([part(number)])),
        shape,
    }
}

/// A line of text; each of its letters is drawn as the glyph of this number.
fn run(number: Option<u32>, y: i32, glyph: u16, text: &str) -> Mark {
    let glyph = |from: usize| Glyph {
        id: glyph,
        advance: 600,
        right: 0,
        up: 0,
        from: from as u32,
        to: from as u32 + 1,
    };

    mark(
        number,
        Shape::Text(Run {
            x: 1_000,
            y,
            face: Face::Regular,
            size: 2_000,
            text: text.to_owned(),
            glyphs: (0..text.len()).map(glyph).collect(),
            turn: Turn::Upright,
        }),
    )
}

fn page(glyph: u16) -> Page {
    let square = Shape::Square(Square {
        x: 1_000,
        y: 1_000,
        side: 2_000,
        thickness: 100,
    });
    let line = Shape::Line(Line {
        from: (1_000, 4_000),
        to: (19_000, 4_000),
        thickness: 10,
        stroke: Stroke::Solid,
    });

    Page {
        width: 20_000,
        height: 12_000,
        marks: vec![
            mark(Some(1), square),
            run(Some(1), 6_000, glyph, "First line "),
            run(Some(1), 8_000, glyph, "and second"),
            mark(None, line),
            run(Some(2), 10_000, glyph, "Another"),
            run(None, 11_500, glyph, "Page 1 of 2"),
        ],
    }
}

/// How bright each pixel of the painted page is, inside its frame.
fn painted(shade: Shade, pages: &Arc<[Page]>, index: usize) -> Vec<u8> {
    let look = Look {
        shade,
        ..Look::default()
    };
    let mut probe = Probe::new(look, 600.0, 360.0);
    let mut shown = probe.show(sheet::<()>("sheet", "Page", (pages, index), |_| ()));
    let (width, height, pixels) = shown.picture();
    let is_inside = |at: usize| {
        let (x, y) = (at % width as usize, at / width as usize);

        (3..width as usize - 3).contains(&x) && (3..height as usize - 3).contains(&y)
    };

    pixels
        .chunks_exact(4)
        .enumerate()
        .filter(|(at, _)| is_inside(*at))
        .map(|(_, pixel)| {
            assert!(
                pixel[0] == pixel[1] && pixel[1] == pixel[2],
                "neither ink nor paper: {pixel:?}"
            );

            pixel[0]
        })
        .collect()
}

#[test]
fn the_paper_is_white_and_the_ink_black_in_every_shade() {
    let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
    let first = painted(Shade::Light, &pages, 0);

    assert!(first.iter().filter(|it| **it < 32).count() > 1_000, "hardly any ink");
    assert!(
        first.iter().filter(|it| **it == 255).count() > first.len() / 2,
        "no paper"
    );

    for shade in Shade::ALL {
        assert!(painted(shade, &pages, 0) == first, "{shade:?} changes the paper");
    }

    assert!(painted(Shade::Light, &pages, 1) != first);
}

#[test]
fn what_a_page_says_is_told_part_by_part_without_its_foot() {
    assert_eq!(words_of(&page(40)), "First line and second\nAnother");
}

#[test]
fn a_turned_page_is_painted_anew_in_the_same_window() {
    let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
    let mut probe = Probe::new(Look::default(), 600.0, 360.0);
    let mut picture = |index| {
        probe
            .show(sheet::<()>("sheet", "Page", (&pages, index), |_| ()))
            .picture()
            .2
    };
    let (first, second) = (picture(0), picture(1));

    assert!(first != second);
    assert!(picture(0) == first);
}

#[test]
fn the_keyboard_turns_pages_and_says_nothing_at_the_last() {
    let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
    let mut probe = Probe::new(Look::default(), 600.0, 360.0);
    let mut ui = probe.show(sheet("sheet", "Page", (&pages, 1), |page| page));

    assert_eq!(ui.tab_through().len(), 1);
    assert!(ui.key(Named::ArrowLeft) && ui.key(Named::PageUp));
    assert!(!ui.key(Named::ArrowRight), "there is no page after it");
    assert_eq!(ui.messages(), [0, 0]);
    drop(ui);

    let alone: Arc<[Page]> = Arc::from([page(40)]);
    let mut ui = probe.show(sheet::<()>("sheet", "Page", (&alone, 0), |_| ()));

    assert!(ui.tab_through().is_empty(), "one page alone is no stop");
}

#[test]
fn the_first_and_the_last_page_are_one_key_away() {
    let pages: Arc<[Page]> = [40, 50, 60, 70].into_iter().map(page).collect();
    let mut probe = Probe::new(Look::default(), 600.0, 360.0);
    let mut ui = probe.show(sheet("sheet", "Page", (&pages, 1), |page| page));

    ui.tab_through();
    assert!(ui.key(Named::End) && ui.key(Named::Home) && ui.key(Named::PageDown));
    assert_eq!(ui.messages(), [3, 0, 2]);
}

#[test]
fn in_a_window_that_runs_from_right_to_left_the_left_arrow_turns_to_the_next_page() {
    let pages: Arc<[Page]> = [40, 50, 60].into_iter().map(page).collect();
    let mut probe = Probe::new(Look::default(), 600.0, 360.0);
    let shown = sheet("sheet", "Page", (&pages, 1), |page| page).direction(Direction::RightToLeft);
    let mut ui = probe.show(shown);

    ui.tab_through();
    assert!(ui.key(Named::ArrowLeft) && ui.key(Named::ArrowRight) && ui.key(Named::PageDown));
    assert_eq!(ui.messages(), [2, 0, 2]);
}

/// What a person at the keyboard sees after these keys, from the whole page on.
fn looked(probe: &mut Probe, pages: &Arc<[Page]>, keys: &[Key]) -> (Lens, Vec<usize>) {
    let (mut lens, mut turned) = (Lens::default(), Vec::new());

    for key in keys {
        let page = sheet("sheet", "Page", (pages, 0), Err).lens(lens, Ok);
        let mut ui = probe.show(page);

        ui.tab_through();
        ui.chord(keyboard::Modifiers::empty(), key.clone());

        for message in ui.messages() {
            match message {
                Ok(seen) => lens = seen,
                Err(page) => turned.push(page),
            }
        }
    }

    (lens, turned)
}

#[test]
fn one_looks_closer_by_keys_and_the_arrows_move_over_the_page_without_turning_it() {
    let pages: Arc<[Page]> = Arc::from([page(40), page(50)]);
    let mut probe = Probe::new(Look::default(), 600.0, 600.0);
    let plus = Key::Character("+".into());
    let right = Key::Named(Named::ArrowRight);

    let (near, turned) = looked(&mut probe, &pages, std::slice::from_ref(&plus));

    assert_eq!((near.times(), near.at()), (2, (400, 2_000)), "where one begins to read");
    assert!(turned.is_empty());

    let keys = [
        plus,
        right.clone(),
        right.clone(),
        right.clone(),
        right,
        Key::Named(Named::ArrowDown),
    ];
    let (moved, turned) = looked(&mut probe, &pages, &keys);

    assert_eq!(moved.at().0, 10_000, "the right edge of the page");
    assert!(moved.at().1 > 0);
    assert!(turned.is_empty(), "an arrow at the edge turned the page");

    let (back, _) = looked(
        &mut probe,
        &pages,
        &[Key::Character("+".into()), Key::Character("-".into())],
    );

    assert_eq!(back, Lens::default());
}

#[test]
fn what_is_seen_closer_is_larger_and_stays_inside_its_frame() {
    let pages: Arc<[Page]> = Arc::from([page(40)]);
    let mut probe = Probe::new(Look::default(), 600.0, 600.0);
    let mut ink_of = |lens| {
        let shown = sheet("sheet", "Page", (&pages, 0), |_| ()).lens(lens, |_| ());
        let (width, _, pixels) = probe.show(shown).picture();
        let dark = |at: &(usize, &[u8])| at.1[0] < 32;
        let rows = pixels
            .chunks_exact(4)
            .enumerate()
            .filter(dark)
            .map(|(at, _)| at / width as usize);

        (rows.clone().count(), rows.max().unwrap_or(0))
    };
    let whole = Lens::default();
    let near = whole.closer(&pages[0], Direction::LeftToRight).unwrap();
    let ((ink, _), (more, lowest)) = (ink_of(whole), ink_of(near));

    assert!(more > ink, "{more} dark pixels are not more than {ink}");
    // 600 wide, and three quarters as high
    assert!(lowest <= 450, "ink at {lowest}, below the frame");
}

#[test]
fn a_turned_run_and_a_dashed_line_are_drawn_as_they_are() {
    let upright = page(40);
    let marks: Vec<Mark> = upright
        .marks
        .iter()
        .map(|mark| mark.clone().turned(upright.width, upright.height))
        .collect();
    let turned = Page {
        marks,
        ..upright.clone()
    };
    let mut dashed = upright.clone();

    for mark in &mut dashed.marks {
        if let Shape::Line(line) = &mut mark.shape {
            line.stroke = Stroke::Dashed;
        }
    }

    let pages: Arc<[Page]> = Arc::from([upright, turned, dashed]);
    let [upright, mut turned, dashed] = [0, 1, 2].map(|index| painted(Shade::Light, &pages, index));
    let ink = |pixels: &[u8]| pixels.iter().map(|it| i64::from(255 - it)).sum::<i64>();

    // Turned as a whole, the picture is the same from the other side, but for the rounding of its edges.
    turned.reverse();
    let apart: i64 = upright
        .iter()
        .zip(&turned)
        .map(|(one, other)| i64::from(one.abs_diff(*other)))
        .sum();

    assert!(apart * 20 < ink(&upright), "{apart} of {}", ink(&upright));
    assert!(ink(&dashed) < ink(&upright), "a dashed line has gaps");
}
