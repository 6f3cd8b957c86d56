//! The restore list: what was changed, how it was, how to go back, what is worth keeping.
use super::build::*;

use daypack::answers::Answers;
use daypack::content::{Device, DeviceKind, Measure, On, Pack, Steps};
use daypack::plan::Plan;
use daypack::plan::progress::{Earlier, Key, Mark, Progress, Role};
use daypack::plan::restore::restore;

fn device(name: &str) -> Device {
    Device {
        id: device_id(name),
        label: name.to_owned(),
        kind: DeviceKind::Phone,
        lock_now: String::new(),
        power_off: String::new(),
        find_version: String::new(),
        version_name: String::new(),
    }
}

fn sample() -> Pack {
    let mut brings = question("brings", &["pixel", "iphone"], &["pixel", "iphone"]);

    brings.choices[0].device = Some(device_id("pixel"));
    brings.choices[1].device = Some(device_id("iphone"));

    let on = |name: &str| Steps {
        on: On::Device(device_id(name)),
        ..steps()
    };
    let changing = |name: &str, undo: &str| Measure {
        changes_setting: true,
        undo: undo.to_owned(),
        steps: vec![on("iphone"), on("pixel")],
        ..cutting(name, 5, &[("t", 1, 0)])
    };

    Pack {
        questions: vec![brings],
        devices: vec![device("pixel"), device("iphone")],
        threats: vec![threat("t", 4, 4)],
        measures: vec![
            changing("location-off", "Switch it on again."),
            Measure {
                keep_after: true,
                ..changing("code", "")
            },
            cutting("talk", 5, &[("t", 1, 0)]),
        ],
        ..pack()
    }
}

fn key(measure: &str, on: &str, role: Role) -> Key {
    Key {
        measure: measure_id(measure),
        on: On::Device(device_id(on)),
        role,
    }
}

#[test]
fn without_any_mark_everything_that_changes_a_setting_is_there_to_fill_in() {
    let pack = sample();
    let list = restore(&pack, &Plan::new(&pack, &Answers::default()), &Progress::default());
    let devices: Vec<On> = list.devices.iter().map(|part| part.on.clone()).collect();

    assert_eq!(devices, ["pixel", "iphone"].map(|name| On::Device(device_id(name))));

    for part in &list.devices {
        assert_eq!(part.lines.len(), 2, "talking changes no setting");
        assert!(part.lines.iter().all(|line| !line.done && line.earlier.is_none()));
    }
}

#[test]
fn once_something_is_marked_only_what_was_changed_is_there() {
    let pack = sample();
    let mut progress = Progress::default();

    progress
        .set(key("code", "iphone", Role::Main), Some(Mark::Done))
        .unwrap();
    progress
        .set(key("location-off", "iphone", Role::Main), Some(Mark::NotPossible))
        .unwrap();
    progress
        .set(key("location-off", "pixel", Role::Second), Some(Mark::Done))
        .unwrap();
    progress
        .set_earlier(key("location-off", "pixel", Role::Second), Some(Earlier::On))
        .unwrap();

    let list = restore(&pack, &Plan::new(&pack, &Answers::default()), &progress);

    assert_eq!(list.devices.len(), 2);

    let second = &list.devices[0];
    assert_eq!(second.role, Role::Second);
    assert_eq!(second.lines[0].earlier, Some(Earlier::On));
    assert_eq!(second.lines[0].back.as_deref(), Some("Switch it on again."));

    let main = &list.devices[1];
    assert_eq!(main.lines.len(), 1);
    assert!(
        main.lines[0].keep && main.lines[0].back.is_none(),
        "we know no way back"
    );
}

#[test]
fn what_was_changed_stays_on_the_list_when_its_measure_has_left_the_plan() {
    let pack = sample();
    let mut progress = Progress::default();

    progress
        .set(key("location-off", "pixel", Role::Main), Some(Mark::Done))
        .unwrap();

    let without = Plan::new(&pack, &said(&["brings."]));

    assert!(without.item(&measure_id("location-off")).is_none());
    assert_eq!(restore(&pack, &without, &progress).devices.len(), 1);
}
