//! What the files of a pack say, word for word. Nothing outside `content` sees this.
//!
//! Every entry is read by itself, so that one mistake never hides another; what entries say about
//! each other is looked at afterwards, in [`check`](super::check).
mod condition;
mod decision;
mod device;
mod document;
mod draft;
mod header;
mod language;
mod measure;
mod paper;
mod persona;
mod place;
mod question;
mod row;
mod situation;
mod spot;
mod threat;
mod value;

pub(super) use document::{parse, parse_own};
pub(super) use draft::{Draft, answers};
pub(super) use language::{Spoken, language};
pub(super) use spot::Spot;
