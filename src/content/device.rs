//! Kinds of device, and apps with steps of their own.
use super::id::DeviceId;

/// A kind of device, or an app with steps of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Device {
    /// Permanent name.
    pub id: DeviceId,
    /// What the person reads.
    pub label: String,
    /// What sort of thing it is.
    pub kind: DeviceKind,
    /// How to lock it at once; empty for an app.
    pub lock_now: String,
    /// How to switch it fully off; empty for an app.
    pub power_off: String,
    /// Where its version is written.
    pub find_version: String,
    /// What its version is called there, such as `iOS`; empty where no version is asked for.
    pub version_name: String,
}

/// What sort of thing a device is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DeviceKind {
    /// Goes in a pocket, has a number.
    Phone,
    /// A laptop or a desktop computer.
    Computer,
    /// A watch, a band, earbuds, a tracker.
    Wearable,
    /// A program on one of the others.
    App,
}
