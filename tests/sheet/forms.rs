//! Every form: as data, on both papers, and as other programs read its file.
use super::levels::whole;
use super::pdf::{File, unwrapped};
use super::small::{is_folded, wrong_anywhere};
use super::texts;
use crate::support;

use daypack::answers::Answers;
use daypack::content::Pack;
use daypack::plan::Plan;
use daypack::print::page::{Kind, Page, Shape};
use daypack::print::{self, Paper};
use daypack::sheet::{self, Block, Form, Level, Sheet, Source};

/// Every form of a plan, on both papers.
fn each(pack: &Pack, plan: &Plan, level: Level) -> Vec<(Form, Sheet, Paper, Vec<Page>)> {
    let made = |form| sheet::make(&Source::new(pack, plan), form, level);
    let both = Form::ALL
        .into_iter()
        .flat_map(|form| Paper::ALL.map(|paper| (form, paper)));

    both.map(|(form, paper)| {
        let sheet = made(form);
        let pages = print::layout(&sheet, paper);

        (form, sheet, paper, pages)
    })
    .collect()
}

#[test]
fn every_form_is_set_as_it_was() {
    let pack = whole(7);
    let plan = Plan::new(&pack, &Answers::default());

    for (form, _, paper, pages) in each(&pack, &plan, Level::Safe) {
        // What is set in small pages is golden in `sheet::booklet`.
        if matches!(form, Form::Booklet | Form::BookletRead | Form::Quarter) {
            continue;
        }

        let all: Vec<String> = pages.iter().map(ToString::to_string).collect();
        let name = format!("pages/form-{}-{}.txt", form.name(), paper.name());

        support::assert_golden(&name, &all.join("\n"));
    }
}

#[test]
fn every_form_of_every_persona_is_set_without_a_fault_at_every_level() {
    let pack = Pack::built_in();

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));

        for level in Level::ALL {
            for (form, sheet, paper, pages) in each(pack, &plan, level) {
                let problem = wrong_anywhere(&sheet, &pages, paper);

                assert_eq!(problem, None, "{}: {form:?} {paper:?} {level:?}", persona.id);
            }
        }
    }
}

#[test]
fn other_programs_read_every_form_and_find_no_fault() {
    if !support::has_all(
        "other_programs_read_every_form_and_find_no_fault",
        &["pdfinfo", "pdffonts", "pdftotext", "qpdf"],
    ) {
        return;
    }

    let pack = whole(12);
    let plan = Plan::new(&pack, &Answers::default());

    for (form, sheet, paper, pages) in each(&pack, &plan, Level::Safe) {
        let file = File::new(&sheet, paper);
        let about = file.asked("pdfinfo", &[], &[]);
        let fonts = file.asked("pdffonts", &[], &[]);
        let checked = file.asked("qpdf", &["--check"], &[]);
        let read = unwrapped(&file.asked("pdftotext", &["-raw"], &["-"]));

        assert!(
            about.contains(&format!("Title:           {}\n", sheet.title)),
            "{about}"
        );
        assert!(
            unwrapped(&about).contains(&format!("Pages: {}", pages.len())),
            "{about}"
        );
        assert!(about.contains("Tagged:          yes"), "{about}");
        assert!(
            about.contains(match (form, paper) {
                (Form::BookletRead, _) => " pts",
                (_, Paper::A4) => "(A4)",
                (_, Paper::Letter) => "(letter)",
            }),
            "{about}"
        );
        assert!(!about.contains("Producer") && !about.contains("Author") && !about.contains("Date"));
        assert!(
            fonts.lines().skip(2).all(|row| row.contains("+DaypackSans-")),
            "{fonts}"
        );
        assert!(
            checked.contains("No syntax or stream encoding errors found"),
            "{checked}"
        );
        assert!(!read.contains(super::pack::CANARY), "{form:?}: {read}");

        // Where there may be too little room, this plan has enough: no word is missing there either.
        assert!(
            !is_folded(sheet.setting) || !read.contains("Still on your list"),
            "{read}"
        );

        for word in texts(&sheet).iter().flat_map(|text| text.split_whitespace()) {
            assert!(read.contains(word), "{form:?} {paper:?}: {word}");
        }
    }
}

/// The size of every text of a page.
fn sizes(page: &Page) -> impl Iterator<Item = i32> {
    page.marks.iter().filter_map(|mark| match &mark.shape {
        Shape::Text(run) => Some(run.size),
        _ => None,
    })
}

