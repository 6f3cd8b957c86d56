//! Texts that stand nowhere but where the tests put them, and a search for them in whatever form they took.
use daypack::content::{On, Pack};
use daypack::plan::progress::{Earlier, Key, Progress, Role};

use std::collections::{BTreeMap, BTreeSet};

/// How many there are.
pub const COUNT: usize = 64;

/// What every canary begins with: it stands nowhere else.
pub const START: &str = "kwelmsprot";

/// A canary: long enough to be found in parts of any alignment, and good enough for a passphrase.
pub fn canary(number: usize) -> String {
    format!("{START}{number:02} plumage whisk orbit")
}

/// All of them.
pub fn all() -> Vec<String> {
    (0..COUNT).map(canary).collect()
}

/// The first `count` of them, as notes of the person's own on as many lines of the plan.
pub fn notes(count: usize) -> Progress {
    let mut notes = Progress::default();

    for (number, measure) in Pack::built_in().measures.iter().take(count).enumerate() {
        let key = Key {
            measure: measure.id.clone(),
            on: On::Person,
            role: Role::Second,
        };

        notes.set_earlier(key, Some(Earlier::Other(canary(number)))).unwrap();
    }

    notes
}

/// The four forms in which a program holds a text.
pub fn plain_forms(text: &str) -> [(&'static str, Vec<u8>); 4] {
    let units: Vec<u16> = text.encode_utf16().collect();

    [
        ("UTF-8", text.as_bytes().to_vec()),
        ("UTF-16LE", units.iter().flat_map(|unit| unit.to_le_bytes()).collect()),
        ("UTF-16BE", units.iter().flat_map(|unit| unit.to_be_bytes()).collect()),
        (
            "UTF-32LE",
            text.chars().flat_map(|it| u32::from(it).to_le_bytes()).collect(),
        ),
    ]
}

/// Every form in which a text may lie on a disk or in memory.
pub fn forms(text: &str) -> Vec<(&'static str, Vec<u8>)> {
    let hex: String = text.bytes().map(|byte| format!("{byte:02x}")).collect();
    let mut forms = plain_forms(text).to_vec();

    forms.extend([
        ("hex", hex.to_uppercase().into_bytes()),
        ("hex, small", hex.into_bytes()),
        ("base64", base64(text, 0)),
        ("base64, one byte in", base64(text, 1)),
        ("base64, two bytes in", base64(text, 2)),
    ]);
    forms
}

/// The part of the base64 of anything with `text` after `before` bytes that is the same whatever is around it.
fn base64(text: &str, before: usize) -> Vec<u8> {
    const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

    let bytes: Vec<u8> = std::iter::repeat_n(0, before).chain(text.bytes()).collect();
    let bit = |at: usize| usize::from(bytes[at / 8] >> (7 - at % 8) & 1);
    let first = (before * 8).div_ceil(6);
    let end = bytes.len() * 8 / 6;

    (first..end)
        .map(|letter| LETTERS[(6 * letter..6 * letter + 6).fold(0, |sum, at| 2 * sum + bit(at))])
        .collect()
}

/// Which canaries were found, by the form they had.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Hits(pub BTreeMap<&'static str, BTreeSet<usize>>);

impl Hits {
    /// How many were found in this form.
    pub fn count(&self, form: &str) -> usize {
        self.0.get(form).map_or(0, BTreeSet::len)
    }
}

/// A search for all canaries in all forms at once.
pub struct Search {
    /// By the first two bytes: form, number and bytes.
    wanted: Vec<Vec<(&'static str, usize, Vec<u8>)>>,
}

impl Search {
    /// For the canaries.
    pub fn new() -> Self {
        let mut wanted = vec![Vec::new(); 1 << 16];

        for (number, text) in all().iter().enumerate() {
            for (form, bytes) in forms(text) {
                wanted[start(&bytes)].push((form, number, bytes));
            }
        }

        Self { wanted }
    }

    /// What is in `bytes`. Stretches of zeros, of which disks are made, cost next to nothing.
    pub fn of(&self, bytes: &[u8]) -> Hits {
        const BLOCK: usize = 4096;

        let zeros = [0; BLOCK];
        let mut hits = Hits::default();
        let mut from = None;

        for at in (0..bytes.len()).step_by(BLOCK) {
            let block = &bytes[at..bytes.len().min(at + BLOCK)];

            match (from, block == &zeros[..block.len()]) {
                (None, false) => from = Some(at),
                (Some(start), true) => {
                    self.stretch(&bytes[start..at + block.len()], &mut hits);
                    from = None;
                }
                _ => {}
            }
        }

        self.stretch(&bytes[from.unwrap_or(bytes.len())..], &mut hits);

        hits
    }

    fn stretch(&self, bytes: &[u8], hits: &mut Hits) {
        for at in 0..bytes.len().saturating_sub(1) {
            for (form, number, wanted) in &self.wanted[start(&bytes[at..])] {
                if bytes[at..].starts_with(wanted) {
                    hits.0.entry(form).or_default().insert(*number);
                }
            }
        }
    }
}

fn start(bytes: &[u8]) -> usize {
    usize::from(bytes[0]) << 8 | usize::from(bytes[1])
}

/// A search that cannot find proves nothing.
#[test]
fn every_canary_is_found_in_every_form_at_any_place() {
    let search = Search::new();

    assert_eq!(search.of(b"kwelmsprot 12 plumage"), Hits::default());

    for (form, _) in forms("") {
        let mut disk = vec![0; 9_000];

        for (number, text) in all().iter().enumerate() {
            let (_, bytes) = forms(text).into_iter().find(|(name, _)| *name == form).unwrap();

            disk.extend([7].repeat(number % 5));
            disk.extend(bytes);
            disk.extend(vec![0; 61 * number]);
        }

        assert_eq!(search.of(&disk).count(form), COUNT, "{form}");
    }
}

/// What other programs make of a canary somewhere in a text is found as well.
#[test]
fn base64_is_found_wherever_it_begins() {
    let search = Search::new();

    for before in 0..6 {
        let text = format!("{}{}yz", "x".repeat(before), canary(5));
        let bytes: Vec<u8> = base64(&text, 0);

        assert_eq!(search.of(&bytes).0.len(), 1, "{before} before");
    }
}
