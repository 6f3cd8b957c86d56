//! What is wished for: which form, on which paper, how much it may show, how many of it.
use super::form;
use crate::gui::context::Context;
use crate::print::Paper;
use crate::sheet::{Form, Level};
use crate::words;

/// The most copies in one file: more than that is a matter of a trainer's stack.
pub(super) const MOST_COPIES: usize = 40;

/// What is wished for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Wish {
    pub(super) form: Form,
    pub(super) paper: Paper,
    pub(super) level: Level,
    /// The tag of the language it is in, which need not be the window's.
    pub(super) lang: &'static str,
    /// From 1 to [`MOST_COPIES`]; how often the pages stand in the file.
    pub(super) copies: usize,
}

/// What paper is for, as a person would say it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To work through before one goes.
    GetReady,
    /// In a pocket.
    Carry,
    /// With tired eyes, or aloud.
    Read,
    /// For somebody who waits.
    HandOn,
    /// After what was changed for the day.
    GoBack,
    /// To lead a workshop.
    Lead,
}

impl Purpose {
    /// All of them, in the order in which they are offered.
    pub(super) const ALL: [Self; 6] = [
        Self::GetReady,
        Self::Carry,
        Self::Read,
        Self::HandOn,
        Self::GoBack,
        Self::Lead,
    ];

    /// What it is called.
    pub(super) fn name(self) -> String {
        match self {
            Self::GetReady => words::text("print-for-home"),
            Self::Carry => words::text("print-for-pocket"),
            Self::Read => words::text("print-for-reading"),
            Self::HandOn => words::text("print-for-somebody"),
            Self::GoBack => words::text("print-for-back"),
            Self::Lead => words::text("print-for-leading"),
        }
    }

    /// The forms that serve it, the one that is meant most often first.
    pub(super) fn forms(self) -> impl Iterator<Item = Form> {
        let mut forms: Vec<Form> = Form::ALL
            .into_iter()
            .filter(|form| form::purpose(*form) == self)
            .collect();

        forms.sort_by_key(|form| form::is_second(*form));
        forms.into_iter()
    }
}

impl Wish {
    /// This form, to carry, once, on the paper of the printers where the person goes.
    pub(super) fn new(cx: &Context<'_>, form: Form) -> Self {
        Self {
            form,
            paper: usual_paper(cx),
            level: Level::Safe,
            lang: &cx.pack().lang,
            copies: 1,
        }
    }

    /// The same in the language of that tag, if there is one.
    pub(super) fn in_language(self, cx: &Context<'_>, tag: &str) -> Self {
        let pack = cx.pack();
        let tags = pack.languages.iter().map(|language| language.tag.as_str());
        let lang = tags.chain([pack.base_language()]).find(|one| *one == tag);

        Self {
            lang: lang.unwrap_or(self.lang),
            ..self
        }
    }

    /// What it is for.
    pub(super) fn purpose(self) -> Purpose {
        form::purpose(self.form)
    }

    /// The same for something else, in the form that serves it best.
    pub(super) fn for_purpose(self, purpose: Purpose) -> Self {
        if purpose == self.purpose() {
            return self;
        }

        purpose.forms().next().map_or(self, |form| self.in_form(form))
    }

    /// The same in another form. To carry again: what was let show was let show on that one sheet.
    pub(super) fn in_form(self, form: Form) -> Self {
        if form == self.form {
            return self;
        }

        Self {
            form,
            level: Level::Safe,
            copies: 1,
            ..self
        }
    }
}

/// The paper of the printers where the person goes. Asked of the pack each time: nothing is remembered.
fn usual_paper(cx: &Context<'_>) -> Paper {
    let place = cx.plan().place.as_ref();
    let is_letter = cx
        .pack()
        .places
        .iter()
        .any(|one| Some(&one.id) == place && one.prints_letter);

    if is_letter { Paper::Letter } else { Paper::A4 }
}

/// The number of copies one step down from `copies`, and one step up: by ones at first, then in larger steps.
pub(super) fn around(copies: usize) -> (Option<usize>, Option<usize>) {
    let steps = || (1..=10).chain((12..20).step_by(4)).chain((20..=MOST_COPIES).step_by(5));

    (
        steps().filter(|step| *step < copies).last(),
        steps().find(|step| *step > copies),
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_serves_one_purpose_and_every_purpose_has_a_form() {
        let served: Vec<Form> = Purpose::ALL.into_iter().flat_map(Purpose::forms).collect();

        assert_eq!(served.len(), Form::ALL.len());
        assert!(Purpose::ALL.into_iter().all(|purpose| purpose.forms().next().is_some()));
    }

    #[test]
    fn copies_go_from_one_to_forty_and_back_the_same_way() {
        let mut up = vec![1];

        while let (_, Some(more)) = around(*up.last().unwrap()) {
            up.push(more);
        }

        assert_eq!(up.last(), Some(&MOST_COPIES));
        assert!(up.len() < 20, "forty presses are too many");
        assert!(up.windows(2).all(|pair| around(pair[1]).0 == Some(pair[0])));
        assert_eq!(around(1).0, None);
    }
}
