//! What a trainer wishes for: for whom, what each person gets, how many, on which paper.
use super::pile::{Pile, Who};
use crate::content::Pack;
use crate::content::id::{DeviceId, PersonaId, PlaceId};
use crate::language;
use crate::plan::nobody;
use crate::print::Paper;
use crate::sheet::Form;
use crate::stack::{MOST_COPIES, Sides};

use std::collections::{BTreeMap, BTreeSet};

/// How many of a pile, as long as nobody said otherwise.
const USUAL: &str = "10";

/// What is chosen.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Wish {
    people: BTreeSet<PersonaId>,
    phones: BTreeSet<DeviceId>,
    forms: BTreeSet<Form>,
    /// Beside that of the window, where there are several.
    languages: BTreeSet<String>,
    /// How many of a pile, as it was typed, where it was. Kept for piles that are not chosen for a while.
    copies: BTreeMap<Pile, String>,
    /// Whose law those for nobody in particular tell of.
    pub(super) place: Option<PlaceId>,
    pub(super) paper: Paper,
    pub(super) sides: Sides,
}

impl Wish {
    /// A list for everybody, on the paper most printers have. Nobody is chosen yet.
    pub(super) fn new() -> Self {
        Self {
            people: BTreeSet::new(),
            phones: BTreeSet::new(),
            forms: BTreeSet::from([Form::List]),
            languages: BTreeSet::new(),
            copies: BTreeMap::new(),
            place: None,
            paper: Paper::A4,
            sides: Sides::Two,
        }
    }

    pub(super) fn has_person(&self, person: &PersonaId) -> bool {
        self.people.contains(person)
    }

    pub(super) fn has_phone(&self, phone: &DeviceId) -> bool {
        self.phones.contains(phone)
    }

    /// Whether something is made for nobody in particular.
    pub(super) fn has_nobody(&self) -> bool {
        !self.phones.is_empty()
    }

    pub(super) fn has_form(&self, form: Form) -> bool {
        self.forms.contains(&form)
    }

    pub(super) fn forms(&self) -> impl Iterator<Item = Form> {
        self.forms.iter().copied()
    }

    pub(super) fn toggle_person(&mut self, person: PersonaId) {
        toggle(&mut self.people, person);
    }

    pub(super) fn toggle_phone(&mut self, phone: DeviceId) {
        toggle(&mut self.phones, phone);
    }

    pub(super) fn toggle_form(&mut self, form: Form) {
        toggle(&mut self.forms, form);
    }

    /// Whether handouts are made in that language. Without a choice, in the one the window speaks.
    pub(super) fn has_language(&self, tag: &str, pack: &Pack) -> bool {
        self.languages.contains(tag) || self.languages.is_empty() && tag == pack.lang
    }

    /// One language more or less. The last one stays.
    pub(super) fn toggle_language(&mut self, tag: String, pack: &Pack) {
        if self.languages.is_empty() {
            self.languages.insert(pack.lang.clone());
        }

        toggle(&mut self.languages, tag);
    }

    /// What stands in the field of a pile.
    pub(super) fn typed(&self, pile: &Pile) -> &str {
        self.copies.get(pile).map_or(USUAL, String::as_str)
    }

    /// Keeps the digits of what was typed for a pile.
    pub(super) fn type_copies(&mut self, pile: Pile, typed: &str) {
        let digits = typed.chars().filter(char::is_ascii_digit).take(4).collect();

        self.copies.insert(pile, digits);
    }

    /// How many of a pile, if that is a number of copies that can be made.
    pub(super) fn copies(&self, pile: &Pile) -> Option<u32> {
        let copies = self.typed(pile).parse().ok()?;

        (1..=MOST_COPIES).contains(&copies).then_some(copies)
    }

    /// Whether there is anything to make.
    pub(super) fn is_whole(&self, pack: &Pack) -> bool {
        let piles = self.piles(pack);

        !piles.is_empty() && !self.forms.is_empty() && piles.iter().all(|pile| self.copies(pile).is_some())
    }

    /// The piles in the order in which they lie: made-up people in the order of the pack, then nobody in
    /// particular, phone by phone; each in every language.
    pub(super) fn piles(&self, pack: &Pack) -> Vec<Pile> {
        let people = pack.personas.iter().filter(|person| self.has_person(&person.id));
        let phones = nobody::phones(pack).filter(|phone| self.has_phone(&phone.id));
        let known = people.map(|person| Who::Person(person.id.clone()));
        let unknown = phones.map(|phone| Who::Phone(phone.id.clone()));
        let languages = self.languages(pack);
        let in_each = |who: Who| {
            languages.iter().map(move |it| Pile {
                who: who.clone(),
                lang: it.tag.clone(),
            })
        };

        known.chain(unknown).flat_map(in_each).collect()
    }

    /// The languages that are chosen.
    pub(super) fn languages(&self, pack: &Pack) -> Vec<language::Choice> {
        let mut all = language::all(pack);

        all.retain(|it| self.has_language(&it.tag, pack));
        all
    }
}

fn toggle<T: Ord>(chosen: &mut BTreeSet<T>, one: T) {
    if !chosen.remove(&one) {
        chosen.insert(one);
    }
}
