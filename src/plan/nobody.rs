//! The plan of nobody: what is in every plan, for handouts that are given to whoever comes.
//!
//! Made from no answers. What is asked counts as unknown, and what is not in every plan is left out: a
//! list of everything that might concern somebody helps nobody. Of devices it knows phones, those named
//! or all kinds.
use super::Plan;
use crate::answers::{Answers, Given, Known};
use crate::content::id::{DeviceId, PlaceId};
use crate::content::{Choice, Device, DeviceKind, Pack, Question};

impl Plan {
    /// What is in every plan, on these `phones`, or on every kind if none is named; under the law of `place`
    /// where that is named.
    pub fn of_nobody(pack: &Pack, phones: &[DeviceId], place: Option<&PlaceId>) -> Self {
        Self::filled(pack, &unanswered(pack, phones, place), |always| always.clone())
    }
}

/// Every kind of phone there is.
pub fn phones(pack: &Pack) -> impl Iterator<Item = &Device> {
    pack.devices.iter().filter(|device| device.kind == DeviceKind::Phone)
}

/// What everybody with a phone is asked, and may stand on paper.
pub fn asked_of_all(pack: &Pack) -> Vec<&Question> {
    let unanswered = unanswered(pack, &[], None);
    let known = Known::new(pack, &unanswered);

    pack.questions
        .iter()
        .filter(|question| !question.sensitive && known.is_asked(&question.id))
        .collect()
}

/// The phones are there, and the place; nothing else was said.
fn unanswered(pack: &Pack, named: &[DeviceId], place: Option<&PlaceId>) -> Answers {
    let mut answers = Answers::default();
    let is_phone = |choice: &Choice| {
        let mut phones = phones(pack).filter(|phone| named.is_empty() || named.contains(&phone.id));

        phones.any(|phone| choice.device.as_ref() == Some(&phone.id))
    };
    let is_place = |choice: &Choice| place.is_some() && choice.place.as_ref() == place;

    for question in &pack.questions {
        let choices = question.choices.iter();
        let said: Vec<_> = choices.filter(|choice| is_phone(choice) || is_place(choice)).collect();

        if !said.is_empty() {
            let chosen = said.into_iter().map(|choice| choice.id.clone()).collect();

            answers.give(question.id.clone(), Given::Chosen(chosen));
        }
    }

    answers
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::answers::LegalGate;
    use crate::content::On;

    #[test]
    fn nobody_is_told_what_is_in_every_plan_and_no_more() {
        let pack = Pack::built_in();
        let plan = Plan::of_nobody(pack, &[], None);

        assert!((10..30).contains(&plan.items.len()), "{}", plan.items.len());
        assert!(plan.gate == LegalGate::Closed && plan.place.is_none());

        for item in &plan.items {
            let is_needed = item.needed_by.iter().any(|user| plan.item(user).is_some());

            assert!(item.baseline || is_needed, "{}", item.measure);
            assert!(!item.passed, "{}", item.measure);
        }
    }

    #[test]
    fn of_devices_nobody_has_phones_and_all_kinds_of_them() {
        let pack = Pack::built_in();
        let plan = Plan::of_nobody(pack, &[], None);
        let on = |wanted: &str| {
            let mut places = plan.items.iter().flat_map(|item| &item.on);

            places.any(|on| matches!(on, On::Device(id) if id.as_str() == wanted))
        };

        for device in &pack.devices {
            let is_there = on(device.id.as_str());

            match device.kind {
                DeviceKind::Phone => assert!(is_there, "{}", device.id),
                DeviceKind::Computer | DeviceKind::Wearable => assert!(!is_there, "{}", device.id),
                DeviceKind::App => {}
            }
        }
    }

    #[test]
    fn a_phone_that_is_named_is_the_only_one() {
        let pack = Pack::built_in();

        for phone in phones(pack) {
            let plan = Plan::of_nobody(pack, std::slice::from_ref(&phone.id), None);
            let on: Vec<&On> = plan.items.iter().flat_map(|item| &item.on).collect();

            for other in phones(pack) {
                let is_there = on.contains(&&On::Device(other.id.clone()));

                assert_eq!(is_there, other.id == phone.id, "{} for {}", other.id, phone.id);
            }
        }
    }

    #[test]
    fn nothing_that_is_sensitive_is_asked_of_all() {
        let pack = Pack::built_in();
        let asked = asked_of_all(pack);

        assert!(asked.len() > 4);
        assert!(asked.iter().all(|question| !question.sensitive));
    }

    #[test]
    fn the_law_of_a_place_is_told_where_one_is_named() {
        let pack = Pack::built_in();

        for place in &pack.places {
            assert_eq!(
                Plan::of_nobody(pack, &[], Some(&place.id)).place.as_ref(),
                Some(&place.id)
            );
        }
    }
}
