//! Sizes of type and space: the one place where a number of the design stands.
//!
//! Hundredths of a point. Nothing is smaller than 7.5 points or thinner than three quarters of one, so
//! that it can still be read after a third photocopy.
use crate::font::Face;
use crate::print::impose::{self, booklet};
use crate::sheet::Setting;

pub(super) use crate::print::impose::HAIR;

/// How one kind of text is set.
#[derive(Debug, Clone, Copy)]
pub(in crate::print) struct Type {
    pub(in crate::print) face: Face,
    pub(in crate::print) size: i32,
    /// From one baseline to the next.
    pub(in crate::print) leading: i32,
}

/// Where columns are on every page.
#[derive(Debug, Clone, Copy)]
pub(in crate::print) struct Frame {
    pub(in crate::print) x: i32,
    pub(in crate::print) y: i32,
    /// All columns and the gaps between them.
    pub(in crate::print) width: i32,
    pub(in crate::print) height: i32,
    /// At least one.
    pub(in crate::print) columns: i32,
    pub(in crate::print) gap: i32,
    /// Below what spans columns.
    pub(in crate::print) below_span: i32,
}

/// Every size of one setting.
#[derive(Debug, Clone, Copy)]
pub(in crate::print) struct Scale {
    pub(in crate::print) title: Type,
    pub(in crate::print) heading: Type,
    pub(in crate::print) item: Type,
    pub(in crate::print) body: Type,
    pub(in crate::print) strong: Type,
    pub(in crate::print) small: Type,
    pub(in crate::print) caption: Type,
    /// From the left edge of a box to the text beside it.
    pub(in crate::print) gutter: i32,
    /// From a number to the text beside it.
    pub(in crate::print) hang: i32,
    /// Kept free at the end side of an item's text, for its minutes.
    pub(in crate::print) aside: i32,
    /// The side of a box to tick.
    pub(in crate::print) tick: i32,
    /// The side of the box of one device among several.
    pub(in crate::print) small_tick: i32,
    /// The height of a line to write on.
    pub(in crate::print) blank: i32,
    /// The least width of a label with its line to write on.
    pub(in crate::print) blank_width: i32,
    /// Between lines that belong together.
    pub(in crate::print) near: i32,
    /// Between paragraphs.
    pub(in crate::print) apart: i32,
    /// Above an item.
    pub(in crate::print) above_item: i32,
    /// Below what spans columns.
    pub(in crate::print) below_span: i32,
    /// Above the heading of a part of a part.
    pub(in crate::print) above_subheading: i32,
    /// Above a heading.
    pub(in crate::print) above_heading: i32,
    /// Between the margin and the paper's edge: sides, top, bottom.
    pub(in crate::print) margins: (i32, i32, i32),
    /// From the bottom edge to the foot's baseline.
    pub(in crate::print) foot: i32,
    pub(in crate::print) columns: i32,
    pub(in crate::print) gap: i32,
}

/// The least length of a line for a hand to write a number on, where its cell is not narrower: 35 mm.
pub(super) const HAND: i32 = 9_900;

/// The thickness of a box.
pub(super) const EDGE: i32 = 100;

const fn regular(size: i32, leading: i32) -> Type {
    Type {
        face: Face::Regular,
        size,
        leading,
    }
}

const fn bold(size: i32, leading: i32) -> Type {
    Type {
        face: Face::Bold,
        size,
        leading,
    }
}

const NORMAL: Scale = Scale {
    title: bold(2_400, 3_000),
    heading: bold(1_400, 1_900),
    item: bold(1_100, 1_500),
    body: regular(1_000, 1_400),
    strong: bold(1_000, 1_400),
    small: regular(925, 1_300),
    caption: regular(800, 1_100),
    gutter: 2_600,
    hang: 1_400,
    aside: 6_000,
    tick: 1_300,
    small_tick: 900,
    blank: 2_500,
    blank_width: 20_000,
    near: 250,
    apart: 600,
    above_item: 1_400,
    below_span: 1_400,
    above_subheading: 1_600,
    above_heading: 2_600,
    margins: (5_400, 5_400, 5_900),
    foot: 3_400,
    columns: 1,
    gap: 2_800,
};

const COMPACT: Scale = Scale {
    title: bold(1_600, 2_000),
    heading: bold(1_100, 1_450),
    item: bold(900, 1_200),
    body: regular(850, 1_130),
    strong: bold(850, 1_130),
    small: regular(800, 1_060),
    caption: regular(750, 980),
    gutter: 1_800,
    hang: 1_050,
    aside: 3_600,
    tick: 1_000,
    small_tick: 750,
    blank: 2_100,
    blank_width: 16_000,
    near: 150,
    apart: 400,
    above_item: 800,
    below_span: 1_200,
    above_subheading: 1_200,
    above_heading: 1_500,
    margins: (4_000, 4_000, 4_600),
    foot: 2_600,
    columns: 2,
    gap: 2_200,
};

const SEPARATOR: Scale = Scale {
    title: bold(16_000, 17_500),
    heading: bold(2_800, 3_600),
    item: bold(2_000, 2_700),
    body: regular(1_600, 2_200),
    strong: bold(1_600, 2_200),
    small: regular(1_400, 2_000),
    caption: regular(1_100, 1_500),
    hang: 2_200,
    apart: 1_200,
    above_item: 3_000,
    above_heading: 2_000,
    ..NORMAL
};

