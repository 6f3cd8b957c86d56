//! What a keeper does for a worker that was taken over: it asks as it likes, and gets no more than there is.
use super::{SEALED, keeper, mode, set_mode};
use crate::support::Home;

use daypack::keep::{Error, Expect, Identity, Keeper, Loaded, Previous, Removal, Reply, Request, Version, previous_of};
use daypack::vault::paper;

use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::thread;
use std::time::Duration;

const LOGIN: &str = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n";

/// A home with what is somebody's, and with what could be ours.
fn furnished() -> Home {
    let home = Home::new();

    home.write("id_ed25519", LOGIN);
    home.write(".bashrc", "alias ll='ls -l'\n");
    home.write("secret.age", "no plan at all\n");
    home.write("page.pdf", "%PDF-1.7\nold");
    home.write("other.pdf", "no pages\n");
    home.write("bare.txt", "# public key: age1x\nAGE-SECRET-KEY-1QQQQ\n");

    for name in ["notes.age", "notes"] {
        fs::write(home.join(name), SEALED).unwrap();
    }

    home
}

fn load(keeper: &mut Keeper, path: PathBuf, version: Version) -> Loaded {
    match keeper.answer(Request::Load { path, version }) {
        Ok(Reply::Loaded(loaded)) => loaded,
        _ => panic!("it is loaded"),
    }
}

fn save(keeper: &mut Keeper, path: PathBuf, bytes: &[u8], expect: Expect) -> Result<Reply, Error> {
    keeper.answer(Request::Save {
        path,
        bytes: bytes.to_vec(),
        expect,
        previous: Previous::Keep,
    })
}

#[test]
fn a_worker_is_handed_no_file_but_sealed_ones_and_texts_from_paper() {
    let home = furnished();
    let mut keeper = keeper(&home);
    let texts = paper::cut_into(b"sealed", 1).unwrap().texts.join("\n").to_lowercase();

    home.write("scanned.txt", &texts);

    for (name, expected) in [
        ("notes.age", SEALED),
        ("notes", SEALED),
        ("scanned.txt", texts.as_bytes()),
        ("id_ed25519", b""),
        (".bashrc", b""),
        ("secret.age", b""),
        ("bare.txt", b"AGE-SECRET-KEY-1"),
    ] {
        let path = home.join(name);
        let Ok(Reply::Fetched(fetched)) = keeper.answer(Request::Fetch { path: path.clone() }) else {
            panic!("{name} is fetched");
        };

        assert_eq!(fetched.bytes, expected, "{name}");
        assert_eq!(load(&mut keeper, path, Version::Current).bytes, expected, "{name}");
    }
}

/// A digest tells whoever guesses what is in a short file that they guessed right.
#[test]
fn a_worker_learns_no_digest_of_somebody_elses_file() {
    let home = furnished();
    let mut keeper = keeper(&home);
    let known = |keeper: &mut Keeper, name: &str, version| load(keeper, home.join(name), version).identity;

    assert_ne!(known(&mut keeper, "notes", Version::Current), Identity::default());
    assert_eq!(known(&mut keeper, "id_ed25519", Version::Current), Identity::default());

    // Its previous version can be made, and says nothing about it either.
    let previous = previous_of(&home.join("id_ed25519"));

    save(&mut keeper, previous, SEALED, Expect::Nothing).unwrap();
    assert_eq!(known(&mut keeper, "id_ed25519", Version::Previous), Identity::default());

    // A plan that is damaged is still replaced by the version before it.
    assert_ne!(known(&mut keeper, "secret.age", Version::Current), Identity::default());
}

#[test]
fn a_worker_replaces_and_makes_nothing_that_is_not_ours() {
    let home = furnished();
    let before = home.files();
    let mut keeper = keeper(&home);
    let script = [SEALED, b"\ntouch /tmp/taken-over\n"].concat();
    let is_login = identity_of(&home, ".bashrc");

    for expect in [Expect::Anything, Expect::Nothing, Expect::Same(is_login)] {
        for name in [".bashrc", "id_ed25519", ".profile", "autostart.desktop", "other.pdf"] {
            let path = home.join(name);
            let put = Request::Put {
                path: path.clone(),
                bytes: script.clone(),
                expect,
            };

            assert!(
                save(&mut keeper, path.clone(), &script, expect).is_err(),
                "{name} {expect:?}"
            );
            assert!(keeper.answer(put).is_err(), "{name} {expect:?}");
        }

        // Nor what is not sealed, whatever it is called.
        assert!(save(&mut keeper, home.join("notes.age"), b"#!/bin/sh\n", expect).is_err());
    }

    for (name, replace) in [
        (".bashrc", true),
        (".profile", false),
        ("run.desktop", false),
        ("notes.age", true),
        ("other.pdf", true),
    ] {
        let path = home.join(name);

        assert!(
            keeper.answer(Request::Export { path, replace }).is_err(),
            "{name} {replace}"
        );
    }

    symlink(home.join(".bashrc"), home.join("link.pdf")).unwrap();

    let link = home.join("link.pdf");

    assert!(
        keeper
            .answer(Request::Export {
                path: link.clone(),
                replace: true
            })
            .is_err()
    );
    fs::remove_file(link).unwrap();
    assert_eq!(home.files(), before);
    assert_eq!(fs::read_to_string(home.join(".bashrc")).unwrap(), "alias ll='ls -l'\n");
}

