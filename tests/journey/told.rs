//! What the window tells of its pages: which controls there are, and at which one the keyboard is.
use serde::Deserialize;

use std::io::{BufRead, BufReader, Read};
use std::sync::{Arc, Condvar, Mutex};
use std::thread;
use std::time::{Duration, Instant};

/// A page as it was painted last.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Shown {
    /// How many keys went down since the start.
    pub keys: u32,
    /// The size of the window, in logical pixels.
    pub size: [f32; 2],
    /// What the page is called among all pages.
    pub page: String,
    /// Everything on it, in reading order.
    pub controls: Vec<Control>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq, Deserialize)]
pub struct Control {
    pub id: String,
    pub role: String,
    pub name: String,
    pub reach: String,
    pub is_focused: bool,
    pub is_disabled: bool,
    pub is_expanded: Option<bool>,
    pub is_checked: Option<bool>,
    pub place: Option<(usize, usize)>,
    pub bounds: [f32; 4],
    pub visible: Option<[f32; 4]>,
}

impl Control {
    /// Whether a person can do something with it now.
    pub fn acts(&self) -> bool {
        let is_for_hands = matches!(
            self.role.as_str(),
            "Button" | "Link" | "CheckBox" | "Radio" | "Tab" | "Switch" | "TextField" | "Password"
        );

        (is_for_hands || self.is_stop()) && !self.is_disabled
    }

    /// Whether Tab stops at it.
    pub fn is_stop(&self) -> bool {
        self.reach == "tab"
    }
}

impl Shown {
    /// The control that has the keyboard.
    pub fn focused(&self) -> Option<&Control> {
        self.controls.iter().find(|it| it.is_focused)
    }

    /// Where the keyboard is, for whoever reads why a test failed.
    pub fn place(&self) -> String {
        let here = self.focused().map_or("nothing", |it| it.id.as_str());

        format!("`{here}` on the page `{}`", self.page)
    }

    /// Everything a person can do something with now.
    pub fn acting(&self) -> impl Iterator<Item = &Control> {
        self.controls.iter().filter(|it| it.acts())
    }

    /// The first such control that `is` the one meant.
    pub fn find(&self, is: impl Fn(&Control) -> bool) -> Option<&Control> {
        self.acting().find(|it| is(it))
    }

    /// Those that share one stop of the keyboard with `control`, in their order; none if it stands alone.
    pub fn group(&self, control: &Control) -> Vec<&Control> {
        let Some((number, of)) = control.place else {
            return Vec::new();
        };
        let at = self.controls.iter().position(|it| it.id == control.id).unwrap_or(0);
        let first = at.saturating_sub(number - 1);
        let all: Vec<_> = self
            .controls
            .iter()
            .skip(first)
            .take(of)
            .filter(|it| it.role == control.role)
            .collect();
        let shares = all.iter().any(|it| it.reach == "program");

        if shares { all } else { Vec::new() }
    }
}

/// The last page that was told, for as long as the window runs.
#[derive(Clone, Default)]
pub struct Ear(Arc<(Mutex<Heard>, Condvar)>);

#[derive(Default)]
struct Heard {
    keys: u32,
    /// What the process that speaks now counted last, and what those before it counted.
    counted: u32,
    before: u32,
    last: Arc<Shown>,
    said: String,
}

impl Heard {
    /// Locking starts a new process, which counts from nothing again.
    fn since_the_start(&mut self, keys: u32) -> u32 {
        if keys < self.counted {
            self.before += self.counted;
        }

        self.counted = keys;
        self.before + keys
    }
}

impl Ear {
    /// Listens to what a window says, on a thread of its own.
    pub fn listening(to: impl Read + Send + 'static) -> Self {
        let ear = Self::default();
        let heard = Arc::clone(&ear.0);

        thread::spawn(move || {
            for line in BufReader::new(to).lines().map_while(Result::ok) {
                let told = line
                    .parse()
                    .map_err(|_| serde_json::from_str::<Shown>(&line).expect("the window speaks in whole lines"));
                let mut now = heard.0.lock().unwrap();

                match told {
                    Ok(keys) => now.keys = now.since_the_start(keys),
                    Err(mut shown) => {
                        shown.keys = now.since_the_start(shown.keys);
                        now.last = Arc::new(shown);
                    }
                }

                now.said.push_str(&line);
                heard.1.notify_all();
            }
        });

        ear
    }

    /// The last page.
    pub fn last(&self) -> Arc<Shown> {
        Arc::clone(&self.0.0.lock().unwrap().last)
    }

    /// How many keys went down.
    pub fn keys(&self) -> u32 {
        self.0.0.lock().unwrap().keys
    }

    /// Whether these words were ever told.
    pub fn was_told(&self, words: &str) -> bool {
        self.0.0.lock().unwrap().said.contains(words)
    }

    /// Waits for a page that is the one meant; the last one instead when none came in time.
    pub fn wait(&self, limit: Duration, is: impl Fn(&Shown) -> bool) -> Result<Arc<Shown>, Arc<Shown>> {
        let start = Instant::now();
        let mut heard = self.0.0.lock().unwrap();

        loop {
            if is(&heard.last) {
                return Ok(Arc::clone(&heard.last));
            }

            let Some(left) = limit.checked_sub(start.elapsed()) else {
                return Err(Arc::clone(&heard.last));
            };

            heard = self.0.1.wait_timeout(heard, left).unwrap().0;
        }
    }
}
