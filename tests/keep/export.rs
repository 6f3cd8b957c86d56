//! What is written beside a plan, and what the system's viewer is shown.
use super::{keeper, mode, set_mode};
use crate::support::Home;

use daypack::file;
use daypack::keep::Error;

use rustix::fs::{Mode, OFlags};

use std::fs;
use std::thread;
use std::time::Duration;

#[test]
fn an_export_replaces_only_when_told_to() {
    let home = Home::new();
    let path = home.write("list.pdf", "old");
    let keeper = keeper(&home);

    assert!(matches!(keeper.export(&path, b"new", false), Err(Error::File(error))
        if error.class() == Some(file::Class::Taken)));
    assert_eq!(fs::read(&path).unwrap(), b"old");

    keeper.export(&path, b"new", true).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_eq!(mode(&path), 0o600);

    keeper.export(&home.join("other.pdf"), b"other", false).unwrap();
    assert_eq!(home.files(), ["list.pdf", "other.pdf"]);
    assert!(matches!(
        keeper.export(&home.join(".."), b"", false),
        Err(Error::NoName)
    ));
}

/// Where the file system can do that: a stick shows `list.pdf.part` until it is whole.
#[test]
fn what_is_printed_has_no_name_before_it_is_whole() {
    let home = Home::new();
    let flags = OFlags::WRONLY | OFlags::TMPFILE;
    let can_be_nameless = rustix::fs::open(home.path(), flags, Mode::RUSR).is_ok();
    let before: &[&str] = if can_be_nameless { &[] } else { &["list.pdf.part"] };
    let path = home.join("list.pdf");
    let mut keeper = keeper(&home);
    let pen = keeper.begin_export(&path, false).unwrap();

    pen.write(b"half").unwrap();
    assert_eq!(home.files(), before);
    pen.write(b" and half").unwrap();
    keeper.finish_export(13).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"half and half");
    assert_eq!((mode(&path), home.files()), (0o600, vec!["list.pdf".to_owned()]));

    // What is there is seen before anything is written; what comes there meanwhile is left alone.
    assert!(matches!(keeper.begin_export(&path, false), Err(Error::File(error))
        if error.class() == Some(file::Class::Taken)));
    keeper.begin_export(&home.join("a.pdf"), false).unwrap();
    home.write("a.pdf", "theirs");
    assert!(matches!(keeper.finish_export(0), Err(Error::File(error))
        if error.class() == Some(file::Class::Taken)));
    assert_eq!(fs::read_to_string(home.join("a.pdf")).unwrap(), "theirs");

    // Another length is another content: the file goes, and the name stays free.
    keeper.begin_export(&home.join("b.pdf"), false).unwrap();
    assert!(matches!(
        keeper.finish_export(1),
        Err(Error::File(file::Error::ReadBack))
    ));
    assert_eq!(home.files(), ["a.pdf", "list.pdf"]);
}

#[test]
fn the_viewer_starts_only_for_a_file_and_with_its_full_path() {
    let home = Home::new();
    let keeper = keeper(&home);
    let list = home.write("-list.pdf", "a list");

    assert!(matches!(keeper.view(&list), Err(Error::NoViewer)));

    let viewer = home.write("viewer", "#!/bin/sh\necho \"$#:$1\" > \"$(dirname \"$0\")/seen\"\n");

    set_mode(&viewer, 0o700);
    keeper.view(&list).unwrap();
    assert!(matches!(keeper.view(home.path()), Err(Error::IsFolder)));

    let seen = home.join("seen");

    for _ in 0..100 {
        if fs::read_to_string(&seen).is_ok_and(|text| text.ends_with('\n')) {
            break;
        }

        thread::sleep(Duration::from_millis(20));
    }

    let expected = format!("1:{}\n", list.canonicalize().unwrap().display());

    assert_eq!(fs::read_to_string(&seen).unwrap(), expected);
}
