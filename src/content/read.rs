//! Reading a pack, the compiled-in one or a file of somebody else's, and a file of answers.
use super::check::{self, Findings, Sink};
use super::overlay::{Language, Written};
use super::schema::{self, Draft, Spoken};
use super::{Pack, Persona};

use rust_embed::RustEmbed;

use std::collections::BTreeMap;
use std::sync::{LazyLock, Mutex, PoisonError};

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
    let (languages, files): (Vec<_>, Vec<_>) = Pack::built_in_files()
        .into_iter()
        .partition(|file| file.name.starts_with(LANGUAGES));
    let mut sink = Sink::new(&files);
    let mut pack = Draft::read(&schema::parse_own(&files), &mut sink).pack;

    pack.languages = languages.into_iter().filter_map(unread).collect();
    pack
});

/// The folder of a pack in which its languages stand.
const LANGUAGES: &str = "lang/";

/// A language of the compiled-in pack: only the head of its file is read before somebody asks for the rest.
fn unread(file: SourceFile) -> Option<Language> {
    let end = file.text.find("\n[[").unwrap_or(file.text.len());
    let head = [SourceFile {
        name: file.name.clone(),
        text: file.text.get(..end).unwrap_or_default().to_owned(),
    }];
    let mut sink = Sink::new(&head);
    let documents = schema::parse(&head, &mut sink);
    let spoken = schema::language(documents.first()?, &mut sink)?;

    Some(Language {
        tag: spoken.tag,
        name: spoken.name,
        title: spoken.title,
        status: spoken.status,
        written: Written::File(file),
    })
}

impl Pack {
    /// The compiled-in pack, read once.
    ///
    /// A test refuses a build whose own pack has a single error. Should one slip through, this gives
    /// what could be read: advice with a hole is better than none on the day, and nothing panics.
    pub fn built_in() -> &'static Self {
        &BUILT_IN
    }

    /// The compiled-in pack in the language `tag`, read once; nothing when it does not have that language.
    pub fn built_in_language(tag: &str) -> Option<&'static Self> {
        Self::built_in().spoken(tag)
    }

    /// The pack in the language `tag`, made once and kept: a program has one pack, and that a few languages.
    /// Nothing when it does not have that language, or is itself in another than it was written in.
    pub fn spoken(&'static self, tag: &str) -> Option<&'static Self> {
        static SPOKEN: Mutex<BTreeMap<(usize, String), &'static Pack>> = Mutex::new(BTreeMap::new());

        if tag == self.lang {
            return Some(self);
        }

        let key = (std::ptr::from_ref(self).addr(), tag.to_owned());
        let mut spoken = SPOKEN.lock().unwrap_or_else(PoisonError::into_inner);

        if let Some(pack) = spoken.get(&key) {
            return Some(pack);
        }

        let pack: &'static Self = Box::leak(Box::new(self.in_language(tag)?));

        spoken.insert(key, pack);

        Some(pack)
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

/// A language whose entries have been read.
fn read(spoken: Spoken) -> Language {
    Language {
        tag: spoken.tag,
        name: spoken.name,
        title: spoken.title,
        status: spoken.status,
        written: Written::Read(spoken.entries),
    }
}

/// Everything that could be read, and everything that was found.
fn assemble(files: &[SourceFile]) -> (Pack, Findings) {
    let mut sink = Sink::new(files);
    let documents = schema::parse(files, &mut sink);
    let mut draft = Draft::read(&documents, &mut sink);

    // Half a file would make half of the names unknown: first the grammar, then the meaning.
    if sink.is_whole() {
        check::pack(&mut draft, &mut sink);
    }

    let mut pack = draft.pack;

    pack.languages = draft.languages.into_iter().map(|(spoken, _)| read(spoken)).collect();
    pack.languages.sort_by(|a, b| a.tag.cmp(&b.tag));

    (pack, sink.finish())
}
