//! Twelve facts that are easy to get wrong. Each test names the wrong sentences it would catch.
use super::said::{all, denies, has, lines, orders, refuse, sentences, steps_on};

use daypack::content::{Gate, Measure, On, Pack, Topic, When};

fn pack() -> &'static Pack {
    Pack::built_in()
}

/// The measures that `is_meant`; at least one, or the test would prove nothing.
fn measures(is_meant: impl Fn(&Measure) -> bool) -> Vec<&'static Measure> {
    let found: Vec<_> = pack().measures.iter().filter(|measure| is_meant(measure)).collect();

    assert!(!found.is_empty(), "no measure is about this any more");

    found
}

#[test]
fn fact_01_what_a_warrant_means_is_said_for_its_place_only() {
    refuse(
        pack(),
        &[
            "Police cannot make you unlock your phone without a warrant.",
            "With a warrant you must tell your code.",
            "You do not have to unlock anything.",
        ],
        &["Microsoft gave such keys to investigators under a warrant in 2025."],
        |sentence| {
            (sentence.has(&["warrant"]) && sentence.has(&["unlock", "code", "answer", "must", "cannot", "search"]))
                || sentence.has(&[
                    "have to unlock",
                    "need not unlock anything",
                    "have to give your code",
                    "need not tell",
                ])
        },
    );

    for place in &pack().places {
        for rule in place.rules.iter().filter(|rule| rule.topic == Topic::Code) {
            let says = rule.says.to_lowercase();

            assert!(
                !has(&says, &["with a warrant you must", "a warrant obliges"]),
                "{}: {says}",
                place.id
            );
        }
    }
}

#[test]
fn fact_02_lockdown_mode_does_not_switch_finger_and_face_off() {
    refuse(
        pack(),
        &[
            "Lockdown Mode switches Face ID and fingerprint off.",
            "In Lockdown Mode only the code unlocks.",
        ],
        &["Lockdown Mode does not switch Face ID off."],
        |sentence| {
            sentence.has(&["lockdown mode"])
                && sentence.has(&["finger", "face", "biometric", "touch id", "unlock"])
                && !denies(&sentence.text.replace("only", ""))
        },
    );

    for (measure, text) in steps_on(pack(), "iphone") {
        assert!(
            !text.replace("lockdown mode", "").contains("lockdown"),
            "{}: an iPhone has no Lockdown button",
            measure.id
        );
    }
}

#[test]
fn fact_03_locking_is_not_switching_off() {
    refuse(
        pack(),
        &[
            "Locking the phone is as good as switching it off.",
            "Lockdown puts the phone back before first unlock.",
        ],
        &["Blocking is not switching off: the phone stays within reach of tools."],
        |sentence| {
            sentence.has(&["lock"])
                && sentence.has(&["as good as", "same as switching", "same as off", "before first unlock"])
                && !denies(&sentence.text)
        },
    );

    for measure in measures(|measure| orders(measure).contains("blocks finger") || measure.id.as_str() == "quick-block")
    {
        assert!(all(measure).contains("not switching off"), "{}", measure.id);
    }

    assert!(!measures(|measure| orders(measure).contains("power off")).is_empty());
}

#[test]
fn fact_04_a_phone_that_is_off_can_still_be_findable() {
    refuse(
        pack(),
        &[
            "A phone that is off cannot be found.",
            "Switched off, the phone is silent.",
        ],
        &[
            "Some phones stay findable when off.",
            "A phone that seems off may still send a beacon.",
        ],
        |sentence| {
            sentence.has(&[" off"])
                && sentence.has(&["phone"])
                && sentence.has(&[
                    "cannot be found",
                    "cannot be located",
                    "is silent",
                    "sends nothing",
                    "invisible",
                    "nobody can find",
                ])
        },
    );

    for measure in measures(|measure| {
        let orders = orders(measure);

        has(
            &orders,
            &["phone switched off", "phone fully off", "switch it fully off"],
        )
    }) {
        assert!(has(&all(measure), &["findable", "beacon"]), "{}", measure.id);
    }
}

#[test]
fn fact_05_airplane_mode_stops_the_network_and_not_gps() {
    refuse(
        pack(),
        &[
            "Airplane mode stops GPS.",
            "In airplane mode nobody can locate you.",
            "Airplane mode ends all location.",
        ],
        &[
            "Airplane mode does not stop GPS.",
            "It stops the network, not GPS, Wi-Fi or Bluetooth.",
        ],
        |sentence| {
            sentence.has(&["airplane mode"])
                && sentence.has(&["gps", "locat", "position", "track"])
                && !sentence.has(&["not ", "settings ›", "end airplane", "off "])
        },
    );

    for measure in measures(|measure| measure.title.to_lowercase().contains("airplane")) {
        let careful = measure.careful.to_lowercase();

        assert!(
            careful.contains("gps") && careful.contains("not stop"),
            "{}",
            measure.id
        );
        assert!(
            careful.contains("wi-fi") && careful.contains("bluetooth"),
            "{}",
            measure.id
        );
    }
}

#[test]
fn fact_06_on_an_iphone_the_radios_go_off_in_settings() {
    let is_wrong = |line: &str| {
        let line = line.to_lowercase();

        has(&line, &["control cent"]) && has(&line, &["wi-fi", "bluetooth"]) && !denies(&line)
    };

    assert!(is_wrong("Switch Wi-Fi and Bluetooth off in Control Centre."));
    assert!(!is_wrong(
        "Not Control Centre: it only disconnects Wi-Fi and Bluetooth."
    ));

    for measure in &pack().measures {
        for steps in measure.steps.iter().filter(|steps| is_on(&steps.on, "iphone")) {
            for line in lines(steps) {
                assert!(!is_wrong(line), "{}: {line}", measure.id);
            }
        }
    }

    for measure in measures(|measure| has(&measure.title.to_lowercase(), &["bluetooth"])) {
        let steps = measure.steps.iter().find(|steps| is_on(&steps.on, "iphone")).unwrap();

        assert!(
            steps.does.iter().any(|line| line.contains("Settings")),
            "{}",
            measure.id
        );
    }
}

