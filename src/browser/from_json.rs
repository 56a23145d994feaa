//! From JSON to the types of `content`, by the browser's own parser.
//!
//! A field that is missing is empty, as with `#[serde(default)]`; one of another type makes the whole value malformed.
//! Written by hand because `serde_json` costs readers 30 KB of compressed wasm. A type's list below has to name each
//! of its fields, or it does not compile.

use crate::content::article::Heading;
use crate::content::{
    article::{Article, Image, Link, RelatedArticle, SeriesPart, Summary, Term},
    author::Author,
    date::Date,
    list::{AuthorEntry, Index, List, TagEntry},
    reactions::{ReactionCounts, ReactionKind, StoredReactions},
    search::{SearchEntry, SearchIndex},
    site::{NavigationLink, Site},
};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A value read out of parsed JSON; `undefined` stands for a missing field.
pub trait FromJson: Sized {
    /// Nothing where the value is of another type.
    fn from_json(value: &JsValue) -> Option<Self>;
}

/// Parses and reads; nothing where the text is not JSON, or of another shape.
pub fn parse<T: FromJson>(text: &str) -> Option<T> {
    T::from_json(&js_sys::JSON::parse(text).ok()?)
}

/// One field of an object.
pub fn field<T: FromJson>(object: &JsValue, name: &str) -> Option<T> {
    T::from_json(&Reflect::get(object, &JsValue::from_str(name)).ok()?)
}

macro_rules! from_json {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl FromJson for $type {
            fn from_json(value: &JsValue) -> Option<Self> {
                Some(Self { $($field: field(value, stringify!($field))?),* })
            }
        }
    )*};
}

from_json! {
    Site { version, title, description, base_url, language, navigation, reactions, page_size }
    NavigationLink { label, href }
    ReactionKind { id, emoji, label }
    StoredReactions { v, kinds }
    Author { id, name, role, focus, bio, avatar, url, same_as }
    Article {
        version, slug, title, description, published, updated, authors, tags, series, cover, lang, canonical_url,
        reading_minutes, words, hash, outline, related, previous, next, reaction_counts
    }
    Term { name, slug }
    SeriesPart { name, part, parts }
    Image { src, alt, caption, width, height, srcset, color }
    Link { title, slug }
    Summary { slug, title, description, published, authors, tags, reading_minutes, cover }
    RelatedArticle { article, reason }
    Heading { level, id, text, children }
    List { version, title, author, articles, page, pages, total }
    Index { version, tags, authors }
    TagEntry { name, slug, articles }
    AuthorEntry { author, articles }
    SearchIndex { version, articles, tags, authors }
    SearchEntry { slug, title, description, tags, authors }
}

impl FromJson for String {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            Some(Self::new())
        } else {
            value.as_string()
        }
    }
}

impl FromJson for f64 {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            Some(0.0)
        } else {
            value.as_f64()
        }
    }
}

macro_rules! from_number {
    ($($type:ty)*) => {$(
        impl FromJson for $type {
            fn from_json(value: &JsValue) -> Option<Self> {
                // Saturates: a number that no count can have is shown as the nearest one.
                f64::from_json(value).map(|number| number as Self)
            }
        }
    )*};
}

from_number! { u8 u32 usize }

impl FromJson for Date {
    fn from_json(value: &JsValue) -> Option<Self> {
        Date::parse(&value.as_string()?)
    }
}

impl<T: FromJson> FromJson for Option<T> {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() || value.is_null() {
            Some(None)
        } else {
            T::from_json(value).map(Some)
        }
    }
}

impl<T: FromJson> FromJson for Vec<T> {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            return Some(Self::new());
        }
        let array: &Array = value.dyn_ref()?;
        array.iter().map(|item| T::from_json(&item)).collect()
    }
}

impl FromJson for ReactionCounts {
    fn from_json(value: &JsValue) -> Option<Self> {
        let Some(object) = value.dyn_ref::<Object>() else {
            return value.is_undefined().then(Self::default);
        };
        let count = |pair: JsValue| {
            let pair: Array = pair.unchecked_into();
            Some((pair.get(0).as_string()?, u32::from_json(&pair.get(1))?))
        };
        Object::entries(object)
            .iter()
            .map(count)
            .collect::<Option<_>>()
            .map(Self)
    }
}
