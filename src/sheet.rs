//! What a printed thing contains, as plain data.
