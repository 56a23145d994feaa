//! What is kept, as a JSON object: read leniently, written with its version.

use super::storage;
use crate::stored::{Key, VERSION};
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// An object of texts, numbers and objects.
pub struct Record(Object);

impl Record {
    /// What is kept under the key; empty where nothing is, or nothing that can be read.
    pub fn kept(key: &Key) -> Self {
        let text = storage::read(key).ok().flatten();
        text.and_then(|text| Self::parse(&text)).unwrap_or_default()
    }

    /// Nothing where the text is no JSON object.
    pub fn parse(text: &str) -> Option<Self> {
        Self::from_value(JSON::parse(text).ok()?)
    }

    /// Nothing where the value is no object.
    pub fn from_value(value: JsValue) -> Option<Self> {
        let is_object = value.is_object() && !js_sys::Array::is_array(&value);
        is_object.then(|| Self(value.unchecked_into()))
    }

    pub fn is_empty(&self) -> bool {
        self.names().next().is_none()
    }

    /// The names of its fields, without the version's.
    pub fn names(&self) -> impl Iterator<Item = String> + use<> {
        self.keys().filter(|name| name != "v")
    }

    /// The same for an object that has no version: any name may be a field's.
    pub fn keys(&self) -> impl Iterator<Item = String> + use<> {
        let names = Object::keys(&self.0).into_iter();
        names.filter_map(|name| name.as_string())
    }

    pub fn get(&self, name: &str) -> JsValue {
        Reflect::get(&self.0, &name.into()).unwrap_or_default()
    }

    /// Empty where there is no text.
    pub fn text(&self, name: &str) -> String {
        self.get(name).as_string().unwrap_or_default()
    }

    /// 0 where there is no number.
    pub fn number(&self, name: &str) -> f64 {
        self.get(name).as_f64().unwrap_or_default()
    }

    /// An object in it; empty where there is none.
    pub fn record(&self, name: &str) -> Self {
        Self::from_value(self.get(name)).unwrap_or_default()
    }

    pub fn set(&self, name: &str, value: impl Into<JsValue>) {
        // It cannot fail for an object of ours, here and below.
        let _ = Reflect::set(&self.0, &name.into(), &value.into());
    }

    pub fn remove(&self, name: &str) {
        let _ = Reflect::delete_property(&self.0, &name.into());
    }

    pub fn value(&self) -> &JsValue {
        &self.0
    }

    /// Keeps it, or nothing where it is empty, and tells this tab and the others.
    pub fn keep(&self, key: &Key) {
        self.set("v", VERSION);
        let text = JSON::stringify(&self.0).ok().map(String::from);
        storage::write_and_tell(key, text.filter(|_| !self.is_empty()).as_deref());
    }
}

impl Default for Record {
    fn default() -> Self {
        Self(Object::new())
    }
}
