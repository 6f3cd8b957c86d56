//! The way from answers to a plan, on packs made by hand and by luck.
mod answers;
pub mod build;
mod choose;
mod gate;
mod golden;
mod known;
mod luck;
mod order;
mod restore;
pub mod skip;
pub mod text;
mod version;
mod weigh;
