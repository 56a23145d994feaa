//! What the browser's own parser gives.

use super::JsonValue;
use js_sys::{Array, JsString, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};

impl JsonValue for JsValue {
    fn is_missing(&self) -> bool {
        self.is_undefined()
    }

    fn is_null(&self) -> bool {
        JsValue::is_null(self)
    }

    fn is_object(&self) -> bool {
        JsValue::is_object(self)
    }

    fn as_short_text(&self, max_length: usize) -> Option<String> {
        let text: &JsString = self.dyn_ref()?;
        (text.length() as usize <= max_length).then(|| text.into())
    }

    fn as_number(&self) -> Option<f64> {
        self.as_f64()
    }

    fn field(&self, name: &str) -> Self {
        Reflect::get(self, &name.into()).unwrap_or_default()
    }

    fn as_list(&self, max_items: usize) -> Option<impl Iterator<Item = Self>> {
        let list: Array = self.dyn_ref::<Array>()?.clone();
        Some((0..list.length().min(max_items as u32)).map(move |index| list.get(index)))
    }

    fn as_object(&self) -> Option<impl Iterator<Item = (String, Self)>> {
        let object = self
            .dyn_ref::<Object>()
            .filter(|_| !Array::is_array(self))?;
        let entries = Object::entries(object).into_iter();
        Some(entries.filter_map(|entry| {
            let entry: Array = entry.unchecked_into();
            Some((entry.get(0).as_string()?, entry.get(1)))
        }))
    }
}
