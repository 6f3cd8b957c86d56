//! Texts made to cost a shaper dearly: refused, or set with work that grows no faster than they do.
//!
//! safety.md 59. Work is counted in shapes and pages, which are the same on every computer.
use daypack::content::{limits, text};
use daypack::print::page::{Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{Block, Setting, Sheet};

/// Shapes for each letter: a letter that is taken apart, and what stands around it.
const SHAPES: usize = 4;

fn bombs() -> Vec<String> {
    let mut bombs = vec![
        format!("a{}", "\u{301}".repeat(4_000)),
        "\u{200D}".repeat(4_000),
        format!("a{}", "\u{200E}".repeat(3)),
        "👩\u{200D}".repeat(2_000),
        "👩\u{200D}👩\u{200D}👧\u{200D}👦".repeat(500),
        "🏳\u{FE0F}\u{200D}🌈".repeat(1_000),
        "🇩🇪".repeat(2_000),
        "\u{1F1E6}".repeat(4_000),
        "\u{FDFA}".repeat(4_000),
        "ﷺ ".repeat(2_000),
        "\u{0F77}".repeat(2_000),
        "\u{1D160}".repeat(2_000),
        "\u{0390}".repeat(4_000),
        "ffi".repeat(1_300),
        "W".repeat(4_000),
        "a ".repeat(2_000),
        "\u{A0}".repeat(4_000),
        "\n".repeat(4_000),
        "\t".repeat(4_000),
        "a\u{200B}".repeat(2_000),
        "\u{AD}".repeat(4_000),
        "א(a[ب{1}]c)".repeat(350),
        "a\u{200F}1\u{200E}".repeat(1_000),
        "ا\u{644}\u{640}".repeat(1_300),
        "क्ष्".repeat(1_000),
        "ကျွန်ုပ်".repeat(500),
        "ᬓ᭄ᬱ".repeat(1_000),
        "각".repeat(1_300),
        "\u{1100}\u{1161}\u{11A8}".repeat(1_300),
        "漢字".repeat(2_000),
    ];

    for marks in 1..=20 {
        let pile: String = (0..marks)
            .map(|mark| char::from_u32(0x300 + mark * 5).unwrap())
            .collect();

        bombs.push(format!("Z{pile}").repeat(4_000 / (marks as usize + 1)));
    }

    // Every two hundred and fifty-six letters of the planes that have any.
    for block in (0x100..0x3_2000_u32)
        .step_by(0x500)
        .chain((0x1_0000..0x1_FA00).step_by(0x180))
    {
        let letters: String = (block..block + 0x100).filter_map(char::from_u32).collect();

        bombs.push(letters.repeat(12));
    }

    bombs.truncate(200);
    bombs
}

#[test]
fn a_text_made_to_cost_is_refused_or_set_with_bounded_work() {
    let bombs = bombs();
    let (mut refused, mut most) = (0, 0.0_f64);

    assert_eq!(bombs.len(), 200);

    for bomb in &bombs {
        let Ok(clean) = text::clean(bomb) else {
            refused += 1;
            continue;
        };
        let clean: String = clean.chars().take(limits::TEXT).collect();
        let length = clean.chars().count();
        let pages = print::layout(&sheet(clean), Paper::A4);
        let shapes: usize = pages.iter().map(shapes).sum();

        assert!(
            shapes <= SHAPES * length + 200,
            "{shapes} shapes for {length} letters: {bomb:.20}"
        );
        // Four thousand line ends are eighty-odd pages; nothing takes more room than that.
        assert!(
            pages.len() <= 2 + length / 30,
            "{} pages for {length} letters: {bomb:.20}",
            pages.len()
        );
        most = most.max(shapes as f64 / length.max(1) as f64);
    }

    assert!(refused >= 12, "{refused}");
    crate::support::say(&format!(
        "200 texts: {refused} refused, at most {most:.2} shapes a letter in the others"
    ));
}

fn shapes(page: &Page) -> usize {
    page.marks
        .iter()
        .map(|mark| match &mark.shape {
            Shape::Text(run) => run.glyphs.len(),
            Shape::Line(_) | Shape::Square(_) | Shape::Code(_) => 1,
        })
        .sum()
}

fn sheet(words: String) -> Sheet {
    Sheet {
        title: "A sheet".to_owned(),
        lang: "en".to_owned(),
        setting: Setting::Normal,
        head: String::new(),
        foot: String::new(),
        goes_on: String::new(),
        tick: "Box".to_owned(),
        blocks: vec![Block::Title("A sheet".to_owned()), Block::Paragraph(words)],
    }
}
