//! A process's memory, read as root from its first byte to its last.
use crate::leaks::canary::plain_forms;

use std::fs;
use std::os::unix::fs::FileExt;

/// Whether this test may look into another process, whatever that process did against it.
pub fn is_possible() -> bool {
    rustix::process::geteuid().is_root()
}

/// The four forms in which a text may lie there.
pub fn forms(text: &str) -> [Vec<u8>; 4] {
    plain_forms(text).map(|(_, bytes)| bytes)
}

/// How often each of `wanted` stands in the memory of a process; and how many bytes were read.
pub fn count(process: u32, wanted: &[Vec<u8>]) -> (Vec<usize>, usize) {
    let maps = fs::read_to_string(format!("/proc/{process}/maps")).unwrap();
    let memory = fs::File::open(format!("/proc/{process}/mem")).unwrap();
    let mut counts = vec![0; wanted.len()];
    let mut size = 0;

    for line in maps.lines() {
        let mut parts = line.split_whitespace();
        let (range, rights) = (parts.next().unwrap(), parts.next().unwrap());
        let (start, end) = range.split_once('-').unwrap();
        let [start, end] = [start, end].map(|it| u64::from_str_radix(it, 16).unwrap());

        // What the kernel lends to every process cannot be read so, and has nothing of ours.
        if !rights.starts_with('r') || line.contains("[v") {
            continue;
        }

        let mut bytes = vec![0; usize::try_from(end - start).unwrap()];

        if memory.read_exact_at(&mut bytes, start).is_err() {
            continue;
        }

        size += bytes.len();

        for (count, wanted) in counts.iter_mut().zip(wanted) {
            *count += found(&bytes, wanted);
        }
    }

    (counts, size)
}

fn found(bytes: &[u8], wanted: &[u8]) -> usize {
    let mut rest = bytes;
    let mut count = 0;

    // The search for one byte is quick also where nothing else is.
    while let Some(at) = rest.iter().position(|byte| *byte == wanted[0]) {
        rest = &rest[at..];
        count += usize::from(rest.starts_with(wanted));
        rest = &rest[1..];
    }

    count
}

/// A search that cannot find proves nothing.
#[test]
fn what_is_in_memory_is_found_in_all_its_forms() {
    if !is_possible() {
        return crate::support::skipped("what_is_in_memory_is_found_in_all_its_forms", "only root can look");
    }

    // Twice at least: as what is kept, and as what is looked for.
    let kept: Vec<Vec<u8>> = forms("zqxhorbiv").to_vec();
    let wanted: Vec<Vec<u8>> = forms("zqxhorbiv").to_vec();
    let (counts, size) = count(std::process::id(), &wanted);

    assert!(counts.iter().all(|count| *count >= 2), "{counts:?}");
    assert!(size > 1_000_000);
    drop(kept);
}
