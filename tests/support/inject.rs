//! A system that fails or interrupts at one call of a program: `strace` sees to it.
//!
//! First the program is watched once, to learn which calls it makes; then it runs again for each of them.
use super::{Home, has_all, run, skipped};

use std::collections::BTreeMap;
use std::env;
use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::process::{Command, Output};

/// Calls that are about memory, threads and time, and not about files: they are refused elsewhere, or not at all.
const OTHERS: [&str; 20] = [
    "arch_prctl",
    "brk",
    "clock_gettime",
    "clone3",
    "execve",
    "exit",
    "exit_group",
    "futex",
    "gettid",
    "madvise",
    "mmap",
    "mprotect",
    "mremap",
    "munmap",
    "rseq",
    "sched_getaffinity",
    "sched_yield",
    "set_robust_list",
    "sigaltstack",
    "rt_sigaction",
];

/// One call of a program: the how-manieth of its kind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// What it is called.
    pub name: String,
    /// How many of that name there were up to it, itself included.
    pub number: u32,
}

impl Call {
    /// What `strace` is told, so that `what` happens here, such as `error=EIO` or `signal=INT`.
    fn line(&self, what: &str) -> [String; 2] {
        let Self { name, number } = self;

        [
            format!("--trace={name}"),
            format!("--inject={name}:{what}:when={number}"),
        ]
    }
}

/// Whether `strace` is there and lets this user trace; if not, the test counts as skipped.
pub fn can_inject(test: &str) -> bool {
    if !has_all(test, &["strace"]) {
        return false;
    }

    let tried = run(Command::new("strace").args(["-o", "/dev/null", "true"]), b"");

    if !tried.status.success() {
        skipped(test, "this user may not trace");
    }

    tried.status.success()
}

/// The calls that a program makes after the last one with `from` in it, and what came of the program.
pub fn calls(command: &Command, from: &str) -> (Vec<Call>, Output) {
    let home = Home::new();
    let log = home.join("trace");
    let mut traced = under(&["-o".to_owned(), log.display().to_string()], command);
    let output = run(&mut traced, b"");
    let log = fs::read_to_string(&log).unwrap();

    (after(&log, from), output)
}

/// Runs a program with `what` happening at one of its calls.
pub fn injected(command: &Command, call: &Call, what: &str) -> Output {
    let mut line = vec!["-o".to_owned(), "/dev/null".to_owned()];

    line.extend(call.line(what));
    run(&mut under(&line, command), b"")
}

/// Which signal ended it, if one did.
pub fn ended_by(output: &Output) -> Option<i32> {
    output.status.signal()
}

/// The same program as a child of `strace`.
fn under(options: &[String], command: &Command) -> Command {
    let mut traced = Command::new("strace");

    traced
        .args(["-f", "-qqq"])
        .args(options)
        .arg(command.get_program())
        .args(command.get_args())
        .env_clear()
        .env("PATH", env::var_os("PATH").unwrap_or_default());

    for (name, value) in command.get_envs() {
        if let Some(value) = value {
            traced.env(name, value);
        }
    }

    if let Some(folder) = command.get_current_dir() {
        traced.current_dir(folder);
    }

    traced
}

/// The calls of the first thread in a log.
fn after(log: &str, from: &str) -> Vec<Call> {
    let first = log.split_once(' ').map_or("", |(process, _)| process);
    let mut numbers = BTreeMap::new();
    let mut calls = Vec::new();

    for line in log.lines() {
        let Some(line) = line.strip_prefix(first).map(str::trim_start) else {
            continue;
        };
        let Some((name, rest)) = line.split_once('(') else {
            continue;
        };

        if !name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        {
            continue;
        }

        let number = numbers.entry(name.to_owned()).or_insert(0);

        *number += 1;

        if rest.contains(from) {
            calls.clear();
        }

        if !OTHERS.contains(&name) {
            calls.push(Call {
                name: name.to_owned(),
                number: *number,
            });
        }
    }

    calls
}

#[test]
fn the_calls_of_the_first_thread_are_counted_from_a_place_on() {
    let log = "7 execve(\"a\", [\"mark\"], 0x0) = 0\n\
               7 openat(AT_FDCWD, \"x\", O_RDONLY) = 3\n\
               8 openat(AT_FDCWD, \"y\", O_RDONLY) = 4\n\
               7 read(3,  <unfinished ...>\n\
               7 <... read resumed>\"\", 9) = 0\n\
               7 openat(AT_FDCWD, \"mark\", O_RDONLY) = 3\n\
               7 read(3, \"\", 9) = 0\n\
               7 brk(NULL) = 0\n\
               7 +++ exited with 0 +++\n";
    let call = |name: &str, number| Call {
        name: name.to_owned(),
        number,
    };

    assert_eq!(after(log, "mark"), [call("openat", 2), call("read", 2)]);
    assert_eq!(call("read", 2).line("error=EIO")[1], "--inject=read:error=EIO:when=2");
}
