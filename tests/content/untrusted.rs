//! More than six hundred bad packs, and sixty deceitful texts.
//!
//! The numbers in the comments are those of the safety design. A limit is tried twice: what just fits is
//! read, and one more is refused.
use crate::support;

use daypack::content::check::{Code, Findings};
use daypack::content::{Pack, SourceFile, limits, text};

/// Texts of the base pack that are shown in five different places.
const FIELDS: [&str; 5] = [
    "Your phone is held to your finger",
    "Nobody has to say a code.",
    "Open the settings.",
    "How do you unlock it?",
    "To go away by itself after a while.",
];

/// Characters that control, turn around, or are not there.
fn never() -> Vec<char> {
    let mut all: Vec<char> = "\u{0}\u{1}\u{7}\u{8}\u{B}\u{C}\u{E}\u{1B}\u{1F}\u{7F}\u{80}\u{85}\u{9B}\u{9F}\u{FEFF}"
        .chars()
        .collect();

    all.extend('\u{202A}'..='\u{202E}');
    all.extend('\u{2066}'..='\u{2069}');
    all.extend('\u{FFF9}'..='\u{FFFB}');
    all.extend("\u{E0000}\u{E0001}\u{E0020}\u{E0041}\u{E007F}".chars());
    all.extend("\u{FDD0}\u{FDEF}\u{FFFE}\u{FFFF}\u{1FFFE}\u{1FFFF}\u{FFFFE}\u{10FFFF}".chars());
    all
}

fn file(text: &str) -> [SourceFile; 1] {
    [SourceFile {
        name: "pack.toml".to_owned(),
        text: text.to_owned(),
    }]
}

/// What is said about a pack, which must be harmless itself and of bounded length.
fn read(text: &str) -> (Option<Pack>, Findings) {
    let files = file(text);
    let (pack, findings) = Pack::read_with_warnings(&files);
    let said = findings.render(&files, false);

    assert!(!said.chars().any(text::is_refused), "{said}");
    assert!(findings.len() <= 2 * limits::FINDINGS && said.len() < 8 << 20);

    (pack, findings)
}

fn is_refused_for(text: &str, code: Code) -> bool {
    let (pack, findings) = read(text);

    pack.is_none() && findings.iter().any(|finding| finding.code == code)
}

fn edited(from: &str, to: &str) -> String {
    let base = support::base().text;

    assert!(base.contains(from), "{from}");

    base.replacen(from, to, 1)
}

/// safety.md 57: forty characters in five fields, as they are and as escapes.
#[test]
fn a_character_that_is_never_text_is_refused_in_every_field_and_either_spelling() {
    let never = never();

    assert_eq!(never.len(), 40);

    for field in FIELDS {
        for letter in &never {
            let number = u32::from(*letter);
            let middle = field.len() / 2;
            let (start, end) = field.split_at(middle);

            assert!(
                is_refused_for(&edited(field, &format!("{start}{letter}{end}")), Code::DangerousText),
                "U+{number:04X}"
            );
            assert!(
                is_refused_for(
                    &edited(field, &format!("{start}\\U{number:08X}{end}")),
                    Code::DangerousText
                ),
                "escaped U+{number:04X}"
            );
        }
    }
}

/// A pack that just fits, and the same with one more, which must be refused for that reason.
struct Limit {
    from: &'static str,
    fits: String,
    more: String,
    code: Code,
}

fn limit(from: &'static str, code: Code, most: usize, made: impl Fn(usize) -> String) -> Limit {
    Limit {
        from,
        fits: made(most),
        more: made(most + 1),
        code,
    }
}

