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

use figures::Limits;

use std::ops::ControlFlow;
use std::process::ExitCode;
use std::time::Instant;

/// Kinds of people.
const PILES: u32 = 5;

/// How many people of each kind there are, and what each of them gets: 20, 100 and 200 handouts.
const STACKS: [(&str, u32, &[Form]); 4] = [
    ("20 handouts", 2, &[Form::List, Form::Compact]),
    ("100 handouts", 10, &[Form::List, Form::Compact]),
    ("200 handouts", 20, &[Form::List, Form::Compact]),
    ("200 handouts, half of them booklets", 20, &[Form::List, Form::Booklet]),
];

/// How often each stack is made; the best counts.
const RUNS: usize = 5;

fn main() -> ExitCode {
    if let Some(subject) = figures::asked() {
        let (_, copies, forms) = STACKS.into_iter().find(|stack| stack.0 == subject).expect("a stack");
        one(copies, forms);

        return ExitCode::SUCCESS;
    }

    let [few, half, whole, folded] = STACKS.map(|(subject, ..)| move || figures::of_a_process(subject));
    let figures =
        figures::in_turns(RUNS, [&few, &half, &whole, &folded]).map(|figure| figure.expect("this program runs again"));
    let mut limits = Limits::default();

    for (figure, (subject, ..)) in figures.iter().zip(STACKS) {
        println!("{subject}, {figure}");
    }

    let [_, half, whole, folded] = figures;

    limits.at_most(
        "a page of the largest stack, beside one of the half",
        whole.a_page() / half.a_page(),
        1.3,
    );
    limits.at_most("MiB at most, for the largest stack", whole.mebibytes, 64.0);
    limits.at_most("MiB at most, with booklets", folded.mebibytes, 64.0);

    limits.end()
}

/// Makes a stack once, and says what it took.
fn one(copies: u32, forms: &[Form]) {
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
        forms: forms.to_vec(),
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
