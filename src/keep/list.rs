//! Where a plan can be kept, which plans are there, and what a typed path would mean.
use super::error::Error;
use super::hold::Spot;
use super::name;
use super::request::{Considered, Where};
use super::telling::telling;
use super::warning::{Warning, synced_by_marker, synced_by_path};
use crate::file::{self, Fs, Kind, Room, Status, Step};
use crate::paths::{Paths, drives};

use std::io;
use std::path::{Path, PathBuf};

/// The most entries of a folder that are looked at.
pub(super) const ENTRIES: usize = 5_000;

/// How long a key file of ours is, in bytes.
pub(super) const KEY_SIZE: u64 = 334;

/// The most bytes that are read of what the system says about its mounts.
const MOUNTS: u64 = 4 * 1024 * 1024;

/// Room for the largest plan three times: the old one, the previous one and the new one.
const ROOM: u64 = 3 * 8 * 1024 * 1024 + 64 * 1024;

/// Places, and the plans in them.
#[derive(Clone, PartialEq, Eq)]
pub struct Listing {
    /// Where plans can be kept: our own folder first.
    pub places: Vec<Place>,
    /// The plans that are there, the latest first.
    pub plans: Vec<Found>,
    /// The key files that are there, as far as their size tells them from plans, the latest first.
    pub keys: Vec<Found>,
}

/// A place where plans can be kept.
#[derive(Clone, PartialEq, Eq)]
pub struct Place {
    /// What sort of place it is.
    pub kind: PlaceKind,
    /// Where it is. Our own folder may not exist before the first plan in it.
    pub path: PathBuf,
    /// The last part of the path: what file managers call it.
    pub label: String,
    /// How many bytes can still be written there, if the system says.
    pub free: Option<u64>,
    /// Whether nothing can be written there.
    pub is_write_protected: bool,
    /// What to be careful about.
    pub warnings: Vec<Warning>,
}

/// What sort of place it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PlaceKind {
    /// Our own folder.
    Own,
    /// The folder that Tails keeps between sessions.
    Persistent,
    /// A drive that can be taken away.
    Drive,
    /// A folder that was asked for.
    Folder,
}

/// A plan that was found.
#[derive(Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub path: PathBuf,
    /// Its name, as far as it can be shown.
    pub name: String,
    /// When it was saved, in whole days since 1970-01-01 in Greenwich; for `Date::from_days`.
    pub day: u64,
    /// The smallest of the six sizes it fits in, in KiB: 256 to 8192. Nothing when it is longer.
    pub kib: Option<u64>,
    /// Whether it is a previous version whose plan is gone.
    pub is_previous: bool,
    /// Whether it is as long as a key file of ours: plans are never as short.
    pub is_key: bool,
}

/// Looks for places and plans.
pub(super) fn list<F: Fs>(fs: &F, paths: &Paths, place: &Where) -> Result<Listing, Error> {
    let mut listing = Listing {
        places: Vec::new(),
        plans: Vec::new(),
        keys: Vec::new(),
    };

    match place {
        Where::Folder(path) => {
            listing.plans = plans(fs, path)?;
            listing.places.push(look(fs, PlaceKind::Folder, path, false));
        }
        Where::Everywhere => {
            for (kind, path, is_write_protected) in everywhere(paths) {
                // A drive that cannot be read now is a place with nothing in it.
                listing.plans.extend(plans(fs, &path).unwrap_or_default());
                listing.places.push(look(fs, kind, &path, is_write_protected));
            }
        }
    }

    (listing.keys, listing.plans) = listing.plans.into_iter().partition(|found| found.is_key);

    for found in [&mut listing.plans, &mut listing.keys] {
        found.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.path.cmp(&b.path)));
    }

    Ok(listing)
}

/// Our own folder, and every drive.
fn everywhere(paths: &Paths) -> Vec<(PlaceKind, PathBuf, bool)> {
    let mounts = file::read(&paths.mounts, MOUNTS).unwrap_or_default();
    let drives = drives(&String::from_utf8_lossy(&mounts), paths);
    let own = paths.own.iter().map(|own| (PlaceKind::Own, own.clone(), false));

    own.chain(drives.into_iter().map(|drive| {
        let kind = match drive.is_persistent {
            true => PlaceKind::Persistent,
            false => PlaceKind::Drive,
        };

        (kind, drive.path, drive.is_write_protected)
    }))
    .collect()
}

fn look<F: Fs>(fs: &F, kind: PlaceKind, path: &Path, is_write_protected: bool) -> Place {
    let room = room(fs, path);

    Place {
        kind,
        label: path
            .file_name()
            .unwrap_or(path.as_os_str())
            .to_string_lossy()
            .into_owned(),
        path: path.to_path_buf(),
        free: room.map(|room| room.free),
        is_write_protected: is_write_protected || room.is_some_and(|room| room.is_write_protected),
        warnings: warnings(fs, path, room),
    }
}

