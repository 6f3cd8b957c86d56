//! Which version a device has: said once, beside its steps, or not at all.
//!
//! Nothing waits for it. It chooses between steps, and says when menus may have moved.
use super::{Message, Plan};
use crate::content::{Device, Fit, LONGEST_VERSION, On, Version};
use crate::gui::context::Context;
use crate::gui::theme::space;
use crate::gui::widget::{self, Kind, caption, field, lines, link, quiet, strong};
use crate::plan::Way;
use crate::words;

use iced::Element;
use iced::widget::column;

/// What the person has there, or where to look; nothing for what has no version that matters.
pub(super) fn line<'a>(plan: &'a Plan, cx: &Context<'a>, on: &On) -> Option<Element<'a, Message>> {
    let On::Device(id) = on else { return None };
    let device = cx.pack().device(id).filter(|device| !device.version_name.is_empty())?;
    let has = cx.desk.answers().version(id);

    Some(match &plan.version {
        Some((editing, written)) if editing == id => writing(device, written),
        _ => said(device, has),
    })
}

/// What was said, or the way to say it.
fn said<'a>(device: &Device, has: Option<&Version>) -> Element<'a, Message> {
    let edit = Message::EditVersion(
        device.id.clone(),
        has.map(|version| version.as_str().to_owned()).unwrap_or_default(),
    );
    let way = |name: String| link(name).id(format!("version-{}", device.id)).on_press(edit.clone());

    match has {
        Some(version) => {
            let version = version.on(device);
            let name = words::text_with("plan-version-change", &[("version", version.clone().into())]);

            lines([
                caption(words::text_with("plan-version-yours", &[("version", version.into())])).into(),
                way(name).into(),
            ])
            .into()
        }
        None => way(words::text_with(
            "plan-version-say",
            &[("device", device.label.as_str().into())],
        ))
        .into(),
    }
}

/// The line to write it in, with where to find it.
fn writing<'a>(device: &Device, written: &'a str) -> Element<'a, Message> {
    let is_wrong = !written.trim().is_empty() && Version::read(written).is_none();
    let id = device.id.clone();
    let find = words::text_with("plan-version-find", &[("find", device.find_version.as_str().into())]);

    column![
        field(
            "version",
            words::text_with("plan-version-field", &[("name", device.version_name.as_str().into())]),
            written,
        )
        .note(find)
        .problem(is_wrong.then(|| words::text("plan-version-wrong")))
        .on_input(move |written| Message::EditVersion(id.clone(), shortened(&written)))
        .on_submit(Message::KeepVersion),
        quiet(words::text("plan-version-keep")).on_press_maybe((!is_wrong).then_some(Message::KeepVersion)),
    ]
    .spacing(space::XS)
    .into()
}

/// No version is longer; what is pasted by mistake is not kept whole.
fn shortened(written: &str) -> String {
    written.chars().take(LONGEST_VERSION).collect()
}

/// A mark on steps that were not checked on the version the person has.
pub(super) fn badge<'a>(way: Way<'a>) -> Option<Element<'a, Message>> {
    match way.fit {
        Fit::Unknown | Fit::Holds => None,
        Fit::Newer => Some(widget::badge(Kind::Caution, words::text("plan-newer"))),
        Fit::Older => Some(widget::badge(Kind::Caution, words::text("plan-older"))),
    }
}

/// What to do when the version is another one than the steps were checked on.
pub(super) fn moved<'a>(way: Way<'a>) -> Option<Element<'a, Message>> {
    let steps = way.steps;
    let moved = match way.fit {
        Fit::Unknown | Fit::Holds => return None,
        Fit::Newer => words::text_with(
            "steps-newer",
            &[
                ("last", steps.os_verified.as_str().into()),
                ("word", steps.search.as_str().into()),
            ],
        ),
        Fit::Older => words::text_with(
            "steps-older",
            &[
                ("first", steps.os_min.as_str().into()),
                ("word", steps.search.as_str().into()),
            ],
        ),
    };

    Some(strong(moved).into())
}

#[cfg(test)]
mod tests {
    use super::super::{Action, List, Message, Plan};
    use crate::content::id::DeviceId;
    use crate::content::{On, Version};
    use crate::gui::context::{Stage, assert_whole};
    use crate::gui::widget::probe::Probe;

    /// Opens the first item that is done on the phone of this person and nowhere else.
    fn open() -> (Stage, Plan) {
        let stage = Stage::of("first-march");
        let mut screen = Plan::new(&stage.context());
        let item = stage.desk.plan().items.iter().find(|item| {
            let is_phone = |on: &On| matches!(on, On::Device(id) if id.as_str() == "iphone");

            item.on.iter().all(is_phone)
        });
        let item = item.expect("something is done on the phone");

        screen.when = item.when;
        screen.open = Some((List::Time, item.measure.clone()));

        (stage, screen)
    }

    fn has(stage: &mut Stage, version: &str) {
        let version = Version::read(version);

        stage.desk.answer(String::new(), stage.now, |answers| {
            answers.set_version(DeviceId::new("iphone").expect("an id"), version);
        });
    }

    fn says(stage: &Stage, screen: &Plan, words: &str) -> bool {
        Probe::tight().show(screen.view(&stage.context())).says(words)
    }

    #[test]
    fn a_newer_version_is_told_that_menus_may_have_moved() {
        let (mut stage, screen) = open();

        assert!(!says(&stage, &screen, "Your version is newer"));

        has(&mut stage, "99.1");
        assert!(says(&stage, &screen, "Your version is newer"));
        assert!(says(&stage, &screen, "You have iOS 99.1."));
        assert!(!says(&stage, &screen, "If a menu is missing"), "it was said above");
        assert_whole(&mut stage, &screen, Plan::view);

        has(&mut stage, "26");
        assert!(!says(&stage, &screen, "Your version is newer"));
    }

    #[test]
    fn a_version_is_written_kept_and_forgotten() {
        let (mut stage, mut screen) = open();
        let id = DeviceId::new("iphone").expect("an id");
        let write = |screen: &mut Plan, stage: &Stage, written: &str| {
            let _ = screen.update(&stage.context(), Message::EditVersion(id.clone(), written.to_owned()));

            screen.update(&stage.context(), Message::KeepVersion)
        };

        assert!(matches!(write(&mut screen, &stage, " 26.4 "), Action::Version(_, Some(it)) if it.as_str() == "26.4"));
        assert!(matches!(write(&mut screen, &stage, ""), Action::Version(_, None)));
        assert!(matches!(write(&mut screen, &stage, "no idea"), Action::None));
        assert!(
            says(&stage, &screen, "There is no version in that."),
            "and it stays open"
        );
        assert_whole(&mut stage, &screen, Plan::view);
    }
}
