//! Marking an item: done, not possible, does not apply; on each device where there are several.
use crate::content::id::DeviceId;
use crate::content::{DeviceKind, On};
use crate::gui::context::Context;
use crate::gui::widget;
use crate::plan::Item;
use crate::plan::progress::{Key, Mark, Role};
use crate::words;

/// The measure that brings a second phone. While it is in the plan, what is done on a phone is done on both.
const SECOND_PHONE: &str = "second-phone";

/// What marking an item so is called, for the way back.
pub(crate) fn said(mark: Option<Mark>) -> String {
    words::text(match mark {
        Some(Mark::Done) => words::id("change-done"),
        Some(Mark::NotPossible) => words::id("change-not-possible"),
        Some(Mark::DoesNotApply) => words::id("change-does-not-apply"),
        None => words::id("change-unmarked"),
    })
}

/// Everywhere an item is done: each device that is there, and both phones where there are two.
pub(super) fn keys(cx: &Context<'_>, item: &Item) -> Vec<Key> {
    item.on
        .iter()
        .flat_map(|on| {
            let roles: &[Role] = if is_doubled(cx, item, on) {
                &[Role::Main, Role::Second]
            } else {
                &[Role::Main]
            };

            roles.iter().map(|role| Key {
                measure: item.measure.clone(),
                on: on.clone(),
                role: *role,
            })
        })
        .collect()
}

fn is_doubled(cx: &Context<'_>, item: &Item, on: &On) -> bool {
    let On::Device(device) = on else {
        return false;
    };
    let has_second = cx.plan().items.iter().any(|it| it.measure.as_str() == SECOND_PHONE);

    has_second && item.measure.as_str() != SECOND_PHONE && kind(cx, device) == Some(DeviceKind::Phone)
}

fn kind(cx: &Context<'_>, device: &DeviceId) -> Option<DeviceKind> {
    cx.pack().device(device).map(|device| device.kind)
}

/// What a key stands for: "iPhone", "iPhone, second phone", "You".
pub(super) fn name(cx: &Context<'_>, key: &Key) -> String {
    let label = label(cx, &key.on);

    match key.role {
        Role::Main => label,
        Role::Second => words::text_with("plan-second", &[("device", label.into())]),
    }
}

/// Where steps are taken, in words.
pub(super) fn label(cx: &Context<'_>, on: &On) -> String {
    match on {
        On::Person => words::text("plan-person"),
        On::Device(device) => cx
            .pack()
            .device(device)
            .map(|device| device.label.clone())
            .unwrap_or_default(),
    }
}

/// Whether nothing is left to do on an item.
pub(super) fn is_settled(cx: &Context<'_>, item: &Item) -> bool {
    let keys = keys(cx, item);

    !keys.is_empty() && keys.iter().all(|key| cx.desk.progress().mark(key).is_some())
}

/// The box in front of an item: ticked when everything is done, struck when it is settled otherwise.
pub(super) fn sign(cx: &Context<'_>, item: &Item) -> widget::Mark {
    let marks: Vec<_> = keys(cx, item).iter().map(|key| cx.desk.progress().mark(key)).collect();

    if marks.is_empty() || marks.iter().any(Option::is_none) {
        widget::Mark::Box(false)
    } else if marks.contains(&Some(Mark::Done)) {
        widget::Mark::Box(true)
    } else {
        widget::Mark::Struck
    }
}
