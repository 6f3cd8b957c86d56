//! The ways from the plan to what can be changed.
use super::*;
use crate::words;

#[test]
fn the_ways_to_change_something_keep_their_words_on_one_line() {
    let stage = Stage::of("first-march");
    let screen = Plan::new(&stage.context());

    for width in [1280.0, 960.0, 480.0] {
        let mut probe = Probe::new(stage.look, width, 900.0);
        let cx = stage.context();
        let mut ui = probe.show(screen.view(&cx));

        for way in ["plan-to-answers", "plan-to-weigh", "plan-to-after"] {
            let bounds = ui.find(Role::Link, &words::text(way)).unwrap().bounds;

            assert!(bounds.height < 50.0, "{way} at {width}: {bounds:?}");
        }
    }
}