#[test]
fn fact_07_a_timer_starts_when_the_message_is_read() {
    refuse(
        pack(),
        &[
            "The timer starts when the message is sent.",
            "The clock runs from the moment it arrives.",
        ],
        &["On a phone that receives, the clock starts when the message is read there."],
        |sentence| {
            sentence.has(&["timer", "clock"])
                && sentence.has(&["start", "run from", "runs from", "count"])
                && sentence.has(&["sent", "sending", "arrive", "delivered"])
        },
    );

    for measure in
        measures(|measure| has(&measure.title.to_lowercase(), &["timer", "disappear"]) && measure.gate == Gate::Legal)
    {
        let careful = measure.careful.to_lowercase();

        assert!(careful.contains("read") && careful.contains("unread"), "{}", measure.id);
    }
}

#[test]
fn fact_08_notices_outlive_messages_so_their_content_is_hidden() {
    refuse(
        pack(),
        &[
            "After the update notices need not be hidden.",
            "Deleted messages are gone from notifications too.",
        ],
        &["Officers have read messages there that were gone from the app."],
        |sentence| {
            sentence.has(&["notice", "notification"])
                && sentence.has(&[
                    "need not be hidden",
                    "gone from notif",
                    "gone from notice",
                    "safe since",
                ])
        },
    );

    assert!(
        measures(|measure| measure.baseline).iter().any(|measure| {
            let title = measure.title.to_lowercase();

            title.contains("hide") && has(&title, &["locked screen", "notice", "notification"])
        }),
        "hiding what notices say is for everybody"
    );
    assert!(
        sentences(pack())
            .iter()
            .any(|sentence| sentence.has(&["notice", "notification"]) && sentence.has(&["gone from the app"])),
        "somewhere it says that the text of notices outlives the message"
    );
}

#[test]
fn fact_09_windows_may_have_given_the_key_away() {
    refuse(
        pack(),
        &[
            "Only you have the BitLocker key.",
            "The recovery key never leaves your computer.",
        ],
        &["Windows 11 often uploads the key to your Microsoft account by itself."],
        |sentence| {
            sentence.has(&["key"])
                && sentence.has(&["bitlocker", "recovery", "windows"])
                && sentence.has(&["only you have", "never leaves", "nobody else has"])
        },
    );

    for edition in ["windows-home", "windows-pro"] {
        let told = measures(|measure| {
            let text = all(measure);

            text.contains("microsoft account")
                && text.contains("key")
                && measure.steps.iter().any(|steps| is_on(&steps.on, edition))
        });

        assert!(!told.is_empty(), "{edition}");
    }
}

#[test]
fn fact_10_face_id_is_changed_at_home_the_day_before() {
    for (measure, text) in steps_on(pack(), "iphone") {
        let changes = text.contains("face id") && has(&text, &["switch off iphone unlock", "change passcode"]);

        if changes {
            assert!(measure.when <= When::DaysBefore, "{} comes too late", measure.id);
            assert!(
                has(&all(measure), &["at home", "days before"]),
                "{} does not say where and when",
                measure.id
            );
        }
    }

    let off = measures(|measure| orders(measure).contains("switch off iphone unlock"));

    assert!(
        off.iter().all(|measure| all(measure).contains("hour")),
        "the delay is named"
    );
}

#[test]
fn fact_11_gestures_that_block_can_call_for_help() {
    let mut blocks: Vec<(String, String)> = pack()
        .measures
        .iter()
        .flat_map(|measure| {
            measure
                .steps
                .iter()
                .map(move |steps| (measure.id.to_string(), lines(steps).join(" ")))
        })
        .collect();

    for device in &pack().devices {
        blocks.push((device.id.to_string(), device.lock_now.clone()));
        blocks.push((device.id.to_string(), device.power_off.clone()));
    }

    let mut seen = 0;

    for (at, block) in blocks {
        let block = block.to_lowercase();

        if block.contains("side button and a volume button") {
            seen += 1;
            assert!(block.contains("let go"), "{at}: holding on can call for help");
        }

        if has(
            &block,
            &[
                "five quick presses",
                "quick presses",
                "press it five times",
                "five times quickly",
            ],
        ) {
            seen += 1;
            assert!(
                has(&block, &["call", "emergency", "ring"]),
                "{at}: this can call for help"
            );
        }
    }

    assert!(seen > 2, "the gestures are explained somewhere");
}

#[test]
fn fact_12_emptying_a_device_stands_behind_the_gate() {
    let tells = |text: &str| {
        text.split(['.', '\n', ';']).any(|sentence| {
            has(sentence, &["wipe", "erase"])
                && has(sentence, &["phone", "device", "data", "itself", "afar", "wipe last"])
                && !denies(sentence)
        })
    };

    assert!(tells("wipe it from afar.") && tells("let the phone erase itself"));
    assert!(!tells("do not wipe it."));

    for measure in &pack().measures {
        assert!(
            measure.gate == Gate::Legal || !tells(&orders(measure)),
            "{} empties a device, and stands behind no gate",
            measure.id
        );
    }

    assert!(
        sentences(pack())
            .iter()
            .any(|sentence| sentence.has(&["wiping a phone"]) && sentence.has(&["charged"])),
        "somewhere it says that wiping was charged"
    );
}

fn is_on(on: &On, name: &str) -> bool {
    matches!(on, On::Device(device) if device.as_str() == name)
}
