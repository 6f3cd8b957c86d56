//! A made-up person, or what a real one wrote down: an answers file.
use super::row::Row;
use crate::content::check::Code;
use crate::content::id::{DeviceId, Id, PersonaId, ThreatId};
use crate::content::{Persona, Version, limits};

/// Whether a file must say whose answers it holds.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Sort {
    /// One of the pack's own people: name and promises are needed.
    Made,
    /// Answers of whoever uses the program: only the answers count.
    Own,
}

/// Reads a `[[persona]]` of a pack that is one file.
pub(super) fn entry(row: &mut Row<'_, '_>) -> Option<Persona> {
    let id = row.id("id");

    Some(read(row, id?, Sort::Made))
}

/// Reads a file or a table of answers. `id` is the name of its file.
pub(super) fn read(row: &mut Row<'_, '_>, id: PersonaId, sort: Sort) -> Persona {
    let told = |row: &mut Row<'_, '_>, key| match sort {
        Sort::Made => row.text(key, limits::TITLE),
        Sort::Own => row.maybe_text(key, limits::TITLE),
    };
    let mut persona = Persona {
        id,
        name: told(row, "name"),
        about: told(row, "about"),
        answers: row.choices("answers"),
        none: row.ids("none"),
        decisions: row.sides("decisions"),
        weigh: Vec::new(),
        versions: Vec::new(),
        must: row.ids("must"),
        must_never: row.ids("must_never"),
    };

    row.free("weigh", |row, threat, at| {
        let likelihood = rating(row, "likelihood");
        let impact = rating(row, "impact");

        match ThreatId::make(threat) {
            Some(threat) => persona.weigh.push((threat, likelihood, impact)),
            None => row.bad_id(at, threat),
        }
    });

    for (device, at, value) in row.free_values("versions") {
        let version = value.get_ref().as_str().and_then(Version::read);

        match (DeviceId::make(device), version) {
            (Some(device), Some(version)) => persona.versions.push((device, version)),
            (None, _) => row.bad_id(at, device),
            (Some(_), None) => row.report(
                Code::BadWord,
                value,
                format!("the version of `{device}` has no number in it, or too much else"),
                "copy what the screen says, such as \"26.4\"",
            ),
        }
    }

    persona
}

fn rating(row: &mut Row<'_, '_>, key: &'static str) -> Option<u8> {
    row.number(key, 0..=i64::from(limits::RATING))
        .and_then(|rating| u8::try_from(rating).ok())
}
