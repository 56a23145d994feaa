//! The head of a file of Markdown that is an object of JSON, for which the browser has a parser.

use super::JsonValue;
use crate::folder::{Head, Value};
use js_sys::JSON;

/// Items of one list of a head.
const MAX_ITEMS: usize = 100;

/// Nothing where it is no object.
pub fn json_head(text: &str) -> Option<Head> {
    let entries = JSON::parse(text).ok()?;
    let entries = entries.as_object()?.filter_map(|(name, value)| {
        let value = match value.as_list(MAX_ITEMS) {
            Some(items) => Value::List(items.filter_map(|item| item.as_string()).collect()),
            None => match (value.as_string(), value.as_bool()) {
                (Some(text), _) => Value::Text(text),
                (None, is_so) => Value::Text(is_so?.to_string()),
            },
        };
        Some((name, value))
    });
    Some(Head(entries.collect()))
}
