//! "How was it before?", for something on the plan that changed a setting: asked, and answered in words of one's
//! own, by keys alone.
use super::reach::Walker;

use daypack::words;

impl Walker<'_> {
    /// Opens lines of the plan until one asks how it was before.
    pub fn to_earlier(&self) {
        let asked = words::text("plan-before-other");
        let lines: Vec<_> = self
            .screen
            .shown()
            .acting()
            .filter(|it| it.id.starts_with("open/"))
            .cloned()
            .collect();

        for line in lines {
            let shown = self.go(&line.name, |it| it.id == line.id);

            if shown.focused().and_then(|it| it.is_expanded) == Some(false) {
                self.screen.tap("Return");
            }

            // the tabs of its marks come after it
            while self.screen.shown().focused().is_none_or(|it| it.role != "Tab") {
                self.screen.tap("Tab");
            }

            if self.screen.tap("Right").find(|it| it.name == asked).is_some() {
                return;
            }
        }

        panic!("nothing on the plan changes a setting");
    }

    /// Goes on to the field that only shows once it is asked for.
    pub fn to_own_words(&self) {
        let (on, asked) = (words::text("plan-before-on"), words::text("plan-before-other"));

        self.go("how it was before", |it| {
            it.role == "Tab" && it.is_stop() && it.name == on
        });

        while self.screen.shown().focused().is_none_or(|it| it.name != asked) {
            self.screen.tap("Right");
        }
    }

    /// Types a note into that field, and keeps it.
    pub fn keep_note(&self, note: &str) {
        self.go("the field", |it| it.id == "before-note");
        self.screen.type_in(note);
        self.screen.keys("Return");
        self.screen.until_shown("it kept", |shown| {
            shown.find(|it| it.name == words::text("plan-before-keep")).is_none()
        });
    }
}
