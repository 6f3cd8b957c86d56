//! `checkup`, from outside: on whatever computer this is.
use super::{code, run, said, warned};
use crate::support::Home;

use daypack::checkup::Swap;
use daypack::keep::Keeper;
use daypack::paths::Paths;

#[test]
fn it_says_where_memory_may_be_written_and_ends_with_one_where_that_is_plain() {
    let home = Home::new();
    let output = run(&home, &["checkup"]);
    let swap = Keeper::new(Paths::here()).checkup().swap;

    assert_eq!(
        (code(&output), warned(&output).as_str()),
        (i32::from(swap == Swap::Plain), "")
    );
    assert!(said(&output).contains(&swap.word()), "{}", said(&output));
    assert!(said(&output).lines().all(|line| line.chars().count() <= 80));
    assert_eq!(home.files(), Vec::<String>::new());
}
