//! The steps of the compiled-in pack: nobody's device is forgotten, and nothing is said without saying who
//! says it, how to see that it worked, and what to search for when menus have moved.
use daypack::content::{Confidence, DeviceKind, Measure, On, Pack, Steps};

use std::collections::BTreeSet;

/// Why a device has no steps where another of its kind has some: measure, device, reason. `*` is every other
/// device of that kind.
const NOT_THERE: &[(&str, &str, &str)] = &[
    // Phones.
    ("icloud-locked", "*", "iCloud is a service of Apple"),
    (
        "hardened-phone",
        "grapheneos",
        "it is hardened from the start and has no such switch",
    ),
    (
        "nearby-sharing-off",
        "grapheneos",
        "no source names such a service there",
    ),
    ("find-my-on", "grapheneos", "no finding network comes with it"),
    ("find-my-off", "grapheneos", "no finding network comes with it"),
    (
        "no-2g",
        "iphone",
        "only Lockdown Mode does it, and that is its own measure",
    ),
    ("carrier-location", "*", "only iPhones with Apple's own modem have it"),
    ("locks-at-home", "*", "only iPhones delay such changes"),
    (
        "erase-after-ten",
        "*",
        "no source says how, and a duress code is never advised",
    ),
    ("cloud-backup-off", "*", "iCloud is a service of Apple"),
    ("no-self-erase", "*", "no source says that they can"),
    // Computers.
    ("computer-finger-off", "tails", "it keeps no finger"),
    ("computer-lock", "tails", "it is shut down and pulled out, not locked"),
    (
        "folders-stay-here",
        "linux-gnome",
        "nothing goes to a cloud unless the person set it up",
    ),
    (
        "folders-stay-here",
        "linux-kde",
        "nothing goes to a cloud unless the person set it up",
    ),
    (
        "folders-stay-here",
        "tails",
        "nothing goes to a cloud unless the person set it up",
    ),
    ("encrypt-computer", "tails", "what it keeps is always encrypted"),
    ("windows-key", "*", "the key of a Windows disk"),
    ("mac-key", "*", "the key of a Mac's disk"),
    (
        "windows-new-key",
        "windows-home",
        "it would leave the disk open for hours, and nobody tried it",
    ),
    ("windows-new-key", "*", "the key of a Windows disk"),
    ("start-pin", "windows-home", "the edition does not offer it"),
    ("start-pin", "*", "a PIN before Windows starts"),
    ("hardened-phone", "windows-home", "no source names such a mode"),
    ("hardened-phone", "windows-pro", "no source names such a mode"),
    ("hardened-phone", "linux-gnome", "no source names such a mode"),
    ("hardened-phone", "linux-kde", "no source names such a mode"),
    ("hardened-phone", "tails", "it is hardened from the start"),
    ("hide-previews", "tails", "it knows no account that could write"),
    ("cable-lock", "windows-home", "no source names such a setting"),
    ("cable-lock", "windows-pro", "no source names such a setting"),
    ("cable-lock", "linux-gnome", "no source names such a setting"),
    ("cable-lock", "linux-kde", "no source names such a setting"),
    ("cable-lock", "tails", "no source names such a setting"),
    (
        "nearby-sharing-off",
        "windows-home",
        "AirDrop and Quick Share are not part of it",
    ),
    (
        "nearby-sharing-off",
        "windows-pro",
        "AirDrop and Quick Share are not part of it",
    ),
    (
        "nearby-sharing-off",
        "linux-gnome",
        "AirDrop and Quick Share are not part of it",
    ),
    (
        "nearby-sharing-off",
        "linux-kde",
        "AirDrop and Quick Share are not part of it",
    ),
    (
        "nearby-sharing-off",
        "tails",
        "AirDrop and Quick Share are not part of it",
    ),
    ("app-location", "linux-kde", "no source names such a setting"),
    ("app-location", "tails", "it asks nobody where it is"),
    ("ad-id", "macos", "no source names such a number there"),
    ("ad-id", "linux-gnome", "it has no such number"),
    ("ad-id", "linux-kde", "it has no such number"),
    ("ad-id", "tails", "it has no such number"),
];

fn pack() -> &'static Pack {
    Pack::built_in()
}

fn of_kind(kind: DeviceKind) -> Vec<&'static str> {
    let devices = pack().devices.iter().filter(|device| device.kind == kind);

    devices.map(|device| device.id.as_str()).collect()
}

fn has(measure: &Measure, device: &str) -> bool {
    measure.steps.iter().any(|steps| match &steps.on {
        On::Person => true,
        On::Device(on) => on.as_str() == device,
    })
}

