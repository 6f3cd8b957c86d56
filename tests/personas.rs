//! The compiled-in checklist, seen through made-up people: their plans, and what no plan may ever say.
mod decisions;
mod everybody;
mod facts;
mod first;
mod law;
mod others;
mod plans;
mod questions;
mod rules;
mod said;
