//! Computers that were made up, as their `/proc` and `/sys` show them. safety.md 50.
mod fake;

use super::*;

use fake::Fake;

/// A disk with two partitions.
fn laptop() -> Fake {
    Fake::default()
        .disk("nvme0n1", "259:0")
        .part("nvme0n1", "nvme0n1p2", "259:2")
        .part("nvme0n1", "nvme0n1p3", "259:3")
}

const LUKS: &str = "CRYPT-LUKS2-0f4e0a5b1c2d4e6f8a9b0c1d2e3f4a5b-luks";

const ROOT: &str = "259:2 / / rw,relatime shared:1 - ext4 /dev/nvme0n1p2";

/// safety.md 50.
#[test]
fn a_computer_without_swap_space_writes_no_memory() {
    assert_eq!(Checkup::of(&laptop().swaps(&[])).swap, Swap::None);
}

#[test]
fn a_kernel_that_knows_no_swap_space_has_none_and_one_that_hides_it_is_not_trusted() {
    let without = laptop().file("/proc/meminfo", "MemTotal:  8000 kB\nSwapTotal:       0 kB");
    let hidden = laptop().file("/proc/meminfo", "MemTotal:  8000 kB\nSwapTotal:    2048 kB");

    assert_eq!(Checkup::of(&without).swap, Swap::None);
    assert_eq!(Checkup::of(&hidden).swap, Swap::CannotTell);
    assert_eq!(Checkup::of(&Fake::default()).swap, Swap::CannotTell, "no such system");

    let odd = laptop().file("/proc/swaps", "something else");

    assert_eq!(Checkup::of(&odd).swap, Swap::CannotTell);
}

#[test]
fn compressed_memory_is_in_memory_unless_it_was_given_a_disk() {
    assert_eq!(laptop().zram(None).partition("/dev/zram0").swap, Swap::InMemory);
    assert_eq!(laptop().zram(Some("none")).partition("/dev/zram0").swap, Swap::InMemory);

    let given = |path: &str| laptop().mapped("dm-0", LUKS, &["nvme0n1p3"]).zram(Some(path));

    assert_eq!(given("/dev/nvme0n1p3").partition("/dev/zram0").swap, Swap::Plain);
    assert_eq!(given("/dev/dm-0").partition("/dev/zram0").swap, Swap::Encrypted);
    assert_eq!(given("/dev/gone").partition("/dev/zram0").swap, Swap::CannotTell);
}

#[test]
fn a_partition_and_a_whole_disk_are_plain() {
    assert_eq!(laptop().partition("/dev/nvme0n1p3").swap, Swap::Plain);
    assert_eq!(laptop().partition("/dev/nvme0n1").swap, Swap::Plain);

    let raid = Fake::default()
        .disk("cciss!c0d0", "104:0")
        .part("cciss!c0d0", "cciss!c0d0p2", "104:2");

    assert_eq!(raid.partition("/dev/cciss/c0d0p2").swap, Swap::Plain);
}

#[test]
fn whatever_encrypts_is_encrypted_and_what_only_checks_is_not() {
    for kind in ["LUKS1", "LUKS2", "PLAIN", "TCRYPT", "BITLK"] {
        let uuid = format!("CRYPT-{kind}-swap");

        assert_eq!(
            laptop()
                .mapped("dm-1", &uuid, &["nvme0n1p3"])
                .partition("/dev/dm-1")
                .swap,
            Swap::Encrypted,
            "{kind}"
        );
    }

    for kind in ["VERITY", "INTEGRITY"] {
        let uuid = format!("CRYPT-{kind}-swap");

        assert_eq!(
            laptop()
                .mapped("dm-1", &uuid, &["nvme0n1p3"])
                .partition("/dev/dm-1")
                .swap,
            Swap::Plain,
            "{kind}"
        );
    }
}

#[test]
fn a_volume_is_what_lies_below_it() {
    let on_luks = laptop()
        .mapped("dm-0", LUKS, &["nvme0n1p3"])
        .mapped("dm-1", "LVM-abc", &["dm-0"]);
    let plain = laptop().mapped("dm-1", "LVM-abc", &["nvme0n1p3"]);
    let part = laptop()
        .mapped("dm-0", LUKS, &["nvme0n1p3"])
        .mapped("dm-1", "part2-CRYPT-x", &["dm-0"]);

    assert_eq!(on_luks.partition("/dev/dm-1").swap, Swap::Encrypted);
    assert_eq!(plain.clone().partition("/dev/dm-1").swap, Swap::Plain);
    assert_eq!(part.partition("/dev/dm-1").swap, Swap::Encrypted);
    assert_eq!(
        plain.partition("/dev/mapper/map1").swap,
        Swap::Plain,
        "by its other name"
    );
}

