//! `stack`: a trainer's pile of handouts, as one PDF.
use super::failure::{Failure, Kind};
use super::{input, language, output};
use crate::answers::Answers;
use crate::content::id::{DeviceId, PlaceId};
use crate::content::{Device, Pack, Persona};
use crate::plan::{Plan, nobody};
use crate::print::Paper;
use crate::sheet::{Form, Source};
use crate::stack::{Error, Laid, Pile, Progress, Sides, Stack};
use crate::words;

use clap::builder::{PossibleValuesParser, TypedValueParser};

use std::io::{self, IsTerminal, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;

/// An example that works as it stands.
pub(super) const EXAMPLE: &str = r"daypack-cli stack --personas first-march,organiser --copies 3 \
  --blank 2 --phones iphone --formats list,compact --paper a4 -o handouts.pdf";

/// The arguments of the command.
#[derive(clap::Args)]
pub(super) struct Args {
    #[arg(long, value_name = "A,B", value_delimiter = ',', help = words::text("terminal-stack-personas"))]
    personas: Vec<String>,
    #[arg(long, value_name = "F", help = words::text("terminal-stack-answers"))]
    answers: Vec<PathBuf>,
    #[arg(long, value_name = "N", help = words::text("terminal-stack-copies"))]
    copies: Option<u32>,
    #[arg(long, value_name = "N", help = words::text("terminal-stack-blank"))]
    blank: Option<u32>,
    #[arg(long, value_name = "A,B", value_delimiter = ',', help = words::text("terminal-stack-phones"))]
    phones: Vec<String>,
    #[arg(long, value_name = "P", help = words::text("terminal-stack-place"))]
    place: Option<String>,
    #[arg(long, value_name = "A,B", value_delimiter = ',', default_value = "list", value_parser = forms(),
        help = words::text("terminal-stack-formats"))]
    formats: Vec<Form>,
    #[arg(long, value_name = "A,B", value_delimiter = ',', help = words::text("terminal-stack-lang"))]
    lang: Vec<String>,
    #[arg(long, default_value = "a4", value_parser = super::print::papers(), help = words::text("terminal-paper"))]
    paper: Paper,
    #[arg(long, default_value = "two", value_parser = sides(), help = words::text("terminal-stack-sides"))]
    sides: Sides,
    #[command(flatten)]
    target: output::Target,
}

/// A plan in a language, whom it fits, and for how many.
struct Group {
    pack: &'static Pack,
    plan: Plan,
    about: String,
    is_blank: bool,
    copies: u32,
}

/// Makes the plans, sets their handouts on pages and writes the stack.
pub(super) fn run(args: &Args) -> Result<(), Failure> {
    let target = args.target.checked()?;
    let packs = args.packs()?;
    // Whoever asks for one language reads it; with several, what the checklist was written in.
    let pack = match packs.as_slice() {
        [one] => one,
        _ => Pack::built_in(),
    };
    let groups = words::within(&pack.lang, || args.groups(pack, &packs))?;

    let stack = Stack {
        pack,
        piles: groups
            .iter()
            .map(|group| Pile {
                source: Source::new(group.pack, &group.plan),
                about: group.about.clone(),
                is_blank: group.is_blank,
                copies: group.copies,
            })
            .collect(),
        forms: args.formats.clone(),
        paper: args.paper,
        sides: args.sides,
    };

    let laid = stack.lay_out(|| ControlFlow::Continue(()))?;
    let bytes = written(&laid)?;

    target.write(&bytes)?;

    if !target.is_stdout() {
        let count = laid.count();
        let values = [("people", count.people.into()), ("sheets", count.sheets.into())];

        output::note(&words::text_with("terminal-stack-made", &values));
    }

    Ok(())
}

