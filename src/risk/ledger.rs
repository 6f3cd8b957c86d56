//! How much risk is left as measures are added, one after the other.
//!
//! Cuts add up. They never bring a likelihood or an impact below 1 unless one of them removes: we do
//! not promise zero risk.
use super::{Level, Weighing};
use crate::content::Measure;
use crate::content::id::ThreatId;

use std::collections::BTreeMap;
use std::sync::Arc;

/// What has been taken from every threat so far.
#[derive(Debug, Clone)]
pub struct Ledger {
    accounts: Vec<Account>,
    index: Arc<BTreeMap<ThreatId, usize>>,
}

/// What one measure takes from one threat, with the threat already looked up.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line {
    account: usize,
    likelihood: u8,
    impact: u8,
    removes: bool,
}

/// One threat: where it stood, and what was taken from it.
#[derive(Debug, Clone, Copy, Default)]
struct Account {
    level: Level,
    likelihood: Taken,
    impact: Taken,
}

/// What was taken from one number.
#[derive(Debug, Clone, Copy, Default)]
struct Taken {
    sum: u32,
    may_reach_zero: bool,
}

impl Taken {
    fn add(&mut self, by: u8, removes: bool) {
        self.sum = self.sum.saturating_add(by.into());
        self.may_reach_zero |= removes && by > 0;
    }

    fn from(self, value: u8) -> u8 {
        let floor = if self.may_reach_zero { 0 } else { value.min(1) };
        let sum = u8::try_from(self.sum).unwrap_or(u8::MAX);

        value.saturating_sub(sum).max(floor)
    }
}

impl Account {
    fn add(&mut self, line: Line) {
        self.likelihood.add(line.likelihood, line.removes);
        self.impact.add(line.impact, line.removes);
    }

    fn left(self) -> Level {
        Level {
            likelihood: self.likelihood.from(self.level.likelihood),
            impact: self.impact.from(self.level.impact),
        }
    }
}

impl Ledger {
    /// Nothing has been done yet.
    pub fn new(weighing: &Weighing) -> Self {
        let accounts = weighing
            .iter()
            .map(|weighed| Account {
                level: weighed.level,
                ..Account::default()
            })
            .collect();

        Self {
            accounts,
            index: Arc::new(weighing.index.clone()),
        }
    }

    /// The risk that these measures would take away together, given what is already in.
    pub fn gain(&self, measures: &[&Measure]) -> u32 {
        let lines: Vec<Line> = measures.iter().flat_map(|measure| self.lines(measure)).collect();

        self.gain_of(lines.iter())
    }

    /// Does a measure.
    pub fn add(&mut self, measure: &Measure) {
        let lines = self.lines(measure);

        self.apply(&lines);
    }

    /// Where a threat stands now; zero for a threat that is not there.
    pub fn left(&self, threat: &ThreatId) -> Level {
        self.index
            .get(threat)
            .and_then(|at| self.accounts.get(*at))
            .map(|account| account.left())
            .unwrap_or_default()
    }

    /// What a measure takes, with its threats looked up: for whoever asks the same thing many times.
    pub fn lines(&self, measure: &Measure) -> Vec<Line> {
        measure
            .cuts
            .iter()
            .filter_map(|cut| {
                self.index.get(&cut.threat).map(|account| Line {
                    account: *account,
                    likelihood: cut.likelihood_by,
                    impact: cut.impact_by,
                    removes: cut.removes,
                })
            })
            .collect()
    }

    /// The risk that these lines would take away together, given what is already in.
    pub fn gain_of<'l>(&self, lines: impl Iterator<Item = &'l Line>) -> u32 {
        let mut touched: Vec<(usize, Account)> = Vec::new();

        for line in lines {
            match touched.iter_mut().find(|(at, _)| *at == line.account) {
                Some((_, account)) => account.add(*line),
                None => {
                    if let Some(mut account) = self.accounts.get(line.account).copied() {
                        account.add(*line);
                        touched.push((line.account, account));
                    }
                }
            }
        }

        touched
            .iter()
            .filter_map(|(at, after)| {
                let before = self.accounts.get(*at)?.left().risk();

                Some(u32::from(before.saturating_sub(after.left().risk())))
            })
            .sum()
    }

    /// Takes these lines away.
    pub fn apply(&mut self, lines: &[Line]) {
        for line in lines {
            if let Some(account) = self.accounts.get_mut(line.account) {
                account.add(*line);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_taken_stops_at_one_and_a_zero_stays_zero() {
        let mut taken = Taken::default();

        taken.add(200, false);
        taken.add(200, false);

        assert_eq!(taken.from(4), 1);
        assert_eq!(taken.from(1), 1);
        assert_eq!(taken.from(0), 0);
    }

    #[test]
    fn only_a_cut_that_removes_reaches_zero() {
        let mut taken = Taken::default();

        taken.add(2, false);
        taken.add(1, true);
        assert_eq!(taken.from(3), 0);

        let mut nothing = Taken::default();
        nothing.add(3, false);
        nothing.add(0, true);
        assert_eq!(nothing.from(3), 1, "it removes nothing of this number");
    }
}