/// The foot is out of the way of the lowest codes and of their light edges.
const CODES: Scale = Scale { foot: 2_200, ..NORMAL };
const LARGE: Scale = Scale {
    title: bold(3_400, 4_200),
    heading: bold(2_500, 3_300),
    item: bold(2_000, 2_700),
    body: regular(1_800, 2_500),
    strong: bold(1_800, 2_500),
    small: regular(1_800, 2_500),
    caption: regular(1_800, 2_500),
    gutter: 4_000,
    hang: 2_600,
    aside: 7_500,
    tick: 2_200,
    small_tick: 1_700,
    blank: 4_400,
    blank_width: 48_000,
    near: 500,
    apart: 1_100,
    above_item: 2_600,
    below_span: 2_400,
    above_subheading: 2_800,
    above_heading: 4_200,
    margins: (4_500, 6_000, 6_600),
    foot: 3_000,
    columns: 1,
    gap: 2_800,
};

const ROOMY: Scale = Scale {
    title: bold(2_600, 3_200),
    heading: bold(1_600, 2_150),
    item: bold(1_350, 1_800),
    body: regular(1_225, 1_700),
    strong: bold(1_225, 1_700),
    small: regular(1_125, 1_550),
    caption: regular(900, 1_200),
    gutter: 2_900,
    hang: 1_700,
    aside: 9_500,
    tick: 1_500,
    small_tick: 1_100,
    blank: 3_100,
    blank_width: 21_000,
    near: 300,
    apart: 700,
    above_item: 1_900,
    above_subheading: 2_000,
    above_heading: 2_300,
    ..NORMAL
};

const CARDS: Scale = Scale {
    title: bold(950, 1_200),
    heading: bold(950, 1_150),
    item: bold(800, 1_000),
    body: regular(800, 1_000),
    strong: bold(800, 1_000),
    small: regular(750, 950),
    caption: regular(750, 950),
    gutter: 1_500,
    hang: 850,
    aside: 0,
    tick: 850,
    small_tick: 750,
    blank: 1_800,
    blank_width: 20_000,
    near: 90,
    apart: 250,
    above_item: 400,
    below_span: 500,
    above_subheading: 350,
    above_heading: 0,
    margins: (950, 800, 650),
    foot: 0,
    columns: 1,
    gap: 0,
};

/// A panel of a folded sheet. The margins are those of [`booklet::MARGIN`], with room for a number below.
const PANEL: Scale = Scale {
    title: bold(2_000, 2_500),
    heading: bold(1_050, 1_400),
    item: regular(850, 1_120),
    body: regular(800, 1_060),
    strong: bold(800, 1_060),
    small: regular(750, 980),
    caption: regular(750, 980),
    gutter: 1_500,
    hang: 800,
    aside: 0,
    tick: 850,
    small_tick: 750,
    blank: 1_850,
    blank_width: 30_000,
    near: 150,
    apart: 400,
    above_item: 300,
    below_span: 600,
    above_subheading: 1_000,
    above_heading: 850,
    margins: (booklet::MARGIN, booklet::MARGIN, booklet::MARGIN + 1_150),
    foot: booklet::MARGIN + 200,
    columns: 1,
    gap: 0,
};

/// A quarter of a sheet.
const QUARTER: Scale = Scale {
    title: bold(1_300, 1_600),
    heading: bold(950, 1_250),
    blank: 1_750,
    blank_width: 11_500,
    above_heading: 750,
    margins: (impose::EDGE, impose::EDGE, impose::EDGE + 300),
    ..PANEL
};

impl Scale {
    /// The one table of settings.
    pub(in crate::print) fn of(setting: Setting) -> Self {
        match setting {
            Setting::Normal => NORMAL,
            Setting::Compact => COMPACT,
            Setting::Separator => SEPARATOR,
            Setting::Codes => CODES,
            Setting::Booklet | Setting::Panels => PANEL,
            Setting::Quarter => QUARTER,
            Setting::Large => LARGE,
            Setting::Roomy => ROOMY,
            Setting::Cards => CARDS,
        }
    }

    /// From the top edge to the head's baseline: as far from the paper's edge as the foot is.
    pub(super) fn head(&self) -> i32 {
        self.foot + self.caption.size
    }

    /// What is inside the margins of a page of that width and height.
    pub(in crate::print) fn frame(&self, (width, height): (i32, i32)) -> Frame {
        let (sides, top, bottom) = self.margins;

        Frame {
            x: sides,
            y: top,
            width: width - 2 * sides,
            height: height - top - bottom,
            columns: self.columns,
            gap: self.gap,
            below_span: self.below_span,
        }
    }
}

impl Frame {
    /// The same place, in so many columns.
    pub(super) fn in_columns(mut self, columns: i32) -> Self {
        self.columns = columns.max(1);

        self
    }

    /// The width of one column.
    pub(super) fn column(&self) -> i32 {
        (self.width - self.gap * (self.columns - 1)) / self.columns
    }
}

impl Type {
    /// From the top of a line to its baseline, so that the text stands in the middle of its line.
    pub(super) fn baseline(&self) -> i32 {
        // Daypack Sans rises 1069 and falls 293 thousandths of its size; half the difference is 388.
        self.leading / 2 + self.size * 388 / 1_000
    }
}
