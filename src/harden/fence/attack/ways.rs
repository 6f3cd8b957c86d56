//! How each attempt is made on Linux. What it would reach is named as other programs know it.
#![allow(unsafe_code)]
#![expect(
    clippy::disallowed_methods,
    clippy::disallowed_types,
    reason = "these are the ways out that must be closed"
)]

use super::Attempt;
use crate::harden::fence::variable;

use libc::c_long;

use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::path::PathBuf;
use std::process::{self, Command};

/// Tries it, and says whether the system refused.
pub(super) fn is_refused(attempt: Attempt) -> bool {
    let refusals = [libc::EPERM, libc::EACCES];

    try_it(attempt)
        .err()
        .and_then(|error| error.raw_os_error())
        .is_some_and(|number| refusals.contains(&number))
}

fn try_it(attempt: Attempt) -> io::Result<()> {
    match attempt {
        Attempt::Internet => socket(libc::AF_INET, libc::SOCK_STREAM),
        Attempt::NewerInternet => socket(libc::AF_INET6, libc::SOCK_DGRAM),
        Attempt::NetworkTables => socket(libc::AF_NETLINK, libc::SOCK_RAW),
        Attempt::Packets => socket(libc::AF_PACKET, libc::SOCK_RAW),
        Attempt::OuterComputer => socket(libc::AF_VSOCK, libc::SOCK_STREAM),
        Attempt::Bluetooth => socket(libc::AF_BLUETOOTH, libc::SOCK_SEQPACKET),
        // Of no size and in no place: where asking is allowed, the answer is that this is no ring.
        Attempt::Ring => call(libc::SYS_io_uring_setup, [0; 3]),
        // There is no such program: where asking is allowed, the answer is just that.
        Attempt::Become => Err(Command::new("/nowhere/no-such-program").exec()),
        Attempt::Start => Command::new("true").spawn().and_then(|mut it| it.wait()).map(drop),
        Attempt::Trace => call(libc::SYS_ptrace, [c_long::from(libc::PTRACE_TRACEME), 0, 0]),
        Attempt::Users => fs::File::open("/etc/passwd").map(drop),
        Attempt::Keys => look_for_keys(),
        Attempt::Write => write_where_everybody_may(),
        Attempt::Bus => UnixStream::connect(bus()).map(drop),
        Attempt::Code => memory_that_runs(),
        // The signal that says nothing: it only asks whether another could be sent.
        Attempt::Signal => call(
            libc::SYS_kill,
            [c_long::from(std::os::unix::process::parent_id().cast_signed()), 0, 0],
        ),
    }
}

fn socket(family: libc::c_int, kind: libc::c_int) -> io::Result<()> {
    // A descriptor that was had after all stays open until the check ends, a moment later.
    call(libc::SYS_socket, [c_long::from(family), c_long::from(kind), 0])
}

/// Asks the kernel itself, past the library.
fn call(number: c_long, [first, second, third]: [c_long; 3]) -> io::Result<()> {
    // SAFETY: none of these calls is given an address, and none changes memory of this process.
    let answer = unsafe { libc::syscall(number, first, second, third, 0, 0, 0) };

    if answer == -1 {
        Err(io::Error::last_os_error())
    } else {
        Ok(())
    }
}

/// The folder of keys; where that cannot be looked into, the person's own.
fn look_for_keys() -> io::Result<()> {
    let home = variable("HOME").map_or_else(|| PathBuf::from("/root"), PathBuf::from);

    fs::read_dir(home.join(".ssh"))
        .or_else(|_| fs::read_dir(home))
        .map(drop)
}

fn write_where_everybody_may() -> io::Result<()> {
    let path = PathBuf::from(format!("/tmp/daypack-self-check-{}", process::id()));

    OpenOptions::new().write(true).create_new(true).open(&path)?;
    fs::remove_file(path)
}

/// Where the desktop's bus listens, as far as the environment says; else the system's.
fn bus() -> PathBuf {
    let session = variable("XDG_RUNTIME_DIR").map(|folder| PathBuf::from(folder).join("bus"));

    session
        .filter(|path| path.exists())
        .unwrap_or_else(|| PathBuf::from("/run/dbus/system_bus_socket"))
}

/// A page to be written and then run: how foreign code usually gets in.
fn memory_that_runs() -> io::Result<()> {
    use rustix::mm::{MapFlags, ProtFlags, mmap_anonymous, munmap};

    let (place, size) = (std::ptr::null_mut(), 4096);
    let access = ProtFlags::WRITE | ProtFlags::EXEC;
    // SAFETY: a new page where the kernel likes, which nobody else knows.
    let page = unsafe { mmap_anonymous(place, size, access, MapFlags::PRIVATE) }?;

    // SAFETY: the page from above, of the same size, which nothing points into.
    unsafe { munmap(page, size) }.map_err(io::Error::from)
}
