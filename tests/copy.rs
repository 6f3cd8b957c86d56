//! The encrypted copy on paper: from a plan to pages, to a picture of them, and back to the plan.
mod cli;
mod join;
mod page;
pub mod picture;
mod read;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::document::Document;
use daypack::harden::Secret;
use daypack::plan::Plan;
use daypack::print::page::Page;
use daypack::print::{self, Paper};
use daypack::sheet::Sheet;
use daypack::sheet::copy::{self, Texts};
use daypack::vault::paper::{self, Cut};

/// The least work that keeps tests quick, with a number as long as the real one.
const FAST: u8 = 10;

const PHRASE: &str = "six plain words on paper alone";

fn secret() -> Secret {
    Secret::from_text(PHRASE).unwrap()
}

/// A made-up person's plan, as it stands in its file.
fn plan() -> String {
    let pack = Pack::built_in();
    let mut document = Document::new(pack);

    document.answers = Answers::of(&pack.personas[0]);
    document.see(pack, &Plan::new(pack, &document.answers));

    document.encode(pack).to_string()
}

/// A text of ours that fills one of the three sizes.
fn filling(bucket: usize) -> String {
    format!("# vault\n{}\n", "x".repeat(bucket - "# vault\n\n# end\n".len()))
}

/// The codes of a text.
fn cut(text: &str) -> Cut {
    paper::cut(&paper::seal_with(text, &secret(), FAST).unwrap()).unwrap()
}

/// The codes of what looks as a sealed copy does, and is the same in every run: salts are not.
fn fixed(length: usize) -> Cut {
    let mut random = read::Random(0x1234_5678_9abc_def1);
    let bytes: Vec<u8> = (0..length).map(|_| (random.next() >> 32) as u8).collect();

    paper::cut(&bytes).unwrap()
}

fn sheet(cut: &Cut) -> Sheet {
    let texts = Texts {
        texts: &cut.texts,
        name: &cut.name,
        kib: cut.kib,
    };

    copy::copy(Pack::built_in(), &texts).unwrap()
}

fn pages(cut: &Cut, paper: Paper) -> Vec<Page> {
    print::layout(&sheet(cut), paper)
}
