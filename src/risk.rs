//! Threats weighed, with reasons.
