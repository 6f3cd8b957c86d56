//! One sheet that becomes a small book of eight pages; and the same pages one after the other, to read.
//!
//! It is there to be carried, so it is made at one level alone: from the items that reveal nothing, their
//! devices, the place and the pack. Folded, it holds what is wanted on the way; what is done earlier stands
//! behind it, in the order in which it is given up where the paper is full.
use super::item::{Found, found};
use super::tick::{first, headed, measures, short, tick};
use super::{Block, Carry, Guides, Level, Part, Rest, Setting, Sheet, Source, law, list, order, own};
use crate::content::{Pack, When};
use crate::{language, words};

/// What is done on the way stands before what is done at home.
const TIMES: [When; 5] = [
    When::Leaving,
    When::During,
    When::After,
    When::DaysBefore,
    When::WeeksBefore,
];

/// Lines to write on, where a page is free.
const FREE_LINES: usize = 9;

/// The book of a plan, to fold. Each page begins where a [`Block::Page`] stands.
pub fn booklet(source: &Source<'_>) -> Sheet {
    let how = vec![
        Block::Heading(words::text("booklet-how")),
        Block::Points(vec![
            words::text("booklet-how-fold"),
            words::text("booklet-how-cut"),
            words::text("booklet-how-push"),
        ]),
    ];
    let guides = Block::Guides(Guides {
        fold: words::text("booklet-fold"),
        cut: words::text("booklet-cut"),
    });

    sheet(source, Setting::Booklet, [how, vec![guides]].concat())
}

/// The same pages in their order, each on its own, with nothing about folding: for a screen.
pub fn to_read(source: &Source<'_>) -> Sheet {
    sheet(source, Setting::Panels, Vec::new())
}

fn sheet(source: &Source<'_>, setting: Setting, how: Vec<Block>) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting,
    };
    let carried = found(source.pack, source.plan, carry.level);
    let status = language::note(source.pack).map(Block::Small);
    let cover = [Block::Lead(words::text("sheet-lead"))]
        .into_iter()
        .chain(status)
        .chain(how);

    // What is done first shares its pages with the rest, so that none is left half empty.
    let rest = vec![Block::Rest(rest(source.pack, &carried))];
    let to_do = [first(source.pack, &carried, |it| &it.title), rest].concat();
    let mut pages = vec![cover.collect(), to_do];
    pages.extend(pocket(source, &carried, &carry));
    pages.retain(|blocks| !blocks.is_empty());

    Sheet {
        foot: "{page}".to_owned(),
        ..Sheet::of(
            source.pack,
            &carry,
            words::text("sheet-title"),
            pages.join(&Block::Page { columns: 1 }),
        )
    }
}

/// Everything else by time, in short words.
fn rest(pack: &Pack, carried: &[Found<'_>]) -> Rest {
    let measures = measures(carried);
    let first = order::first(&measures);
    let ordered = order::by_time(&measures);
    let of = |when: When| {
        let now = ordered
            .iter()
            .filter(|measure| measure.when == when && !first.iter().any(|one| one.id == measure.id));

        Part {
            heading: list::heading(when),
            blocks: now.map(|measure| tick(pack, measure, short)).collect(),
        }
    };
    let mut parts: Vec<Part> = TIMES.into_iter().map(of).collect();
    parts.retain(|part| !part.blocks.is_empty());

    Rest {
        parts,
        overleaf: words::text_with("booklet-overleaf", &[("count", "{count}".into())]),
        more: words::text_with("booklet-more", &[("count", "{count}".into())]),
        free: vec![
            Block::Heading(words::text("booklet-notes")),
            Block::Blanks(vec![String::new(); FREE_LINES]),
        ],
    }
}

/// How to lock each device, what the law says, what to fill in by hand, what to do when something happens.
fn pocket(source: &Source<'_>, carried: &[Found<'_>], carry: &Carry) -> Vec<Vec<Block>> {
    let locks = list::lockable(source.pack, carried).map(|device| list::lock(source.pack, device));
    let law = law::in_pocket(source.pack, source.plan.place.as_ref(), carry.setting);
    let is_blank = |blocks: &Vec<Block>| blocks.iter().any(|block| matches!(block, Block::Blanks(_)));
    let cards = own::cards(source, carry.level).map(|card| {
        headed(
            language::marked(source.pack, &card.id, &card.title),
            list::lines(&card.lines),
        )
    });
    let (mut blank, told): (Vec<Vec<Block>>, Vec<Vec<Block>>) = cards.partition(is_blank);

    if blank.is_empty() {
        blank.push(headed(words::text("sheet-numbers"), vec![list::numbers()]));
    }

    vec![
        headed(words::text("sheet-lock"), locks.collect()),
        law.into_iter().map(heading).collect(),
        blank.concat(),
        told.concat(),
    ]
}

/// On a page so small, the name of a part is the name of the page.
fn heading(block: Block) -> Block {
    match block {
        Block::Subheading(text) => Block::Heading(text),
        other => other,
    }
}
