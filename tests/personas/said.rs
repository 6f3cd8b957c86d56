//! Everything the checklist says, sentence by sentence, for tests that look for wrong ones.
use daypack::content::{Measure, On, Pack, Steps};

/// One sentence in small letters, and where it stands.
pub struct Sentence {
    pub at: String,
    pub text: String,
}

impl Sentence {
    /// Whether one of `words` is in it.
    pub fn has(&self, words: &[&str]) -> bool {
        has(&self.text, words)
    }
}

/// Whether one of `words` is in `text`.
pub fn has(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.contains(word))
}

/// Whether something is denied in `text`.
pub fn denies(text: &str) -> bool {
    has(
        text,
        &[
            "not ", "not.", "not,", "n't", "never", "no ", "nothing", "only", "without", "nor ",
        ],
    )
}

/// A made-up sentence, to see that a test would catch it.
pub fn sentence(text: &str) -> Sentence {
    Sentence {
        at: "made up".to_owned(),
        text: text.to_lowercase(),
    }
}

/// Every text of a measure, without its steps.
pub fn words(measure: &Measure) -> Vec<&str> {
    vec![
        &measure.title,
        &measure.short,
        &measure.why,
        &measure.cost,
        &measure.careful,
        &measure.instead,
        &measure.undo,
    ]
}

/// What a measure tells somebody to do: its title, and every step.
pub fn orders(measure: &Measure) -> String {
    let steps = measure.steps.iter().flat_map(|steps| &steps.does);

    [&measure.title, &measure.short]
        .into_iter()
        .chain(steps)
        .cloned()
        .collect::<Vec<_>>()
        .join(" \n")
        .to_lowercase()
}

/// Everything a measure says, in small letters.
pub fn all(measure: &Measure) -> String {
    let mut all: Vec<&str> = words(measure);

    for steps in &measure.steps {
        all.extend(lines(steps));
    }

    all.join(" \n").to_lowercase()
}

/// Every line of some steps.
pub fn lines(steps: &Steps) -> Vec<&str> {
    steps
        .does
        .iter()
        .map(String::as_str)
        .chain([steps.check.as_str()])
        .collect()
}

/// The steps for a device, in small letters, for every measure that has some.
pub fn steps_on<'p>(pack: &'p Pack, device: &str) -> Vec<(&'p Measure, String)> {
    pack.measures
        .iter()
        .flat_map(|measure| {
            measure
                .steps
                .iter()
                .filter(|steps| matches!(&steps.on, On::Device(on) if on.as_str().starts_with(device)))
                .map(move |steps| (measure, lines(steps).join(" \n").to_lowercase()))
        })
        .collect()
}

/// Every sentence of the checklist but what `places.toml` says about its own place.
pub fn sentences(pack: &Pack) -> Vec<Sentence> {
    let mut found = Vec::new();
    let mut add = |at: String, text: &str| {
        for sentence in text.to_lowercase().split_inclusive(['.', '?', '!', ';', '\n']) {
            found.push(Sentence {
                at: at.clone(),
                text: sentence.trim().to_owned(),
            });
        }
    };

    for measure in &pack.measures {
        let steps = measure.steps.iter().flat_map(lines);

        for text in words(measure).into_iter().chain(steps) {
            add(format!("measure `{}`", measure.id), text);
        }
    }

    for card in &pack.cards {
        for line in &card.lines {
            add(format!("card `{}`", card.id), line);
        }
    }

    for decision in &pack.decisions {
        let at = format!("decision `{}`", decision.id);

        add(at.clone(), &decision.about);

        for side in &decision.options {
            for text in [&side.label, &side.gives, &side.costs] {
                add(at.clone(), text);
            }
        }
    }

    for threat in &pack.threats {
        add(format!("threat `{}`", threat.id), &threat.about);
    }

    for device in &pack.devices {
        add(format!("device `{}`", device.id), &device.lock_now);
        add(format!("device `{}`", device.id), &device.power_off);
    }

    for term in &pack.glossary {
        add(format!("term `{}`", term.id), &term.means);
    }

    for step in &pack.guide {
        for text in step.say.iter().chain(&step.objections) {
            add(format!("guide `{}`", step.title), text);
        }
    }

    found
}

/// Refuses every sentence that `is_wrong`, once it has caught the `wrong` ones and passed the `right` ones.
pub fn refuse(pack: &Pack, wrong: &[&str], right: &[&str], is_wrong: impl Fn(&Sentence) -> bool) {
    for text in wrong {
        assert!(is_wrong(&sentence(text)), "this test would not catch: {text}");
    }

    for text in right {
        assert!(!is_wrong(&sentence(text)), "this test refuses what is right: {text}");
    }

    let caught: Vec<String> = sentences(pack)
        .iter()
        .filter(|sentence| is_wrong(sentence))
        .map(|sentence| format!("{}: {}", sentence.at, sentence.text))
        .collect();

    assert!(caught.is_empty(), "\n{}", caught.join("\n"));
}
