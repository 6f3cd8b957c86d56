//! The file of a stack: how it grows, how it is stopped, and that it is the same each time.
use super::{People, laid, three_forms, written};
use crate::support;

use daypack::stack::{Error, Progress, Sides};

use proptest::prelude::*;
use tempfile::TempDir;

use std::fs;
use std::ops::ControlFlow;
use std::process::Command;
use std::time::{Duration, Instant};

#[test]
fn forty_people_get_three_formats_in_one_go() {
    let start = Instant::now();
    let people = People::named(&["first-march", "carer", "organiser"]).and_nobody();
    let laid = laid(&people.stack(10, &three_forms(), Sides::Two));
    let mut said: Vec<Progress> = Vec::new();
    let bytes = laid
        .write(|progress| {
            said.push(progress);

            ControlFlow::Continue(())
        })
        .unwrap();
    let count = laid.count();
    let took = start.elapsed();

    assert_eq!(count.people, 40);
    assert!(bytes.starts_with(b"%PDF"));
    assert_eq!(said.len(), count.pages as usize);
    assert!(said.iter().zip(1..).all(|(progress, done)| progress.done == done));
    assert!(said.iter().all(|progress| progress.total == count.pages));
    assert_eq!(said.last().map(|last| last.percent()), Some(100));
    // Optimised it is a fraction of that; here other tests run beside it.
    assert!(took < Duration::from_secs(30), "{took:?}");
}

#[test]
fn the_same_stack_is_the_same_file() {
    let make = || {
        let people = People::named(&["first-march", "under-18"]).and_nobody();

        written(&laid(&people.stack(2, &three_forms(), Sides::Two)))
    };
    let there = std::thread::spawn(make);

    assert!(make() == there.join().unwrap());
}

#[test]
fn stopping_while_it_is_set_leaves_nothing() {
    let people = People::named(&["first-march", "carer"]);
    let stack = people.stack(1, &three_forms(), Sides::Two);

    for stop in 1..=4 {
        let mut left = stop;
        let stopped = stack.lay_out(|| {
            left -= 1;

            if left == 0 {
                ControlFlow::Break(())
            } else {
                ControlFlow::Continue(())
            }
        });

        assert_eq!(stopped.err(), Some(Error::Stopped));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn stopping_at_any_page_leaves_nothing(at in 0_u32..10_000) {
        let people = People::named(&["first-march"]);
        let laid = laid(&people.stack(3, &three_forms(), Sides::Two));
        let last = at % laid.count().pages + 1;
        let mut asked = 0;
        let stopped = laid.write(|progress| {
            asked = progress.done;

            if progress.done == last { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });

        prop_assert_eq!(stopped.err(), Some(Error::Stopped));
        prop_assert_eq!(asked, last, "nothing is made after it was stopped");
    }
}

#[test]
fn other_programs_read_every_page_and_the_way_to_each_pile() {
    let test = "other_programs_read_every_page_and_the_way_to_each_pile";

    if !support::has_all(test, &["pdfinfo", "pdftotext", "qpdf"]) {
        return;
    }

    let people = People::named(&["first-march", "carer"]).and_nobody();
    let laid = laid(&people.stack(2, &three_forms(), Sides::Two));
    let folder = TempDir::new().unwrap();
    let path = folder.path().join("stack.pdf");

    fs::write(&path, written(&laid)).unwrap();

    let asked = |program: &str, args: &[&str]| {
        let output = Command::new(program).args(args).output().unwrap();

        assert!(
            output.status.success(),
            "{program}: {}",
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    };
    let path = path.to_str().unwrap();
    let info = asked("pdfinfo", &[path]);
    let open = asked("qpdf", &["--qdf", "--object-streams=disable", path, "-"]);

    assert!(
        info.contains(&format!("Pages:           {}\n", laid.count().pages)),
        "{info}"
    );
    assert!(
        info.contains("Title:           Handouts\n") && info.contains("Tagged:          yes"),
        "{info}"
    );
    asked("qpdf", &["--check", path]);

    for entry in ["/Title (A)", "/Title (B)", "/Title (C)"] {
        assert_eq!(open.matches(entry).count(), 1, "{entry}");
    }

    let text = asked("pdftotext", &["-layout", path, "-"]);

    assert_eq!(
        text.matches("First march, no idea").count(),
        1,
        "on the first page alone"
    );
}
