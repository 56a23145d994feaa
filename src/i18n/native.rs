//! The languages as the build has them: every file below `src/messages/`, and ICU4X for numbers, dates and lists.

use super::{ListStyle, Translator};
use crate::content::date::Date;
use icu_calendar::Gregorian;
use icu_datetime::FixedCalendarDateTimeFormatter as DateFormatter;
use icu_datetime::fieldsets::{MD, YMD};
use icu_decimal::DecimalFormatter;
use icu_decimal::input::Decimal;
use icu_list::options::{ListFormatterOptions, ListLength};
use icu_list::{ListFormatter, parts};
use icu_locale_core::Locale;
use icu_plurals::{PluralCategory, PluralRules};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::LazyLock;
use writeable::{Part, PartsWrite, Writeable};

/// The files, by the code of their language. English is compiled in as constants.
pub const FILES: [(&str, &str); 8] = [
    ("ar", include_str!("../messages/ar.json")),
    ("de", include_str!("../messages/de.json")),
    ("es", include_str!("../messages/es.json")),
    ("fr", include_str!("../messages/fr.json")),
    ("he", include_str!("../messages/he.json")),
    ("ja", include_str!("../messages/ja.json")),
    ("pt", include_str!("../messages/pt.json")),
    ("zh", include_str!("../messages/zh.json")),
];

/// What only the build says, which the files that readers load leave out.
pub const BUILD_ONLY: [(&str, &str); 8] = [
    ("ar", include_str!("../messages/build_only/ar.json")),
    ("de", include_str!("../messages/build_only/de.json")),
    ("es", include_str!("../messages/build_only/es.json")),
    ("fr", include_str!("../messages/build_only/fr.json")),
    ("he", include_str!("../messages/build_only/he.json")),
    ("ja", include_str!("../messages/build_only/ja.json")),
    ("pt", include_str!("../messages/build_only/pt.json")),
    ("zh", include_str!("../messages/build_only/zh.json")),
];

/// What a file says under a key.
#[derive(Deserialize)]
#[serde(untagged)]
pub enum Entry {
    Text(String),
    /// By plural category of Unicode's CLDR.
    Forms(BTreeMap<String, String>),
}

type Entries = BTreeMap<String, Entry>;

static LANGUAGES: LazyLock<Vec<(&str, Entries)>> = LazyLock::new(|| {
    let read = |text| serde_json::from_str::<Entries>(text).unwrap_or_default();
    let files = FILES.into_iter().zip(BUILD_ONLY);
    let all = files.map(|((code, text), (_, only))| {
        let entries = read(text).into_iter().chain(read(only));
        (code, entries.collect())
    });
    all.collect()
});

/// The code of the language of a tag, `pt` of `pt-BR`, if we speak it.
pub fn spoken(tag: &str) -> Option<&'static str> {
    let code = tag.split('-').next().unwrap_or(tag).to_ascii_lowercase();
    let codes = FILES.iter().map(|(code, _)| *code);
    codes.chain(["en"]).find(|known| *known == code)
}

impl Translator {
    /// Whether the texts are those that are compiled in.
    pub fn are_english(&self) -> bool {
        self.0.texts.0.is_none()
    }

    /// The plural category of a number, by its name in CLDR.
    pub fn category(&self, number: u32) -> &'static str {
        self.0.formats.category(number)
    }
}

