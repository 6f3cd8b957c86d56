//! The risk board as a person moves it.
use super::*;
use crate::gui::context::{Stage, assert_whole};
use crate::gui::widget::Role;
use crate::gui::widget::probe::Probe;

/// The board of somebody whose board has threats and a rest, and the first threat on it.
fn board() -> (Stage, Weigh, ThreatId) {
    let stage = Stage::of("first-march");
    let screen = Weigh::new(&stage.context());
    let first = stage.desk.weighing().iter().next().unwrap().threat.clone();

    (stage, screen, first)
}

fn follow(stage: &mut Stage, screen: &mut Weigh, message: Message) {
    if let Action::Weigh(threat, weight) = screen.update(&stage.context(), message) {
        stage.answer(|answers| answers.weigh(threat, weight));
    }
}

#[test]
fn the_board_is_whole_with_every_sum_and_the_rest_open() {
    for persona in ["first-march", "organiser"] {
        let mut stage = Stage::of(persona);
        let mut screen = Weigh::new(&stage.context());

        assert_whole(&mut stage, &screen, Weigh::view);

        screen.open = screen.order.iter().cloned().collect();
        screen.shows_the_rest = true;
        assert_whole(&mut stage, &screen, Weigh::view);
    }
}

#[test]
fn a_board_without_answers_is_whole() {
    let mut stage = Stage::empty();
    let screen = Weigh::new(&stage.context());

    assert_whole(&mut stage, &screen, Weigh::view);
}

#[test]
fn what_is_moved_keeps_the_proposal_in_view_until_it_is_followed_again() {
    let (mut stage, mut screen, threat) = board();
    let before = stage.desk.weighing().get(&threat).unwrap().clone();
    let mut probe = Probe::ordinary();
    let moved = if before.proposed.likelihood == 1 { 2 } else { 1 };

    follow(&mut stage, &mut screen, Message::SetLikelihood(threat.clone(), moved));

    let now = stage.desk.weighing().get(&threat).unwrap();
    assert_eq!((now.level.likelihood, now.level.impact), (moved, before.level.impact));
    assert_eq!(now.proposed, before.proposed);

    let cx = stage.context();
    let mut ui = probe.show(screen.view(&cx));
    let scale = ui.find_id(&format!("likelihood-{threat}")).unwrap().spec;
    let word = words::text(&format!("likelihood-{}", before.proposed.likelihood));
    let says = words::text_with("weigh-proposed", &[("word", word.into())]);

    assert_eq!(scale.value.as_deref(), Some(says.as_str()));
    assert!(ui.press(Role::Button, &words::text("weigh-follow")));

    let message = ui.messages().pop().unwrap();
    drop(ui);

    follow(&mut stage, &mut screen, message);
    assert!(!stage.desk.weighing().get(&threat).unwrap().is_moved);
    assert_eq!(stage.desk.answers().all_weighed().count(), 0);
}

#[test]
fn a_value_that_is_the_proposal_is_no_value_of_ones_own() {
    let (mut stage, mut screen, threat) = board();
    let proposed = stage.desk.weighing().get(&threat).unwrap().proposed;

    follow(
        &mut stage,
        &mut screen,
        Message::SetImpact(threat.clone(), proposed.impact),
    );
    follow(
        &mut stage,
        &mut screen,
        Message::Drop(1, proposed.likelihood, proposed.impact),
    );

    assert_eq!(stage.desk.answers().weight(&threat), Weight::default());
}

#[test]
fn a_dot_that_is_dropped_moves_both_and_the_rows_stay_where_they_are() {
    let (mut stage, mut screen, threat) = board();
    let order = screen.order.clone();

    follow(&mut stage, &mut screen, Message::Drop(1, 1, 1));

    let now = stage.desk.weighing().get(&threat).unwrap();
    assert_eq!((now.level.likelihood, now.level.impact), (1, 1));
    assert_ne!(stage.desk.weighing().iter().next().unwrap().threat, threat);
    assert_eq!(screen.order, order);
    assert!(matches!(
        screen.update(&stage.context(), Message::Drop(0, 1, 1)),
        Action::None
    ));
    assert!(matches!(
        screen.update(&stage.context(), Message::Drop(999, 1, 1)),
        Action::None
    ));
}

