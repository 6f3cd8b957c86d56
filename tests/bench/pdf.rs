//! The first PDF of a list of 60 items, in a fresh process: milliseconds and peak memory. Beside it the
//! same list through the `typst` package from PyPI, where Python has it. Then 10 to 1,000 pages.
//!
//! Run it by itself, with `cargo bench --bench pdf`. For the comparison, put a Python that can
//! `import typst` in DAYPACK_PYTHON.
#![allow(missing_docs, clippy::expect_used, clippy::print_stdout, clippy::disallowed_methods)]

use daypack::print::{self, Paper};
use daypack::sheet::{Block, Item, Said, Setting, Sheet, Way};

use std::env;
use std::fs;
use std::process::Command;
use std::time::Instant;

const ITEMS: usize = 60;
const RUNS: usize = 11;

/// What one process took.
struct Run {
    milliseconds: f64,
    mebibytes: f64,
    pages: usize,
}

fn main() {
    let mut arguments = env::args().skip(1);

    // A fresh process each time: the first list is what a person waits for.
    if arguments.next().as_deref() == Some("--one") {
        let items = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(ITEMS);

        return one(items);
    }

    let ours = median(|| ours(ITEMS));

    println!(
        "{ITEMS} items, {} pages: {:.1} ms (at most 40), {:.1} MiB at most (at most 20)",
        ours.pages, ours.milliseconds, ours.mebibytes
    );

    match typst() {
        Ok(theirs) => println!(
            "the same through typst, {} pages: {:.1} ms, {:.1} MiB; {:.1} times ours",
            theirs.pages,
            theirs.milliseconds,
            theirs.mebibytes,
            theirs.milliseconds / ours.milliseconds
        ),
        Err(reason) => println!("SKIPPED the same through typst: {reason}"),
    }

    for items in [ITEMS, ITEMS * 10, ITEMS * 100] {
        let run = median(|| self::ours(items));

        println!(
            "{items} items, {} pages: {:.1} ms, {:.3} ms a page, {:.1} MiB",
            run.pages,
            run.milliseconds,
            run.milliseconds / run.pages as f64,
            run.mebibytes
        );
    }
}

/// Writes a list once, and says what it took, from the sheet to the last byte.
fn one(items: usize) {
    let sheet = sheet(items);
    let start = Instant::now();
    let mut writer = print::pdf::Writer::new(&sheet).expect("fonts");
    let pages = print::pages(&sheet, Paper::A4);
    let count = pages.len();

    for page in pages {
        writer.page(&page).expect("written");
    }

    let bytes = writer.finish().expect("written");
    let took = start.elapsed();

    assert!(bytes.starts_with(b"%PDF"));
    println!("{} {} {}", took.as_secs_f64() * 1_000.0, peak(), count);
}

/// The most memory this process has used, in MiB.
fn peak() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    let kib = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());

    kib.unwrap_or(f64::NAN) / 1_024.0
}

fn ours(items: usize) -> Run {
    let program = env::current_exe().expect("this program");
    let run = Command::new(program)
        .args(["--one", &items.to_string()])
        .output()
        .expect("started");

    read(&run.stdout).expect("three numbers")
}

fn read(said: &[u8]) -> Option<Run> {
    let said = String::from_utf8_lossy(said);
    let mut numbers = said.split_whitespace();

    Some(Run {
        milliseconds: numbers.next()?.parse().ok()?,
        mebibytes: numbers.next()?.parse().ok()?,
        pages: numbers.next()?.parse().ok()?,
    })
}

fn median(run: impl Fn() -> Run) -> Run {
    let mut runs: Vec<Run> = (0..RUNS).map(|_| run()).collect();
    runs.sort_by(|a, b| a.milliseconds.total_cmp(&b.milliseconds));

    runs.swap_remove(RUNS / 2)
}

/// The same list through typst, with the same face and sizes, timed inside Python once it has started.
fn typst() -> Result<Run, String> {
    let python = env::var("DAYPACK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let source = folder.path().join("list.typ");
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    fs::write(&source, markup(&sheet(ITEMS))).map_err(|error| error.to_string())?;

    let start = || {
        Command::new(&python)
            .args(["-c", TYPST])
            .arg(&source)
            .arg(fonts)
            .output()
            .map_err(|error| format!("{python}: {error}"))
    };
    let first = start()?;

    if !first.status.success() {
        return Err(format!(
            "{python} cannot: {}",
            String::from_utf8_lossy(&first.stderr)
                .lines()
                .last()
                .unwrap_or_default()
        ));
    }

    Ok(median(|| {
        start().ok().and_then(|run| read(&run.stdout)).expect("three numbers")
    }))
}

const TYPST: &str = r#"
import sys, time, resource, typst
start = time.perf_counter()
pdf = typst.compile(sys.argv[1], font_paths=[sys.argv[2]], ignore_system_fonts=True)
took = (time.perf_counter() - start) * 1000
pages = pdf.count(b"/Type/Page/") + pdf.count(b"/Type/Page\n") + pdf.count(b"/Type /Page\n")
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, pages)
"#;

/// The sheet in typst's own language. The texts have no characters that mean something in it.
fn markup(sheet: &Sheet) -> String {
    let mut out = String::from(
        "#set document(title: \"For the day\", date: none)\n\
         #set page(paper: \"a4\", margin: (x: 54pt, top: 54pt, bottom: 59pt), numbering: \"1 of 1\")\n\
         #set text(font: \"Daypack Sans\", size: 10pt, lang: \"en\")\n",
    );

    for block in &sheet.blocks {
        let Block::Item(item) = block else { continue };
        out.push_str("#grid(columns: (26pt, 1fr, 60pt), box(width: 13pt, height: 13pt, stroke: 1pt), [\n");
        out.push_str(&format!(
            "#text(11pt, weight: \"bold\")[{}] \\\n{}\n",
            item.title, item.why
        ));

        for way in &item.ways {
            way.steps.iter().for_each(|step| out.push_str(&format!("+ {step}\n")));
            way.also
                .iter()
                .for_each(|said| out.push_str(&format!("\n*{}* {}\n", said.label, said.text)));
            out.push_str(&format!("\n#text(8pt)[{}]\n", way.noted));
        }

        out.push_str(&format!("], [{}])\n", item.aside));
    }

    out
}

/// A list of items of six lines, no two the same.
fn sheet(items: usize) -> Sheet {
    let item = |number: usize| {
        Block::Item(Item {
            title: format!("Thing number {number} to do before you leave the house"),
            aside: format!("{} min", number % 55 + 5),
            why: format!("It matters because of {number} other things that nobody thinks of on the day itself."),
            ways: vec![Way {
                on: String::new(),
                has_box: false,
                steps: vec![
                    format!("Open the settings of device {number} and look for the word that is meant."),
                    format!("Switch it off, and say {number} times that it is off."),
                ],
                also: vec![Said {
                    label: "To check:".to_owned(),
                    text: format!("Look again after {number} minutes."),
                    noted: String::new(),
                }],
                noted: format!("Version {number}, November 2026."),
            }],
            also: Vec::new(),
            blanks: Vec::new(),
        })
    };

    Sheet {
        title: "For the day".to_owned(),
        lang: "en".to_owned(),
        setting: Setting::Normal,
        head: String::new(),
        foot: "Page {page} of {pages}".to_owned(),
        tick: "Box to tick".to_owned(),
        blocks: (0..items).map(item).collect(),
    }
}
