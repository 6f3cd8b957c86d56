//! Why something was refused: the step, and what the system said, so that the words come out the same.
use super::{Nonsense, Reader, Wire, names};
use crate::file::{self, Class, Kind, NUMBERS, Step};
use crate::keep::error::Error;
use crate::settings;

use std::io;
use std::sync::Arc;

names!(Kind { 0 = File, 1 = Folder, 2 = Link, 3 = Other });

names!(Step {
    0 = Find, 1 = MakeFolder, 2 = List, 3 = Read, 4 = Create, 5 = Write, 6 = Sync, 7 = Check,
    8 = Previous, 9 = Replace, 10 = SyncFolder, 11 = Remove
});

names!(Class {
    0 = NoRoom, 1 = WriteProtected, 2 = NotAllowed, 3 = Missing, 4 = Taken, 5 = Broken, 6 = BadName,
    7 = WrongKind, 8 = Exhausted, 9 = Other
});

impl Wire for Error {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::File(error) => {
                out.push(0);
                error.put(out);
            }
            Self::Missing { has_previous } => {
                out.push(1);
                has_previous.put(out);
            }
            Self::NoFolder => out.push(2),
            Self::Taken => out.push(3),
            Self::IsFolder => out.push(4),
            Self::NoName => out.push(5),
            Self::Vanished => out.push(6),
            Self::WriteProtected => out.push(7),
            Self::InUse => out.push(8),
            Self::TooManyCopies => out.push(9),
            Self::NoViewer => out.push(10),
            Self::Changed => out.push(13),
            Self::NotOurs => out.push(14),
            Self::KeyAway => out.push(15),
            Self::Reserved => out.push(16),
            Self::KeyStays(error) => {
                out.push(17);
                error.put(out);
            }
            Self::Settings(settings::Error::NoPlace) => out.push(11),
            Self::Settings(settings::Error::File(error)) => {
                out.push(12);
                error.put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => Self::File(Wire::take(from)?),
            1 => Self::Missing {
                has_previous: Wire::take(from)?,
            },
            2 => Self::NoFolder,
            3 => Self::Taken,
            4 => Self::IsFolder,
            5 => Self::NoName,
            6 => Self::Vanished,
            7 => Self::WriteProtected,
            8 => Self::InUse,
            9 => Self::TooManyCopies,
            10 => Self::NoViewer,
            13 => Self::Changed,
            14 => Self::NotOurs,
            15 => Self::KeyAway,
            16 => Self::Reserved,
            // One in the other has no end.
            17 if from.rest.first() == Some(&17) => return Err(Nonsense),
            17 => Self::KeyStays(Box::new(Wire::take(from)?)),
            11 => Self::Settings(settings::Error::NoPlace),
            12 => Self::Settings(settings::Error::File(Wire::take(from)?)),
            _ => return Err(Nonsense),
        })
    }
}

impl Wire for file::Error {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Refused { step, source } => {
                out.push(0);
                step.put(out);
                source.raw_os_error().put(out);
                Class::of(source).put(out);
            }
            Self::ReadBack => out.push(1),
            Self::TooLong { limit } => {
                out.push(2);
                limit.put(out);
            }
            Self::NotAFile(kind) => {
                out.push(3);
                kind.put(out);
            }
            Self::NotPrivate => out.push(4),
            Self::NotText => out.push(5),
            Self::TooMany { limit } => {
                out.push(6);
                u64::try_from(*limit).unwrap_or(u64::MAX).put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => {
                let step = Wire::take(from)?;
                let code: Option<i32> = Wire::take(from)?;
                let class = Class::take(from)?;

                if code.is_some_and(|code| !NUMBERS.contains(&code)) {
                    return Err(Nonsense);
                }

                let source = code.map_or_else(|| of_class(class), io::Error::from_raw_os_error);

                Self::Refused {
                    step,
                    source: Arc::new(source),
                }
            }
            1 => Self::ReadBack,
            2 => Self::TooLong {
                limit: Wire::take(from)?,
            },
            3 => Self::NotAFile(Wire::take(from)?),
            4 => Self::NotPrivate,
            5 => Self::NotText,
            6 => Self::TooMany {
                limit: usize::try_from(u64::take(from)?).map_err(|_| Nonsense)?,
            },
            _ => return Err(Nonsense),
        })
    }
}

/// A refusal of this class, where we made it up ourselves and the system gave no number.
fn of_class(class: Class) -> io::Error {
    use io::ErrorKind;

    match class {
        Class::NoRoom => ErrorKind::StorageFull,
        Class::WriteProtected => ErrorKind::ReadOnlyFilesystem,
        Class::NotAllowed => ErrorKind::PermissionDenied,
        Class::Missing => ErrorKind::NotFound,
        Class::Taken => ErrorKind::AlreadyExists,
        Class::Broken => ErrorKind::UnexpectedEof,
        Class::BadName => ErrorKind::InvalidFilename,
        Class::WrongKind => ErrorKind::NotADirectory,
        Class::Exhausted => ErrorKind::OutOfMemory,
        Class::Other => ErrorKind::Other,
    }
    .into()
}
