//! What the tests share: golden files, a home that is thrown away, the programs, the sources.
//!
//! A test that cannot run here says so through [`skipped`]; the test command counts those lines.
use daypack::content::{Pack, SourceFile};

use tempfile::TempDir;

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::{env, thread};

/// The top folder of the project.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Compares `actual` with `tests/golden/<name>`; `UPDATE_GOLDEN=1` accepts a change.
pub fn assert_golden(name: &str, actual: &str) {
    let path = root().join("tests/golden").join(name);

    if env::var_os("UPDATE_GOLDEN").is_some() {
        fs::create_dir_all(path.parent().unwrap()).expect("the golden folder can be made");
        fs::write(&path, actual).expect("the golden folder is writable");
    }

    let expected = fs::read_to_string(&path).unwrap_or_else(|_| {
        panic!("`{name}` is missing; look at the output, then run with UPDATE_GOLDEN=1:\n{actual}")
    });

    if actual == expected {
        return;
    }

    let line = actual.lines().zip(expected.lines()).take_while(|(a, b)| a == b).count();

    panic!(
        "`{name}` changed at line {}:\n  was: {}\n  is:  {}",
        line + 1,
        expected.lines().nth(line).unwrap_or("(the end)"),
        actual.lines().nth(line).unwrap_or("(the end)"),
    );
}

/// Says what a test found, past the harness, which keeps the output of tests that pass to itself.
pub fn say(line: &str) {
    let _ = writeln!(std::io::stderr().lock(), "{line}");
}

/// Says that a test did not run here, and why. The test command counts these.
pub fn skipped(test: &str, reason: &str) {
    let line = format!("SKIPPED {test}: {reason}\n");

    say(line.trim_end());

    if let Some(path) = env::var_os("DAYPACK_SKIPPED") {
        let mut file = OpenOptions::new()
            .create(true)
            .append(true)
            .open(path)
            .expect("the list of skipped tests opens");

        file.write_all(line.as_bytes())
            .expect("the list of skipped tests can be written");
    }
}

/// Whether a program is installed.
pub fn has(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Whether all programs are installed; says which one is missing, and counts the test as skipped.
pub fn has_all(test: &str, programs: &[&str]) -> bool {
    for program in programs {
        if !has(program) {
            skipped(test, &format!("`{program}` is not installed"));

            return false;
        }
    }

    true
}

/// A home folder for one test, gone afterwards.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// Makes an empty one.
    pub fn new() -> Self {
        Self {
            folder: tempfile::Builder::new()
                .prefix("home-")
                .tempdir()
                .expect("a folder for the test"),
        }
    }

    /// Makes an empty one on a drive, to lie there for as long as the drive does.
    pub fn within(drive: &Path) -> Self {
        Self {
            folder: tempfile::Builder::new()
                .prefix("home-")
                .tempdir_in(drive)
                .expect("a folder for the test"),
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A path in it.
    pub fn join(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }

    /// Puts a text file into it.
    pub fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.join(name);
        fs::write(&path, text).expect("the test's home is writable");

        path
    }

    /// Everything in it, as sorted paths relative to it.
    pub fn files(&self) -> Vec<String> {
        files(self.path())
            .into_iter()
            .map(|path| path.strip_prefix(self.path()).unwrap().display().to_string())
            .collect()
    }

    /// The terminal program, at home here and seeing nothing else of this machine's settings.
    pub fn cli(&self, args: &[&str]) -> Command {
        let mut command = Command::new(cli());

        command
            .args(args)
            .current_dir(self.path())
            .env_clear()
            .env("HOME", self.path())
            .env("LC_ALL", "C.UTF-8");

        command
    }
}

/// The terminal program.
pub fn cli() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_daypack-cli"))
}

/// The window.
#[cfg(feature = "gui")]
pub fn window() -> &'static Path {
    Path::new(env!("CARGO_BIN_EXE_daypack"))
}

/// Runs a program to its end with `input`, and returns what it said.
pub fn run(command: &mut Command, input: &[u8]) -> Output {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");

    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();

    // Of its own, because a program that writes before it reads would block us both.
    let feed = thread::spawn(move || {
        let _ = stdin.write_all(&input);
    });

    let output = child.wait_with_output().expect("the program ends");
    let _ = feed.join();

    output
}

/// What cargo knows of every package that may be linked, and where it lies.
pub fn metadata() -> serde_json::Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--locked", "--offline", "--format-version", "1"])
        .args(["--filter-platform", "x86_64-unknown-linux-gnu"])
        .current_dir(root())
        .output()
        .expect("cargo runs");

    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));

    serde_json::from_slice(&output.stdout).unwrap()
}

