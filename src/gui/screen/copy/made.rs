//! A sealed copy and its pages, made as the terminal's `vault to-paper` makes them.
use crate::content::Pack;
use crate::document::Document;
use crate::gui::notice::Notice;
use crate::harden::Secret;
use crate::print::page::Page;
use crate::print::{self, Paper, pdf};
use crate::sheet::Sheet;
use crate::sheet::copy::{self, Texts};
use crate::vault::paper::{self, Cut};
use crate::words;

use std::sync::Arc;

/// A copy, and its pages on one paper.
pub(crate) struct Made {
    pub(super) cut: Cut,
    pub(super) sheet: Sheet,
    /// The pages, at least one.
    pub(super) pages: Arc<[Page]>,
}

impl Made {
    /// Seals and sets. Only ever on a slow thread.
    pub(super) fn of(document: &Document, pack: &Pack, (passphrase, paper): (&Secret, Paper)) -> Result<Self, Notice> {
        let sealed = paper::seal(document, pack, passphrase).map_err(|error| Notice::from(&error))?;
        let cut = paper::cut(&sealed).map_err(|error| Notice::from(&error))?;
        let texts = Texts {
            texts: &cut.texts,
            name: &cut.name,
            kib: cut.kib,
        };
        let sheet = copy::copy(pack, &texts).map_err(|error| {
            Notice::new(
                words::sentence(&error.to_string()),
                words::text("terminal-unfit-advice"),
            )
        })?;
        let pages = print::layout(&sheet, paper).into();

        Ok(Self { cut, sheet, pages })
    }

    /// The same copy on another paper.
    pub(super) fn on(&self, paper: Paper) -> Self {
        Self {
            cut: self.cut.clone(),
            sheet: self.sheet.clone(),
            pages: print::layout(&self.sheet, paper).into(),
        }
    }

    /// The file.
    pub(super) fn pdf(&self) -> Result<Vec<u8>, Notice> {
        pdf::write(&self.pages, &self.sheet).map_err(|error| Notice::from(&error))
    }
}
