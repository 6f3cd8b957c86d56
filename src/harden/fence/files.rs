//! Which files may still be opened: what a window is drawn with, to read. Nothing may be written.
//!
//! The list was found by watching what the toolkit opens. There is no font in it: ours is part of the program.
use super::{Desktop, variable};
use crate::harden::State;

use landlock::{
    ABI, Access, AccessFs, AccessNet, PathBeneath, PathFd, RestrictionStatus, Ruleset, RulesetAttr, RulesetCreated,
    RulesetCreatedAttr, RulesetError, RulesetStatus, Scope,
};

use std::path::{Path, PathBuf};

/// Where libraries are, which the toolkit opens when it starts; and what they read to understand a keyboard
/// and to draw a pointer. The stores are where NixOS and Guix keep them. What is not there is left out.
const FOLDERS: &[&str] = &[
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/nix/store",
    "/gnu/store",
    "/usr/share/X11",
    "/usr/share/xkeyboard-config-2",
    "/usr/share/icons",
    "/usr/share/locale",
];

/// Where the loader looks up which library is where.
const CACHE: &str = "/etc/ld.so.cache";

/// Closes the calling thread, and every thread it starts, to all other files.
pub(super) fn close(desktop: Desktop) -> State {
    match restrict(desktop).map(|status| status.ruleset) {
        Ok(RulesetStatus::FullyEnforced) => State::On,
        Ok(RulesetStatus::PartiallyEnforced) => State::Partly,
        Ok(RulesetStatus::NotEnforced) => State::Unavailable,
        Err(_) => State::Refused,
    }
}

fn restrict(desktop: Desktop) -> Result<RestrictionStatus, RulesetError> {
    let mut ruleset = Ruleset::default()
        .handle_access(AccessFs::from_all(ABI::V7))?
        .handle_access(AccessNet::from_all(ABI::V7))?
        .scope(Scope::Signal)?;

    // X11's library tries a socket of this kind first, and gives up when it is refused.
    if desktop != Desktop::X11 {
        ruleset = ruleset.scope(Scope::AbstractUnixSocket)?;
    }

    let mut ruleset = ruleset.create()?;

    for folder in FOLDERS {
        ruleset = allow(ruleset, Path::new(folder), true)?;
    }

    for file in single(desktop) {
        ruleset = allow(ruleset, &file, false)?;
    }

    ruleset.restrict_self()
}

fn allow(ruleset: RulesetCreated, path: &Path, is_folder: bool) -> Result<RulesetCreated, RulesetError> {
    let Ok(place) = PathFd::new(path) else {
        return Ok(ruleset);
    };
    let folder = AccessFs::ReadFile | AccessFs::ReadDir;
    let rights = if is_folder && path.is_dir() {
        folder
    } else {
        AccessFs::ReadFile.into()
    };

    ruleset.add_rule(PathBeneath::new(place, rights))
}

/// Files by themselves: the loader's list, the key to an X11 display, and how a person composes letters.
fn single(desktop: Desktop) -> Vec<PathBuf> {
    let home = variable("HOME").map(PathBuf::from);
    let in_home = |name: &str| home.as_ref().map(|home| home.join(name));
    let settings = variable("XDG_CONFIG_HOME").map(PathBuf::from);
    let mut files = vec![PathBuf::from(CACHE)];

    files.extend(variable("XCOMPOSEFILE").map(PathBuf::from));
    files.extend(settings.or_else(|| in_home(".config")).map(|it| it.join("XCompose")));
    files.extend(in_home(".XCompose"));

    if desktop == Desktop::X11 {
        files.extend(
            variable("XAUTHORITY")
                .map(PathBuf::from)
                .or_else(|| in_home(".Xauthority")),
        );
    }

    // Only a file: whoever sets one of these to a folder shall not open the folder.
    files.retain(|file| file.is_file());
    files
}
