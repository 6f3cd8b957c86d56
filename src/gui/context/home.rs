//! A disk for tests: a folder of one's own with a drive in it, away when the test ends.
#![cfg(test)]
use super::stage::Stage;
use crate::gui::desk::{Apart, Kept};
use crate::gui::hands::Hands;
use crate::harden::Secret;
use crate::keep::{Access, Expect, Keeper, Previous, Reply, Request};
use crate::paths::Paths;
use crate::vault;
use crate::vault::key::Key;

use tempfile::TempDir;

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What opens the plans that [`Home::keep`] seals.
pub(crate) const PHRASE: &str = "correct horse battery staple";

/// The person's folder, a drive that can be written to, and one that cannot.
pub(crate) struct Home(TempDir);

impl Home {
    /// With two drives and no plan.
    pub(crate) fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        let root = home.0.path().display().to_string();

        for folder in ["home", "media/STICK", "media/GLUED"] {
            fs::create_dir_all(home.0.path().join(folder)).unwrap();
        }

        home.write(
            "mountinfo",
            format!(
                "40 27 8:17 / {root}/media/STICK rw shared:5 - vfat /dev/sdb1 rw\n\
                 43 27 8:34 / {root}/media/GLUED ro - vfat /dev/sdc1 ro\n"
            )
            .as_bytes(),
        );

        home
    }

    /// A path in it.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.0.path().join(path)
    }

    /// Our own folder.
    pub(crate) fn own(&self) -> PathBuf {
        self.paths().own.unwrap()
    }

    fn paths(&self) -> Paths {
        Paths::within(self.0.path())
    }

    /// A keeper of this disk: another window.
    pub(crate) fn hands(&self) -> Hands {
        Hands::new(self.paths())
    }

    /// A persona's plan, not saved yet, with this disk around it.
    pub(crate) fn stage(&self, persona: &str) -> Stage {
        Stage {
            hands: self.hands(),
            paths: self.paths(),
            ..Stage::of(persona)
        }
    }

    /// Writes a file.
    pub(crate) fn write(&self, path: &str, bytes: &[u8]) -> PathBuf {
        let path = self.path(path);

        // As the person would, with other programs.
        Keeper::new(self.paths()).export(&path, bytes, true).unwrap();
        path
    }

    /// The plan of `stage` as bytes that [`PHRASE`] opens, cheaply.
    pub(crate) fn sealed(stage: &Stage) -> Vec<u8> {
        let text = stage.desk.document().encode(stage.desk.pack);

        vault::seal_with(&text, &phrase(), 4).unwrap()
    }

    /// Saves the plan of `stage` at `path`, and says where it is kept.
    pub(crate) fn keep(&self, stage: &Stage, path: &Path) -> Kept {
        let request = Request::Save {
            path: path.to_path_buf(),
            bytes: Self::sealed(stage),
            expect: Expect::Nothing,
            previous: Previous::Keep,
        };
        let Ok(Reply::Saved(saved)) = stage.hands.ask(request) else {
            panic!("it is saved")
        };

        Kept {
            path: saved.path,
            identity: saved.identity,
            access: Access::Full,
            passphrase: Arc::new(phrase()),
            apart: None,
        }
    }
}

impl Home {
    /// The same in two pieces, with the key in a file of its own that [`PHRASE`] opens.
    pub(crate) fn keep_apart(&self, stage: &Stage, path: &Path, key_path: &Path) -> Kept {
        let key = Key::generate().unwrap();
        let text = stage.desk.document().encode(stage.desk.pack);
        let put = Request::Put {
            path: key_path.to_path_buf(),
            // Two digits of work, so that it is as long as a real one.
            bytes: key.seal_for(&phrase(), 10).unwrap(),
            expect: Expect::Nothing,
        };
        let save = Request::Save {
            path: path.to_path_buf(),
            bytes: vault::seal_text_to(&text, &key).unwrap(),
            expect: Expect::Nothing,
            previous: Previous::Keep,
        };
        let (Ok(Reply::Put(put)), Ok(Reply::Saved(saved))) = (stage.hands.ask(put), stage.hands.ask(save)) else {
            panic!("both are saved")
        };

        Kept {
            path: saved.path,
            identity: saved.identity,
            access: Access::Full,
            passphrase: Arc::new(phrase()),
            apart: Some(Apart {
                file: put.path,
                identity: put.identity,
                key: Arc::new(key),
            }),
        }
    }
}

/// What opens the plans that [`Home::keep`] seals.
pub(crate) fn phrase() -> Secret {
    Secret::from_text(PHRASE).unwrap()
}
