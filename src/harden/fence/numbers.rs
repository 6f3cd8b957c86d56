//! The system calls that a window never needs, by the number the system knows them by.
//!
//! Each is something with which a program that was taken over would reach out of itself.
use libc::{
    SYS_accept, SYS_accept4, SYS_acct, SYS_add_key, SYS_adjtimex, SYS_bind, SYS_bpf, SYS_chroot, SYS_clock_adjtime,
    SYS_clock_settime, SYS_connect, SYS_delete_module, SYS_execve, SYS_execveat, SYS_fanotify_init, SYS_fchmod,
    SYS_fchmodat, SYS_fchown, SYS_fchownat, SYS_finit_module, SYS_fremovexattr, SYS_fsconfig, SYS_fsetxattr,
    SYS_fsmount, SYS_fsopen, SYS_fspick, SYS_init_module, SYS_inotify_init1, SYS_io_uring_enter, SYS_io_uring_register,
    SYS_io_uring_setup, SYS_kcmp, SYS_kexec_file_load, SYS_kexec_load, SYS_keyctl, SYS_kill, SYS_listen,
    SYS_lremovexattr, SYS_lsetxattr, SYS_migrate_pages, SYS_mknodat, SYS_mount, SYS_mount_setattr, SYS_move_mount,
    SYS_move_pages, SYS_mq_open, SYS_mq_unlink, SYS_msgctl, SYS_msgget, SYS_msgrcv, SYS_msgsnd, SYS_name_to_handle_at,
    SYS_open_by_handle_at, SYS_open_tree, SYS_perf_event_open, SYS_personality, SYS_pidfd_getfd, SYS_pidfd_open,
    SYS_pidfd_send_signal, SYS_pivot_root, SYS_process_madvise, SYS_process_mrelease, SYS_process_vm_readv,
    SYS_process_vm_writev, SYS_ptrace, SYS_quotactl, SYS_quotactl_fd, SYS_reboot, SYS_removexattr, SYS_request_key,
    SYS_rt_sigqueueinfo, SYS_semctl, SYS_semget, SYS_semop, SYS_semtimedop, SYS_setdomainname, SYS_sethostname,
    SYS_setns, SYS_settimeofday, SYS_setxattr, SYS_shmat, SYS_shmctl, SYS_shmget, SYS_socket, SYS_swapoff, SYS_swapon,
    SYS_syslog, SYS_tkill, SYS_truncate, SYS_umount2, SYS_unshare, SYS_userfaultfd, SYS_utimensat, SYS_vhangup, c_long,
};

/// Starting a program, by name or by descriptor.
const PROGRAMS: &[c_long] = &[SYS_execve, SYS_execveat];

/// Work that the kernel would do for us, past every rule about calls.
const RINGS: &[c_long] = &[SYS_io_uring_setup, SYS_io_uring_enter, SYS_io_uring_register];

/// Looking into other processes, changing them, sending them signals; and sharing memory, queues and locks with
/// them, also those that are there already and need no more than a guessed number.
const OTHERS: &[c_long] = &[
    SYS_ptrace,
    SYS_process_vm_readv,
    SYS_process_vm_writev,
    SYS_process_madvise,
    SYS_process_mrelease,
    SYS_kcmp,
    SYS_pidfd_open,
    SYS_pidfd_getfd,
    SYS_pidfd_send_signal,
    SYS_migrate_pages,
    SYS_move_pages,
    SYS_kill,
    SYS_tkill,
    SYS_rt_sigqueueinfo,
    SYS_shmget,
    SYS_shmat,
    SYS_shmctl,
    SYS_semget,
    SYS_semop,
    SYS_semtimedop,
    SYS_semctl,
    SYS_msgget,
    SYS_msgsnd,
    SYS_msgrcv,
    SYS_msgctl,
    SYS_mq_open,
    SYS_mq_unlink,
];

/// Parts of the kernel through which many have broken out.
const DEPTHS: &[c_long] = &[
    SYS_bpf,
    SYS_perf_event_open,
    SYS_userfaultfd,
    SYS_keyctl,
    SYS_add_key,
    SYS_request_key,
    SYS_personality,
    SYS_fanotify_init,
    SYS_inotify_init1,
];

/// What belongs to whoever runs the computer. Refused by the system to most people anyway.
const MACHINE: &[c_long] = &[
    SYS_mount,
    SYS_umount2,
    SYS_pivot_root,
    SYS_move_mount,
    SYS_open_tree,
    467, // open_tree_attr, Linux 6.15
    SYS_fsopen,
    SYS_fsconfig,
    SYS_fsmount,
    SYS_fspick,
    SYS_mount_setattr,
    SYS_unshare,
    SYS_setns,
    SYS_chroot,
    SYS_open_by_handle_at,
    SYS_name_to_handle_at,
    SYS_acct,
    SYS_quotactl,
    SYS_quotactl_fd,
    SYS_syslog,
    SYS_vhangup,
    SYS_kexec_load,
    SYS_kexec_file_load,
    SYS_init_module,
    SYS_finit_module,
    SYS_delete_module,
    SYS_reboot,
    SYS_swapon,
    SYS_swapoff,
    SYS_settimeofday,
    SYS_clock_settime,
    SYS_adjtimex,
    SYS_clock_adjtime,
    SYS_sethostname,
    SYS_setdomainname,
];

/// Changing what a file is, by its name or where it is open to be read: what the rules about files do not know.
/// The key to the display, which may be read, could be opened to everybody.
const WHAT_IT_IS: &[c_long] = &[
    SYS_truncate,
    SYS_fchmod,
    SYS_fchmodat,
    452, // fchmodat2, Linux 6.6
    SYS_fchown,
    SYS_fchownat,
    SYS_setxattr,
    SYS_lsetxattr,
    SYS_fsetxattr,
    463, // setxattrat, Linux 6.13
    SYS_removexattr,
    SYS_lremovexattr,
    SYS_fremovexattr,
    466, // removexattrat, Linux 6.13
    469, // file_setattr, Linux 6.17
    SYS_utimensat,
    SYS_mknodat,
];

/// Older ways to do some of the above, and ways that this processor alone has.
#[cfg(target_arch = "x86_64")]
const OWN: &[c_long] = &[
    libc::SYS_fork,
    libc::SYS_vfork,
    libc::SYS_inotify_init,
    libc::SYS_modify_ldt,
    libc::SYS_iopl,
    libc::SYS_ioperm,
    libc::SYS_uselib,
    libc::SYS_chmod,
    libc::SYS_chown,
    libc::SYS_lchown,
    libc::SYS_utime,
    libc::SYS_utimes,
    libc::SYS_futimesat,
    libc::SYS_mknod,
];

#[cfg(target_arch = "aarch64")]
const OWN: &[c_long] = &[];

/// Refused from the first part of the fence on, whatever they are asked for.
pub(super) fn refused_first() -> impl Iterator<Item = c_long> {
    [PROGRAMS, RINGS, OTHERS, DEPTHS, MACHINE, WHAT_IT_IS, OWN]
        .into_iter()
        .flatten()
        .copied()
}

/// Refused from the second part on: every way to get a connection.
pub(super) fn refused_second() -> impl Iterator<Item = c_long> {
    [SYS_socket, SYS_connect, SYS_bind, SYS_listen, SYS_accept, SYS_accept4].into_iter()
}
