//! The interface's words.
