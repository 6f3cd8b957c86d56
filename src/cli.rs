//! The terminal program: every job of the window that is built, without a window.
//!
//! Reads arguments, asks the other rooms, and says what they said; decides nothing of its own. What is
//! asked for goes to standard output, messages go to standard error.
mod after;
mod check;
mod checkup;
mod failure;
mod input;
mod language;
mod licences;
mod output;
mod page;
mod passphrase;
mod plan;
mod print;
mod questions;
mod stack;
mod vault;

use crate::usage::{self, Unread, example};
use crate::words;

use failure::Failure;

use clap::{Parser, Subcommand};

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

/// The whole command line.
#[derive(Parser)]
#[command(
    name = "daypack-cli",
    version,
    about = words::text("terminal-about"),
    after_help = example(questions::EXAMPLE),
    arg_required_else_help = true,
)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

/// One command, one file.
#[derive(Subcommand)]
enum Command {
    #[command(about = words::text("terminal-questions"), after_help = example(questions::EXAMPLE))]
    Questions(questions::Args),
    #[command(about = words::text("terminal-plan"), after_help = example(plan::EXAMPLE))]
    Plan(plan::Args),
    #[command(about = words::text("terminal-print"), after_help = example(print::EXAMPLE))]
    Print(print::Args),
    #[command(about = words::text("terminal-stack"), after_help = example(stack::EXAMPLE))]
    Stack(stack::Args),
    #[command(about = words::text("terminal-after"), after_help = example(after::EXAMPLE))]
    After(after::Args),
    #[command(subcommand, about = words::text("terminal-vaults"), after_help = example(vault::EXAMPLE))]
    Vault(vault::Command),
    #[command(about = words::text("terminal-check"), after_help = example(check::EXAMPLE))]
    Check(check::Args),
    #[command(about = words::text("terminal-checkup"), after_help = example(checkup::EXAMPLE))]
    Checkup,
    #[command(about = words::text("licences-terminal"), after_help = example(licences::EXAMPLE))]
    Licences,
}

/// Runs the command that `arguments` ask for, the program's own name first, and says how it went: 0 well,
/// 1 with findings, 2 not understood, 3 wrong passphrase, 4 a file that was refused, 5 nothing written.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let cli: Cli = match usage::read(arguments) {
        Ok(cli) => cli,
        Err(Unread::Asked(help)) => return ExitCode::from(help.show()),
        Err(Unread::Refused(refusal)) => return ended(&Failure::from(refusal)),
    };

    let outcome = match cli.command {
        Command::Questions(args) => questions::run(&args),
        Command::Plan(args) => plan::run(&args),
        Command::Print(args) => print::run(&args),
        Command::Stack(args) => stack::run(&args),
        Command::After(args) => after::run(&args),
        Command::Vault(command) => vault::run(&command),
        Command::Check(args) => check::run(&args),
        Command::Checkup => checkup::run(),
        Command::Licences => licences::run(),
    };

    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => ended(&failure),
    }
}

fn ended(failure: &Failure) -> ExitCode {
    // There is nobody left to tell when standard error is closed.
    let _ = write!(io::stderr().lock(), "{failure}");

    failure.code()
}
