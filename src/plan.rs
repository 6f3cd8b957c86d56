//! The personal checklist.