/// What somebody could know of a file without having read it.
fn identity_of(home: &Home, name: &str) -> Identity {
    let mut keeper = keeper(home);

    keeper.load(&home.join(name), Version::Current).unwrap().identity
}

#[test]
fn a_worker_removes_nothing_that_is_not_ours() {
    let home = furnished();
    let before = home.files();
    let mut keeper = keeper(&home);
    let mine = load(&mut keeper, home.join("notes.age"), Version::Current).identity;
    let theirs = identity_of(&home, ".bashrc");

    for (plan, identity, key) in [
        ("notes.age", mine, Some((home.join(".bashrc"), theirs))),
        (".bashrc", theirs, None),
    ] {
        let plan = home.join(plan);

        let _ = keeper.load(&plan, Version::Current);

        let removal = Removal { plan, identity, key };

        assert!(keeper.answer(Request::Remove { removal }).is_err());
    }

    assert_eq!(home.files(), before);
}

#[test]
fn what_a_person_does_goes_on() {
    let home = furnished();
    let mut keeper = keeper(&home);

    // A plan that is called otherwise is saved in its place; so is a first one, and over a damaged one.
    let found = load(&mut keeper, home.join("notes"), Version::Current);

    assert!(save(&mut keeper, found.path, SEALED, Expect::Same(found.identity)).is_ok());
    assert!(save(&mut keeper, home.join("new.age"), SEALED, Expect::Nothing).is_ok());
    assert!(save(&mut keeper, home.join("secret.age"), SEALED, Expect::Anything).is_ok());

    for (name, replace) in [("new.pdf", false), ("page.pdf", true)] {
        let path = home.join(name);
        let Ok(Reply::Ready(pen)) = keeper.answer(Request::Export { path, replace }) else {
            panic!("{name} can be written");
        };

        pen.write(b"%PDF-1.7\n").unwrap();
        assert!(keeper.answer(Request::Finish { length: 9 }).is_ok());
    }
}

/// A plan that was taken away is missed, whatever it was called; nothing is made in its place.
#[test]
fn a_plan_that_is_gone_is_missed_in_its_own_words() {
    let home = furnished();
    let mut keeper = keeper(&home);
    let found = load(&mut keeper, home.join("notes"), Version::Current);

    fs::remove_file(&found.path).unwrap();

    let expect = Expect::Same(found.identity);

    assert!(matches!(
        save(&mut keeper, found.path, SEALED, expect),
        Err(Error::Vanished)
    ));
}

#[test]
fn the_viewer_shows_a_worker_no_file_but_pages_that_were_just_written() {
    let home = furnished();
    let mut keeper = keeper(&home);
    let viewer = home.write("viewer", "#!/bin/sh\necho seen > \"$(dirname \"$0\")/seen\"\n");
    let page = home.join("new.pdf");
    let view = |keeper: &mut Keeper, path: &Path| {
        keeper.answer(Request::View {
            path: path.to_path_buf(),
        })
    };

    set_mode(&viewer, 0o700);

    for name in ["page.pdf", ".bashrc", "notes.age", "new.pdf"] {
        assert!(
            matches!(view(&mut keeper, &home.join(name)), Err(Error::NotOurs)),
            "{name}"
        );
    }

    let Ok(Reply::Ready(pen)) = keeper.answer(Request::Export {
        path: page.clone(),
        replace: false,
    }) else {
        panic!("it can be written");
    };

    assert!(view(&mut keeper, &page).is_err(), "it is not done");
    pen.write(b"%PDF-1.7\n").unwrap();
    keeper.answer(Request::Finish { length: 9 }).unwrap();
    assert_eq!(mode(&page), 0o600);
    assert!(view(&mut keeper, &page).is_ok());

    for _ in 0..100 {
        if home.join("seen").exists() {
            break;
        }

        thread::sleep(Duration::from_millis(20));
    }

    assert!(home.join("seen").exists());

    // What one worker wrote, the next has no business with.
    keeper.let_go();
    assert!(view(&mut keeper, &page).is_err());
}
