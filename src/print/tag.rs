//! What marks are part of, told while they are set: headings, lists, labels, boxes.
//!
//! Numbers only; what becomes of them in a file is for [`super::pdf`] to know.
use super::page::{Kind, Mark, Part, Parts, Shape};

/// Gives every piece of structure a number of its own.
#[derive(Debug, Default)]
pub(super) struct Tags(u32);

impl Tags {
    /// A new piece of structure below `parent`.
    pub(super) fn open(&mut self, parent: &[Part], kind: Kind) -> Parts {
        self.0 += 1;
        let part = Part { kind, number: self.0 };

        parent.iter().copied().chain([part]).collect()
    }
}

/// A mark that is part of something.
pub(super) fn within(parts: &Parts, shape: Shape) -> Mark {
    Mark {
        parts: Some(parts.clone()),
        shape,
    }
}
