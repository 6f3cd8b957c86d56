//! Threats and measures: each moves something, has a source, and stands behind its gate.
use super::names::Names;
use super::uses::raises;
use super::{Code, Sink};
use crate::content::schema::{Draft, Spot};
use crate::content::{Device, Measure, On, Situation, Steps, Threat, version};

use std::collections::BTreeSet;

/// Looks at every threat, measure and source.
pub(super) fn look(draft: &Draft<'_>, names: &Names<'_>, sink: &mut Sink<'_>) {
    let pack = &draft.pack;
    let cuts = pack.measures.iter().flat_map(|measure| &measure.cuts);
    let cut: BTreeSet<_> = cuts.map(|cut| &cut.threat).collect();

    for (threat, spot) in pack.threats.iter().zip(&draft.threats) {
        if spot.is_sound() {
            shifts(threat, spot, sink);
        }

        if !cut.contains(&threat.id) && names.threats.contains(&threat.id) {
            let message = format!("no measure lessens `{}`", threat.id);

            sink.report(
                Code::Uncut,
                spot.place(),
                message,
                "add a measure, or say in `about` what remains",
            );
        }
    }

    for (measure, spot) in pack.measures.iter().zip(&draft.measures) {
        if spot.is_sound() {
            self::measure(measure, spot, sink);
            versions(measure, spot, &pack.devices, sink);
        }
    }

    sources(draft, sink);
}

fn shifts(threat: &Threat, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    if threat.shifts.is_empty() {
        let message = format!("no answer moves `{}`", threat.id);

        sink.report(Code::Unmoved, spot.place(), message, "add a [[threat.shift]]");
    }

    for (number, shift) in threat.shifts.iter().enumerate() {
        let part = spot.part("shift", number, threat.shifts.len());

        if shift.likelihood == 0 && shift.impact == 0 && !shift.rules_out {
            let help = "add raise_likelihood, raise_impact or rule_out";

            sink.report(Code::MovesNothing, part.of("because"), "this shift moves nothing", help);
        }

        if shift.any.is_empty() && shift.all.is_empty() && shift.none.is_empty() {
            let help = "add when_any, when_all or when_none, or change the number of the threat";

            sink.report(
                Code::MovesNothing,
                part.of("because"),
                "no answer makes this shift",
                help,
            );
        }

        if !shift.none.is_empty() && raises(shift) {
            let message = "`when_none` never fires on a skipped question, so it may not raise";
            let help = "raise the number of the threat, and lower it with when_any";

            sink.report(Code::NoneRaises, part.of("when_none"), message, help);
        }
    }
}

fn measure(measure: &Measure, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    if measure.sources.is_empty() {
        let message = format!("nobody says `{}`", measure.id);

        sink.report(
            Code::NoSource,
            spot.of("sources"),
            message,
            "name who does in `sources`",
        );
    }

    for (number, cut) in measure.cuts.iter().enumerate() {
        if cut.likelihood_by == 0 && cut.impact_by == 0 {
            let part = spot.part("cuts", number, measure.cuts.len());

            sink.report(
                Code::MovesNothing,
                part.of("threat"),
                "this cuts nothing",
                "add likelihood_by or impact_by",
            );
        }
    }

    gate(measure, spot, sink);
}

/// Where the person may say which version they have, every version of steps must be one to compare with.
fn versions(measure: &Measure, spot: &Spot<'_>, devices: &[Device], sink: &mut Sink<'_>) {
    for (number, steps) in measure.steps.iter().enumerate() {
        let part = spot.part("steps", number, measure.steps.len());

        if !devices.iter().any(|device| has_versions(device, steps)) {
            continue;
        }

        for (key, written) in [("os_min", &steps.os_min), ("os_verified", &steps.os_verified)] {
            if !written.is_empty() && !version::is_version(written) {
                let message = format!("`{key}` has no number in it, or too much else");

                sink.report(
                    Code::NoVersion,
                    part.of(key),
                    message,
                    "write it as the screen does: \"26.4\"",
                );
            }
        }

        if version::compare_versions(&steps.os_min, &steps.os_verified).is_gt() {
            let message = "these steps were checked on a version before the first one they hold for";

            sink.report(
                Code::NoVersion,
                part.of("os_min"),
                message,
                "change os_min or os_verified",
            );
        }
    }
}

fn has_versions(device: &Device, steps: &Steps) -> bool {
    matches!(&steps.on, On::Device(on) if *on == device.id) && !device.version_name.is_empty()
}

