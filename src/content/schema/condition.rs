//! How conditions are read: lists of `question.choice`, `decision.option` and `@group`.
use super::row::{Row, shown};
use crate::content::check::Code;
use crate::content::id::Id;
use crate::content::limits;
use crate::content::rule::{ChoiceRef, Conditions, Entry, OptionRef};

use toml::Spanned;
use toml::de::DeValue;

impl Row<'_, '_> {
    /// `show_if_any`, `show_if_all` and `hide_if_any`.
    pub(super) fn conditions(&mut self) -> Conditions {
        Conditions {
            any: self.entries("show_if_any"),
            all: self.entries("show_if_all"),
            hide: self.entries("hide_if_any"),
        }
    }

    /// A list of conditions. Which of them name decisions is settled when every name is known.
    pub(super) fn entries(&mut self, key: &'static str) -> Vec<Entry> {
        let list = self.list(key);

        if let Some(written) = self.get(key).and_then(|value| value.get_ref().as_array()) {
            self.expect_room(key, written, limits::CONDITION);
        }

        list.take(limits::CONDITION)
            .filter_map(|value| self.entry(key, value))
            .collect()
    }

    /// A list of answers, `question.choice`.
    pub(super) fn choices(&mut self, key: &'static str) -> Vec<ChoiceRef> {
        let list = self.list(key);

        list.filter_map(|value| match self.entry(key, value)? {
            Entry::Choice(choice) => Some(choice),
            Entry::Group(_) | Entry::Option(_) => self.bad_entry(key, value),
        })
        .collect()
    }

    /// A list of sides, `decision.option`.
    pub(super) fn sides(&mut self, key: &'static str) -> Vec<OptionRef> {
        let choices = self.choices(key);

        choices
            .iter()
            .filter_map(|ChoiceRef { question, choice }| {
                Id::make(question.as_str())
                    .zip(Id::make(choice.as_str()))
                    .map(|(decision, option)| OptionRef { decision, option })
            })
            .collect()
    }

    fn entry(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<Entry> {
        let Some(written) = value.get_ref().as_str() else {
            self.wrong(key, value, "a condition in quotes");

            return None;
        };
        let entry = match (written.strip_prefix('@'), written.split_once('.')) {
            (Some(group), _) => Id::make(group).map(Entry::Group),
            (None, Some((question, choice))) => Id::make(question)
                .zip(Id::make(choice))
                .map(|(question, choice)| Entry::Choice(ChoiceRef { question, choice })),
            (None, None) => None,
        };

        entry.or_else(|| self.bad_entry(key, value))
    }

    /// Reports a condition that cannot be read; gives nothing, so that it can end an expression.
    fn bad_entry<T>(&mut self, key: &str, value: &Spanned<DeValue<'_>>) -> Option<T> {
        let written = value.get_ref().as_str().unwrap_or_default();
        let message = format!("`{}` in `{key}` is no condition", shown(written));

        self.report(
            Code::BadCondition,
            value,
            message,
            "write question.choice, decision.option or @group",
        );

        None
    }
}
