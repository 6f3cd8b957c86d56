//! A small handout, four alike on a sheet: how to lock, what the law says, who waits, whom to call.
//!
//! It is there to be carried, so it is made at one level alone: from the devices of the items that reveal
//! nothing, the place and the pack. What one writes on is blank.
use super::item::found;
use super::tick::headed;
use super::{Block, Carry, Guides, Level, Part, Rest, Said, Setting, Sheet, Source, law, list, own};
use crate::content::{Device, Pack};
use crate::{language, words};

/// The handout of a plan: one of the four.
pub fn quarter(source: &Source<'_>) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Quarter,
    };
    let mut blocks = vec![Block::Small(words::text("quarter-lead"))];

    blocks.extend(language::note(source.pack).map(Block::Small));
    blocks.extend(locks(source, &carry).map(Block::Rest));
    blocks.extend(law::in_three(source.pack, source.plan.place.as_ref()));
    blocks.extend(to_fill_in(source, &carry));
    blocks.push(Block::Guides(Guides {
        fold: String::new(),
        cut: words::text("booklet-cut"),
    }));

    Sheet {
        foot: String::new(),
        ..Sheet::of(source.pack, &carry, words::text("sheet-title"), blocks)
    }
}

/// How to lock each device that the items speak of, as far as there is room.
fn locks(source: &Source<'_>, carry: &Carry) -> Option<Rest> {
    let carried = found(source.pack, source.plan, carry.level);
    let locks: Vec<Block> = list::lockable(source.pack, &carried)
        .map(|device| lock(source.pack, device))
        .collect();

    (!locks.is_empty()).then(|| Rest {
        parts: vec![Part {
            heading: words::text("quarter-lock"),
            blocks: locks,
        }],
        overleaf: String::new(),
        more: words::text_with("quarter-more", &[("count", "{count}".into())]),
        free: Vec::new(),
    })
}

/// The cards that one writes on; lines for numbers where the pack has none.
fn to_fill_in(source: &Source<'_>, carry: &Carry) -> Vec<Block> {
    let cards = own::cards(source, carry.level).map(|card| {
        headed(
            language::marked(source.pack, &card.id, &card.title),
            list::lines(&card.lines),
        )
    });
    let blank = cards.filter(|blocks| blocks.iter().any(|block| matches!(block, Block::Blanks(_))));
    let blank: Vec<Block> = blank.flatten().collect();

    if blank.is_empty() {
        return headed(words::text("sheet-numbers"), vec![list::numbers()]);
    }

    blank
}

/// How to lock a device. How to switch it off is on the list: here is room for what must be quick.
fn lock(pack: &Pack, device: &Device) -> Block {
    let label = language::marked(pack, &device.id, &device.label);

    Block::Said(Said {
        label: words::text_with("sheet-device", &[("device", label.into())]),
        text: device.lock_now.clone(),
        noted: String::new(),
    })
}
