//! The line between the two, without a window: what is not understood, and files that one opens and the other
//! writes.
use crate::support::{Home, files};

use daypack::apart::{Link, Opening, Said};
use daypack::file::Writing;
use daypack::harden::Line;
use daypack::keep::wire::{decode, encode};
use daypack::keep::{Keeper, Request};
use daypack::paths::Paths;

use std::fs;
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::slice;

#[test]
fn what_is_exported_is_written_through_the_open_file_alone() {
    let home = Home::new();
    let path = home.join("list.pdf");
    let mut keeper = Keeper::new(Paths::within(home.path()));
    let pen = keeper.begin_export(&path, false).unwrap();

    pen.write(b"pages").unwrap();
    keeper.finish_export(5).unwrap();

    assert_eq!(fs::read(&path).unwrap(), b"pages");
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
    assert!(keeper.begin_export(&path, false).is_err(), "it is there");
    assert_eq!(fs::read(&path).unwrap(), b"pages");
}

#[test]
fn what_is_replaced_stays_until_the_new_one_is_whole() {
    let home = Home::new();
    let path = home.write("list.pdf", "old");
    let number = fs::metadata(&path).unwrap().ino();
    let mut keeper = Keeper::new(Paths::within(home.path()));
    let pen = keeper.begin_export(&path, true).unwrap();

    pen.write(b"new").unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"old");

    keeper.finish_export(3).unwrap();
    assert_eq!(fs::read(&path).unwrap(), b"new");
    assert_ne!(fs::metadata(&path).unwrap().ino(), number, "another file in its place");
    assert_eq!(files(home.path()).len(), 1);
}

#[test]
fn what_was_not_finished_is_taken_away() {
    let home = Home::new();
    let path = home.write("list.pdf", "old");
    let mut keeper = Keeper::new(Paths::within(home.path()));

    let pen = keeper.begin_export(&path, true).unwrap();

    pen.write(b"half").unwrap();
    assert_eq!(files(home.path()), slice::from_ref(&path), "it has no name yet");
    drop(pen);

    // Whoever wrote is gone.
    keeper.let_go();
    assert_eq!(files(home.path()).len(), 1);

    keeper
        .begin_export(&home.join("new.pdf"), false)
        .unwrap()
        .write(b"half")
        .unwrap();
    assert!(keeper.finish_export(400).is_err(), "it is shorter than was said");
    assert!(keeper.finish_export(4).is_err(), "and was taken away");
    assert_eq!(files(home.path()).len(), 1);
    assert_eq!(fs::read(&path).unwrap(), b"old");
}

#[test]
fn a_pipe_or_a_link_is_not_written_to() {
    let home = Home::new();
    let target = home.write("target", "mine");
    let link = home.join("list.pdf");

    std::os::unix::fs::symlink(&target, &link).unwrap();

    assert!(
        Writing::begin(&link, false).is_err(),
        "what stands there is not followed"
    );
    assert!(Writing::begin(home.path(), true).is_err());
    assert_eq!(fs::read(&target).unwrap(), b"mine");
}

#[test]
fn what_a_worker_says_is_understood_or_refused() {
    let said = encode(&Said::Ask(Request::Release));

    assert!(matches!(decode::<Said>(&said), Ok(Said::Ask(Request::Release))));
    assert!(decode::<Said>(&[2]).is_err());
    assert!(decode::<Said>(&[]).is_err());
    assert!(decode::<Opening>(&[9]).is_err());
}

/// A keeper that says nothing, or that is gone, has no worker.
#[test]
fn without_first_words_nothing_begins() {
    for words in [&b""[..], b"nonsense"] {
        let (ours, theirs) = Line::pair().unwrap();

        ours.send(words, None).unwrap();
        drop(ours);
        assert!(Link::listen(Line::take(theirs).unwrap()).is_none());
    }
}
