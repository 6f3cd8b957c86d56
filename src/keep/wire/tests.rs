//! What is said is what is heard; and whatever else comes is refused.
use super::*;
use crate::checkup::{Area, Checkup, Swap};
use crate::file::{self, Class, Step};
use crate::keep::wire::speech::{Answer, answer};
use crate::keep::{Access, Considered, Fetched, Found, Left, Loaded, Removal, Removed, Saved, Warning, Where};
use crate::keep::{Error, Expect, Identity, Listing, Place, PlaceKind, Previous, Reply, Request, Telling, Version};
use crate::settings::Settings;

use std::io;
use std::os::fd::AsFd;

fn requests() -> Vec<Request> {
    let path = PathBuf::from("/home/mäx/a b.age");

    vec![
        Request::List {
            place: Where::Everywhere,
        },
        Request::List {
            place: Where::Folder(path.clone()),
        },
        Request::Consider {
            path: "~/x".to_owned(),
            name: "notes.age".to_owned(),
        },
        Request::Load {
            path: path.clone(),
            version: Version::Previous,
        },
        Request::Save {
            path: path.clone(),
            bytes: vec![7; 3000],
            expect: Expect::Same(Identity {
                digest: Some(file::digest(b"x")),
            }),
            previous: Previous::Forget,
        },
        Request::Export {
            path: path.clone(),
            replace: true,
        },
        Request::Finish { length: u64::MAX },
        Request::Abandon,
        Request::Remember {
            settings: Settings {
                text_percent: 150,
                ..Settings::default()
            },
        },
        Request::Fetch { path: path.clone() },
        Request::Put {
            path: path.clone(),
            bytes: b"key".to_vec(),
            expect: Expect::Nothing,
        },
        Request::Part {
            key: (path.clone(), b"key".to_vec()),
            path: path.clone(),
            bytes: b"plan".to_vec(),
            expect: Expect::Nothing,
            previous: Previous::Keep,
        },
        Request::Remove {
            removal: Removal {
                plan: path.clone(),
                identity: Identity::default(),
                key: Some((path.clone(), Identity::default())),
            },
        },
        Request::View { path },
        Request::Checkup,
        Request::Release,
    ]
}

fn refused(kind: io::ErrorKind) -> Error {
    Error::File(file::Error::at(Step::Replace)(kind.into()))
}

fn replies() -> Vec<Result<Reply, Error>> {
    let path = PathBuf::from("/media/STICK/notes.age");
    let warnings = vec![
        Warning::Synced("Nextcloud or ownCloud"),
        Warning::Telling(Telling::Word("märz".to_owned())),
        Warning::LittleRoom,
    ];

    vec![
        Ok(Reply::Listed(Listing {
            places: vec![Place {
                kind: PlaceKind::Drive,
                path: path.clone(),
                label: "STICK".to_owned(),
                free: Some(1 << 40),
                is_write_protected: true,
                warnings: warnings.clone(),
            }],
            plans: vec![Found {
                path: path.clone(),
                name: "n".to_owned(),
                day: 20_000,
                kib: None,
                is_previous: true,
                is_key: false,
            }],
            keys: Vec::new(),
        })),
        Ok(Reply::Considered(Considered {
            path: path.clone(),
            is_taken: true,
            free: None,
            warnings,
            problem: Some(Error::IsFolder),
        })),
        Ok(Reply::Loaded(Loaded {
            path: path.clone(),
            bytes: b"sealed".to_vec(),
            identity: Identity::default(),
            access: Access::InUse,
            has_previous: false,
        })),
        Ok(Reply::Saved(Saved {
            path,
            identity: Identity::default(),
            is_conflict: true,
        })),
        Ok(Reply::Removed(Removed {
            gone: vec!["/a".into()],
            left: vec![Left {
                path: "/b".into(),
                why: Some(Error::NotOurs),
            }],
            copies: Vec::new(),
        })),
        Ok(Reply::Checked(Checkup {
            swap: Swap::Plain,
            areas: vec![Area {
                name: "/dev/sda3".to_owned(),
                swap: Swap::Plain,
            }],
            hibernates: true,
            left: Some(1 << 33),
        })),
        Ok(Reply::Exported),
        Ok(Reply::Viewing),
        Ok(Reply::Parted(
            Saved {
                path: "/a".into(),
                identity: Identity::default(),
                is_conflict: false,
            },
            Fetched {
                path: "/b".into(),
                bytes: b"key".to_vec(),
                identity: Identity::default(),
            },
        )),
        Err(Error::Reserved),
        Err(Error::KeyStays(Box::new(refused(io::ErrorKind::NotFound)))),
        Err(Error::Missing { has_previous: true }),
        Err(refused(io::ErrorKind::StorageFull)),
        Err(Error::File(file::Error::TooLong { limit: 9 })),
    ]
}