/// What is said, in another language than English.
pub struct Texts(Option<&'static Entries>);

impl Texts {
    /// With the tag of the language that is spoken.
    pub fn of(tag: &str) -> (Self, &str) {
        let code = spoken(tag);
        let found = LANGUAGES.iter().find(|(known, _)| Some(*known) == code);
        let tag = code.map_or("en", |_| tag);
        (Self(found.map(|(_, entries)| entries)), tag)
    }

    pub fn text(&self, key: &str) -> Option<String> {
        match self.0?.get(key)? {
            Entry::Text(text) => Some(text.clone()),
            Entry::Forms(_) => None,
        }
    }

    /// The form of a plural category.
    pub fn form(&self, key: &str, category: impl Fn() -> &'static str) -> Option<String> {
        match self.0?.get(key)? {
            Entry::Forms(forms) => forms.get(category()).or(forms.get("other")).cloned(),
            Entry::Text(_) => None,
        }
    }
}

/// How a language writes what is not text. The data is compiled in, so that every part is there for every language.
pub struct Formats {
    plurals: Option<PluralRules>,
    numbers: Option<DecimalFormatter>,
    /// Medium and long.
    dates: [Option<DateFormatter<Gregorian, YMD>>; 2],
    days_of_year: [Option<DateFormatter<Gregorian, MD>>; 2],
    sentence: Option<ListFormatter>,
    narrow: Option<ListFormatter>,
}

impl Formats {
    pub fn of(tag: &str) -> Self {
        let locale: Locale = tag.parse().unwrap_or(Locale::UNKNOWN);
        let list = |length| {
            let options = ListFormatterOptions::default().with_length(length);
            ListFormatter::try_new_and((&locale).into(), options).ok()
        };
        let date = |fields| DateFormatter::try_new((&locale).into(), fields).ok();
        let day_of_year = |fields| DateFormatter::try_new((&locale).into(), fields).ok();
        Self {
            plurals: PluralRules::try_new_cardinal((&locale).into()).ok(),
            numbers: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            dates: [YMD::medium(), YMD::long()].map(date),
            days_of_year: [MD::medium(), MD::long()].map(day_of_year),
            sentence: list(ListLength::Wide),
            narrow: list(ListLength::Narrow),
        }
    }

    /// The plural category of a number.
    pub fn category(&self, number: u32) -> &'static str {
        let category = self
            .plurals
            .as_ref()
            .map(|rules| rules.category_for(number));
        category.map_or("other", category_name)
    }

    pub fn number(&self, number: u32) -> String {
        match &self.numbers {
            Some(numbers) => numbers.format(&Decimal::from(number)).to_string(),
            None => number.to_string(),
        }
    }

    pub fn date(&self, date: Date, is_long: bool) -> String {
        match self.dates[usize::from(is_long)].as_ref().zip(day(date)) {
            Some((formatter, day)) => formatter.format(&day).to_string(),
            None => date.to_string(),
        }
    }

    pub fn day_of_year(&self, date: Date, is_long: bool) -> String {
        let formatter = self.days_of_year[usize::from(is_long)].as_ref();
        match formatter.zip(day(date)) {
            Some((formatter, day)) => formatter.format(&day).to_string(),
            None => date.to_string(),
        }
    }

    /// What stands before, between and behind the items.
    pub fn separators(&self, items: &[&str], style: ListStyle) -> Vec<String> {
        let formatter = match style {
            ListStyle::Sentence => &self.sentence,
            ListStyle::Narrow => &self.narrow,
        };
        let mut separators = Separators::default();
        if let Some(formatter) = formatter {
            // It fails only if what it writes to does.
            let _ = formatter
                .format(items.iter())
                .write_to_parts(&mut separators);
        }
        separators.0.resize(items.len() + 1, String::new());
        // In Hebrew, browsers differ in the hyphen before a name in other letters.
        let plain = |separator: String| separator.replace('\u{2011}', "-");
        separators.0.into_iter().map(plain).collect()
    }
}

fn day(date: Date) -> Option<icu_calendar::Date<Gregorian>> {
    icu_calendar::Date::try_new_gregorian(date.year.into(), date.month, date.day).ok()
}

pub fn category_name(category: PluralCategory) -> &'static str {
    match category {
        PluralCategory::Zero => "zero",
        PluralCategory::One => "one",
        PluralCategory::Two => "two",
        PluralCategory::Few => "few",
        PluralCategory::Many => "many",
        PluralCategory::Other => "other",
    }
}

/// Keeps what a list is written with, and leaves out the items.
struct Separators(Vec<String>);

impl Default for Separators {
    fn default() -> Self {
        Self(vec![String::new()])
    }
}

impl fmt::Write for Separators {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        if let Some(last) = self.0.last_mut() {
            last.push_str(text);
        }
        Ok(())
    }
}

impl PartsWrite for Separators {
    type SubPartsWrite = Self;

    fn with_part(
        &mut self,
        part: Part,
        mut write: impl FnMut(&mut Self) -> fmt::Result,
    ) -> fmt::Result {
        let length = self.0.last().map_or(0, String::len);
        write(self)?;
        if part == parts::ELEMENT {
            // What was written is an item.
            if let Some(separator) = self.0.last_mut() {
                separator.truncate(length);
            }
            self.0.push(String::new());
        }
        Ok(())
    }
}
