//! Our thin layer over iced: everything a screen is built from.
//!
//! Each control has a stable id, a role, a name and a state in one [`Spec`], works from the keyboard with a
//! ring that shows, and mirrors for languages that run from right to left. Screens use these and never
//! iced's own buttons.
pub mod badge;
pub mod bars;
pub mod board;
pub mod choice;
pub mod clip;
pub mod control;
mod deck;
pub mod dialog;
pub mod drawing;
pub mod field;
pub mod flow;
pub(crate) mod fonts;
pub mod icon;
pub mod item;
mod mirror;
pub mod notice;
pub mod page;
pub mod press;
#[doc(hidden)]
pub mod probe;
pub mod root;
pub mod rows;
mod scroll;
pub mod secret;
pub mod segments;
pub mod sheet;
pub mod spec;
pub mod steps;
pub mod switch;
#[cfg(debug_assertions)]
pub(crate) mod trace;
pub mod versus;
pub mod walk;
pub mod words;
mod working;

pub use badge::{Kind, badge};
pub use bars::{Level, meter, progress, timeline, trail};
pub use board::{Board, Dot, Legend, board};
pub use choice::{Choice, boxes, choice, rings};
pub use clip::Print;
pub use control::Control;
pub use dialog::{Dialog, dialog};
pub use field::field;
pub use flow::{columns, ends, lines};
pub use icon::{Icon, Mark, icon, mark};
pub use item::{Item, item};
pub use notice::{card, notice, toast};
pub use page::{Page, page};
pub use press::{Press, link, primary, quiet, secondary, severe};
pub use root::Root;
pub use rows::{fold, row as file_row};
pub use scroll::scroll;
pub use secret::{Typed, secret};
pub use segments::{segments, stepper, tabs};
pub use sheet::sheet;
pub use spec::{Reach, Request, Role, Spec};
pub use steps::{bullets, steps};
pub use switch::switch;
pub use versus::{Side, versus};
pub use words::{body, caption, heading, lead, soft, strong, subheading};
