//! Which system calls are refused. They are answered with an error, so that what tries one can go on without:
//! the frame that the toolkit draws on Wayland asks other programs how it should look, and only loses that.
//!
//! A call in the numbers of another kind of processor ends the process: nothing of ours ever makes one.
use super::numbers::{refused_first, refused_second};
use crate::harden::State;

use libc::{
    AF_UNIX, CLONE_THREAD, ENOSYS, EPERM, F_SETOWN, PR_SET_DUMPABLE, PR_SET_MM, PR_SET_PDEATHSIG, PR_SET_PTRACER,
    PROT_EXEC, SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET, SYS_clone, SYS_clone3, SYS_fcntl, SYS_ioctl, SYS_mmap,
    SYS_mprotect, SYS_pkey_mprotect, SYS_prctl, SYS_prlimit64, SYS_rt_tgsigqueueinfo, SYS_socket, SYS_socketpair,
    SYS_tgkill, TIOCLINUX, TIOCSETD, TIOCSTI, c_int, c_long, c_ulong,
};
use seccompiler::SeccompCmpOp::{Eq, MaskedEq, Ne};
use seccompiler::{
    BackendError, BpfProgram, Error, SeccompAction, SeccompCmpArgLen, SeccompCmpOp, SeccompCondition, SeccompFilter,
    SeccompRule, apply_filter_all_threads,
};

use std::collections::BTreeMap;
use std::env::consts::ARCH;
use std::io;

/// What is refused: always when there is no rule, else when one of them holds.
type Refused = BTreeMap<c_long, Vec<SeccompRule>>;

/// The part of a socket's type that says how it talks.
const TALK: u64 = 0xf;

/// Which signal an open file sends when there is something in it (Linux, `asm-generic/fcntl.h`).
const F_SETSIG: c_int = 10;

/// Who gets it: a process, a group of them, or a thread.
const F_SETOWN_EX: c_int = 15;

/// The same for a socket, in the other way to say it (`asm-generic/sockios.h`).
const SET_OWNER: [c_ulong; 2] = [0x8901, 0x8902];

/// No program, no other process, no network, no child.
pub(super) fn first() -> State {
    // Its rights stand behind a pointer, where no rule can look: the library then asks the older call.
    let unknown = Refused::from([(SYS_clone3, Vec::new())]);

    on(other_numbers().into_iter().map(Ok).chain([
        filter(unknown, ENOSYS),
        rules_first().and_then(|rules| filter(rules, EPERM)),
    ]))
}

/// No connection, no new code.
pub(super) fn second() -> State {
    on([rules_second().and_then(|rules| filter(rules, EPERM))])
}

fn rules_first() -> Result<Refused, BackendError> {
    let own = u64::from(std::process::id());
    let mut refused: Refused = refused_first().map(|number| (number, Vec::new())).collect();

    // A child would outlive the lock. A thread is none.
    refused.insert(SYS_clone, vec![when(0, MaskedEq(low(CLONE_THREAD)), 0)?]);
    refused.insert(SYS_tgkill, vec![when(0, Ne, own)?]);
    refused.insert(SYS_rt_tgsigqueueinfo, vec![when(0, Ne, own)?]);
    refused.insert(SYS_prlimit64, vec![when(0, Ne, 0)?]);
    refused.insert(SYS_socket, local_streams_alone()?);
    refused.insert(SYS_socketpair, local_streams_alone()?);
    refused.insert(
        SYS_prctl,
        // The last: it would outlive the keeper.
        [PR_SET_DUMPABLE, PR_SET_PTRACER, PR_SET_MM, PR_SET_PDEATHSIG]
            .into_iter()
            .map(|what| when(0, Eq, low(what)))
            .collect::<Result<_, _>>()?,
    );
    // A file that is told to report to another process sends it any signal.
    refused.insert(
        SYS_fcntl,
        [F_SETOWN, F_SETSIG, F_SETOWN_EX]
            .into_iter()
            .map(|what| when(1, Eq, low(what)))
            .collect::<Result<_, _>>()?,
    );
    // The same for sockets; and typing into the terminal that it was started from, or making another of it.
    refused.insert(
        SYS_ioctl,
        [TIOCSTI, TIOCLINUX, TIOCSETD]
            .into_iter()
            .chain(SET_OWNER)
            .map(|what| when(1, Eq, what))
            .collect::<Result<_, _>>()?,
    );

    Ok(refused)
}

fn rules_second() -> Result<Refused, BackendError> {
    let mut refused: Refused = refused_second().map(|number| (number, Vec::new())).collect();

    for number in [SYS_mmap, SYS_mprotect, SYS_pkey_mprotect] {
        refused.insert(number, vec![when(2, MaskedEq(low(PROT_EXEC)), low(PROT_EXEC))?]);
    }

    Ok(refused)
}

/// Only streams on this computer. A datagram could be sent to any socket with a name, without connecting.
fn local_streams_alone() -> Result<Vec<SeccompRule>, BackendError> {
    let mut refused = vec![when(0, Ne, low(AF_UNIX))?];

    for talk in [SOCK_DGRAM, SOCK_RAW, SOCK_SEQPACKET] {
        refused.push(when(1, MaskedEq(TALK), low(talk))?);
    }

    Ok(refused)
}

/// The kernel looks at 32 bits of an `int`, whatever stands above them.
fn when(argument: u8, compare: SeccompCmpOp, value: u64) -> Result<SeccompRule, BackendError> {
    let condition = SeccompCondition::new(argument, SeccompCmpArgLen::Dword, compare, value)?;

    SeccompRule::new(vec![condition])
}

/// A constant of the system as the kernel compares it.
fn low(value: c_int) -> u64 {
    u64::from(value.cast_unsigned())
}

fn filter(refused: Refused, error: c_int) -> Result<BpfProgram, BackendError> {
    let answer = SeccompAction::Errno(error.cast_unsigned());

    SeccompFilter::new(refused, SeccompAction::Allow, answer, ARCH.try_into()?)?.try_into()
}

/// Every call of x86-64 has a second number, with bit 30 set, that no other rule here would know. A call that
/// a debugger took away comes as the largest number there is, and does nothing.
#[cfg(target_arch = "x86_64")]
fn other_numbers() -> Option<BpfProgram> {
    use seccompiler::sock_filter;

    let step = |code, jt, jf, k| sock_filter { code, jt, jf, k };

    Some(vec![
        step(0x20, 0, 0, 0),           // look at the number
        step(0x35, 0, 2, 0x4000_0000), // below the bit: go on
        step(0x15, 1, 0, u32::MAX),    // taken away: go on
        step(0x06, 0, 0, 0x8000_0000), // end the process
        step(0x06, 0, 0, 0x7fff_0000), // go on
    ])
}

#[cfg(target_arch = "aarch64")]
fn other_numbers() -> Option<BpfProgram> {
    None
}

/// Puts filters on every thread there is, and says whether they hold.
fn on(filters: impl IntoIterator<Item = Result<BpfProgram, BackendError>>) -> State {
    for filter in filters {
        let Ok(filter) = filter else {
            return State::Refused;
        };

        match apply_filter_all_threads(&filter) {
            Ok(()) => {}
            Err(Error::Prctl(error) | Error::Seccomp(error)) if is_unknown(&error) => return State::Unavailable,
            Err(_) => return State::Refused,
        }
    }

    State::On
}

/// A kernel that was built without it does not know the call, or not what is asked of it.
fn is_unknown(error: &io::Error) -> bool {
    matches!(error.raw_os_error(), Some(libc::ENOSYS | libc::EINVAL))
}

#[cfg(test)]
mod tests;