#[test]
fn the_arrows_move_along_a_scale() {
    let (stage, screen, threat) = board();
    let level = stage.desk.weighing().get(&threat).unwrap().level;
    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));
    let chosen = words::text(&format!("likelihood-{}", level.likelihood));

    assert!(ui.tab_to(Role::Radio, &chosen));
    ui.key(iced::keyboard::key::Named::ArrowLeft);
    assert!(matches!(
        ui.messages().as_slice(),
        [Message::SetLikelihood(at, value)] if *at == threat && *value == level.likelihood - 1
    ));
}

#[test]
fn the_sum_is_shown_on_request_and_can_be_followed_with_a_pencil() {
    let (stage, mut screen, threat) = board();
    let cx = stage.context();
    let it = stage.desk.weighing().get(&threat).unwrap();
    let mut probe = Probe::ordinary();
    let sum = words::text_with(
        "weigh-sum",
        &[
            ("likelihood", it.proposed.likelihood.into()),
            ("impact", it.proposed.impact.into()),
            ("risk", it.proposed.risk().into()),
        ],
    );

    assert!(!probe.show(screen.view(&cx)).says(&sum));

    let _ = screen.update(&cx, Message::ToggleSum(threat.clone()));
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.says(&sum));
    assert!(it.because.iter().all(|because| ui.says(&because.text)));
    assert_eq!(it.proposed.risk(), it.proposed.likelihood * it.proposed.impact);
}

#[test]
fn the_sum_names_the_articles_of_a_power_and_of_nothing_else() {
    let stage = Stage::of("organiser");
    let cx = stage.context();
    let mut screen = Weigh::new(&cx);
    let mut probe = Probe::ordinary();
    let mut seen = [0, 0];

    for it in stage.desk.weighing().iter().take(MOST) {
        let threat = cx.pack().threat(&it.threat).unwrap();
        let articles = threat.articles.join(", ");
        let line = words::text_with("weigh-articles", &[("articles", articles.as_str().into())]);

        let _ = screen.update(&cx, Message::ToggleSum(threat.id.clone()));
        assert_eq!(
            probe.show(screen.view(&cx)).says(&line),
            !threat.articles.is_empty(),
            "{}",
            threat.id
        );
        let _ = screen.update(&cx, Message::ToggleSum(threat.id.clone()));

        seen[usize::from(threat.articles.is_empty())] += 1;
    }

    assert!(seen.iter().all(|count| *count > 0), "{seen:?}");
}

#[test]
fn what_is_ruled_out_can_be_brought_back() {
    let (mut stage, mut screen, _) = board();
    let gone = stage
        .desk
        .weighing()
        .iter()
        .find(|it| it.level.risk() == 0 && it.proposed.impact > 0)
        .map(|it| it.threat.clone())
        .unwrap();

    follow(&mut stage, &mut screen, Message::SetLikelihood(gone.clone(), 3));
    assert!(is_listed(stage.desk.weighing().get(&gone).unwrap()));
}

#[test]
fn going_on_and_back_are_named_and_on_their_keys() {
    let (stage, mut screen, _) = board();
    let cx = stage.context();
    let mut probe = Probe::ordinary();
    let mut ui = probe.show(screen.view(&cx));

    assert!(ui.press(Role::Button, &words::text("weigh-continue")));
    assert!(ui.press(Role::Button, &words::text("back")));

    let messages = ui.messages();
    drop(ui);

    let actions: Vec<_> = messages.into_iter().map(|it| screen.update(&cx, it)).collect();

    assert!(matches!(actions.as_slice(), [Action::Finish, Action::Leave]));
    assert!(matches!(
        screen.shortcut(&cx, Shortcut::Accept),
        Some(Message::Continue)
    ));
    assert!(matches!(screen.shortcut(&cx, Shortcut::Back), Some(Message::GoBack)));
}
