//! Who may use whom: the domain flows one way, and does not know that a window exists.
//!
//! Looks at every path that starts at `crate::` or `super::`, in nested folders and in braces too. The
//! unit tests at the end of a file may look further.
use crate::support::{self, Source};

use std::collections::BTreeSet;

/// Each room, and the rooms it may use. A room may always use itself.
const LAYERS: &[(&str, &[&str])] = &[
    ("font", &[]),
    ("paths", &[]),
    ("file", &[]),
    ("words", &[]),
    ("harden", &[]),
    ("licences", &[]),
    ("content", &["font"]),
    ("answers", &["content"]),
    ("interview", &["content", "answers"]),
    ("risk", &["content", "answers"]),
    ("decide", &["content", "answers", "risk"]),
    ("plan", &["content", "answers", "risk", "decide"]),
    ("document", &["content", "answers", "plan"]),
    ("vault", &["document", "harden", "content"]),
    ("checkup", &["paths", "harden", "words"]),
    ("keep", &["file", "paths", "settings", "checkup"]),
    ("apart", &["keep", "paths", "settings", "harden"]),
    ("language", &["content", "words"]),
    ("sheet", &["content", "plan", "words", "language"]),
    ("print", &["sheet", "font"]),
    ("stack", &["sheet", "print", "content"]),
    ("settings", &["file", "paths"]),
    ("usage", &["words"]),
    ("gui::theme", &["font"]),
    ("gui::shortcut", &["font"]),
    ("gui::widget", &["gui::theme", "harden", "font", "print"]),
    (
        "gui::screen",
        &[
            DOMAIN,
            "gui::widget",
            "gui::theme",
            "gui::notice",
            "gui::shortcut",
            "gui::context",
            "gui::desk",
            "gui::hands",
            "gui::safe",
            "gui::slow",
            "gui::place",
            "gui::paper",
            "gui::language",
            "gui::checkup",
        ],
    ),
    (
        "gui::paper",
        &[
            DOMAIN,
            "gui::widget",
            "gui::theme",
            "gui::notice",
            "gui::shortcut",
            "gui::context",
            "gui::hands",
            "gui::slow",
            "gui::place",
        ],
    ),
    (
        "gui::place",
        &[
            DOMAIN,
            "gui::widget",
            "gui::theme",
            "gui::notice",
            "gui::context",
            "gui::hands",
        ],
    ),
    ("gui::checkup", &[DOMAIN, "gui::widget", "gui::theme"]),
    ("gui::desk", &[DOMAIN]),
    ("gui", &[DOMAIN]),
    ("cli", &[DOMAIN]),
];

/// Every room below the window and the terminal.
const DOMAIN: &str = "*";

