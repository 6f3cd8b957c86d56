//! A plan that was saved with another version of the checklist: the page says what changed.
use super::*;
use crate::content::id::MeasureId;
use crate::document::MadeWith;

/// A stage with a plan that comes out of a file, after `change` has made it an older one.
fn reopened(change: impl FnOnce(&mut crate::document::Document)) -> Stage {
    let mut stage = Stage::of("first-march");
    let pack = stage.desk.pack;
    let mut document = stage.desk.document().clone();

    document.see(pack, stage.desk.plan());
    change(&mut document);

    stage.desk = Desk::opened(
        pack,
        document,
        Kept {
            path: "/nowhere/notes.age".into(),
            identity: Identity::default(),
            access: Access::Full,
            passphrase: Arc::new(Secret::new()),
            apart: None,
        },
    );
    stage
}

fn older(document: &mut crate::document::Document) {
    document.pack = MadeWith {
        version: 0,
        ..document.pack.clone()
    };
}

fn says(stage: &Stage, words: &str) -> bool {
    let cx = stage.context();
    let screen = Plan::new(&cx);

    Probe::ordinary().show(screen.view(&cx)).says(words)
}

fn title(stage: &Stage, id: &MeasureId) -> String {
    stage.desk.pack.measure(id).unwrap().title.clone()
}

#[test]
fn the_same_checklist_is_no_news() {
    assert!(!says(&reopened(|_| {}), &words::text("plan-news")));
}

#[test]
fn what_is_new_reworded_left_and_gone_is_told_until_it_was_read() {
    let first = Stage::of("first-march");
    let plan = first.desk.plan();
    let (new, reworded) = (plan.items[0].measure.clone(), plan.items[1].measure.clone());
    let left = {
        let pack = first.desk.pack;
        let is_elsewhere = |id: &MeasureId| plan.item(id).is_none();

        pack.measures.iter().map(|it| it.id.clone()).find(is_elsewhere).unwrap()
    };
    let mut stage = reopened(|document| {
        older(document);
        document.seen.remove(&new);
        document.seen.insert(reworded.clone(), "0123456789abcdef".to_owned());
        document.seen.insert(
            left.clone(),
            crate::content::stamp(first.desk.pack.measure(&left).unwrap()),
        );
        document
            .seen
            .insert(MeasureId::new("was-there-once").unwrap(), String::new());
    });
    let lines = [
        words::text("plan-news"),
        words::text_with("plan-news-added", &[("title", title(&stage, &new).into())]),
        words::text_with("plan-news-reworded", &[("title", title(&stage, &reworded).into())]),
        words::text_with("plan-news-left", &[("title", title(&stage, &left).into())]),
        words::text("plan-news-gone-unnamed"),
    ];

    for line in &lines {
        assert!(says(&stage, line), "{line}");
    }

    assert!(!says(&stage, "was-there-once"), "an id is no news for anybody");

    let cx = stage.context();
    let mut screen = Plan::new(&cx);

    assert!(matches!(screen.update(&cx, Message::ReadNews), Action::ReadNews));
    stage.desk.read_news();

    for line in &lines {
        assert!(!says(&stage, line), "{line}");
    }
}
