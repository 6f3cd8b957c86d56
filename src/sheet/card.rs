//! Cards for a wallet: how to lock what one carries, what the law says, whom to call, what to do first.
//!
//! Cards are there to be carried, so they are made at one level alone: from the items that reveal nothing,
//! their devices, the place and the pack. Numbers are blank, for a hand.
use super::item::{Found, found};
use super::tick::{first, headed, short};
use super::{Block, Carry, Level, Setting, Sheet, Source, law, list, own};
use crate::{language, words};

/// The cards of a plan, one behind the other; each begins with its heading.
pub fn card(source: &Source<'_>) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Cards,
    };
    let carried = found(source.pack, source.plan, carry.level);
    let mut cards = vec![
        locks(source, &carried),
        law::in_three(source.pack, source.plan.place.as_ref()),
    ];

    cards.extend(own::cards(source, carry.level).map(|card| {
        headed(
            language::marked(source.pack, &card.id, &card.title),
            list::lines(&card.lines),
        )
    }));

    if !cards.iter().flatten().any(|block| matches!(block, Block::Blanks(_))) {
        cards.push(headed(words::text("sheet-numbers"), vec![list::numbers()]));
    }

    cards.push(first(source.pack, &carried, short));
    cards.retain(|blocks| !blocks.is_empty());

    // They are cut apart, so each says how sure its words are.
    for card in &mut cards {
        card.extend(language::short_note(source.pack).map(Block::Small));
    }

    Sheet {
        foot: String::new(),
        blocks: cards.join(&Block::Page { columns: 1 }),
        ..Sheet::of(source.pack, &carry, words::text("card-title"), Vec::new())
    }
}

/// How to lock and switch off each device that the items speak of. What is said of one stays on one card.
fn locks(source: &Source<'_>, carried: &[Found<'_>]) -> Vec<Block> {
    let locks = list::lockable(source.pack, carried).flat_map(|device| {
        let lock = [("how", device.lock_now.as_str().into())];
        let off = [("how", device.power_off.as_str().into())];

        [
            Block::Subheading(language::marked(source.pack, &device.id, &device.label)),
            Block::Points(vec![
                words::text_with("card-lock", &lock),
                words::text_with("card-off", &off),
            ]),
        ]
    });

    headed(words::text("sheet-lock"), locks.collect())
}
