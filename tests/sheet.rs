//! What a printed thing contains, and the pages it becomes.
mod black;
mod booklet;
mod copied;
mod file;
mod fold;
mod forms;
mod language;
mod levels;
mod long;
mod look;
mod notes;
mod pack;
mod pages;
mod panels;
mod pdf;
mod restore;
mod room;
mod safe;
mod scripts;
mod small;
mod spoken;

use crate::support;

use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::sheet::list::list;
use daypack::sheet::{Block, Carry, Item, Level, Said, Setting, Sheet, Source};

use std::process::Command;

/// The list of a plan for anyone's eyes.
pub fn safe_list(pack: &Pack, plan: &Plan, setting: Setting) -> Sheet {
    let carry = Carry {
        level: Level::Safe,
        setting,
    };

    list(&Source::new(pack, plan), &carry)
}

/// Every text of a sheet, in the order of reading.
pub fn texts(sheet: &Sheet) -> Vec<String> {
    let said = |said: &Said| vec![said.label.clone(), said.text.clone(), said.noted.clone()];
    let mut texts = Vec::new();

    for block in &whole(&sheet.blocks) {
        match block {
            Block::Title(text)
            | Block::Lead(text)
            | Block::Heading(text)
            | Block::Subheading(text)
            | Block::Paragraph(text)
            | Block::Small(text) => texts.push(text.clone()),
            Block::Said(one) => texts.extend(said(one)),
            Block::Points(lines) | Block::Blanks(lines) => texts.extend(lines.clone()),
            Block::Item(item) => texts.extend(item_texts(item)),
            Block::Codes(codes) => {
                for code in codes {
                    texts.extend([code.number.clone(), code.of.clone(), code.says.clone()]);
                }
            }
            Block::Rest(_) | Block::Guides(_) | Block::Page { .. } => {}
        }
    }

    texts
}

/// With what is set where there is room, as if there were room for all.
fn whole(blocks: &[Block]) -> Vec<Block> {
    blocks
        .iter()
        .flat_map(|block| match block {
            Block::Rest(rest) => rest
                .parts
                .iter()
                .flat_map(|part| [vec![Block::Heading(part.heading.clone())], part.blocks.clone()].concat())
                .collect(),
            other => vec![other.clone()],
        })
        .collect()
}

fn item_texts(item: &Item) -> Vec<String> {
    let said = |said: &Said| [said.label.clone(), said.text.clone(), said.noted.clone()];
    let mut texts = vec![item.title.clone(), item.aside.clone(), item.why.clone()];

    for way in &item.ways {
        texts.push(way.on.clone());
        texts.extend(way.steps.clone());
        texts.extend(way.also.iter().flat_map(said));
        texts.push(way.noted.clone());
    }

    texts.extend(item.also.iter().flat_map(said));
    texts.extend(item.blanks.clone());

    texts
}

#[test]
fn the_committed_faces_are_what_their_script_makes() {
    let script = support::root().join("assets/fonts/subset");
    let run = Command::new(script).arg("--check").output().unwrap();
    let said = String::from_utf8_lossy(&run.stderr);

    match run.status.code() {
        Some(0) => {}
        Some(3) => support::skipped("the_committed_faces_are_what_their_script_makes", said.trim()),
        _ => panic!("{said}"),
    }
}
