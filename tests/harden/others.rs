//! What other programs of the same person can do to a process of ours. Needs root, to become two of them.
use super::{NOBODY, copy, is_child, is_root, program};
use crate::support::{self, Home};

use daypack::harden;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command};

/// By its place: what comes first on a person's path may be closed to others.
const PYTHON: &str = "/usr/bin/python3";

/// Tries three ways to read what lies at an address, and names those that worked.
const ATTACKS: &str = "
import ctypes, os, sys

pid, at, size = map(int, sys.argv[1:])
libc = ctypes.CDLL(None)
worked = []

try:
    if b'canary' in os.pread(os.open(f'/proc/{pid}/mem', os.O_RDONLY), size, at):
        worked.append('mem')
except OSError:
    pass

class Piece(ctypes.Structure):
    _fields_ = [('at', ctypes.c_void_p), ('size', ctypes.c_size_t)]

here = ctypes.create_string_buffer(size)
near, far = Piece(ctypes.addressof(here), size), Piece(at, size)
libc.process_vm_readv(pid, ctypes.byref(near), 1, ctypes.byref(far), 1, 0)
if b'canary' in here.raw:
    worked.append('readv')

seize = 0x4206
libc.ptrace.argtypes = [ctypes.c_long] * 4
if libc.ptrace(seize, pid, 0, 0) == 0:
    worked.append('ptrace')

print(' '.join(worked))
";

/// safety.md 43.
#[test]
fn three_attacks_by_another_program_of_the_same_person_fail() {
    let test = "three_attacks_by_another_program_of_the_same_person_fail (43)";
    let yama = fs::read_to_string("/proc/sys/kernel/yama/ptrace_scope").unwrap_or_default();

    if !is_root() {
        return support::skipped(test, "only root can become two other programs");
    }

    if !matches!(yama.trim(), "" | "0") {
        return support::skipped(test, "this system refuses such attacks on every program");
    }

    if !support::has_all(test, &["setpriv"]) {
        return;
    }

    if !Path::new(PYTHON).is_file() {
        return support::skipped(test, "`python3` is not installed");
    }

    let home = Home::new();
    let program = copy(&home);

    assert_eq!(
        attacked(&program, "child_is_open"),
        "mem readv ptrace",
        "the attacks are real"
    );
    assert_eq!(attacked(&program, "child_is_closed"), "");
}

/// Starts a child that holds something, and says which attacks on it worked.
fn attacked(path: &Path, name: &str) -> String {
    let mut child = program(path, &format!("others::{name}")).spawn().unwrap();
    let place = place(&mut child);
    let number = child.id().to_string();
    let output = Command::new("setpriv")
        .args(NOBODY)
        .args([PYTHON, "-c", ATTACKS, &number])
        .args(place.split(' '))
        .output()
        .unwrap();

    drop(child.stdin.take());
    child.kill().unwrap();
    child.wait().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// Where the child says that it holds it.
fn place(child: &mut Child) -> String {
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap()).lines();

    lines
        .find_map(|line| Some(line.unwrap().split_once("ready ")?.1.to_owned()))
        .expect("the child started")
}

fn hold() {
    let held = String::from("a canary in a plan");

    let mut said = std::io::stdout();

    writeln!(said, "ready {} {}", held.as_ptr().addr(), held.len()).unwrap();
    said.flush().unwrap();
    let _ = std::io::stdin().read(&mut [0]);
    assert!(held.ends_with("plan"), "it was held until here");
}

#[test]
#[ignore = "a child of the test above"]
fn child_is_open() {
    if is_child() {
        hold();
    }
}

#[test]
#[ignore = "a child of the test above"]
fn child_is_closed() {
    if is_child() {
        harden::process();
        hold();
    }
}