fn reason(measure: &Measure, device: &str) -> Option<usize> {
    let is_it = |entry: &&(&str, &str, &str)| entry.0 == measure.id.as_str() && (entry.1 == device || entry.1 == "*");
    let exact = NOT_THERE.iter().position(|entry| is_it(&entry) && entry.1 == device);

    exact.or_else(|| NOT_THERE.iter().position(|entry| is_it(&entry)))
}

/// Every block of steps that is taken on a device, with its name for messages.
fn on_devices() -> Vec<(String, &'static Steps)> {
    let all = pack().measures.iter().flat_map(|measure| {
        let on = measure.steps.iter().filter_map(move |steps| match &steps.on {
            On::Person => None,
            On::Device(device) => Some((format!("{} on {device}", measure.id), steps)),
        });

        on.collect::<Vec<_>>()
    });

    all.collect()
}

#[test]
fn what_one_device_has_every_other_of_its_kind_has_or_a_reason_why_not() {
    let mut forgotten = Vec::new();
    let mut used = BTreeSet::new();

    for kind in [DeviceKind::Phone, DeviceKind::Computer] {
        let devices = of_kind(kind);

        for measure in &pack().measures {
            if !devices.iter().any(|device| has(measure, device)) {
                continue;
            }

            for device in devices.iter().filter(|device| !has(measure, device)) {
                match reason(measure, device) {
                    Some(at) => {
                        used.insert(at);
                    }
                    None => forgotten.push(format!("{} on {device}", measure.id)),
                }
            }
        }
    }

    let stale: Vec<_> = (0..NOT_THERE.len())
        .filter(|at| !used.contains(at))
        .map(|at| NOT_THERE[at])
        .collect();

    assert!(forgotten.is_empty(), "no steps and no reason: {forgotten:#?}");
    assert!(stale.is_empty(), "these reasons are no longer needed: {stale:#?}");
}

#[test]
fn every_platform_of_the_list_has_steps() {
    let named = [
        "iphone",
        "pixel",
        "samsung",
        "android",
        "grapheneos",
        "windows-home",
        "windows-pro",
        "macos",
        "linux-gnome",
        "linux-kde",
        "tails",
        "signal",
        "whatsapp",
    ];

    for device in named {
        let count = on_devices()
            .iter()
            .filter(|(_, steps)| matches!(&steps.on, On::Device(on) if on.as_str() == device))
            .count();

        assert!(count > 1, "{device} has {count}");
    }
}

#[test]
fn steps_that_sound_sure_name_who_says_so() {
    let bare: Vec<_> = on_devices()
        .into_iter()
        .filter(|(_, steps)| steps.confidence != Confidence::Low && steps.source.is_none())
        .map(|(name, _)| name)
        .collect();

    assert!(bare.is_empty(), "sure of it, and nobody says so: {bare:#?}");
}

#[test]
fn every_block_says_how_to_see_that_it_worked_and_what_to_search_for() {
    for (name, steps) in on_devices() {
        assert!(!steps.check.is_empty(), "{name}: no check");
        assert!(!steps.search.is_empty(), "{name}: nothing to search for");
        assert!(steps.does.len() <= 6, "{name}: more than one sitting");
    }
}

#[test]
fn a_step_is_one_thing_to_do() {
    for (name, steps) in on_devices() {
        for line in &steps.does {
            let roads = line.split(". ").filter(|sentence| sentence.contains(" › ")).count();

            assert!(roads <= 1, "{name}: two ways through menus in one step: {line}");
        }
    }
}

#[test]
fn an_iphone_with_a_round_button_is_told_its_own_way() {
    let mut seen = 0;
    let mut texts: Vec<String> = on_devices().iter().map(|(_, steps)| steps.does.join(" ")).collect();

    for device in &pack().devices {
        texts.extend([device.lock_now.clone(), device.power_off.clone()]);
    }

    for text in texts
        .iter()
        .filter(|text| text.contains("side button and a volume button"))
    {
        assert!(text.contains("round button"), "{text}");
        seen += 1;
    }

    assert!(seen >= 4, "blocking and switching off, in the steps and on the device");
}

#[test]
fn what_was_found_nowhere_sends_nobody_through_menus_that_only_some_phones_have() {
    for (name, steps) in on_devices() {
        let is_samsung = matches!(&steps.on, On::Device(on) if on.as_str() == "samsung");

        if is_samsung && steps.confidence == Confidence::Low {
            let is_pixel_path =
                |line: &String| line.contains("Security & privacy ›") || line.contains("Network & internet");

            assert!(
                !steps.does.iter().any(is_pixel_path),
                "{name}: the menus of another maker"
            );
        }
    }
}
