//! The drafts: in the storage of the tab, and on the device if the writer wants that.

use crate::browser::{bridge, storage, storage::StorageRefused};
use crate::folder;
use crate::from_json::{JsonValue, json_head::json_head};
use crate::reader_data::{Draft, ReaderData, Time};
use crate::storage_key::{DRAFTS_OF_TAB, StorageKey};
use js_sys::{Array, Date, JSON, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// In units of UTF-16: what no draft comes to.
const MAX_LENGTH: usize = 6_000_000;

/// Drafts in one tab.
const MAX_DRAFTS: usize = 100;

/// There is always one, which may be empty.
pub struct DraftList {
    drafts: Vec<ListedDraft>,
    chosen: usize,
    is_kept: bool,
}

struct ListedDraft {
    /// In storage: the time when it was begun.
    number: String,
    title: String,
    text: String,
    changed: f64,
}

impl DraftList {
    /// All that are in this tab or on this device. The one that was changed last is chosen.
    pub fn load() -> Self {
        let mut list = Self {
            drafts: drafts_of_tab(),
            chosen: 0,
            is_kept: false,
        };
        for draft in drafts_of_device() {
            list.is_kept = true;
            match list
                .drafts
                .iter_mut()
                .find(|known| known.number == draft.number)
            {
                Some(known) if known.changed < draft.changed => *known = draft,
                Some(_) => {}
                None => list.drafts.push(draft),
            }
        }
        list.drafts
            .sort_by(|one, other| one.number.cmp(&other.number));
        let latest = list.drafts.iter().enumerate();
        let latest = latest.max_by(|(_, one), (_, other)| one.changed.total_cmp(&other.changed));
        list.chosen = latest.map_or(0, |(at, _)| at);
        if list.drafts.is_empty() {
            list.add(String::new());
        }
        list
    }

    /// Adds one and chooses it. It takes the place of one in which nothing is.
    pub fn add(&mut self, text: String) {
        self.drafts.retain(|draft| !draft.text.is_empty());
        let mut number = Date::now();
        while self
            .drafts
            .iter()
            .any(|draft| draft.number == number.to_string())
        {
            number += 1.0;
        }
        self.drafts.push(ListedDraft {
            number: number.to_string(),
            title: folder::read("", &text, json_head)
                .map_or_else(|_| String::new(), |read| read.title),
            text,
            changed: number,
        });
        self.chosen = self.drafts.len() - 1;
    }

    /// Removes the one that is chosen.
    pub fn remove(&mut self) {
        let draft = self.drafts.remove(self.chosen);
        storage::remove(&StorageKey::Draft(&draft.number));
        self.chosen = self.chosen.min(self.drafts.len().saturating_sub(1));
        if self.drafts.is_empty() {
            self.add(String::new());
        }
    }

    pub fn choose(&mut self, at: usize) {
        self.chosen = at.min(self.drafts.len() - 1);
    }

    pub fn chosen(&self) -> usize {
        self.chosen
    }

    pub fn text(&self) -> &str {
        &self.drafts[self.chosen].text
    }

    pub fn set_text(&mut self, text: String) {
        let draft = &mut self.drafts[self.chosen];
        draft.text = text;
        draft.changed = Date::now();
    }

    /// Says what the one is called that is chosen, and whether that is new.
    pub fn name(&mut self, title: &str) -> bool {
        let draft = &mut self.drafts[self.chosen];
        let is_new = draft.title != title;
        draft.title = title.into();
        is_new
    }

    pub fn titles(&self, untitled: &str) -> Vec<String> {
        let titles = self.drafts.iter().map(|draft| match &*draft.title {
            "" => untitled,
            title => title,
        });
        titles.map(String::from).collect()
    }

    pub fn is_kept(&self) -> bool {
        self.is_kept
    }

    /// Whether they stay on the device from now on. If not, nothing of them does.
    pub fn set_kept(&mut self, is_kept: bool) {
        self.is_kept = is_kept;
        if !is_kept {
            for draft in &self.drafts {
                storage::remove(&StorageKey::Draft(&draft.number));
            }
        }
    }

    pub fn save(&self) -> Result<(), StorageRefused> {
        let drafts: Array = self.drafts.iter().map(ListedDraft::to_object).collect();
        let text = JSON::stringify(&drafts).map_err(|_| StorageRefused)?;
        let tab = session().ok_or(StorageRefused)?;
        let of_tab = tab.set_item(&name_in_tab(), &String::from(text));
        let of_device = (self.drafts.iter())
            .filter(|draft| self.is_kept && !draft.text.is_empty())
            .map(ListedDraft::keep);
        of_device.collect::<Result<Vec<()>, _>>()?;
        // What is on the device need not be in the tab.
        of_tab.or(if self.is_kept {
            Ok(())
        } else {
            Err(StorageRefused)
        })
    }
}

impl ListedDraft {
    fn to_object(&self) -> JsValue {
        let object = Object::new();
        for (name, value) in [
            ("number", JsValue::from(&self.number)),
            ("title", JsValue::from(&self.title)),
            ("text", JsValue::from(&self.text)),
            ("changed", self.changed.into()),
        ] {
            // It cannot fail for an object of ours.
            let _ = Reflect::set(&object, &name.into(), &value);
        }
        object.into()
    }

    /// Nothing where it is none of ours.
    fn from_object(value: &JsValue) -> Option<Self> {
        let number = value.field("number").as_text()?;
        StorageKey::of("draft", &number)?;
        Some(Self {
            number,
            title: value.field("title").as_text().unwrap_or_default(),
            text: value.field("text").as_short_text(MAX_LENGTH)?,
            changed: value.field("changed").as_number().unwrap_or_default(),
        })
    }

    fn keep(&self) -> Result<(), StorageRefused> {
        let time = Time::try_from(self.changed).ok();
        let draft = Draft::new(self.title.clone(), self.text.clone(), time);
        let text = storage::to_text(&ReaderData::Draft(draft));
        storage::write(&StorageKey::Draft(&self.number), text.as_deref())
    }
}

fn drafts_of_tab() -> Vec<ListedDraft> {
    let text = session().and_then(|tab| tab.get_item(&name_in_tab()).ok()?);
    let list = text.and_then(|text| JSON::parse(&text).ok());
    let drafts = list.as_ref().and_then(|list| list.as_list(MAX_DRAFTS));
    let drafts = drafts.into_iter().flatten();
    drafts
        .filter_map(|draft| ListedDraft::from_object(&draft))
        .collect()
}

fn drafts_of_device() -> Vec<ListedDraft> {
    let base = bridge::get().base();
    let kept = storage::all().into_iter().filter_map(|(name, text)| {
        let key = StorageKey::parse(&name, &base)?;
        let StorageKey::Draft(number) = key else {
            return None;
        };
        let ReaderData::Draft(draft) = storage::parse(&key, &text)? else {
            return None;
        };
        Some(ListedDraft {
            number: number.into(),
            title: draft.title,
            text: draft.text,
            changed: draft.time.map(Time::milliseconds).unwrap_or_default(),
        })
    });
    kept.collect()
}

pub fn session() -> Option<Storage> {
    bridge::window().session_storage().ok().flatten()
}

fn name_in_tab() -> String {
    [DRAFTS_OF_TAB, &bridge::get().base()].concat()
}
