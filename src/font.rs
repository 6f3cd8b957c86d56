//! The embedded faces and what they cover.