#[test]
fn every_room_only_looks_upstream() {
    let wrong: Vec<_> = support::sources("src", "rs").iter().flat_map(violations).collect();

    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn nothing_below_the_window_knows_about_it() {
    for source in support::sources("src", "rs") {
        if source.path.starts_with("src/gui") {
            continue;
        }

        assert!(
            !words(&source.code()).any(|word| word.starts_with("iced")),
            "{} knows about the window",
            source.path
        );
    }
}

#[test]
fn every_room_stands_in_the_table() {
    let lib = support::sources("src", "rs")
        .into_iter()
        .find(|source| source.path == "src/lib.rs")
        .unwrap();

    let rooms: BTreeSet<_> = lib
        .code()
        .lines()
        .filter_map(|line| Some(line.trim().strip_prefix("pub mod ")?.trim_end_matches(';').to_owned()))
        .collect();

    let table: BTreeSet<_> = LAYERS
        .iter()
        .map(|(room, _)| room.split(':').next().unwrap().to_owned())
        .collect();

    assert_eq!(rooms, table);
}

#[test]
fn the_table_catches_every_way_to_look_down() {
    let caught = |path: &str, text: &str| {
        let source = Source {
            path: path.to_owned(),
            text: text.to_owned(),
        };

        !violations(&source).is_empty()
    };

    assert!(caught("src/risk.rs", "use crate::plan::Plan;"));
    assert!(caught("src/risk.rs", "use crate::{answers::Answers, plan};"));
    assert!(caught(
        "src/risk.rs",
        "use crate::{answers::Answers,\n    content::{Pack, id}, vault::Error};"
    ));
    assert!(caught("src/risk.rs", "fn f() -> crate::plan::Plan {}"));
    assert!(caught("src/risk.rs", "use super::plan;"));
    assert!(caught("src/plan/choose/deep.rs", "use super::super::super::vault;"));
    assert!(caught("src/plan/choose.rs", "use super::super::{risk, keep::Keeper};"));
    assert!(caught("src/content.rs", "use crate::words;"));
    assert!(caught("src/cli/plan.rs", "use crate::gui;"));
    assert!(caught("src/gui/screen/plan.rs", "use crate::gui::screen::welcome;"));
    assert!(caught("src/gui/screen/plan.rs", "use super::welcome::Welcome;"));
    assert!(caught("src/gui/screen/plan/item.rs", "use crate::gui::app;"));
    assert!(caught("src/gui/widget/choice.rs", "use crate::plan;"));
    assert!(caught("src/gui/widget.rs", "use crate::gui::{self, app::App};"));
    assert!(caught("src/gui/theme.rs", "use crate::cli;"));

    assert!(!caught("src/risk.rs", "use crate::{answers::Answers, content::Pack};"));
    assert!(!caught(
        "src/risk.rs",
        "// crate::plan\n#[cfg(test)]\nmod tests {\n    use crate::plan::Plan;\n}"
    ));
    assert!(!caught(
        "src/plan/choose.rs",
        "use super::Item; use crate::plan::order; use crate::risk;"
    ));
    assert!(!caught(
        "src/gui/screen/plan.rs",
        "use crate::gui::theme; use crate::plan::Plan; use super::plan::x;"
    ));
    assert!(!caught(
        "src/gui/app.rs",
        "use crate::gui::screen::{plan, welcome}; use crate::keep;"
    ));
    assert!(!caught(
        "src/cli/plan.rs",
        "use super::Failure; use crate::{plan, vault};"
    ));
}

/// Every forbidden look of a file, as a line to read.
fn violations(source: &Source) -> Vec<String> {
    let home = module(&source.path);

    // The library's root and the two programs see everything: they are how the rooms meet.
    if home.is_empty() || source.path.starts_with("src/bin/") || source.path == "src/main.rs" {
        return Vec::new();
    }

    paths(&source.code(), &home)
        .into_iter()
        .filter(|path| !is_allowed(&home, path))
        .map(|path| {
            format!(
                "{}: `{}` may not use `{}`",
                source.path,
                home.join("::"),
                path.join("::")
            )
        })
        .collect()
}

/// The module a file is, such as `gui`, `screen`, `plan`.
fn module(path: &str) -> Vec<String> {
    let inside = path.trim_start_matches("src/").trim_end_matches(".rs");

    inside
        .split('/')
        .filter(|part| *part != "lib")
        .map(str::to_owned)
        .collect()
}

fn is_allowed(home: &[String], path: &[String]) -> bool {
    let Some(target) = path.first() else { return true };

    if !is_room(target) {
        return true; // An item of the root, such as a macro.
    }

    if target != "gui" {
        let (_, allowed) = row(home);

        return target == &home[0]
            || allowed.contains(&target.as_str())
            || (allowed.contains(&DOMAIN) && target != "cli");
    }

    home[0] == "gui" && is_allowed_in_window(home, path)
}

/// Inside the window: screens do not see each other, and nothing but the application sees screens.
fn is_allowed_in_window(home: &[String], path: &[String]) -> bool {
    let part = |path: &[String]| path.get(1).cloned().unwrap_or_default();
    let (here, there) = (part(home), part(path));

    match here.as_str() {
        "" | "app" | "preset" => true,
        "screen" if there == "screen" => home.len() < 3 || path.len() < 3 || home[2] == path[2] || !is_screen(&path[2]),
        _ if here == there || there.is_empty() => true,
        "theme" | "shortcut" | "widget" | "screen" => row(home).1.contains(&format!("gui::{there}").as_str()),
        _ => there != "screen" && there != "app",
    }
}

/// The row of the table for a module: the longest that fits.
fn row(home: &[String]) -> (&'static str, &'static [&'static str]) {
    let name = home.join("::");

    let fits = LAYERS
        .iter()
        .filter(|(room, _)| name == *room || name.starts_with(&format!("{room}::")));

    fits.max_by_key(|(room, _)| room.len())
        .copied()
        .unwrap_or_else(|| panic!("`{name}` is not in the table"))
}

fn is_room(name: &str) -> bool {
    LAYERS.iter().any(|(room, _)| *room == name)
}

fn is_screen(name: &str) -> bool {
    name.starts_with(|letter: char| letter.is_ascii_lowercase())
}

/// Every path of the code, from the root: `use` trees are unfolded.
fn paths(code: &str, home: &[String]) -> Vec<Vec<String>> {
    let tokens: Vec<_> = tokens(code).collect();
    let mut found = Vec::new();
    let mut at = 0;

    while at < tokens.len() {
        let is_start = matches!(tokens[at], "crate" | "super") && tokens.get(at + 1) == Some(&"::");
        let is_inside = at > 0 && tokens[at - 1] == "::";

        if is_start && !is_inside {
            let mut base = if tokens[at] == "crate" {
                Vec::new()
            } else {
                parent(home)
            };
            at += 2;

            while tokens.get(at) == Some(&"super") && tokens.get(at + 1) == Some(&"::") {
                base.pop();
                at += 2;
            }

            unfold(&tokens, &mut at, &base, &mut found);
        } else {
            at += 1;
        }
    }

    found
}

/// Reads one path or one brace, starting after a `::`.
fn unfold(tokens: &[&str], at: &mut usize, base: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = base.to_vec();

    while let Some(token) = tokens.get(*at) {
        if *token == "{" {
            *at += 1;

            while tokens.get(*at).is_some_and(|token| *token != "}") {
                if tokens[*at] == "," {
                    *at += 1;
                } else {
                    unfold(tokens, at, &path, found);
                }
            }

            *at += 1;
            return;
        }

        if *token != "self" {
            path.push((*token).to_owned());
        }

        *at += 1;

        if tokens.get(*at) != Some(&"::") {
            break;
        }

        *at += 1;
    }

    while tokens.get(*at) == Some(&"as") {
        *at += 2;
    }

    found.push(path);
}

fn parent(home: &[String]) -> Vec<String> {
    home[..home.len() - 1].to_vec()
}

/// Words, `::`, and single signs.
fn tokens(code: &str) -> impl Iterator<Item = &str> {
    let mut rest = code;

    std::iter::from_fn(move || {
        rest = rest.trim_start();

        let first = rest.chars().next()?;
        let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';

        let length = if is_word(first) {
            rest.find(|letter| !is_word(letter)).unwrap_or(rest.len())
        } else if rest.starts_with("::") {
            2
        } else {
            first.len_utf8()
        };

        let (token, after) = rest.split_at(length);
        rest = after;

        Some(token)
    })
}

fn words(code: &str) -> impl Iterator<Item = &str> {
    tokens(code).filter(|token| token.starts_with(|letter: char| letter.is_alphabetic()))
}
