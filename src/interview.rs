//! Which question is next.