#[test]
fn one_plain_disk_of_two_makes_a_volume_plain() {
    let computer =
        laptop()
            .disk("sda", "8:0")
            .mapped("dm-0", LUKS, &["nvme0n1p3"])
            .mapped("dm-1", "LVM-abc", &["dm-0", "sda"]);

    assert_eq!(computer.partition("/dev/dm-1").swap, Swap::Plain);
}

#[test]
fn a_raid_is_what_its_disks_are() {
    let raid = |parts: [&str; 2]| {
        let disks = laptop()
            .disk("sda", "8:0")
            .mapped("dm-0", LUKS, &["nvme0n1p3"])
            .mapped("dm-1", LUKS, &["sda"])
            .device("md0", "9:0");

        parts
            .into_iter()
            .fold(disks, |it, part| it.about("md0", &format!("slaves/{part}/dev"), ""))
            .partition("/dev/md0")
            .swap
    };

    assert_eq!(raid(["dm-0", "dm-1"]), Swap::Encrypted);
    assert_eq!(raid(["nvme0n1p3", "sda"]), Swap::Plain);
}

#[test]
fn a_layer_that_nobody_knows_may_encrypt_by_itself() {
    let odd = |below: &'static str| {
        laptop()
            .mapped("dm-0", LUKS, &["nvme0n1p3"])
            .mapped("dm-1", "", &[below])
            .partition("/dev/dm-1")
            .swap
    };

    assert_eq!(odd("nvme0n1p3"), Swap::CannotTell);
    assert_eq!(odd("dm-0"), Swap::Encrypted);

    let cached = laptop()
        .mapped("dm-0", LUKS, &["nvme0n1p3"])
        .device("bcache0", "252:0")
        .about("bcache0", "slaves/dm-0/dev", "");

    assert_eq!(cached.partition("/dev/bcache0").swap, Swap::CannotTell);
}

#[test]
fn what_another_program_or_file_system_is_behind_cannot_be_told() {
    for name in ["zd0", "nbd0", "drbd1"] {
        let path = format!("/dev/{name}");

        assert_eq!(
            laptop().device(name, "43:0").partition(&path).swap,
            Swap::CannotTell,
            "{name}"
        );
    }

    assert_eq!(laptop().partition("/dev/gone").swap, Swap::CannotTell);
    assert_eq!(laptop().partition("/elsewhere/swap").swap, Swap::CannotTell);
}

#[test]
fn a_file_of_swap_space_is_what_its_file_system_is_on() {
    let home = "254:0 / /home rw shared:2 - ext4 /dev/mapper/map0";
    let computer = || laptop().mapped("dm-0", LUKS, &["nvme0n1p3"]);

    assert_eq!(computer().swap_file("/swap.img", &[ROOT, home]).swap, Swap::Plain);
    assert_eq!(
        computer().swap_file("/home/max/swap", &[ROOT, home]).swap,
        Swap::Encrypted
    );
    assert_eq!(
        computer().swap_file("/homework", &[ROOT, home]).swap,
        Swap::Plain,
        "not below /home"
    );
    assert_eq!(
        computer().swap_file("/home/my\\040swap", &[home, ROOT]).swap,
        Swap::Encrypted,
        "the deepest"
    );

    let over = "259:2 / /home rw - ext4 /dev/nvme0n1p2";

    assert_eq!(
        computer().swap_file("/home/swap", &[ROOT, home, over]).swap,
        Swap::Plain,
        "the upper"
    );
}

#[test]
fn a_file_that_nobody_knows_the_disk_of_cannot_be_told() {
    let far = "0:50 / / rw - nfs4 server:/root";
    let layers = "0:31 / / rw - overlay overlay";

    assert_eq!(laptop().swap_file("/swap", &[far]).swap, Swap::CannotTell);
    assert_eq!(laptop().swap_file("/swap", &[layers]).swap, Swap::CannotTell);
    assert_eq!(laptop().swap_file("/swap", &[]).swap, Swap::CannotTell);
}