impl Args {
    /// The languages handouts are made in, that of the checklist if none is named.
    fn packs(&self) -> Result<Vec<&'static Pack>, Failure> {
        match self.lang.as_slice() {
            [] => Ok(vec![Pack::built_in()]),
            tags => tags.iter().map(|tag| language::named(tag)).collect(),
        }
    }

    /// Everybody handouts are made for: made-up people, then files, then those nobody knows; each in every
    /// language.
    fn groups(&self, base: &Pack, packs: &[&'static Pack]) -> Result<Vec<Group>, Failure> {
        let mut groups = Vec::new();

        for name in &self.personas {
            let persona = persona(base, name)?;
            let values = [
                ("name", persona.name.as_str().into()),
                ("about", persona.about.as_str().into()),
            ];
            let about = words::text_with("stack-persona", &values);
            let answers = Answers::of(persona);

            groups.extend(self.in_each(packs, &about, |pack| Plan::new(pack, &answers)));
        }

        for path in &self.answers {
            let answers = input::answers(path, base)?;
            let about = words::text("stack-own");

            groups.extend(self.in_each(packs, &about, |pack| Plan::new(pack, &answers)));
        }

        groups.extend(self.nobody(base, packs)?);

        Ok(groups)
    }

    /// The same people in every language.
    fn in_each(&self, packs: &[&'static Pack], about: &str, plan: impl Fn(&Pack) -> Plan) -> Vec<Group> {
        let is_one = packs.len() < 2;
        let group = |pack: &&'static Pack| Group {
            pack,
            plan: plan(pack),
            about: if is_one {
                about.to_owned()
            } else {
                words::text_with(
                    "stack-in-language",
                    &[("about", about.into()), ("name", words::name_of(&pack.lang).into())],
                )
            },
            is_blank: false,
            copies: self.copies.unwrap_or(1),
        };

        packs.iter().map(group).collect()
    }

    /// Those nobody knows: a pile for each phone that is named, or one for all.
    fn nobody(&self, base: &Pack, packs: &[&'static Pack]) -> Result<Vec<Group>, Failure> {
        let place = self.place(base)?;
        let mut piles: Vec<(Vec<DeviceId>, String)> = Vec::new();

        for name in &self.phones {
            let found = nobody::phones(base).find(|phone| phone.id.as_str() == name);
            let names = nobody::phones(base).map(|phone| phone.id.as_str());
            let phone = found.ok_or_else(|| unknown(words::id("terminal-stack-unknown-phone"), name, names))?;

            piles.push((vec![phone.id.clone()], blank_with(phone)));
        }

        if piles.is_empty() && self.blank.is_some() {
            piles.push((Vec::new(), words::text("stack-blank")));
        }

        let groups = piles.iter().flat_map(|(phones, about)| {
            self.in_each(packs, about, |pack| Plan::of_nobody(pack, phones, place.as_ref()))
        });

        Ok(groups
            .map(|group| Group {
                is_blank: true,
                copies: self.blank.unwrap_or(1),
                ..group
            })
            .collect())
    }

    fn place(&self, pack: &Pack) -> Result<Option<PlaceId>, Failure> {
        let Some(name) = &self.place else { return Ok(None) };
        let found = pack.places.iter().find(|place| place.id.as_str() == name);
        let names = pack.places.iter().map(|place| place.id.as_str());

        match found {
            Some(place) => Ok(Some(place.id.clone())),
            None => Err(unknown(words::id("terminal-stack-unknown-place"), name, names)),
        }
    }
}

fn blank_with(phone: &Device) -> String {
    words::text_with("stack-blank-with", &[("phone", phone.label.as_str().into())])
}

fn persona<'a>(pack: &'a Pack, name: &str) -> Result<&'a Persona, Failure> {
    let found = pack.personas.iter().find(|persona| persona.id.as_str() == name);
    let names = pack.personas.iter().map(|persona| persona.id.as_str());

    found.ok_or_else(|| unknown(words::id("terminal-stack-unknown"), name, names))
}

/// What was named is not there; these are.
fn unknown<'a>(what: &str, name: &str, names: impl Iterator<Item = &'a str>) -> Failure {
    let names: Vec<&str> = names.collect();

    Failure::new(
        Kind::Usage,
        words::text_with(what, &[("name", name.into())]),
        words::text_with("terminal-stack-known", &[("names", names.join(", ").into())]),
    )
}

/// The file; tells a terminal how far it is.
fn written(laid: &Laid) -> Result<Vec<u8>, Failure> {
    let mut messages = io::stderr().lock();
    let is_told = messages.is_terminal();
    let mut last = None;

    let bytes = laid.write(|progress| {
        let percent = Some(progress.percent());

        if is_told && percent != last {
            last = percent;
            tell(&mut messages, progress);
        }

        ControlFlow::Continue(())
    });

    if is_told {
        // The line was for the waiting: nothing of it stays.
        let _ = write!(messages, "\r\x1b[K");
    }

    Ok(bytes?)
}

fn tell(messages: &mut impl Write, progress: Progress) {
    let values = [("done", progress.done.into()), ("total", progress.total.into())];
    let says = words::text_with("terminal-stack-progress", &values);

    // There is nobody left to tell when standard error is closed.
    let _ = write!(messages, "\r\x1b[K{says}").and_then(|()| messages.flush());
}

/// The forms that are handed out, by their names.
fn forms() -> impl TypedValueParser<Value = Form> {
    let offered = || Form::ALL.into_iter().filter(|form| form.is_handed_out());

    PossibleValuesParser::new(offered().map(Form::name))
        .map(move |name| named(offered(), Form::name, &name, Form::List))
}

fn sides() -> impl TypedValueParser<Value = Sides> {
    PossibleValuesParser::new(Sides::ALL.map(Sides::name))
        .map(|name| named(Sides::ALL.into_iter(), Sides::name, &name, Sides::Two))
}

/// The one of that name. The parser has seen to it that there is one.
fn named<T: Copy>(mut all: impl Iterator<Item = T>, name_of: fn(T) -> &'static str, name: &str, or: T) -> T {
    all.find(|one| name_of(*one) == name).unwrap_or(or)
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        let kind = match &error {
            Error::NoPile | Error::NoForm | Error::Copies { .. } | Error::TooMany { .. } => Kind::Usage,
            Error::Stopped | Error::Print(_) => Kind::Unwritten,
        };

        Self::told(kind, &error, &error.advice())
    }
}
