//! What only paper for home says: reasons, decisions, what is left, what was ticked and noted.
//!
//! Every part asks the level first and is empty where it may not show, so no form can show it by mistake.
use super::{Block, Level, Said, Source};
use crate::content::{Card, Measure, On, Pack, text};
use crate::plan::progress::{Earlier, Key, Mark, Role};
use crate::plan::{Band, Item, Plan};
use crate::words;

/// Stands for letters that paper cannot show.
const LEFT_OUT: char = '…';

/// Why an item is in the plan, in the person's own answers.
pub(super) fn reasons(item: &Item, level: Level) -> Option<Said> {
    if !level.shows_reasons() || item.because.is_empty() {
        return None;
    }

    let reasons: Vec<String> = item
        .because
        .iter()
        .map(|because| {
            if because.is_assumed() {
                words::text_with("sheet-why-assumed", &[("reason", because.text.as_str().into())])
            } else {
                because.text.clone()
            }
        })
        .collect();

    Some(said(words::text("sheet-why"), reasons.join(" · ")))
}

/// What was decided, and what still is to be.
pub(super) fn decisions(pack: &Pack, plan: &Plan, level: Level) -> Vec<Block> {
    if !level.shows_reasons() {
        return Vec::new();
    }

    let decided = plan.decided.iter().filter_map(|(decision, side)| {
        let decision = pack.decision(decision)?;
        let side = decision.option(side)?;
        let sides = [
            ("gives", side.gives.as_str().into()),
            ("costs", side.costs.as_str().into()),
        ];

        Some(Block::Said(Said {
            noted: words::text_with("sheet-decided-sides", &sides),
            ..said(decision.asks.clone(), side.label.clone())
        }))
    });
    let undecided = plan.undecided.iter().filter_map(|open| {
        let decision = pack.decision(&open.decision)?;
        let labels: Vec<&str> = decision.options.iter().map(|side| side.label.as_str()).collect();

        Some(Block::Said(said(decision.asks.clone(), labels.join(" / "))))
    });

    [
        headed(words::text("sheet-decided"), decided.collect()),
        headed(words::text("sheet-undecided"), undecided.collect()),
    ]
    .concat()
}

/// What could happen, before and after everything in the plan, the worst that is left first.
pub(super) fn left(pack: &Pack, plan: &Plan, level: Level) -> Vec<Block> {
    if !level.shows_risk() {
        return Vec::new();
    }

    let lines: Vec<Block> = plan
        .left
        .iter()
        .filter(|left| left.before.band() != Band::None)
        .filter_map(|left| {
            let threat = pack.threat(&left.threat)?;
            let label = words::text_with("sheet-left-threat", &[("threat", threat.title.as_str().into())]);
            let values = [
                ("before", band(left.before.band()).into()),
                ("after", band(left.after.band()).into()),
            ];

            Some(Block::Said(said(label, words::text_with("sheet-left-line", &values))))
        })
        .collect();

    if lines.is_empty() {
        return lines;
    }

    let lead = Block::Paragraph(words::text("sheet-left-lead"));

    headed(words::text("sheet-left"), [lead].into_iter().chain(lines).collect())
}

/// The cards on a sheet of that level: those for everybody, and those that the plan keeps off other paper.
pub(super) fn cards<'a>(source: &Source<'a>, level: Level) -> impl Iterator<Item = &'a Card> {
    let plan = source.plan;
    let is_own = move |card: &Card| level.shows_notes() && plan.cards.contains(&card.id);

    source
        .pack
        .cards
        .iter()
        .filter(move |card| level.may_show_card(card) || is_own(card))
}

/// What became of an item, where that is the same everywhere it is done.
pub(super) fn mark(source: &Source<'_>, item: &Item, level: Level) -> Option<String> {
    let progress = source.progress.filter(|_| level.shows_notes())?;
    let mut marks = item.on.iter().map(|on| {
        progress.mark(&Key {
            measure: item.measure.clone(),
            on: on.clone(),
            role: Role::Main,
        })
    });
    let first = marks.next()??;

    marks.all(|mark| mark == Some(first)).then(|| match first {
        Mark::Done => words::text("sheet-done"),
        Mark::NotPossible => words::text("sheet-not-possible"),
        Mark::DoesNotApply => words::text("sheet-does-not-apply"),
    })
}

/// How settings of a measure were before, one a device, where the person said so.
pub(super) fn earlier(source: &Source<'_>, measure: &Measure, level: Level) -> Vec<Said> {
    let progress = source.progress.filter(|_| level.shows_notes());
    let notes = progress.into_iter().flat_map(|progress| progress.all_earlier());

    notes
        .filter(|(key, _)| key.measure == measure.id)
        .map(|(key, earlier)| {
            let label = match &key.on {
                On::Person => words::text("sheet-was"),
                On::Device(_) => {
                    let device = place(source.pack, &key.on, key.role);

                    words::text_with("sheet-was-on", &[("device", device.into())])
                }
            };

            said(label, was(earlier))
        })
        .collect()
}

/// How a setting was before, in words.
pub(super) fn was(earlier: &Earlier) -> String {
    match earlier {
        Earlier::On => words::text("sheet-was-switched-on"),
        Earlier::Off => words::text("sheet-was-switched-off"),
        Earlier::Other(note) => noted(note),
        Earlier::NotSure => words::text("sheet-was-not-sure"),
    }
}

/// A note as far as paper can show it, and that it does not show all of it where that is so.
fn noted(note: &str) -> String {
    if text::unprintable(note).is_none() {
        return note.to_owned();
    }

    let mut shown = String::new();

    for letter in note.chars() {
        if text::is_printable(letter) {
            shown.push(letter);
        } else if !shown.ends_with(LEFT_OUT) {
            shown.push(LEFT_OUT);
        }
    }

    words::text_with("sheet-was-in-part", &[("note", shown.trim().into())])
}

/// Whether paper can show all that is known of how a setting was; else there is room for a hand.
pub(super) fn is_whole(earlier: &Earlier) -> bool {
    match earlier {
        Earlier::Other(note) => text::unprintable(note).is_none(),
        Earlier::On | Earlier::Off | Earlier::NotSure => true,
    }
}

/// The name of a place where something is done; of a second device of its kind, with that.
pub(super) fn place(pack: &Pack, on: &On, role: Role) -> String {
    let On::Device(id) = on else {
        return words::text("sheet-restore-person");
    };
    let label = pack
        .device(id)
        .map_or_else(|| id.to_string(), |device| device.label.clone());

    match role {
        Role::Main => label,
        Role::Second => words::text_with("sheet-second", &[("device", label.into())]),
    }
}

fn headed(heading: String, blocks: Vec<Block>) -> Vec<Block> {
    if blocks.is_empty() {
        return blocks;
    }

    [Block::Heading(heading)].into_iter().chain(blocks).collect()
}

fn said(label: String, text: String) -> Said {
    Said {
        label,
        text,
        noted: String::new(),
    }
}

fn band(band: Band) -> String {
    match band {
        Band::None => words::text("band-none"),
        Band::Low => words::text("band-low"),
        Band::Medium => words::text("band-medium"),
        Band::High => words::text("band-high"),
        Band::Severe => words::text("band-severe"),
    }
}
