//! What places and files are called, how much room there is, and when something was saved.
use crate::content::Date;
use crate::keep::{Found, Place, PlaceKind};
use crate::words;

use std::path::Path;

/// What a place is called.
pub(super) fn name(place: &Place) -> String {
    match place.kind {
        PlaceKind::Own => words::text("place-own"),
        PlaceKind::Persistent => words::text("place-persistent"),
        PlaceKind::Drive => words::text_with("place-drive", &[("name", place.label.as_str().into())]),
        PlaceKind::Folder => words::text_with("place-folder", &[("name", place.label.as_str().into())]),
    }
}

/// More about a place, in one line.
pub(super) fn about(place: &Place) -> String {
    let about = match place.kind {
        PlaceKind::Own => words::text("place-own-about"),
        PlaceKind::Persistent => words::text("place-persistent-about"),
        PlaceKind::Drive | PlaceKind::Folder => words::text("place-drive-about"),
    };

    if place.is_write_protected {
        return words::text("place-write-protected");
    }

    match place.free {
        Some(free) => format!("{about} {}", room(free)),
        None => about,
    }
}

/// How much room is left.
pub(super) fn room(bytes: u64) -> String {
    const MEGA: u64 = 1_000_000;
    const GIGA: u64 = 1_000 * MEGA;

    match bytes {
        GIGA.. => words::text_with("place-free-giga", &[("count", (bytes / GIGA).to_string().into())]),
        MEGA.. => words::text_with("place-free-mega", &[("count", (bytes / MEGA).to_string().into())]),
        _ => words::text("place-free-none"),
    }
}

/// When a plan was saved and how large it is, and where it lies.
pub(super) fn found(found: &Found, place: Option<&Place>, today: Date) -> String {
    let mut parts = vec![when(found.day, today)];

    match found.kib {
        _ if found.is_key => {}
        Some(kib) if kib < 1_024 => {
            parts.push(words::text_with(
                "place-size-kilo",
                &[("count", kib.to_string().into())],
            ));
        }
        Some(kib) => parts.push(words::text_with(
            "place-size-mega",
            &[("count", (kib / 1_024).to_string().into())],
        )),
        None => parts.push(words::text("place-size-too-large")),
    }

    parts.extend(place.map(name));

    if found.is_previous {
        parts.push(words::text("place-is-previous"));
    }

    parts.join(" · ")
}

/// The day a plan was saved.
fn when(day: u64, today: Date) -> String {
    let Some(date) = Date::from_days(day) else {
        return words::text("place-saved-sometime");
    };

    if date == today {
        return words::text("place-saved-today");
    }

    let (year, month, day) = date.parts();

    words::text_with(
        "place-saved",
        &[
            ("day", day.to_string().into()),
            ("month", u64::from(month).into()),
            ("year", year.to_string().into()),
        ],
    )
}

/// A path as it is shown: the person's own folder is `~`.
pub(super) fn path(path: &Path, home: Option<&Path>) -> String {
    match home.and_then(|home| path.strip_prefix(home).ok()) {
        Some(rest) => Path::new("~").join(rest).display().to_string(),
        None => path.display().to_string(),
    }
}
