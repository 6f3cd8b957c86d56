//! Holds the code and the interface's words together: no id without words, no words without a use.
use crate::support::{self, Source};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement, Resource};
use fluent_syntax::parser;

use std::collections::{BTreeMap, BTreeSet};

/// How the code asks for words. Each is followed by the id in quotes.
const ASKS: [&str; 3] = ["words::text(", "words::text_with(", "words::id("];

#[test]
fn every_word_that_is_asked_for_exists() {
    let words = english();

    for asked in asked() {
        assert!(
            words.contains_key(&asked.id),
            "{}: no file has words for `{}`",
            asked.path,
            asked.id
        );
    }
}

#[test]
fn every_word_is_used_somewhere() {
    let code: String = sources().iter().map(Source::code).collect();
    let unused: Vec<_> = english()
        .into_keys()
        .filter(|id| !code.contains(&format!("\"{id}\"")))
        .collect();

    assert!(unused.is_empty(), "nothing says these: {unused:?}");
}

#[test]
fn every_word_gets_the_values_it_names_and_no_others() {
    let words = english();

    for asked in asked() {
        let Some(named) = words.get(&asked.id) else { continue };

        // A table's ids are given their values where the table is read.
        if let Some(given) = asked.values {
            assert_eq!(&given, named, "{}: the values of `{}`", asked.path, asked.id);
        }
    }
}

#[test]
fn no_id_is_written_twice_and_every_file_reads() {
    let mut seen = BTreeMap::new();

    for file in support::sources("assets/words/en", "ftl") {
        let resource =
            parser::parse(file.text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));

        for entry in resource.body {
            if let Entry::Message(message) = entry {
                let previous = seen.insert(message.id.name.to_owned(), file.path.clone());

                assert_eq!(previous, None, "`{}` is also in {}", message.id.name, file.path);
            }
        }
    }

    assert!(!seen.is_empty());
}

#[test]
fn another_language_says_what_english_says_with_the_same_values() {
    let words = english();

    for file in others() {
        let resource =
            parser::parse(file.text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));

        for (id, named) in messages(&resource) {
            let known = words
                .get(&id)
                .unwrap_or_else(|| panic!("{}: nothing asks for `{id}`", file.path));

            assert!(named.is_subset(known), "{}: `{id}` is given {known:?}", file.path);
        }
    }
}

/// The files of every language but English, those that only the tests speak too.
fn others() -> impl Iterator<Item = Source> {
    let of = |folder| support::sources(folder, "ftl").into_iter();

    of("assets/words")
        .filter(|file| !file.path.starts_with("assets/words/en/"))
        .chain(of("tests/fixtures/words"))
}

#[test]
fn every_word_has_a_glyph() {
    for file in support::sources("assets/words", "ftl") {
        for letter in file.text.chars().filter(|letter| !letter.is_control()) {
            assert!(
                daypack::font::covers(letter),
                "{}: `{letter}` cannot be drawn",
                file.path
            );
        }
    }
}

#[test]
fn every_letter_in_the_window_has_a_glyph() {
    for source in support::sources("src/gui", "rs") {
        let code = source.code();

        // Signs on keys are read there, and drawn by nobody.
        if source.path == "src/gui/shortcut.rs" {
            continue;
        }

        for text in texts(&code) {
            let missing = text
                .chars()
                .find(|letter| !letter.is_control() && !daypack::font::covers(*letter));

            assert_eq!(missing, None, "{}: \"{text}\" cannot be drawn", source.path);
        }
    }
}

#[test]
fn no_sentence_is_written_in_a_view() {
    for source in support::sources("src/gui", "rs") {
        // The gallery shows the building blocks with made-up words, and the probe speaks to developers.
        if source.path.contains("gallery") || source.path.contains("probe") {
            continue;
        }

        for text in texts(&source.code()) {
            let has_words = text.split(' ').filter(|word| is_word(word)).count() > 2;

            let is_sentence = has_words && text.starts_with(char::is_uppercase);

            assert!(!is_sentence, "{}: \"{text}\" belongs in assets/words", source.path);
        }
    }
}

#[test]
fn the_scan_sees_what_it_should() {
    let source = Source {
        path: "x.rs".to_owned(),
        text: "let a = words::text(\"one\"); // words::text(\"no\")\n\
               let b = words::text_with(\n    \"two\",\n    &[(\"n\", 3.into()), (\"who\", name(\"x\").into())],\n);\n\
               const C: &str = words::id(\"three\");\n\
               let v = [(\"m\", 3.into())];\nwords::text_with(\"four\", &v);\n"
            .to_owned(),
    };

    let found: Vec<_> = asked_in(&source)
        .into_iter()
        .map(|asked| (asked.id, asked.values))
        .collect();
    let values = BTreeSet::from(["n".to_owned(), "who".to_owned()]);

    assert_eq!(
        found,
        [
            ("one".to_owned(), Some(BTreeSet::new())),
            ("two".to_owned(), Some(values)),
            ("four".to_owned(), Some(BTreeSet::from(["m".to_owned()]))),
            ("three".to_owned(), None),
        ],
    );
}

