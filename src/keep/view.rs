//! Starts the system's viewer. The one place in the program that starts another.
use super::error::Error;
use crate::file::{self, Disk, Fs, Kind, Step, folder_of};

use std::ffi::OsStr;
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread;

/// Opens the file at `path` with `viewer`, which gets its full path and nothing else.
pub(super) fn view(path: &Path, viewer: &OsStr) -> Result<(), Error> {
    // A full path begins with a slash: it cannot be taken for an option or an address.
    let path = Disk.resolve(path).map_err(file::Error::at(Step::Find))?;
    let (folder, name) = folder_of(&path).ok_or(Error::IsFolder)?;
    let folder = Disk.open_folder(&folder).map_err(file::Error::at(Step::Find))?;
    let status = Disk.status(&folder, &name).map_err(file::Error::at(Step::Find))?;

    match status.kind {
        Kind::File => start(&path, viewer),
        Kind::Folder => Err(Error::IsFolder),
        Kind::Link | Kind::Other => Err(Error::File(file::Error::NotAFile(status.kind))),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "the one program that is started, because the person asked"
)]
fn start(path: &Path, viewer: &OsStr) -> Result<(), Error> {
    let mut child = Command::new(viewer)
        .arg(path)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        // A group of its own: it stays open when this program is left in a hurry.
        .process_group(0)
        .spawn()
        .map_err(|_| Error::NoViewer)?;

    // Somebody has to take note of its end, or it stays in the process table.
    thread::spawn(move || child.wait());

    Ok(())
}
