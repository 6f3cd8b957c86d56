//! What to be careful about in a place or a name. Nothing here forbids anything.
use std::fmt;
use std::path::Path;

/// Something to be careful about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Warning {
    /// A service copies this folder to other computers; named as on its own pages.
    Synced(&'static str),
    /// The name says something about the plan.
    Telling(Telling),
    /// There is hardly room for a plan and its previous version.
    LittleRoom,
}

/// What a name says.
#[derive(Clone, PartialEq, Eq)]
pub enum Telling {
    /// A day, a month or a year.
    Date,
    /// Where.
    Place,
    /// What it is about, by this word.
    Word(String),
}

impl fmt::Debug for Telling {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Not the word: it is the person's own.
        f.write_str(match self {
            Self::Date => "Date",
            Self::Place => "Place",
            Self::Word(_) => "Word",
        })
    }
}

impl Warning {
    /// What the person can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::Synced(_) => {
                "Older versions stay with the service, and open with the passphrase they had. \
                 A folder that is not synced keeps them here."
            }
            Self::Telling(_) => "The name can be read without the passphrase. A name such as notes.age tells nothing.",
            Self::LittleRoom => "Make some room first, or choose another place.",
        }
    }
}

impl fmt::Display for Warning {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Synced(service) => write!(f, "This folder is copied elsewhere by {service}."),
            Self::Telling(Telling::Date) => f.write_str("The name has a date in it."),
            Self::Telling(Telling::Place) => f.write_str("The name says a place."),
            Self::Telling(Telling::Word(word)) => write!(f, "The name has the word “{word}” in it."),
            Self::LittleRoom => f.write_str("There is little room left here."),
        }
    }
}

/// Names of folders that services make, in lower case, and what the services are called.
const FOLDERS: &[(&str, &str)] = &[
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("google-drive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("icloud", "iCloud"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("megasync", "MEGA"),
    ("mega", "MEGA"),
    ("pcloud", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("box sync", "Box"),
    ("proton drive", "Proton Drive"),
    ("protondrive", "Proton Drive"),
    ("seafile", "Seafile"),
    ("syncthing", "Syncthing"),
    ("tresorit", "Tresorit"),
    ("spideroak hive", "SpiderOak"),
];

/// Two services that share their marks.
const OWNCLOUD: &str = "Nextcloud or ownCloud";

/// Names of files that services leave in the folders they sync, and what the services are called.
const MARKERS: &[(&str, &str)] = &[
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".stversions", "Syncthing"),
    (".nextcloudsync.log", "Nextcloud"),
    (".owncloudsync.log", OWNCLOUD),
    (".849c9593-d756-4e56-8d6e-42412f2a707b", "OneDrive"),
    (".sync", "Resilio Sync"),
    (".syncid", "Resilio Sync"),
    (".seafile-data", "Seafile"),
    (".tmp.drivedownload", "Google Drive"),
    (".tmp.driveupload", "Google Drive"),
    (".megaignore", "MEGA"),
];

/// The service of this name, if it is one of those that are known.
pub(super) fn service(name: &str) -> Option<&'static str> {
    let known = FOLDERS.iter().chain(MARKERS).map(|(_, service)| *service);

    known.chain([OWNCLOUD]).find(|service| *service == name)
}

/// The service that a folder belongs to by its path, if one is known for folders of such a name.
pub(super) fn synced_by_path(path: &Path) -> Option<&'static str> {
    path.components().find_map(|part| {
        let part = part.as_os_str().to_string_lossy().to_lowercase();

        FOLDERS.iter().find_map(|(name, service)| {
            let rest = part.strip_prefix(name)?;

            // "OneDrive - School", "Dropbox (Old)", but not "megaphone".
            (rest.is_empty() || rest.starts_with([' ', '-', '_', '('])).then_some(*service)
        })
    })
}

/// The service that left a file of this name, if it is known for that.
pub(super) fn synced_by_marker(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();

    if (name.starts_with("._sync_") || name.starts_with(".sync_")) && name.contains(".db") {
        return Some(OWNCLOUD);
    }

    MARKERS
        .iter()
        .find_map(|(marker, service)| (name == *marker).then_some(*service))
}
