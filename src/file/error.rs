//! Why a file could not be read or written: at which step, and what sort of refusal it was.
use std::io;
use std::ops::Range;
use std::sync::Arc;

/// Why a file could not be read or written.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The operating system refused.
    #[error("{}", told(*.step, Class::of(.source)))]
    Refused {
        /// What was being done.
        step: Step,
        /// What the operating system said.
        #[source]
        source: Arc<io::Error>,
    },
    /// What was read back is not what was written.
    #[error("checking the new file failed: what came back from the disk is not what was written")]
    ReadBack,
    /// The file is longer than anything this program makes.
    #[error("this file is longer than {limit} bytes, the most that is read here")]
    TooLong {
        /// The most that would have been read, in bytes.
        limit: u64,
    },
    /// A folder, a pipe or a device stands under this name.
    #[error("this is not a file: it is {}", match .0 { Kind::Folder => "a folder", Kind::Link => "a link to somewhere else", Kind::File | Kind::Other => "a pipe, a socket or a device" })]
    NotAFile(Kind),
    /// Others may read a file with a secret in it.
    #[error("others on this computer may read this file")]
    NotPrivate,
    /// The bytes are not text.
    #[error("this file is not text in UTF-8")]
    NotText,
    /// There are more files than a pack has.
    #[error("this folder has more than {limit} files that could belong to a pack")]
    TooMany {
        /// The most that would have been read.
        limit: usize,
    },
}

use super::fs::Kind;

/// What was refused, and why. What cannot be found is not there, and nothing failed.
fn told(step: Step, class: Class) -> String {
    match (step, class) {
        (Step::Find, Class::Missing) => "there is no such file or folder".to_owned(),
        _ => format!("{step} failed: {class}"),
    }
}

/// What the person can do: for a file that is only read or taken away, no other place helps.
fn advice(step: Step, class: Class) -> &'static str {
    match (step, class) {
        (Step::Read, Class::NotAllowed) => "Choose another file, or look in your file manager who may read this one.",
        (Step::Remove, Class::WriteProtected) => "Switch the write protection of the drive off, then try again.",
        (Step::Remove, Class::NotAllowed) => {
            "Look in your file manager whether it or its folder is protected, then try again."
        }
        (Step::Remove, Class::Broken | Class::Other) => "Check that the drive is connected, then try again.",
        _ => class.advice(),
    }
}

impl Error {
    /// Puts the step to a refusal.
    pub fn at(step: Step) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::Refused {
            step,
            source: Arc::new(source),
        }
    }

    /// What sort of refusal it was, if the operating system refused.
    pub fn class(&self) -> Option<Class> {
        match self {
            Self::Refused { source, .. } => Some(Class::of(source)),
            Self::ReadBack
            | Self::TooLong { .. }
            | Self::NotAFile(_)
            | Self::NotPrivate
            | Self::NotText
            | Self::TooMany { .. } => None,
        }
    }

    /// Whether nothing stands under that name.
    pub fn is_missing(&self) -> bool {
        self.class() == Some(Class::Missing)
    }

    /// What the person in front of the screen can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Refused { step, source } => advice(*step, Class::of(source)),
            Self::ReadBack => "Do not trust this drive any more. Choose another place, and copy what else is on it.",
            Self::TooLong { .. } => "Check that you chose the right file.",
            Self::NotAFile(_) => "Choose a file.",
            Self::NotPrivate => "Take the right to read it from the others (chmod 600), then try again.",
            Self::NotText => "Check that you chose the right file. Text has to be saved as UTF-8.",
            Self::TooMany { .. } => "Choose the folder of the pack itself, not one above it.",
        }
    }
}

