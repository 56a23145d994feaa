//! The language as a browser has it: the file of the page's language, which the scripts have fetched, and `Intl`.

use super::{LAST, ListStyle, Translator};
use crate::content::date::Date;
use js_sys::{Array, JsString, Object, Reflect};
use std::cell::{OnceCell, RefCell};
use wasm_bindgen::prelude::*;

/// In milliseconds.
const DAY: f64 = 86_400_000.0;

thread_local! {
    static MESSAGES: RefCell<JsValue> = const { RefCell::new(JsValue::UNDEFINED) };
}

/// Speaks with this file from now on; with `undefined`, English.
pub fn use_messages(messages: JsValue) {
    MESSAGES.set(messages);
    LAST.set(None);
}

/// What only the reader's own data needs.
impl Translator {
    /// The reader's day of a time in milliseconds since 1970, `Apr 1, 2026`.
    pub fn day(&self, time: f64) -> String {
        let formats = &self.0.formats;
        let days = formats
            .local_days
            .get_or_init(|| date_time_format(&formats.tag, &object(&[("dateStyle", "medium")])));
        days.format(time)
    }

    /// A part of a whole: `42%` of 0.42.
    pub fn percent(&self, part: f64) -> String {
        let formats = &self.0.formats;
        let percents = formats
            .percents
            .get_or_init(|| number_format(&formats.tag, &object(&[("style", "percent")])));
        percents.format(part)
    }
}

/// What is said, in another language than English.
pub struct Texts(JsValue);

impl Texts {
    /// With the tag of the language that is spoken.
    pub fn of(tag: &str) -> (Self, &str) {
        let messages = MESSAGES.with_borrow(JsValue::clone);
        let is_spoken = messages.is_object() || tag.starts_with("en");
        // `Intl` refuses what is no tag.
        let tag = match is_spoken && canonical(tag).is_ok() {
            true => tag,
            false => "en",
        };
        (Self(messages), tag)
    }

    pub fn text(&self, key: &str) -> Option<String> {
        get(&self.0, key).as_string()
    }

    /// The form of a plural category.
    pub fn form(&self, key: &str, category: impl Fn() -> String) -> Option<String> {
        let forms = get(&self.0, key);
        if !forms.is_object() {
            return None;
        }
        let form = get(&forms, &category()).as_string();
        form.or_else(|| get(&forms, "other").as_string())
    }
}

/// How a language writes what is not text. Each formatter is made when it is first needed, and kept.
pub struct Formats {
    tag: String,
    numbers: OnceCell<Formatter>,
    days: OnceCell<Formatter>,
    days_of_year: OnceCell<Formatter>,
    local_days: OnceCell<Formatter>,
    percents: OnceCell<Formatter>,
}

impl Formats {
    pub fn of(tag: &str) -> Self {
        // Browsers of different years differ in the digits of plain Arabic.
        let tag = if tag == "ar" { "ar-u-nu-latn" } else { tag };
        Self {
            tag: tag.into(),
            numbers: OnceCell::new(),
            days: OnceCell::new(),
            days_of_year: OnceCell::new(),
            local_days: OnceCell::new(),
            percents: OnceCell::new(),
        }
    }

    /// The plural category of a number.
    pub fn category(&self, number: u32) -> String {
        PluralRules::new(&self.tag).select(number)
    }

    pub fn number(&self, number: u32) -> String {
        let numbers = self
            .numbers
            .get_or_init(|| number_format(&self.tag, &JsValue::UNDEFINED));
        numbers.format(number.into())
    }

    pub fn date(&self, date: Date, is_long: bool) -> String {
        // One of the two lengths, for as long as this lives.
        let days = self.days.get_or_init(|| {
            let style = if is_long { "long" } else { "medium" };
            let options = [
                ("dateStyle", style),
                ("timeZone", "UTC"),
                ("calendar", "gregory"),
            ];
            date_time_format(&self.tag, &object(&options))
        });
        days.format(date.day_number() as f64 * DAY)
    }

    pub fn day_of_year(&self, date: Date, is_long: bool) -> String {
        let days = self.days_of_year.get_or_init(|| {
            let options = [
                ("month", if is_long { "long" } else { "short" }),
                ("day", "numeric"),
                ("timeZone", "UTC"),
                ("calendar", "gregory"),
            ];
            date_time_format(&self.tag, &object(&options))
        });
        days.format(date.day_number() as f64 * DAY)
    }

    /// What stands before, between and behind the items.
    pub fn separators(&self, items: &[&str], style: ListStyle) -> Vec<String> {
        let style = if style == ListStyle::Narrow {
            "narrow"
        } else {
            "long"
        };
        let lists = ListFormat::new(&self.tag, &object(&[("style", style)]));
        let items: Array = items.iter().map(|item| JsValue::from_str(item)).collect();
        let mut separators = vec![String::new()];
        for part in lists.format_to_parts(&items).iter() {
            if get(&part, "type") == "element" {
                separators.push(String::new());
            } else if let Some(separator) = separators.last_mut() {
                let text: JsString = get(&part, "value").unchecked_into();
                // In Hebrew, browsers differ in the hyphen before a name in other letters.
                separator.push_str(&String::from(text.replace("\u{2011}", "-")));
            }
        }
        separators
    }
}

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(catch, js_namespace = Intl, js_name = getCanonicalLocales)]
    fn canonical(tag: &str) -> Result<JsValue, JsValue>;

    /// Of numbers, or of days in milliseconds since 1970.
    type Formatter;

    #[wasm_bindgen(js_namespace = Intl, js_name = NumberFormat)]
    fn number_format(tag: &str, options: &JsValue) -> Formatter;

    #[wasm_bindgen(js_namespace = Intl, js_name = DateTimeFormat)]
    fn date_time_format(tag: &str, options: &JsValue) -> Formatter;

    #[wasm_bindgen(method)]
    fn format(this: &Formatter, value: f64) -> String;

    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str) -> PluralRules;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: u32) -> String;

    type ListFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl)]
    fn new(tag: &str, options: &JsValue) -> ListFormat;

    #[wasm_bindgen(method, js_name = formatToParts)]
    fn format_to_parts(this: &ListFormat, items: &Array) -> Array;
}

fn object(entries: &[(&str, &str)]) -> JsValue {
    let object = Object::new();
    for (name, value) in entries {
        // It cannot fail for an object of ours.
        let _ = Reflect::set(&object, &JsString::from(*name), &JsString::from(*value));
    }
    object.into()
}

fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or_default()
}
