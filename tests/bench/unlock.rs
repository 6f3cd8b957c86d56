//! Unlocking a plan, beside `age -d` of the same file: ten of each, in turns, and the memory it took.
//!
//! Prints medians, their ratio, and what a header without end costs `age` alone. Run it by itself, with
//! `cargo bench --no-default-features --bench unlock`.
#![allow(
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::disallowed_methods
)]

use daypack::harden::Secret;
use daypack::vault::{self, Consent, scan};

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

const RUNS: usize = 10;
const PHRASE: &str = "six plain words and no more";

fn main() {
    let secret = Secret::from_text(PHRASE).expect("short");
    let sealed = vault::seal_text("# vault\nformat = \"daypack\"\nversion = 1\n", &secret).expect("sealed");

    // In a child, because the memory of one unlock is asked for.
    if std::env::args().any(|argument| argument == "--one") {
        vault::open(&sealed, &secret, Consent::NotAsked).expect("opened");

        return println!("{}", peak());
    }

    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("plan.age"), &sealed).expect("written");

    let (mut ours, mut theirs) = (Vec::new(), Vec::new());

    for _ in 0..RUNS {
        let start = Instant::now();
        vault::open(&sealed, &secret, Consent::NotAsked).expect("opened");
        ours.push(start.elapsed());

        theirs.push(with_age(folder.path()));
    }

    let (ours, theirs) = (median(ours), median(theirs));

    println!(
        "unlock: {ours:?}; age -d: {theirs:?}; ratio {:.2} (at most 1.1)",
        ours.as_secs_f64() / theirs.as_secs_f64()
    );
    println!(
        "peak memory of sealing and unlocking: {} MiB (at most 330)",
        child_peak()
    );

    for kib in [8, 16, 32] {
        bomb(kib << 10);
    }
}

/// Opens the file with `age`, which reads the passphrase from a terminal.
fn with_age(folder: &Path) -> Duration {
    let start = Instant::now();
    let mut child = Command::new("script")
        .args(["-qec", "age -d -o plan.toml plan.age", "/dev/null"])
        .current_dir(folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .spawn()
        .expect("`script` and `age` are installed");

    let typed = format!("{PHRASE}\n");
    child
        .stdin
        .take()
        .expect("piped")
        .write_all(typed.as_bytes())
        .expect("typed");
    assert!(child.wait().expect("ends").success(), "age opens it");

    start.elapsed()
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn child_peak() -> String {
    let program = std::env::current_exe().expect("this program");
    let output = Command::new(program).arg("--one").output().expect("runs again");

    String::from_utf8_lossy(&output.stdout).trim().to_owned()
}

/// The most memory this process had, in MiB.
fn peak() -> u64 {
    let status = fs::read_to_string("/proc/self/status").expect("Linux");
    let line = status
        .lines()
        .find_map(|line| line.strip_prefix("VmHWM:"))
        .expect("a peak");

    line.trim()
        .trim_end_matches(" kB")
        .trim()
        .parse::<u64>()
        .expect("a number")
        / 1024
}

/// A header of many short stanzas: our scanner beside `age` alone, which reads it again after every line.
fn bomb(size: usize) {
    let stanza = "-> a b\n\n";
    let bytes = format!("age-encryption.org/v1\n{}", stanza.repeat(size / stanza.len())).into_bytes();

    let start = Instant::now();
    let _ = scan::scan(&bytes);
    let ours = start.elapsed();

    let start = Instant::now();
    let _ = age::Decryptor::new_buffered(bytes.as_slice());

    println!(
        "a header of {} KiB: refused in {ours:?}; age alone {:?}",
        size >> 10,
        start.elapsed()
    );
}
