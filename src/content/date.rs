//! A day of the calendar: no time, no zone, no clock.
use std::fmt;
use std::str::FromStr;

/// A day, written `2026-11-21`. Years 2000 to 2100.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// A day that is not in the calendar, or not between 2000 and 2100.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a date is written like 2026-11-21, between 2000 and 2100")]
pub struct InvalidDate;

impl Date {
    /// The first day there is: 2000-01-01.
    pub const FIRST: Self = Self {
        year: 2000,
        month: 1,
        day: 1,
    };

    /// Checks a day of the calendar.
    ///
    /// # Errors
    /// When there is no such day, or the year is not between 2000 and 2100.
    pub fn new(year: u16, month: u8, day: u8) -> Result<Self, InvalidDate> {
        let is_leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let last = match month {
            4 | 6 | 9 | 11 => 30,
            2 if is_leap => 29,
            2 => 28,
            _ => 31,
        };

        if (2000..=2100).contains(&year) && (1..=12).contains(&month) && (1..=last).contains(&day) {
            Ok(Self { year, month, day })
        } else {
            Err(InvalidDate)
        }
    }

    /// The day that `days` after 1970-01-01 is, or nothing outside 2000 to 2100.
    pub fn from_days(days: u64) -> Option<Self> {
        // Howard Hinnant's civil-from-days, for days after the epoch.
        let shifted = days.checked_add(719_468)?;
        let (era, of_era) = (shifted / 146_097, shifted % 146_097);
        let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        let from_march = (5 * of_year + 2) / 153;
        let day = of_year - (153 * from_march + 2) / 5 + 1;
        let month = if from_march < 10 {
            from_march + 3
        } else {
            from_march - 9
        };
        let year = era * 400 + year_of_era + u64::from(month <= 2);

        Self::new(year.try_into().ok()?, month.try_into().ok()?, day.try_into().ok()?).ok()
    }

    /// The year, the month from 1 to 12, the day from 1 to 31.
    pub fn parts(self) -> (u16, u8, u8) {
        (self.year, self.month, self.day)
    }

    /// The first day that is `months` whole months later: the first of the next month where that month is
    /// too short. 2100-12-31 when it would be later than that.
    pub fn plus_months(self, months: u32) -> Self {
        let last = Self {
            year: 2100,
            month: 12,
            day: 31,
        };
        let since = u32::from(self.month - 1).saturating_add(months);
        let Ok(year) = u16::try_from(u32::from(self.year).saturating_add(since / 12)) else {
            return last;
        };
        let month = (since % 12 + 1) as u8;

        match Self::new(year, month, self.day) {
            Ok(date) => date,
            Err(InvalidDate) if year > last.year => last,
            // No month that is too short is a December.
            Err(InvalidDate) => Self {
                year,
                month: month + 1,
                day: 1,
            },
        }
    }

    /// Whole months from `self` to `later`, 0 when `later` is earlier.
    pub fn months_until(self, later: Self) -> u32 {
        let months = |date: Self| i64::from(date.year) * 12 + i64::from(date.month);
        let whole = months(later) - months(self) - i64::from(later.day < self.day);

        u32::try_from(whole).unwrap_or(0)
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl FromStr for Date {
    type Err = InvalidDate;

    fn from_str(text: &str) -> Result<Self, InvalidDate> {
        let mut parts = text.splitn(3, '-');
        let mut number = |digits: usize| {
            parts
                .next()
                .filter(|part| part.len() == digits && part.bytes().all(|byte| byte.is_ascii_digit()))
                .and_then(|part| part.parse::<u16>().ok())
                .ok_or(InvalidDate)
        };
        let (year, month, day) = (number(4)?, number(2)?, number(2)?);

        Self::new(year, month as u8, day as u8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_a_day_of_the_calendar() {
        assert!("2024-02-29".parse::<Date>().is_ok());

        for text in [
            "2023-02-29",
            "2026-13-01",
            "2026-00-10",
            "1999-12-31",
            "2101-01-01",
            "2026-1-1",
            "",
            "x",
        ] {
            assert_eq!(text.parse::<Date>(), Err(InvalidDate), "{text}");
        }
    }

    #[test]
    fn days_since_the_epoch_become_dates() {
        assert_eq!(
            Date::from_days(20_778).map(|date| date.to_string()),
            Some("2026-11-21".to_owned())
        );
        assert_eq!(
            Date::from_days(19_782).map(|date| date.to_string()),
            Some("2024-02-29".to_owned())
        );
        assert_eq!(Date::from_days(0), None);
    }

    #[test]
    fn months_later_is_a_day_of_the_calendar() {
        let later = |text: &str, months| text.parse::<Date>().unwrap().plus_months(months).to_string();

        assert_eq!(later("2026-11-21", 6), "2027-05-21");
        assert_eq!(later("2026-11-21", 12), "2027-11-21");
        assert_eq!(later("2026-12-31", 0), "2026-12-31");
        assert_eq!(later("2026-08-31", 6), "2027-03-01");
        assert_eq!(later("2024-02-29", 12), "2025-03-01");
        assert_eq!(later("2100-08-01", 6), "2100-12-31");
        assert_eq!(later("2026-11-21", u32::MAX), "2100-12-31");
    }

    #[test]
    fn months_are_whole() {
        let date = |text: &str| text.parse::<Date>().unwrap_or_else(|_| panic!("{text}"));

        assert_eq!(date("2026-05-22").months_until(date("2026-11-21")), 5);
        assert_eq!(date("2026-05-21").months_until(date("2026-11-21")), 6);
        assert_eq!(date("2026-12-01").months_until(date("2026-11-21")), 0);
    }
}