fn gate(measure: &Measure, spot: &Spot<'_>, sink: &mut Sink<'_>) {
    let head = [(&measure.title, "title"), (&measure.short, "short")];
    let mut found = head
        .into_iter()
        .find_map(|(text, key)| destroying(text).map(|word| (word, spot.of(key))));

    for (number, steps) in measure.steps.iter().enumerate() {
        let part = spot.part("steps", number, measure.steps.len());
        let mut lines = steps.does.iter().chain([&steps.check]);

        found = found.or_else(|| {
            lines
                .find_map(|line| destroying(line))
                .map(|word| (word, part.of("do")))
        });
    }

    let Some((word, at)) = found else { return };
    let help = "write gate = \"legal\" or \"none\", and in gate_why what is lost or why nothing is";

    if !spot.has("gate") || measure.gate_why.is_empty() {
        let message = format!(
            "`{}` says \"{word}\" and does not say whether it needs the gate",
            measure.id
        );

        sink.report(Code::NoGate, at, message, help);
    }
}

/// The first word of `text` that may mean that something is lost.
pub(super) fn destroying(text: &str) -> Option<String> {
    text.split(|letter: char| !letter.is_alphanumeric())
        .map(str::to_lowercase)
        .find(|word| DESTROYING.contains(&word.as_str()))
}

const DESTROYING: [&str; 33] = [
    "delete", "deletes", "deleted", "deleting", "deletion", "wipe", "wipes", "wiped", "wiping", "erase", "erases",
    "erased", "erasing", "clear", "clears", "cleared", "clearing", "purge", "purges", "purged", "purging", "remove",
    "removes", "removed", "removing", "removal", "hide", "hides", "hid", "hidden", "hiding", "erasure", "wiper",
];

fn sources(draft: &Draft<'_>, sink: &mut Sink<'_>) {
    let pack = &draft.pack;
    let rules = pack.places.iter().flat_map(|place| &place.rules);
    let named = pack.measures.iter().flat_map(|measure| &measure.sources);
    let named = named.chain(rules.flat_map(|rule| &rule.sources));
    let named = named.chain(pack.cards.iter().flat_map(|card| &card.sources));
    let advice = pack.situations.iter().flat_map(Situation::advice);
    let named: BTreeSet<_> = named.chain(advice.flat_map(|advice| &advice.sources)).collect();

    for (source, spot) in pack.sources.iter().zip(&draft.sources) {
        if !named.contains(&source.id) {
            let message = format!("nothing names the source `{}`", source.id);

            sink.report(Code::UnusedSource, spot.place(), message, "name it, or leave it out");
        }

        if spot.is_sound() && !is_address(&source.url) {
            let message = "this address could be taken for another";
            let help = "write https:// and the host in plain letters; one in other letters begins with xn--";

            sink.report(Code::BadAddress, spot.of("url"), message, help);
        }
    }
}

/// Whether an address is what it looks like: visible letters of one small alphabet, a host with a name, and
/// nothing before it that could pass for one. Nobody opens it here; somebody may type it elsewhere.
fn is_address(url: &str) -> bool {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let Some(rest) = rest.filter(|rest| rest.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\')) else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_name = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_alphanumeric() || it == b'-');

    host.contains('.') && host.split('.').all(is_name) && host.bytes().any(|byte| byte.is_ascii_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_what_it_looks_like_or_refused() {
        for address in [
            "https://example.org",
            "http://example.org/a?b=c#d",
            "https://xn--bcher-kva.example/",
            "https://a-1.example.org/~who/@me",
        ] {
            assert!(is_address(address), "{address}");
        }

        for address in [
            "",
            "example.org",
            "ftp://example.org",
            "javascript://example.org/%0aalert(1)",
            "file:///etc/passwd",
            "https://",
            "https://localhost/",
            "https://10.0.0.1/",
            "https://example.org:8443/",
            "https://example.org@evil.example/",
            "https://example.org\\@evil.example/",
            "https://ex\u{430}mple.org/",
            "https://example.org/\u{202E}gro.live",
            "https://example.org /",
            "https://.example.org/",
            "https://example..org/",
        ] {
            assert!(!is_address(address), "{address}");
        }
    }

    #[test]
    fn words_that_destroy_are_found_whole_and_in_every_form() {
        for text in ["Delete old chats", "Then: wiping.", "It is (hidden)", "REMOVE it"] {
            assert!(destroying(text).is_some(), "{text}");
        }

        for text in ["Turn it off", "Clearly visible", "A hideout", "undeleted"] {
            assert!(destroying(text).is_none(), "{text}");
        }
    }
}
