//! A plan as plain text, for golden files and for "the same bytes twice".
use daypack::answers::LegalGate;
use daypack::content::id::MeasureId;
use daypack::content::{On, Pack, When};
use daypack::plan::{Item, Plan};

use std::fmt::Write as _;

/// Everything in a plan, in words a reviewer can read.
pub fn text(pack: &Pack, plan: &Plan) -> String {
    let mut out = String::new();
    let title = |id: &MeasureId| pack.measure(id).map_or("", |measure| measure.title.as_str());

    if plan.gate == LegalGate::Closed {
        out.push_str("Gate: closed\n");
    } else {
        out.push_str("Gate: open\n");
    }

    let place = plan.place.as_ref().map_or("unknown", |place| place.as_str());
    let budget = plan.budget.map_or("no limit".to_owned(), |points| points.to_string());
    writeln!(out, "Place: {place}\nSpent: {} of {budget}", plan.spent).unwrap();

    for open in &plan.undecided {
        writeln!(out, "\nDecide: {}", open.decision).unwrap();

        for side in &open.sides {
            writeln!(out, "  {} takes away {}", side.option, side.takes_away).unwrap();
        }
    }

    out.push_str("\nFirst\n");

    for (at, id) in plan.first.iter().enumerate() {
        writeln!(out, "  {}. {} ({id})", at + 1, title(id)).unwrap();
    }

    for when in When::ALL {
        let items: Vec<&Item> = plan.by_time(when).collect();

        if !items.is_empty() {
            writeln!(out, "\n{when:?}").unwrap();
        }

        for item in items {
            write_item(&mut out, item, title(&item.measure));
        }
    }

    out.push_str("\nWith more time\n");

    for more in &plan.more {
        writeln!(out, "  {} takes away {} for {}", more.measure, more.gain, more.price).unwrap();
    }

    out.push_str("\nLeft\n");

    for left in plan.left.iter().filter(|left| left.before.risk() > 0) {
        writeln!(
            out,
            "  {:2} of {:2}  {} ({}×{} → {}×{})",
            left.after.risk(),
            left.before.risk(),
            left.threat,
            left.before.likelihood,
            left.before.impact,
            left.after.likelihood,
            left.after.impact,
        )
        .unwrap();
    }

    out
}

fn write_item(out: &mut String, item: &Item, title: &str) {
    let on: Vec<&str> = item
        .on
        .iter()
        .map(|on| match on {
            On::Person => "person",
            On::Device(device) => device.as_str(),
        })
        .collect();
    let baseline = if item.baseline { ", baseline" } else { "" };
    let passed = if item.passed { ", passed" } else { "" };

    writeln!(out, "  {title} ({}{baseline}{passed})", item.measure).unwrap();
    writeln!(out, "    {} for {}, on {}", item.gain, item.price, on.join(" ")).unwrap();

    for reason in &item.because {
        let mark = if reason.is_assumed() { "assumed: " } else { "" };

        writeln!(out, "    – {mark}{}", reason.text).unwrap();
    }
}
