//! Dates in the spellings that other systems left in people's front matter.

use crate::content::date::Date;
use jiff::civil;
use jiff::fmt::strtime::BrokenDownTime;

/// `Jul 08 2022`, `July 8, 2022`, `8 July 2022`, `2022/07/08`, `2022-7-8`, and a feed's `Fri, 08 Jul 2022`.
const SPELLINGS: [&str; 9] = [
    "%Y-%m-%d",
    "%Y/%m/%d",
    "%b %d %Y",
    "%b %d, %Y",
    "%B %d %Y",
    "%B %d, %Y",
    "%d %b %Y",
    "%d %B %Y",
    "%a, %d %b %Y",
];

/// The day a text names, as its writer counted days; the time of day and its zone do not matter.
pub fn read(text: &str) -> Option<Date> {
    Date::parse(text).or_else(|| {
        SPELLINGS
            .iter()
            .find_map(|spelling| read_as(spelling, text))
    })
}

/// Today, by the clock and the zone of this machine.
pub fn today() -> Date {
    from_civil(jiff::Zoned::now().date()).unwrap_or(Date {
        year: 9999,
        month: 12,
        day: 31,
    })
}

/// Midnight of the day, as RSS spells it: `Fri, 08 Jul 2022 00:00:00 GMT`.
pub fn rfc_2822(date: Date) -> String {
    let day = civil::date(date.year.min(9999) as i16, date.month as i8, date.day as i8);
    day.strftime("%a, %d %b %Y 00:00:00 GMT").to_string()
}

fn read_as(spelling: &str, text: &str) -> Option<Date> {
    let (time, _) = BrokenDownTime::parse_prefix(spelling, text).ok()?;
    // `07/08/2022` is not the year 7; which of the others is the month, nobody can tell.
    from_civil(time.to_date().ok()?).filter(|date| date.year >= 1000)
}

fn from_civil(date: civil::Date) -> Option<Date> {
    let year = u16::try_from(date.year()).ok()?;
    Some(Date {
        year,
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_day_is_read_in_every_spelling() {
        for text in [
            "2022-07-08",
            "2022-07-08T23:30:00-05:00",
            "2022-07-08 10:00:00 +0200",
            "2022-7-8",
            "2022/07/08",
            "Jul 08 2022",
            "Jul 8, 2022",
            "July 8, 2022",
            "8 July 2022",
            "Fri, 08 Jul 2022 10:00:00 GMT",
        ] {
            assert_eq!(
                super::read(text).map(|date| date.to_string()).as_deref(),
                Some("2022-07-08"),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_day_is_not_guessed() {
        for text in [
            "",
            "tomorrow",
            "2022-02-30",
            "2022",
            "07/08/2022",
            "31 June 2022",
        ] {
            assert_eq!(super::read(text), None, "{text}");
        }
    }
}