#[test]
fn large_is_large_and_nothing_is_too_small_for_a_third_photocopy() {
    let pack = whole(20);
    let plan = Plan::new(&pack, &Answers::default());

    for level in Level::ALL {
        for (form, _, _, pages) in each(&pack, &plan, level) {
            let least = match form {
                Form::Large => 1_800,
                Form::BookletRead => 1_000,
                _ => 750,
            };

            for size in pages.iter().flat_map(sizes) {
                assert!(size >= least, "{form:?}: {size}");
            }
        }
    }
}

/// The headings of the cards, in order.
fn headings(sheet: &Sheet) -> Vec<String> {
    let heading = |block: &Block| match block {
        Block::Heading(text) => Some(text.clone()),
        _ => None,
    };

    sheet.blocks.iter().filter_map(heading).collect()
}

#[test]
fn each_card_of_the_built_in_pack_fits_on_its_card() {
    let pack = Pack::built_in();
    let (wide, high) = (24_265, 15_307);

    for persona in &pack.personas {
        let plan = Plan::new(pack, &Answers::of(persona));
        let cards = sheet::make(&Source::new(pack, &plan), Form::Card, Level::Safe);
        let pages = print::layout(&cards, Paper::A4);
        let left = (pages[0].width - 2 * wide) / 2;
        let top = (pages[0].height - 5 * high) / 2;
        let mut seen = std::collections::BTreeSet::new();
        let mut begun = 0;

        for (number, page) in pages.iter().enumerate() {
            for mark in page.marks.iter().filter(|mark| mark.parts.is_some()) {
                let Shape::Text(run) = &mark.shape else { continue };
                let cell = (number, (run.y - top) / high, (run.x - left) / wide);
                let is_first = seen.insert(cell);
                let is_heading = mark.parts.as_ref().unwrap().last().unwrap().kind == Kind::Heading;

                begun += usize::from(is_first && is_heading);

                // Only devices may need a second card, and then begin it with their name.
                if is_first && !is_heading {
                    let kind = mark.parts.as_ref().unwrap().last().unwrap().kind;

                    assert_eq!(kind, Kind::Subheading, "{}: {:?}", persona.id, run.text);
                }
            }
        }

        assert_eq!(begun, headings(&cards).len(), "{}", persona.id);
    }
}

#[test]
fn the_law_of_every_place_is_three_lines_on_one_card() {
    let pack = Pack::built_in();
    let persona = pack.personas.iter().find(|it| it.id.as_str() == "first-march").unwrap();
    let mut plan = Plan::new(pack, &Answers::of(persona));

    for place in &pack.places {
        plan.place = Some(place.id.clone());

        let cards = sheet::make(&Source::new(pack, &plan), Form::Card, Level::Safe);
        let lines: Vec<&String> = cards
            .blocks
            .iter()
            .filter_map(|block| match block {
                Block::Points(lines) => Some(lines),
                _ => None,
            })
            .flatten()
            .filter(|line| place.rules.iter().any(|rule| &rule.card == *line))
            .collect();

        assert_eq!(lines.len(), place.rules.len().min(3), "{}", place.id);
        assert_eq!(
            print::layout(&cards, Paper::Letter).len(),
            1,
            "{}: a card flows over",
            place.id
        );
    }

    plan.place = None;

    let unknown = texts(&sheet::make(&Source::new(pack, &plan), Form::Card, Level::Safe)).join("\n");

    assert!(unknown.contains("We do not know the law there."), "{unknown}");
}

#[test]
fn the_check_in_and_the_run_sheet_leave_room_and_say_when() {
    let pack = Pack::built_in();
    let plan = Plan::new(pack, &Answers::default());
    let made = |form| sheet::make(&Source::new(pack, &plan), form, Level::Safe);
    let check_in = made(Form::CheckIn);
    let blanks: usize = check_in
        .blocks
        .iter()
        .map(|block| match block {
            Block::Blanks(labels) => labels.len(),
            _ => 0,
        })
        .sum();

    assert!(blanks >= 12, "{blanks}");
    assert!(texts(&check_in).iter().any(|text| text == "Destroy after"));

    for paper in Paper::ALL {
        assert_eq!(print::layout(&check_in, paper).len(), 1, "it is handed on as one page");
    }

    let guide = texts(&made(Form::Guide));
    let minutes: u32 = pack.guide.iter().map(|step| u32::from(step.minutes)).sum();
    let end = format!("It ends at {}:{:02}.", minutes / 60, minutes % 60);

    assert!(guide.last().unwrap().starts_with(&end), "{guide:?}");

    for step in &pack.guide {
        for said in step.materials.iter().chain(&step.say) {
            assert!(guide.iter().any(|text| text.contains(said.as_str())), "{said}");
        }
    }
}
