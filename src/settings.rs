//! How the program looks and behaves, and nothing about the person.
//!
//! Written only when they say "remember on this computer", and taken away again when they no longer do.
//! There is no path, no name and no time in the file. A value that is not understood falls back to the one
//! the program starts with, and is said.
use crate::file::{self, Disk, Fs, Step, folder_of};
use crate::paths::Paths;

use toml::{Table, Value};

use std::fmt;
use std::ops::RangeInclusive;

/// The version of the file that is written here.
const VERSION: i64 = 1;

/// The most bytes that are read.
pub(crate) const LONGEST: u64 = 16 * 1024;

/// How large text can be, in percent.
pub const TEXT_PERCENT: RangeInclusive<u16> = 80..=200;

/// After how many minutes without a key or a click the plan can be locked.
pub const IDLE_MINUTES: RangeInclusive<u8> = 1..=30;

/// How the program looks and behaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// The colours.
    pub theme: Theme,
    /// How large text is, in percent; 80 to 200.
    pub text_percent: u16,
    /// The language, such as `en` or `pt-BR`; nothing means the one the checklist was written in.
    pub language: Option<String>,
    /// After how many minutes without a key or a click the plan is locked; 1 to 30.
    pub idle_minutes: u8,
    /// Whether the page is covered when another window is in front.
    pub covers_on_lost_focus: bool,
    /// Whether these settings are kept on this computer.
    pub is_remembered: bool,
}

/// The colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// White on black, without tints.
    ContrastDark,
    /// Black on white, without tints.
    ContrastLight,
}

impl Theme {
    /// All of them, in the order they are offered.
    pub const ALL: [Self; 4] = [Self::Light, Self::Dark, Self::ContrastDark, Self::ContrastLight];

    /// What it is called in the file.
    fn name(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::ContrastDark => "contrast-dark",
            Self::ContrastLight => "contrast-light",
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            theme: Theme::Light,
            text_percent: 100,
            language: None,
            idle_minutes: 10,
            covers_on_lost_focus: true,
            is_remembered: false,
        }
    }
}

/// Something in the file that was not understood; what the program starts with holds instead.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Notice {
    /// The file could not be read, or is not TOML.
    Unreadable,
    /// The file was made by a newer version of the program.
    TooNew,
    /// This name means nothing here.
    Unknown(String),
    /// What this setting says is not possible.
    Invalid(&'static str),
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable => f.write_str("The settings on this computer could not be read."),
            Self::TooNew => f.write_str("The settings on this computer are from a newer version."),
            Self::Unknown(name) => write!(f, "The settings have a line that means nothing here: “{name}”."),
            Self::Invalid(name) => write!(f, "The setting “{name}” has a value that is not possible."),
        }
    }
}

impl Notice {
    /// What holds instead, and what the person can do.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Unreadable | Self::TooNew => "The usual settings are used. Saving them again replaces the file.",
            Self::Unknown(_) => "It is left out the next time the settings are saved.",
            Self::Invalid(_) => "The usual value is used. Choose another in the settings.",
        }
    }
}

/// Why the settings could not be kept, or taken away.
#[derive(Debug, Clone, thiserror::Error)]
pub enum Error {
    /// The disk refused.
    #[error("the settings could not be kept on this computer: {0}")]
    File(#[from] file::Error),
    /// The system does not say where settings go.
    #[error("this system has no place for settings")]
    NoPlace,
}

impl Error {
    /// What the person can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::File(error) => error.advice(),
            Self::NoPlace => "They hold until you leave. Set them again the next time.",
        }
    }
}

/// What stands in the file, before anybody tried to understand it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// There is none.
    Nothing,
    /// It could not be read.
    Unreadable,
    /// This text.
    Text(String),
}

impl Found {
    /// What is kept on this computer.
    pub fn read(paths: &Paths) -> Self {
        match paths.settings.as_ref().map(|path| file::read_text(path, LONGEST)) {
            None => Self::Nothing,
            Some(Ok(text)) => Self::Text(text.to_string()),
            Some(Err(error)) if error.is_missing() => Self::Nothing,
            Some(Err(_)) => Self::Unreadable,
        }
    }
}

