//! From answers to a personal checklist.
//!
//! Pure: no clock, no disk, no luck, whole numbers. The same pack and the same answers give the same
//! plan, byte for byte. While the legal gate is closed, nothing of a gated measure is in it.
mod basket;
mod choose;
mod order;
mod reason;
mod way;

pub mod nobody;
pub mod progress;
pub mod restore;

pub use crate::risk::Band;
pub use choose::{candidates, price};
pub use way::Way;

use crate::answers::{Answers, Known, LegalGate};
use crate::content::id::{CardId, DecisionId, DeviceId, MeasureId, OptionId, PlaceId, ThreatId};
use crate::content::{Card, Measure, On, Pack, Version, When};
use crate::decide::{self, Open};
use crate::risk::{self, Because, Ledger, Level, Weighing};

use basket::{Basket, Market};
use reason::Reasons;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

/// What this person should do, why, and what it leaves.
#[derive(Clone, PartialEq, Eq)]
pub struct Plan {
    /// The chosen measures, the best gain per point first.
    pub items: Vec<Item>,
    /// At most five to do first: the best whose time has not passed, those before the day in front.
    pub first: Vec<MeasureId>,
    /// What else would help with more time, the best first.
    pub more: Vec<More>,
    /// Decisions still to be made: until then no side of them is in the plan.
    pub undecided: Vec<Open>,
    /// The side that was picked of each decision that is put, in the order of the pack.
    pub decided: Vec<(DecisionId, OptionId)>,
    /// Whether measures that destroy traces may be shown.
    pub gate: LegalGate,
    /// Every threat before and after, the worst that is left first.
    pub left: Vec<Left>,
    /// Whose law applies; nothing when it is unknown.
    pub place: Option<PlaceId>,
    /// Short texts for this person that stay off paper, because they would tell of a plan.
    pub cards: Vec<CardId>,
    /// Points of trouble accepted; nothing when there is no limit.
    pub budget: Option<u32>,
    /// Points spent. What is in every plan costs none.
    pub spent: u32,
    versions: BTreeMap<DeviceId, Version>,
    by_time: Vec<usize>,
    index: BTreeMap<MeasureId, usize>,
}

/// One thing to do.
#[derive(Clone, PartialEq, Eq)]
pub struct Item {
    /// The measure.
    pub measure: MeasureId,
    /// When it is done.
    pub when: When,
    /// Why it is on the list: the answers behind it, those that were given before those we assume.
    pub because: Vec<Because>,
    /// The risk it takes away, given everything above it in the plan.
    pub gain: u32,
    /// The sum behind the gain: each threat it lessens, before and after, given everything above it.
    pub lessens: Vec<(ThreatId, Level, Level)>,
    /// What it costs in points of trouble, by itself.
    pub price: u32,
    /// It is in every plan, and is not counted against the limit.
    pub baseline: bool,
    /// Where its steps are taken: only what is there.
    pub on: Vec<On>,
    /// Its time has passed.
    pub passed: bool,
    /// What in this plan needs it.
    pub needed_by: Vec<MeasureId>,
}

/// What a measure outside the plan would still take away.
#[derive(Clone, PartialEq, Eq)]
pub struct More {
    /// The measure.
    pub measure: MeasureId,
    /// The risk it would take away after everything in the plan, with what it needs.
    pub gain: u32,
    /// What it costs in points, with what it needs.
    pub price: u32,
}

/// What is left of a threat.
#[derive(Clone, PartialEq, Eq)]
pub struct Left {
    /// The threat.
    pub threat: ThreatId,
    /// Before anything is done.
    pub before: Level,
    /// After everything in the plan is done.
    pub after: Level,
}

impl Plan {
    /// Chooses from `pack` what `answers` call for.
    pub fn new(pack: &Pack, answers: &Answers) -> Self {
        Self::filled(pack, answers, choose::best)
    }

    /// What is in every plan, and what `fill` adds to it.
    fn filled(
        pack: &Pack,
        answers: &Answers,
        fill: impl for<'m, 'a> FnOnce(&Basket<'m, 'a>) -> Basket<'m, 'a>,
    ) -> Self {
        let known = Known::new(pack, answers);
        let weighing = risk::weigh(pack, &known, answers);
        let untouched = Ledger::new(&weighing);

        let candidates = choose::in_time(choose::candidates(pack, &known), &known);
        let market = Market::new(&candidates, &untouched);
        let base = always(&market, &untouched, known.budget());
        let chosen = fill(&base);

        let set: Vec<&Measure> = chosen.measures().collect();
        let free: BTreeSet<&MeasureId> = base.measures().map(|measure| &measure.id).collect();
        let ordered = order::by_worth(&set, &free, &untouched);
        let reasons = Reasons::new(pack, &known, &weighing);
        let (items, ledger) = items(&ordered, &known, &reasons, untouched);
        let index: BTreeMap<MeasureId, usize> =
            (0..).zip(&items).map(|(at, item)| (item.measure.clone(), at)).collect();

        Self {
            first: order::first(&ordered, known.ahead()),
            more: more(&chosen, &market),
            undecided: undecided(pack, &known, &weighing),
            decided: decided(pack, &known),
            gate: known.gate(),
            left: left(&weighing, &ledger),
            place: known.place().map(|place| place.id.clone()),
            cards: cards(pack, &known),
            budget: known.budget(),
            spent: spent(&items, &free),
            versions: answers
                .all_versions()
                .map(|(device, version)| (device.clone(), version.clone()))
                .collect(),
            by_time: order::by_time(&ordered)
                .into_iter()
                .filter_map(|measure| index.get(&measure.id).copied())
                .collect(),
            items,
            index,
        }
    }

