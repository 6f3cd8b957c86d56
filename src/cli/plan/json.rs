//! A plan as JSON, format 1. What stands here is a promise to scripts: fields are added, never changed.
use crate::answers::LegalGate;
use crate::cli::page;
use crate::content::id::Id;
use crate::content::{Fit, On, Pack, Word};
use crate::decide::Open;
use crate::plan::{Item, Left, More, Plan, Way};

use serde::Serialize;

/// The whole plan.
#[derive(Serialize)]
pub(super) struct Json<'a> {
    format: u8,
    lang: &'a str,
    first: Vec<String>,
    items: Vec<JsonItem<'a>>,
    if_you_have_time: Vec<JsonMore>,
    decide: Vec<JsonDecide>,
    gate: &'static str,
    residual: Vec<JsonLeft>,
    place: Option<String>,
}

#[derive(Serialize)]
struct JsonItem<'a> {
    id: String,
    when: &'static str,
    lang: &'a str,
    title: &'a str,
    because: Vec<String>,
    gain: u32,
    price: u32,
    devices: Vec<&'a str>,
    steps: Vec<JsonSteps<'a>>,
    baseline: bool,
}

#[derive(Serialize)]
struct JsonSteps<'a> {
    on: &'a str,
    #[serde(rename = "do")]
    does: &'a [String],
    check: &'a str,
    search: &'a str,
    os_min: &'a str,
    os_verified: &'a str,
    fit: &'static str,
    source: &'a str,
    reviewed: String,
    confidence: &'static str,
}

#[derive(Serialize)]
struct JsonMore {
    id: String,
    gain: u32,
}

#[derive(Serialize)]
struct JsonDecide {
    id: String,
    options: Vec<JsonMore>,
}

#[derive(Serialize)]
struct JsonLeft {
    threat: String,
    likelihood: u8,
    impact: u8,
    before: u8,
    after: u8,
}

impl<'a> Json<'a> {
    /// Puts the plan together with the words of its pack.
    pub(super) fn new(pack: &'a Pack, plan: &'a Plan) -> Self {
        Self {
            format: 1,
            lang: &pack.lang,
            first: plan.first.iter().map(ToString::to_string).collect(),
            items: plan
                .items
                .iter()
                .filter_map(|item| json_item(pack, plan, item))
                .collect(),
            if_you_have_time: plan.more.iter().map(json_more).collect(),
            decide: plan.undecided.iter().map(json_decide).collect(),
            gate: match plan.gate {
                LegalGate::Open => "open",
                LegalGate::Closed => "closed",
            },
            residual: plan.left.iter().map(json_left).collect(),
            place: plan.place.as_ref().map(ToString::to_string),
        }
    }
}

fn json_item<'a>(pack: &'a Pack, plan: &Plan, item: &'a Item) -> Option<JsonItem<'a>> {
    let measure = pack.measure(&item.measure)?;

    Some(JsonItem {
        id: item.measure.to_string(),
        when: item.when.word(),
        lang: pack.language_of(&measure.id),
        title: &measure.title,
        because: item.because.iter().map(page::reason).collect(),
        gain: item.gain,
        price: item.price,
        devices: item.on.iter().map(On::word).collect(),
        steps: plan.ways(pack, item).into_iter().map(json_steps).collect(),
        baseline: item.baseline,
    })
}

fn json_steps(way: Way<'_>) -> JsonSteps<'_> {
    let steps = way.steps;

    JsonSteps {
        on: steps.on.word(),
        does: &steps.does,
        check: &steps.check,
        search: &steps.search,
        os_min: &steps.os_min,
        os_verified: &steps.os_verified,
        fit: match way.fit {
            Fit::Unknown => "unknown",
            Fit::Holds => "holds",
            Fit::Newer => "newer",
            Fit::Older => "older",
        },
        source: steps.source.as_ref().map_or("", Id::name),
        reviewed: steps.reviewed.to_string(),
        confidence: steps.confidence.word(),
    }
}

fn json_more(more: &More) -> JsonMore {
    JsonMore {
        id: more.measure.to_string(),
        gain: more.gain,
    }
}

fn json_decide(open: &Open) -> JsonDecide {
    JsonDecide {
        id: open.decision.to_string(),
        options: open
            .sides
            .iter()
            .map(|side| JsonMore {
                id: side.option.to_string(),
                gain: side.takes_away,
            })
            .collect(),
    }
}

fn json_left(left: &Left) -> JsonLeft {
    JsonLeft {
        threat: left.threat.to_string(),
        likelihood: left.before.likelihood,
        impact: left.before.impact,
        before: left.before.risk(),
        after: left.after.risk(),
    }
}