impl Settings {
    /// What is kept on this computer, and what of it was not understood. Without a file, how the program
    /// starts.
    pub fn read(paths: &Paths) -> (Self, Vec<Notice>) {
        Self::of(&Found::read(paths))
    }

    /// Understands what was found.
    pub fn of(found: &Found) -> (Self, Vec<Notice>) {
        match found {
            Found::Nothing => (Self::default(), Vec::new()),
            Found::Unreadable => (Self::default(), vec![Notice::Unreadable]),
            Found::Text(text) => Self::decode(text),
        }
    }

    /// Keeps the settings on this computer if they are to be remembered, or else takes the file away.
    ///
    /// # Errors
    /// When the disk refuses, or the system has no place for settings.
    pub fn keep(&self, paths: &Paths) -> Result<(), Error> {
        match &paths.settings {
            Some(path) if self.is_remembered => {
                let (folder, _) = folder_of(path).ok_or(Error::NoPlace)?;

                Disk.make_folder(&folder).map_err(file::Error::at(Step::MakeFolder))?;

                Ok(file::write(path, self.encode().as_bytes(), true)?)
            }
            Some(path) => Ok(file::forget(path)?),
            None if self.is_remembered => Err(Error::NoPlace),
            None => Ok(()),
        }
    }

    /// What the file says.
    pub fn encode(&self) -> String {
        let language = match &self.language {
            Some(language) if is_language(language) => format!("language = \"{language}\"\n"),
            _ => String::new(),
        };

        format!(
            "version = {VERSION}\ntheme = \"{}\"\ntext_percent = {}\n{language}idle_minutes = {}\n\
             covers_on_lost_focus = {}\n",
            self.theme.name(),
            self.text_percent.clamp(*TEXT_PERCENT.start(), *TEXT_PERCENT.end()),
            self.idle_minutes.clamp(*IDLE_MINUTES.start(), *IDLE_MINUTES.end()),
            self.covers_on_lost_focus,
        )
    }

    /// Understands what the file says.
    pub fn decode(text: &str) -> (Self, Vec<Notice>) {
        let usual = Self {
            is_remembered: true,
            ..Self::default()
        };
        let Ok(table) = text.parse::<Table>() else {
            return (usual, vec![Notice::Unreadable]);
        };

        match table.get("version").and_then(Value::as_integer) {
            Some(1..=VERSION) => {}
            Some(version) if version > VERSION => return (usual, vec![Notice::TooNew]),
            _ => return (usual, vec![Notice::Invalid("version")]),
        }

        let mut settings = usual;
        let mut notices = Vec::new();

        for (name, value) in &table {
            if name != "version" {
                notices.extend(settings.set(name, value));
            }
        }

        (settings, notices)
    }

    /// Takes over one line, or says why not.
    fn set(&mut self, name: &str, value: &Value) -> Option<Notice> {
        match name {
            "theme" => replace(&mut self.theme, theme(value), "theme"),
            "text_percent" => replace(&mut self.text_percent, number(value, &TEXT_PERCENT), "text_percent"),
            "idle_minutes" => replace(&mut self.idle_minutes, number(value, &IDLE_MINUTES), "idle_minutes"),
            "covers_on_lost_focus" => replace(&mut self.covers_on_lost_focus, value.as_bool(), "covers_on_lost_focus"),
            "language" => {
                let language = value.as_str().filter(|language| is_language(language));

                replace(
                    &mut self.language,
                    language.map(|language| Some(language.to_owned())),
                    "language",
                )
            }
            unknown => Some(Notice::Unknown(unknown.chars().take(40).collect())),
        }
    }
}

fn replace<T>(place: &mut T, value: Option<T>, name: &'static str) -> Option<Notice> {
    match value {
        Some(value) => {
            *place = value;

            None
        }
        None => Some(Notice::Invalid(name)),
    }
}

