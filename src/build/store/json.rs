//! Typed values as JSON.

use serde::Serialize;

/// The value, on one line.
pub fn json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("every key of these types is a text")
}

/// The value, for people to read.
pub fn pretty_json(value: &impl Serialize) -> Vec<u8> {
    serde_json::to_vec_pretty(value).expect("every key of these types is a text")
}
