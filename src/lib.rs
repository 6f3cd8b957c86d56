//! Daypack, as a library: everything the window and the terminal do, without either.
//!
//! The rooms, in the order of the flow. Each arrow is a pure function or a small state machine.
//!
//! ```text
//! checklists ─► content ─► interview ─► answers ─► risk ─► decide ─► plan ─┬─► document ─► vault ─► keep
//!               (what       (which one   (what was  (how    (both    (what  └─► sheet ─► print
//!                exists)     is next)     said)      bad)    sides)   to do)
//! ```
//!
//! Only [`file`] touches the disk, and only [`keep`] asks it to for a plan. Nothing touches the network.
//! The window (`gui`) and the terminal ([`cli`]) are two faces of the same rooms and decide nothing of
//! their own. Behind the window there are two processes ([`apart`]): one has the files, the other the plan.
//! Who may use whom is a table in `tests/layers.rs`, and a test.
pub mod answers;
pub mod apart;
pub mod checkup;
pub mod cli;
pub mod content;
pub mod decide;
pub mod document;
pub mod file;
pub mod font;
#[cfg(feature = "gui")]
pub mod gui;
pub mod harden;
pub mod interview;
pub mod keep;
pub mod language;
pub mod licences;
pub mod paths;
pub mod plan;
pub mod print;
pub mod risk;
pub mod settings;
pub mod sheet;
pub mod stack;
pub mod usage;
pub mod vault;
pub mod words;
