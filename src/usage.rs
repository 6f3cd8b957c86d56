//! What was typed at the command line: understood, or refused in our own words.
//!
//! The parser brings English of its own, for help and for what it refuses. None of it reaches anybody:
//! every heading and every sentence here comes from `words`, in the voice of everything else. What a
//! refusal repeats is what was typed, which is never a secret: passphrases are not arguments.
mod refusal;

use crate::words;

use clap::builder::StyledStr;
use clap::error::ErrorKind;
use clap::{Arg, ArgAction, Command, Parser};

use std::ffi::OsString;

pub use refusal::Refusal;

/// Why there is nothing to do.
#[derive(Debug)]
pub enum Unread {
    /// Help or the version was asked for, or nothing was typed where help teaches.
    Asked(Help),
    /// It was not understood.
    Refused(Refusal),
}

/// A help text or a version, ready to be shown.
#[derive(Debug)]
pub struct Help(clap::Error);

impl Help {
    /// Shows it: on standard output when it was asked for, else on standard error. Gives the number to end
    /// with: 0 when it was asked for, 2 when something should have been typed.
    pub fn show(&self) -> u8 {
        // There is nobody left to tell when the stream is closed.
        let _ = self.0.print();

        match self.0.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => 0,
            _ => 2,
        }
    }
}

/// Understands `arguments`, the program's own name first.
///
/// # Errors
/// When help was asked for, and when something was typed that does not belong there.
pub fn read<T: Parser>(arguments: impl IntoIterator<Item = OsString>) -> Result<T, Unread> {
    command::<T>()
        .try_get_matches_from(arguments)
        .and_then(|mut matches| T::from_arg_matches_mut(&mut matches))
        .map_err(|error| match error.kind() {
            ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => Unread::Asked(Help(error)),
            _ => Unread::Refused(Refusal::of(&error)),
        })
}

/// The end of a help text: an example that works as it stands.
pub fn example(lines: &str) -> String {
    format!("{}\n  {}", words::text("usage-example"), lines.replace('\n', "\n  "))
}

/// The whole command line, with our words in the place of the parser's.
fn command<T: Parser>() -> Command {
    let command = ours(T::command());
    let mut built = command.clone();

    built.build();

    with_usage(command, &built)
}

/// Our flags, headings and values, here and in every command below.
fn ours(command: Command) -> Command {
    let has_version = command.get_version().is_some();
    let mut command = command
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .subcommand_value_name(words::text("usage-command"))
        .mut_args(with_values)
        .mut_subcommands(ours)
        .arg(flag("help", 'h', ArgAction::Help, words::text("usage-help")));

    if has_version {
        command = command.arg(flag("version", 'V', ArgAction::Version, words::text("usage-version")));
    }

    let template = template(&command);

    command.help_template(template)
}

fn flag(name: &'static str, short: char, action: ArgAction, help: String) -> Arg {
    Arg::new(name).long(name).short(short).action(action).help(help)
}

/// A help text: what it does, how it is typed, what belongs to it, an example.
fn template(command: &Command) -> String {
    let mut template = format!("{{about-with-newline}}\n{} {{usage}}", words::text("usage-usage"));
    let parts = [
        (
            command.has_subcommands(),
            words::text("usage-commands"),
            "{subcommands}",
        ),
        (
            command.get_positionals().next().is_some(),
            words::text("usage-arguments"),
            "{positionals}",
        ),
        (true, words::text("usage-options"), "{options}"),
    ];

    for (_, heading, tag) in parts.iter().filter(|(is_there, _, _)| *is_there) {
        template.push_str(&format!("\n\n{heading}\n{tag}"));
    }

    template + "{after-help}"
}

/// What an argument can be, and what it is when it is left out, said in its help.
fn with_values(arg: Arg) -> Arg {
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|value| value.get_name().to_owned())
        .collect();
    let takes_value = arg.get_action().takes_values();

    if values.is_empty() || !takes_value {
        return arg;
    }

    let help = arg.get_help().map(StyledStr::to_string).unwrap_or_default();
    let default: Vec<_> = arg
        .get_default_values()
        .iter()
        .map(|value| value.to_string_lossy())
        .collect();
    let (help, values, default) = (help.into(), values.join(", ").into(), default.join(", "));
    let help = if default.is_empty() {
        words::text_with("usage-one-of", &[("help", help), ("values", values)])
    } else {
        words::text_with(
            "usage-one-of-or",
            &[("help", help), ("values", values), ("default", default.into())],
        )
    };

    arg.help(help).hide_possible_values(true).hide_default_value(true)
}

