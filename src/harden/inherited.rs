//! What a process is handed by whoever started it, and what of that we do not want.
#![allow(unsafe_code)]

use std::env;

/// Why the program should not go on in these surroundings.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The display is on another computer.
    #[error("the window would be drawn on another computer, over a network")]
    RemoteDisplay,
}

impl Error {
    /// What the person can do about it.
    pub fn advice(&self) -> &'static str {
        match self {
            Self::RemoteDisplay => {
                "Start it on the computer in front of you. In a terminal, `daypack-cli` works anywhere."
            }
        }
    }
}

/// Refuses a display on another machine: what is shown would travel over a network.
///
/// # Errors
/// When `DISPLAY` names a host and there is no local display beside it.
#[expect(clippy::disallowed_methods, reason = "a question about this process, not a setting")]
pub fn display() -> Result<(), Error> {
    let is_wayland = env::var_os("WAYLAND_DISPLAY").is_some_and(|name| !name.is_empty());
    let is_remote = env::var_os("DISPLAY").is_some_and(|name| !is_local(&name.to_string_lossy()));

    if is_remote && !is_wayland {
        Err(Error::RemoteDisplay)
    } else {
        Ok(())
    }
}

/// `:0`, `unix:0`, or a socket's path; never `host:0`.
fn is_local(display: &str) -> bool {
    match display.rsplit_once(':') {
        Some((host, _)) => matches!(host, "" | "unix") || host.starts_with('/'),
        None => display.is_empty() || display.starts_with('/'),
    }
}

/// Forgets the toolkit's switches: they can change what is drawn with, and where it is written.
///
/// Only while the process has one thread, which is why it stands in `main`, right after [`super::process`].
pub fn environment() {
    let switches = env::vars_os()
        .map(|(name, _)| name)
        .filter(|name| is_switch(&name.to_string_lossy()));

    for name in switches.collect::<Vec<_>>() {
        // SAFETY: called first thing in `main`, before any thread that could read the environment.
        unsafe { env::remove_var(name) }
    }
}

fn is_switch(name: &str) -> bool {
    ["ICED_", "WGPU_", "WINIT_"]
        .iter()
        .any(|prefix| name.starts_with(prefix))
        && !name.starts_with("WINIT_X11_SCALE")
}

/// Closes every descriptor but the three standard ones: a parent's files and sockets are none of our
/// business. Not for the terminal program, which may be handed a passphrase on one.
pub fn descriptors() {
    #[cfg(target_os = "linux")]
    {
        let entries = std::fs::read_dir("/proc/self/fd").into_iter().flatten().flatten();
        let numbers = entries.filter_map(|entry| entry.file_name().to_str()?.parse::<i32>().ok());
        let numbers: Vec<i32> = numbers.filter(|number| *number > 2).collect();

        // The folder's own descriptor is among them, and closed by now: nothing may be closed twice.
        let is_open = |number: &i32| std::fs::read_link(format!("/proc/self/fd/{number}")).is_ok();

        for number in numbers.into_iter().filter(is_open) {
            // SAFETY: called first thing in `main`, before anything of ours has opened a descriptor.
            unsafe { rustix::io::close(number) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_display_on_another_computer_is_told_apart() {
        for local in [
            "",
            ":0",
            ":99.0",
            "unix:0",
            "/tmp/.X11-unix/X0",
            "/private/tmp/launch:0",
        ] {
            assert!(is_local(local), "{local}");
        }

        for remote in [
            "localhost:10.0",
            "host:0",
            "10.0.0.1:0",
            "tcp/host:0",
            "[::1]:0",
            "host",
        ] {
            assert!(!is_local(remote), "{remote}");
        }
    }

    #[test]
    fn only_the_toolkits_switches_are_forgotten() {
        assert!(is_switch("ICED_BACKEND"));
        assert!(is_switch("WGPU_BACKEND"));
        assert!(
            !is_switch("WINIT_X11_SCALE_FACTOR"),
            "a person may need this one to read"
        );
        assert!(!is_switch("HOME"));
    }
}
