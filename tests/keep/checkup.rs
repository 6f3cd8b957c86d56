//! The look at this computer, on a tree of files as the kernel lays them out, and on the computer there is.
use super::keeper;
use crate::support::Home;

use daypack::checkup::Swap;
use daypack::keep::wire::{Answer, answer, decode};
use daypack::keep::{Keeper, Reply, Request};
use daypack::paths::Paths;

use std::fs;
use std::os::unix::fs::symlink;

/// A disk with one partition, and swap space that is encrypted on it: with links, as the kernel has them.
fn computer() -> Home {
    let home = Home::new();
    let (disk, mapped) = (
        "system/sys/devices/pci/block/sda",
        "system/sys/devices/virtual/block/dm-0",
    );
    let files = [
        (format!("{disk}/dev"), "8:0\n"),
        (format!("{disk}/sda2/dev"), "8:2\n"),
        (format!("{disk}/sda2/partition"), "2\n"),
        (format!("{mapped}/dev"), "254:0\n"),
        (format!("{mapped}/dm/name"), "swap\n"),
        (format!("{mapped}/dm/uuid"), "CRYPT-PLAIN-swap\n"),
        ("system/proc/swaps".to_owned(), HEADING),
        (
            "system/proc/meminfo".to_owned(),
            "MemAvailable:   3000 kB\nSwapTotal: 9 kB\nSwapFree:   50 kB\n",
        ),
    ];

    for folder in [
        &format!("{disk}/device"),
        &format!("{disk}/sda2"),
        &format!("{mapped}/dm"),
        &format!("{mapped}/slaves"),
        "system/sys/block",
        "system/sys/class/block",
        "system/proc",
    ] {
        fs::create_dir_all(home.join(folder)).unwrap();
    }

    for (path, text) in &files {
        home.write(path, text);
    }

    for (name, place) in [("sda", "pci/block/sda"), ("dm-0", "virtual/block/dm-0")] {
        symlink(
            format!("../devices/{place}"),
            home.join(&format!("system/sys/block/{name}")),
        )
        .unwrap();
        symlink(
            format!("../../devices/{place}"),
            home.join(&format!("system/sys/class/block/{name}")),
        )
        .unwrap();
    }

    symlink(
        "../../devices/pci/block/sda/sda2",
        home.join("system/sys/class/block/sda2"),
    )
    .unwrap();
    symlink(
        "../../../../pci/block/sda/sda2",
        home.join(&format!("{mapped}/slaves/sda2")),
    )
    .unwrap();

    home
}

const HEADING: &str = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n";

fn swaps(home: &Home, path: &str) {
    home.write(
        "system/proc/swaps",
        &format!("{HEADING}{path}       partition\t8388604\t\t0\t\t-2\n"),
    );
}

#[test]
fn what_the_kernel_lays_out_in_links_is_followed() {
    let home = computer();
    let keeper = keeper(&home);

    assert_eq!(keeper.checkup().swap, Swap::None);
    assert_eq!(keeper.checkup().left, Some(3_050 * 1024));

    for (path, verdict) in [
        ("/dev/dm-0", Swap::Encrypted),
        ("/dev/mapper/swap", Swap::Encrypted),
        ("/dev/sda2", Swap::Plain),
        ("/dev/sda", Swap::Plain),
        ("/dev/sdb", Swap::CannotTell),
    ] {
        swaps(&home, path);
        assert_eq!(keeper.checkup().swap, verdict, "{path}");
    }

    home.write("system/sys/devices/virtual/block/dm-0/dm/uuid", "LVM-abc\n");
    swaps(&home, "/dev/dm-0");
    assert_eq!(keeper.checkup().swap, Swap::Plain, "a volume on that partition");
}

#[test]
fn the_look_travels_to_whoever_asked_and_changes_nothing() {
    let home = computer();
    let mut keeper = keeper(&home);

    swaps(&home, "/dev/sda2");

    let before = home.files();
    let reply = keeper.answer(Request::Checkup);
    let heard = decode::<Answer>(&answer(&reply)).unwrap().with(None).unwrap();
    let (Ok(Reply::Checked(said)), Ok(Reply::Checked(heard))) = (reply, heard) else {
        panic!("it is answered");
    };

    assert!(said == heard && said.plain().eq(["/dev/sda2"]));
    assert_eq!(home.files(), before);
}

/// Whatever this computer is: each area that the kernel lists is seen, and memory is left.
#[test]
fn this_very_computer_is_understood() {
    let seen = Keeper::new(Paths::here()).checkup();
    let Ok(list) = fs::read_to_string("/proc/swaps") else {
        return assert!(seen.areas.is_empty());
    };

    assert_eq!(seen.areas.len(), list.lines().count() - 1, "{list}");
    assert_eq!(seen.swap == Swap::None, seen.areas.is_empty());
    assert!(seen.left.is_some_and(|left| left > 1 << 20));
}
