//! The version of a system, as somebody reads it off a screen, and whether steps were checked on it.
//!
//! Every way to write one is a row of numbers: "26.4.1", "One UI 8.5", "24H2", and "2026081300", which is a
//! day. Two of them are compared number by number, as far as both say: whoever says "26" is told nothing
//! about "26.4".
use super::{Device, Steps, text};

use std::cmp::Ordering;
use std::fmt;

/// The most characters of a version. The longest on a screen, with its build number, stays below.
pub const LONGEST: usize = 40;

/// The most numbers that are compared. Nobody counts further.
const NUMBERS: usize = 6;

/// The digits of a build number that begins with a day: year, month, day, and what comes after.
const DAY: usize = 8;

/// A version that somebody has, in the words of their screen. Its `Debug` says nothing: it is an answer.
#[derive(Clone, PartialEq, Eq)]
pub struct Version(String);

/// What a version means for steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fit {
    /// The version is not known, or nobody asks for it.
    Unknown,
    /// The steps were checked on it.
    Holds,
    /// It came after the last one they were checked on: menus may have moved.
    Newer,
    /// It came before the first one they hold for.
    Older,
}

impl Version {
    /// Reads what somebody wrote; nothing when there is no number in it, or too much else.
    pub fn read(written: &str) -> Option<Self> {
        let written = text::clean(written).ok()?;
        let written = written.trim();
        let is_fit = |letter: char| letter.is_alphanumeric() || " .-_()".contains(letter);

        (written.chars().count() <= LONGEST && written.chars().all(is_fit) && !numbers(written).is_empty())
            .then(|| Self(written.to_owned()))
    }

    /// As it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// As it is written on `device`, with what it is called there: `iOS 26.4`.
    pub fn on(&self, device: &Device) -> String {
        let name = &device.version_name;

        format!("{name} {}", without(&self.0, name)).trim().to_owned()
    }

    /// What this version of `device` means for `steps` taken there.
    pub fn fit(&self, device: &Device, steps: &Steps) -> Fit {
        let has = numbers(without(&self.0, &device.version_name));

        if device.version_name.is_empty() || has.is_empty() {
            Fit::Unknown
        } else if compare(&has, &numbers(&steps.os_verified)) == Ordering::Greater {
            Fit::Newer
        } else if compare(&has, &numbers(&steps.os_min)) == Ordering::Less {
            Fit::Older
        } else {
            Fit::Holds
        }
    }
}

/// Whether a pack may write this as the version of steps: a number must be in it.
pub(super) fn is_version(written: &str) -> bool {
    Version::read(written).is_some()
}

/// Which of two versions, as a pack writes them, came first, as far as both say.
pub fn compare_versions(one: &str, other: &str) -> Ordering {
    compare(&numbers(one), &numbers(other))
}

/// What stands behind the name of the system, if that was written too: its own numbers are not a version.
fn without<'a>(written: &'a str, name: &str) -> &'a str {
    let rest = written
        .get(..name.len())
        .filter(|start| start.eq_ignore_ascii_case(name))
        .and_then(|_| written.get(name.len()..));

    rest.map_or(written, str::trim)
}

/// The numbers of a version, the first ones only.
fn numbers(written: &str) -> Vec<u32> {
    written
        .split(|letter: char| !letter.is_ascii_digit())
        .filter(|digits| !digits.is_empty())
        .flat_map(parts)
        .take(NUMBERS)
        .collect()
}

/// One number, or the year, the month and the day of a build.
fn parts(digits: &str) -> Vec<u32> {
    let part = |from: usize, to: usize| digits.get(from..to).and_then(|digits| digits.parse().ok());
    let number = |part: Option<u32>| part.unwrap_or(u32::MAX);

    if digits.len() >= DAY && digits.starts_with("20") {
        vec![number(part(0, 4)), number(part(4, 6)), number(part(6, 8))]
    } else {
        vec![number(digits.parse().ok())]
    }
}

