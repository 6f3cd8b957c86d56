//! What the filters answer to a call: they are run here as the kernel would run them, and nothing is asked of it.
#![cfg(test)]
use super::*;

use std::collections::BTreeSet;

const KILL: u32 = 0x8000_0000;
const ALLOW: u32 = 0x7fff_0000;
const REFUSE: u32 = 0x0005_0000 | EPERM as u32;
const UNKNOWN: u32 = 0x0005_0000 | ENOSYS as u32;

#[cfg(target_arch = "x86_64")]
const HERE: u32 = 0xc000_003e;
#[cfg(target_arch = "aarch64")]
const HERE: u32 = 0xc000_00b7;

/// A call as the kernel shows it to a filter.
#[derive(Clone, Copy)]
struct Call {
    processor: u32,
    number: u32,
    arguments: [u64; 6],
}

impl Call {
    fn new(number: c_long, arguments: &[u64]) -> Self {
        let mut all = [0; 6];

        all[..arguments.len()].copy_from_slice(arguments);

        Self {
            processor: HERE,
            number: u32::try_from(number).unwrap(),
            arguments: all,
        }
    }

    /// The four bytes that stand at this place.
    fn word(self, at: u32) -> u32 {
        match at {
            0 => self.number,
            4 => self.processor,
            _ => {
                let argument = self.arguments[(at as usize - 16) / 8];
                let is_high = at % 8 == 4;

                if is_high {
                    (argument >> 32) as u32
                } else {
                    argument as u32
                }
            }
        }
    }
}

/// Runs one filter.
fn run(program: &BpfProgram, call: Call) -> u32 {
    let (mut at, mut word) = (0, 0_u32);

    loop {
        let step = &program[at];
        let jump = |holds: bool| usize::from(if holds { step.jt } else { step.jf });

        at += 1;
        match step.code {
            0x20 => word = call.word(step.k),
            0x54 => word &= step.k,
            0x05 => at += step.k as usize,
            0x15 => at += jump(word == step.k),
            0x25 => at += jump(word > step.k),
            0x35 => at += jump(word >= step.k),
            0x06 => return step.k,
            other => panic!("a step this knows nothing of: {other:#x}"),
        }
    }
}

/// What the kernel would do: the strictest of all answers.
fn answer(programs: &[BpfProgram], call: Call) -> u32 {
    let answers: Vec<_> = programs.iter().map(|program| run(program, call)).collect();

    [KILL, REFUSE, UNKNOWN]
        .into_iter()
        .find(|strict| answers.contains(strict))
        .unwrap_or(ALLOW)
}

fn first_part() -> Vec<BpfProgram> {
    let unknown = Refused::from([(SYS_clone3, Vec::new())]);

    other_numbers()
        .into_iter()
        .chain([
            filter(unknown, ENOSYS).unwrap(),
            filter(rules_first().unwrap(), EPERM).unwrap(),
        ])
        .collect()
}

fn both_parts() -> Vec<BpfProgram> {
    let mut both = first_part();

    both.push(filter(rules_second().unwrap(), EPERM).unwrap());
    both
}

#[test]
fn every_rule_fits_into_what_the_kernel_takes() {
    for program in both_parts() {
        assert!((4..4096).contains(&program.len()), "{}", program.len());
    }
}

#[test]
fn no_call_is_refused_both_always_and_sometimes() {
    let always: Vec<_> = refused_first().collect();
    let rules = rules_first().unwrap();

    assert_eq!(always.len(), always.iter().collect::<BTreeSet<_>>().len());
    assert!(always.iter().all(|number| rules.get(number).is_some_and(Vec::is_empty)));
}

