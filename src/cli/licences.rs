//! `daypack-cli licences`: what the program is made of, and in whose words it may be used.
use super::failure::Failure;
use super::output;
use crate::licences;

/// A line that works as it stands.
pub(super) const EXAMPLE: &str = "daypack-cli licences";

/// Prints the whole page.
///
/// # Errors
/// When standard output cannot be written.
pub(super) fn run() -> Result<(), Failure> {
    output::text(licences::TEXT)
}
