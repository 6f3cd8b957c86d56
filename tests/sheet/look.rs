//! Pages to look at: `cargo test --test main sheet::look -- --ignored`, then see `target/pages`.
use super::scripts::samples::ALL;
use super::spoken::spoken;
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::font::Set;
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::handing::{self, Heap, Part};
use daypack::sheet::{self, Form, Level, Sheet, Source};

use std::fs;

/// Every sheet that somebody may hold, with its name. The copy on paper has pictures of its own.
fn sheets(pack: &Pack, persona: &str) -> Vec<(String, Sheet)> {
    let persona = pack.personas.iter().find(|it| it.id.as_str() == persona).unwrap();
    let plan = Plan::new(pack, &Answers::of(persona));
    let made = |form: Form, level| {
        let sheet = sheet::make(&Source::new(pack, &plan), form, level);

        (format!("{}-{}", form.name(), level.name()), sheet)
    };
    let heap = Heap {
        letter: "A".to_owned(),
        about: format!("{}. {}", persona.name, persona.about),
        status: None,
        people: 12,
        parts: vec![(Part::Form(Form::List), 3), (Part::Form(Form::Card), 1)],
    };
    let all = Form::ALL.into_iter().map(|form| made(form, Level::Safe));
    let own = [made(Form::List, Level::Home), made(Form::List, Level::All)];
    let heaps = [
        heap.clone(),
        Heap {
            letter: "B".to_owned(),
            ..heap.clone()
        },
    ];
    let handed = [
        ("stack-contents".to_owned(), handing::contents(pack, &heaps, true)),
        ("stack-separator".to_owned(), handing::separator(pack, &heap)),
        ("stack-blank".to_owned(), handing::blank(pack)),
    ];

    all.chain(own).chain(handed).collect()
}

#[test]
#[ignore = "draws every sheet for people to look at"]
fn pages_to_look_at() {
    let folder = support::root().join("target/pages");
    let pack = Pack::built_in();
    fs::create_dir_all(&folder).unwrap();

    for persona in ["first-march", "organiser"] {
        for (name, sheet) in sheets(pack, persona) {
            for paper in Paper::ALL {
                let pages = print::layout(&sheet, paper);
                let name = format!("{persona}-{name}-{}.pdf", paper.name());

                println!("{name}: {} pages", pages.len());
                fs::write(folder.join(name), print::pdf::write(&pages, &sheet).unwrap()).unwrap();
            }
        }
    }
}

#[test]
#[ignore = "draws every sheet from right to left for people to look at"]
fn pages_from_right_to_left_to_look_at() {
    let folder = support::root().join("target/pages");
    fs::create_dir_all(&folder).unwrap();

    for sample in ALL.iter().filter(|sample| ["ar", "he"].contains(&sample.lang)) {
        let Some(faces) = sample.faces("pages_from_right_to_left_to_look_at") else {
            continue;
        };

        for (name, sheet) in sheets(Pack::built_in(), "first-march") {
            let sheet = spoken(&sheet, sample);

            write(&folder.join(format!("{}-{name}.pdf", sample.lang)), &faces, &sheet);
        }
    }
}

fn write(path: &std::path::Path, faces: &Set, sheet: &Sheet) {
    let pages = print::layout_in(faces, sheet, Paper::A4);

    fs::write(path, print::pdf::write_in(faces, &pages, sheet).unwrap()).unwrap();
}