/// The plans in one folder. A previous version is shown only when its plan is gone.
fn plans<F: Fs>(fs: &F, path: &Path) -> Result<Vec<Found>, Error> {
    let folder = fs.open_folder(path).map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => Error::NoFolder,
        _ => Error::File(file::Error::at(Step::List)(error)),
    })?;
    let entries = fs
        .entries(&folder, ENTRIES)
        .map_err(file::Error::at(Step::List))?
        .into_iter()
        .filter(|entry| entry.status.kind == Kind::File && name::is_plan(&entry.name))
        .collect::<Vec<_>>();

    Ok(entries
        .iter()
        .filter_map(|entry| {
            let current = name::current_of(&entry.name);
            let is_there = |name| entries.iter().any(|entry| &entry.name == name);

            (!current.as_ref().is_some_and(is_there)).then(|| Found {
                path: path.join(&entry.name),
                name: entry.name.to_string_lossy().into_owned(),
                day: day(&entry.status),
                kib: kib(entry.status.len),
                is_previous: current.is_some(),
                is_key: entry.status.len == KEY_SIZE,
            })
        })
        .collect())
}

/// A path as it was typed, and what the file is called where that is only a folder.
#[derive(Clone, Copy)]
pub(super) struct Typed<'a> {
    pub(super) path: &'a str,
    pub(super) name: &'a str,
}

/// Says what would happen to a file at a typed path.
pub(super) fn consider<F: Fs>(fs: &F, paths: &Paths, typed: Typed<'_>) -> Considered {
    let path = paths.typed(typed.path);
    let is_folder = typed.path.trim_end().ends_with('/') || fs.open_folder(&path).is_ok();
    let path = match is_folder {
        true => path.join(typed.name),
        false => name::with_ending(&path, typed.name),
    };
    let spot = Spot::find(fs, &path);
    let status = spot
        .as_ref()
        .ok()
        .and_then(|spot| fs.status(&spot.folder, &spot.name).ok());
    let is_own = path.parent().is_some() && path.parent() == paths.own.as_deref();
    let folder = path.parent().unwrap_or(Path::new("."));
    let room = room(fs, folder);
    let problem = match (spot, status) {
        _ if is_folder => Some(Error::IsFolder),
        (_, Some(status)) if status.kind == Kind::Folder => Some(Error::IsFolder),
        (Err(Error::NoFolder), _) if is_own => None,
        (Err(error), _) => Some(error),
        (Ok(_), _) => room.and_then(refusal),
    };
    let mut warnings = warnings(fs, folder, room);

    warnings.extend(telling(&path.file_name().unwrap_or_default().to_string_lossy()));

    Considered {
        is_taken: status.is_some(),
        path,
        free: room.map(|room| room.free),
        warnings,
        problem,
    }
}

/// Why nothing can be written in a folder, if nothing can.
fn refusal(room: Room) -> Option<Error> {
    let kind = match (room.is_write_protected, room.is_open) {
        (true, _) => io::ErrorKind::ReadOnlyFilesystem,
        (false, false) => io::ErrorKind::PermissionDenied,
        (false, true) => return None,
    };

    Some(Error::File(file::Error::at(Step::Create)(kind.into())))
}

/// What to be careful about in a folder.
fn warnings<F: Fs>(fs: &F, path: &Path, room: Option<Room>) -> Vec<Warning> {
    let synced = synced_by_path(path).or_else(|| path.ancestors().find_map(|folder| marker(fs, folder)));
    let little = room.filter(|room| room.free < ROOM).map(|_| Warning::LittleRoom);

    synced.map(Warning::Synced).into_iter().chain(little).collect()
}

/// The service that left its mark in a folder.
fn marker<F: Fs>(fs: &F, path: &Path) -> Option<&'static str> {
    let folder = fs.open_folder(path).ok()?;

    fs.entries(&folder, ENTRIES)
        .ok()?
        .iter()
        .find_map(|entry| entry.name.to_str().and_then(synced_by_marker))
}

/// How much room there is in a folder, or in the nearest one above it that exists.
fn room<F: Fs>(fs: &F, path: &Path) -> Option<Room> {
    let folder = path.ancestors().find_map(|folder| fs.open_folder(folder).ok())?;

    fs.room(&folder).ok()
}

/// The day a file was last changed.
fn day(status: &Status) -> u64 {
    u64::try_from(status.modified / 86_400_000_000_000).unwrap_or(0)
}

/// The smallest of the six sizes of a plan that a file fits in, in KiB.
fn kib(len: u64) -> Option<u64> {
    // Sealing adds 166 bytes, and 16 for each 64 KiB: less than a 1,024th part.
    (8..=13).map(|power| 1_u64 << power).find(|kib| len <= kib * 1024 + kib)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_six_sizes_of_a_sealed_plan_are_told_apart() {
        let sizes = [262_374, 524_582, 1_048_998, 2_097_830, 4_195_494, 8_390_822];

        for (size, power) in sizes.into_iter().zip(8..) {
            assert_eq!(kib(size), Some(1 << power), "{size}");
        }

        assert_eq!(kib(0), Some(256));
        assert_eq!(kib(9_000_000), None);
    }
}
