//! A page on its way to the disk, as the system sees it: what is said to be there is there, and was read again.
use super::keeper;
use super::stage::{folder, play};
use crate::support::{Home, has_all, run, skipped};

use std::fs;
use std::process::Command;

#[test]
#[ignore = "started by `a_page_has_its_name_once_it_is_on_the_disk_and_was_read_again`"]
fn a_page_is_written_once() {
    let Some(root) = folder() else { return };
    let home = Home::new();

    keeper(&home).export(&root.join("list.pdf"), b"a page", false).unwrap();
}

#[test]
fn a_page_has_its_name_once_it_is_on_the_disk_and_was_read_again() {
    let test = "a_page_has_its_name_once_it_is_on_the_disk_and_was_read_again";

    if !has_all(test, &["strace"]) {
        return;
    }

    let (home, trace) = (Home::new(), Home::new());
    let log = trace.join("trace").display().to_string();
    let calls = "trace=?open,openat,write,fsync,read,linkat,renameat,renameat2";

    if !run(Command::new("strace").args(["-o", "/dev/null", "true"]), b"")
        .status
        .success()
    {
        return skipped(test, "this user may not trace");
    }

    play(
        "pages::a_page_is_written_once",
        home.path(),
        &["strace", "-f", "-qq", "-e", calls, "-o", &log],
    );

    let log = fs::read_to_string(&log).unwrap();
    let kind = |line: &str| {
        let call = line.split_once(' ')?.1.trim_start();
        let kind = call.split('(').next()?;
        let is_ours = call.contains("\"a page\"") || call.contains("list.pdf") || kind == "fsync";

        (is_ours && !kind.starts_with("open")).then(|| kind.to_owned())
    };
    let seen: Vec<_> = log.lines().filter_map(kind).collect();
    let (last, before) = seen.split_last().unwrap();

    // The name comes in one call or, where no file can be without one, in another; the folder follows it.
    assert_eq!(last, "fsync", "{log}");
    assert_eq!(before[..3], ["write", "fsync", "read"], "{log}");
    assert!(
        log.lines()
            .filter(|line| line.contains("open") && line.contains("/proc/self/fd/"))
            .all(|line| line.contains("O_CLOEXEC")),
        "{log}"
    );
    assert!(matches!(before[3..], [ref name] if name != "fsync"), "{log}");
}
