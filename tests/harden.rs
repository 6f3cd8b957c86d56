//! What the system keeps from others about a process of ours: in child processes, which are this program again.
mod cores;
mod fence;
mod others;
mod secret;
mod symbols;
mod waiting;

use crate::support::{self, Home};

use daypack::harden;

use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Child, Command, Stdio};

/// Somebody who is not root: as root every attack would work, whatever we do.
const NOBODY: [&str; 5] = [
    "--reuid=65534",
    "--regid=65534",
    "--clear-groups",
    "--inh-caps=-all",
    "--",
];

/// Set for children: `--include-ignored` alone must not harden the test program itself.
const CHILD: &str = "DAYPACK_TEST_CHILD";

fn is_child() -> bool {
    env::var_os(CHILD).is_some()
}

fn program(path: &Path, name: &str) -> Command {
    let mut command = Command::new("setpriv");
    command
        .args(NOBODY)
        .arg(path)
        .args(support::alone(&format!("harden::{name}")))
        .env(CHILD, "1")
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null());
    command
}

/// This program, where anybody may run it.
fn copy(home: &Home) -> std::path::PathBuf {
    let path = home.join("program");

    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    fs::copy(env::current_exe().unwrap(), &path).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();

    path
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}

/// Starts a child and waits until it says that it is ready.
fn start(path: &Path, name: &str) -> Child {
    let mut child = program(path, name).spawn().expect("setpriv runs");
    let mut lines = BufReader::new(child.stdout.as_mut().unwrap());
    let mut line = String::new();

    while lines.read_line(&mut line).unwrap() > 0 && !line.contains("ready") {
        line.clear();
    }

    assert!(line.contains("ready"), "the child started");
    child
}

/// What the same person's other programs can read of it.
fn readable(process: &Child) -> Vec<&'static str> {
    let read = |what: &&str| {
        let path = format!("/proc/{}/{what}", process.id());
        let status = Command::new("setpriv")
            .args(NOBODY)
            .args(["head", "-c", "1", &path])
            .stderr(Stdio::null())
            .stdout(Stdio::null())
            .status();

        status.unwrap().success()
    };

    ["environ", "maps", "auxv"].into_iter().filter(read).collect()
}

/// safety.md 43.
#[test]
fn other_programs_of_the_same_person_cannot_look_in() {
    let test = "other_programs_of_the_same_person_cannot_look_in";

    if !is_root() {
        return support::skipped(test, "only root can become two other programs");
    }

    if !support::has_all(test, &["setpriv", "head"]) {
        return;
    }

    let home = Home::new();
    let path = copy(&home);
    let mut open = start(&path, "child_open");
    let mut closed = start(&path, "child_closed");

    assert_eq!(
        readable(&open),
        ["environ", "maps", "auxv"],
        "the attack works where nothing is done"
    );
    assert_eq!(readable(&closed), Vec::<&str>::new());

    for child in [&mut open, &mut closed] {
        drop(child.stdin.take());
        child.wait().unwrap();
    }
}

fn wait() {
    let mut said = std::io::stdout();
    said.write_all(b"ready\n").unwrap();
    said.flush().unwrap();
    let _ = std::io::stdin().read(&mut [0]);
}

#[test]
#[ignore = "a child of the test above"]
fn child_open() {
    if !is_child() {
        return;
    }

    wait();
}

#[test]
#[ignore = "a child of the test above"]
fn child_closed() {
    if !is_child() {
        return;
    }

    harden::process();
    wait();
}

/// safety.md 36, 43: what the system itself says.
#[test]
fn a_hardened_process_leaves_no_core_and_no_open_file() {
    let program = env::current_exe().unwrap();
    let output = Command::new(program)
        .args(support::alone("harden::child_hardened"))
        .env("ICED_BACKEND", "wgpu")
        .env(CHILD, "1")
        .output()
        .unwrap();

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
#[ignore = "a child of the test above"]
fn child_hardened() {
    if !is_child() {
        return;
    }

    let protections = harden::process();
    assert!(protections.is_complete(), "{protections:?}");
    assert_eq!(dumpable_behavior(), Ok(DumpableBehavior::NotDumpable));

    let core = getrlimit(Resource::Core);
    assert_eq!((core.current, core.maximum), (Some(0), Some(0)));

    let home = Home::new();
    let path = home.write("file", "x");
    assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o600);

    harden::environment();
    assert!(env::var_os("ICED_BACKEND").is_none());
    assert!(env::var_os("PATH").is_some());
}

/// As the first thing in `main`: here nothing of the harness is open that we would miss.
#[test]
fn what_was_inherited_is_closed() {
    let home = Home::new();
    let path = home.write("file", "x");
    let script = format!("exec 7<{} && exec \"$0\" \"$@\"", path.display());
    let output = Command::new("sh")
        .args(["-c", &script])
        .arg(env::current_exe().unwrap())
        .args(support::alone("harden::child_closes"))
        .env(CHILD, "1")
        .output()
        .unwrap();

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
#[ignore = "a child of the test above"]
fn child_closes() {
    if !is_child() {
        return;
    }

    let open = |number: i32| fs::read_link(format!("/proc/self/fd/{number}")).is_ok();

    assert!(open(7), "the parent left it open");
    harden::descriptors();
    assert!(!open(7) && open(0) && open(1) && open(2));
    assert!(File::open("/proc/self/status").unwrap().as_raw_fd() > 2);
}

/// safety.md 45.
#[test]
fn a_panic_says_where_and_never_what() {
    let output = Command::new(env::current_exe().unwrap())
        .args(support::alone("harden::child_panics"))
        .env("RUST_BACKTRACE", "full")
        .env(CHILD, "1")
        .output()
        .unwrap();
    let said = [output.stdout, output.stderr].concat();
    let said = String::from_utf8_lossy(&said);

    assert!(output.status.success(), "{said}");
    assert_eq!(said.matches("internal error tests/harden.rs:").count(), 30, "{said}");
    assert!(!said.contains("canary"), "{said}");
}

#[test]
#[ignore = "a child of the test above"]
fn child_panics() {
    if !is_child() {
        return;
    }

    harden::process();

    let text = || "a canary in a plan".to_owned();
    let failed = || Err::<(), _>(text());
    let nothing = || text().parse::<u8>().ok();
    let mistakes: [&(dyn Fn() + Sync); 10] = [
        &|| panic!("{}", text()),
        &|| failed().unwrap(),
        &|| failed().expect("canary"),
        &|| assert!(nothing().is_some(), "{}", text()),
        &|| assert_eq!(text(), "another canary"),
        &|| assert!(text().is_empty(), "{}", text()),
        &|| std::panic::panic_any(text()),
        &|| assert_ne!(text()[..3][..1].parse::<u8>().map_err(|_| text()).unwrap(), 0),
        &|| unreachable!("{}", text()),
        &|| assert_ne!(String::from_utf8(vec![0xff]).map_err(|_| text()).unwrap().len(), 0),
    ];

    for mistake in mistakes {
        for _ in 0..2 {
            assert!(std::panic::catch_unwind(std::panic::AssertUnwindSafe(mistake)).is_err());
        }

        assert!(std::thread::scope(|scope| scope.spawn(mistake).join().is_err()));
    }
}
