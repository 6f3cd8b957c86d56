//! The same list through typst, with the same face and sizes, timed inside Python once it has started: that
//! it has to start at all is not held against it.
use super::figures::Figure;

use daypack::sheet::{Block, Sheet};

use std::env;
use std::fs;
use std::process::Command;

/// The best of `runs`, each in a fresh process; or why there is none.
pub fn best(sheet: &Sheet, runs: usize) -> Result<Figure, String> {
    let python = env::var("DAYPACK_PYTHON").unwrap_or_else(|_| "python3".to_owned());
    let folder = tempfile::tempdir().map_err(|error| error.to_string())?;
    let source = folder.path().join("list.typ");
    let fonts = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts");
    fs::write(&source, markup(sheet)).map_err(|error| error.to_string())?;

    let run = || {
        let run = Command::new(&python)
            .args(["-c", TYPST])
            .arg(&source)
            .arg(fonts)
            .output()
            .map_err(|error| format!("{python}: {error}"))?;
        let said = String::from_utf8_lossy(&run.stderr);

        Figure::read(&run.stdout).ok_or_else(|| format!("{python} cannot: {}", said.lines().last().unwrap_or_default()))
    };
    let mut best = run()?;

    for _ in 1..runs {
        best.improve(run()?);
    }

    Ok(best)
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
