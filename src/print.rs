//! Where things go on paper.
