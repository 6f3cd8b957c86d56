//! Reading with a limit: never from a pipe or a device, never without end.
//!
//! A name is looked at before it is opened, opened without waiting, and looked at again: what changed in
//! between is refused, not followed.
use super::disk::Disk;
use super::error::{Error, Step};
use super::fs::{Fs, Kind, Status};

use std::ffi::OsStr;
use std::io;
use std::path::{Path, PathBuf};

/// The most files that are read for one pack.
const PACK_FILES: usize = 500;

/// The most bytes that are read of one file of a pack.
const PACK_FILE: u64 = 1024 * 1024;

/// The most entries of a folder that are looked at.
const PACK_ENTRIES: usize = 5_000;

/// A text file of a pack.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Its name within the pack, such as `measures/screen-lock.toml`.
    pub name: String,
    /// What it says.
    pub text: String,
}

/// An open file, what it was when it was read, and its bytes.
pub struct Content<F: Fs> {
    /// The file, still open.
    pub file: F::File,
    /// What it was.
    pub status: Status,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// The bytes of a file, at most `limit` of them. Symbolic links are followed.
///
/// # Errors
/// When it is missing, is not a file, is longer, or cannot be read.
pub fn read(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    Ok(content(path, limit)?.bytes)
}

fn content(path: &Path, limit: u64) -> Result<Content<Disk>, Error> {
    let path = Disk.resolve(path).map_err(Error::at(Step::Find))?;
    let (folder, name) = folder_of(&path).ok_or(Error::NotAFile(Kind::Folder))?;
    let folder = Disk.open_folder(&folder).map_err(Error::at(Step::Find))?;

    read_at(&Disk, &folder, &name, limit)
}

/// The text of a file, at most `limit` bytes of it.
///
/// # Errors
/// As [`read`], and when it is not UTF-8.
pub fn read_text(path: &Path, limit: u64) -> Result<String, Error> {
    String::from_utf8(read(path, limit)?).map_err(|_| Error::NotText)
}

/// The bytes of a file that nobody but its owner may read, such as one with a passphrase in it.
///
/// # Errors
/// As [`read`], and when others may read it.
pub fn read_private(path: &Path, limit: u64) -> Result<Vec<u8>, Error> {
    let content = content(path, limit)?;

    match content.status.is_private() {
        true => Ok(content.bytes),
        false => Err(Error::NotPrivate),
    }
}

/// The text that arrives on an open input, such as standard input, at most `limit` bytes of it.
///
/// # Errors
/// When it is longer, cannot be read, or is not UTF-8.
pub fn read_input(input: impl io::Read, limit: u64) -> Result<String, Error> {
    let mut bytes = Vec::new();

    io::Read::read_to_end(&mut input.take(limit.saturating_add(1)), &mut bytes).map_err(Error::at(Step::Read))?;

    if bytes.len() as u64 > limit {
        return Err(Error::TooLong { limit });
    }

    String::from_utf8(bytes).map_err(|_| Error::NotText)
}

/// The files of a pack: every `.toml` in a folder and in the folders right below it, in order of name; or,
/// when `path` is a file, that file alone.
///
/// # Errors
/// When one of them cannot be read, is longer than a mebibyte or is not UTF-8, or when there are more than
/// 500.
pub fn read_pack(path: &Path) -> Result<Vec<Text>, Error> {
    let path = Disk.resolve(path).map_err(Error::at(Step::Find))?;
    let mut names = Vec::new();

    match Disk.open_folder(&path) {
        Ok(_) => toml_files(&path, "", &mut names)?,
        Err(_) => {
            let (_, name) = folder_of(&path).ok_or(Error::NotAFile(Kind::Folder))?;

            return Ok(vec![Text {
                name: name.to_string_lossy().into_owned(),
                text: read_text(&path, PACK_FILE)?,
            }]);
        }
    }

    names.sort();
    names
        .into_iter()
        .map(|name| {
            let text = read_text(&path.join(&name), PACK_FILE)?;

            Ok(Text { name, text })
        })
        .collect()
}

/// Adds the `.toml` files of `path` to `names`, and looks one folder deeper when `inside` is empty.
fn toml_files(path: &Path, inside: &str, names: &mut Vec<String>) -> Result<(), Error> {
    let folder = Disk.open_folder(path).map_err(Error::at(Step::List))?;

    for entry in Disk.entries(&folder, PACK_ENTRIES).map_err(Error::at(Step::List))? {
        let Some(name) = entry.name.to_str().filter(|name| !name.starts_with('.')) else {
            continue;
        };

        match entry.status.kind {
            Kind::File if name.ends_with(".toml") => names.push(format!("{inside}{name}")),
            Kind::Folder if inside.is_empty() => toml_files(&path.join(name), &format!("{name}/"), names)?,
            Kind::File | Kind::Folder | Kind::Link | Kind::Other => {}
        }

        if names.len() > PACK_FILES {
            return Err(Error::TooMany { limit: PACK_FILES });
        }
    }

    Ok(())
}

/// The bytes of a file in an open folder, at most `limit` of them, and the file itself.
///
/// # Errors
/// When it is missing, is not a file, is longer, or cannot be read.
pub fn read_at<F: Fs>(fs: &F, folder: &F::Folder, name: &OsStr, limit: u64) -> Result<Content<F>, Error> {
    let before = fs.status(folder, name).map_err(Error::at(Step::Find))?;

    // Opening a device can already do something: look first.
    if before.kind != Kind::File {
        return Err(Error::NotAFile(before.kind));
    }

    let file = fs.open(folder, name).map_err(Error::at(Step::Read))?;
    let status = fs.status_of(&file).map_err(Error::at(Step::Read))?;

    if status.kind != Kind::File {
        return Err(Error::NotAFile(status.kind));
    }

    let bytes = read_all(fs, &file, limit)?;

    Ok(Content { file, status, bytes })
}

/// Whether a file in an open folder begins with `start`. What cannot be read does not.
pub fn begins_with<F: Fs>(fs: &F, folder: &F::Folder, name: &OsStr, start: &[u8]) -> bool {
    let mut buffer = vec![0; start.len()];

    fs.status(folder, name).is_ok_and(|status| status.kind == Kind::File)
        && fs
            .open(folder, name)
            .and_then(|file| fs.read(&file, &mut buffer))
            .is_ok_and(|count| count == start.len() && buffer == start)
}

/// What is left in an open file, at most `limit` bytes of it.
pub(super) fn read_all<F: Fs>(fs: &F, file: &F::File, limit: u64) -> Result<Vec<u8>, Error> {
    let mut bytes = Vec::new();
    let mut buffer = vec![0; 64 * 1024];

    loop {
        match fs.read(file, &mut buffer) {
            Ok(0) => return Ok(bytes),
            Ok(count) => bytes.extend(buffer.iter().take(count)),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(Error::at(Step::Read)(error)),
        }

        if bytes.len() as u64 > limit {
            return Err(Error::TooLong { limit });
        }
    }
}

/// The folder a path lies in, and its name there; nothing for a path that ends in no name.
pub fn folder_of(path: &Path) -> Option<(PathBuf, std::ffi::OsString)> {
    let name = path.file_name()?.to_os_string();
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_path_buf(),
        _ => PathBuf::from("."),
    };

    Some((folder, name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_input_is_read_up_to_its_limit() {
        assert_eq!(read_input(&b"four"[..], 4).ok().as_deref(), Some("four"));
        assert!(matches!(read_input(&b"fives"[..], 4), Err(Error::TooLong { limit: 4 })));
        assert!(matches!(read_input(&b"\xff\xfe"[..], 4), Err(Error::NotText)));
        assert!(matches!(
            read_input(io::repeat(b'x'), 1_000),
            Err(Error::TooLong { limit: 1_000 })
        ));
    }

    #[test]
    fn a_path_without_a_name_has_no_folder() {
        assert_eq!(folder_of(Path::new("/")), None);
        assert_eq!(folder_of(Path::new("..")), None);
        assert_eq!(folder_of(Path::new("a")), Some((PathBuf::from("."), "a".into())));
        assert_eq!(folder_of(Path::new("/a/b")), Some((PathBuf::from("/a"), "b".into())));
    }
}
