//! The `age` program opens our files, and we open its: sizes, armour, keys.
use super::{Random, open, seal, secret};
use crate::support::{self, Home};

use daypack::vault::crypt::{self, For, Key};
use daypack::vault::{self, Notice, padding};

use age::armor::{ArmoredWriter, Format};
use age::x25519;
use zeroize::Zeroizing;

use std::fs;
use std::io::Write;
use std::process::Command;
use std::str::FromStr;

pub(super) const PHRASE: &str = "six plain words";
pub(super) const PROGRAMS: [&str; 3] = ["age", "age-keygen", "script"];

/// Runs `age` on a terminal of its own, because it takes a passphrase from nowhere else.
pub fn age(home: &Home, arguments: &str, typed: &str) {
    let mut command = Command::new("script");
    command
        .args(["-qec", &format!("age {arguments}"), "/dev/null"])
        .current_dir(home.path());

    let output = support::run(&mut command, typed.as_bytes());

    assert!(
        output.status.success(),
        "age {arguments}: {}",
        String::from_utf8_lossy(&output.stdout)
    );
}

fn open_with_age(home: &Home, sealed: &[u8]) -> String {
    fs::write(home.join("ours.age"), sealed).unwrap();
    age(home, "-d -o ours.txt ours.age", &format!("{PHRASE}\n"));

    fs::read_to_string(home.join("ours.txt")).unwrap()
}

fn seal_with_age(home: &Home, flags: &str, text: &str) -> Vec<u8> {
    let _ = fs::remove_file(home.join("theirs.age"));
    home.write("theirs.txt", text);
    age(
        home,
        &format!("-p {flags} -o theirs.age theirs.txt"),
        &format!("{PHRASE}\n{PHRASE}\n"),
    );

    fs::read(home.join("theirs.age")).unwrap()
}

/// Readable text of about this many bytes.
pub(super) fn text(length: usize, seed: u64) -> String {
    let mut random = Random(seed);
    let mut text = "# vault\nformat = \"daypack\"\n".to_owned();

    while text.len() + 40 < length {
        text += &format!("word{} = \"{}\"\n", text.len(), random.next());
    }

    text
}

pub(super) fn armored(binary: &[u8]) -> Vec<u8> {
    let mut writer = ArmoredWriter::wrap_output(Vec::new(), Format::AsciiArmor).unwrap();
    writer.write_all(binary).unwrap();
    writer.finish().unwrap()
}

/// safety.md 5: six of our sizes, plain and one armoured.
#[test]
fn the_age_program_reads_what_we_sealed() {
    if !support::has_all("the_age_program_reads_what_we_sealed", &PROGRAMS) {
        return;
    }

    let home = Home::new();

    for (index, bucket) in padding::BUCKETS.into_iter().enumerate() {
        let text = text(bucket - 100, index as u64 + 1);
        let read = open_with_age(&home, &seal(&text, PHRASE));

        assert_eq!(read.len(), bucket);
        assert!(read.starts_with(&text), "readable from its first byte");
        assert_eq!(read[text.len()..].trim_end_matches('\n'), "# end");
    }

    for length in [200, 300_000] {
        let text = text(length, 7);

        assert!(open_with_age(&home, &armored(&seal(&text, PHRASE))).starts_with(&text));
    }

    let ours = vault::seal_text("# vault\n", &secret(PHRASE)).unwrap();
    assert!(open_with_age(&home, &ours).starts_with("# vault\n# end\n"));
}

/// safety.md 5: six sizes of theirs, and armour.
#[test]
fn we_read_what_the_age_program_sealed() {
    if !support::has_all("we_read_what_the_age_program_sealed", &PROGRAMS) {
        return;
    }

    let home = Home::new();
    let cases = [
        ("", 0),
        ("", 60),
        ("", 65_536),
        ("", 262_144),
        ("", 1_000_000),
        ("", 8_300_000),
        ("-a", 500),
        ("-a", 300_000),
    ];

    for (flags, length) in cases {
        // By hand: without our first line, and so without our last one.
        let text = match length {
            0 => String::new(),
            _ => text(length, 5).replacen("# vault\n", "", 1),
        };
        let sealed = seal_with_age(&home, flags, &text);
        let opened = open(&sealed, PHRASE).unwrap();

        assert_eq!(opened.plaintext.as_str(), text);
        assert_eq!(opened.notices, [Notice::Unpadded]);
    }
}

/// safety.md 5: there and back again, and sealed anew by us.
#[test]
fn a_plan_survives_a_trip_through_the_age_program() {
    if !support::has_all("a_plan_survives_a_trip_through_the_age_program", &PROGRAMS) {
        return;
    }

    let home = Home::new();
    let text = text(1_000, 11);
    let read = open_with_age(&home, &seal(&text, PHRASE));
    let back = seal_with_age(&home, "", &read);

    assert_eq!(open(&back, PHRASE).unwrap().plaintext.as_str(), text);
    assert_eq!(open(&back, PHRASE).unwrap().notices, []);
}

/// safety.md 5: files for a key instead of a passphrase.
#[test]
fn files_for_a_key_pass_between_us_both_ways() {
    if !support::has_all("files_for_a_key_pass_between_us_both_ways", &PROGRAMS) {
        return;
    }

    let home = Home::new();
    let run = |program: &str, arguments: &[&str]| {
        let output = support::run(Command::new(program).args(arguments).current_dir(home.path()), b"");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    };

    run("age-keygen", &["-o", "key.txt"]);

    let key = fs::read_to_string(home.join("key.txt")).unwrap();
    let key = key.lines().find(|line| line.starts_with("AGE-SECRET-KEY-")).unwrap();
    let identity = x25519::Identity::from_str(key).unwrap();
    let recipient = identity.to_public();

    for length in [100, 200_000] {
        let text = text(length, 13);
        let ours = crypt::encrypt(text.as_bytes(), &For::Recipient(&recipient)).unwrap();
        fs::write(home.join("ours.age"), ours).unwrap();
        run("age", &["-d", "-i", "key.txt", "-o", "ours.txt", "ours.age"]);
        assert_eq!(fs::read_to_string(home.join("ours.txt")).unwrap(), text);

        home.write("theirs.txt", &text);
        run("age", &["-r", &recipient.to_string(), "-o", "theirs.age", "theirs.txt"]);

        let theirs = fs::read(home.join("theirs.age")).unwrap();
        let mut opened = Zeroizing::new(Vec::new());
        vault::open_any(&theirs, &Key::Identity(&identity), 1 << 20, &mut opened).unwrap();
        assert_eq!(opened.as_slice(), text.as_bytes());

        assert!(matches!(
            open(&theirs, PHRASE),
            Err(vault::Error::Unsupported(vault::Lock::Key))
        ));
    }
}
