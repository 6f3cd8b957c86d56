//! What became different since the person last saw their plan.
use super::Document;
use crate::answers::Known;
use crate::content::id::{MeasureId, QuestionId};
use crate::content::{Pack, Retired};
use crate::plan::Plan;

/// One difference between the plan as it was seen and the plan as it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// It says something else now: its steps may have changed.
    Reworded(MeasureId),
    /// It is new.
    Added(MeasureId),
    /// It is still advised to others, but no longer in this plan.
    Left(MeasureId),
    /// It is no longer part of the pack.
    Gone {
        /// What it was called by.
        measure: MeasureId,
        /// What it was called, or what took its place; empty when the pack does not say.
        title: String,
        /// Why it went; empty when the pack does not say.
        why: String,
    },
    /// It is asked now, or in another way, and was not answered yet: the careful answer is assumed.
    Asks(QuestionId),
}

impl Document {
    /// What a newer pack changed about this plan, in the order of the names. Nothing while it was not seen yet.
    pub fn changes(&self, pack: &Pack) -> Vec<Change> {
        let known = Known::new(pack, &self.answers);
        let mut changes = Vec::new();

        for (id, stamp) in &self.seen {
            match pack.measure(id) {
                Some(measure) if !known.is_withheld(id) && pack.stamp(measure) != *stamp => {
                    changes.push(Change::Reworded(id.clone()));
                }
                Some(_) => {}
                None => changes.push(Change::Gone {
                    measure: id.clone(),
                    title: title(pack, id),
                    why: retired(pack, id).map(|it| it.why.clone()).unwrap_or_default(),
                }),
            }
        }

        // With the pack unchanged, what is new comes from the person's own answers, and is no news.
        if !self.seen.is_empty() && self.pack != super::MadeWith::of(pack) {
            let plan = Plan::new(pack, &self.answers);
            let left = self
                .seen
                .keys()
                .filter(|id| pack.measure(id).is_some() && !known.is_withheld(id) && plan.item(id).is_none());

            changes.extend(left.cloned().map(Change::Left));

            let new = plan
                .items
                .into_iter()
                .filter(|item| !self.seen.contains_key(&item.measure));

            changes.extend(new.map(|item| Change::Added(item.measure)));

            let open = pack
                .questions
                .iter()
                .filter(|question| known.is_asked(&question.id) && self.answers.given(&question.id).is_none());

            changes.extend(open.map(|question| Change::Asks(question.id.clone())));
        }

        changes
    }
}

fn retired<'a>(pack: &'a Pack, id: &MeasureId) -> Option<&'a Retired> {
    let name = format!("measure:{id}");

    pack.retired.iter().find(|retired| retired.id == name)
}

/// What it was called; or what took its place is called.
fn title(pack: &Pack, id: &MeasureId) -> String {
    let Some(retired) = retired(pack, id) else {
        return String::new();
    };
    let heir = retired.replaced_by.strip_prefix("measure:");
    let heir = heir.and_then(|heir| pack.measures.iter().find(|it| it.id.as_str() == heir));

    match heir {
        _ if !retired.title.is_empty() => retired.title.clone(),
        Some(heir) => heir.title.clone(),
        None => String::new(),
    }
}
