//! Pages to look at: `cargo test --test main sheet::look -- --ignored`, then see `target/pages`.
use super::safe_list;
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::{self, Paper};
use daypack::sheet::Setting;

use std::fs;

#[test]
#[ignore = "draws the list of every persona for people to look at"]
#[allow(clippy::disallowed_methods, reason = "nothing is lost when this is interrupted")]
fn pages_to_look_at() {
    let folder = support::root().join("target/pages");
    let pack = Pack::built_in();
    fs::create_dir_all(&folder).unwrap();

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));

        for setting in [Setting::Normal, Setting::Compact] {
            for paper in Paper::ALL {
                let sheet = safe_list(pack, &plan, setting);
                let pages = print::layout(&sheet, paper);
                let name = format!("{}-{setting:?}-{paper:?}.pdf", persona.id);

                println!("{name}: {} items, {} pages", plan.items.len(), pages.len());
                fs::write(folder.join(name), print::pdf::write(&pages, &sheet).unwrap()).unwrap();
            }
        }
    }
}