/// Number by number, as far as both say.
fn compare(one: &[u32], other: &[u32]) -> Ordering {
    let both = one.iter().zip(other);

    both.map(|(one, other)| one.cmp(other))
        .find(|order| order.is_ne())
        .unwrap_or(Ordering::Equal)
}

impl fmt::Debug for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Version(..)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::content::id::DeviceId;
    use crate::content::{Confidence, Date, DeviceKind, On};

    fn fit(name: &str, has: &str, from: &str, to: &str) -> Fit {
        let id = DeviceId::new("phone").unwrap();
        let device = Device {
            id: id.clone(),
            label: "Phone".into(),
            kind: DeviceKind::Phone,
            lock_now: String::new(),
            power_off: String::new(),
            find_version: String::new(),
            version_name: name.into(),
        };
        let steps = Steps {
            on: On::Device(id),
            os_min: from.into(),
            os_verified: to.into(),
            source: None,
            reviewed: Date::FIRST,
            confidence: Confidence::High,
            does: Vec::new(),
            check: String::new(),
            search: String::new(),
        };

        Version::read(has).unwrap().fit(&device, &steps)
    }

    #[test]
    fn a_version_is_compared_as_far_as_both_say() {
        assert_eq!(fit("iOS", "26.4.1", "17", "26"), Fit::Holds);
        assert_eq!(fit("iOS", "26", "17", "26.4"), Fit::Holds);
        assert_eq!(fit("iOS", "26.5", "17", "26.4"), Fit::Newer);
        assert_eq!(fit("iOS", "27.0", "17", "26"), Fit::Newer);
        assert_eq!(fit("iOS", "9.3", "17", "26"), Fit::Older, "numbers, not letters");
        assert_eq!(fit("iOS", "17", "17.3", "26"), Fit::Holds, "17 may be 17.6");
        assert_eq!(fit("iOS", "17.2", "17.3", "26"), Fit::Older);
    }

    #[test]
    fn each_system_is_read_as_its_screen_writes_it() {
        assert_eq!(fit("Android", "Android 16", "14", "16"), Fit::Holds);
        assert_eq!(fit("Android", "17", "14", "16"), Fit::Newer);
        assert_eq!(fit("One UI", "One UI 8.0", "7", "8.5"), Fit::Holds);
        assert_eq!(fit("One UI", "one ui 9", "7", "8.5"), Fit::Newer);
        assert_eq!(fit("One UI", "6.1", "7", "8.5"), Fit::Older);
        assert_eq!(fit("Windows 11", "24H2", "", "24H2"), Fit::Holds);
        assert_eq!(fit("Windows 11", "Windows 11 25H2", "", "24H2"), Fit::Newer);
        assert_eq!(fit("Windows 11", "23H2 (OS Build 22631.1)", "", "24H2"), Fit::Holds);
        assert_eq!(fit("macOS", "macOS Tahoe 26.4", "14", "26"), Fit::Holds);
        assert_eq!(fit("build", "2026081300", "", "2026-08"), Fit::Holds);
        assert_eq!(fit("build", "2026112000", "", "2026-08"), Fit::Newer);
        assert_eq!(fit("build", "2025123100", "", "2026-08"), Fit::Holds);
    }

    #[test]
    fn where_no_version_is_asked_for_nothing_follows_from_one() {
        assert_eq!(fit("", "99", "1", "2"), Fit::Unknown);
        assert_eq!(fit("Windows 11", "Windows 11 Home", "", "24H2"), Fit::Unknown);
    }

    #[test]
    fn what_is_no_version_is_refused() {
        for written in [
            "",
            "  ",
            "new",
            "26.4\u{202e}",
            "26\"4",
            "2;6",
            &"1".repeat(LONGEST + 1),
        ] {
            assert!(Version::read(written).is_none(), "{written:?}");
        }

        assert_eq!(Version::read(" 26.4 ").unwrap().as_str(), "26.4");
        assert_eq!(
            fit("iOS", "99999999999999", "17", "26"),
            Fit::Newer,
            "too large for a number"
        );
    }

    #[test]
    fn debug_says_nothing() {
        assert_eq!(format!("{:?}", Version::read("26.4")), "Some(Version(..))");
    }
}
