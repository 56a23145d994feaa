//! What the interface says, in the language of the site: messages, and numbers, dates and lists as that language writes
//! them.
//!
//! English is compiled in. Another language is a file of `src/messages/`: the build has them all (`native.rs`), a browser
//! gets the one of its site (`browser.rs`). How the two write numbers, dates and lists is the same by a test.

#[cfg(target_arch = "wasm32")]
pub mod browser;
mod direction;
#[cfg(not(target_arch = "wasm32"))]
pub mod native;

#[cfg(target_arch = "wasm32")]
use browser as host;
#[cfg(not(target_arch = "wasm32"))]
use native as host;

use crate::content::{article::Article, date::Date, site::Site};
pub use direction::direction;
use host::{Formats, Texts};
use std::cell::RefCell;
use std::rc::Rc;

/// Something that the interface says, with so many places for what is not known before.
#[derive(Clone, Copy, PartialEq)]
pub struct Message<const PLACES: usize = 0> {
    key: &'static str,
    english: &'static str,
    places: [&'static str; PLACES],
}

/// Something said of a number of things, which stands in the place `{count}`.
#[derive(Clone, Copy)]
pub struct Counted {
    key: &'static str,
    one: &'static str,
    other: &'static str,
}

/// All that is said, one constant for each key of `src/messages/en.json`.
pub mod message {
    use super::{Counted, Message};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// How much room a list takes.
#[derive(Clone, Copy, PartialEq)]
pub enum ListStyle {
    /// `Ada, Ben, and Iris`
    Sentence,
    /// `Ada, Ben, Iris`
    Narrow,
}

/// The interface in one language.
#[derive(Clone)]
pub struct Words(Rc<Interface>);

struct Interface {
    asked: String,
    texts: Texts,
    formats: Formats,
}

thread_local! {
    /// The language that was asked for last: it is nearly always the next one, too.
    static LAST: RefCell<Option<Words>> = const { RefCell::new(None) };
}

impl Site {
    /// What the interface of this site says.
    pub fn words(&self) -> Words {
        Words::of(&self.language)
    }

    /// The attributes `lang` and `dir` of an article, where they are not those of the site.
    pub fn language_of<'a>(&self, article: &'a Article) -> [Option<&'a str>; 2] {
        let lang = Some(article.lang.as_str()).filter(|lang| !lang.is_empty());
        let dir = lang.map(direction);
        [lang, dir.filter(|dir| *dir != direction(&self.language))]
    }
}

impl Words {
    /// In the language of a BCP 47 tag: `pt-BR` speaks Portuguese as Brazil writes it. English, where we do not speak it.
    pub fn of(tag: &str) -> Self {
        LAST.with_borrow_mut(|last| match last {
            Some(words) if words.0.asked == tag => words.clone(),
            _ => last.insert(Self::new(tag)).clone(),
        })
    }

    fn new(tag: &str) -> Self {
        let (texts, tag_spoken) = Texts::of(tag);
        Self(Rc::new(Interface {
            asked: tag.into(),
            texts,
            formats: Formats::of(tag_spoken),
        }))
    }

    pub fn text(&self, message: Message) -> String {
        self.template(message.key, message.english)
    }

    /// With values in its places, which are those of the English text, in that order.
    pub fn fill<const PLACES: usize>(
        &self,
        message: Message<PLACES>,
        values: [&str; PLACES],
    ) -> String {
        let text = self.template(message.key, message.english);
        filled(&text, &message.places, &values)
    }

    /// What stands before its place, and behind it.
    pub fn around(&self, message: Message<1>) -> (String, String) {
        let text = self.template(message.key, message.english);
        let parts = text.split_once('{');
        let parts = parts.and_then(|(before, rest)| Some((before, rest.split_once('}')?.1)));
        parts.map_or_else(
            || (text.clone(), String::new()),
            |(before, behind)| (before.into(), behind.into()),
        )
    }

    /// In the form for this number.
    pub fn count(&self, message: Counted, count: u32) -> String {
        let english = if count == 1 {
            message.one
        } else {
            message.other
        };
        let form = self
            .0
            .texts
            .form(message.key, || self.0.formats.category(count));
        let form = form.unwrap_or_else(|| english.into());
        filled(&form, &["count"], &[&self.number(count)])
    }

    /// `1,234`
    pub fn number(&self, number: u32) -> String {
        self.0.formats.number(number)
    }

    /// `Apr 1, 2026`, or as long as the language likes it.
    pub fn date(&self, date: Date) -> String {
        let is_long = self.text(message::DATE_STYLE) == "long";
        self.0.formats.date(date, is_long)
    }

    /// `Ada, Ben, Iris`
    pub fn list(&self, items: &[&str]) -> String {
        let separators = self.separators(items, ListStyle::Narrow);
        let mut list = String::new();
        for (at, separator) in separators.iter().enumerate() {
            list.push_str(separator);
            list.push_str(items.get(at).copied().unwrap_or_default());
        }
        list
    }

    /// What stands before, between and behind the items, one more than they are. Some languages look at the items.
    pub fn separators(&self, items: &[&str], style: ListStyle) -> Vec<String> {
        self.0.formats.separators(items, style)
    }

    fn template(&self, key: &str, english: &str) -> String {
        self.0.texts.text(key).unwrap_or_else(|| english.into())
    }
}

/// The text with the values in the places of these names.
fn filled(text: &str, places: &[&str], values: &[&str]) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while let Some((before, place)) = rest.split_once('{') {
        let (name, behind) = place.split_once('}').unwrap_or((place, ""));
        let mut known = places.iter().zip(values);
        whole.push_str(before);
        whole.push_str(
            known
                .find(|(place, _)| **place == name)
                .map_or("", |it| it.1),
        );
        rest = behind;
    }
    whole + rest
}
