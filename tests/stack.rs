//! A trainer's stack: what lies in it and in which order, what it gives away, how it is made and stopped.
mod file;
mod pages;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::Paper;
use daypack::print::page::{Page, Shape};
use daypack::sheet::{Form, Source};
use daypack::stack::{Laid, Pile, Sides, Stack};

use std::ops::ControlFlow;

/// A plan for each of these made-up people, and one for nobody.
pub struct People {
    pack: &'static Pack,
    plans: Vec<(Plan, String, bool)>,
}

impl People {
    /// These of the built-in checklist, by their names.
    pub fn named(names: &[&str]) -> Self {
        let pack = Pack::built_in();
        let plan = |name: &&str| {
            let persona = pack.personas.iter().find(|it| it.id.as_str() == *name).unwrap();

            (Plan::new(pack, &Answers::of(persona)), persona.name.clone(), false)
        };

        Self {
            pack,
            plans: names.iter().map(plan).collect(),
        }
    }

    /// And nobody in particular.
    pub fn and_nobody(mut self) -> Self {
        let plan = Plan::of_nobody(self.pack, &[], None);

        self.plans.push((plan, "Nobody".to_owned(), true));
        self
    }

    /// So many copies of each.
    pub fn stack(&self, copies: u32, forms: &[Form], sides: Sides) -> Stack<'_> {
        Stack {
            pack: self.pack,
            piles: self
                .plans
                .iter()
                .map(|(plan, about, is_blank)| Pile {
                    source: Source::new(self.pack, plan),
                    about: about.clone(),
                    is_blank: *is_blank,
                    copies,
                })
                .collect(),
            forms: forms.to_vec(),
            paper: Paper::A4,
            sides,
        }
    }
}

/// What is handed out, at most three forms of it.
pub fn three_forms() -> Vec<Form> {
    Form::ALL
        .into_iter()
        .filter(|form| form.is_handed_out())
        .take(3)
        .collect()
}

/// Sets it, without stopping.
pub fn laid(stack: &Stack<'_>) -> Laid {
    stack.lay_out(|| ControlFlow::Continue(())).unwrap()
}

/// Writes it, without stopping.
pub fn written(laid: &Laid) -> Vec<u8> {
    laid.write(|_| ControlFlow::Continue(())).unwrap()
}

/// Every text of a page, one run a line.
pub fn says(page: &Page) -> String {
    let texts = page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some(run.text.trim()),
        _ => None,
    });

    texts.collect::<Vec<_>>().join("\n")
}
