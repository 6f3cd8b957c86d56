//! One threat in the list: its number, its risk in words, the two scales, and the sum on request.
use super::Message;
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{Kind, badge, body, bullets, caption, card, fold, lines, quiet, segments, strong, subheading};
use crate::risk::{Band, Because, Weighed};
use crate::{language, words};

use iced::Element;
use iced::widget::{Column, column};

/// The words of the five likelihoods, from 0.
const LIKELIHOODS: [&str; 5] = [
    words::id("likelihood-0"),
    words::id("likelihood-1"),
    words::id("likelihood-2"),
    words::id("likelihood-3"),
    words::id("likelihood-4"),
];

/// The words of the five impacts, from 0.
const IMPACTS: [&str; 5] = [
    words::id("impact-0"),
    words::id("impact-1"),
    words::id("impact-2"),
    words::id("impact-3"),
    words::id("impact-4"),
];

/// A threat, as a card.
pub(super) fn row<'a>(cx: &Context<'a>, number: usize, it: &'a Weighed, is_open: bool) -> Element<'a, Message> {
    let Some(threat) = cx.pack().threat(&it.threat) else {
        return column![].into();
    };
    let title = words::text_with(
        "weigh-threat",
        &[
            ("number", number.into()),
            ("title", language::marked(cx.pack(), &threat.id, &threat.title).into()),
        ],
    );
    let risk = words::text_with(
        "weigh-risk",
        &[("risk", it.level.risk().into()), ("band", band(it.level.band()).into())],
    );

    let content = column![
        subheading(title),
        badge(kind(it.level.band()), risk),
        body(threat.about.as_str()),
        scale(it, Scale::Likelihood),
        scale(it, Scale::Impact),
    ]
    .push(it.is_moved.then(|| {
        quiet(words::text("weigh-follow"))
            .id(format!("follow-{}", it.threat))
            .on_press(Message::Follow(it.threat.clone()))
    }))
    .push(fold(
        format!("sum-{}", it.threat),
        words::text_with("weigh-why", &[("risk", it.proposed.risk().into())]),
        (is_open, Message::ToggleSum(it.threat.clone())),
        || sum(it, &threat.articles),
    ))
    .spacing(space::S);

    card(content)
}

#[derive(Clone, Copy)]
enum Scale {
    Likelihood,
    Impact,
}

fn scale<'a>(it: &'a Weighed, scale: Scale) -> Element<'a, Message> {
    let (name, ids, now, proposed) = match scale {
        Scale::Likelihood => (
            words::text("weigh-likelihood"),
            LIKELIHOODS,
            it.level.likelihood,
            it.proposed.likelihood,
        ),
        Scale::Impact => (
            words::text("weigh-impact"),
            IMPACTS,
            it.level.impact,
            it.proposed.impact,
        ),
    };
    let steps = (0..)
        .zip(ids)
        .map(|(value, id)| {
            let threat = it.threat.clone();
            let message = match scale {
                Scale::Likelihood => Message::SetLikelihood(threat, value),
                Scale::Impact => Message::SetImpact(threat, value),
            };

            (words::text(id), message)
        })
        .collect();
    let word = |value: u8| {
        ids.get(usize::from(value))
            .map(|id| words::text(id))
            .unwrap_or_default()
    };
    let says = if now == proposed {
        words::text("weigh-as-proposed")
    } else {
        words::text_with("weigh-proposed", &[("word", word(proposed).into())])
    };
    let id = match scale {
        Scale::Likelihood => format!("likelihood-{}", it.threat),
        Scale::Impact => format!("impact-{}", it.threat),
    };

    segments(id, name, steps, Some(now.into()), says)
}

/// The reasons, and the sum that a person can follow with a pencil.
fn sum<'a>(it: &'a Weighed, articles: &'a [String]) -> Element<'a, Message> {
    let treaty = (!articles.is_empty()).then(|| {
        let named = [("articles", articles.join(", ").into())];

        caption(words::text_with("weigh-articles", &named))
    });

    let reasons = it.because.iter().map(reason);
    let listed: Column<'a, Message> = column![
        caption(words::text_with(
            "weigh-base",
            &[
                ("likelihood", it.base.likelihood.into()),
                ("impact", it.base.impact.into()),
            ],
        )),
        bullets(format!("reasons-{}", it.threat), reasons),
        strong(words::text_with(
            "weigh-sum",
            &[
                ("likelihood", it.proposed.likelihood.into()),
                ("impact", it.proposed.impact.into()),
                ("risk", it.proposed.risk().into()),
            ],
        )),
    ]
    .push(treaty)
    .spacing(space::S);

    if it.is_moved {
        listed
            .push(lines([body(words::text_with(
                "weigh-sum-own",
                &[
                    ("likelihood", it.level.likelihood.into()),
                    ("impact", it.level.impact.into()),
                    ("risk", it.level.risk().into()),
                ],
            ))
            .into()]))
            .into()
    } else {
        listed.into()
    }
}

/// A reason and what it adds, such as "You worry about the police. Likelihood +1".
fn reason(because: &Because) -> String {
    let mut parts = Vec::new();

    if because.is_assumed() {
        parts.push(words::text("weigh-assumed"));
    }

    parts.push(because.text.clone());

    if because.rules_out {
        parts.push(words::text("weigh-rules-out"));
    }
    if because.likelihood != 0 {
        parts.push(words::text_with(
            "weigh-adds-likelihood",
            &[("by", signed(because.likelihood).into())],
        ));
    }
    if because.impact != 0 {
        parts.push(words::text_with(
            "weigh-adds-impact",
            &[("by", signed(because.impact).into())],
        ));
    }

    parts.join(" ")
}

fn signed(by: i8) -> String {
    if by < 0 {
        format!("–{}", by.unsigned_abs())
    } else {
        format!("+{by}")
    }
}

/// The name of a band.
pub(super) fn band(band: Band) -> String {
    words::text(match band {
        Band::None => words::id("band-none"),
        Band::Low => words::id("band-low"),
        Band::Medium => words::id("band-medium"),
        Band::High => words::id("band-high"),
        Band::Severe => words::id("band-severe"),
    })
}

fn kind(band: Band) -> Kind {
    match band {
        Band::None | Band::Low => Kind::Note,
        Band::Medium => Kind::Good,
        Band::High => Kind::Caution,
        Band::Severe => Kind::Severe,
    }
}
