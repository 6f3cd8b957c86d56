//! Places for plans, what is listed there, and what is warned about.
use super::keeper;
use crate::support::Home;

use daypack::file::{self, read_pack, read_text};
use daypack::keep::{Error, PlaceKind, Telling, Warning, Where};
use daypack::paths::{self, Paths};
use daypack::settings::{Notice, Settings, Theme};

use std::fs;
use std::os::unix::fs::symlink;

/// A home with our own folder, a stick, and something else that is mounted.
fn furnished() -> Home {
    let home = Home::new();
    let root = home.path().display().to_string();

    for folder in [
        "home/.local/share/daypack",
        "media/BLUE STICK",
        "media/scratch",
        "home/Persistent",
    ] {
        fs::create_dir_all(home.join(folder)).unwrap();
    }

    home.write(
        "mountinfo",
        &format!(
            "40 27 8:17 / {root}/media/BLUE\\040STICK rw shared:5 - vfat /dev/sdb1 rw\n\
             41 27 0:51 / {root}/media/scratch rw - tmpfs tmpfs rw\n\
             42 27 8:33 / {root}/home/Persistent rw - ext4 /dev/mapper/x rw\n\
             43 27 8:34 / {root}/media/gone ro - vfat /dev/sdc1 ro\n"
        ),
    );

    home
}

#[test]
fn our_folder_and_every_drive_are_places() {
    let home = furnished();

    home.write("home/.local/share/daypack/notes.age", "a");
    home.write("home/.local/share/daypack/notes.bak.age", "a");
    home.write("home/.local/share/daypack/.0123456789abcdef.tmp", "a");
    home.write("home/.local/share/daypack/readme.txt", "a");
    home.write("media/BLUE STICK/list.age", &"x".repeat(262_374));
    home.write("media/BLUE STICK/lost.bak.age", &"x".repeat(524_582));
    home.write("media/scratch/not-a-drive.age", "a");
    fs::create_dir(home.join("media/BLUE STICK/folder.age")).unwrap();
    symlink("list.age", home.join("media/BLUE STICK/link.age")).unwrap();

    let listing = keeper(&home).list(&Where::Everywhere).unwrap();
    let places: Vec<_> = listing
        .places
        .iter()
        .map(|place| {
            (
                place.kind,
                place.label.as_str(),
                place.free.is_some(),
                place.is_write_protected,
            )
        })
        .collect();

    assert_eq!(
        places,
        [
            (PlaceKind::Own, "daypack", true, false),
            (PlaceKind::Persistent, "Persistent", true, false),
            (PlaceKind::Drive, "BLUE STICK", true, false),
            (PlaceKind::Drive, "gone", true, true),
        ]
    );

    let mut plans: Vec<_> = listing
        .plans
        .iter()
        .map(|plan| (plan.name.as_str(), plan.kib, plan.is_previous))
        .collect();

    plans.sort_unstable();
    assert_eq!(
        plans,
        [
            ("list.age", Some(256), false),
            ("lost.bak.age", Some(512), true),
            ("notes.age", Some(256), false),
        ]
    );
    assert!(listing.plans.iter().all(|plan| plan.day.abs_diff(paths::today()) <= 1));
}

#[test]
fn a_folder_that_is_not_there_is_said() {
    let home = Home::new();
    let place = Where::Folder(home.join("nowhere"));

    assert!(matches!(keeper(&home).list(&place), Err(Error::NoFolder)));
    assert_eq!(keeper(&home).list(&Where::Everywhere).unwrap().places.len(), 1);
}

#[test]
fn a_typed_path_says_what_would_happen() {
    let home = furnished();
    let keeper = keeper(&home);

    home.write("media/BLUE STICK/list.age", "a");

    let own = keeper.consider("notes");

    assert_eq!(own.path, home.join("home/.local/share/daypack/notes.age"));
    assert!(!own.is_taken && own.problem.is_none() && own.free.is_some());
    assert!(own.warnings.is_empty(), "{:?}", own.warnings);

    let taken = keeper.consider(&home.join("media/BLUE STICK/list").display().to_string());

    assert!(taken.is_taken && taken.problem.is_none());

    let folder = keeper.consider(&home.join("media/BLUE STICK").display().to_string());

    assert!(matches!(folder.problem, Some(Error::IsFolder)));
    assert_eq!(folder.path, home.join("media/BLUE STICK/notes.age"));

    let nowhere = keeper.consider(&home.join("nowhere/notes").display().to_string());

    assert!(matches!(nowhere.problem, Some(Error::NoFolder)));

    let telling = keeper
        .consider("~/Persistent/harbour-may-1")
        .knowing(&["Northern Harbour".to_owned()]);

    assert_eq!(telling.path, home.join("home/Persistent/harbour-may-1.age"));
    assert_eq!(
        telling.warnings,
        [
            Warning::Telling(Telling::Date),
            Warning::Telling(Telling::Word("harbour".to_owned()))
        ]
    );
}

#[test]
fn our_own_folder_is_made_for_the_first_plan_only() {
    let home = Home::new();
    let mut keeper = keeper(&home);
    let considered = keeper.consider("notes");

    assert!(considered.problem.is_none());
    super::first(&mut keeper, &home.join("elsewhere.age"), b"a");
    assert!(!considered.path.parent().unwrap().exists());

    super::first(&mut keeper, &considered.path, b"a");
    assert!(considered.path.is_file());

    // No other folder is ever made.
    assert!(matches!(
        keeper.save(
            &home.join("other/notes.age"),
            b"a",
            daypack::keep::Expect::Nothing,
            daypack::keep::Previous::Keep
        ),
        Err(Error::NoFolder)
    ));
}

