//! Measures on offer, and what has been bought of them.
//!
//! The gain never grows as more is done, so a gain computed earlier is an upper bound, and only the best
//! offer is ever computed again: lazy, and exact. The price of a bundle does fall when one of its needs
//! is bought with something else; then its offer is made anew.
use super::choose::price;
use crate::content::Measure;
use crate::content::id::MeasureId;
use crate::risk::{Ledger, Line};

use std::cmp::{Ordering, Reverse};
use std::collections::{BTreeMap, BTreeSet, BinaryHeap};

/// Measures with everything looked up that choosing asks again and again. Named by position, which is
/// also the order of ties.
pub(super) struct Market<'a> {
    stalls: Vec<Stall<'a>>,
}

/// One measure on offer.
struct Stall<'a> {
    measure: &'a Measure,
    price: u32,
    lines: Vec<Line>,
    /// All that it needs, directly or not, each after its own needs.
    needs: Vec<usize>,
    /// All that need it, directly or not.
    users: Vec<usize>,
}

impl<'a> Market<'a> {
    /// Looks everything up; `measures` are in the order of ties. Needs that are not among them are ignored.
    pub(super) fn new(measures: &[&'a Measure], ledger: &Ledger) -> Self {
        let index: BTreeMap<&MeasureId, usize> = measures
            .iter()
            .enumerate()
            .map(|(at, measure)| (&measure.id, at))
            .collect();
        let direct: Vec<Vec<usize>> = measures
            .iter()
            .map(|measure| {
                measure
                    .needs
                    .iter()
                    .filter_map(|need| index.get(need).copied())
                    .collect()
            })
            .collect();

        let mut stalls: Vec<Stall<'a>> = measures
            .iter()
            .enumerate()
            .map(|(at, measure)| Stall {
                measure,
                price: price(measure),
                lines: ledger.lines(measure),
                needs: closure(at, &direct),
                users: Vec::new(),
            })
            .collect();

        for at in 0..stalls.len() {
            for need in stalls.get(at).map(|stall| stall.needs.clone()).unwrap_or_default() {
                if let Some(stall) = stalls.get_mut(need) {
                    stall.users.push(at);
                }
            }
        }

        Self { stalls }
    }

    /// How many are on offer.
    pub(super) fn len(&self) -> usize {
        self.stalls.len()
    }

    /// The measure at a position.
    pub(super) fn measure(&self, at: usize) -> Option<&'a Measure> {
        self.stalls.get(at).map(|stall| stall.measure)
    }
}

/// All that `of` needs, each after its own needs.
fn closure(of: usize, direct: &[Vec<usize>]) -> Vec<usize> {
    let mut done = Vec::new();
    let mut seen = BTreeSet::from([of]);
    let mut path = vec![(of, 0)];

    while let Some((at, next)) = path.pop() {
        match direct.get(at).and_then(|needs| needs.get(next)) {
            Some(need) => {
                path.push((at, next + 1));

                if seen.insert(*need) {
                    path.push((*need, 0));
                }
            }
            None if at != of => done.push(at),
            None => {}
        }
    }

    done
}

/// A measure with its unbought needs, as far as it was last computed. Greater is better.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Offer {
    /// The risk it would take away.
    pub(super) gain: u32,
    /// What it costs.
    pub(super) price: u32,
    /// Its position.
    pub(super) at: usize,
    edition: u32,
}

impl Ord for Offer {
    fn cmp(&self, other: &Self) -> Ordering {
        let worth = |gain: u32, price: u32| u64::from(gain) * u64::from(price);

        worth(self.gain, other.price)
            .cmp(&worth(other.gain, self.price))
            .then_with(|| Reverse(self.at).cmp(&Reverse(other.at)))
            .then_with(|| self.edition.cmp(&other.edition))
    }
}

impl PartialOrd for Offer {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// What has been bought so far, and what is left to spend.
#[derive(Clone)]
pub(super) struct Basket<'m, 'a> {
    market: &'m Market<'a>,
    ledger: Ledger,
    is_bought: Vec<bool>,
    editions: Vec<u32>,
    bought: Vec<usize>,
    left: Option<u32>,
    total: u32,
}

impl<'m, 'a> Basket<'m, 'a> {
    /// Nothing bought; `left` points to spend, or no limit.
    pub(super) fn new(market: &'m Market<'a>, ledger: &Ledger, left: Option<u32>) -> Self {
        Self {
            market,
            ledger: ledger.clone(),
            is_bought: vec![false; market.stalls.len()],
            editions: vec![0; market.stalls.len()],
            bought: Vec::new(),
            left,
            total: 0,
        }
    }

    /// What was bought, in that order.
    pub(super) fn measures(&self) -> impl Iterator<Item = &'a Measure> {
        self.bought.iter().filter_map(|at| self.market.measure(*at))
    }

    /// Sets what may be spent from now on; nothing for no limit.
    pub(super) fn limit(&mut self, left: Option<u32>) {
        self.left = left;
    }

    /// Whether it is in already.
    pub(super) fn has(&self, at: usize) -> bool {
        self.is_bought.get(at).copied().unwrap_or(true)
    }

    /// What `at` and its unbought needs would take away, and what they cost together.
    fn bundle(&self, at: usize) -> (u32, u32) {
        let parts: Vec<&Stall<'_>> = self.parts(at).filter_map(|part| self.market.stalls.get(part)).collect();
        let gain = self.ledger.gain_of(parts.iter().flat_map(|stall| &stall.lines));

        (gain, parts.iter().map(|stall| stall.price).sum())
    }

