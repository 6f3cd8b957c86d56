//! Names that give a plan away: dates, places, and what it is about. Warns, and never forbids.
use super::warning::{Telling, Warning};

/// Months and days of the week, in the languages of the people we think of first.
const DATES: &str = "\
    january february march april may june july august september october november december jan feb mar apr jun jul \
    aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun \
    tomorrow tonight today weekend januar februar märz maerz mai juni juli oktober dezember montag dienstag \
    mittwoch donnerstag freitag samstag sonntag janvier février fevrier mars avril juin juillet août aout \
    septembre octobre novembre décembre decembre lundi mardi mercredi jeudi vendredi samedi dimanche enero febrero \
    marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles miercoles \
    jueves viernes sábado sabado domingo";

/// Countries and cities where a name alone says a lot. The pack's own places are given by the caller.
const PLACES: &str = "\
    america usa us uk britain england scotland wales ireland germany deutschland france spain italy poland hungary \
    russia belarus ukraine georgia turkey iran israel gaza palestine egypt sudan nigeria kenya uganda india china \
    hongkong taiwan thailand myanmar mexico brazil chile venezuela canada australia washington dc york nyc chicago \
    portland seattle oakland angeles minneapolis atlanta london manchester glasgow edinburgh belfast dublin berlin \
    hamburg münchen munich leipzig dresden köln cologne frankfurt paris lyon marseille toulouse madrid barcelona \
    rome warsaw budapest moscow minsk kyiv tbilisi istanbul ankara tehran cairo lagos nairobi kampala delhi \
    beijing bangkok toronto sydney melbourne bogota santiago caracas square plaza platz capitol parliament embassy \
    cityhall downtown";

/// What such a plan may be about.
const WORDS: &str = "\
    protest protests protesting demo demonstration rally march action actions strike pride vigil sitin occupy \
    occupation blockade boycott picket riot uprising resistance revolution activist activism antifa police cops \
    arrest arrests legal lawyer court trial border asylum refugee abortion queer lgbt lgbtq trans gay union \
    climate source sources leak whistleblower journalist secret secrets encrypted vault daypack threat opsec \
    security burner streik kundgebung protestieren polizei manif manifestation grève greve blocage manifestación \
    manifestacion huelga protesta marcha policía policia";

/// What the name of a file says to anybody about the plan in it.
pub(super) fn telling(name: &str) -> Vec<Warning> {
    let words = words(stem(name));
    let mut warnings = Vec::new();

    if has_date(&words) {
        warnings.push(Telling::Date);
    }

    if words.iter().any(|word| is_in(word, PLACES)) {
        warnings.push(Telling::Place);
    }

    if let Some(word) = words.iter().find(|word| is_in(word, WORDS)) {
        warnings.push(Telling::Word(word.clone()));
    }

    warnings.into_iter().map(Warning::Telling).collect()
}

/// The word in the name of a file that is among the `known` ones, which give this very plan away.
pub(super) fn known(name: &str, known: &[String]) -> Option<Telling> {
    let known: Vec<_> = known
        .iter()
        .flat_map(|text| words(text))
        .filter(|word| word.chars().count() >= 4 && word != "notes")
        .collect();

    words(stem(name))
        .into_iter()
        .find(|word| known.contains(word))
        .map(Telling::Word)
}

fn stem(name: &str) -> &str {
    name.strip_suffix(".age").unwrap_or(name)
}

fn is_in(word: &str, list: &str) -> bool {
    list.split(' ').any(|listed| listed == word)
}

/// The words and the numbers of a name, in lower case: `MayDay-2026` is `may`, `day`, `2026`.
fn words(name: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = None;

    for c in name.chars() {
        let starts_anew = match last {
            Some(last) => sort(last) != sort(c) || (char::is_lowercase(last) && c.is_uppercase()),
            None => true,
        };

        if sort(c) != Sort::Gap {
            match words.last_mut() {
                Some(word) if !starts_anew => word.extend(c.to_lowercase()),
                _ => words.push(c.to_lowercase().collect()),
            }
        }

        last = Some(c);
    }

    words
}

#[derive(PartialEq, Eq)]
enum Sort {
    Letter,
    Digit,
    Gap,
}

fn sort(c: char) -> Sort {
    if c.is_ascii_digit() {
        Sort::Digit
    } else if c.is_alphabetic() {
        Sort::Letter
    } else {
        Sort::Gap
    }
}

/// Whether there is a month or a day by name, a year, or two numbers that could be a day and a month.
fn has_date(words: &[String]) -> bool {
    let number = |word: &String| word.parse::<u32>().ok();
    let is_year = |word: &String| word.len() == 4 && number(word).is_some_and(|year| (1900..2200).contains(&year));
    let is_run = |word: &String| matches!(word.len(), 6 | 8) && number(word).is_some();
    let could_be = |word: &String, most| word.len() <= 2 && number(word).is_some_and(|n| (1..=most).contains(&n));

    let by_name = words.iter().any(|word| is_in(word, DATES));
    let by_pair = words.windows(2).any(|pair| match pair {
        [a, b] => (could_be(a, 31) && could_be(b, 12)) || (could_be(a, 12) && could_be(b, 31)),
        _ => false,
    });

    by_name || by_pair || words.iter().any(|word| is_year(word) || is_run(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(name: &str) -> Vec<Telling> {
        let ours = known(name, &["Northern Harbour".to_owned(), "Notes for a day".to_owned()]);

        telling(name)
            .into_iter()
            .chain(ours.map(Warning::Telling))
            .filter_map(|warning| match warning {
                Warning::Telling(telling) => Some(telling),
                Warning::Synced(_) | Warning::LittleRoom => None,
            })
            .collect()
    }

    #[test]
    fn neutral_names_say_nothing() {
        for name in [
            "notes.age",
            "list.age",
            "packing.age",
            "recipes-3.age",
            "book club.age",
            "a.age",
            "notes (conflict 2).age",
            "Maya.age",
            "statement.age",
            "version 12.age",
        ] {
            assert_eq!(said(name), [], "{name}");
        }
    }

    #[test]
    fn dates_are_seen() {
        for name in [
            "may-1.age",
            "2026.age",
            "list 01-05.age",
            "20260501.age",
            "010526.age",
            "Saturday.age",
            "1.Mai.age",
            "notes_12.11.age",
            "MayDay.age",
        ] {
            assert!(said(name).contains(&Telling::Date), "{name}");
        }
    }

    #[test]
    fn places_are_seen() {
        for name in ["berlin.age", "notes-london.age", "TrafalgarSquare.age", "list DC.age"] {
            assert!(said(name).contains(&Telling::Place), "{name}");
        }
    }

    #[test]
    fn words_are_seen() {
        for (name, word) in [
            ("protest.age", "protest"),
            ("our-action-list.age", "action"),
            ("MARCH.age", "march"),
            ("PrideMarch.age", "pride"),
            ("daypack.age", "daypack"),
            ("harbour.age", "harbour"),
        ] {
            assert!(said(name).contains(&Telling::Word(word.to_owned())), "{name}");
        }
    }

    #[test]
    fn a_word_inside_another_is_not_seen() {
        for name in ["transport.age", "marching-band.age", "discourt.age", "paradise.age"] {
            assert_eq!(said(name), [], "{name}");
        }
    }
}
