//! Work that must see no file, whatever the library that does it would like to look at.
use std::thread;

/// Runs `work` on a thread that can open no file and no folder, and waits for it.
///
/// The rest of the process can open files as before. Where the system has no such fence (it came with Linux
/// 5.13) the work is done all the same, and sees what it always saw. Nothing comes back when no thread could
/// be had, or the work ended in a panic.
pub fn sightless<T: Send>(work: impl FnOnce() -> T + Send) -> Option<T> {
    thread::scope(|scope| {
        let blind = thread::Builder::new().spawn_scoped(scope, || {
            close_eyes();
            work()
        });

        blind.ok()?.join().ok()
    })
}

/// Whether a fence stands around the calling thread from now on.
#[cfg(target_os = "linux")]
fn close_eyes() -> bool {
    use landlock::{ABI, Access, AccessFs, Ruleset, RulesetAttr, RulesetStatus};

    Ruleset::default()
        .handle_access(AccessFs::from_all(ABI::V1))
        .and_then(Ruleset::create)
        .and_then(landlock::RulesetCreated::restrict_self)
        .is_ok_and(|fence| fence.ruleset != RulesetStatus::NotEnforced)
}

#[cfg(not(target_os = "linux"))]
fn close_eyes() -> bool {
    false
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    use std::fs::File;

    #[test]
    fn only_the_work_itself_sees_no_file() {
        let program = std::env::current_exe().unwrap();
        let seen = sightless(|| (close_eyes(), File::open(&program).is_ok())).unwrap();

        // A second fence says whether this kernel has any.
        assert_eq!(seen, (seen.0, !seen.0));
        assert!(File::open(&program).is_ok());
    }

    #[test]
    fn what_the_work_found_comes_back() {
        assert_eq!(sightless(|| 6 * 7), Some(42));
    }
}
