//! A day with its time and zone, as far as the publisher told them. Browsers show days, and read nothing else: their half
//! is `day.rs`.

use super::date::Date;
use jiff::civil;
use jiff::fmt::temporal::Pieces;
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

    /// Of `2026-04-01T20:30:00+02:00`. One without a zone is no moment, and none.
    fn parse(text: &str) -> Option<Self> {
        let pieces = Pieces::parse(text).ok()?;
        let (time, offset) = (pieces.time()?, pieces.to_numeric_offset()?);
        Some(Self {
            seconds: u32::try_from(time.duration_since(civil::Time::midnight()).as_secs()).ok()?,
            offset: i16::try_from(offset.seconds() / 60).ok()?,
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
        let time = Time::parse(&text);
        Ok(Self { date, time })
    }
}

impl From<Moment> for String {
    fn from(moment: Moment) -> Self {
        moment.to_string()
    }
}
