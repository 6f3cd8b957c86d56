//! Opens the window. Everything else lives in the library.
fn main() {}
