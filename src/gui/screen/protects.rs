//! What this protects, and what it cannot. Every promise names the test that holds it.
use crate::checkup::{Checkup, Swap};
use crate::gui::checkup;
use crate::gui::context::{Context, said};
use crate::gui::notice::Notice;
use crate::gui::shortcut::Shortcut;
use crate::gui::theme::space;
use crate::gui::widget::{Icon, Kind, Page, badge, body, bullets, caption, ends, fold, page, quiet, soft};
use crate::harden::State;
use crate::words;

use iced::widget::column;
use iced::{Element, Task};

/// The whole page.
pub(crate) struct Protects {
    /// Whether the tests behind the promises are shown.
    shows_tests: bool,
    /// Where this computer may write its memory; nothing while somebody looks.
    checkup: Option<Checkup>,
}

/// What can happen on this screen.
#[derive(Debug, Clone)]
pub(crate) enum Message {
    /// Go back.
    GoBack,
    /// Show or hide the tests behind the promises.
    ToggleTests,
    /// This computer was looked at.
    Looked(Result<Checkup, Notice>),
}

/// What the application must do next.
#[must_use]
pub(crate) enum Action {
    /// Nothing.
    None,
    /// Go back.
    Leave,
}

/// A promise, and the tests that fail when it is broken.
pub(crate) struct Promise {
    /// The id of its words.
    pub(crate) words: &'static str,
    /// Names of tests.
    pub(crate) tests: &'static [&'static str],
}

/// Everything that is promised.
pub(crate) const PROMISES: &[Promise] = &[
    Promise {
        words: words::id("protects-network"),
        tests: &["no_crate_can_reach_a_network_or_a_bus"],
    },
    Promise {
        words: words::id("protects-written"),
        tests: &[
            "nothing_is_written_before_the_first_save",
            "settings_are_written_only_to_be_remembered",
        ],
    },
    Promise {
        words: words::id("protects-encrypted"),
        tests: &[
            "a_clock_that_lies_does_not_change_the_work",
            "a_file_with_one_changed_byte_never_opens",
            "the_age_program_reads_what_we_sealed",
        ],
    },
    Promise {
        words: words::id("protects-size"),
        tests: &[
            "a_sealed_file_has_one_of_six_sizes_whatever_is_in_it",
            "two_hundred_plans_for_keys_have_no_other_size_than_the_six",
        ],
    },
    Promise {
        words: words::id("pieces-promise"),
        tests: &[
            "a_kept_plan_becomes_two_pieces_and_one_again",
            "the_age_program_opens_our_plan_with_our_key_file",
        ],
    },
    Promise {
        words: words::id("remove-promise"),
        tests: &[
            "a_plan_goes_with_its_previous_version_and_its_key_and_nothing_else_does",
            "removing_is_offered_while_the_gate_is_open_and_by_no_key",
        ],
    },
    Promise {
        words: words::id("protects-crash"),
        tests: &["a_crash_at_any_call_leaves_the_old_plan_or_the_new_one"],
    },
    Promise {
        words: words::id("protects-lock"),
        tests: &[
            "a_kept_plan_that_is_left_alone_is_locked_even_behind_a_cover",
            "after_the_first_save_locking_drops_the_plan_and_asks_for_its_passphrase",
            "nothing_of_a_plan_is_in_what_still_runs_after_a_lock",
        ],
    },
    Promise {
        words: words::id("protects-cover"),
        tests: &["another_window_in_front_covers_what_is_private_and_only_that"],
    },
    Promise {
        words: words::id("clip-promise"),
        tests: &[
            "what_is_copied_can_be_pasted_elsewhere_for_ten_seconds",
            "a_lock_empties_the_clipboard_with_a_plan_and_without",
            "on_wayland_what_is_copied_is_gone_in_time_in_front_and_as_soon_as_it_can_be_behind",
            "no_key_gets_a_passphrase_into_the_clipboard",
        ],
    },
    Promise {
        words: words::id("protects-exit"),
        tests: &[
            "the_quick_exit_leaves_at_once_by_key_and_by_signal_and_writes_nothing",
            "the_quick_exit_ends_both_from_anywhere_and_costs_no_plan",
        ],
    },
    Promise {
        words: words::id("protects-paper"),
        tests: &[
            "the_same_items_devices_and_place_give_the_same_bytes",
            "no_answer_reason_or_decision_is_on_safe_paper",
        ],
    },
    Promise {
        words: words::id("protects-copy"),
        tests: &[
            "a_copy_has_one_of_three_sizes_and_four_eight_or_twelve_parts",
            "paper_opens_with_the_passphrase_of_its_day",
        ],
    },
    Promise {
        words: words::id("protects-fence"),
        tests: &[
            "every_way_out_of_the_fence_is_denied",
            "on_x11_the_window_starts_no_program_and_reaches_its_display_alone",
            "on_wayland_the_window_starts_no_program_and_reaches_its_display_alone",
        ],
    },
    Promise {
        words: words::id("protects-gate"),
        tests: &["nothing_behind_the_closed_gate_is_in_anybodys_plan"],
    },
    Promise {
        words: words::id("protects-age"),
        tests: &[
            "old_steps_old_law_and_an_old_pack_are_marked",
            "paper_says_from_when_on_each_step_and_rule_may_have_changed",
        ],
    },
];

