//! Reading a pack, the compiled-in one or a file of somebody else's, and a file of answers.
use super::check::{self, Findings, Sink};
use super::schema::{self, Draft};
use super::{Pack, Persona};

use rust_embed::RustEmbed;

use std::sync::LazyLock;

/// One file of a pack, wherever it came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceFile {
    /// Its name within the pack, such as `measures/screen-lock.toml`.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// The checklist that is compiled in.
#[derive(RustEmbed)]
#[folder = "checklists/protest"]
struct BuiltIn;

// Read without looking at it again: the tests did, and every start would pay for it.
static BUILT_IN: LazyLock<Pack> = LazyLock::new(|| {
    let files = Pack::built_in_files();
    let mut sink = Sink::new(&files);

    Draft::read(&schema::parse(&files, &mut sink), &mut sink).pack
});

impl Pack {
    /// The compiled-in pack, read once.
    ///
    /// A test refuses a build whose own pack has a single error. Should one slip through, this gives
    /// what could be read: advice with a hole is better than none on the day, and nothing panics.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The files of the compiled-in pack, in the order of their names.
    pub fn built_in_files() -> Vec<SourceFile> {
        let mut names: Vec<_> = BuiltIn::iter().filter(|name| name.ends_with(".toml")).collect();

        names.sort();

        names
            .iter()
            .filter_map(|name| {
                let file = BuiltIn::get(name)?;

                Some(SourceFile {
                    name: name.to_string(),
                    text: String::from_utf8_lossy(&file.data).into_owned(),
                })
            })
            .collect()
    }

    /// Reads a pack from its files. Warnings are dropped.
    ///
    /// # Errors
    /// When there is an error, with every finding at once.
    pub fn read(files: &[SourceFile]) -> Result<Self, Findings> {
        match Self::read_with_warnings(files) {
            (Some(pack), _) => Ok(pack),
            (None, findings) => Err(findings),
        }
    }

    /// Reads a pack from its files, and says everything that was found. No pack when there is an error.
    pub fn read_with_warnings(files: &[SourceFile]) -> (Option<Self>, Findings) {
        let (pack, findings) = assemble(files);

        ((!findings.has_errors()).then_some(pack), findings)
    }
}

impl Persona {
    /// Reads a file of answers that is meant for `pack`: a persona whose name and promises may be left out.
    ///
    /// # Errors
    /// When there is an error, such as an answer the pack does not have, with every finding at once.
    pub fn read(pack: &Pack, file: &SourceFile) -> Result<Self, Findings> {
        let files = std::slice::from_ref(file);
        let mut sink = Sink::new(files);
        let documents = schema::parse(files, &mut sink);
        let read = documents
            .first()
            .and_then(|document| schema::answers(document, &mut sink));

        if let Some((person, spot)) = &read
            && sink.is_whole()
        {
            check::person(pack, person, spot, &mut sink);
        }

        let findings = sink.finish();

        match read {
            Some((person, _)) if !findings.has_errors() => Ok(person),
            _ => Err(findings),
        }
    }
}

/// Everything that could be read, and everything that was found.
fn assemble(files: &[SourceFile]) -> (Pack, Findings) {
    let mut sink = Sink::new(files);
    let documents = schema::parse(files, &mut sink);
    let draft = Draft::read(&documents, &mut sink);

    // Half a file would make half of the names unknown: first the grammar, then the meaning.
    if sink.is_whole() {
        check::pack(&draft, &mut sink);
    }

    let pack = draft.pack;

    (pack, sink.finish())
}