#[test]
fn folders_that_services_copy_are_warned_about() {
    let cases = [
        ("Dropbox/plans", "", Some("Dropbox")),
        ("Dropbox (Old)", "", Some("Dropbox")),
        ("OneDrive - School/a/b", "", Some("OneDrive")),
        ("Nextcloud", "", Some("Nextcloud")),
        ("Library/Mobile Documents/a", "", Some("iCloud")),
        ("iCloud Drive", "", Some("iCloud")),
        ("Google Drive/My Drive", "", Some("Google Drive")),
        ("shared/a/b", "shared/.stfolder", Some("Syncthing")),
        ("cloud/a", "cloud/.sync_0123456789ab.db", Some("Nextcloud or ownCloud")),
        ("box/a", "box/.dropbox", Some("Dropbox")),
        ("plans", "", None),
        ("megaphone", "", None),
        ("my dropbox-notes", "", None),
    ];

    for (folder, marker, expected) in cases {
        let home = Home::new();

        fs::create_dir_all(home.join(folder)).unwrap();

        if !marker.is_empty() {
            home.write(marker, "");
        }

        let path = home.join(folder).join("notes").display().to_string();
        let warnings = keeper(&home).consider(&path).warnings;
        let synced = warnings.iter().find_map(|warning| match warning {
            Warning::Synced(service) => Some(*service),
            Warning::Telling(_) | Warning::LittleRoom => None,
        });

        assert_eq!(synced, expected, "{folder}");
        assert!(warnings.iter().all(|warning| warning.advice().ends_with('.')));
    }
}

#[test]
fn a_pack_is_read_from_its_folder_or_from_one_file() {
    let home = Home::new();

    for folder in ["pack/measures", "pack/measures/deeper", "pack/.hidden"] {
        fs::create_dir_all(home.join(folder)).unwrap();
    }

    home.write("pack/pack.toml", "a");
    home.write("pack/notes.md", "b");
    home.write("pack/measures/lock.toml", "c");
    home.write("pack/measures/deeper/no.toml", "d");
    home.write("pack/.hidden/no.toml", "e");
    symlink("/etc/passwd", home.join("pack/link.toml")).unwrap();

    let files = read_pack(&home.join("pack")).unwrap();
    let names: Vec<_> = files
        .iter()
        .map(|file| (file.name.as_str(), file.text.as_str()))
        .collect();

    assert_eq!(names, [("measures/lock.toml", "c"), ("pack.toml", "a")]);

    let one = read_pack(&home.join("pack/pack.toml")).unwrap();

    assert_eq!(one[0].name, "pack.toml");
    assert!(read_pack(&home.join("nowhere")).is_err_and(|error| error.is_missing()));

    fs::write(home.join("pack/bad.toml"), [0xff]).unwrap();
    assert!(matches!(read_pack(&home.join("pack")), Err(file::Error::NotText)));
}

#[test]
fn a_pack_is_read_up_to_its_limits() {
    let home = Home::new();

    fs::create_dir(home.join("pack")).unwrap();

    for number in 0..500 {
        home.write(&format!("pack/{number}.toml"), "");
    }

    assert_eq!(read_pack(&home.join("pack")).unwrap().len(), 500);
    home.write("pack/500.toml", "");
    assert!(matches!(
        read_pack(&home.join("pack")),
        Err(file::Error::TooMany { limit: 500 })
    ));

    home.write("whole.toml", &"x".repeat(1 << 20));
    assert_eq!(read_pack(&home.join("whole.toml")).unwrap()[0].text.len(), 1 << 20);
    home.write("long.toml", &"x".repeat((1 << 20) + 1));
    assert!(matches!(
        read_pack(&home.join("long.toml")),
        Err(file::Error::TooLong { .. })
    ));
    assert!(matches!(
        read_text(&home.join("long.toml"), 10),
        Err(file::Error::TooLong { limit: 10 })
    ));
}

#[test]
fn settings_are_written_only_to_be_remembered() {
    let home = Home::new();
    let paths = Paths::within(home.path());
    let mut settings = Settings {
        theme: Theme::ContrastDark,
        text_percent: 150,
        ..Settings::default()
    };

    settings.keep(&paths).unwrap();
    assert_eq!(home.files(), [""; 0]);
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 0);
    assert_eq!(Settings::read(&paths), (Settings::default(), vec![]));

    settings.is_remembered = true;
    keeper(&home).remember(&settings).unwrap();
    assert_eq!(home.files(), ["home/.config/daypack/settings.toml"]);
    assert_eq!(Settings::read(&paths), (settings.clone(), vec![]));

    settings.is_remembered = false;
    settings.keep(&paths).unwrap();
    assert_eq!(home.files(), [""; 0]);
}

#[test]
fn settings_that_cannot_be_read_are_said() {
    let home = Home::new();
    let paths = Paths::within(home.path());

    fs::create_dir_all(home.join("home/.config/daypack/settings.toml")).unwrap();
    assert_eq!(Settings::read(&paths).1, [Notice::Unreadable]);
}