fn limits() -> Vec<Limit> {
    let letters = |count: usize| "ab ".repeat(count).chars().take(count - 1).collect::<String>() + "c";
    let list = |count: usize| format!("[{}]", vec!["\"A line.\""; count].join(", "));

    vec![
        limit(
            "Your phone is held to your finger",
            Code::TooLong,
            limits::TITLE,
            letters,
        ),
        limit("No finger unlock", Code::TooLong, limits::SHORT, letters),
        limit("You need not say your code.", Code::TooLong, limits::CARD, letters),
        limit("Open the settings.", Code::TooLong, limits::STEP, letters),
        limit("A code is in your head.", Code::TooLong, limits::TEXT, letters),
        limit("[\"Stay calm.\"]", Code::TooLarge, limits::ITEMS, list),
        limit("id = \"base\"", Code::BadId, 64, |count| {
            format!("id = \"{}\"", "a".repeat(count))
        }),
        limit("likelihood = 2\nimpact = 3", Code::OutOfRange, 4, |most| {
            format!("likelihood = 2\nimpact = {most}")
        }),
        limit("points = 10", Code::OutOfRange, 1_000, |most| {
            format!("points = {most}")
        }),
        limit("minutes = 10", Code::OutOfRange, 10_080, |most| {
            format!("minutes = {most}")
        }),
        limit("date = 2026-01-31", Code::BadDate, 2100, |year| {
            format!("date = {year}-12-31")
        }),
        limit("# A whole small pack", Code::TooLarge, limits::LINE - 1, |count| {
            let rest = ": every table once, every rule kept. Tests change one thing and look what is said.".len();

            format!("#{}", "x".repeat(count - 1 - rest))
        }),
        limit("Nobody shows a phone.", Code::DangerousText, limits::MARKS, |count| {
            format!("Nobody{} shows.", "\\u0301".repeat(count))
        }),
        limit("Nobody shows a phone.", Code::DangerousText, limits::JOINERS, |count| {
            format!("Nobody{} shows.", "\\u200D".repeat(count))
        }),
    ]
}

/// safety.md 57: each limit.
#[test]
fn what_just_fits_a_limit_is_read_and_one_more_is_refused() {
    for limit in limits() {
        let (_, findings) = read(&edited(limit.from, &limit.fits));
        let found = findings.iter().find(|finding| finding.code == limit.code);

        assert!(found.is_none(), "{}: {}", limit.from, found.unwrap().message);
        assert!(
            is_refused_for(&edited(limit.from, &limit.more), limit.code),
            "{}",
            limit.from
        );
    }

    let base = support::base().text;
    let padded = |size: usize| {
        let mut text = format!("{base}{}", "# x\n".repeat(size / 4));

        text.truncate(size);
        text
    };

    assert!(read(&padded(limits::FILE)).0.is_some());
    assert!(is_refused_for(&padded(limits::FILE + 1), Code::TooLarge));
}

/// safety.md 57: values of another kind in every place that has one.
#[test]
fn a_value_of_another_kind_is_refused_wherever_it_stands() {
    let wrong = [
        "1.5",
        "nan",
        "inf",
        "-1",
        "99999999999999999999",
        "0x7fffffffffffffff",
        "true",
        "[]",
        "{}",
        "2026-02-30",
        "1900-01-01",
        "07:32:00",
    ];
    let base = support::base().text;
    let lines: Vec<&str> = base
        .lines()
        .filter(|line| line.contains(" = ") && !line.starts_with('#') && !line.starts_with('"'))
        .collect();
    let mut tried = 0;

    for (number, line) in lines.iter().enumerate() {
        let (key, value) = line.split_once(" = ").unwrap();

        // Not all with all: each line with two of them, and all of them over the file.
        for wrong in [wrong[number % wrong.len()], wrong[(number + 5) % wrong.len()]] {
            // A list may be empty, and a shift may lower.
            let same_kind = (value == "true" && wrong == "true")
                || (value.starts_with('[') && wrong == "[]")
                || (key.starts_with("raise_") && wrong == "-1");
            let text = edited(&format!("\n{line}\n"), &format!("\n{key} = {wrong}\n"));
            let (pack, _) = read(&text);

            assert!(pack.is_none() || same_kind, "{key} = {wrong}");
            tried += 1;
        }
    }

    assert!(tried > 200, "{tried}");
}

