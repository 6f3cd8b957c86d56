//! Where things are kept, what the environment says, and what day it is.
//!
//! The only room that reads environment variables or the clock. It opens no file: what the system says about
//! its mounts is read by `keep`, and understood by [`drives`]. For tests, [`Paths::within`] puts everything
//! under one folder.
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// The places this program knows of.
#[derive(Clone, PartialEq, Eq)]
pub struct Paths {
    /// Our own folder for plans, if the system says where such folders go. It may not exist yet.
    pub own: Option<PathBuf>,
    /// The file with the settings, if the system says where such files go. It may not exist yet.
    pub settings: Option<PathBuf>,
    /// The person's own folder.
    pub home: Option<PathBuf>,
    /// Where the system says what is mounted where.
    pub mounts: PathBuf,
    /// Where the system's own tree starts: below it are `proc` and `sys`.
    pub system: PathBuf,
    /// The folders that drives appear in.
    pub media: Vec<PathBuf>,
    /// The program that opens a file in the system's viewer.
    pub viewer: OsString,
}

impl Paths {
    /// The places of this computer and this user.
    pub fn here() -> Self {
        let ours = directories::ProjectDirs::from("", "", "daypack");

        Self {
            own: ours.as_ref().map(|ours| ours.data_local_dir().to_path_buf()),
            settings: ours.as_ref().map(|ours| ours.config_dir().join("settings.toml")),
            home: directories::BaseDirs::new().map(|user| user.home_dir().to_path_buf()),
            mounts: PathBuf::from("/proc/self/mountinfo"),
            system: PathBuf::from("/"),
            media: ["/media", "/run/media", "/mnt"].map(PathBuf::from).to_vec(),
            viewer: OsString::from("xdg-open"),
        }
    }

    /// The same places, all under one folder: for tests, and for a start that must leave no trace.
    pub fn within(root: &Path) -> Self {
        Self {
            own: Some(root.join("home/.local/share/daypack")),
            settings: Some(root.join("home/.config/daypack/settings.toml")),
            home: Some(root.join("home")),
            mounts: root.join("mountinfo"),
            system: root.join("system"),
            media: vec![root.join("media")],
            viewer: root.join("viewer").into_os_string(),
        }
    }

    /// What a typed path means: `~` is the person's own folder, and a name alone lies in our own folder.
    pub fn typed(&self, text: &str) -> PathBuf {
        let text = text.trim();
        let path = Path::new(text);
        let in_home = match (path.strip_prefix("~"), &self.home) {
            (Ok(rest), Some(home)) => Some(home.join(rest)),
            _ => None,
        };

        if let Some(path) = in_home {
            return path;
        }

        match &self.own {
            Some(own) if path.components().count() == 1 && !path.is_absolute() => own.join(path),
            _ => path.to_path_buf(),
        }
    }
}

/// A drive that can be taken away, or Tails' Persistent folder.
#[derive(Clone, PartialEq, Eq)]
pub struct Drive {
    /// Where it is mounted.
    pub path: PathBuf,
    /// The last part of that path: what file managers call it.
    pub label: String,
    /// Whether it is the folder that Tails keeps between sessions.
    pub is_persistent: bool,
    /// Whether it is mounted so that nothing can be written.
    pub is_write_protected: bool,
}

/// Finds the drives in what Linux says about its mounts (`proc_pid_mountinfo(5)`), in order of path.
///
/// A drive is a block device that is mounted in one of the folders where drives appear. File systems that a
/// program makes up are left out: looking into one may reach over a network.
pub fn drives(mounts: &str, paths: &Paths) -> Vec<Drive> {
    let persistent = paths.home.as_ref().map(|home| home.join("Persistent"));
    let mut drives: Vec<_> = self::mounts(mounts)
        .filter_map(|mount| {
            let is_persistent = Some(&mount.path) == persistent.as_ref();
            let is_drive =
                mount.source.starts_with("/dev/") && paths.media.iter().any(|media| mount.path.starts_with(media));

            (is_persistent || is_drive).then(|| Drive {
                label: mount
                    .path
                    .file_name()
                    .unwrap_or_default()
                    .to_string_lossy()
                    .into_owned(),
                path: mount.path,
                is_persistent,
                is_write_protected: mount.is_write_protected,
            })
        })
        .collect();

    drives.sort_by(|a, b| a.path.cmp(&b.path));
    // The same folder mounted over twice is one drive: the upper one.
    drives.dedup_by(|a, b| a.path == b.path);

    drives
}

/// What day it is, in whole days since 1970-01-01 in Greenwich; for `Date::from_days`.
///
/// The one place where the clock is read. A clock before 1970 counts as 1970.
#[expect(clippy::disallowed_methods, reason = "the one place where the clock is read")]
pub fn today() -> u64 {
    std::time::SystemTime::now()
        .duration_since(std::time::UNIX_EPOCH)
        .map_or(0, |since| since.as_secs() / 86_400)
}

/// Whether the environment asks for no colour (no-color.org).
pub fn has_no_color() -> bool {
    variable("NO_COLOR").is_some_and(|value| !value.is_empty())
}

/// Whether a test asks a debug build to fall over once a plan is open.
#[cfg(debug_assertions)]
pub fn is_to_fall() -> bool {
    variable("DAYPACK_FALL").is_some()
}

/// The X11 display, if the environment names one.
pub fn x11_display() -> Option<OsString> {
    variable("DISPLAY").filter(|value| !value.is_empty())
}

