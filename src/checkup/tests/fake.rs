//! A computer, made of the short texts in which the kernel tells about it.
#![cfg(test)]
use crate::checkup::{Checkup, Tree};

use std::collections::BTreeMap;

/// A tree of short files, by their paths. A folder is there when something is in it.
#[derive(Clone, Default)]
pub(super) struct Fake(BTreeMap<String, String>);

impl Tree for Fake {
    fn text(&self, path: &str) -> Option<String> {
        self.0.get(path).cloned()
    }

    fn names(&self, path: &str) -> Option<Vec<String>> {
        let start = format!("{path}/");
        let mut names: Vec<String> = self
            .0
            .keys()
            .filter_map(|it| it.strip_prefix(&start)?.split('/').next().map(str::to_owned))
            .filter(|name| !name.is_empty())
            .collect();

        names.dedup();

        self.0.keys().any(|it| it.starts_with(&start)).then_some(names)
    }
}

impl Fake {
    pub(super) fn file(mut self, path: &str, text: &str) -> Self {
        self.0.insert(path.to_owned(), format!("{text}\n"));
        self
    }

    /// Something about a block device.
    pub(super) fn about(self, device: &str, what: &str, text: &str) -> Self {
        self.file(&format!("/sys/class/block/{device}/{what}"), text)
    }

    pub(super) fn device(self, name: &str, number: &str) -> Self {
        self.about(name, "dev", number).file(
            &format!("/sys/dev/block/{number}/uevent"),
            &format!("MAJOR=1\nDEVNAME={}", name.replace('!', "/")),
        )
    }

    pub(super) fn disk(self, name: &str, number: &str) -> Self {
        self.device(name, number)
            .about(name, "device/model", "A disk")
            .file(&format!("/sys/block/{name}/dev"), number)
    }

    pub(super) fn part(self, disk: &str, name: &str, number: &str) -> Self {
        self.device(name, number)
            .about(name, "partition", "1")
            .file(&format!("/sys/block/{disk}/{name}/dev"), number)
    }

    pub(super) fn mapped(mut self, name: &str, uuid: &str, below: &[&str]) -> Self {
        let number = format!("254:{}", name.trim_start_matches("dm-"));

        self = self.device(name, &number).about(name, "dm/uuid", uuid);
        self = self.about(name, "dm/name", &format!("map{}", name.trim_start_matches("dm-")));

        for part in below {
            self = self.about(name, &format!("slaves/{part}/dev"), "");
        }

        self
    }

    pub(super) fn zram(self, backing: Option<&str>) -> Self {
        let zram = self.device("zram0", "253:0");

        match backing {
            Some(path) => zram.about("zram0", "backing_dev", path),
            None => zram,
        }
    }

    pub(super) fn swaps(self, areas: &[(&str, &str)]) -> Self {
        let mut list = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority".to_owned();

        for (path, kind) in areas {
            list.push_str(&format!(
                "\n{path}                               {kind}\t8388604\t\t0\t\t-2"
            ));
        }

        self.file("/proc/swaps", &list)
    }

    pub(super) fn partition(self, path: &str) -> Checkup {
        Checkup::of(&self.swaps(&[(path, "partition")]))
    }

    /// A file of swap space, on what is mounted last of these.
    pub(super) fn swap_file(self, path: &str, mounts: &[&str]) -> Checkup {
        let table: Vec<_> = mounts.iter().map(|mount| format!("27 1 {mount} rw")).collect();

        Checkup::of(
            &self
                .file("/proc/self/mountinfo", &table.join("\n"))
                .swaps(&[(path, "file")]),
        )
    }
}
