//! The same list through typst: the same face, sizes, measures and leading, the same boxes, numbers and foot,
//! items kept together as ours are, and a tagged file, which is what it writes unless told otherwise. It is
//! timed inside Python once the package is loaded: that Python has to start is not held against it.
use super::figures::Figure;

use daypack::sheet::{Block, Item, Sheet};
use tempfile::{Builder, NamedTempFile};

use std::env;
use std::fmt::{self, Write as _};
use std::io::Write as _;
use std::process::Command;

/// How the package is called.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Call {
    /// As its users do: it looks for the fonts of the system too.
    Plain,
    /// Told not to look for any fonts but ours, which nobody does who does not know that it helps.
    Favoured,
}

/// A list in typst's own language, in a file that goes away with it.
pub struct Source(NamedTempFile);

impl Source {
    pub fn new(sheet: &Sheet) -> Self {
        let mut file = Builder::new().suffix(".typ").tempfile().expect("a file");
        file.write_all(markup(sheet).as_bytes()).expect("written");

        Self(file)
    }

    /// Sets it once, in a fresh process; or says why it cannot.
    pub fn set(&self, call: Call) -> Result<Figure, String> {
        let python = env::var("DAYPACK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
        let run = Command::new(&python)
            .args(["-c", TYPST])
            .arg(self.0.path())
            .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts"))
            .arg(if call == Call::Favoured { "favoured" } else { "plain" })
            .output()
            .map_err(|error| format!("{python}: {error}"))?;
        let said = String::from_utf8_lossy(&run.stderr);
        let cannot = || format!("{python} cannot: {}", said.lines().last().unwrap_or_default());

        Figure::read(&run.stdout).ok_or_else(cannot)
    }
}

const TYPST: &str = r#"
import re, resource, sys, time, typst
options = {"ignore_system_fonts": True} if sys.argv[3] == "favoured" else {}
start = time.perf_counter()
pdf = typst.compile(sys.argv[1], font_paths=[sys.argv[2]], **options)
took = (time.perf_counter() - start) * 1000
assert b"/StructTreeRoot" in pdf, "no tags"
pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
print(took, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, pages)
"#;

/// Lengths are those of the setting `Normal`: lines are as high as the face is, and what is missing to the
/// leading stands between them.
const HEAD: &str = r#"
#set document(title: "For the day", date: none)
#set page(paper: "a4", margin: (x: 54pt, top: 54pt, bottom: 59pt), footer-descent: 0pt, footer: context align(
  center + horizon,
  text(8pt)[Page #counter(page).display() of #counter(page).final().first()],
))
#set text(font: "Daypack Sans", size: 10pt, lang: "en", top-edge: "ascender", bottom-edge: "descender")
#set par(leading: 0.38pt, spacing: 2.88pt)
#set enum(numbering: "1", body-indent: 8pt, spacing: 1.63pt)
#set list(marker: box(width: 13pt, height: 13pt, stroke: 1pt), body-indent: 13pt, spacing: 14pt)
#show enum: it => block(above: 5.4pt, it)
#let item(name, minutes, body) = block(breakable: false, width: 100%, {
  grid(columns: (1fr, 60pt), text(11pt, weight: "bold", name), align(right, text(9.25pt, minutes)))
  block(above: 0.2pt, below: 0pt, inset: (right: 60pt), body)
})
"#;

/// The sheet in typst's own language. The texts have no characters that mean something in it.
fn markup(sheet: &Sheet) -> String {
    let items = sheet.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some(item),
        _ => None,
    });

    items.fold(HEAD.to_owned(), |mut source, item| {
        entry(item, &mut source).expect("text can be written");

        source
    })
}

fn entry(item: &Item, source: &mut String) -> fmt::Result {
    writeln!(source, "- #item[{}][{}][", item.title, item.aside)?;
    writeln!(source, "  #text(9.25pt)[{}]", item.why)?;

    for way in &item.ways {
        way.steps.iter().try_for_each(|step| writeln!(source, "  + {step}"))?;

        for said in &way.also {
            writeln!(source, "\n  *{}* {}", said.label, said.text)?;
        }

        writeln!(source, "\n  #text(8pt)[{}]", way.noted)?;
    }

    writeln!(source, "  ]")
}