/// The least room for a sentence with a badge at its end.
const SENTENCE: f32 = 260.0;

/// What cannot be promised, one line each.
const CANNOT: &[&str] = &[
    words::id("cannot-hide"),
    words::id("cannot-open"),
    words::id("cannot-watch"),
    words::id("clip-cannot"),
    words::id("cannot-weak"),
    words::id("pieces-cannot"),
    words::id("cannot-decoy"),
    words::id("cannot-gone"),
    words::id("cannot-paper"),
    words::id("cannot-copy"),
    words::id("cannot-law"),
];

impl Protects {
    /// The whole page, and a look at this computer.
    pub(crate) fn new(cx: &Context<'_>) -> (Self, Task<Message>) {
        let page = Self {
            shows_tests: false,
            checkup: None,
        };

        (page, cx.hands.checkup().map(Message::Looked))
    }

    /// Reacts to a message.
    pub(crate) fn update(&mut self, _cx: &Context<'_>, message: Message) -> Action {
        match message {
            Message::GoBack => Action::Leave,
            Message::ToggleTests => {
                self.shows_tests = !self.shows_tests;

                Action::None
            }
            Message::Looked(outcome) => {
                self.checkup = Some(outcome.unwrap_or(Checkup::UNKNOWN));

                Action::None
            }
        }
    }

    /// Shows both sides, and what is so on this computer: first, if something is missing here.
    pub(crate) fn view<'a>(&'a self, cx: &Context<'a>) -> Page<'a, Message> {
        let promises = bullets("promises", PROMISES.iter().map(|promise| words::text(promise.words)));
        let cannot = bullets("cannot", CANNOT.iter().map(|id| words::text(id)));
        let does = column![promises, self.tests()].spacing(space::M);
        let is_plain = self.checkup.as_ref().is_some_and(|it| it.swap == Swap::Plain);
        let is_whole = !is_plain
            && granted(cx)
                .iter()
                .all(|(_, state)| matches!(state, State::On | State::Partly));

        let mut page = page("protects", words::text("protects-title")).lead(words::text("protects-lead"));

        if !is_whole {
            page = page.part(words::text("protects-now"), self.now(cx));
        }

        page = page
            .part(words::text("protects-does"), does)
            .part(words::text("protects-cannot"), cannot);

        if is_whole {
            page = page.part(words::text("protects-now"), self.now(cx));
        }

        page.action(quiet(words::text("back")).icon(Icon::Back).on_press(Message::GoBack))
    }

    /// Which tests hold each promise: a name is a sentence, and its words are looked for in the source.
    fn tests<'a>(&self) -> Element<'a, Message> {
        let one = |promise: &Promise| {
            let names = promise
                .tests
                .iter()
                .map(|name| caption(words::text_with("protects-held-by", &[("test", spoken(name).into())])).into());

            column![body(words::text(promise.words)), column(names)].into()
        };

        fold(
            "protects-tests",
            words::text("protects-tests"),
            (self.shows_tests, Message::ToggleTests),
            || column(PROMISES.iter().map(one)).spacing(space::M).into(),
        )
    }

    /// What the system granted, a sentence a line, with the word for it at the end; and where memory may go.
    fn now<'a>(&self, cx: &Context<'a>) -> Element<'a, Message> {
        let line = |(id, state): (&'static str, State)| -> Element<'a, Message> {
            let kind = match state {
                State::On | State::Partly => Kind::Good,
                State::Off | State::Refused => Kind::Caution,
                State::Unavailable => Kind::Note,
            };

            ends(
                SENTENCE,
                [body(words::text(id)).into(), badge(kind, words::text(said(state)))],
            )
            .gap(space::XS)
            .into()
        };

        let mut granted = granted(cx);

        // what is missing first: whoever comes to see it finds it
        granted.sort_by_key(|(_, state)| matches!(state, State::On | State::Partly));

        column![soft(words::text("protects-now-about"))]
            .extend(granted.into_iter().map(line))
            .push(checkup::seen(self.checkup.as_ref(), SENTENCE))
            .spacing(space::M)
            .into()
    }

    /// Escape and Enter go back.
    pub(crate) fn shortcut(&self, _cx: &Context<'_>, shortcut: Shortcut) -> Option<Message> {
        matches!(shortcut, Shortcut::Back | Shortcut::Accept).then_some(Message::GoBack)
    }
}

/// The name of a test as the sentence that it is.
fn spoken(name: &str) -> String {
    name.replace('_', " ")
}

/// What the operating system granted this very process.
fn granted(cx: &Context<'_>) -> [(&'static str, State); 8] {
    [
        (words::id("protects-memory"), cx.protections.undumpable),
        (words::id("protects-core"), cx.protections.no_core),
        (words::id("protects-files"), cx.protections.private_files),
        (words::id("protects-secrets"), cx.protections.secrets_apart),
        (words::id("protects-apart"), apart(cx)),
        (words::id("fence-files"), cx.protections.fence.files),
        (words::id("fence-calls"), cx.protections.fence.calls),
        (words::id("fence-connections"), cx.protections.fence.connections),
    ]
}

/// Whether the keeper of files is another process.
fn apart(cx: &Context<'_>) -> State {
    match cx.hands.is_apart() {
        true => State::On,
        false => State::Unavailable,
    }
}

#[cfg(test)]
mod tests;