/// What was being done when it failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// Finding the folder or the file.
    Find,
    /// Making the folder.
    MakeFolder,
    /// Listing the folder.
    List,
    /// Reading.
    Read,
    /// Making the new file beside the old one.
    Create,
    /// Writing to it.
    Write,
    /// Waiting until it is on the disk.
    Sync,
    /// Reading it back.
    Check,
    /// Keeping the previous version.
    Previous,
    /// Putting the new file in the place of the old one.
    Replace,
    /// Waiting until the folder is on the disk.
    SyncFolder,
    /// Taking a file away.
    Remove,
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Find => "finding it",
            Self::MakeFolder => "making the folder",
            Self::List => "listing the folder",
            Self::Read => "reading it",
            Self::Create => "making a new file there",
            Self::Write => "writing the new file",
            Self::Sync => "bringing the new file onto the disk",
            Self::Check => "checking the new file",
            Self::Previous => "keeping the previous version",
            Self::Replace => "putting the new file in its place",
            Self::SyncFolder => "bringing the folder onto the disk",
            Self::Remove => "removing it",
        })
    }
}

/// What sort of refusal it was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// The disk, or this user's share of it, is full.
    NoRoom,
    /// The drive cannot be written to at all.
    WriteProtected,
    /// This user may not.
    NotAllowed,
    /// There is no such file or folder.
    Missing,
    /// The name is taken.
    Taken,
    /// The drive answers with errors, or is gone.
    Broken,
    /// The name is too long, or links go in a circle.
    BadName,
    /// A folder was expected, or none was.
    WrongKind,
    /// The computer has no memory or no room for open files.
    Exhausted,
    /// Something else.
    Other,
}

/// The numbers of errors that a system can say.
pub(crate) const NUMBERS: Range<i32> = 1..4096;

impl Class {
    /// Sorts what the operating system said.
    pub fn of(error: &io::Error) -> Self {
        use io::ErrorKind;

        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge | ErrorKind::WriteZero => {
                Self::NoRoom
            }
            ErrorKind::ReadOnlyFilesystem => Self::WriteProtected,
            ErrorKind::PermissionDenied => Self::NotAllowed,
            ErrorKind::NotFound => Self::Missing,
            ErrorKind::AlreadyExists => Self::Taken,
            ErrorKind::StaleNetworkFileHandle | ErrorKind::TimedOut | ErrorKind::UnexpectedEof => Self::Broken,
            ErrorKind::InvalidFilename | ErrorKind::InvalidInput => Self::BadName,
            ErrorKind::IsADirectory | ErrorKind::NotADirectory => Self::WrongKind,
            ErrorKind::OutOfMemory => Self::Exhausted,
            _ => Self::of_code(error.raw_os_error()),
        }
    }

    #[cfg(unix)]
    fn of_code(code: Option<i32>) -> Self {
        use rustix::io::Errno;

        // The conversion will not have any other.
        match code.filter(|code| NUMBERS.contains(code)).map(Errno::from_raw_os_error) {
            Some(Errno::IO | Errno::NODEV | Errno::NXIO | Errno::SHUTDOWN) => Self::Broken,
            Some(Errno::LOOP | Errno::NAMETOOLONG) => Self::BadName,
            Some(Errno::MFILE | Errno::NFILE | Errno::NOMEM | Errno::NOBUFS) => Self::Exhausted,
            _ => Self::Other,
        }
    }

    #[cfg(not(unix))]
    fn of_code(_code: Option<i32>) -> Self {
        Self::Other
    }

    /// What the person can do about it.
    pub fn advice(self) -> &'static str {
        match self {
            Self::NoRoom => {
                "Make some room on that drive, or choose another place. What was saved before is untouched."
            }
            Self::WriteProtected => "Switch the write protection of the drive off, or choose another place.",
            Self::NotAllowed => "Choose a folder of your own.",
            Self::Missing => "Check the name, and that the drive is connected.",
            Self::Taken => "Choose another name.",
            Self::Broken => "Check that the drive is connected. If it is, do not trust it: choose another place.",
            Self::BadName => "Choose a shorter or plainer name.",
            Self::WrongKind => {
                "Check the path: one part of it is a file where a folder should be, or the other way round."
            }
            Self::Exhausted => "Close other programs, then try again.",
            Self::Other => "Try again, or choose another place.",
        }
    }
}

