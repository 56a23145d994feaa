//! How the reader wants pages to look.

use super::Version;
use crate::from_json::{FromJson, JsonValue, field};
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

/// How pages look: values by name. What has none is as the publisher and the system have it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preferences(Vec<(String, String)>);

impl Preferences {
    /// Empty where nothing is chosen.
    pub fn get(&self, name: &str) -> &str {
        let mut chosen = self.0.iter();
        let found = chosen.find(|(other, _)| other == name);
        found.map_or("", |(_, value)| value)
    }

    /// Chooses a value; the empty one takes the choice back.
    pub fn set(&mut self, name: &str, value: &str) {
        self.0.retain(|(other, _)| other != name);
        if !value.is_empty() {
            self.0.push((name.into(), value.into()));
        }
    }

    /// What is chosen here, and else there.
    pub fn completed(mut self, other: Self) -> Self {
        for (name, value) in other.0 {
            if self.get(&name).is_empty() {
                self.0.push((name, value));
            }
        }
        self
    }
}

impl Serialize for Preferences {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len() + 1))?;
        map.serialize_entry("v", &Version)?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

impl FromJson for Preferences {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        let _version: Version = field(value, "v")?;
        let chosen: Vec<(String, String)> = FromJson::from_json(value)?;
        Some(Self(chosen))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_choice_can_be_taken_back() {
        let mut preferences = Preferences::default();
        preferences.set("theme", "dark");
        preferences.set("theme", "sepia");
        assert_eq!(preferences.get("theme"), "sepia");
        preferences.set("theme", "");
        assert_eq!(preferences, Preferences::default());
    }
}
