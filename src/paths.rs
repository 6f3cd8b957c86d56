//! Where things are kept, and the environment.
