//! What one worker is told at its start, and what it leaves for the next. Nothing of a plan is in either but
//! where it is.
use crate::keep::wire::{Nonsense, Reader, Wire, fields};
use crate::keep::{Request, Version};
use crate::paths::Paths;
use crate::settings::{Found, Settings};

use std::path::PathBuf;

/// What a worker is told first.
#[derive(Clone, PartialEq)]
pub struct Hello {
    /// Where things are kept.
    pub paths: Paths,
    /// The settings, as they stand in their file or as the worker before had them.
    pub settings: Found,
    /// Whether they are kept on this computer.
    pub is_remembered: bool,
    /// What to show first.
    pub opening: Opening,
    /// How the window was; nothing for the first.
    pub view: Option<View>,
    /// Whether a test wants to be told what is on each page.
    pub is_traced: bool,
}

/// What a window shows first.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// The first page.
    Welcome,
    /// Which plan to open?
    Choose,
    /// This plan, and its passphrase.
    File(PathBuf, Version),
    /// This plan, which was open until it was locked.
    Locked(Option<PathBuf>),
    /// The same, and it was saved beside another one that somebody had changed: that was not told yet.
    Beside(PathBuf),
    /// The worker before this one ended by mistake.
    Fallen(Fallen),
}

/// What is known of a worker that ended by mistake.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fallen {
    /// The plan that was open, if one was.
    pub file: Option<PathBuf>,
    /// How many minutes ago it was opened or saved last, rounded up.
    pub minutes: u32,
}

/// How a window is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct View {
    /// How wide it is, in logical pixels at ordinary size of text.
    pub width: u32,
    /// How high it is, in logical pixels at ordinary size of text.
    pub height: u32,
    /// Whether it fills the screen.
    pub is_maximized: bool,
}

/// The last words of a worker: what the next one is to show, and how.
#[derive(Clone, PartialEq)]
pub struct Farewell {
    /// What to show first.
    pub opening: Opening,
    /// The settings, remembered or not.
    pub settings: Settings,
    /// How the window was, if it was one.
    pub view: Option<View>,
}

/// Anything a worker says.
pub enum Said {
    /// It asks for something, and waits for an answer.
    Ask(Request),
    /// It ends, and another is to follow.
    Farewell(Farewell),
}

fields!(Hello {
    paths,
    settings,
    is_remembered,
    opening,
    view,
    is_traced
});
fields!(Fallen { file, minutes });
fields!(View {
    width,
    height,
    is_maximized
});
fields!(Farewell {
    opening,
    settings,
    view
});

impl Wire for Opening {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Welcome => out.push(0),
            Self::Choose => out.push(1),
            Self::File(path, version) => {
                out.push(2);
                path.put(out);
                version.put(out);
            }
            Self::Locked(path) => {
                out.push(3);
                path.put(out);
            }
            Self::Fallen(fallen) => {
                out.push(4);
                fallen.put(out);
            }
            Self::Beside(path) => {
                out.push(5);
                path.put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => Self::Welcome,
            1 => Self::Choose,
            2 => Self::File(Wire::take(from)?, Wire::take(from)?),
            3 => Self::Locked(Wire::take(from)?),
            4 => Self::Fallen(Wire::take(from)?),
            5 => Self::Beside(Wire::take(from)?),
            _ => return Err(Nonsense),
        })
    }
}

impl Wire for Found {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Nothing => out.push(0),
            Self::Unreadable => out.push(1),
            Self::Text(text) => {
                out.push(2);
                text.put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => Self::Nothing,
            1 => Self::Unreadable,
            2 => Self::Text(Wire::take(from)?),
            _ => return Err(Nonsense),
        })
    }
}

impl Wire for Said {
    fn put(&self, out: &mut Vec<u8>) {
        match self {
            Self::Ask(request) => {
                out.push(0);
                request.put(out);
            }
            Self::Farewell(farewell) => {
                out.push(1);
                farewell.put(out);
            }
        }
    }

    fn take(from: &mut Reader<'_>) -> Result<Self, Nonsense> {
        Ok(match from.tag()? {
            0 => Self::Ask(Wire::take(from)?),
            1 => Self::Farewell(Wire::take(from)?),
            _ => return Err(Nonsense),
        })
    }
}

impl Hello {
    /// The settings, and what of them was not understood.
    pub fn settings(&self) -> (Settings, Vec<crate::settings::Notice>) {
        let (settings, notices) = Settings::of(&self.settings);
        let is_remembered = settings.is_remembered && self.is_remembered;

        (
            Settings {
                is_remembered,
                ..settings
            },
            notices,
        )
    }

    /// The same, as another worker left it.
    #[must_use]
    pub(super) fn after(self, farewell: Farewell) -> Self {
        Self {
            opening: farewell.opening,
            view: farewell.view.or(self.view),
            ..self.with(&farewell.settings)
        }
    }

    /// The same with other settings.
    #[must_use]
    pub(super) fn with(self, settings: &Settings) -> Self {
        Self {
            settings: Found::Text(settings.encode()),
            is_remembered: settings.is_remembered,
            ..self
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::keep::wire::{decode, encode};

    use std::path::Path;

    /// What a first worker is told, in a home that is nowhere.
    pub(in crate::apart) fn hello() -> Hello {
        Hello {
            paths: Paths::within(Path::new("/nowhere")),
            settings: Found::Nothing,
            is_remembered: true,
            opening: Opening::Welcome,
            view: None,
            is_traced: false,
        }
    }

    #[test]
    fn what_a_worker_is_told_arrives() {
        let fallen = Fallen {
            file: Some("/a".into()),
            minutes: 3,
        };

        for opening in [
            Opening::Choose,
            Opening::File("/a/b.age".into(), Version::Previous),
            Opening::Locked(None),
            Opening::Beside("/a/b.age".into()),
            Opening::Fallen(fallen),
        ] {
            let hello = Hello { opening, ..hello() };

            assert!(decode::<Hello>(&encode(&hello)).is_ok_and(|heard| heard == hello));
        }
    }

    #[test]
    fn settings_that_are_not_remembered_outlive_a_worker_and_stay_so() {
        let settings = Settings {
            text_percent: 150,
            ..Settings::default()
        };
        let farewell = Farewell {
            opening: Opening::Locked(None),
            settings: settings.clone(),
            view: None,
        };

        assert_eq!(hello().after(farewell).settings(), (settings, Vec::new()));
    }
}
