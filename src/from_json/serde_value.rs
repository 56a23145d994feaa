//! What `serde_json` gives: for tests, which run without a browser.

use super::JsonValue;
use serde_json::Value;

impl JsonValue for Option<&Value> {
    fn is_missing(&self) -> bool {
        self.is_none()
    }

    fn is_null(&self) -> bool {
        self.is_some_and(Value::is_null)
    }

    fn is_object(&self) -> bool {
        self.is_some_and(Value::is_object)
    }

    fn as_short_text(&self, max_length: usize) -> Option<String> {
        let text = self.as_ref()?.as_str()?;
        (text.len() <= max_length).then(|| text.into())
    }

    fn as_number(&self) -> Option<f64> {
        self.as_ref()?.as_f64()
    }

    fn field(&self, name: &str) -> Self {
        self.and_then(|value| value.get(name))
    }

    fn as_list(&self, max_items: usize) -> Option<impl Iterator<Item = Self>> {
        let list = (*self)?.as_array()?;
        Some(list.iter().take(max_items).map(Some))
    }

    fn as_object(&self) -> Option<impl Iterator<Item = (String, Self)>> {
        let object = (*self)?.as_object()?;
        Some(
            object
                .iter()
                .map(|(name, value)| (name.clone(), Some(value))),
        )
    }
}
