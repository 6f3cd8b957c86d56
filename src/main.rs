//! Opens the window. Everything else lives in the library.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    daypack::gui::run()
}
