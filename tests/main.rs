//! Every integration test, in one binary: each more would link the window again.
#![allow(
    missing_docs,
    unreachable_pub,
    clippy::disallowed_methods,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing
)]

mod cli;
mod content;
mod copy;
mod coverage;
mod fuzz;
mod harden;
mod house;
// It asks the window what is on its pages: a release build does not tell.
#[cfg(all(feature = "gui", debug_assertions))]
mod journey;
mod keep;
mod layers;
mod leaks;
mod papers;
mod parts;
mod personas;
mod plan;
#[cfg(all(feature = "gui", debug_assertions, target_os = "linux"))]
mod process;
mod promises;
mod sheet;
mod stack;
mod support;
mod vault;
#[cfg(feature = "gui")]
mod window;
mod words;
