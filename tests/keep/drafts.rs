//! What a save that was killed left lying about, and what of it goes with the next one.
use super::{first, keeper};
use crate::support::Home;

use std::fs;
use std::time::{Duration, SystemTime};

#[test]
fn what_a_crash_left_behind_is_removed_with_the_next_save() {
    let home = Home::new();
    let draft = "age-encryption.org/v1\n-> scrypt, with the old passphrase";

    home.write(".0123456789abcdef.tmp", draft);
    home.write(".0123456789abcdef.bak.tmp", draft);
    // Another window is writing this one, and the others are somebody else's.
    let busy = home.write(".aaaaaaaaaaaaaaaa.tmp", draft);
    let lock = fs::File::open(busy).unwrap();

    lock.try_lock().unwrap();
    home.write(".bbbbbbbbbbbbbbbb.tmp", "not a plan");
    home.write(".cccccccccccccccc.tmp", "");
    home.write(".dddddddddddddddd.tmp", "age-encryption");
    home.write("draft.tmp", draft);
    first(&mut keeper(&home), &home.join("notes.age"), b"v1");

    assert_eq!(
        home.files(),
        [
            ".aaaaaaaaaaaaaaaa.tmp",
            ".bbbbbbbbbbbbbbbb.tmp",
            ".cccccccccccccccc.tmp",
            ".dddddddddddddddd.tmp",
            "draft.tmp",
            "notes.age"
        ]
    );
}

/// A save that was killed before it had written the first line: nothing is in it, but somebody would find it.
#[test]
fn the_start_of_a_draft_goes_once_it_is_a_day_old_and_nobody_holds_it() {
    let home = Home::new();
    let hours = |hours: u64| SystemTime::now() - Duration::from_secs(hours * 60 * 60);
    let write = |name: &str, text: &str, time: SystemTime| {
        let file = fs::File::options().write(true).open(home.write(name, text)).unwrap();

        file.set_modified(time).unwrap();
        file
    };

    write(".0000000000000000.tmp", "", hours(25));
    write(".1111111111111111.tmp", "a", hours(25));
    write(".2222222222222222.bak.tmp", "age-encryption.org/v1", hours(1_000));
    // Young, held, somebody else's, or not a draft by its name.
    write(".3333333333333333.tmp", "", hours(23));
    write(".4444444444444444.tmp", "age", hours(0));
    let held = write(".5555555555555555.tmp", "age", hours(25));
    write(".6666666666666666.tmp", "b", hours(25));
    write(".7777777777777777.tmp", "age-encryption.org/v2\n", hours(25));
    write(".888888888888888.tmp", "", hours(25));
    write(".AAAAAAAAAAAAAAAA.tmp", "", hours(25));
    write(".9999999999999999.part", "", hours(25));
    std::os::unix::fs::symlink(home.join("elsewhere"), home.join(".aaaaaaaaaaaaaaaa.tmp")).unwrap();

    held.try_lock().unwrap();
    first(&mut keeper(&home), &home.join("notes.age"), b"v1");

    let mut left = home.files();

    left.retain(|name| name != "notes.age");
    assert_eq!(
        left,
        [
            ".3333333333333333.tmp",
            ".4444444444444444.tmp",
            ".5555555555555555.tmp",
            ".6666666666666666.tmp",
            ".7777777777777777.tmp",
            ".888888888888888.tmp",
            ".9999999999999999.part",
            ".AAAAAAAAAAAAAAAA.tmp",
            ".aaaaaaaaaaaaaaaa.tmp",
        ]
    );
}