#[test]
fn what_a_window_does_goes_on_in_both_parts() {
    let both = both_parts();

    for call in [
        Call::new(libc::SYS_read, &[3, 0, 4096]),
        Call::new(libc::SYS_recvmsg, &[3]),
        Call::new(libc::SYS_sendmsg, &[3]),
        Call::new(libc::SYS_memfd_create, &[]),
        Call::new(libc::SYS_memfd_secret, &[]),
        Call::new(SYS_mmap, &[0, 4096, 3]),
        Call::new(SYS_clone, &[0x003d_0f00]),
        Call::new(SYS_socketpair, &[1, 1 | 0o2_000_000]),
        Call::new(SYS_tgkill, &[u64::from(std::process::id())]),
        Call::new(SYS_prctl, &[15]),
        // Whether a file is open, to be handed on, and waited for.
        Call::new(SYS_fcntl, &[3, 1]),
        Call::new(SYS_fcntl, &[3, 4, 0o4000]),
        Call::new(SYS_fcntl, &[3, 1030]),
    ] {
        assert_eq!(answer(&both, call), ALLOW, "{} {:?}", call.number, call.arguments);
    }
}

#[test]
fn a_window_gets_its_connections_in_the_first_part_and_none_in_the_second() {
    let (first, both) = (first_part(), both_parts());

    for call in [Call::new(SYS_socket, &[1, 1]), Call::new(libc::SYS_connect, &[3])] {
        assert_eq!(answer(&first, call), ALLOW);
        assert_eq!(answer(&both, call), REFUSE);
    }
}

#[test]
fn no_socket_reaches_further_than_a_stream_on_this_computer() {
    let first = first_part();

    for family in (0..64).filter(|family| *family != 1) {
        assert_eq!(answer(&first, Call::new(SYS_socket, &[family, 1])), REFUSE, "{family}");
    }

    for (talk, flags) in [(2, 0), (3, 0), (5, 0), (2, 0o2_004_000)] {
        assert_eq!(answer(&first, Call::new(SYS_socket, &[1, talk | flags])), REFUSE);
        assert_eq!(answer(&first, Call::new(SYS_socketpair, &[1, talk | flags])), REFUSE);
    }

    // What stands above the 32 bits that the kernel looks at changes nothing.
    assert_eq!(answer(&first, Call::new(SYS_socket, &[2 | 1 << 32, 1])), REFUSE);
    assert_eq!(answer(&first, Call::new(SYS_socket, &[1 | 1 << 32, 1])), ALLOW);
}

#[test]
fn a_thread_is_allowed_and_a_child_is_not() {
    let first = first_part();
    let thread = 0x003d_0f00;

    assert_eq!(answer(&first, Call::new(SYS_clone, &[thread])), ALLOW);
    assert_eq!(answer(&first, Call::new(SYS_clone, &[17])), REFUSE);
    assert_eq!(
        answer(&first, Call::new(SYS_clone, &[0x4000 | 0x100 | 17])),
        REFUSE,
        "vfork and exec"
    );
    assert_eq!(answer(&first, Call::new(SYS_clone3, &[])), UNKNOWN);
}

#[test]
fn new_code_is_refused_in_the_second_part() {
    let (first, both) = (first_part(), both_parts());

    for number in [SYS_mmap, SYS_mprotect, SYS_pkey_mprotect] {
        for access in [4, 5, 7] {
            let call = Call::new(number, &[0, 4096, access]);

            assert_eq!(answer(&first, call), ALLOW, "libraries are still opened");
            assert_eq!(answer(&both, call), REFUSE);
        }
    }
}

#[test]
fn nothing_that_was_closed_can_be_opened_again() {
    let first = first_part();
    let other = u64::from(std::process::id()) + 1;

    for call in [
        Call::new(SYS_prctl, &[4, 1]),
        Call::new(SYS_prctl, &[0x5961_6d61, u64::MAX]),
        Call::new(SYS_prctl, &[1, 0]),
        Call::new(SYS_ioctl, &[0, 0x5412]),
        Call::new(SYS_ioctl, &[0, 0x541c]),
        Call::new(SYS_ioctl, &[0, 0x5423]),
        Call::new(SYS_ioctl, &[0, 0x8901]),
        Call::new(SYS_ioctl, &[0, 0x8902 | 1 << 32]),
        Call::new(SYS_fcntl, &[0, 8, other]),
        Call::new(SYS_fcntl, &[0, 10, 9]),
        Call::new(SYS_fcntl, &[0, 15]),
        Call::new(SYS_tgkill, &[other]),
        Call::new(SYS_prlimit64, &[other]),
        Call::new(libc::SYS_ptrace, &[0]),
        Call::new(libc::SYS_io_uring_setup, &[1]),
        Call::new(libc::SYS_execve, &[]),
    ] {
        assert_eq!(answer(&first, call), REFUSE, "{} {:?}", call.number, call.arguments);
    }
}