impl std::fmt::Display for Class {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NoRoom => "there is no room left",
            Self::WriteProtected => "the drive is write-protected",
            Self::NotAllowed => "this user is not allowed to",
            Self::Missing => "it is not there",
            Self::Taken => "the name is taken",
            Self::Broken => "the drive answers with errors",
            Self::BadName => "the name cannot be used",
            Self::WrongKind => "it is not a folder, or not a file",
            Self::Exhausted => "the computer has no memory or open files left",
            Self::Other => "the system refused",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::collections::BTreeSet;

    const ALL: [Class; 10] = [
        Class::NoRoom,
        Class::WriteProtected,
        Class::NotAllowed,
        Class::Missing,
        Class::Taken,
        Class::Broken,
        Class::BadName,
        Class::WrongKind,
        Class::Exhausted,
        Class::Other,
    ];

    #[test]
    fn every_sort_of_refusal_has_its_own_words() {
        let words: BTreeSet<_> = ALL.iter().map(ToString::to_string).collect();
        let advice: BTreeSet<_> = ALL.iter().map(|class| class.advice()).collect();

        assert_eq!((words.len(), advice.len()), (ALL.len(), ALL.len()));
        assert!(words.iter().all(|said| said.len() > 10));
        assert!(advice.iter().all(|said| said.ends_with('.')));
    }

    #[test]
    fn what_the_system_says_is_sorted() {
        use io::ErrorKind;

        for (kind, class) in [
            (ErrorKind::StorageFull, Class::NoRoom),
            (ErrorKind::WriteZero, Class::NoRoom),
            (ErrorKind::ReadOnlyFilesystem, Class::WriteProtected),
            (ErrorKind::PermissionDenied, Class::NotAllowed),
            (ErrorKind::NotFound, Class::Missing),
            (ErrorKind::AlreadyExists, Class::Taken),
            (ErrorKind::StaleNetworkFileHandle, Class::Broken),
            (ErrorKind::TimedOut, Class::Broken),
            (ErrorKind::UnexpectedEof, Class::Broken),
            (ErrorKind::InvalidFilename, Class::BadName),
            (ErrorKind::InvalidInput, Class::BadName),
            (ErrorKind::IsADirectory, Class::WrongKind),
            (ErrorKind::NotADirectory, Class::WrongKind),
            (ErrorKind::OutOfMemory, Class::Exhausted),
            (ErrorKind::BrokenPipe, Class::Other),
        ] {
            assert_eq!(Class::of(&kind.into()), class, "{kind}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_has_a_number_and_no_name_is_sorted_by_its_number() {
        use rustix::io::Errno;

        for (number, class) in [
            (Errno::IO, Class::Broken),
            (Errno::NODEV, Class::Broken),
            (Errno::NXIO, Class::Broken),
            (Errno::LOOP, Class::BadName),
            (Errno::NAMETOOLONG, Class::BadName),
            (Errno::MFILE, Class::Exhausted),
            (Errno::NFILE, Class::Exhausted),
            (Errno::NOMEM, Class::Exhausted),
            (Errno::NOBUFS, Class::Exhausted),
            (Errno::DOM, Class::Other),
        ] {
            assert_eq!(Class::of(&number.into()), class, "{number}");
        }
    }

    #[test]
    fn what_is_not_there_is_no_failure() {
        let said = |step, kind: io::ErrorKind| Error::at(step)(kind.into()).to_string();

        assert_eq!(
            said(Step::Find, io::ErrorKind::NotFound),
            "there is no such file or folder"
        );
        assert_eq!(
            said(Step::Read, io::ErrorKind::NotFound),
            "reading it failed: it is not there"
        );
        assert_eq!(
            said(Step::Find, io::ErrorKind::PermissionDenied),
            "finding it failed: this user is not allowed to"
        );
    }
}
