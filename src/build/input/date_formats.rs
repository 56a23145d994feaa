//! Dates and times in the spellings that other systems, and people, left in front matter. jiff reads all of them; here is
//! said which there are, and what is taken off before.

use crate::content::{date::Date, moment::Moment};
use jiff::civil::{self, DateTime};
use jiff::fmt::strtime::BrokenDownTime;
use jiff::tz::{Offset, TimeZone};
use jiff::{Timestamp, Zoned};

/// Days, once commas, weekdays and the `st` of `1st` are gone. Of two that fit the first counts.
const DAYS: [&str; 14] = [
    "%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y%m%d", "%d %b %Y", "%d %B %Y", "%b %d %Y", "%B %d %Y",
    "%d-%b-%Y", "%Y %b %d", "%Y %B %d", "%d %b %y", "%d %B %y", "%d.%m.%Y",
];

/// Where the year stands last, as C and `date` write it: `May  1 10:00:00 2024`, `May 1 10:00:00 CEST 2024`.
const YEAR_LAST: [&str; 1] = ["%b %d %H:%M:%S %Y"];

const TIMES: [&str; 6] = [
    "%I:%M:%S %p",
    "%I:%M %p",
    "%I:%M%p",
    "%H:%M:%S%.f",
    "%H:%M",
    "%H%M%S",
];

/// Names of zones that RFC 2822 knows, in hours.
const ZONES: [(&str, i16); 12] = [
    ("Z", 0),
    ("UT", 0),
    ("UTC", 0),
    ("GMT", 0),
    ("EST", -5),
    ("EDT", -4),
    ("CST", -6),
    ("CDT", -5),
    ("MST", -7),
    ("MDT", -6),
    ("PST", -8),
    ("PDT", -7),
];

/// The moment that a text names. A time without a zone is one of `zone`.
pub fn read(text: &str, zone: &TimeZone) -> Option<Moment> {
    let text = text.trim();
    if let Some(moment) = seconds_since_1970(text) {
        return Some(moment);
    }
    let plain = plain(text);
    if let Some((moment, rest)) = year_last(&plain) {
        return Some(with_zone(moment, rest, zone));
    }
    let (day, rest) = DAYS.iter().find_map(|spelling| day(spelling, &plain))?;
    let rest = rest.trim_start_matches(['T', 't', '_', ' ']);
    let rest = rest.strip_prefix("at ").unwrap_or(rest);
    Some(
        match TIMES.iter().find_map(|spelling| time(spelling, rest)) {
            Some((time, zone_name)) => with_zone(day.to_datetime(time), zone_name, zone),
            None => date(day)?.into(),
        },
    )
}

/// The day alone.
pub fn read_day(text: &str) -> Option<Date> {
    read(text, &TimeZone::UTC).map(Moment::date)
}

/// The zone that a configuration names, such as `Europe/Berlin`.
pub fn zone(name: &str) -> Option<TimeZone> {
    TimeZone::get(name).ok()
}

/// Today, by the clock and the zone of this machine.
pub fn today() -> Date {
    date(Zoned::now().date()).unwrap_or(Date {
        year: 9999,
        month: 12,
        day: 31,
    })
}

/// As RSS spells it: `Fri, 08 Jul 2022 10:00:00 +0200`; midnight where no time is known.
pub fn rfc_2822(moment: Moment) -> String {
    let offset = Offset::from_seconds(i32::from(moment.offset()) * 60).unwrap_or(Offset::UTC);
    let timestamp = Timestamp::from_second(moment.timestamp()).unwrap_or_default();
    let zone = if offset == Offset::UTC { "GMT" } else { "%z" };
    let spelling = ["%a, %d %b %Y %H:%M:%S ", zone].concat();
    timestamp
        .to_zoned(offset.to_time_zone())
        .strftime(&spelling)
        .to_string()
}

/// `1714557600`, and the same in thousandths.
fn seconds_since_1970(text: &str) -> Option<Moment> {
    let number: i64 = text.parse().ok()?;
    let timestamp = match text.len() {
        9 | 10 => Timestamp::from_second(number),
        13 => Timestamp::from_millisecond(number),
        _ => return None,
    };
    moment(timestamp.ok()?.to_zoned(TimeZone::UTC).datetime(), 0)
}

/// Without what tells nothing: commas, the day of the week, `(UTC)`, the `st` of `1st`, spaces twice.
fn plain(text: &str) -> String {
    let text = text.split('(').next().unwrap_or(text).replace(',', " ");
    let mut words: Vec<&str> = text.split_whitespace().collect();
    let is_weekday = |word: &&&str| {
        let word = word.trim_end_matches('.');
        word.len() >= 3
            && BrokenDownTime::parse(if word.len() == 3 { "%a" } else { "%A" }, word).is_ok()
    };
    if words.first().filter(is_weekday).is_some() {
        words.remove(0);
    }
    let words = words.into_iter().map(|word| {
        let end = ["st", "nd", "rd", "th"]
            .iter()
            .find_map(|end| word.strip_suffix(end));
        let is_number = |word: &&str| word.bytes().all(|byte| byte.is_ascii_digit());
        let word = end.filter(is_number).unwrap_or(word);
        let is_month =
            word.ends_with('.') && word.starts_with(|first: char| first.is_ascii_alphabetic());
        // `Sept. 1` is September.
        match word.trim_end_matches('.') {
            "Sept" | "sept" => "Sep",
            month if is_month => month,
            _ => word,
        }
    });
    words.collect::<Vec<_>>().join(" ")
}

