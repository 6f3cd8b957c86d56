//! The requests and the replies themselves.
use super::{Nonsense, Reader, Wire};
use crate::file::Pen;
use crate::keep::error::Error;
use crate::keep::request::{Reply, Request};

use std::os::fd::{AsFd, BorrowedFd, OwnedFd};
use std::sync::Arc;

impl Wire for Request {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::List { place } => tagged(0, out, |out| place.put(out)),
            Self::Consider { path, name } => tagged(1, out, |out| {
                path.put(out);
                name.put(out);
            }),
            Self::Load { path, version } => tagged(2, out, |out| {
                path.put(out);
                version.put(out);
            }),
            Self::Save {
                path,
                bytes,
                expect,
                previous,
            } => tagged(3, out, |out| {
                path.put(out);
                bytes.put(out);
                expect.put(out);
                previous.put(out);
            }),
            Self::Export { path, replace } => tagged(4, out, |out| {
                path.put(out);
                replace.put(out);
            }),
            Self::Finish { length } => tagged(5, out, |out| length.put(out)),
            Self::Abandon => out.push(6),
            Self::Remember { settings } => tagged(7, out, |out| settings.put(out)),
            Self::Fetch { path } => tagged(10, out, |out| path.put(out)),
            Self::Put { path, bytes, expect } => tagged(11, out, |out| {
                path.put(out);
                bytes.put(out);
                expect.put(out);
            }),
            Self::Part {
                key,
                path,
                bytes,
                expect,
                previous,
            } => tagged(14, out, |out| {
                key.put(out);
                path.put(out);
                bytes.put(out);
                expect.put(out);
                previous.put(out);
            }),
            Self::Remove { removal } => tagged(12, out, |out| removal.put(out)),
            Self::View { path } => tagged(8, out, |out| path.put(out)),
            Self::Release => out.push(9),
            Self::Checkup => out.push(13),
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => Self::List {
                place: Wire::take(from)?,
            },
            1 => Self::Consider {
                path: Wire::take(from)?,
                name: Wire::take(from)?,
            },
            2 => Self::Load {
                path: Wire::take(from)?,
                version: Wire::take(from)?,
            },
            3 => Self::Save {
                path: Wire::take(from)?,
                bytes: Wire::take(from)?,
                expect: Wire::take(from)?,
                previous: Wire::take(from)?,
            },
            4 => Self::Export {
                path: Wire::take(from)?,
                replace: Wire::take(from)?,
            },
            5 => Self::Finish {
                length: Wire::take(from)?,
            },
            6 => Self::Abandon,
            7 => Self::Remember {
                settings: Wire::take(from)?,
            },
            8 => Self::View {
                path: Wire::take(from)?,
            },
            9 => Self::Release,
            10 => Self::Fetch {
                path: Wire::take(from)?,
            },
            11 => Self::Put {
                path: Wire::take(from)?,
                bytes: Wire::take(from)?,
                expect: Wire::take(from)?,
            },
            12 => Self::Remove {
                removal: Wire::take(from)?,
            },
            13 => Self::Checkup,
            14 => Self::Part {
                key: Wire::take(from)?,
                path: Wire::take(from)?,
                bytes: Wire::take(from)?,
                expect: Wire::take(from)?,
                previous: Wire::take(from)?,
            },
            _ => return Err(Nonsense),
        })
    }
}

fn tagged(tag: u8, out: &mut Vec<u8>, rest: impl FnOnce(&mut Vec<u8>)) {
    out.push(tag);
    rest(out);
}

/// A reply as it travels: one of them brings an open file, which goes beside the bytes.
pub enum Answer {
    /// It needs nothing beside it.
    Plain(Result<Reply, Error>),
    /// It is complete with the open file that came beside it.
    Ready,
}

impl Answer {
    /// The reply, with the open file that came beside it.
    ///
    /// # Errors
    /// When one came that does not belong there, or did not come.
    pub fn with(self, handed: Option<OwnedFd>) -> Result<Result<Reply, Error>, Nonsense> {
        match (self, handed) {
            (Self::Plain(reply), None) => Ok(reply),
            (Self::Ready, Some(handed)) => Ok(Ok(Reply::Ready(Arc::new(Pen::from(handed))))),
            (Self::Plain(_), Some(_)) | (Self::Ready, None) => Err(Nonsense),
        }
    }
}

/// The open file that goes beside a reply.
pub fn beside(reply: &Result<Reply, Error>) -> Option<BorrowedFd<'_>> {
    match reply {
        Ok(Reply::Ready(pen)) => Some(pen.as_fd()),
        _ => None,
    }
}

/// A reply as bytes, to be read as an [`Answer`].
pub fn answer(reply: &Result<Reply, Error>) -> Vec<u8> {
    let mut out = Vec::new();
    let out_ref = &mut out;

    match reply {
        Err(error) => tagged(0, out_ref, |out| error.put(out)),
        Ok(Reply::Listed(listing)) => tagged(1, out_ref, |out| listing.put(out)),
        Ok(Reply::Considered(considered)) => tagged(2, out_ref, |out| considered.put(out)),
        Ok(Reply::Loaded(loaded)) => tagged(3, out_ref, |out| loaded.put(out)),
        Ok(Reply::Saved(saved)) => tagged(4, out_ref, |out| saved.put(out)),
        Ok(Reply::Ready(_)) => out.push(5),
        Ok(Reply::Exported) => out.push(6),
        Ok(Reply::Abandoned) => out.push(7),
        Ok(Reply::Remembered) => out.push(8),
        Ok(Reply::Viewing) => out.push(9),
        Ok(Reply::Released) => out.push(10),
        Ok(Reply::Fetched(fetched)) => tagged(11, out_ref, |out| fetched.put(out)),
        Ok(Reply::Put(fetched)) => tagged(12, out_ref, |out| fetched.put(out)),
        Ok(Reply::Parted(saved, key)) => tagged(15, out_ref, |out| {
            saved.put(out);
            key.put(out);
        }),
        Ok(Reply::Removed(removed)) => tagged(13, out_ref, |out| removed.put(out)),
        Ok(Reply::Checked(checkup)) => tagged(14, out_ref, |out| checkup.put(out)),
    }

    out
}

impl Wire for Answer {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Plain(reply) => out.extend(answer(reply)),
            Self::Ready => out.push(5),
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        let reply = match from.tag()? {
            0 => return Error::take(from).map(|error| Self::Plain(Err(error))),
            1 => Reply::Listed(Wire::take(from)?),
            2 => Reply::Considered(Wire::take(from)?),
            3 => Reply::Loaded(Wire::take(from)?),
            4 => Reply::Saved(Wire::take(from)?),
            5 => return Ok(Self::Ready),
            6 => Reply::Exported,
            7 => Reply::Abandoned,
            8 => Reply::Remembered,
            9 => Reply::Viewing,
            10 => Reply::Released,
            11 => Reply::Fetched(Wire::take(from)?),
            12 => Reply::Put(Wire::take(from)?),
            13 => Reply::Removed(Wire::take(from)?),
            14 => Reply::Checked(Wire::take(from)?),
            15 => Reply::Parted(Wire::take(from)?, Wire::take(from)?),
            _ => return Err(Nonsense),
        };

        Ok(Self::Plain(Ok(reply)))
    }
}
