//! A person at the keyboard who leaves nothing out: on every page they come to, the keyboard gets to every
//! control there is, and the ring shows where it is.
//!
//! What there is comes from the window, what shows from the picture: neither is taken for the other.
use super::screen::Screen;
use super::told::{Control, Shown};
use crate::support::running::PATIENCE;

use daypack::gui::theme::Shade;
use daypack::words;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How much of a ring has to be there, in hundredths.
const ENOUGH: usize = 90;

/// How often one goes around a page before a control counts as out of reach.
const ROUNDS: usize = 3;

/// The least that has to show of a control that is taller than the page, in logical pixels.
const LEAST: f32 = 44.0;

/// A person at the keyboard.
pub struct Walker<'a> {
    pub screen: &'a Screen,
    /// What the keyboard came to, page by page.
    reached: BTreeMap<String, BTreeSet<String>>,
    /// Which lines of a plan are opened on the way.
    pub opens_items: bool,
}

impl<'a> Walker<'a> {
    /// In front of a window.
    pub fn new(screen: &'a Screen) -> Self {
        Self {
            screen,
            reached: BTreeMap::new(),
            opens_items: false,
        }
    }

    /// The pages that were come to, and how many controls on each.
    pub fn reached(&self) -> impl Iterator<Item = (&str, usize)> {
        self.reached.iter().map(|(page, all)| (page.as_str(), all.len()))
    }

    /// Waits for a page whose name begins so.
    pub fn on(&self, page: &str) -> Arc<Shown> {
        self.screen
            .until_shown(&format!("the page `{page}`"), |shown| shown.page.starts_with(page))
    }

    /// Gets to every control of the page `page`, folds opened on the way and what is behind them too.
    pub fn all_of(&mut self, page: &str) -> Arc<Shown> {
        let mut shown = self.on(page);
        let page = shown.page.clone();
        let mut in_vain = 0;

        self.reached.entry(page.clone()).or_default();
        self.see(&shown);

        loop {
            let missed: Vec<_> = shown.acting().filter(|it| !self.has_been_at(&page, it)).collect();
            let stops = shown.controls.iter().filter(|it| it.is_stop()).count();

            if missed.is_empty() {
                return shown;
            }

            if in_vain > ROUNDS * (stops + 2) {
                self.screen.picture().keep("out-of-reach");
                panic!("on `{page}` no key gets to {missed:#?}");
            }

            shown = self.screen.tap("Tab");
            assert_eq!(shown.page, page, "Tab stays on the page");
            in_vain = if self.see(&shown) { 0 } else { in_vain + 1 };
            shown = self.work(shown);
        }
    }

    /// Goes on from a control by other keys than Tab: to its neighbours, or to what it opens.
    fn work(&mut self, shown: Arc<Shown>) -> Arc<Shown> {
        let Some(here) = shown.focused().filter(|it| it.acts()).cloned() else {
            return shown;
        };
        let group: Vec<_> = shown.group(&here).into_iter().filter(|it| it.acts()).cloned().collect();

        if group.iter().any(|it| !self.has_been_at(&shown.page, it)) {
            let mut shown = shown;

            // once around, back to what was chosen
            for _ in &group {
                shown = self.screen.tap("Down");
                self.see(&shown);
            }

            return shown;
        }

        if here.is_expanded == Some(false) && (self.opens_items || !here.id.starts_with("open/")) {
            let shown = self.screen.tap("Return");
            let is_open = shown.find(|it| it.id == here.id).and_then(|it| it.is_expanded);

            assert_eq!(is_open, Some(true), "Enter opens “{}”", here.name);

            return shown;
        }

        shown
    }

    fn has_been_at(&self, page: &str, control: &Control) -> bool {
        self.reached.get(page).is_some_and(|all| all.contains(&control.id))
    }

