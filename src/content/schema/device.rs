//! `[[device]]`.
use super::row::Row;
use crate::content::{Device, DeviceKind, limits};

/// Reads a kind of device or an app.
pub(super) fn read(row: &mut Row<'_, '_>) -> Option<Device> {
    let id = row.id("id");
    let kind = row.word("kind", DeviceKind::App);
    let lock = |row: &mut Row<'_, '_>, key| match kind {
        DeviceKind::Phone | DeviceKind::Computer => row.text(key, limits::TEXT),
        DeviceKind::Wearable | DeviceKind::App => row.maybe_text(key, limits::TEXT),
    };

    Some(Device {
        label: row.text("label", limits::TITLE),
        kind,
        lock_now: lock(row, "lock_now"),
        power_off: lock(row, "power_off"),
        find_version: row.maybe_text("find_version", limits::TEXT),
        version_name: row.maybe_plain("version_name"),
        id: id?,
    })
}
