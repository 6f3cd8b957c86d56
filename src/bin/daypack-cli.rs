//! Runs one command of the terminal program. Everything else lives in the library.
use std::process::ExitCode;

fn main() -> ExitCode {
    daypack::harden::process();

    daypack::cli::run(std::env::args_os())
}
