//! The only room that touches the disk.
//!
//! It reads with a limit and never waits for a pipe or a device, and it writes so that a crash, a full disk
//! or a pulled stick leaves the old file or the new one, never half of each. What a plan is, and which
//! version of it wins, is [`keep`](crate::keep)'s business.
mod disk;
mod error;
mod fs;
mod hand;
mod read;
mod save;
mod whole;

pub use disk::Disk;
pub(crate) use error::NUMBERS;
pub use error::{Class, Error, Step};
pub use fs::{Entry, Fs, Kind, Lock, Room, Status};
pub use hand::{Pen, Writing};
pub use read::{Content, Text, begins_with, folder_of, read, read_at, read_input, read_pack, read_private, read_text};
pub use save::{Digest, Draft, digest, forget, keep_previous, settle, write_previous};
pub use whole::write;