    /// What is done at that time, in an order in which it can be done.
    pub fn by_time(&self, when: When) -> impl Iterator<Item = &Item> {
        self.by_time
            .iter()
            .filter_map(|at| self.items.get(*at))
            .filter(move |item| item.when == when)
    }

    /// The item of that measure.
    pub fn item(&self, measure: &MeasureId) -> Option<&Item> {
        self.index.get(measure).and_then(|at| self.items.get(*at))
    }
}

/// What is in every plan, with what it needs. It costs nothing of the budget.
fn always<'m, 'a>(market: &'m Market<'a>, ledger: &Ledger, budget: Option<u32>) -> Basket<'m, 'a> {
    let mut basket = Basket::new(market, ledger, None);

    for at in 0..market.len() {
        if market.measure(at).is_some_and(|measure| measure.baseline) && !basket.has(at) {
            basket.buy(at);
        }
    }

    basket.limit(budget);

    basket
}

fn undecided(pack: &Pack, known: &Known<'_>, weighing: &Weighing) -> Vec<Open> {
    let mut decisions = decide::decisions(pack, known, weighing);

    decisions.retain(|decision| decision.chosen.is_none());
    decisions
}

fn decided(pack: &Pack, known: &Known<'_>) -> Vec<(DecisionId, OptionId)> {
    let picked = |id: &DecisionId| Some((id.clone(), known.chosen(id)?.clone()));

    pack.decisions
        .iter()
        .filter_map(|decision| picked(&decision.id))
        .collect()
}

fn spent(items: &[Item], free: &BTreeSet<&MeasureId>) -> u32 {
    items
        .iter()
        .filter(|item| !free.contains(&item.measure))
        .map(|item| item.price)
        .sum()
}

/// The items in their order, and what is left of every threat after them.
fn items(ordered: &[&Measure], known: &Known<'_>, reasons: &Reasons<'_>, mut ledger: Ledger) -> (Vec<Item>, Ledger) {
    let mut users: BTreeMap<&MeasureId, Vec<MeasureId>> = BTreeMap::new();

    for measure in ordered {
        for need in &measure.needs {
            users.entry(need).or_default().push(measure.id.clone());
        }
    }

    let items = ordered
        .iter()
        .map(|measure| {
            let lessens = lessen(measure, &mut ledger);

            Item {
                measure: measure.id.clone(),
                when: measure.when,
                because: reasons.of(measure),
                gain: lessens
                    .iter()
                    .map(|(_, before, after)| u32::from(before.risk().saturating_sub(after.risk())))
                    .sum(),
                lessens,
                price: price(measure),
                baseline: measure.baseline,
                on: on(measure, known),
                passed: measure.when < known.ahead(),
                needed_by: users.remove(&measure.id).unwrap_or_default(),
            }
        })
        .collect();

    (items, ledger)
}

/// Does a measure, and says what that changed.
fn lessen(measure: &Measure, ledger: &mut Ledger) -> Vec<(ThreatId, Level, Level)> {
    let threats: BTreeSet<&ThreatId> = measure.cuts.iter().map(|cut| &cut.threat).collect();
    let before: Vec<(&ThreatId, Level)> = threats
        .into_iter()
        .map(|threat| (threat, ledger.left(threat)))
        .collect();

    ledger.add(measure);

    before
        .into_iter()
        .map(|(threat, before)| (threat.clone(), before, ledger.left(threat)))
        .filter(|(_, before, after)| before.risk() != after.risk())
        .collect()
}

fn cards(pack: &Pack, known: &Known<'_>) -> Vec<CardId> {
    let stays_off_paper = |card: &&Card| !card.reveals.is_empty() && card.show.hold(known);

    pack.cards
        .iter()
        .filter(stays_off_paper)
        .map(|card| card.id.clone())
        .collect()
}

/// Where the steps of a measure are taken, each place once, in the order of the pack.
fn on(measure: &Measure, known: &Known<'_>) -> Vec<On> {
    let mut on = Vec::new();

    for steps in &measure.steps {
        if known.has(&steps.on) && !on.contains(&steps.on) {
            on.push(steps.on.clone());
        }
    }

    on
}

/// What would still help, the best gain per point first.
fn more(chosen: &Basket<'_, '_>, market: &Market<'_>) -> Vec<More> {
    let mut offers = chosen.offers();

    offers.sort_by(|a, b| b.cmp(a));

    offers
        .into_iter()
        .filter_map(|offer| {
            Some(More {
                measure: market.measure(offer.at)?.id.clone(),
                gain: offer.gain,
                price: offer.price,
            })
        })
        .collect()
}

fn left(weighing: &Weighing, ledger: &Ledger) -> Vec<Left> {
    let mut left: Vec<Left> = weighing
        .iter()
        .map(|weighed| Left {
            threat: weighed.threat.clone(),
            before: weighed.level,
            after: ledger.left(&weighed.threat),
        })
        .collect();

    // Stable: equal ones stay in the order in which they were weighed.
    left.sort_by(|a, b| {
        let key = |left: &Left| (left.after.risk(), left.after.impact);

        key(b).cmp(&key(a))
    });

    left
}

macro_rules! silent {
    ($($name:ident),*) => {$(
        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(concat!(stringify!($name), "(..)"))
            }
        }
    )*};
}

// A plan gives answers away: none of it may end up in a log.
silent!(Plan, Item, More, Left);
