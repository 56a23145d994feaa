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
mod reason_text;

#[cfg(target_arch = "wasm32")]
use browser as host;
#[cfg(not(target_arch = "wasm32"))]
use native as host;

use crate::content::{article::Article, date::Date, site::Site};
pub use direction::direction;
#[cfg(not(target_arch = "wasm32"))]
pub use direction::page_direction;
use host::{Formats, Texts};
pub use reason_text::reason_text;
use std::cell::RefCell;
use std::rc::Rc;

/// Something that the interface says, with so many places for what is not known before: `key=English text`. As one text,
/// because a reader pays for each word that is handed on.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Message<const PLACES: usize = 0>(&'static str);

/// Something said of a number of things, which stands in the place `{count}`: `key=for one|for others`.
#[derive(Clone, Copy)]
pub struct Counted(&'static str);

/// All that is said, one constant for each key of `src/messages/en.json`.
pub mod message {
    use super::{Counted, Message};
    include!(concat!(env!("OUT_DIR"), "/messages.rs"));
}

/// What only finished pages say, so that no reader pays for it: one constant for each key of
/// `src/messages/build_only/en.json`.
#[cfg(not(target_arch = "wasm32"))]
pub mod build_message {
    use super::Message;
    include!(concat!(env!("OUT_DIR"), "/build_messages.rs"));
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
pub struct Translator(Rc<Interface>);

struct Interface {
    asked: String,
    texts: Texts,
    formats: Formats,
}

thread_local! {
    /// The language that was asked for last: it is nearly always the next one, too.
    static LAST: RefCell<Option<Translator>> = const { RefCell::new(None) };
}

impl Site {
    /// What the interface of this site says.
    pub fn translator(&self) -> Translator {
        Translator::of(&self.language)
    }

    /// The attributes `lang` and `dir` of an article, where they are not those of the site.
    pub fn language_of<'a>(&self, article: &'a Article) -> [Option<&'a str>; 2] {
        let lang = Some(article.lang.as_str()).filter(|lang| !lang.is_empty());
        let dir = lang.map(direction);
        [lang, dir.filter(|dir| *dir != direction(&self.language))]
    }
}

impl Translator {
    /// In the language of a BCP 47 tag: `pt-BR` speaks Portuguese as Brazil writes it. English, where we do not speak it.
    pub fn of(tag: &str) -> Self {
        LAST.with_borrow_mut(|last| match last {
            Some(translator) if translator.0.asked == tag => translator.clone(),
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
        self.template(message.0).0
    }

    /// With values in its places, which are those of the English text, in that order.
    pub fn fill<const PLACES: usize>(
        &self,
        message: Message<PLACES>,
        values: [&str; PLACES],
    ) -> String {
        let (text, english) = self.template(message.0);
        filled(&text, english, &values)
    }

    /// What stands before its place, and behind it.
    pub fn around(&self, message: Message<1>) -> (String, String) {
        let (text, _) = self.template(message.0);
        let (before, place) = split(&text, '{');
        (before.into(), split(place, '}').1.into())
    }

    /// In the form for this number.
    pub fn count(&self, message: Counted, count: u32) -> String {
        let (key, english) = split(message.0, '=');
        let (one, other) = split(english, '|');
        let form = self.0.texts.form(key, || self.0.formats.category(count));
        let form = form.unwrap_or_else(|| if count == 1 { one } else { other }.into());
        filled(&form, "{count}", &[&self.number(count)])
    }

    /// `1,234`
    pub fn number(&self, number: u32) -> String {
        self.0.formats.number(number)
    }

    /// `Apr 1, 2026`, or as long as the language likes it.
    pub fn date(&self, date: Date) -> String {
        self.0.formats.date(date, self.has_long_dates())
    }

    /// `Apr 1`, or as long as the language likes it.
    pub fn day_of_year(&self, date: Date) -> String {
        self.0.formats.day_of_year(date, self.has_long_dates())
    }

    fn has_long_dates(&self) -> bool {
        self.text(message::DATE_STYLE) == "long"
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

    /// The text, and the English one.
    #[inline(never)]
    fn template(&self, source: &'static str) -> (String, &'static str) {
        let (key, english) = split(source, '=');
        let text = self.0.texts.text(key);
        (text.unwrap_or_else(|| english.into()), english)
    }
}

/// The text with the values in its places, which the English text has in the values' order.
#[inline(never)]
pub fn filled(text: &str, english: &str, values: &[&str]) -> String {
    let mut whole = String::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (before, place) = split(rest, '{');
        let (name, behind) = split(place, '}');
        whole.push_str(before);
        let mut places = english.split('{').skip(1);
        let at = places.position(|place| split(place, '}').0 == name);
        whole.push_str(
            at.and_then(|at| values.get(at))
                .copied()
                .unwrap_or_default(),
        );
        rest = behind;
    }
    whole
}

/// What stands before the mark, and behind it.
fn split(text: &str, mark: char) -> (&str, &str) {
    text.split_once(mark).unwrap_or((text, ""))
}
