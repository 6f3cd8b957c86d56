//! A real disk that takes little at a time, and a system that interrupts. safety.md 21.
use super::between::Between;
use super::leftovers;
use crate::support::Home;

use daypack::keep::{Expect, Keeper, Previous, Version, previous_of};
use daypack::paths::Paths;

use std::cell::Cell;
use std::fs;
use std::io;

/// As long as the smallest sealed plan.
const LEN: usize = 262_374;

fn version(number: usize) -> Vec<u8> {
    (0..LEN).map(|at| (at * number % 251) as u8).collect()
}

#[test]
fn a_disk_that_takes_little_at_a_time_gets_the_whole_plan() {
    for most in [1, 511, 4095] {
        let home = Home::new();
        let plan = home.join("notes.age");
        let writes = Cell::new(0);
        let disk = Between {
            most,
            ..Between::new(|name: &str| {
                writes.set(writes.get() + usize::from(name == "write"));

                Ok(())
            })
        };
        let mut keeper = Keeper::on(disk, Paths::within(home.path()));
        let saved = keeper
            .save(&plan, &version(1), Expect::Nothing, Previous::Keep)
            .unwrap();

        assert_eq!(writes.get(), LEN.div_ceil(most), "{most} at a time");
        keeper
            .save(&plan, &version(2), Expect::Same(saved.identity), Previous::Forget)
            .unwrap();
        assert_eq!(fs::read(&plan).unwrap(), version(2), "{most} at a time");
        assert_eq!(fs::read(previous_of(&plan)).unwrap(), version(2), "{most} at a time");
        assert_eq!(leftovers(&home), [""; 0]);
    }
}

/// A thousand interruptions in a row, of writing and of reading back, are waited out. Interrupting what is
/// done once, such as a new name, is an error like any other, and costs nothing.
#[test]
fn a_storm_of_interruptions_costs_nothing() {
    for name in [
        "write",
        "read",
        "create",
        "open",
        "sync",
        "link",
        "rename",
        "remove",
        "status",
        "sync_folder",
    ] {
        let home = Home::new();
        let plan = home.join("notes.age");
        let (left, hits) = (Cell::new(0), Cell::new(0));
        let disk = Between::new(|call: &str| match (call == name, left.get()) {
            (true, 1..) => {
                left.set(left.get() - 1);
                hits.set(hits.get() + 1);

                Err(io::ErrorKind::Interrupted.into())
            }
            _ => Ok(()),
        });
        let mut keeper = Keeper::on(disk, Paths::within(home.path()));

        keeper
            .save(&plan, &version(1), Expect::Nothing, Previous::Keep)
            .unwrap();
        keeper.release();

        let identity = keeper.load(&plan, Version::Current).unwrap().identity;
        let expect = Expect::Same(identity);

        left.set(1_000);

        let saved = keeper.save(&plan, &version(2), expect, Previous::Keep);
        let there = fs::read(&plan).unwrap();

        assert!(hits.get() > 0, "{name} was never interrupted");
        assert!(there == version(1) || there == version(2), "{name}");

        if matches!(name, "write" | "read") {
            assert_eq!(hits.get(), 1_000, "{name}");
            assert!(saved.is_ok(), "{name}");
        }

        left.set(0);

        if saved.is_err() {
            let saved = keeper.save(&plan, &version(2), expect, Previous::Keep).unwrap();

            assert_eq!(fs::read(saved.path).unwrap(), version(2), "{name}");
        }
    }
}
