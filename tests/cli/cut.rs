//! A file that is written when somebody presses Ctrl+C, or when the program is killed: whole, or not there.
use super::MARCH;
use crate::support::inject::{Call, calls, can_inject, ended_by, injected};
use crate::support::{Drive, Home, say, skipped};

use std::fs;
use std::process::Command;

/// The call with which signals begin to wait; what is written is written after it.
const WAITING: &str = "[HUP INT TERM]";

/// A program that writes a list into `home`, and how the list is when it is whole.
fn list(home: &Home) -> Command {
    home.write("march.toml", MARCH);

    home.cli(&[
        "print",
        "--answers",
        "march.toml",
        "--format",
        "quarter",
        "-o",
        "list.pdf",
    ])
}

/// What lies in a home but the answers.
fn there(home: &Home) -> Vec<String> {
    home.files().into_iter().filter(|name| name != "march.toml").collect()
}

/// Runs it once for each of its calls, or for each `step`th, and says what there was then: nothing, the whole list,
/// or what else.
fn cut(home: &Home, (signal, number): (&str, i32), step: usize) -> (usize, usize, Vec<(Call, Vec<String>)>) {
    let command = list(home);
    let (calls, output) = calls(&command, WAITING);
    let whole = fs::read(home.join("list.pdf")).unwrap();
    let (mut nothing, mut all, mut parts) = (0, 0, Vec::new());

    assert!(output.status.success() && calls.len() > 8, "{calls:?}");

    for call in calls.into_iter().step_by(step) {
        fs::remove_file(home.join("list.pdf")).ok();

        let output = injected(&command, &call, &format!("signal={signal}"));

        assert_eq!(ended_by(&output), Some(number), "{call:?}: {output:?}");

        match there(home).as_slice() {
            [] => nothing += 1,
            [name] if name == "list.pdf" => {
                assert!(fs::read(home.join(name)).unwrap() == whole, "{call:?}");
                all += 1;
            }
            left => {
                parts.push((call, left.to_vec()));
                left.iter().for_each(|name| fs::remove_file(home.join(name)).unwrap());
            }
        }
    }

    fs::remove_file(home.join("list.pdf")).ok();

    (nothing, all, parts)
}

#[test]
fn ctrl_c_while_a_file_is_written_leaves_nothing_or_the_whole_file() {
    let test = "ctrl_c_while_a_file_is_written_leaves_nothing_or_the_whole_file";

    if !can_inject(test) {
        return;
    }

    let (nothing, all, parts) = cut(&Home::new(), ("INT", 2), 1);

    assert_eq!(parts, []);
    assert!(all > 0, "it waited until the file was written");
    say(&format!(
        "Ctrl+C at each call of an export: nothing {nothing}, all of it {all}"
    ));
}

/// What no program can put off. Where a file needs no name, it goes all the same.
#[test]
fn a_kill_while_a_file_is_written_leaves_nothing_or_the_whole_file() {
    let test = "a_kill_while_a_file_is_written_leaves_nothing_or_the_whole_file";

    if !can_inject(test) {
        return;
    }

    match Drive::new("ext4", 4) {
        Ok(drive) => {
            let (nothing, all, parts) = cut(&Home::within(&drive.path()), ("KILL", 9), 1);

            assert_eq!(parts, []);
            assert!(nothing > 0 && all > 0, "{nothing}, {all}");
        }
        Err(reason) => skipped(test, &reason),
    }
}

/// A stick knows no files without a name: Ctrl+C leaves nothing or the whole file there too; what is killed leaves
/// a part that is called one.
#[test]
fn on_a_stick_half_a_file_is_never_called_by_its_name() {
    let test = "on_a_stick_half_a_file_is_never_called_by_its_name";

    if !can_inject(test) {
        return;
    }

    for kind in ["vfat", "exfat"] {
        let drive = match Drive::new(kind, 4) {
            Ok(drive) => drive,
            Err(reason) => {
                skipped(&format!("{test}, {kind}"), &reason);
                continue;
            }
        };
        let home = Home::within(&drive.path());
        let (_, all, parts) = cut(&home, ("INT", 2), 4);

        assert_eq!(parts, [], "{kind}");
        assert!(all > 0, "{kind}");

        let (_, _, parts) = cut(&home, ("KILL", 9), 3);
        let is_part = |(_, left): &(Call, Vec<String>)| left.as_slice() == ["list.pdf.part"];

        assert!(!parts.is_empty() && parts.iter().all(is_part), "{kind}: {parts:?}");
        drop(home);
    }
}

/// What an earlier program left is nobody's hurry: another name is found, and nothing of it is touched.
#[test]
fn a_part_that_was_left_on_a_stick_is_left_alone() {
    let test = "a_part_that_was_left_on_a_stick_is_left_alone";
    let drive = match Drive::new("vfat", 4) {
        Ok(drive) => drive,
        Err(reason) => return skipped(test, &reason),
    };
    let home = Home::within(&drive.path());

    home.write("list.pdf.part", "left");

    for arguments in [&[][..], &["--force"]] {
        let mut command = list(&home);

        assert!(crate::support::run(command.args(arguments), b"").status.success());
        assert_eq!(there(&home), ["list.pdf", "list.pdf.part"]);
        assert_eq!(fs::read(home.join("list.pdf.part")).unwrap(), b"left");
    }

    drop(home);
}
