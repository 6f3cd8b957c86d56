//! One screen a file. No screen knows another: what follows from one is an `Action`, and the application's
//! business.
pub(crate) mod after;
pub(crate) mod copy;
pub(crate) mod decide;
pub(crate) mod gather;
pub(crate) mod help;
pub(crate) mod open;
pub(crate) mod plan;
pub(crate) mod print;
pub(crate) mod protect;
pub(crate) mod protects;
pub(crate) mod questions;
pub(crate) mod remove;
pub(crate) mod settings;
pub(crate) mod stack;
pub(crate) mod trouble;
pub(crate) mod weigh;
pub(crate) mod welcome;
