//! Reading values of which a part may be odd: a field that cannot be understood is as if it were not there, and an item of
//! a list is left out.
//!
//! To be used with whole trees, as `serde_json::Value` and JavaScript's objects are: a parser of text cannot go on behind
//! what it has not understood.

use serde::{Deserialize, Deserializer};

/// A value, or nothing where it is of another type.
pub struct Lenient<T>(pub Option<T>);

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lenient<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self(T::deserialize(deserializer).ok()))
    }
}

/// For a field: empty where it is of another type.
pub fn or_default<'de, T, D>(deserializer: D) -> Result<T, D::Error>
where
    T: Deserialize<'de> + Default,
    D: Deserializer<'de>,
{
    Ok(T::deserialize(deserializer).unwrap_or_default())
}

/// For a list: without the items that are of another type.
pub fn items<'de, T, D>(deserializer: D) -> Result<Vec<T>, D::Error>
where
    T: Deserialize<'de>,
    D: Deserializer<'de>,
{
    let items = Vec::<Lenient<T>>::deserialize(deserializer)?;
    Ok(items.into_iter().filter_map(|item| item.0).collect())
}
