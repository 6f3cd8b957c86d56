//! What swap space gets to see of a plan that is open while memory is short. safety.md 37.
//!
//! It adds swap space to the whole computer for half a minute, so it asks first: `DAYPACK_MAY_SWAP=1`, as root.
use super::canary::{COUNT, Search, canary};
use crate::support::{Home, has_all, run, say, skipped};

use daypack::checkup::Swap as Verdict;
use daypack::harden::{self, Secret};
use daypack::keep::Keeper;
use daypack::paths::Paths;
use daypack::vault;

use sha2::{Digest, Sha256};

use std::env;
use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Tells the child where to leave what it sealed.
const FOLDER: &str = "DAYPACK_TEST_FOLDER";

/// Which canary is the passphrase; all others are in the text.
const PASSPHRASE: usize = COUNT - 1;

/// How much memory the child may keep: less than a third of what one key derivation takes.
const LIMIT: &str = "83886080";

#[test]
#[ignore = "started by `swap_space_never_sees_the_passphrase`"]
fn a_plan_is_open_while_memory_is_short() {
    let Some(folder) = env::var_os(FOLDER).map(PathBuf::from) else {
        return;
    };

    harden::process();

    let secret = Secret::from_text(&canary(PASSPHRASE)).unwrap();
    let text: String = (0..PASSPHRASE)
        .map(|number| format!("note-{number} = \"{}\"\n", canary(number)))
        .collect();

    fs::write(folder.join("sealed"), vault::seal_text(&text, &secret).unwrap()).unwrap();

    // Whatever was not used for a while goes.
    let mut much = vec![1_u8; 160 << 20];

    for at in (0..much.len()).step_by(512) {
        much[at] = at as u8;
    }

    println!("ready");
    std::io::stdout().flush().unwrap();

    let _ = std::io::stdin().read(&mut [0]);

    assert!(much.len() + text.len() > 0 && !secret.as_bytes().is_empty());
}

/// Swap space in a file, for as long as this lives.
struct Swap {
    home: Home,
    device: String,
}

impl Swap {
    fn new() -> Result<Self, String> {
        let home = Home::new();
        let image = home.join("swap");

        File::create(&image).unwrap().set_len(512 << 20).unwrap();

        let device = said("losetup", &["--find", "--show", &image.display().to_string()])?;
        let swap = Self { home, device };

        said("mkswap", &[&swap.device])?;
        said("swapon", &[&swap.device])?;

        Ok(swap)
    }

    fn bytes(&self) -> Vec<u8> {
        let _ = said("sync", &[]);

        fs::read(self.home.join("swap")).unwrap()
    }
}

impl Drop for Swap {
    fn drop(&mut self) {
        let _ = said("swapoff", &[&self.device]);
        let _ = said("losetup", &["--detach", &self.device]);
    }
}

/// A group of processes that may keep little memory, of either of the two kinds that Linux has.
struct Group(PathBuf);

impl Group {
    fn new() -> Result<Self, String> {
        let name = format!("daypack-{}", std::process::id());
        let (new, old) = (Path::new("/sys/fs/cgroup"), Path::new("/sys/fs/cgroup/memory"));
        let (folder, limit) = match fs::read_to_string(new.join("cgroup.controllers")) {
            Ok(controllers) if controllers.contains("memory") => (new.join(name), "memory.high"),
            _ => (old.join(name), "memory.limit_in_bytes"),
        };

        fs::create_dir(&folder).map_err(|error| format!("no group of processes: {error}"))?;

        let group = Self(folder);

        fs::write(group.0.join(limit), LIMIT).map_err(|error| format!("no limit of memory: {error}"))?;

        Ok(group)
    }
}

impl Drop for Group {
    fn drop(&mut self) {
        let _ = fs::remove_dir(&self.0);
    }
}

fn said(program: &str, args: &[&str]) -> Result<String, String> {
    let output = run(Command::new(program).args(args), b"");

    match output.status.success() {
        true => Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned()),
        false => Err(format!("{program}: {}", String::from_utf8_lossy(&output.stderr).trim())),
    }
}

/// Starts the child in the group, and waits until it has everything open.
fn start(group: &Group, folder: &Path) -> Child {
    let mut child = Command::new("sh")
        .args(["-c", "echo $$ > \"$0\" && exec \"$@\""])
        .arg(group.0.join("cgroup.procs"))
        .arg(env::current_exe().unwrap())
        .args(["--exact", "leaks::swap::a_plan_is_open_while_memory_is_short"])
        .args(["--ignored", "--nocapture", "--test-threads=1"])
        .env(FOLDER, folder)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    let lines = BufReader::new(child.stdout.take().unwrap()).lines();

    assert!(
        lines.map_while(Result::ok).any(|line| line.contains("ready")),
        "the child has a plan open"
    );

    child
}

