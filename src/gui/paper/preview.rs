//! Pages that are made off the interface's thread, to be looked at.
//!
//! Until new ones are there the old ones stay in view, so that nothing on the page moves meanwhile; but what
//! is not ready cannot be saved.
use crate::gui::notice::Notice;

use std::sync::Arc;

/// Pages to look at.
pub(crate) enum Preview<T> {
    /// There is nothing to put on them.
    Nothing,
    /// They are being made; those of before, if there were any.
    Making(Option<Arc<T>>),
    /// They are there.
    Made(Arc<T>),
    /// They could not be made.
    Failed(Notice),
}

impl<T> Preview<T> {
    /// Others are being made from now on.
    pub(crate) fn begin(&mut self) {
        *self = Self::Making(self.in_view().map(Arc::clone));
    }

    /// Whether they are being made.
    pub(crate) const fn is_making(&self) -> bool {
        matches!(self, Self::Making(_))
    }

    /// Those that are there and are the ones that were asked for.
    pub(crate) const fn made(&self) -> Option<&Arc<T>> {
        match self {
            Self::Made(made) => Some(made),
            Self::Nothing | Self::Making(_) | Self::Failed(_) => None,
        }
    }

    /// Those to look at meanwhile.
    pub(crate) const fn in_view(&self) -> Option<&Arc<T>> {
        match self {
            Self::Made(made) => Some(made),
            Self::Making(before) => before.as_ref(),
            Self::Nothing | Self::Failed(_) => None,
        }
    }
}
