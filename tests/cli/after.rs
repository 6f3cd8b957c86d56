//! `after`, from outside.
use super::{MARCH, code, run, run_with, said, warned};
use crate::support::Home;

use daypack::content::{Gate, Pack};

/// One line, however it was broken.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn everything_that_can_have_happened_is_said_at_once_with_life_first() {
    let output = run(&Home::new(), &["after"]);
    let text = flat(&said(&output));

    assert_eq!((code(&output), warned(&output).as_str()), (0, ""));
    assert!(text.starts_with("Life first."), "{text}");

    for situation in &Pack::built_in().situations {
        assert!(text.contains(&flat(&situation.title)), "{}", situation.id);
        assert!(text.contains(&flat(&situation.careful)), "{}", situation.id);
    }
}

#[test]
fn what_destroys_is_said_only_to_whoever_plainly_said_no_to_a_case() {
    let home = Home::new();
    let closed = flat(&said(&run(&home, &["after"])));
    let open = flat(&said(&run_with(&home, &["after", "--answers", "-"], MARCH)));
    let situations = &Pack::built_in().situations;

    for advice in situations.iter().flat_map(|it| it.advice()) {
        let is_gated = advice.gate == Gate::Legal;

        assert_eq!(closed.contains(&flat(&advice.does)), !is_gated, "{}", advice.does);
        assert!(open.contains(&flat(&advice.does)), "{}", advice.does);
    }

    assert!(closed.contains("Talk to a lawyer first") && !open.contains("Talk to a lawyer first"));
}
