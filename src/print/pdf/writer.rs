//! Writes page after page, so that nobody has to hold all of them.
use super::tree::Tree;
use super::{DOCUMENT, Fonts, draw_group, points};
use crate::font::Set;
use crate::print::Error;
use crate::print::page::Page;
use crate::sheet::Sheet;

use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::{Document, SerializeSettings};

/// Writes page after page of one sheet, or of many.
///
/// What is drawn is compressed at once; the structure stays in memory until the end, because the
/// library writes the file in one go. The same pages give the same bytes.
pub struct Writer {
    document: Document,
    title: String,
    lang: String,
    fonts: Fonts,
    tree: Tree,
    pages: usize,
}

impl Writer {
    /// A file of `sheet` alone.
    ///
    /// # Errors
    /// When the embedded fonts cannot be read, which no program of ours should cause.
    pub fn new(sheet: &Sheet) -> Result<Self, Error> {
        Self::alone(sheet, settings())
    }

    /// A file of many sheets, called `title`, for the most part in that language. Call [`Self::begin`]
    /// before the first page of each sheet.
    ///
    /// # Errors
    /// As with [`Self::new`].
    pub fn stack(title: &str, lang: &str) -> Result<Self, Error> {
        Self::with(title, lang, settings())
    }

    /// Its pages are set in `faces`, not in the built-in ones.
    ///
    /// # Errors
    /// When one of them cannot be read.
    pub fn in_faces(mut self, faces: &Set) -> Result<Self, Error> {
        self.fonts = Fonts::new(faces)?;

        Ok(self)
    }

    pub(super) fn alone(sheet: &Sheet, settings: SerializeSettings) -> Result<Self, Error> {
        let mut writer = Self::with(&sheet.title, &sheet.lang, settings)?;
        writer.tree.only(sheet);

        Ok(writer)
    }

    fn with(title: &str, lang: &str, settings: SerializeSettings) -> Result<Self, Error> {
        Ok(Self {
            document: Document::new_with(settings),
            title: title.to_owned(),
            lang: lang.to_owned(),
            fonts: Fonts::new(Set::built_in())?,
            tree: Tree::new(lang),
            pages: 0,
        })
    }

    /// The pages that follow are those of `sheet`: a part of its own, with an entry of its own in the
    /// outline. Numbers of its structure may be the same as those of other sheets.
    pub fn begin(&mut self, sheet: &Sheet) {
        self.tree.next(sheet, self.pages);
    }

    /// Writes a page.
    ///
    /// # Errors
    /// When its size is none.
    pub fn page(&mut self, page: &Page) -> Result<(), Error> {
        let settings = PageSettings::from_wh(points(page.width), points(page.height)).ok_or(Error::Unwritten)?;
        let mut drawn = self.document.start_page_with(settings);
        let mut surface = drawn.surface();

        for group in page
            .marks
            .chunk_by(|one, next| one.parts == next.parts && one.parts.is_some())
        {
            draw_group(group, self.pages, &self.fonts, &mut surface, &mut self.tree);
        }

        surface.finish();
        drawn.finish();
        self.pages += 1;

        Ok(())
    }

    /// The whole file.
    ///
    /// # Errors
    /// When a page or a font could not be written down, which no sheet of ours should cause.
    pub fn finish(mut self) -> Result<Vec<u8>, Error> {
        let (tree, outline) = self.tree.finish(self.pages);

        self.document.set_metadata(
            Metadata::new()
                .title(self.title)
                .language(self.lang)
                .document_id(DOCUMENT.to_owned()),
        );
        self.document.set_outline(outline);
        self.document.set_tag_tree(tree);
        self.document.finish().map_err(|_| Error::Unwritten)
    }
}

/// Without a second description of the file for programs that collect them: nothing of it is needed.
fn settings() -> SerializeSettings {
    SerializeSettings {
        xmp_metadata: false,
        ..SerializeSettings::default()
    }
}
