//! What a block device writes to a disk: followed down through whatever it is made of.
//!
//! Encrypted is what passes through a layer that encrypts, on every way down. A layer that nobody here knows
//! may encrypt by itself, so that a plain disk below it proves nothing.
use super::{Swap, Tree};
use crate::paths::{Mount, mounts};

use std::path::Path;

/// The most layers that are followed. A device that is made of itself ends here too.
const DEPTH: usize = 16;

/// What device mapper calls devices that encrypt. The same program sets up others that only check or repair.
const ENCRYPTS: &[&str] = &[
    "CRYPT-LUKS1-",
    "CRYPT-LUKS2-",
    "CRYPT-PLAIN-",
    "CRYPT-TCRYPT-",
    "CRYPT-BITLK-",
    "CRYPT-FVAULT2-",
    "CRYPT-LOOPAES-",
];

/// What it calls devices that pass on what they are given.
const PASSES_ON: &[&str] = &[
    "LVM-",
    "mpath-",
    "DMRAID-",
    "CRYPT-VERITY-",
    "CRYPT-INTEGRITY-",
    "CRYPT-SUBDEV-",
];

/// What becomes of what is written to the device at `path`, such as `/dev/sda3`.
pub(super) fn by_path(tree: &impl Tree, path: &Path) -> Swap {
    known(tree, path, 0)
}

/// What becomes of what is written into the file at `path`.
pub(super) fn of_file(tree: &impl Tree, path: &Path) -> Swap {
    file(tree, path, 0)
}

fn known(tree: &impl Tree, path: &Path, depth: usize) -> Swap {
    name_of(tree, path).map_or(Swap::CannotTell, |name| device(tree, &name, depth))
}

/// What the kernel calls a device, which is not always the last part of its path.
fn name_of(tree: &impl Tree, path: &Path) -> Option<String> {
    let below = path.to_str()?.strip_prefix("/dev/")?;

    if let Some(mapped) = below.strip_prefix("mapper/") {
        let is_it = |name: &String| trimmed(tree, name, "dm/name").as_deref() == Some(mapped);

        return tree.names("/sys/class/block")?.into_iter().find(is_it);
    }

    // A slash in a name of the kernel is written otherwise there.
    let name = below.replace('/', "!");

    trimmed(tree, &name, "dev").map(|_| name)
}

/// A short text about a device, without the line end.
fn trimmed(tree: &impl Tree, name: &str, what: &str) -> Option<String> {
    let text = tree.text(&format!("/sys/class/block/{name}/{what}"))?;

    Some(text.trim_end_matches('\n').to_owned())
}

fn device(tree: &impl Tree, name: &str, depth: usize) -> Swap {
    if depth == DEPTH {
        return Swap::CannotTell;
    }

    if is_numbered(name, "zram") {
        return zram(tree, name, depth);
    }

    if is_numbered(name, "ram") {
        return Swap::InMemory;
    }

    if is_numbered(name, "loop") {
        let backing = trimmed(tree, name, "loop/backing_file");

        return backing.map_or(Swap::CannotTell, |path| file(tree, Path::new(&path), depth + 1));
    }

    if trimmed(tree, name, "partition").is_some() {
        let whole = whole(tree, name);

        return whole.map_or(Swap::CannotTell, |whole| device(tree, &whole, depth + 1));
    }

    match (trimmed(tree, name, "dm/uuid"), below(tree, name, depth)) {
        (Some(uuid), _) if starts(&uuid, ENCRYPTS) => Swap::Encrypted,
        (Some(uuid), Some(below)) if starts(&uuid, PASSES_ON) || is_part(&uuid) => below,
        // It may encrypt by itself.
        (Some(_), Some(Swap::Plain)) => Swap::CannotTell,
        // What is kept on its fast disk is not listed.
        (None, Some(Swap::Encrypted)) if is_numbered(name, "bcache") => Swap::CannotTell,
        (_, Some(below)) => below,
        (None, None) if is_hardware(tree, name) => Swap::Plain,
        (_, None) => Swap::CannotTell,
    }
}

/// Compressed memory, which may have been given a disk for what is hardly used.
fn zram(tree: &impl Tree, name: &str, depth: usize) -> Swap {
    match trimmed(tree, name, "backing_dev").as_deref() {
        None | Some("none" | "") => Swap::InMemory,
        Some(path) => known(tree, Path::new(path), depth + 1),
    }
}

/// The disk that a partition is on.
fn whole(tree: &impl Tree, partition: &str) -> Option<String> {
    let has_it = |disk: &String| tree.text(&format!("/sys/block/{disk}/{partition}/dev")).is_some();

    tree.names("/sys/block")?.into_iter().find(has_it)
}

/// The worst of what it is made of; nothing when it is made of nothing.
fn below(tree: &impl Tree, name: &str, depth: usize) -> Option<Swap> {
    tree.names(&format!("/sys/class/block/{name}/slaves"))?
        .iter()
        .map(|part| device(tree, part, depth + 1))
        .max()
}

/// Whether something outside the kernel is behind it, and not another program or a volume of a file system.
fn is_hardware(tree: &impl Tree, name: &str) -> bool {
    tree.names(&format!("/sys/class/block/{name}/device")).is_some()
}

fn file(tree: &impl Tree, path: &Path, depth: usize) -> Swap {
    let table = tree.text("/proc/self/mountinfo").unwrap_or_default();
    let above = mounts(&table).filter(|mount| path.starts_with(&mount.path));

    // The deepest; of those at one place the last, which lies over the others.
    match above.max_by_key(|mount| mount.path.components().count()) {
        Some(mount) if mount.kind == "btrfs" => members(tree, &mount, depth),
        Some(mount) => match named(tree, &mount.number) {
            Some(name) => device(tree, &name, depth + 1),
            None => Swap::CannotTell,
        },
        None => Swap::CannotTell,
    }
}

/// The device with this number, such as `254:0`.
fn named(tree: &impl Tree, number: &str) -> Option<String> {
    let about = tree.text(&format!("/sys/dev/block/{number}/uevent"))?;
    let name = about.lines().find_map(|line| line.strip_prefix("DEVNAME="))?;

    Some(name.replace('/', "!"))
}

/// Such a file system has a number of its own, and can lie on several devices: nobody says on which a file is.
fn members(tree: &impl Tree, mount: &Mount, depth: usize) -> Swap {
    let Some(name) = name_of(tree, Path::new(&mount.source)) else {
        return Swap::CannotTell;
    };
    let devices = |id: String| tree.names(&format!("/sys/fs/btrfs/{id}/devices"));
    let systems = tree.names("/sys/fs/btrfs").unwrap_or_default();
    let all = systems.into_iter().filter_map(devices).find(|all| all.contains(&name));
    let mut verdicts = all.iter().flatten().map(|it| device(tree, it, depth + 1));

    match verdicts.next() {
        Some(first) if verdicts.all(|it| it == first) => first,
        _ => Swap::CannotTell,
    }
}

fn starts(text: &str, with: &[&str]) -> bool {
    with.iter().any(|it| text.starts_with(it))
}

/// Whether it is a partition that was made out of a mapped device: `part2-` and the name of that.
fn is_part(uuid: &str) -> bool {
    let number = uuid.strip_prefix("part").and_then(|rest| rest.split_once('-'));

    number.is_some_and(|(number, _)| is_digits(number))
}

fn is_numbered(name: &str, kind: &str) -> bool {
    name.strip_prefix(kind).is_some_and(is_digits)
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
