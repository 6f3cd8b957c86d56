//! Nothing leaks: what a session of the real programs leaves on the disk, tells the system, and says to others.
//!
//! The numbers in the comments are those of the safety design. Every search is shown to find what it looks for.
pub mod canary;
mod paper;
mod swap;
mod words;

// The window is asked what is on its pages: a release build does not tell.
#[cfg(all(feature = "gui", debug_assertions))]
mod left;
#[cfg(all(feature = "gui", debug_assertions))]
mod session;
#[cfg(all(feature = "gui", debug_assertions))]
mod told;
#[cfg(all(feature = "gui", debug_assertions))]
mod trace;
#[cfg(all(feature = "gui", debug_assertions))]
mod watch;
