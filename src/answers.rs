//! What the person said.
