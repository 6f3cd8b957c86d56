//! The first format. Released formats are never edited: a change becomes `v2`, and this file stays.
//!
//! What a later program adds within this version is a new key at the top. Such keys are kept and written
//! back by older programs; in the tables an unknown key is a mistake, and said to be one. `versions` came so.
mod moved;
mod read;
mod value;
mod write;

pub(super) use read::decode;
pub(super) use write::encode;

/// What the text says it is.
pub(super) const FORMAT: &str = "daypack";

/// The number of this format, which looks like this:
///
/// ```toml
/// # vault
/// # A plan made with Daypack. Plain TOML: `age -d` shows it to you, any editor changes it.
/// format = "daypack"
/// version = 1
/// revision = 3
/// saved = "2026-11-21"
/// pack = "protest"
/// pack_version = 1
/// gate = "closed"
///
/// [answers]
/// brings = ["iphone"]
/// unlock = "unknown"
///
/// [decisions]
/// phone-on-the-day = "stay-reachable"
///
/// [weigh]
/// phone-opened-by-force = { likelihood = 3, impact = 2 }
///
/// [versions]
/// iphone = "26.4"
///
/// [seen]
/// biometrics-off = "945932865af3ffcd"
///
/// [[mark]]
/// measure = "biometrics-off"
/// on = "iphone"
/// state = "done"
///
/// [[earlier]]
/// measure = "biometrics-off"
/// on = "iphone"
/// device = "second"
/// was = "on"
///
/// [[after]]
/// measure = "biometrics-off"
/// on = "iphone"
/// device = "second"
/// state = "put-back"
/// ```
const VERSION: i64 = 1;

/// The highest revision that TOML can write.
pub(super) const LAST_REVISION: u64 = i64::MAX as u64;

/// How deep what a later program added may be nested.
const NESTING: usize = 8;

const OPEN: &str = "open";
const CLOSED: &str = "closed";
const UNKNOWN: &str = "unknown";
const PERSON: &str = "person";
const SECOND: &str = "second";
const DONE: &str = "done";
const NOT_POSSIBLE: &str = "not-possible";
const DOES_NOT_APPLY: &str = "does-not-apply";
const ON: &str = "on";
const OFF: &str = "off";
const NOT_SURE: &str = "not-sure";
const PUT_BACK: &str = "put-back";
const KEPT: &str = "kept";
