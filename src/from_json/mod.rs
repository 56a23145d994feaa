//! From JSON, as a parser has read it, to our own types.
//!
//! A field that is missing is empty, as with `#[serde(default)]`; one of another type makes the whole value malformed,
//! and an item of a list or object that is malformed is left out of it. Lists and texts have an end, however long they are.
//! Written by hand, because what `serde` makes of the same types costs readers 13 KB more of compressed wasm with
//! `serde-wasm-bindgen` (measured in the embeds' module: 92.3 and 79.4 KB), and 30 KB more with `serde_json`.

mod content;
#[cfg(target_arch = "wasm32")]
mod js_value;
#[cfg(target_arch = "wasm32")]
pub mod json_head;
#[cfg(not(target_arch = "wasm32"))]
mod moment_from_json;
#[cfg(not(target_arch = "wasm32"))]
mod serde_value;

/// What no blog comes to: items of one list, and the length of one text.
const MAX_ITEMS: usize = 10_000;
const MAX_LENGTH: usize = 100_000;

/// A value as a parser of JSON gives it, or a field that is missing.
pub trait JsonValue: Sized {
    fn is_missing(&self) -> bool;

    fn is_null(&self) -> bool;

    /// Whether it may have fields.
    fn is_object(&self) -> bool;

    /// Nothing where it is no text, or one longer than this, in bytes or units of UTF-16.
    fn as_short_text(&self, max_length: usize) -> Option<String>;

    fn as_number(&self) -> Option<f64>;

    /// A field of an object; missing where it is no object, or has no such field.
    fn field(&self, name: &str) -> Self;

    /// So many of its first items; nothing where it is no list.
    fn as_list(&self, max_items: usize) -> Option<impl Iterator<Item = Self>>;

    /// Names and values; nothing where it is no object.
    fn as_object(&self) -> Option<impl Iterator<Item = (String, Self)>>;

    fn as_text(&self) -> Option<String> {
        self.as_short_text(MAX_LENGTH)
    }
}

/// A type that can be read.
pub trait FromJson: Sized {
    /// Nothing where the value is of another type.
    fn from_json(value: &impl JsonValue) -> Option<Self>;
}

/// One field of an object.
pub fn field<T: FromJson>(object: &impl JsonValue, name: &str) -> Option<T> {
    T::from_json(&object.field(name))
}

/// The same, empty where it is of another type.
pub fn lenient_field<T: FromJson + Default>(object: &impl JsonValue, name: &str) -> T {
    field(object, name).unwrap_or_default()
}

impl FromJson for String {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        match value.is_missing() {
            true => Some(Self::new()),
            false => value.as_text(),
        }
    }
}

impl FromJson for f64 {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        match value.is_missing() {
            true => Some(0.0),
            false => value.as_number(),
        }
    }
}

macro_rules! from_number {
    ($($type:ty)*) => {$(
        impl FromJson for $type {
            fn from_json(value: &impl JsonValue) -> Option<Self> {
                // Saturates: a number that no count can have is shown as the nearest one.
                f64::from_json(value).map(|number| number as Self)
            }
        }
    )*};
}

from_number! { u8 u16 u32 usize }

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        match value.is_missing() || value.is_null() {
            true => Some(None),
            false => T::from_json(value).map(Some),
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        if value.is_missing() {
            return Some(Self::new());
        }
        let items = value.as_list(MAX_ITEMS)?;
        Some(items.filter_map(|item| T::from_json(&item)).collect())
    }
}

/// An object whose names say something.
impl<T: FromJson> FromJson for Vec<(String, T)> {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        if value.is_missing() {
            return Some(Self::new());
        }
        let entries = value.as_object()?;
        let entries = entries.filter_map(|(name, value)| Some((name, T::from_json(&value)?)));
        Some(entries.collect())
    }
}
