//! Small real file systems, each in a file of its own that can be read as a laboratory would read the disk.
//!
//! Only root may mount. For anyone else the reason is told, and the test says SKIPPED.
use super::{Home, has, run};

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::Duration;

/// A file system in a file, mounted until it is dropped.
pub struct Drive {
    home: Home,
    kind: String,
    is_mounted: bool,
}

impl Drive {
    /// Makes one of a kind: `tmpfs`, `ext4`, `ext4 with a journal`, `vfat`, `exfat` or `btrfs`.
    ///
    /// # Errors
    /// Says what is missing, when this machine or this user cannot.
    pub fn new(kind: &str, mib: u64) -> Result<Self, String> {
        let home = Home::new();
        let image = home.join("image");

        fs::create_dir(home.join("drive")).unwrap();
        File::create(&image).unwrap().set_len(mib << 20).unwrap();

        match kind {
            "tmpfs" => Ok(()),
            "ext4" => succeeds("mkfs.ext4", &["-q", "-m", "0", "-O", "^has_journal"], &[&image]),
            "ext4 with a journal" => succeeds("mkfs.ext4", &["-q", "-m", "0", "-E", "lazy_itable_init=0"], &[&image]),
            "exfat" => succeeds("mkfs.exfat", &["-b", "512"], &[&image]),
            "btrfs" => succeeds("mkfs.btrfs", &["-q"], &[&image]),
            _ => succeeds("mkfs.vfat", &[], &[&image]),
        }?;

        let mut drive = Self {
            home,
            kind: kind.to_owned(),
            is_mounted: false,
        };

        drive.mount()?;

        Ok(drive)
    }

    /// The same disk at this moment, as it would be found after the power went: what the system only holds
    /// in its memory is not on it.
    pub fn as_it_is(&self) -> Result<Self, String> {
        let home = Home::new();

        fs::create_dir(home.join("drive")).unwrap();
        succeeds("cp", &["--sparse=always"], &[&self.image(), &home.join("image")])?;

        let mut copy = Self {
            home,
            kind: self.kind.clone(),
            is_mounted: false,
        };

        copy.mount()?;

        Ok(copy)
    }

    /// Where it is mounted.
    pub fn path(&self) -> PathBuf {
        self.home.join("drive")
    }

    /// The file that it is in.
    pub fn image(&self) -> PathBuf {
        self.home.join("image")
    }

    /// Makes it readable again after [`Drive::unmount`].
    pub fn mount(&mut self) -> Result<(), String> {
        let (image, drive) = (self.image(), self.path());

        match self.kind.as_str() {
            "tmpfs" => {
                let size = format!("size={}", fs::metadata(&image).unwrap().len());

                succeeds("mount", &["-t", "tmpfs", "-o", &size, "tmpfs"], &[&drive])
            }
            "exfat" => succeeds("mount", &["-t", "exfat", "-o", "loop"], &[&image, &drive])
                .or_else(|_| mount_without_the_kernel(&image, &drive)),
            _ => succeeds("mount", &["-o", "loop"], &[&image, &drive]),
        }?;

        self.is_mounted = true;

        Ok(())
    }

    /// Brings everything onto the disk and lets go of it.
    pub fn unmount(&mut self) -> Result<(), String> {
        // Whoever began in a place of its own meanwhile may hold it too, and then letting go brings nothing.
        succeeds("sync", &["--file-system"], &[&self.path()])?;

        let mut answer = Ok(());

        // A program that has just ended may be there a moment longer.
        for _ in 0..30 {
            answer = succeeds("umount", &[], &[&self.path()]);

            if answer.is_ok() {
                self.is_mounted = false;
                break;
            }

            thread::sleep(Duration::from_millis(100));
        }

        answer
    }
}

impl Drop for Drive {
    fn drop(&mut self) {
        if self.is_mounted && self.unmount().is_err() {
            let _ = succeeds("umount", &["--lazy"], &[&self.path()]);
        }
    }
}

/// Where the kernel has no exFAT, a program may: it wants a device, which goes away with the last who uses it.
fn mount_without_the_kernel(image: &Path, drive: &Path) -> Result<(), String> {
    if !has("mount.exfat-fuse") {
        return Err("neither the kernel nor a program mounts exFAT".to_owned());
    }

    let output = run(Command::new("losetup").args(["--find", "--show"]).arg(image), b"");
    let device = String::from_utf8_lossy(&output.stdout).trim().to_owned();

    if !output.status.success() {
        return Err(format!("losetup: {}", String::from_utf8_lossy(&output.stderr).trim()));
    }

    let device = Path::new(&device);
    let answer = succeeds("mount.exfat-fuse", &[], &[device, drive]);

    succeeds("losetup", &["--detach"], &[device])?;

    answer
}

fn succeeds(program: &str, args: &[&str], paths: &[&Path]) -> Result<(), String> {
    if !has(program) {
        return Err(format!("`{program}` is not installed"));
    }

    let output = run(Command::new(program).args(args).args(paths), b"");

    match output.status.success() {
        true => Ok(()),
        false => {
            let said = String::from_utf8_lossy(&output.stderr);
            let line = said.lines().find(|line| !line.trim().is_empty()).unwrap_or("it failed");

            Err(format!("{program}: {}", line.trim()))
        }
    }
}
