//! The pages of a stack that are for the person who hands out: what is in it, and one page before each pile.
//!
//! The first page alone says whom a pile fits. What stands between the piles says a letter and numbers:
//! one that stays between the handouts by mistake tells no more than they do.
use super::{Block, Carry, Form, Level, Said, Setting, Sheet, worksheet};
use crate::content::{Pack, Status};
use crate::{language, words};

/// A pile, as the person who hands out needs to know it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Heap {
    /// What it is called: `A`.
    pub letter: String,
    /// Whom it fits. Only ever on the first page.
    pub about: String,
    /// How sure the words of its handouts are, where they are a translation.
    pub status: Option<Status>,
    /// For how many people.
    pub people: u32,
    /// What each of them gets, in this order, and how many sheets of paper each is.
    pub parts: Vec<(Part, u32)>,
}

/// One thing that somebody gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Questions to think about, without a plan.
    Worksheet,
    /// A sheet of that form.
    Form(Form),
}

impl Heap {
    /// How many sheets of paper each person gets.
    pub fn sheets(&self) -> u32 {
        self.parts.iter().map(|(_, sheets)| sheets).sum()
    }
}

impl Part {
    /// What it is called on paper.
    fn label(self) -> String {
        match self {
            Self::Worksheet => words::text("stack-worksheet"),
            Self::Form(form) => form_name(form),
        }
    }
}

/// What a form is called by the person who hands out.
pub fn form_name(form: Form) -> String {
    match form {
        Form::List => words::text("stack-form-list"),
        Form::Compact => words::text("stack-form-compact"),
        Form::Large => words::text("stack-form-large"),
        Form::Card => words::text("stack-form-card"),
        Form::CheckIn => words::text("stack-form-check-in"),
        Form::Booklet => words::text("stack-form-booklet"),
        Form::BookletRead => words::text("stack-form-booklet-read"),
        Form::Quarter => words::text("stack-form-quarter"),
        Form::Restore => words::text("stack-form-restore"),
        Form::Guide => words::text("stack-form-guide"),
    }
}

/// What the whole stack is called, in the window of whoever opens it. Neutral.
pub fn title(pack: &Pack) -> String {
    words::within(&pack.lang, || words::text("stack-title"))
}

/// The first page: what is in the stack, and how to print it and hand it out. In the language of `pack`, as
/// every page here.
pub fn contents(pack: &Pack, heaps: &[Heap], is_two_sided: bool) -> Sheet {
    words::within(&pack.lang, || first_page(pack, heaps, is_two_sided))
}

fn first_page(pack: &Pack, heaps: &[Heap], is_two_sided: bool) -> Sheet {
    let title = words::text("stack-contents");
    let print = if is_two_sided {
        words::id("stack-print-two")
    } else {
        words::id("stack-print-one")
    };
    let mut blocks = vec![
        Block::Lead(words::text("stack-contents-lead")),
        Block::Heading(words::text("stack-piles")),
    ];

    blocks.extend(heaps.iter().map(|heap| Block::Said(line(heap))));
    blocks.extend([
        Block::Heading(words::text("stack-how")),
        Block::Points(vec![
            words::text(print),
            words::text("stack-how-letters"),
            words::text("stack-how-made-up"),
            words::text("stack-how-after"),
        ]),
    ]);

    whole(pack, title, Setting::Normal, blocks)
}

/// The page before a pile.
pub fn separator(pack: &Pack, heap: &Heap) -> Sheet {
    words::within(&pack.lang, || page_before(pack, heap))
}

fn page_before(pack: &Pack, heap: &Heap) -> Sheet {
    let each = heap
        .parts
        .iter()
        .map(|(part, sheets)| sheets_of(&part.label(), *sheets))
        .collect();
    let blocks = vec![
        Block::Heading(people(heap.people)),
        Block::Paragraph(words::text_with("stack-next", &[("sheets", heap.sheets().into())])),
        Block::Points(each),
        Block::Small(words::text("stack-take-out")),
    ];

    whole(pack, heap.letter.clone(), Setting::Separator, blocks)
}

/// The questions to think about, for somebody whose answers nobody knows.
pub fn blank(pack: &Pack) -> Sheet {
    words::within(&pack.lang, || worksheet::worksheet(pack))
}

/// One pile on the first page.
fn line(heap: &Heap) -> Said {
    let parts: Vec<String> = heap
        .parts
        .iter()
        .map(|(part, sheets)| sheets_of(&part.label(), *sheets))
        .collect();
    let noted = words::text_with(
        "stack-pile-noted",
        &[
            ("people", people(heap.people).into()),
            ("sheets", heap.sheets().into()),
            ("parts", parts.join(" · ").into()),
        ],
    );
    let status = heap.status.map(language::status);
    let noted = [noted].into_iter().chain(status).collect::<Vec<_>>().join(" · ");

    Said {
        label: words::text_with("stack-pile", &[("letter", heap.letter.as_str().into())]),
        text: heap.about.clone(),
        noted,
    }
}

fn people(count: u32) -> String {
    words::text_with("stack-people", &[("count", count.into())])
}

fn sheets_of(label: &str, sheets: u32) -> String {
    words::text_with("stack-part", &[("part", label.into()), ("sheets", sheets.into())])
}

/// A page without numbers at its foot; there is said how sure its words are, where they are a translation.
fn whole(pack: &Pack, title: String, setting: Setting, blocks: Vec<Block>) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting,
    };

    Sheet {
        foot: language::note(pack).unwrap_or_default(),
        ..Sheet::of(pack, &carry, title, blocks)
    }
}
