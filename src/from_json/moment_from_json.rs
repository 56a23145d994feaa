//! A day with its time, which browsers read as a day alone.

use super::{FromJson, JsonValue};
use crate::content::moment::Moment;

impl FromJson for Moment {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Moment::try_from(value.as_text()?).ok()
    }
}
