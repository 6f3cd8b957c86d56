//! What somebody gets who has answered nothing: questions to think about, and room for their own first five.
//!
//! There are no boxes beside the questions and no lines for answers: whoever found the paper could read
//! them. What nobody shall be asked aloud, or on paper, is not on it.
use super::item::{found, set};
use super::{Block, Carry, Item, Level, Said, Setting, Sheet, Source};
use crate::content::{Choice, Pack, Question};
use crate::plan::{Plan, nobody};
use crate::{language, words};

/// How many things there is room for.
const FIRST: usize = 5;

/// Questions to think about, what fits almost everybody, and room for the person's own first five.
pub(super) fn worksheet(pack: &Pack) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Normal,
    };

    let title = words::text("stack-sheet-title");
    let mut blocks = vec![
        Block::Lead(words::text("stack-sheet-lead")),
        Block::Heading(words::text("stack-sheet-think")),
        Block::Paragraph(words::text("stack-sheet-think-note")),
    ];

    let questions = nobody::asked_of_all(pack);

    blocks.extend(questions.into_iter().map(|question| Block::Said(asked(pack, question))));
    blocks.extend([
        Block::Heading(words::text("stack-sheet-first")),
        Block::Paragraph(words::text("stack-sheet-first-note")),
        Block::Blanks((1..=FIRST).map(|number| number.to_string()).collect()),
        // So that it fits on the back, on the shorter paper too.
        Block::Page { columns: 2 },
        Block::Heading(words::text("stack-sheet-everybody")),
        Block::Paragraph(words::text("stack-sheet-everybody-note")),
    ]);
    blocks.extend(for_everybody(pack, &carry).into_iter().map(Block::Item));

    Sheet::of(pack, &carry, title, blocks)
}

/// A question, with what can be said to it where that is not plain, and why it matters.
fn asked(pack: &Pack, question: &Question) -> Said {
    let is_plain = |choice: &Choice| choice.place.is_some() || choice.points.is_some() || choice.lead.is_some();
    let choices: Vec<&str> = match question.choices.iter().any(is_plain) {
        true => Vec::new(),
        false => question.choices.iter().map(|choice| choice.label.as_str()).collect(),
    };

    Said {
        label: language::marked(pack, &question.id, &question.asks),
        text: choices.join(" · "),
        noted: question.why.clone(),
    }
}

/// What is in every plan: what it is and why, without the steps, which differ from phone to phone.
fn for_everybody(pack: &Pack, carry: &Carry) -> Vec<Item> {
    let plan = Plan::of_nobody(pack, &[], None);
    let items = found(pack, &plan, carry.level);

    items
        .iter()
        .map(|found| Item {
            ways: Vec::new(),
            also: Vec::new(),
            ..set(&Source::new(pack, &plan), found, carry)
        })
        .collect()
}