#[test]
fn a_file_system_on_several_devices_is_told_only_where_they_are_alike() {
    let root = "0:29 /root / rw - btrfs /dev/mapper/map0";
    let computer = |second: &str| {
        laptop()
            .disk("sda", "8:0")
            .mapped("dm-0", LUKS, &["nvme0n1p3"])
            .mapped("dm-1", LUKS, &["sda"])
            .file("/sys/fs/btrfs/features/raid1c34", "0")
            .file("/sys/fs/btrfs/6f1e/devices/dm-0/dev", "254:0")
            .file(&format!("/sys/fs/btrfs/6f1e/devices/{second}/dev"), "")
            .swap_file("/swap/swapfile", &[root])
            .swap
    };

    assert_eq!(computer("dm-1"), Swap::Encrypted);
    assert_eq!(computer("sda"), Swap::CannotTell);

    let unlisted = laptop().mapped("dm-0", LUKS, &["nvme0n1p3"]);

    assert_eq!(unlisted.swap_file("/swap/swapfile", &[root]).swap, Swap::CannotTell);
}

#[test]
fn a_file_behind_a_loop_is_followed_to_its_disk() {
    let looped = laptop()
        .device("loop3", "7:3")
        .about("loop3", "loop/backing_file", "/swap.img")
        .file("/proc/self/mountinfo", &format!("27 1 {ROOT} rw"));

    assert_eq!(looped.partition("/dev/loop3").swap, Swap::Plain);
    assert_eq!(
        laptop().device("loop3", "7:3").partition("/dev/loop3").swap,
        Swap::CannotTell
    );
}

#[test]
fn several_areas_are_as_bad_as_the_worst_of_them() {
    let computer = laptop()
        .mapped("dm-0", LUKS, &["nvme0n1p2"])
        .zram(None)
        .device("zd0", "230:0");
    let all = [
        ("/dev/zram0", "partition"),
        ("/dev/dm-0", "partition"),
        ("/dev/zd0", "partition"),
        ("/dev/nvme0n1p3", "partition"),
    ];
    let verdicts = [Swap::InMemory, Swap::Encrypted, Swap::CannotTell, Swap::Plain];

    for (count, verdict) in (1..).zip(verdicts) {
        let seen = Checkup::of(&computer.clone().swaps(&all[..count]));

        assert_eq!(seen.swap, verdict);
        assert_eq!(seen.areas.len(), count);
    }

    let seen = Checkup::of(&computer.swaps(&all));

    assert_eq!(seen.plain().collect::<Vec<_>>(), ["/dev/nvme0n1p3"]);
}

#[test]
fn a_device_that_is_made_of_itself_ends_the_search() {
    let circle = laptop()
        .mapped("dm-0", "LVM-a", &["dm-1"])
        .mapped("dm-1", "LVM-b", &["dm-0"]);

    assert_eq!(circle.partition("/dev/dm-0").swap, Swap::CannotTell);
}

#[test]
fn a_computer_hibernates_only_if_it_could_now() {
    let power = |state: &str, disk: &str| {
        let tree = laptop().file("/sys/power/state", state).file("/sys/power/disk", disk);

        Checkup::of(&tree).hibernates
    };

    assert!(power("freeze mem disk", "[platform] shutdown reboot suspend"));
    assert!(!power("freeze mem", "[disabled]"));
    assert!(!power("freeze mem disk", "[disabled]"));
    assert!(!Checkup::of(&laptop()).hibernates);
}

#[test]
fn memory_that_is_left_is_read_in_the_same_look() {
    let table = "MemTotal:  8000 kB\nMemAvailable:   3000 kB\nSwapTotal:  50 kB\nSwapFree:   50 kB";
    let seen = Checkup::of(&laptop().file("/proc/meminfo", table));

    assert_eq!(seen.left, Some(3_050 * 1024));
    assert_eq!(Checkup::of(&laptop()).left, None);
}

#[test]
fn a_name_steers_no_terminal_and_no_debug_text_has_one() {
    let seen = laptop().swap_file("/home/max/\u{1b}[2Jswap", &[ROOT]);

    assert_eq!(seen.areas[0].name, "/home/max/\u{FFFD}[2Jswap");
    assert_eq!(format!("{seen:?}"), "Plain");
}