/// The line that says how it is typed. The parser puts it together; only its placeholder is exchanged.
fn with_usage(command: Command, built: &Command) -> Command {
    let usage = built.clone().render_usage().to_string();
    let line = usage.split_once(' ').map_or("", |(_, line)| line);
    let line = line.replace("[OPTIONS]", &words::text("usage-any"));

    command
        .override_usage(line)
        .mut_subcommands(|below| match built.find_subcommand(below.get_name()) {
            Some(built) => with_usage(below, built),
            None => below,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    use clap::Subcommand;

    #[derive(Debug, Parser)]
    #[command(name = "walk", version, about = "Walks.", after_help = example("walk far"))]
    struct Walk {
        #[command(subcommand)]
        how: How,
    }

    #[derive(Debug, Subcommand)]
    enum How {
        #[command(about = "Far away")]
        Far {
            #[arg(long, default_value = "slow", value_parser = ["slow", "fast"], help = "How quickly")]
            pace: String,
            #[arg(long, value_name = "N", help = "How many", conflicts_with = "pace")]
            steps: Option<u8>,
            #[arg(value_name = "PLACE", help = "Where to")]
            place: String,
        },
    }

    fn typed(line: &str) -> Result<Walk, Unread> {
        read(line.split(' ').map(OsString::from))
    }

    fn help(line: &str) -> String {
        match typed(line) {
            Err(Unread::Asked(help)) => help.0.to_string(),
            other => panic!("{other:?}"),
        }
    }

    fn refused(line: &str) -> String {
        match typed(line) {
            Err(Unread::Refused(refusal)) => format!("{} {}", refusal.what, refusal.advice),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn help_is_ours_from_the_first_word_to_the_last() {
        assert_eq!(
            help("walk far --help"),
            "Far away\n\
             \n\
             Usage: walk far [options] <PLACE>\n\
             \n\
             Arguments:\n\
             \x20 <PLACE>  Where to\n\
             \n\
             Options:\n\
             \x20     --pace <PACE>  How quickly: slow, fast. If you leave it out: slow\n\
             \x20     --steps <N>    How many\n\
             \x20 -h, --help         Say what can be typed here\n"
        );
    }

    #[test]
    fn the_parsers_own_words_are_nowhere() {
        let theirs = [
            "error:",
            "tip:",
            "Print ",
            "[possible",
            "[default",
            "unexpected argument",
            "required arguments",
            "For more information",
            "[OPTIONS]",
            "similar",
            "invalid value",
        ];

        for line in ["walk --help", "walk far --help", "walk far -h", "walk --version"] {
            let help = help(line);

            assert!(!theirs.iter().any(|words| help.contains(words)), "{help}");
        }

        for line in [
            "walk fur",
            "walk near",
            "walk far",
            "walk far there --pase fast",
            "walk far there --pace quick",
            "walk far there --pace",
            "walk far there --steps many",
            "walk far there --steps 3 --pace fast",
            "walk far there --pace fast --pace slow",
            "walk far there and back",
            "walk far there --steps=",
            "walk far there --help=me",
        ] {
            let said = refused(line);

            assert!(!theirs.iter().any(|words| said.contains(words)), "{line}: {said}");
            assert!(said.ends_with(&words::text("usage-advice")), "{line}: {said}");
        }
    }

    #[test]
    fn a_refusal_names_what_was_typed_and_what_was_probably_meant() {
        for (line, words) in [
            ("walk fur", "There is no command “fur”. Did you mean far?"),
            ("walk far", "Something is missing: <PLACE>."),
            (
                "walk far there --pase fast",
                "There is no --pase here. Did you mean --pace?",
            ),
            (
                "walk far there --pace fats",
                "--pace <PACE> cannot be “fats”. It can be: slow, fast.",
            ),
            ("walk far there --pace", "--pace <PACE> needs something behind it."),
            ("walk far there --steps many", "--steps <N> cannot be “many”."),
            ("walk far there --steps 3 --pace fast", "do not go together."),
            (
                "walk far there --pace fast --pace slow",
                "--pace <PACE> can be given once.",
            ),
            ("walk far there back", "There is no back here."),
        ] {
            let said = refused(line);

            assert!(said.contains(words), "{line}: {said}");
        }
    }
}
