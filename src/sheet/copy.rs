//! An encrypted copy of a plan: what it is, what the paper tells, how to read it again, and its codes.
//!
//! Knows nothing of the plan: what it gets is texts that only a passphrase opens. So every copy says the
//! same words, whoever it belongs to.
use super::code::{Code, Modules, Unfit};
use super::{Block, Carry, Level, Setting, Sheet};
use crate::content::Pack;
use crate::words;

/// What a copy consists of.
#[derive(Debug, Clone, Copy)]
pub struct Texts<'a> {
    /// One text a code, in order.
    pub texts: &'a [String],
    /// The letters that tell this copy from others.
    pub name: &'a str,
    /// The size below which the plan is, in KiB, which whoever finds the paper can count.
    pub kib: usize,
}

/// The sheet of a copy.
///
/// # Errors
/// When a text does not fit into a code, which none does that was cut for it.
pub fn copy(pack: &Pack, copy: &Texts<'_>) -> Result<Sheet, Unfit> {
    let codes = codes(copy)?;
    let carry = Carry {
        level: Level::Safe,
        setting: Setting::Codes,
    };

    Ok(Sheet::of(pack, &carry, words::text("copy-title"), blocks(copy, codes)))
}

fn blocks(copy: &Texts<'_>, codes: Vec<Code>) -> Vec<Block> {
    let tells = words::text_with("copy-tells-about", &[("kib", copy.kib.into())]);
    let steps = [
        words::text("copy-scan"),
        words::text("copy-bring"),
        words::text("copy-join"),
    ];

    vec![
        Block::Lead(words::text("copy-lead")),
        Block::Paragraph(words::text("copy-fold")),
        Block::Heading(words::text("copy-tells")),
        Block::Paragraph(tells),
        Block::Heading(words::text("copy-back")),
        Block::Points(steps.into()),
        Block::Codes(codes),
    ]
}

fn codes(copy: &Texts<'_>) -> Result<Vec<Code>, Unfit> {
    let count = copy.texts.len();
    let of = words::text_with("copy-name", &[("name", copy.name.into())]);

    copy.texts
        .iter()
        .zip(1..)
        .map(|(text, number): (&String, usize)| {
            let values = [("number", number.into()), ("count", count.into())];

            Ok(Code {
                number: words::text_with("copy-number", &values),
                of: of.clone(),
                says: words::text_with("copy-code", &values),
                modules: Modules::of(text)?,
            })
        })
        .collect()
}
