//! Open decisions, and what each side would take away.
