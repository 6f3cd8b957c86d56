//! Keys and their files, sealed with little work.
use super::*;
use crate::vault::{Part, open_with, seal_with};

const FAST: u8 = 4;

fn secret(text: &str) -> Secret {
    Secret::from_text(text).unwrap()
}

fn opened(sealed: &[u8], phrase: &str) -> Result<Key, Error> {
    Key::open(sealed, &secret(phrase), Consent::NotAsked).map(|(key, _)| key)
}

/// A key file with any text in it.
fn holding(text: &str) -> Vec<u8> {
    crypt::encrypt(text.as_bytes(), &For::Passphrase("right", FAST)).unwrap()
}

#[test]
fn a_key_comes_back_from_its_file() {
    let key = Key::generate().unwrap();
    let sealed = key.seal_for(&secret("right"), FAST).unwrap();
    let (again, notices) = Key::open(&sealed, &secret("right\n"), Consent::NotAsked).unwrap();

    assert_eq!(again, key);
    assert_eq!(again.recipient().to_string(), key.recipient().to_string());
    assert_eq!(notices, [Notice::WeakKey { work_factor: FAST }]);
    assert_ne!(Key::generate().unwrap(), key);
}

#[test]
fn a_key_file_of_ours_asks_for_256_mib_and_always_has_one_size() {
    let sealed = Key::generate().unwrap().seal(&secret("right")).unwrap();

    assert_eq!(scan::scan(&sealed).unwrap().work_factor, Some(18));
    assert_eq!(sealed.len(), SIZE);
    assert_eq!(scan(&sealed), Ok(()));
}

#[test]
fn a_wrong_passphrase_for_the_key_is_told_apart_from_damage() {
    let sealed = Key::generate().unwrap().seal_for(&secret("right"), FAST).unwrap();

    assert_eq!(opened(&sealed, "wrong"), Err(Error::WrongPassphrase));
    assert_eq!(
        opened(&sealed[..sealed.len() - 1], "right"),
        Err(Error::Damaged(Part::Content))
    );
    assert_eq!(opened(&sealed[..100], "right"), Err(Error::Damaged(Part::Header)));
    assert_eq!(opened(&sealed, ""), Err(Error::Vault(vault::Error::NoPassphrase)));
}

#[test]
fn what_is_no_key_file_is_told_from_one() {
    let plan = seal_with("# vault\n", &secret("right"), FAST).unwrap();
    let bare = Key::generate().unwrap();
    let bare = format!("# a comment\n{}\n", bare.secret.as_text().unwrap());

    assert_eq!(opened(b"hello", "right"), Err(Error::NotAKey));
    assert_eq!(opened(&plan, "right"), Err(Error::APlan));
    assert_eq!(opened(&holding("# vault\na = 1\n# end\n"), "right"), Err(Error::APlan));
    assert_eq!(opened(&holding("# vault\n"), "right"), Err(Error::APlan));
    assert_eq!(opened(&holding(""), "right"), Err(Error::NotAKey));
    assert_eq!(opened(bare.as_bytes(), "right"), Err(Error::Bare));
    assert_eq!(
        opened(&holding("AGE-PLUGIN-YUBIKEY-1XYZ\n"), "right"),
        Err(Error::OtherKind)
    );
    assert_eq!(opened(&holding("a word\nand another\n"), "right"), Err(Error::NotAKey));
    assert_eq!(opened(&vec![b'x'; LONGEST + 1], "right"), Err(Error::NotAKey));
}

/// Before anybody types a passphrase for it.
#[test]
fn what_is_no_key_file_is_told_from_one_while_it_is_sealed() {
    let mut sealed = Key::generate().unwrap().seal_for(&secret("right"), FAST).unwrap();

    assert_eq!(scan(&sealed), Ok(()));
    sealed.resize(LONGEST, 0);
    assert_eq!(scan(&sealed), Ok(()));
    sealed.push(0);
    assert_eq!(scan(&sealed), Err(Error::APlan));
    assert_eq!(scan(b"hello"), Err(Error::NotAKey));
}

#[test]
fn comments_empty_lines_and_another_programs_line_ends_are_fine_and_two_keys_are_not() {
    let key = Key::generate().unwrap();
    let line = key.secret.as_text().unwrap();

    assert_eq!(
        opened(&holding(&format!("# created: 2026-01-01\r\n\r\n{line}\r\n")), "right").as_ref(),
        Ok(&key)
    );
    assert_eq!(
        opened(&holding(&format!("{line}\n{line}\n")), "right"),
        Err(Error::Several)
    );
}

#[test]
fn a_key_is_not_mistaken_for_a_plan_nor_a_plan_for_one_in_two_pieces() {
    let key = Key::generate().unwrap();
    let sealed = key.seal_for(&secret("right"), FAST).unwrap();
    let plan = seal_with("# vault\n", &secret("right"), FAST).unwrap();

    assert_eq!(
        vault::open(&sealed, &secret("right"), Consent::NotAsked).map(drop),
        Err(vault::Error::AKey)
    );
    assert_eq!(open_with(&plan, &key).map(drop), Err(vault::Error::OnePiece));
}

#[test]
fn the_key_of_another_plan_is_said_to_be_that() {
    let (one, other) = (Key::generate().unwrap(), Key::generate().unwrap());
    let sealed = crate::vault::pieces::seal_text_to("# vault\n", &one).unwrap();

    assert_eq!(open_with(&sealed, &other).map(drop), Err(vault::Error::WrongKey));
    assert_eq!(open_with(&sealed, &one).unwrap().plaintext.as_str(), "# vault\n");
    assert_eq!(
        open_with(&sealed[..sealed.len() - 1], &one).map(drop),
        Err(vault::Error::Damaged(Part::Content))
    );
    assert_eq!(
        vault::open(&sealed, &secret("right"), Consent::NotAsked).map(drop),
        Err(vault::Error::Unsupported(vault::Lock::Key))
    );
}

#[test]
fn a_key_says_nothing_about_itself() {
    assert_eq!(format!("{:?}", Key::generate().unwrap()), "Key");
}

#[test]
fn what_is_wrong_with_a_key_file_is_said_calmly() {
    for error in [
        Error::WrongPassphrase,
        Error::Damaged(Part::Header),
        Error::NotAKey,
        Error::APlan,
        Error::Bare,
        Error::Several,
        Error::OtherKind,
        Error::Vault(vault::Error::NoPassphrase),
    ] {
        let (what, advice) = (error.to_string(), error.advice());

        assert!(what.starts_with(char::is_lowercase) && !what.ends_with('.'), "{what}");
        assert!(
            advice.starts_with(char::is_uppercase) && advice.ends_with('.'),
            "{advice}"
        );
    }
}
