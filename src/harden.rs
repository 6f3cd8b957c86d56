//! What we ask of the operating system for the safety of this process; the only unsafe code.