    /// Looks where the keyboard is; whether it was never there before.
    fn see(&mut self, shown: &Shown) -> bool {
        let Some(here) = shown.focused().filter(|it| it.acts()) else {
            return false;
        };

        if self.has_been_at(&shown.page, here) {
            return false;
        }

        self.look_at(shown, here);
        self.reached
            .entry(shown.page.clone())
            .or_default()
            .insert(here.id.clone())
    }

    /// Waits until the ring around a control can be seen in the picture.
    fn look_at(&self, shown: &Shown, here: &Control) {
        let told = format!("{} “{}” on `{}`", here.role, here.name, shown.page);
        let scale = self.screen.size().0 as f32 / shown.size[0];
        let start = Instant::now();

        loop {
            // pages that are being made push things around: where it is now counts
            let now = self.screen.shown();
            let here = now.focused().filter(|it| it.id == here.id).unwrap_or(here);
            let [x, y, width, height] = here.bounds;
            let picture = self.screen.picture();
            let Some([_, top, _, tall]) = here.visible else {
                picture.keep("out-of-sight");
                panic!("{told} has the keyboard out of sight");
            };
            let is_whole = tall + 0.5 >= height;
            let best = Shade::ALL
                .map(|shade| {
                    let [red, green, blue, _] = shade.palette().focus.into_rgba8();

                    picture.ring([x, y, width, tall], scale, [red, green, blue])
                })
                .into_iter()
                .max_by_key(|sides| sides.iter().sum::<usize>())
                .unwrap();
            let [above, below, left, right] = best;

            assert!(
                top <= y + 0.5 && tall + 0.5 >= height.min(LEAST),
                "{told} shows too little: {here:?}"
            );

            if above.min(left).min(right) >= ENOUGH && (below >= ENOUGH || !is_whole) {
                return;
            }

            if start.elapsed() > PATIENCE {
                picture.keep("no-ring");
                panic!("no ring around {told}: {best:?} of {here:?}");
            }

            std::thread::sleep(Duration::from_millis(15));
        }
    }

    /// Brings the keyboard to a control by Tab or Shift+Tab, whichever is nearer.
    pub fn go(&self, what: &str, is: impl Fn(&Control) -> bool) -> Arc<Shown> {
        let mut shown = self.screen.until_shown(what, |shown| shown.find(&is).is_some());

        // asked anew at each step: what is being made changes the page on the way
        for _ in 0..ROUNDS * (shown.controls.len() + 2) {
            if shown.focused().is_some_and(&is) {
                return shown;
            }

            let stops: Vec<_> = shown
                .controls
                .iter()
                .filter(|it| it.is_stop() || it.is_focused)
                .collect();
            let here = stops.iter().position(|it| it.is_focused).unwrap_or(0);
            let Some(there) = stops.iter().position(|it| is(it) && it.acts()) else {
                panic!("{what} is no stop of the keyboard");
            };
            let forth = (there + stops.len() - here) % stops.len();
            let key = if forth <= stops.len() - forth {
                "Tab"
            } else {
                "shift+Tab"
            };

            shown = self.screen.tap(key);
        }

        panic!("no key gets to {what}: {:?}", self.screen.shown().focused());
    }

    /// Brings the keyboard to a control and presses Enter.
    pub fn press(&self, what: &str, is: impl Fn(&Control) -> bool) {
        self.go(what, is);
        self.screen.keys("Return");
    }

    /// Presses what bears the words of this id, and waits for the page that comes.
    pub fn turn_to(&self, id: &str, page: &str) -> Arc<Shown> {
        let name = words::text(id);

        self.press(&name, |it| it.name == name && it.acts());
        self.on(page)
    }

    /// The same, and gets to every control of that page.
    pub fn press_words(&mut self, id: &str, page: &str) -> Arc<Shown> {
        self.turn_to(id, page);
        self.all_of(page)
    }

    /// Goes back to a page by Escape.
    pub fn back_to(&self, page: &str) -> Arc<Shown> {
        self.screen.keys("Escape");
        self.on(page)
    }
}
