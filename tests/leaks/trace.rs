//! What `strace` saw: which files were written, which programs started, who was talked to.
use crate::support::{has_all, run, skipped};

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::path::Path;
use std::process::Command;

/// The calls that are looked at.
const CALLS: &str = "trace=%file,%network,execve,execveat,io_uring_setup,memfd_create,shmget";

/// Whether `strace` is there, lets this user trace, and so are the other programs that a test needs.
pub fn is_possible(test: &str, programs: &[&str]) -> bool {
    if !has_all(test, programs) || !has_all(test, &["strace"]) {
        return false;
    }

    let tried = run(Command::new("strace").args(["-o", "/dev/null", "true"]), b"");

    if !tried.status.success() {
        skipped(test, "this user may not trace");
    }

    tried.status.success()
}

/// How a program is started so that each of its calls, and those of all it starts, ends up in `log`.
pub fn before(log: &Path) -> Vec<OsString> {
    let mut line: Vec<OsString> = [
        "strace",
        "-f",
        "-qq",
        "-y",
        "-s",
        "512",
        "-e",
        "signal=none",
        "-e",
        CALLS,
        "-o",
    ]
    .map(Into::into)
    .to_vec();

    line.push(log.into());
    line
}

/// One call of the system.
#[derive(Debug)]
pub struct Call {
    pub name: String,
    pub args: String,
    pub result: String,
}

impl Call {
    /// Whether it did what it was asked.
    pub fn is_done(&self) -> bool {
        !self.result.starts_with('-') && !self.result.starts_with('?')
    }

    /// The paths in it, whole: a name is in the folder that was named before it.
    fn paths(&self, home: &Path) -> Vec<String> {
        let mut folder = home.to_path_buf();
        let mut paths = Vec::new();
        let mut rest = self.args.as_str();

        while let Some(at) = rest.find(['<', '"']) {
            let is_name = rest[at..].starts_with('"');
            let tail = &rest[at + 1..];
            let end = tail.find(if is_name { '"' } else { '>' }).unwrap_or(tail.len());
            let text = &tail[..end];

            match is_name {
                true => paths.push(folder.join(text).display().to_string()),
                false => folder = text.into(),
            }

            rest = tail.get(end + 1..).unwrap_or_default();
        }

        paths
    }

    /// Whether it changes something on a disk, or would if it were let.
    pub fn is_write(&self) -> bool {
        match self.name.as_str() {
            "open" | "openat" | "openat2" => ["O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND", "O_TMPFILE"]
                .iter()
                .any(|flag| self.args.contains(flag)),
            "creat" | "truncate" | "rmdir" | "chmod" | "fchmodat" | "fchmodat2" | "chown" | "lchown" | "fchownat"
            | "utime" | "utimes" | "utimensat" | "futimesat" | "setxattr" | "lsetxattr" | "mount" => true,
            name => ["rename", "link", "symlink", "unlink", "mkdir", "mknod"]
                .iter()
                .any(|stem| name.starts_with(stem)),
        }
    }
}

/// Everything that was seen.
#[derive(Debug)]
pub struct Trace(pub Vec<Call>);

impl Trace {
    /// Reads what `strace` wrote. A call that another one came between stands there in two halves.
    pub fn read(log: &str) -> Self {
        let mut halves: BTreeMap<&str, String> = BTreeMap::new();
        let mut calls = Vec::new();

        for line in log.lines() {
            let Some((process, line)) = line.split_once(' ') else {
                continue;
            };
            let line = line.trim_start();

            if let Some(half) = line.strip_suffix("<unfinished ...>") {
                halves.insert(process, half.to_owned());
                continue;
            }

            let whole = match (line.strip_prefix("<... "), halves.remove(process)) {
                (Some(rest), Some(half)) => half + rest.split_once("resumed>").map_or("", |(_, rest)| rest),
                (Some(_), None) => continue,
                (None, _) => line.to_owned(),
            };

            calls.extend(call(&whole));
        }

        Self(calls)
    }

    /// What was written or changed, as whole paths; a name alone is in `home`.
    pub fn written(&self, home: &Path) -> BTreeSet<String> {
        self.0
            .iter()
            .filter(|call| call.is_write())
            .flat_map(|call| call.paths(home))
            .collect()
    }

    /// Who opened something below `folder`, or would have: the paths, and whether they were let.
    pub fn opened(&self, folder: &str) -> BTreeSet<(String, bool)> {
        self.0
            .iter()
            .filter(|call| call.name.starts_with("open"))
            .flat_map(|call| {
                call.paths(Path::new("/"))
                    .into_iter()
                    .map(|path| (path, call.is_done()))
            })
            .filter(|(path, _)| path.starts_with(folder))
            .collect()
    }

    /// The programs that were started.
    pub fn started(&self) -> Vec<String> {
        self.0
            .iter()
            .filter(|call| call.name.starts_with("execve") && call.is_done())
            .map(|call| call.args.split('"').nth(1).unwrap_or_default().to_owned())
            .collect()
    }

    /// The sorts of socket that were made, and whether they came to be.
    pub fn sockets(&self) -> BTreeSet<(String, bool)> {
        self.0
            .iter()
            .filter(|call| matches!(call.name.as_str(), "socket" | "socketpair"))
            .map(|call| {
                let sort = call.args.split([',', ')']).next().unwrap_or_default();

                (sort.to_owned(), call.is_done())
            })
            .collect()
    }

    /// Whom anybody wanted to talk to, as `strace` writes an address.
    pub fn addressed(&self) -> BTreeSet<String> {
        self.0
            .iter()
            .filter(|call| matches!(call.name.as_str(), "connect" | "bind" | "sendto" | "sendmsg"))
            .filter_map(|call| {
                let from = call.args.find("{sa_family=")?;
                let length = call.args[from..].find('}')?;

                Some(call.args[from..=from + length].to_owned())
            })
            .collect()
    }
}

fn call(line: &str) -> Option<Call> {
    let (name, rest) = line.split_once('(')?;
    let (args, result) = rest.rsplit_once(" = ")?;

    name.bytes()
        .all(|it| it.is_ascii_alphanumeric() || it == b'_')
        .then(|| Call {
            name: name.to_owned(),
            args: args.trim_end().to_owned(),
            result: result.to_owned(),
        })
}