#[test]
fn what_is_said_is_what_is_heard() {
    for request in requests() {
        let said = encode(&request);
        let heard: Request = decode(&said).unwrap();

        assert_eq!(encode(&heard), said, "{request:?}");
    }

    for reply in replies() {
        let said = answer(&reply);
        let heard: Answer = decode(&said).unwrap();

        assert_eq!(encode(&heard), said);
        assert!(heard.with(None).is_ok_and(|heard| answer(&heard) == said));
    }
}

#[test]
fn an_open_file_comes_with_the_reply_that_needs_it_and_with_no_other() {
    let open = || io::stdin().as_fd().try_clone_to_owned().ok();

    assert!(decode::<Answer>(&[5]).unwrap().with(open()).is_ok());
    assert!(decode::<Answer>(&[5]).unwrap().with(None).is_err());
    assert!(decode::<Answer>(&[6]).unwrap().with(open()).is_err());
}

#[test]
fn a_message_that_was_cut_or_goes_on_is_refused() {
    for said in requests().iter().map(encode) {
        for length in 0..said.len() {
            assert!(
                decode::<Request>(&said[..length]).is_err(),
                "{length} of {}",
                said.len()
            );
        }

        assert!(decode::<Request>(&[&said[..], &[0]].concat()).is_err());
    }

    for said in replies().iter().map(answer) {
        for length in 0..said.len() {
            assert!(decode::<Answer>(&said[..length]).is_err(), "{length} of {}", said.len());
        }
    }
}

#[test]
fn lengths_that_lie_cost_nothing() {
    let lie = u32::MAX.to_le_bytes();

    for start in [&[0_u8, 1][..], &[1], &[2], &[3], &[8]] {
        assert!(decode::<Request>(&[start, &lie, b"x"].concat()).is_err());
    }

    assert!(decode::<Answer>(&[&[1][..], &lie, &lie].concat()).is_err());
}

/// A longer search found one that the library of system calls would not have.
#[test]
fn the_number_of_an_error_that_no_system_has_is_no_number() {
    let said = |code: i32| {
        let refused = io::Error::from_raw_os_error(code);

        answer(&Err(Error::File(file::Error::at(Step::Write)(refused))))
    };

    for code in [i32::MIN, -1, 0, 4096, 8_879_644, i32::MAX] {
        assert!(decode::<Answer>(&said(code)).is_err(), "{code}");
    }

    for code in [1, 4095] {
        assert!(decode::<Answer>(&said(code)).is_ok(), "{code}");
    }
}

#[test]
fn a_path_with_a_null_in_it_is_refused() {
    assert!(decode::<PathBuf>(&encode(&b"/a\0b".to_vec())).is_err());
    assert!(
        decode::<PathBuf>(&encode(&b"/a\xffb".to_vec())).is_ok(),
        "not every path is text"
    );
}

#[test]
fn settings_that_no_file_could_have_are_refused() {
    let said = |text: &str| [encode(&text.to_owned()), vec![1]].concat();

    assert!(decode::<Settings>(&said(&Settings::default().encode())).is_ok());
    assert!(decode::<Settings>(&said("version = 1\nplan = \"Saturday\"\n")).is_err());
    assert!(decode::<Settings>(&said("version = 1\ntheme = \"pink\"\n")).is_err());

    let long = format!("{}{}", Settings::default().encode(), "\n".repeat(16 * 1024));

    assert!(decode::<Settings>(&said(&long)).is_err());
}

#[test]
fn a_refusal_says_the_same_on_the_other_side() {
    let kinds = [
        io::ErrorKind::NotFound,
        io::ErrorKind::StorageFull,
        io::ErrorKind::InvalidFilename,
    ];
    let mut errors: Vec<Error> = kinds.into_iter().map(refused).collect();

    errors.push(Error::File(file::Error::at(Step::Sync)(io::Error::from_raw_os_error(
        5,
    ))));

    for error in errors {
        let heard: Error = decode(&encode(&error)).unwrap();
        let class = |error: &Error| match error {
            Error::File(error) => error.class(),
            _ => None,
        };

        assert_eq!((heard.to_string(), heard.advice()), (error.to_string(), error.advice()));
        assert_eq!(class(&heard), class(&error));
    }

    assert_eq!(Class::of(&io::Error::from_raw_os_error(5)), Class::Broken);
}