/// An id in the code, and the values it is given; none where it only stands in a table.
struct Asked {
    path: String,
    id: String,
    values: Option<BTreeSet<String>>,
}

fn sources() -> Vec<Source> {
    support::sources("src", "rs")
}

fn asked() -> Vec<Asked> {
    sources().iter().flat_map(asked_in).collect()
}

fn asked_in(source: &Source) -> Vec<Asked> {
    let code = source.code();
    let mut found = Vec::new();

    for ask in ASKS {
        for (at, _) in code.match_indices(ask) {
            let arguments = up_to_closing(&code[at + ask.len()..]);

            let Some(rest) = arguments.trim_start().strip_prefix('"') else {
                continue;
            };

            let (id, rest) = rest.split_once('"').expect("a text ends");

            found.push(Asked {
                path: source.path.clone(),
                id: id.to_owned(),
                values: (ask != "words::id(").then(|| names(table(&code[..at], rest))),
            });
        }
    }

    found
}

/// Everything between quotes.
fn texts(code: &str) -> Vec<&str> {
    code.lines()
        .flat_map(|line| line.split('"').skip(1).step_by(2))
        .collect()
}

fn is_word(word: &str) -> bool {
    let word = word.trim_end_matches(['.', ',', '?', '!', ':']);

    word.len() > 2 && word.chars().all(char::is_alphabetic)
}

/// The arguments of a call, up to its closing parenthesis.
fn up_to_closing(code: &str) -> &str {
    let mut depth = 1;

    for (at, letter) in code.char_indices() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }

        if depth == 0 {
            return &code[..at];
        }
    }

    code
}

/// The table of values among the arguments, or the one that their name was last given before.
fn table<'a>(before: &'a str, arguments: &'a str) -> &'a str {
    let name = arguments.trim_matches([',', ' ', '\n']).trim_start_matches('&');

    if name.is_empty() || name.starts_with('[') {
        return arguments;
    }

    let binding = format!("let {name} = [");
    let start = before
        .rfind(&binding)
        .unwrap_or_else(|| panic!("no `{binding}` before words::text_with"));
    let rest = &before[start + binding.len()..];

    &rest[..rest.find("];").expect("a table ends")]
}

/// The names in `&[("name", value), …]`: a text right after a parenthesis and before a comma.
fn names(arguments: &str) -> BTreeSet<String> {
    arguments
        .split('(')
        .skip(1)
        .filter_map(|part| part.trim_start().strip_prefix('"')?.split_once('"'))
        .filter(|(_, rest)| rest.starts_with(','))
        .map(|(name, _)| name.to_owned())
        .collect()
}

/// Every message of the English files, with the values it names.
fn english() -> BTreeMap<String, BTreeSet<String>> {
    let mut words = BTreeMap::new();

    for file in support::sources("assets/words/en", "ftl") {
        let resource =
            parser::parse(file.text.as_str()).unwrap_or_else(|(_, errors)| panic!("{}: {errors:?}", file.path));

        words.extend(messages(&resource));
    }

    words
}

/// The messages of a file, with the values each names.
fn messages(resource: &Resource<&str>) -> BTreeMap<String, BTreeSet<String>> {
    let of = |entry: &Entry<&str>| {
        let Entry::Message(message) = entry else { return None };
        let value = message.value.as_ref();
        let value = value.unwrap_or_else(|| panic!("`{}` has no words", message.id.name));
        let mut named = BTreeSet::new();

        read_pattern(value, &mut named);

        Some((message.id.name.to_owned(), named))
    };

    resource.body.iter().filter_map(of).collect()
}

fn read_pattern(pattern: &Pattern<&str>, named: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            read_expression(expression, named);
        }
    }
}

fn read_expression(expression: &Expression<&str>, named: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => read_inline(inline, named),
        Expression::Select { selector, variants } => {
            read_inline(selector, named);

            for variant in variants {
                read_pattern(&variant.value, named);
            }
        }
    }
}

fn read_inline(inline: &InlineExpression<&str>, named: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            named.insert(id.name.to_owned());
        }
        InlineExpression::Placeable { expression } => read_expression(expression, named),
        InlineExpression::FunctionReference { arguments, .. } => read_arguments(arguments, named),
        InlineExpression::TermReference { arguments, .. } => {
            if let Some(arguments) = arguments {
                read_arguments(arguments, named);
            }
        }
        InlineExpression::StringLiteral { .. }
        | InlineExpression::NumberLiteral { .. }
        | InlineExpression::MessageReference { .. } => {}
    }
}

fn read_arguments(arguments: &CallArguments<&str>, named: &mut BTreeSet<String>) {
    for argument in &arguments.positional {
        read_inline(argument, named);
    }
}
