//! Boxes to tick with a few words beside them, as the small forms have them: the cards and the booklet.
use super::item::Found;
use super::{Block, Item, order};
use crate::content::{Measure, Pack};
use crate::{language, words};

/// What is done first, each measure in the words that `says` finds for it.
pub(super) fn first(pack: &Pack, carried: &[Found<'_>], says: fn(&Measure) -> &str) -> Vec<Block> {
    let first = order::first(&measures(carried));
    let count = [("count", first.len().into())];
    let items = first.into_iter().map(|measure| tick(pack, measure, says));

    headed(words::text_with("sheet-first", &count), items.collect())
}

/// A box and a few words.
pub(super) fn tick(pack: &Pack, measure: &Measure, says: fn(&Measure) -> &str) -> Block {
    Block::Item(Item {
        title: language::marked(pack, &measure.id, says(measure)),
        aside: String::new(),
        why: String::new(),
        ways: Vec::new(),
        also: Vec::new(),
        blanks: Vec::new(),
    })
}

/// The few words that a pack has for a measure; its name where there are none.
pub(super) fn short(measure: &Measure) -> &str {
    if measure.short.is_empty() {
        &measure.title
    } else {
        &measure.short
    }
}

/// The measures behind the items.
pub(super) fn measures<'a>(carried: &[Found<'a>]) -> Vec<&'a Measure> {
    carried.iter().map(|item| item.measure).collect()
}

/// Blocks below a heading; nothing where there are none.
pub(super) fn headed(heading: String, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() {
        return blocks;
    }

    [Block::Heading(heading)].into_iter().chain(blocks).collect()
}
