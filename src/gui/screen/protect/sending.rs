//! What is asked of the application in the end: which file, what must be there, what opens it.
use super::{Action, Protect, Stage, Wish};
use crate::gui::context::Context;
use crate::gui::place::Settled;
use crate::gui::safe::Pieces;
use crate::keep::{Expect, Previous};

use std::path::PathBuf;

impl Protect {
    /// Saves the plan in a place, and its key in a file of its own if there is to be one.
    pub(super) fn save(&mut self, cx: &Context<'_>, settled: Settled, key: Option<PathBuf>) -> Action {
        let kept = cx.desk.kept().filter(|kept| kept.path == settled.path);
        let expect = match kept {
            Some(kept) => Expect::Same(kept.identity),
            None if settled.replaces => Expect::Anything,
            None => Expect::Nothing,
        };

        let pieces = self.pieces(cx, key);

        self.send((settled.path, expect), Previous::Keep, pieces)
    }

    /// The same file, to be opened in another way: its previous version must not open as before.
    pub(super) fn save_in_place(&mut self, cx: &Context<'_>, key: Option<PathBuf>) -> Action {
        let Some(kept) = cx.desk.kept() else {
            return self.go(Stage::Placing);
        };
        let place = (kept.path.clone(), Expect::Same(kept.identity));
        let pieces = self.pieces(cx, key);

        self.send(place, Previous::Forget, pieces)
    }

    fn send(&mut self, place: (PathBuf, Expect), previous: Previous, pieces: Pieces) -> Action {
        let Some(passphrase) = self.passphrase.clone() else {
            return Action::None;
        };
        let (path, expect) = place;
        let _ = self.go(Stage::Saving);

        Action::Save(Wish {
            path,
            passphrase,
            expect,
            previous,
            pieces,
        })
    }
}