    fn parts(&self, at: usize) -> impl Iterator<Item = usize> {
        self.market
            .stalls
            .get(at)
            .into_iter()
            .flat_map(|stall| stall.needs.iter().copied())
            .chain([at])
            .filter(|part| !self.has(*part))
    }

    fn can_pay(&self, price: u32) -> bool {
        self.left.is_none_or(|left| price <= left)
    }

    /// Buys `at` with what it needs. Returns what has become cheaper by that.
    pub(super) fn buy(&mut self, at: usize) -> Vec<usize> {
        let parts: Vec<usize> = self.parts(at).collect();
        let mut cheaper = Vec::new();

        for part in parts {
            let Some(stall) = self.market.stalls.get(part) else {
                continue;
            };
            let gain = self.ledger.gain_of(stall.lines.iter());

            self.ledger.apply(&stall.lines);
            self.bought.push(part);
            self.total += gain;
            self.left = self.left.map(|left| left.saturating_sub(stall.price));
            cheaper.extend(&stall.users);

            if let Some(is_bought) = self.is_bought.get_mut(part) {
                *is_bought = true;
            }
        }

        cheaper.retain(|user| !self.has(*user));

        cheaper
    }

    /// Buys `at` when it is not in yet and can be paid. False when it cannot.
    pub(super) fn force(&mut self, at: usize) -> bool {
        if self.has(at) {
            return true;
        }

        let (_, price) = self.bundle(at);
        let can_pay = self.can_pay(price);

        if can_pay {
            for user in self.buy(at) {
                self.renew(user);
            }
        }

        can_pay
    }

    /// Makes all earlier offers of `at` void.
    fn renew(&mut self, at: usize) {
        if let Some(edition) = self.editions.get_mut(at) {
            *edition += 1;
        }
    }

    /// What it would take away now with all that it still needs, and what that costs.
    pub(super) fn offer(&self, at: usize) -> Offer {
        let (gain, price) = self.bundle(at);

        Offer {
            gain,
            price,
            at,
            edition: self.editions.get(at).copied().unwrap_or_default(),
        }
    }

    /// What everything not yet bought would give now.
    pub(super) fn offers(&self) -> Vec<Offer> {
        (0..self.market.stalls.len())
            .filter(|at| !self.has(*at))
            .map(|at| self.offer(at))
            .filter(|offer| offer.gain > 0)
            .collect()
    }

    /// Buys the best offer that can be paid, again and again, until nothing is left that helps.
    ///
    /// `offers` may be older than the basket: they are upper bounds.
    pub(super) fn fill(&mut self, offers: &[Offer]) {
        let mut heap: BinaryHeap<Offer> = offers.iter().copied().collect();

        // Bundles that a forced start has made cheaper are offered anew.
        heap.extend(
            (0..self.market.stalls.len())
                .filter(|at| !self.has(*at) && self.editions.get(*at).is_some_and(|edition| *edition > 0))
                .map(|at| self.offer(at)),
        );

        while let Some(best) = heap.pop() {
            if self.has(best.at) || self.editions.get(best.at) != Some(&best.edition) || !self.can_pay(best.price) {
                continue;
            }

            let now = self.offer(best.at);

            if now.gain == 0 {
                continue;
            }

            if now.gain < best.gain {
                heap.push(now);
                continue;
            }

            for user in self.buy(best.at) {
                self.renew(user);
                heap.push(self.offer(user));
            }
        }
    }

    /// Buys everything that helps, the best first.
    pub(super) fn fill_all(&mut self) {
        let offers = self.offers();

        self.fill(&offers);
    }

    /// More taken away is better, then fewer items, then the names that come first.
    pub(super) fn is_better_than(&self, other: &Self) -> bool {
        let names = |basket: &Self| {
            let mut names: Vec<&MeasureId> = basket.measures().map(|measure| &measure.id).collect();

            names.sort();
            names
        };

        other
            .total
            .cmp(&self.total)
            .then_with(|| self.bought.len().cmp(&other.bought.len()))
            .then_with(|| names(self).cmp(&names(other)))
            .is_lt()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offer(gain: u32, price: u32, at: usize) -> Offer {
        Offer {
            gain,
            price,
            at,
            edition: 0,
        }
    }

    #[test]
    fn offers_are_compared_as_fractions_and_ties_by_position() {
        assert!(offer(2, 3, 0) > offer(3, 5, 1), "2/3 is more than 3/5");
        assert!(offer(1, 2, 0) > offer(2, 4, 1), "equal: the earlier position wins");
        assert!(offer(u32::MAX, 1, 1) > offer(u32::MAX, 2, 0), "nothing overflows");
    }

    #[test]
    fn needs_come_each_after_its_own_needs() {
        // 0 needs 1 and 2, 1 needs 3, 2 needs 3.
        let direct = [vec![1, 2], vec![3], vec![3], vec![]];

        assert_eq!(closure(0, &direct), [3, 1, 2]);
        assert_eq!(closure(3, &direct), Vec::<usize>::new());
    }

    #[test]
    fn a_circle_of_needs_ends() {
        assert_eq!(closure(0, &[vec![1], vec![0]]), [1]);
    }
}
