//! Files that are not plans, such as what is printed: each has its name once it is whole.
//!
//! A plan's draft may lie about after a crash, for it is sealed. What is printed is not. So it is written to a file
//! without a name, which the system takes away whatever ends the program. Sticks know no such files (FAT, exFAT,
//! most network drives): there it is called `list.pdf.part` until it is whole, for anybody to see and remove.
use super::disk::Disk;
use super::error::{Error, Step};
use super::fs::{Fs, Kind};
use super::read::{folder_of, read_all};
use super::save::{compare, settle, write_all};

use std::ffi::{OsStr, OsString};
use std::fs::File;
use std::io;
use std::os::fd::OwnedFd;
use std::path::Path;

/// How many names a file that is not whole may have, where an earlier one was left behind.
const PARTS: u32 = 9;

/// Writes a file that is not a plan: what is printed, or the settings. The folder must be there.
///
/// Without `replace` the name must be free. With it, the old file stays until the new one is whole.
///
/// # Errors
/// Says which step failed; no half a file is left behind.
pub fn write(path: &Path, bytes: &[u8], replace: bool) -> Result<(), Error> {
    let growing = Growing::begin(path, replace)?;

    write_all(&Disk, growing.file(), bytes)?;
    growing.sync()?;
    growing.compare(bytes)?;
    growing.place()
}

/// A file that is being written. Dropped before [`Growing::place`], it is gone.
pub(super) struct Growing {
    folder: OwnedFd,
    name: OsString,
    replace: bool,
    /// What it is called until it is whole, if it needs to be called anything.
    part: Option<OsString>,
    file: File,
}

impl Growing {
    /// Makes it, for this user alone. Without `replace` the name must be free.
    ///
    /// # Errors
    /// Says which step failed; nothing is left behind.
    pub(super) fn begin(path: &Path, replace: bool) -> Result<Self, Error> {
        // What is replaced is the file itself, not a link to it.
        let real = Disk.resolve(path).ok().filter(|_| replace);
        let path = real.as_deref().unwrap_or(path);
        let missing = || io::Error::from(io::ErrorKind::InvalidFilename);
        let (folder, name) = folder_of(path).ok_or_else(|| Error::at(Step::Find)(missing()))?;
        let folder = Disk.open_folder(&folder).map_err(Error::at(Step::Find))?;

        match Disk.status(&folder, &name) {
            // Before anything is written; it is asked again in the end.
            Ok(_) if !replace => return Err(Error::at(Step::Create)(io::ErrorKind::AlreadyExists.into())),
            // A device or a pipe must not become a file because somebody named it here.
            Ok(status) if status.kind != Kind::File => return Err(Error::NotAFile(status.kind)),
            Ok(_) | Err(_) => {}
        }

        let (file, part) = match Disk.create_nameless(&folder) {
            Some(file) => (file, None),
            None => {
                let (part, file) =
                    in_part(&name, |part| Disk.create(&folder, part)).map_err(Error::at(Step::Create))?;

                (file, Some(part))
            }
        };

        Ok(Self {
            folder,
            name,
            replace,
            part,
            file,
        })
    }

    /// The file, to be written to.
    pub(super) fn file(&self) -> &File {
        &self.file
    }

    /// Brings what was written onto the disk.
    ///
    /// # Errors
    /// When it may not be there.
    pub(super) fn sync(&self) -> Result<(), Error> {
        Disk.sync(&self.file).map_err(Error::at(Step::Sync))
    }

    /// Reads back what was written.
    ///
    /// # Errors
    /// When it is not `bytes`, or cannot be read.
    fn compare(&self, bytes: &[u8]) -> Result<(), Error> {
        let again = match &self.part {
            Some(part) => Disk.open(&self.folder, part),
            None => Disk.open_nameless(&self.file),
        };
        let again = again.map_err(Error::at(Step::Check))?;

        compare(read_all(&Disk, &again, bytes.len() as u64), bytes)
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// When the name was taken meanwhile, or the disk refuses. Then it is gone; only a file that took the place of
    /// another may stay, which is whole.
    pub(super) fn place(mut self) -> Result<(), Error> {
        let placed = match self.part.clone() {
            None if self.replace => self.replace_nameless(),
            None => Disk.name(&self.file, &self.folder, &self.name),
            Some(part) => Disk.rename(&self.folder, &part, &self.name, self.replace),
        };

        placed.map_err(Error::at(Step::Replace))?;
        self.part = None;

        settle(&Disk, &self.folder).inspect_err(|_| {
            // Nothing was there before: then there is nothing again, and the name is free for another try.
            if !self.replace {
                let _ = Disk.remove(&self.folder, &self.name);
            }
        })
    }

    /// Puts a file without a name in the place of another: that takes a name in between.
    fn replace_nameless(&mut self) -> io::Result<()> {
        let (part, ()) = in_part(&self.name, |part| Disk.name(&self.file, &self.folder, part))?;
        let part = self.part.insert(part);

        Disk.rename(&self.folder, part, &self.name, true)
    }
}

impl Drop for Growing {
    fn drop(&mut self) {
        if let Some(part) = self.part.take() {
            let _ = Disk.remove(&self.folder, &part);
        }
    }
}

/// Does `work` with the first name for a file that is not whole yet which is free.
fn in_part<T>(name: &OsStr, work: impl Fn(&OsStr) -> io::Result<T>) -> io::Result<(OsString, T)> {
    let mut number = 1;

    loop {
        let part = part_of(name, number);

        match work(&part) {
            Ok(done) => return Ok((part, done)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists && number < PARTS => number += 1,
            Err(error) if error.kind() == io::ErrorKind::Interrupted && number < PARTS => number += 1,
            Err(error) => return Err(error),
        }
    }
}

/// `list.pdf.part`, `list.pdf.2.part`, and so on.
fn part_of(name: &OsStr, number: u32) -> OsString {
    let mut part = name.to_os_string();

    match number {
        0 | 1 => part.push(".part"),
        number => part.push(format!(".{number}.part")),
    }

    part
}

#[cfg(test)]
mod tests {
    use super::*;

    use std::cell::Cell;

    #[test]
    fn a_file_that_is_not_whole_says_so_and_is_never_hidden() {
        let name = OsStr::new("list.pdf");

        assert_eq!(part_of(name, 1), "list.pdf.part");
        assert_eq!(part_of(name, 2), "list.pdf.2.part");
    }

    #[test]
    fn a_name_that_was_left_behind_is_left_alone() {
        let taken = |part: &OsStr| match part.to_str() {
            Some("list.pdf.3.part") => Ok(()),
            _ => Err(io::ErrorKind::AlreadyExists.into()),
        };
        let (part, ()) = in_part(OsStr::new("list.pdf"), taken).unwrap();

        assert_eq!(part, "list.pdf.3.part");

        for kind in [io::ErrorKind::AlreadyExists, io::ErrorKind::Interrupted] {
            let tried = Cell::new(0);
            let refused = |_: &OsStr| {
                tried.set(tried.get() + 1);

                Err::<(), _>(kind.into())
            };

            assert!(in_part(OsStr::new("a"), refused).is_err());
            assert_eq!(tried.get(), PARTS);
        }
    }
}