/// What tells this very program to run one test alone that is ignored otherwise, such as `keep::kill::a_save`.
pub fn alone(test: &str) -> [&str; 5] {
    ["--exact", test, "--ignored", "--nocapture", "--test-threads=1"]
}

/// Every file below a folder, in order.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();

    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();

        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            found.extend(files(&path));
        } else {
            found.push(path);
        }
    }

    found.sort();
    found
}

/// A file of the project: its path from the top, and its text.
pub struct Source {
    pub path: String,
    pub text: String,
}

impl Source {
    /// The code without comments and without the tests at its end, line for line; nothing of a file of tests.
    pub fn code(&self) -> String {
        let mut code = String::new();
        let is_of_tests = self.path.starts_with("src/")
            && (self.path.ends_with("/tests.rs")
                || self.path.contains("/tests/")
                || self.text.lines().any(|line| line == "#![cfg(test)]"));

        if is_of_tests {
            return code;
        }

        for line in self.text.lines().take_while(|line| !line.starts_with("#[cfg(test)]")) {
            let _ = writeln!(code, "{}", without_comment(line));
        }

        code
    }
}

/// The files below `folder` whose name ends in `.<ending>`.
pub fn sources(folder: &str, ending: &str) -> Vec<Source> {
    files(&root().join(folder))
        .into_iter()
        .filter(|path| path.extension().is_some_and(|found| found == ending))
        .map(|path| Source {
            text: fs::read_to_string(&path).expect("sources are text"),
            path: path.strip_prefix(root()).unwrap().display().to_string(),
        })
        .collect()
}

/// A line up to its comment. A `//` inside a text is not one.
fn without_comment(line: &str) -> &str {
    let mut is_text = false;
    let mut previous = ' ';

    for (at, letter) in line.char_indices() {
        match letter {
            '"' if previous != '\\' && previous != '\'' => is_text = !is_text,
            '/' if !is_text && line[at..].starts_with("//") => return &line[..at],
            _ => {}
        }

        previous = letter;
    }

    line
}

/// The small whole pack of `tests/fixtures/packs/base.toml`, as a file.
pub fn base() -> SourceFile {
    let path = root().join("tests/fixtures/packs/base.toml");

    SourceFile {
        name: "base.toml".to_owned(),
        text: fs::read_to_string(path).expect("the base pack is there"),
    }
}

/// The pack in `text`, which must have no errors.
pub fn pack(text: &str) -> Pack {
    let file = SourceFile {
        name: "pack.toml".to_owned(),
        text: text.to_owned(),
    };

    Pack::read(&[file]).unwrap_or_else(|findings| panic!("{findings}"))
}

/// Keeps a picture as a PNG in the folder `DAYPACK_PICTURES` names, if it names one, to look at.
#[cfg(feature = "gui")]
pub fn keep_picture(name: &str, picture: &(u32, u32, Vec<u8>)) {
    let Some(folder) = env::var_os("DAYPACK_PICTURES") else {
        return;
    };

    let (width, height, pixels) = picture;
    let mut rows = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());

    for row in pixels.chunks_exact(*width as usize * 4) {
        rows.write_all(&[0]).unwrap();
        rows.write_all(row).unwrap();
    }

    let mut header = [width.to_be_bytes(), height.to_be_bytes()].concat();
    header.extend([8, 6, 0, 0, 0]);

    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();

    for (kind, data) in [
        (b"IHDR", header),
        (b"IDAT", rows.finish().unwrap()),
        (b"IEND", Vec::new()),
    ] {
        let mut sum = flate2::Crc::new();
        sum.update(kind);
        sum.update(&data);

        png.extend((data.len() as u32).to_be_bytes());
        png.extend(kind);
        png.extend(&data);
        png.extend(sum.sum().to_be_bytes());
    }

    fs::create_dir_all(&folder).unwrap();
    fs::write(Path::new(&folder).join(format!("{name}.png")), png).unwrap();
}

// Only a window needs a display, and only a debug build tells what is on it.
#[cfg(all(feature = "gui", debug_assertions))]
pub mod display;
mod drive;
mod fill;
pub mod inject;
#[cfg(all(feature = "gui", debug_assertions))]
pub mod running;
pub use drive::Drive;
pub use fill::{fill, made_up};

/// The language `tag` of `pack`, every entry said in made-up words.
pub fn spoken(pack: &Pack, tag: &str) -> SourceFile {
    SourceFile {
        name: format!("lang/{tag}.toml"),
        text: fill(&pack.template(tag), &made_up),
    }
}
