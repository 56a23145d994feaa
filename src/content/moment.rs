//! A day with its time and zone, as far as the publisher told them. Browsers show days, and read nothing else: their half
//! is `day.rs`.

use super::date::Date;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::fmt;

/// In JSON an ISO 8601 date, `2026-04-01`, or a date with time and zone, `2026-04-01T20:30:00+02:00`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Moment {
    date: Date,
    time: Option<Time>,
}

/// A time of day, in a zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Time {
    /// Since midnight.
    seconds: u32,
    /// Minutes that the zone is before UTC.
    offset: i16,
}

impl Moment {
    /// Seconds count from midnight, `offset` is in minutes before UTC.
    pub fn new(date: Date, seconds: u32, offset: i16) -> Self {
        let time = Some(Time { seconds, offset });
        Self { date, time }
    }

    /// The day, as the writer counted days.
    pub fn date(self) -> Date {
        self.date
    }

    pub fn has_time(self) -> bool {
        self.time.is_some()
    }

    /// Seconds since 1970-01-01 in UTC. A day without a time begins there, too.
    pub fn timestamp(self) -> i64 {
        let Time { seconds, offset } = self.time.unwrap_or(Time::MIDNIGHT);
        self.date.day_number() * 86_400 + i64::from(seconds) - i64::from(offset) * 60
    }

    /// With a time in any case, as feeds want it (RFC 3339).
    pub fn rfc_3339(self) -> String {
        let time = Some(self.time.unwrap_or(Time::MIDNIGHT));
        Self { time, ..self }.to_string()
    }

    /// Minutes that the zone is before UTC.
    pub fn offset(self) -> i16 {
        self.time.map_or(0, |time| time.offset)
    }
}

impl Time {
    const MIDNIGHT: Self = Self {
        seconds: 0,
        offset: 0,
    };

    /// `T20:30:00+02:00`, and nothing else.
    fn parse(text: &str) -> Option<Self> {
        // A number may have a sign where it is parsed, but not in a time.
        let is_number = |text: &&str| text.bytes().all(|byte| byte.is_ascii_digit());
        let number =
            |range: std::ops::Range<usize>| text.get(range).filter(is_number)?.parse::<u32>().ok();
        let (hours, minutes, seconds) = (number(1..3)?, number(4..6)?, number(7..9)?);
        let offset = match text.get(9..)? {
            "Z" => 0,
            zone => {
                let minutes = number(10..12)? * 60 + number(13..15)?;
                let minutes = i16::try_from(minutes).ok()?;
                if zone.starts_with('-') {
                    -minutes
                } else {
                    minutes
                }
            }
        };
        Some(Self {
            seconds: hours * 3600 + minutes * 60 + seconds,
            offset,
        })
    }
}

impl Ord for Moment {
    fn cmp(&self, other: &Self) -> Ordering {
        let key = |moment: &Self| (moment.timestamp(), moment.date, moment.offset());
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Moment {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl From<Date> for Moment {
    fn from(date: Date) -> Self {
        Self { date, time: None }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}", self.date)?;
        let Some(Time { seconds, offset }) = self.time else {
            return Ok(());
        };
        let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(formatter, "T{hours:02}:{minutes:02}:{seconds:02}")?;
        let (sign, minutes) = (if offset < 0 { '-' } else { '+' }, offset.abs());
        match offset {
            0 => formatter.write_str("Z"),
            _ => write!(formatter, "{sign}{:02}:{:02}", minutes / 60, minutes % 60),
        }
    }
}

impl TryFrom<String> for Moment {
    type Error = &'static str;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        let date = Date::try_from(text.clone())?;
        let time = text.get(10..).and_then(Time::parse);
        Ok(Self { date, time })
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}
