//! Runs one command of the terminal program. Everything else lives in the library.
fn main() {}