fn theme(value: &Value) -> Option<Theme> {
    let name = value.as_str()?;

    Theme::ALL.into_iter().find(|theme| theme.name() == name)
}

fn number<T: TryFrom<i64> + PartialOrd>(value: &Value, range: &RangeInclusive<T>) -> Option<T> {
    let number = T::try_from(value.as_integer()?).ok()?;

    range.contains(&number).then_some(number)
}

/// Whether a text is the name of a language and nothing else: `en`, `pt-BR`, `zh-Hant`.
fn is_language(text: &str) -> bool {
    let mut parts = text.split('-');
    let first = parts.next().unwrap_or_default();

    text.len() <= 20
        && (2..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_lowercase())
        && parts.all(|part| (2..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric()))
}

#[cfg(test)]
mod tests {
    use super::*;

    use proptest::prelude::*;

    fn settings() -> impl Strategy<Value = Settings> {
        (
            0..4_usize,
            TEXT_PERCENT,
            prop_oneof![Just(None), "[a-z]{2,3}(-[A-Z]{2})?".prop_map(Some)],
            IDLE_MINUTES,
            any::<bool>(),
        )
            .prop_map(
                |(theme, text_percent, language, idle_minutes, covers_on_lost_focus)| Settings {
                    theme: Theme::ALL[theme],
                    text_percent,
                    language,
                    idle_minutes,
                    covers_on_lost_focus,
                    is_remembered: true,
                },
            )
    }

    proptest! {
        #[test]
        fn what_is_kept_is_what_comes_back(settings in settings()) {
            prop_assert_eq!(Settings::decode(&settings.encode()), (settings, Vec::new()));
        }

        /// The file has these lines and no others: no path, no name, no time has a place in it.
        #[test]
        fn the_file_tells_nothing_about_the_person(settings in settings(), stray in "\\PC{0,30}") {
            // Even a language that is none is not written.
            let settings = Settings { language: settings.language.or(Some(stray)), ..settings };

            for line in settings.encode().lines() {
                let (name, value) = line.split_once(" = ").unwrap();
                let is_allowed = match name {
                    "version" => value == "1",
                    "theme" => Theme::ALL.iter().any(|theme| value == format!("\"{}\"", theme.name())),
                    "text_percent" | "idle_minutes" => value.len() <= 3 && value.bytes().all(|b| b.is_ascii_digit()),
                    "covers_on_lost_focus" => matches!(value, "true" | "false"),
                    "language" => is_language(value.trim_matches('"')),
                    _ => false,
                };

                prop_assert!(is_allowed, "{}", line);
            }
        }

        #[test]
        fn no_file_makes_it_stumble(text in "\\PC{0,200}") {
            let _ = Settings::decode(&text);
        }
    }

    #[test]
    fn a_value_that_is_not_possible_falls_back_and_is_said() {
        let (settings, notices) = Settings::decode(
            "version = 1\ntheme = \"pink\"\ntext_percent = 79\nidle_minutes = 31\nlanguage = \"../en\"\n\
             covers_on_lost_focus = \"no\"\n",
        );

        assert_eq!(
            settings,
            Settings {
                is_remembered: true,
                ..Settings::default()
            }
        );
        assert_eq!(notices.len(), 5);
    }

    #[test]
    fn one_wrong_line_does_not_spoil_the_others() {
        let (settings, notices) = Settings::decode("version = 1\ntheme = \"dark\"\nfont = \"x\"\nidle_minutes = 5\n");

        assert_eq!((settings.theme, settings.idle_minutes), (Theme::Dark, 5));
        assert_eq!(notices, [Notice::Unknown("font".to_owned())]);
    }

    #[test]
    fn a_newer_file_is_not_guessed_at() {
        let (settings, notices) = Settings::decode("version = 2\ntheme = \"dark\"\n");

        assert_eq!(settings.theme, Theme::Light);
        assert_eq!(notices, [Notice::TooNew]);
        assert_eq!(Settings::decode("theme = \"dark\"").1, [Notice::Invalid("version")]);
        assert_eq!(Settings::decode("= =").1, [Notice::Unreadable]);
    }
}
