//! What a pack says about itself, at the top of one file.
use super::row::Row;
use crate::content::Pack;
use crate::content::check::Code;
use crate::content::id::PackId;
use crate::content::limits;

/// The one format this program reads.
const FORMAT: i64 = 1;

/// The keys that make a file the one that says what pack this is.
pub(super) const KEYS: [&str; 4] = ["format", "version", "licence", "reviewed"];

/// Reads the header into `pack`.
pub(super) fn read(row: &mut Row<'_, '_>, pack: &mut Pack) {
    let format = row.get("format");

    if row.count("format", 0..=i64::MAX) != FORMAT
        && let Some(written) = format
    {
        let message = format!("this program reads format {FORMAT} only");

        row.report(Code::UnknownFormat, written, message, "a newer program may read it");
    }

    let id = row.id::<PackId>("id");

    pack.id = id.map_or_else(String::new, |id| id.to_string());
    pack.version = u32::try_from(row.count("version", 1..=i64::from(u32::MAX))).unwrap_or(1);
    pack.lang = row.plain("lang");
    pack.title = row.text("title", limits::TITLE);
    pack.licence = row.plain("licence");
    pack.reviewed = row.date("reviewed");
}

/// Reports a second header, and knows its keys.
pub(super) fn twice(row: &mut Row<'_, '_>) {
    for key in ["format", "id", "version", "lang", "title", "licence", "reviewed"] {
        row.get(key);
    }

    let message = "another file says already what pack this is";

    row.sink.report(Code::NoHeader, row.at, message, "keep one header");
}
