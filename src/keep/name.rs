//! What files are called: plans, their previous versions, and conflict copies.
use super::error::Error;

use std::ffi::{OsStr, OsString};
use std::path::{Path, PathBuf};

/// The name that is suggested for a plan. It could be anybody's.
pub const SUGGESTED: &str = "notes.age";

/// The ending of every plan: what it is, is evident from its first line anyway.
const ENDING: &str = ".age";

/// The ending of the previous version.
const PREVIOUS: &str = ".bak.age";

/// The previous version of `notes.age` is `notes.bak.age`.
pub(super) fn previous(name: &OsStr) -> OsString {
    join(stem(name), PREVIOUS)
}

/// The conflict copies of `notes.age` are `notes (conflict).age`, `notes (conflict 2).age`, and so on.
pub(super) fn conflict(name: &OsStr, number: u32) -> OsString {
    let ending = match number {
        0 | 1 => format!(" (conflict){ENDING}"),
        number => format!(" (conflict {number}){ENDING}"),
    };

    join(stem(name), &ending)
}

/// Whether `other` is a conflict copy of `name`.
pub(super) fn is_conflict_of(name: &OsStr, other: &OsStr) -> bool {
    let (Some(plain), Some(other)) = (stem(name).to_str(), other.to_str()) else {
        return false;
    };
    let number = other
        .strip_prefix(plain)
        .and_then(|rest| rest.strip_prefix(" (conflict"))
        .and_then(|rest| rest.strip_suffix(ENDING)?.strip_suffix(')'));

    number.is_some_and(|number| match number.strip_prefix(' ') {
        Some(digits) => !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()),
        None => number.is_empty(),
    })
}

/// Whether a name in a folder is that of a plan or its previous version; hidden files are not.
pub(super) fn is_plan(name: &OsStr) -> bool {
    let name = name.as_encoded_bytes();

    !name.starts_with(b".") && name.ends_with(ENDING.as_bytes())
}

/// Whether a name is that of a draft: a dot, sixteen hexadecimal digits, and `.tmp` or `.bak.tmp`.
pub(super) fn is_draft(name: &OsStr) -> bool {
    let Some((digits, ending)) = name
        .to_str()
        .and_then(|name| name.strip_prefix('.'))
        .and_then(|name| name.split_at_checked(16))
    else {
        return false;
    };

    let is_digit = |byte: u8| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte);

    digits.bytes().all(is_digit) && matches!(ending, ".tmp" | ".bak.tmp")
}

/// The name of the plan that a previous version belongs to.
pub(super) fn current_of(name: &OsStr) -> Option<OsString> {
    let plain = name.to_str()?.strip_suffix(PREVIOUS)?;

    (!plain.is_empty()).then(|| format!("{plain}{ENDING}").into())
}

/// The path with the ending of `like`, added if it has another one or none.
pub(super) fn with_ending(path: &Path, like: &str) -> PathBuf {
    let ending = like.rfind('.').and_then(|dot| like.get(dot..)).unwrap_or(ENDING);

    match path.file_name() {
        Some(name) if !name.as_encoded_bytes().ends_with(ending.as_bytes()) => path.with_file_name(join(name, ending)),
        _ => path.to_path_buf(),
    }
}

/// The path, if it ends in a name.
pub(super) fn checked(path: &Path) -> Result<&Path, Error> {
    let ends_in_slash = path.as_os_str().as_encoded_bytes().ends_with(b"/");

    match path.file_name() {
        Some(_) if !ends_in_slash => Ok(path),
        _ => Err(Error::NoName),
    }
}

fn stem(name: &OsStr) -> &OsStr {
    let is_ours = name.as_encoded_bytes().ends_with(ENDING.as_bytes());

    Path::new(name).file_stem().filter(|_| is_ours).unwrap_or(name)
}

fn join(stem: &OsStr, ending: &str) -> OsString {
    let mut name = stem.to_os_string();

    name.push(ending);

    name
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_previous_version_and_conflict_copies_stand_beside_the_plan() {
        let name = OsStr::new("notes.age");

        assert_eq!(previous(name), "notes.bak.age");
        assert_eq!(conflict(name, 1), "notes (conflict).age");
        assert_eq!(conflict(name, 2), "notes (conflict 2).age");
        assert_eq!(previous(OsStr::new("a.b.age")), "a.b.bak.age");
        assert_eq!(previous(OsStr::new("plan.txt")), "plan.txt.bak.age");
    }

    #[test]
    fn conflict_copies_are_known_by_their_name() {
        let name = OsStr::new("notes.age");
        let is_one = |other: &str| is_conflict_of(name, OsStr::new(other));

        assert!((1..=120).all(|number| is_conflict_of(name, &conflict(name, number))));

        for other in [
            "notes.age",
            "notes.bak.age",
            "notes (conflict)",
            "notes (conflict).pdf",
            "notes (conflict x).age",
            "notes (conflict ).age",
            "notes2 (conflict).age",
            "my notes (conflict).age",
        ] {
            assert!(!is_one(other), "{other}");
        }
    }

    #[test]
    fn a_previous_version_knows_its_plan() {
        assert_eq!(current_of(OsStr::new("notes.bak.age")), Some("notes.age".into()));
        assert_eq!(current_of(OsStr::new("notes.age")), None);
        assert_eq!(current_of(OsStr::new(".bak.age")), None);
    }

    #[test]
    fn the_ending_is_added_once() {
        let plan = |path| with_ending(Path::new(path), SUGGESTED);

        assert_eq!(plan("/a/notes"), Path::new("/a/notes.age"));
        assert_eq!(plan("/a/notes.age"), Path::new("/a/notes.age"));
        assert_eq!(plan("/a/notes.v2"), Path::new("/a/notes.v2.age"));
        assert_eq!(
            with_ending(Path::new("/a/list"), "list-a4.pdf"),
            Path::new("/a/list.pdf")
        );
    }

    #[test]
    fn hidden_files_and_others_are_no_plans() {
        for name in [".age", ".0123456789abcdef.tmp", ".hidden.age", "notes.txt", "age"] {
            assert!(!is_plan(OsStr::new(name)), "{name}");
        }

        assert!(is_plan(OsStr::new("notes.age")));
    }

    #[test]
    fn drafts_are_told_from_other_hidden_files() {
        for name in [".0123456789abcdef.tmp", ".fedcba9876543210.bak.tmp"] {
            assert!(is_draft(OsStr::new(name)), "{name}");
        }

        for name in [
            "0123456789abcdef.tmp",
            ".0123456789abcde.tmp",
            ".0123456789abcdeg.tmp",
            ".0123456789ABCDEF.tmp",
            ".0123456789abcdef.txt",
            ".tmp",
            ".0123456789abcdéf.tmp",
        ] {
            assert!(!is_draft(OsStr::new(name)), "{name}");
        }
    }

    #[test]
    fn a_path_needs_a_name() {
        for path in ["", "/", "/a/", "/a/..", ".."] {
            assert!(matches!(checked(Path::new(path)), Err(Error::NoName)), "{path}");
        }
    }
}
