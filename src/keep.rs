//! Opens, saves, locks and lists files for everybody else.