/// The first bytes of the memory of a key derivation: nearly the passphrase, for whoever finds them.
fn first_of_the_key(sealed: &[u8]) -> Vec<u8> {
    let text = String::from_utf8_lossy(sealed);
    let salt = text.lines().find_map(|line| line.strip_prefix("-> scrypt ")).unwrap();
    let salt = from_base64(salt.split(' ').next().unwrap());
    let message = [b"age-encryption.org/v1/scrypt", &salt[..], &[0, 0, 0, 1]].concat();

    hmac(canary(PASSPHRASE).as_bytes(), &message)
}

fn hmac(key: &[u8], message: &[u8]) -> Vec<u8> {
    let padded = |with: u8| -> Vec<u8> {
        let bytes = key.iter().copied().chain(std::iter::repeat(0)).take(64);

        bytes.map(|byte| byte ^ with).collect()
    };
    let inner = Sha256::digest([padded(0x36), message.to_vec()].concat());

    Sha256::digest([padded(0x5c), inner.to_vec()].concat()).to_vec()
}

fn from_base64(text: &str) -> Vec<u8> {
    let bits: Vec<bool> = text
        .bytes()
        .map(|byte| match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            _ => 63,
        })
        .flat_map(|six| (0..6).rev().map(move |at| six >> at & 1 == 1))
        .collect();

    bits.chunks_exact(8)
        .map(|bits| bits.iter().fold(0, |sum, bit| sum << 1 | u8::from(*bit)))
        .collect()
}

/// Whether `wanted` begins anywhere where a block of memory may begin.
fn has(bytes: &[u8], wanted: &[u8]) -> bool {
    (0..bytes.len()).step_by(16).any(|at| bytes[at..].starts_with(wanted))
}

#[test]
fn swap_space_never_sees_the_passphrase() {
    let test = "37, swap_space_never_sees_the_passphrase";

    if env::var_os("DAYPACK_MAY_SWAP").is_none() {
        return skipped(test, "it adds swap space to the computer; DAYPACK_MAY_SWAP=1 lets it");
    }

    if !has_all(test, &["losetup", "mkswap", "swapon", "swapoff", "sh"]) {
        return;
    }

    let (group, swap) = match Group::new().and_then(|group| Ok((group, Swap::new()?))) {
        Ok(both) => both,
        Err(reason) => return skipped(test, &reason),
    };
    // The look at this computer sees it too. What this test made is encrypted only where all of this disk is.
    let area = Keeper::new(Paths::here())
        .checkup()
        .areas
        .into_iter()
        .find(|area| area.name == swap.device)
        .expect("it is listed");

    assert!(area.swap >= Verdict::Encrypted, "{:?}", area.swap);

    let aside = Home::new();
    let mut child = start(&group, aside.path());
    let status = fs::read_to_string(format!("/proc/{}/status", child.id())).unwrap();
    let swapped = status
        .lines()
        .find(|line| line.starts_with("VmSwap"))
        .unwrap_or_default();
    let bytes = swap.bytes();
    let hits = Search::new().of(&bytes);
    let key = first_of_the_key(&fs::read(aside.join("sealed")).unwrap());
    let is_key_there = has(&bytes, &key);

    drop(child.stdin.take());
    let _ = child.wait();

    let notes: std::collections::BTreeSet<_> = hits.0.values().flatten().filter(|it| **it != PASSPHRASE).collect();
    let passphrase = hits.0.values().filter(|found| found.contains(&PASSPHRASE)).count();
    let written = bytes.iter().filter(|byte| **byte != 0).count() >> 20;

    say(&format!(
        "37: {written} MiB of swap space in use ({}, {:?}); the passphrase in {passphrase} forms, {} of {PASSPHRASE} notes, \
         the start of the key's memory: {is_key_there}",
        swapped.split_whitespace().skip(1).collect::<Vec<_>>().join(" "),
        area.swap,
        notes.len(),
    ));
    assert!(written > 64, "memory was short");
    assert_eq!(passphrase, 0, "the passphrase never gets there");
    assert!(
        is_key_there || !notes.is_empty(),
        "what is not kept apart is found, or nothing was looked at"
    );
}

#[test]
fn an_hmac_is_the_one_of_the_standard() {
    let hex: String = hmac(b"Jefe", b"what do ya want for nothing?")
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect();

    assert_eq!(hex, "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assert_eq!(from_base64("aGVsbG8"), b"hello");
}