/// safety.md 57: whatever else was thought of.
#[test]
fn files_that_are_no_packs_are_refused() {
    let base = support::base().text;
    let twice = |key: &str| edited(key, &format!("{key}\n{key}"));
    let deep = |depth: usize| format!("{base}\nx = {}1{}", "[".repeat(depth), "]".repeat(depth));

    let bad = [
        twice("id = \"base\""),
        twice("title = \"Leave the phone at home\""),
        edited("id = \"leave-it\"\ntopic", "id = \"finger-off\"\ntopic"),
        edited("id = \"located\"", "id = \"forced\""),
        edited("id = \"code\"\nlabel", "id = \"finger\"\nlabel"),
        edited("id = \"base\"", "id = \"Base\""),
        edited("id = \"base\"", "id = \"../base\""),
        edited("id = \"base\"", "id = \"b\u{430}se\""),
        edited("id = \"base\"", "id = \"-base\""),
        edited("id = \"base\"", "id = \"\""),
        edited("\"A code is in your head.\"", "\"\\uD800\""),
        edited("\"A code is in your head.\"", "\"\\uDFFF\\uD800\""),
        edited("\"A code is in your head.\"", "\"\\U00110000\""),
        edited("\"A code is in your head.\"", "\"\""),
        edited("\"A code is in your head.\"", "\"   \""),
        edited("format = 1", "format = 2"),
        edited("format = 1", "format = \"1\""),
        edited("version = 1", "version = 0.9"),
        base.replace('\n', "\r"),
        base.replace(' ', "\u{A0}"),
        format!("\u{FEFF}\u{FEFF}{base}"),
        format!("{base}\0"),
        format!("{base}\n[run]\ncommand = \"true\"\n"),
        format!("{base}\n[[script]]\nid = \"x\"\n"),
        deep(9),
        deep(1_000),
        deep(30_000),
        "[[term]]\n".repeat(1_000_000),
        String::new(),
        "\u{FEFF}".to_owned(),
        "format".to_owned(),
        "format = 1".to_owned(),
        "{\"format\": 1}".to_owned(),
        "<html></html>".to_owned(),
        "%PDF-1.7\n".to_owned(),
        "age-encryption.org/v1\n".to_owned(),
        "untrusted comment: a signature\nRWQ\n".to_owned(),
    ];

    for text in &bad {
        assert!(read(text).0.is_none(), "{}", &text[..text.floor_char_boundary(60)]);
    }
}

/// safety.md 58.
#[test]
fn a_text_that_deceives_is_refused_or_pointed_out() {
    let turned = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}";
    // As in the attacks on source code: early ends, turned comments, stretched words.
    let frames = ["a{}b", "{}// turned off", "say{} nothing{}", "1{}2{}3{}"];
    let mut count = 0;

    for letter in turned.chars() {
        for frame in frames {
            let shown = frame.replace("{}", &letter.to_string());

            assert!(text::clean(&shown).is_err());
            assert!(is_refused_for(
                &edited("Open the settings.", &shown),
                Code::DangerousText
            ));
            count += 1;
        }
    }

    // Letters that look like others: in a word it is pointed out, in an address it is refused.
    let alike = [
        ('a', '\u{430}'),
        ('c', '\u{441}'),
        ('e', '\u{435}'),
        ('i', '\u{456}'),
        ('o', '\u{43E}'),
        ('o', '\u{3BF}'),
        ('p', '\u{440}'),
        ('s', '\u{455}'),
        ('x', '\u{445}'),
        ('y', '\u{443}'),
        ('v', '\u{3BD}'),
        ('u', '\u{3C5}'),
    ];

    for (plain, other) in alike {
        let word = format!("{plain}{plain}sk them a{other}{plain} b.");
        let (_, findings) = read(&edited("Open the settings.", &word));

        assert!(findings.iter().any(|finding| finding.code == Code::LookTwice), "{word}");

        let address = format!("https://ex{other}mple.org/guide");

        assert!(is_refused_for(
            &edited("https://example.org/guide", &address),
            Code::BadAddress
        ));
        count += 2;
    }

    assert_eq!(count, 60);
}

/// safety.md 58: what is let in is shown as it was written.
#[test]
fn what_is_read_is_what_was_written() {
    let turned = "Say no. \u{200F}שלום\u{200E} they said.";

    for (words, shown) in [
        (turned, turned),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"),
        // In one form, and with line ends of one sort.
        ("e\u{301}te", "éte"),
        ("A\u{2028}B", "A\nB"),
        // No mark-up is understood: brackets and angles stay what they are.
        ("a & b <i>c</i> [d](e)", "a & b <i>c</i> [d](e)"),
    ] {
        let (pack, findings) = read(&edited("A code is in your head.", words));

        assert!(
            findings.iter().all(|finding| finding.code != Code::DangerousText),
            "{words}"
        );
        assert_eq!(text::clean(words).as_deref(), Ok(shown));

        // What no face of ours has a shape for, a pack is refused for.
        let whys = pack.map(|pack| pack.measures.into_iter().map(|measure| measure.why).collect::<Vec<_>>());
        let expected = text::unprintable(shown).is_none().then_some(true);

        assert_eq!(whys.map(|all| all.iter().any(|why| why == shown)), expected, "{words}");
    }
}
