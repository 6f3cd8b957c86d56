//! Little memory, and clocks that lie: in child processes, which are this test program again.
use super::{FAST, open, secret};
use crate::support;

use daypack::vault::{self, Consent, Error, scan};

use std::env;
use std::path::Path;
use std::process::{Command, Output};
use std::time::SystemTime;

const FAKETIME: &str = "/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1";

/// Set for children: `--include-ignored` alone must not run them without their limits.
const CHILD: &str = "DAYPACK_TEST_CHILD";

fn is_child() -> bool {
    env::var_os(CHILD).is_some()
}

/// Runs one of the ignored tests below by itself.
fn child(program: &mut Command, name: &str) -> Output {
    program
        .args(support::alone(&format!("vault::limits::{name}")))
        .env(CHILD, "1")
        .output()
        .expect("the child starts")
}

fn within(mib: u64, name: &str) {
    let mut program = Command::new("prlimit");
    program
        .arg(format!("--as={}", mib << 20))
        .arg("--")
        .arg(env::current_exe().unwrap());

    assert_passed(&child(&mut program, name));
}

fn assert_passed(output: &Output) {
    let said = String::from_utf8_lossy(&output.stdout);

    assert!(
        output.status.success() && said.contains("1 passed"),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

/// A file that claims to ask for this much work.
fn asking_for(work_factor: u8) -> Vec<u8> {
    let sealed = vault::seal_with("# vault\n", &secret("costly"), FAST).unwrap();
    let header = String::from_utf8_lossy(&sealed[..80]).into_owned();
    let end = header.match_indices('\n').nth(1).unwrap().0;

    [&sealed[..end - 1], work_factor.to_string().as_bytes(), &sealed[end..]].concat()
}

/// safety.md 14.
#[test]
fn a_costly_file_is_refused_without_taking_the_memory() {
    if support::has_all("a_costly_file_is_refused_without_taking_the_memory", &["prlimit"]) {
        within(512, "child_costly");
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_costly() {
    if !is_child() {
        return;
    }

    let mut cases = 0;

    for work_factor in 21..=63 {
        let refused = open(&asking_for(work_factor), "costly").map(|_| ()).unwrap_err();

        match (work_factor, refused) {
            (
                21 | 22,
                Error::NeedsConsent {
                    work_factor: asked,
                    mib,
                },
            ) => {
                assert_eq!((asked, mib), (work_factor, 1 << (work_factor - 10)));
            }
            (23.., Error::TooCostly { work_factor: asked }) => assert_eq!(asked, work_factor),
            (_, other) => panic!("{work_factor}: {other:?}"),
        }

        cases += 1;
    }

    assert_eq!(cases, 43);

    // With consent, the memory is asked for before it is taken: 2 GiB are not there.
    let refused = vault::open(&asking_for(21), &secret("costly"), Consent::Given)
        .map(|_| ())
        .unwrap_err();
    assert_eq!(refused, Error::NotEnoughMemory { mib: 2_048 });
}

/// safety.md 17.
#[test]
fn little_memory_is_said_and_ends_nothing() {
    if support::has_all("little_memory_is_said_and_ends_nothing", &["prlimit"]) {
        within(200, "child_little_memory");
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_little_memory() {
    if !is_child() {
        return;
    }

    let short = Error::NotEnoughMemory { mib: 256 };

    assert_eq!(vault::seal_text("# vault\n", &secret("small")).unwrap_err(), short);
    assert_eq!(open(&asking_for(18), "small").map(|_| ()).unwrap_err(), short);
    assert!(short.to_string().contains("256 MiB") && short.advice().contains("Close other programs"));

    let sealed = vault::seal_with("# vault\n", &secret("small"), FAST).unwrap();
    assert!(open(&sealed, "small").is_ok(), "what fits still works");
}

/// safety.md 13. Fifty and fifty with little work, and one each with ours, which takes its second.
#[test]
fn a_clock_that_lies_does_not_change_the_work() {
    if !Path::new(FAKETIME).is_file() {
        support::skipped(
            "a_clock_that_lies_does_not_change_the_work",
            "libfaketime is not installed",
        );

        return;
    }

    for pace in ["x1000", "x0.001"] {
        let mut program = Command::new(env::current_exe().unwrap());
        program
            .env("LD_PRELOAD", FAKETIME)
            .env("FAKETIME", format!("@2001-01-01 00:00:00 {pace}"));

        assert_passed(&child(&mut program, "child_clock"));
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_clock() {
    if !is_child() {
        return;
    }

    let year_2000 = SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(946_684_800);
    let now = SystemTime::now().duration_since(year_2000).unwrap().as_secs();
    assert!(now < 20 * 31_536_000, "the clock does not lie");

    let written = |sealed: &[u8]| scan::scan(sealed).unwrap().work_factor.unwrap();

    for _ in 0..50 {
        assert_eq!(written(&vault::seal_with("", &secret("clock"), FAST).unwrap()), FAST);
    }

    let sealed = vault::seal_text("", &secret("clock")).unwrap();
    assert_eq!(written(&sealed), 18);
    assert!(open(&sealed, "clock").is_ok());
}
