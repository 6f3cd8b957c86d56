//! The piles of a stack: whom each is for, in which language, and the plan that its handouts are made from.
use super::wish::Wish;
use crate::answers::Answers;
use crate::content::Pack;
use crate::content::id::{DeviceId, PersonaId};
use crate::plan::Plan;
use crate::words;

/// Whom a pile is for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Who {
    /// A made-up person.
    Person(PersonaId),
    /// Nobody in particular, with this phone.
    Phone(DeviceId),
}

/// Handouts that lie on one pile.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Pile {
    /// Whom they are for.
    pub(super) who: Who,
    /// The tag of the language they are in.
    pub(super) lang: String,
}

/// A plan, and whom it fits.
pub(super) struct Group {
    pub(super) pack: &'static Pack,
    pub(super) plan: Plan,
    pub(super) about: String,
    pub(super) is_blank: bool,
    pub(super) copies: u32,
}

impl Pile {
    /// What its control is called among others: `first-march-en`.
    pub(super) fn id(&self) -> String {
        let who = match &self.who {
            Who::Person(person) => person.to_string(),
            Who::Phone(phone) => phone.to_string(),
        };

        format!("{who}-{}", self.lang)
    }

    /// Whom it is for, in a few words: “First march, no idea”, and its language where there are several.
    pub(super) fn name(&self, wish: &Wish, pack: &Pack) -> String {
        let who = match &self.who {
            Who::Person(id) => {
                let person = pack.personas.iter().find(|person| person.id == *id);

                person.map(|person| person.name.clone()).unwrap_or_default()
            }
            Who::Phone(id) => {
                let phone = pack.device(id).map(|phone| phone.label.as_str()).unwrap_or_default();

                words::text_with("stack-nobody-with", &[("phone", phone.into())])
            }
        };

        self.in_language(wish, pack, who)
    }

    /// `who`, and the language where there are several.
    fn in_language(&self, wish: &Wish, pack: &Pack, who: String) -> String {
        let languages = wish.languages(pack);

        match languages.iter().find(|it| it.tag == self.lang) {
            Some(language) if languages.len() > 1 => words::text_with(
                "stack-in-language",
                &[("about", who.into()), ("name", language.name.as_str().into())],
            ),
            _ => who,
        }
    }

    /// The plan that its handouts are made from; nothing when nobody can be found.
    pub(super) fn group(&self, wish: &Wish, pack: &'static Pack) -> Option<Group> {
        let spoken = in_language(pack, &self.lang);
        let copies = wish.copies(self)?;
        let (plan, about, is_blank) = match &self.who {
            Who::Person(id) => {
                let person = pack.personas.iter().find(|person| person.id == *id)?;
                let values = [
                    ("name", person.name.as_str().into()),
                    ("about", person.about.as_str().into()),
                ];

                (
                    Plan::new(spoken, &Answers::of(person)),
                    words::text_with("stack-persona", &values),
                    false,
                )
            }
            Who::Phone(id) => {
                let phone = pack.device(id)?;
                let phones = std::slice::from_ref(id);

                (
                    Plan::of_nobody(spoken, phones, wish.place.as_ref()),
                    words::text_with("stack-blank-with", &[("phone", phone.label.as_str().into())]),
                    true,
                )
            }
        };

        Some(Group {
            pack: spoken,
            plan,
            about: self.in_language(wish, pack, about),
            is_blank,
            copies,
        })
    }
}

/// The pack in another language it has.
fn in_language(pack: &'static Pack, tag: &str) -> &'static Pack {
    let spoken = pack.spoken(tag).or_else(|| Pack::built_in_language(tag));

    spoken.unwrap_or(pack)
}
