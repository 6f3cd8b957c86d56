//! What was typed and does not belong there: which part of it, and what was probably meant.
use crate::words;

use clap::error::{ContextKind, ContextValue, ErrorKind};

/// Why something that was typed was not understood, in two sentences or three.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What happened.
    pub what: String,
    /// What to do.
    pub advice: String,
}

impl Refusal {
    pub(super) fn of(error: &clap::Error) -> Self {
        Self {
            what: what(error),
            advice: words::text("usage-advice"),
        }
    }
}

fn what(error: &clap::Error) -> String {
    let argument = said(error, ContextKind::InvalidArg);

    match error.kind() {
        ErrorKind::UnknownArgument => {
            let what = words::text_with("usage-unknown", &[("argument", argument.into())]);

            meant(error, ContextKind::SuggestedArg, what)
        }
        ErrorKind::InvalidSubcommand => {
            let command = said(error, ContextKind::InvalidSubcommand);
            let what = words::text_with("usage-unknown-command", &[("command", command.into())]);

            meant(error, ContextKind::SuggestedSubcommand, what)
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => value(error, argument),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => no_value(argument),
        ErrorKind::TooManyValues => words::text_with("usage-no-value-here", &[("argument", argument.into())]),
        ErrorKind::MissingRequiredArgument => words::text_with("usage-missing", &[("missing", argument.into())]),
        ErrorKind::ArgumentConflict => conflict(argument, said(error, ContextKind::PriorArg)),
        ErrorKind::InvalidUtf8 => words::text("usage-not-text"),
        // The rest belongs to help, or to kinds that the parser may learn later.
        _ => words::text("usage-other"),
    }
}

fn value(error: &clap::Error, argument: String) -> String {
    let value = said(error, ContextKind::InvalidValue);
    let values = said(error, ContextKind::ValidValue);

    if value.is_empty() {
        return no_value(argument);
    }

    let what = words::text_with("usage-value", &[("argument", argument.into()), ("value", value.into())]);

    if values.is_empty() {
        return what;
    }

    format!(
        "{what} {}",
        words::text_with("usage-values", &[("values", values.into())])
    )
}

fn no_value(argument: String) -> String {
    words::text_with("usage-no-value", &[("argument", argument.into())])
}

fn conflict(argument: String, other: String) -> String {
    if other.is_empty() || other == argument {
        return words::text_with("usage-twice", &[("argument", argument.into())]);
    }

    words::text_with(
        "usage-conflict",
        &[("argument", argument.into()), ("other", other.into())],
    )
}

/// Adds what was probably meant, where anything is near.
fn meant(error: &clap::Error, kind: ContextKind, what: String) -> String {
    let suggestion = said(error, kind);

    if suggestion.is_empty() {
        return what;
    }

    let meant = words::text_with("usage-did-you-mean", &[("suggestion", suggestion.into())]);

    format!("{what} {meant}")
}

/// What the parser noted about it: names and values, never sentences.
fn said(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}
