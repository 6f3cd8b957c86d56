//! Atomic files: the only room that touches the disk.
