//! The program as two processes: a keeper that holds files and no secrets, and a worker that holds secrets and
//! no files.
//!
//! The keeper is what the person starts. It starts the worker, answers its requests, and starts another one
//! when it locks, opens another plan, or dies. All that goes from one worker to the next is a [`Hello`]: which
//! file, which settings, which size of window. Locking is the end of a process, so that nothing of a plan is
//! left in one. [`Line`](crate::harden::Line) is how the two are joined, [`wire`](crate::keep::wire) how they
//! speak.
mod hello;
mod keeper;
mod link;

pub use hello::{Fallen, Farewell, Hello, Opening, Said, View};
pub use keeper::{End, keep};
pub use link::Link;

use crate::keep::LONGEST;

/// The longest message either says, in bytes: a plan, and what is said about it.
pub const MESSAGE: usize = LONGEST as usize + 64 * 1024;

/// What a worker ends with when there is another one to come, as its last words say.
pub const NEXT: i32 = 11;

/// What a worker ends with when it could not get a window.
pub const NO_WINDOW: i32 = 12;