/// The numbers stand here once more, from the kernel's table: a line that is lost from the lists is missed.
#[cfg(target_arch = "x86_64")]
#[test]
fn every_way_out_is_refused_by_its_number() {
    const WAYS: &[(&str, &[c_long])] = &[
        ("programs: execve, execveat, fork, vfork", &[59, 322, 57, 58]),
        ("rings", &[425, 426, 427]),
        (
            "others: ptrace, process_vm_*, process_madvise, process_mrelease, kcmp, pidfd_*, pages",
            &[101, 310, 311, 440, 448, 312, 434, 438, 424, 256, 279],
        ),
        ("signals: kill, tkill, rt_sigqueueinfo", &[62, 200, 129]),
        ("shared memory", &[29, 30, 31]),
        ("shared locks", &[64, 65, 66, 220]),
        ("queues", &[68, 69, 70, 71, 240, 241]),
        (
            "depths: bpf, perf, userfaultfd, keys, personality, watching files",
            &[321, 298, 323, 250, 248, 249, 135, 300, 294, 253],
        ),
        (
            "mounts and rooms: mount to mount_setattr, unshare, setns, chroot, files by handle",
            &[
                165, 166, 155, 429, 428, 467, 430, 431, 432, 433, 442, 272, 308, 161, 304, 303,
            ],
        ),
        (
            "what a file is",
            &[
                76, 90, 91, 268, 452, 92, 93, 94, 260, 188, 189, 190, 463, 197, 198, 199, 466, 469, 280, 132, 235, 261,
                133, 259,
            ],
        ),
        (
            "the machine",
            &[
                154, 172, 173, 134, 246, 320, 175, 313, 176, 169, 167, 168, 164, 227, 159, 305, 170, 171, 163, 179,
                443, 103, 153,
            ],
        ),
    ];
    let first = first_part();

    for (what, numbers) in WAYS {
        for number in *numbers {
            assert_eq!(answer(&first, Call::new(*number, &[])), REFUSE, "{what}: {number}");
        }
    }

    let counted: usize = WAYS.iter().map(|(_, numbers)| numbers.len()).sum();

    assert_eq!(counted, refused_first().count(), "a new one belongs here too");
}

#[test]
fn a_call_in_the_numbers_of_another_processor_ends_the_process() {
    let first = first_part();
    let getpid = Call::new(libc::SYS_getpid, &[]);
    let i386 = Call {
        processor: 0x4000_0003,
        ..getpid
    };

    assert_eq!(answer(&first, getpid), ALLOW);
    assert_eq!(answer(&first, i386), KILL);

    #[cfg(target_arch = "x86_64")]
    {
        let x32 = Call {
            number: getpid.number | 0x4000_0000,
            ..getpid
        };

        let taken_away = Call {
            number: u32::MAX,
            ..getpid
        };

        assert_eq!(answer(&first, x32), KILL);
        assert_eq!(answer(&first, taken_away), ALLOW);
    }
}

/// Only what the kernel does not know is not there: what it knows and does not give is refused.
#[test]
fn a_refusal_is_not_taken_for_a_kernel_without_filters() {
    let said = |code: c_int| is_unknown(&io::Error::from_raw_os_error(code));

    assert!(said(ENOSYS) && said(libc::EINVAL));
    assert!(!said(EPERM) && !said(libc::EACCES) && !said(libc::ENOMEM));
    assert!(!is_unknown(&io::Error::other("no number")));
}
