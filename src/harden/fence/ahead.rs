//! Libraries that the toolkit would open late: on Wayland the one that understands keyboards is opened when a
//! keyboard comes, which can be after the fence is closed.
#![allow(unsafe_code)]

/// Opens it now, and keeps it open. Where it is not there, the toolkit says so in its own time.
#[cfg(target_os = "linux")]
pub(super) fn load() {
    const KEYBOARD: &std::ffi::CStr = c"libxkbcommon.so.0";

    // SAFETY: a constant name with its end; the library is a part of the desktop, and what it does when it is
    // loaded, it would do a moment later anyway. The handle is never closed, so nothing can hang in the air.
    let _ = unsafe { libc::dlopen(KEYBOARD.as_ptr(), libc::RTLD_NOW) };
}

#[cfg(not(target_os = "linux"))]
pub(super) fn load() {}
