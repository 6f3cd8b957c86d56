//! How long a trainer's stack takes, and the memory of the whole process: 200 handouts of the built-in
//! checklist for people of five kinds, from the plans to the last byte of the file. Ends with 1 where a
//! limit is broken.
//!
//! Beside it half as many, to see that a page takes as long in a small stack as in a large one. Run it by
//! itself, with `cargo bench --no-default-features --bench stack`.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::expect_used,
    clippy::panic,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

#[path = "pdf/figures.rs"]
#[allow(dead_code, reason = "shared with another bench")]
mod figures;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::Paper;
use daypack::sheet::{Form, Source};
use daypack::stack::{Pile, Sides, Stack};

use figures::{Figure, Limits};

use std::env;
use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::Instant;

/// Kinds of people.
const PILES: u32 = 5;

/// Formats for each person.
const FORMS: [Form; 2] = [Form::List, Form::Compact];

/// How many people of each kind there are: 20, 100 and 200 handouts.
const COPIES: [u32; 3] = [2, 10, 20];

/// How often each stack is made; the best counts.
const RUNS: usize = 5;

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();

    if let [first, copies] = arguments.as_slice()
        && first == "--one"
    {
        one(copies.parse().expect("a number of copies"));

        return ExitCode::SUCCESS;
    }

    let [_, half, whole] = figures();
    let mut limits = Limits::default();

    limits.at_most(
        "a page of the largest stack, beside one of the half",
        whole.a_page() / half.a_page(),
        1.3,
    );
    limits.at_most("MiB at most, for the largest stack", whole.mebibytes, 64.0);

    limits.end()
}

/// The best figures for each stack, which take turns.
fn figures() -> [Figure; 3] {
    let run = |copies: u32| figures::of_a_process(&["--one".to_owned(), copies.to_string()]);
    let mut best = COPIES.map(run);

    for _ in 1..RUNS {
        for (best, copies) in best.iter_mut().zip(COPIES) {
            best.improve(run(copies));
        }
    }

    for (figure, copies) in best.iter().zip(COPIES) {
        println!("{} handouts, {figure}", PILES * copies * FORMS.len() as u32);
    }

    best
}

/// Makes a stack once, and says what it took.
fn one(copies: u32) {
    let start = Instant::now();
    let pack = Pack::built_in();
    let plans: Vec<Plan> = pack
        .personas
        .iter()
        .take(PILES as usize)
        .map(|persona| Plan::new(pack, &Answers::of(persona)))
        .collect();
    let stack = Stack {
        pack,
        piles: plans
            .iter()
            .map(|plan| Pile {
                source: Source::new(pack, plan),
                about: "Somebody".to_owned(),
                is_blank: false,
                copies,
            })
            .collect(),
        forms: FORMS.to_vec(),
        paper: Paper::A4,
        sides: Sides::Two,
    };
    let laid = stack.lay_out(|| ControlFlow::Continue(())).expect("a stack");
    let bytes = laid.write(|_| ControlFlow::Continue(())).expect("a file");
    let took = start.elapsed();

    assert_eq!(plans.len(), PILES as usize);
    assert!(bytes.starts_with(b"%PDF"));
    figures::say(took, laid.count().pages as usize);
}
