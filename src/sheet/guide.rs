//! The run sheet: for whoever leads a workshop, step after step, with a clock that runs from 0:00.
//!
//! Made from the pack alone. It names nobody, says nothing of anybody's plan, and asks for no list.
use super::{Block, Carry, Item, Level, Said, Setting, Sheet, Way};
use crate::content::{GuideStep, Pack};
use crate::{language, words};

/// What stands in a pack between what people object and an answer.
const ANSWER: &str = " - ";

/// The run sheet of `pack`.
pub fn guide(pack: &Pack) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Roomy,
    };
    let mut blocks = vec![Block::Lead(words::text("guide-lead"))];
    let mut clock = 0;

    blocks.extend(to_bring(pack));

    for (number, step) in pack.guide.iter().enumerate() {
        blocks.push(Block::Item(Item {
            title: language::marked_step(pack, number, &step.title),
            ..item(step, clock)
        }));
        clock += u32::from(step.minutes);
    }

    blocks.push(if pack.guide.is_empty() {
        Block::Paragraph(words::text("guide-none"))
    } else {
        Block::Small(words::text_with("guide-close", &[("clock", time(clock).into())]))
    });

    Sheet::of(pack, &carry, words::text("guide-title"), blocks)
}

/// Everything that is needed, each thing once, in the order in which it is wanted.
fn to_bring(pack: &Pack) -> Option<Block> {
    let mut things: Vec<&str> = Vec::new();

    for thing in pack.guide.iter().flat_map(|step| &step.materials) {
        if !things.contains(&thing.as_str()) {
            things.push(thing);
        }
    }

    (!things.is_empty()).then(|| {
        Block::Said(Said {
            label: words::text("guide-bring"),
            text: things.join(" · "),
            noted: String::new(),
        })
    })
}

/// One step, which begins at `clock` minutes.
fn item(step: &GuideStep, clock: u32) -> Item {
    let values = [("clock", time(clock).into()), ("minutes", step.minutes.into())];

    Item {
        title: step.title.clone(),
        aside: words::text_with("guide-time", &values),
        why: if step.materials.is_empty() {
            String::new()
        } else {
            words::text_with("guide-needs", &[("things", step.materials.join(" · ").into())])
        },
        ways: vec![Way {
            on: String::new(),
            has_box: false,
            steps: step.say.clone(),
            also: Vec::new(),
            noted: String::new(),
        }],
        also: step.objections.iter().map(|objection| answered(objection)).collect(),
        blanks: Vec::new(),
    }
}

/// What people object, and an answer behind it.
fn answered(objection: &str) -> Said {
    let (label, text) = objection.split_once(ANSWER).map_or_else(
        || (words::text("guide-objection"), objection),
        |(theirs, ours)| {
            let quoted = words::text_with("guide-quoted", &[("words", theirs.trim().into())]);

            (quoted, ours.trim())
        },
    );

    Said {
        label,
        text: text.to_owned(),
        noted: String::new(),
    }
}

/// Minutes as hours and minutes: `1:05`.
fn time(minutes: u32) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_clock_runs_from_nothing_through_every_step() {
        let sheet = guide(Pack::built_in());
        let asides: Vec<&str> = sheet
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Item(item) => Some(item.aside.as_str()),
                _ => None,
            })
            .collect();

        assert_eq!(asides.first(), Some(&"0:00 · 10 min"));
        assert_eq!(asides.get(1), Some(&"0:10 · 20 min"));
        assert_eq!(asides.len(), Pack::built_in().guide.len());
        assert_eq!(time(65), "1:05");
    }

    #[test]
    fn an_objection_is_told_from_its_answer() {
        let both = answered("I have nothing to hide. - Maybe.");
        let alone = answered("It is late.");

        assert_eq!(
            (both.label.as_str(), both.text.as_str()),
            ("“I have nothing to hide.”", "Maybe.")
        );
        assert_eq!(alone.text, "It is late.");
    }
}
