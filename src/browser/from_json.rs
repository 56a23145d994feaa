//! From JSON to the types of `content`, by the browser's own parser.
//!
//! A field that is missing is empty, as with `#[serde(default)]`; one of another type makes the whole value malformed,
//! and an item of a list that is malformed is left out of it. Lists and texts have an end, however long they are.
//! Written by hand because `serde_json` costs readers 30 KB of compressed wasm. A type's list below has to name each
//! of its fields, or it does not compile.

use crate::content::{
    article::{Article, Image, Link, RelatedArticle, SeriesPart, Summary, Term},
    author::Author,
    date::Date,
    list::{AuthorEntry, Index, List, TagEntry},
    reactions::{ReactionCounts, ReactionKind, StoredReactions},
    search::{SearchEntry, SearchIndex},
    site::{NavigationLink, Site},
    url::{SafeSrcset, SafeUrl},
};
use crate::markdown::Heading;
use js_sys::{Array, JsString, Object, Reflect};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};

/// What no blog comes to: items of one list, and the length of one text.
const MAX_ITEMS: u32 = 10_000;
const MAX_LENGTH: u32 = 100_000;

/// Headings below headings: HTML has no more levels.
const MAX_DEPTH: u32 = 6;

thread_local! {
    /// How deep the heading lies that is being read.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

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
    List { version, title, author, articles, page, pages, total }
    Index { version, tags, authors }
    TagEntry { name, slug, articles }
    AuthorEntry { author, articles }
    SearchIndex { version, articles, tags, authors }
    SearchEntry { slug, title, description, tags, authors }
}

impl FromJson for Heading {
    fn from_json(value: &JsValue) -> Option<Self> {
        let depth = DEPTH.replace(DEPTH.get() + 1);
        let children = match depth < MAX_DEPTH {
            true => field(value, "children"),
            false => Some(Vec::new()),
        };
        DEPTH.set(depth);
        Some(Self {
            level: field(value, "level")?,
            id: field(value, "id")?,
            text: field(value, "text")?,
            children: children?,
        })
    }
}

impl FromJson for String {
    fn from_json(value: &JsValue) -> Option<Self> {
        if value.is_undefined() {
            return Some(Self::new());
        }
        let text: &JsString = value.dyn_ref()?;
        (text.length() <= MAX_LENGTH).then(|| text.into())
    }
}

macro_rules! from_text {
    ($($type:ty)*) => {$(
        impl FromJson for $type {
            fn from_json(value: &JsValue) -> Option<Self> {
                String::from_json(value).map(Self::from)
            }
        }
    )*};
}

from_text! { SafeUrl SafeSrcset }

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
        let items = (0..array.length().min(MAX_ITEMS)).map(|index| array.get(index));
        Some(items.filter_map(|item| T::from_json(&item)).collect())
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
        Some(Self(
            Object::entries(object).iter().filter_map(count).collect(),
        ))
    }
}
