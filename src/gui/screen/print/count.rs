//! How many pages there are of what is offered beside the chosen form, so that one can choose by it.
use super::Message;
use super::made::Subject;
use super::wish::Wish;
use crate::gui::context::Context;
use crate::gui::slow::slow;
use crate::print;
use crate::sheet::Form;

use iced::Task;

/// Counts the pages of the other forms of the same purpose, on a thread of its own.
pub(super) fn beside(cx: &Context<'_>, wish: Wish) -> Task<Message> {
    let others: Vec<Form> = wish.purpose().forms().filter(|form| *form != wish.form).collect();

    if others.is_empty() {
        return Task::none();
    }

    let subject = Subject::of(cx, wish);

    slow(move || {
        let pages = |form: Form| print::layout(&subject.sheet(form, wish.level), wish.paper).len();

        others.iter().map(|form| (*form, pages(*form))).collect()
    })
    // without the numbers one can still choose
    .map(move |counts| Message::Counted(wish, counts.unwrap_or_default()))
}