/// The Wayland display, if the environment names one.
pub fn wayland_display() -> Option<OsString> {
    variable("WAYLAND_DISPLAY")
        .or_else(|| variable("WAYLAND_SOCKET"))
        .filter(|value| !value.is_empty())
}

#[expect(clippy::disallowed_methods, reason = "the one place where the environment is read")]
fn variable(name: &str) -> Option<OsString> {
    std::env::var_os(name)
}

/// Something that is mounted somewhere.
pub(crate) struct Mount {
    /// Where.
    pub(crate) path: PathBuf,
    /// The number of its device, such as `98:0`. A file system that is on no device, or on several, made it up.
    pub(crate) number: String,
    /// What kind of file system it is.
    pub(crate) kind: String,
    /// What is mounted: most often the path of a device.
    pub(crate) source: String,
    is_write_protected: bool,
}

/// What Linux says about its mounts, line by line. What is no such line is left out.
pub(crate) fn mounts(table: &str) -> impl Iterator<Item = Mount> {
    table.lines().filter_map(mount)
}

/// Understands one line: `36 35 98:0 / /media/a\040b rw,noatime shared:1 - vfat /dev/sdb1 rw`.
fn mount(line: &str) -> Option<Mount> {
    let (before, after) = line.split_once(" - ")?;
    let mut before = before.split(' ').skip(2);
    let (number, _, path, options) = (before.next()?, before.next()?, before.next()?, before.next()?);
    let mut after = after.split(' ');
    let (kind, source) = (after.next()?, after.next()?);
    let is_read_only = |options: &str| options.split(',').any(|option| option == "ro");

    Some(Mount {
        path: unescaped(path),
        number: number.to_owned(),
        kind: kind.to_owned(),
        source: unescaped(source).to_string_lossy().into_owned(),
        is_write_protected: is_read_only(options) || after.next().is_some_and(is_read_only),
    })
}

/// Turns `\040` back into a space: blanks, line ends and backslashes are written as three octal digits.
pub(crate) fn unescaped(text: &str) -> PathBuf {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();

    while let Some((&first, tail)) = rest.split_first() {
        let octal = tail
            .get(..3)
            .filter(|_| first == b'\\')
            .and_then(|digits| std::str::from_utf8(digits).ok())
            .and_then(|digits| u8::from_str_radix(digits, 8).ok());

        match octal {
            Some(byte) => {
                bytes.push(byte);
                rest = tail.get(3..).unwrap_or_default();
            }
            None => {
                bytes.push(first);
                rest = tail;
            }
        }
    }

    PathBuf::from(os_string(bytes))
}

#[cfg(unix)]
fn os_string(bytes: Vec<u8>) -> OsString {
    std::os::unix::ffi::OsStringExt::from_vec(bytes)
}

#[cfg(not(unix))]
fn os_string(bytes: Vec<u8>) -> OsString {
    String::from_utf8_lossy(&bytes).into_owned().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 27 0:21 / /proc rw,relatime - proc proc rw
27 1 254:0 / / rw,relatime - ext4 /dev/vda rw
40 27 8:17 / /media/me/BLUE\\040STICK rw,nosuid shared:5 - vfat /dev/sdb1 rw,uid=1000
41 27 8:33 / /run/media/me/photos ro,nosuid shared:6 - exfat /dev/sdc1 ro
42 27 0:50 / /media/me/far-away rw - fuse.sshfs me@far-away:/ rw
43 27 0:51 / /run/media/scratch rw - tmpfs tmpfs rw
44 27 8:49 / /mnt rw - ext4 /dev/sdd1 rw
45 27 253:1 /Persistent /home/amnesia/Persistent rw - ext4 /dev/mapper/TailsData_unlocked rw
nonsense
";

    fn tails() -> Paths {
        Paths {
            home: Some(PathBuf::from("/home/amnesia")),
            ..Paths::within(Path::new("/nowhere"))
        }
    }

    #[test]
    fn drives_are_found_among_the_mounts() {
        let paths = Paths {
            media: vec!["/media".into(), "/run/media".into(), "/mnt".into()],
            ..tails()
        };
        let found: Vec<_> = drives(MOUNTS, &paths)
            .into_iter()
            .map(|drive| (drive.label, drive.is_persistent, drive.is_write_protected))
            .collect();

        assert_eq!(
            found,
            [
                ("Persistent".to_owned(), true, false),
                ("BLUE STICK".to_owned(), false, false),
                ("mnt".to_owned(), false, false),
                ("photos".to_owned(), false, true),
            ]
        );
    }

    #[test]
    fn a_backslash_that_is_no_code_stays() {
        assert_eq!(unescaped("a\\040b"), Path::new("a b"));
        assert_eq!(unescaped("a\\134b"), Path::new("a\\b"));
        assert_eq!(unescaped("a\\9b"), Path::new("a\\9b"));
        assert_eq!(unescaped("a\\"), Path::new("a\\"));
    }

    #[test]
    fn a_typed_path_is_understood() {
        let paths = tails();

        assert_eq!(paths.typed(" ~/plans/a.age "), Path::new("/home/amnesia/plans/a.age"));
        assert_eq!(paths.typed("~"), Path::new("/home/amnesia"));
        assert_eq!(
            paths.typed("notes"),
            Path::new("/nowhere/home/.local/share/daypack/notes")
        );
        assert_eq!(paths.typed("/media/stick/a.age"), Path::new("/media/stick/a.age"));
        assert_eq!(paths.typed("folder/a.age"), Path::new("folder/a.age"));
    }

    #[test]
    fn today_is_after_this_was_written() {
        assert!(today() > 20_000);
    }
}
