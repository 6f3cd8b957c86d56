//! Walks through the page as a person does.
