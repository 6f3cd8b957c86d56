//! Turns a document into bytes only a passphrase can read, and back.
