//! A display that nobody sees, and hands at its keyboard.
use super::running::Running;

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};

/// A display of its own, on the first number that is free, for as long as the test runs.
pub struct Display {
    server: Running,
    name: String,
}

impl Display {
    /// Starts one of this many pixels. It keeps its picture in a folder, if one is given.
    pub fn start(size: (u32, u32), folder: Option<&Path>) -> Self {
        let mut command = Command::new("Xvfb");

        // No key repeats by itself: on a loaded machine it may be held down for longer than a person would.
        command
            .args(["-displayfd", "1", "-r", "-noreset", "-nolisten", "tcp", "-screen", "0"])
            .arg(format!("{}x{}x24", size.0, size.1));

        if let Some(folder) = folder {
            command.arg("-fbdir").arg(folder);
        }

        let mut server = Running::start(&mut command);
        let mut number = String::new();

        BufReader::new(server.0.stdout.take().unwrap())
            .read_line(&mut number)
            .expect("Xvfb says its number");

        Self {
            server,
            name: format!(":{}", number.trim()),
        }
    }

    /// What it is called, such as `:1`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Does something by hand, in the words of `xdotool`. Whether that was possible; it may wait half a minute.
    pub fn hands(&self, args: &[&str]) -> bool {
        Command::new("timeout")
            .args(["30", "xdotool"])
            .args(args)
            .env("DISPLAY", &self.name)
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .unwrap()
            .success()
    }

    /// Presses keys one after the other, with blanks between them.
    pub fn press(&self, keys: &str) {
        let keys: Vec<_> = ["key", "--delay", "12"].into_iter().chain(keys.split(' ')).collect();

        assert!(self.hands(&keys), "the keys were pressed");
    }

    /// Types words.
    pub fn type_in(&self, words: &str) {
        assert!(self.hands(&["type", "--delay", "12", words]), "the words were typed");
    }

    /// Takes it away from under whatever is shown on it.
    pub fn end(&mut self) {
        self.server.0.kill().unwrap();
        self.server.0.wait().unwrap();
    }
}