fn year_last(text: &str) -> Option<(DateTime, &str)> {
    let words: Vec<&str> = text.split(' ').collect();
    let (without_zone, zone) = match words[..] {
        [month, day, time, zone, year] if time.contains(':') => {
            ([month, day, time, year].join(" "), zone)
        }
        [_, _, time, _] if time.contains(':') => (text.to_string(), ""),
        _ => return None,
    };
    let read = |spelling: &&str| {
        BrokenDownTime::parse(spelling, &without_zone)
            .ok()?
            .to_datetime()
            .ok()
    };
    Some((YEAR_LAST.iter().find_map(read)?, zone))
}

fn day<'a>(spelling: &str, text: &'a str) -> Option<(civil::Date, &'a str)> {
    let (read, length) = BrokenDownTime::parse_prefix(spelling, text).ok()?;
    let (day, rest) = (read.to_date().ok()?, &text[length..]);
    // `07/08/2022` is not the year 7; which of the others is the month, nobody can tell.
    let is_whole =
        !rest.starts_with(|next: char| next.is_ascii_digit() || next == '-' || next == '/');
    (day.year() >= 1000 && is_whole).then_some((day, rest))
}

fn time<'a>(spelling: &str, text: &'a str) -> Option<(civil::Time, &'a str)> {
    let (read, length) = BrokenDownTime::parse_prefix(spelling, text).ok()?;
    let rest = &text[length..];
    // `10:00 America/New_York` is no hour before noon.
    let is_whole = !spelling.ends_with("%p") || !rest.starts_with(char::is_alphabetic);
    is_whole.then_some((read.to_time().ok()?, rest.trim()))
}

/// The moment, in the zone of that name or offset, if it is one.
fn with_zone(datetime: DateTime, name: &str, zone: &TimeZone) -> Moment {
    let of_site = || {
        let zoned = datetime.to_zoned(zone.clone());
        zoned.map_or(0, |zoned| (zoned.offset().seconds() / 60) as i16)
    };
    let offset = offset(name, datetime).unwrap_or_else(of_site);
    moment(datetime, offset).unwrap_or_else(|| Moment::from(Date::EPOCH))
}

fn offset(name: &str, datetime: DateTime) -> Option<i16> {
    let is_number = |text: &str| text.starts_with(['+', '-']) && text.len() >= 3;
    // `GMT+0200` is two hours before Greenwich.
    let number = ["GMT", "UTC"]
        .iter()
        .find_map(|zone| name.strip_prefix(zone))
        .unwrap_or(name);
    if is_number(number) {
        let digits: String = number[1..].chars().filter(char::is_ascii_digit).collect();
        let minutes = digits
            .get(2..4)
            .map_or(Some(0), |minutes| minutes.parse::<i16>().ok())?;
        let minutes = digits.get(..2)?.parse::<i16>().ok()? * 60 + minutes;
        return (minutes <= 26 * 60).then_some(if number.starts_with('-') {
            -minutes
        } else {
            minutes
        });
    }
    let known = ZONES
        .iter()
        .find(|(zone, _)| name.eq_ignore_ascii_case(zone));
    known.map(|(_, hours)| hours * 60).or_else(|| {
        let zone = zone(name).filter(|_| name.contains('/'))?;
        let zoned = datetime.to_zoned(zone).ok()?;
        Some((zoned.offset().seconds() / 60) as i16)
    })
}

fn moment(datetime: DateTime, offset: i16) -> Option<Moment> {
    let time = datetime.time();
    let seconds =
        i32::from(time.hour()) * 3600 + i32::from(time.minute()) * 60 + i32::from(time.second());
    Some(Moment::new(
        date(datetime.date())?,
        seconds.unsigned_abs(),
        offset,
    ))
}

fn date(date: civil::Date) -> Option<Date> {
    let year = u16::try_from(date.year()).ok()?;
    Some(Date {
        year,
        month: date.month().unsigned_abs(),
        day: date.day().unsigned_abs(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_in(zone_name: &str, text: &str) -> Option<String> {
        read(text, &zone(zone_name).unwrap()).map(|moment| moment.to_string())
    }

    #[test]
    fn a_time_without_a_zone_is_one_of_the_site() {
        for (zone, text, moment) in [
            (
                "Europe/Berlin",
                "2024-05-01 10:00",
                "2024-05-01T10:00:00+02:00",
            ),
            (
                "Europe/Berlin",
                "2024-12-01 10:00",
                "2024-12-01T10:00:00+01:00",
            ),
            (
                "Europe/Berlin",
                "2024-05-01 10:00 -0500",
                "2024-05-01T10:00:00-05:00",
            ),
            ("Europe/Berlin", "2024-05-01", "2024-05-01"),
            ("UTC", "2024-05-01 10:00", "2024-05-01T10:00:00Z"),
        ] {
            assert_eq!(read_in(zone, text).as_deref(), Some(moment), "{text}");
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
            "12345",
        ] {
            assert_eq!(read_in("UTC", text), None, "{text}");
        }
    }
}
