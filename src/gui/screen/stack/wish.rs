//! What a trainer wishes for, and the pages that come of it.
use crate::answers::Answers;
use crate::content::Pack;
use crate::content::id::{DeviceId, PersonaId};
use crate::gui::notice::Notice;
use crate::language;
use crate::plan::{Plan, nobody};
use crate::print::Paper;
use crate::print::page::Page;
use crate::sheet::{Form, Source};
use crate::stack::{self, Count, Laid, MOST_COPIES, Pile, Sides};
use crate::words;

use std::collections::BTreeSet;
use std::ops::ControlFlow;
use std::sync::Arc;

/// What is chosen.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Wish {
    people: BTreeSet<PersonaId>,
    phones: BTreeSet<DeviceId>,
    forms: BTreeSet<Form>,
    /// Beside that of the window, where there are several.
    languages: BTreeSet<String>,
    /// As it was typed.
    pub(super) copies: String,
    pub(super) paper: Paper,
    pub(super) sides: Sides,
}

/// Pages that are set, and of which wish.
pub(crate) struct Ready {
    pub(super) laid: Laid,
    /// The first of them, at least one.
    pub(super) beginning: Arc<[Page]>,
    pub(super) count: Count,
    wish: Wish,
}

/// A plan, and whom it fits.
struct Group {
    pack: &'static Pack,
    plan: Plan,
    about: String,
    is_blank: bool,
}

impl Wish {
    /// A list for everybody, on the paper most printers have. Nobody is chosen yet.
    pub(super) fn new() -> Self {
        Self {
            people: BTreeSet::new(),
            phones: BTreeSet::new(),
            forms: BTreeSet::from([Form::List]),
            languages: BTreeSet::new(),
            copies: "10".to_owned(),
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

    pub(super) fn has_form(&self, form: Form) -> bool {
        self.forms.contains(&form)
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

    /// Keeps the digits of what was typed.
    pub(super) fn type_copies(&mut self, typed: &str) {
        self.copies = typed.chars().filter(char::is_ascii_digit).take(4).collect();
    }

    /// How many of each, if that is a number of copies that can be made.
    pub(super) fn copies(&self) -> Option<u32> {
        let copies = self.copies.parse().ok()?;

        (1..=MOST_COPIES).contains(&copies).then_some(copies)
    }

    /// Whether there is anything to make.
    pub(super) fn is_whole(&self) -> bool {
        let has_somebody = !self.people.is_empty() || !self.phones.is_empty();

        has_somebody && !self.forms.is_empty() && self.copies().is_some()
    }

    /// Made-up people in the order of the pack, then nobody in particular, phone by phone; each in every
    /// language.
    fn groups(&self, pack: &'static Pack) -> Vec<Group> {
        let people = pack.personas.iter().filter(|person| self.has_person(&person.id));
        let phones = nobody::phones(pack).filter(|phone| self.has_phone(&phone.id));

        let known = people.flat_map(|person| {
            let values = [
                ("name", person.name.as_str().into()),
                ("about", person.about.as_str().into()),
            ];
            let about = words::text_with("stack-persona", &values);

            self.in_each(pack, &about, |pack| Plan::new(pack, &Answers::of(person)))
        });
        let unknown = phones.flat_map(|phone| {
            let about = words::text_with("stack-blank-with", &[("phone", phone.label.as_str().into())]);
            let plan = |pack: &Pack| Plan::of_nobody(pack, std::slice::from_ref(&phone.id), None);
            let groups = self.in_each(pack, &about, plan);

            groups.into_iter().map(|group| Group {
                is_blank: true,
                ..group
            })
        });

        known.chain(unknown).collect()
    }

    /// The same people in every language that is chosen.
    fn in_each(&self, pack: &'static Pack, about: &str, plan: impl Fn(&Pack) -> Plan) -> Vec<Group> {
        let all = language::all(pack);
        let chosen: Vec<_> = all.iter().filter(|it| self.has_language(&it.tag, pack)).collect();
        let is_one = chosen.len() < 2;
        let group = |choice: &&language::Choice| {
            let pack = in_language(pack, &choice.tag);
            let values = [("about", about.into()), ("name", choice.name.as_str().into())];

            Group {
                pack,
                plan: plan(pack),
                about: if is_one {
                    about.to_owned()
                } else {
                    words::text_with("stack-in-language", &values)
                },
                is_blank: false,
            }
        };

        chosen.iter().map(group).collect()
    }

    /// Sets the pages. Never on the thread that draws.
    pub(super) fn set(self, pack: &'static Pack, go_on: impl FnMut() -> ControlFlow<()>) -> Result<Arc<Ready>, Notice> {
        let copies = self.copies().unwrap_or(0);
        let groups = words::within(&pack.lang, || self.groups(pack));
        let stack = stack::Stack {
            pack,
            piles: groups
                .iter()
                .map(|group| Pile {
                    source: Source::new(group.pack, &group.plan),
                    about: group.about.clone(),
                    is_blank: group.is_blank,
                    copies,
                })
                .collect(),
            forms: self.forms.iter().copied().collect(),
            paper: self.paper,
            sides: self.sides,
        };
        let laid = stack.lay_out(go_on).map_err(|error| Notice::from(&error))?;

        Ok(Arc::new(Ready {
            beginning: laid.beginning().into(),
            count: laid.count(),
            laid,
            wish: self,
        }))
    }
}

impl Ready {
    /// Whether these are still the pages of `wish`.
    pub(super) fn is_of(&self, wish: &Wish) -> bool {
        self.wish == *wish
    }
}

/// The pack in another language it has.
fn in_language(pack: &'static Pack, tag: &str) -> &'static Pack {
    let spoken = pack.spoken(tag).or_else(|| Pack::built_in_language(tag));

    spoken.unwrap_or(pack)
}

fn toggle<T: Ord>(chosen: &mut BTreeSet<T>, one: T) {
    if !chosen.remove(&one) {
        chosen.insert(one);
    }
}
