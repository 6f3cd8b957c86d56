//! The built-in pack with two languages that only the tests speak: most of it in made-up words.
#![cfg(test)]
use crate::content::Pack;
use crate::content::id::MeasureId;

use std::sync::LazyLock;

#[allow(unreachable_pub)]
#[path = "../../tests/support/fill.rs"]
mod fill;

static PACK: LazyLock<Pack> = LazyLock::new(|| {
    let mut files = Pack::built_in_files();

    for (tag, name, status) in [("de", "Deutsch", "machine"), ("fa", "Farsi", "draft")] {
        let template = Pack::built_in()
            .template(tag)
            .replacen(&format!("name = \"{tag}\""), &format!("name = \"{name}\""), 1)
            .replacen("status = \"draft\"", &format!("status = \"{status}\""), 1);
        let text = fill::fill(&without(&template, &left_out()), &fill::made_up);

        files.push(crate::content::SourceFile {
            name: format!("lang/{tag}.toml"),
            text,
        });
    }

    Pack::read(&files).unwrap_or_else(|findings| panic!("{findings}"))
});

static GERMAN: LazyLock<Pack> = LazyLock::new(|| PACK.in_language("de").unwrap());
static FARSI: LazyLock<Pack> = LazyLock::new(|| PACK.in_language("fa").unwrap());

/// The pack, in English, with `de` by a machine and `fa`, from right to left, by a person.
pub(crate) fn pack() -> &'static Pack {
    &PACK
}

/// The same in `de` or `fa`.
pub(crate) fn in_language(tag: &str) -> &'static Pack {
    match tag {
        "de" => &GERMAN,
        "fa" => &FARSI,
        _ => &PACK,
    }
}

/// The measure that neither language says: it is on the first march's list.
pub(crate) fn left_out() -> MeasureId {
    let persona = Pack::built_in()
        .personas
        .iter()
        .find(|it| it.id.as_str() == "first-march")
        .unwrap();
    let plan = crate::plan::Plan::new(Pack::built_in(), &crate::answers::Answers::of(persona));
    let can_be_carried = |id: &&MeasureId| Pack::built_in().measure(id).unwrap().reveals.is_empty();

    plan.first.iter().find(can_be_carried).unwrap().clone()
}

fn without(template: &str, id: &MeasureId) -> String {
    let entries = template.split("\n\n[[");
    let kept: Vec<_> = entries
        .filter(|entry| !entry.starts_with("measure]]") || !entry.contains(&format!("id = \"{id}\"")))
        .collect();

    kept.join("\n\n[[")
}
