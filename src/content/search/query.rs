//! What a reader types, taken apart: words, `"phrases"`, `-without`, and filters such as `tag:rust` and `after:2024`.
//!
//! Anything is a query. What means nothing special is words.

use super::fold::folded;
use super::token::{Purpose, tokens};
use std::ops::Range;

/// What is longer is cut, so that nobody waits for an answer. In bytes, and in words.
const MAX_LENGTH: usize = 1_000;
const MAX_WORDS: usize = 24;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Query {
    pub clauses: Vec<Clause>,
    pub filters: Vec<Filter>,
}

/// Words that stand together: one, a phrase, or a run of a text without spaces.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clause {
    /// Folded.
    pub words: Vec<String>,
    /// They follow each other.
    pub is_phrase: bool,
    pub is_excluded: bool,
    /// The last word may go on: it is still being typed.
    pub is_open: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    pub kind: FilterKind,
    /// As it was typed.
    pub value: String,
    /// The query without this filter.
    pub rest: String,
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FilterKind {
    Tag,
    Author,
    /// A section or a series.
    In,
    /// Earlier than this day.
    Before,
    /// This day or later.
    After,
}

/// How each is typed.
pub const FILTERS: [(&str, FilterKind); 5] = [
    ("tag", FilterKind::Tag),
    ("author", FilterKind::Author),
    ("in", FilterKind::In),
    ("before", FilterKind::Before),
    ("after", FilterKind::After),
];

/// A day that can be compared: `year << 9 | month << 5 | day`.
pub fn packed_day(year: u32, month: u32, day: u32) -> u32 {
    year << 9 | month << 5 | day
}

impl Query {
    pub fn parse(typed: &str) -> Self {
        let mut length = MAX_LENGTH.min(typed.len());
        while !typed.is_char_boundary(length) {
            length -= 1;
        }
        let typed = &typed[..length];
        let mut query = Self::default();
        let mut room = MAX_WORDS;
        for item in Items(typed, 0) {
            match item.filter(typed) {
                Some(filter) => query.filters.push(filter),
                None => query.add_clause(&item, typed, &mut room),
            }
        }
        query
    }

    /// Whether there is something to look for.
    pub fn is_empty(&self) -> bool {
        self.filters.is_empty() && self.clauses.iter().all(|clause| clause.is_excluded)
    }

    fn add_clause(&mut self, item: &Item, typed: &str, room: &mut usize) {
        // The name of what is no filter is a word.
        let text = match item.name {
            "" => item.text,
            _ => &typed[item.range.clone()],
        };
        let is_last = item.range.end == typed.len();
        let mut words = Vec::new();
        let mut ends_with_word = false;
        tokens(text, Purpose::Query, |token| {
            words.push(token.word.to_owned());
            ends_with_word = token.range.end == text.len();
        });
        words.truncate(*room);
        *room -= words.len();
        if !words.is_empty() {
            self.clauses.push(Clause {
                words,
                is_phrase: item.is_quoted,
                is_excluded: item.is_excluded,
                is_open: is_last && ends_with_word && !item.is_quoted && !item.is_excluded,
            });
        }
    }
}

impl FilterKind {
    pub fn name(self) -> &'static str {
        let filters = FILTERS.iter();
        let mut names = filters.filter_map(|(name, kind)| (*kind == self).then_some(*name));
        names.next().unwrap_or_default()
    }
}

impl Filter {
    /// The beginning of a day, a month or a year; nothing where it is none.
    pub fn day(&self) -> Option<u32> {
        day(&self.value)
    }
}

fn day(value: &str) -> Option<u32> {
    let mut parts = value.split(['-', '/', '.']);
    let mut next = |least: u32, most: u32| match parts.next() {
        None => Some(least),
        Some(part) => {
            let number = part.parse().ok()?;
            (least..=most).contains(&number).then_some(number)
        }
    };
    let (year, month, day) = (next(1, 9999)?, next(1, 12)?, next(1, 31)?);
    parts.next().is_none().then(|| packed_day(year, month, day))
}

/// Something between spaces, or in quotes.
struct Item<'a> {
    /// Without `-`, the name of a filter and quotes.
    text: &'a str,
    /// Of all of it.
    range: Range<usize>,
    name: &'a str,
    is_quoted: bool,
    is_excluded: bool,
}

impl Item<'_> {
    fn filter(&self, typed: &str) -> Option<Filter> {
        let name = folded(self.name);
        let (_, kind) = FILTERS.iter().find(|(filter, _)| *filter == name)?;
        let value = self.text.trim();
        let is_day = matches!(kind, FilterKind::Before | FilterKind::After);
        if value.is_empty() || self.is_excluded || (is_day && day(value).is_none()) {
            return None;
        }
        let (before, behind) = (&typed[..self.range.start], &typed[self.range.end..]);
        Some(Filter {
            kind: *kind,
            value: value.into(),
            rest: [before.trim(), behind.trim()].join(" ").trim().into(),
        })
    }
}

/// The items of a text, from this byte on.
struct Items<'a>(&'a str, usize);

/// What opens a phrase, and what closes it. Phones type the curled ones by themselves.
const QUOTES: [(char, &[char]); 5] = [
    ('"', &['"', '”', '“']),
    ('“', &['”', '"']),
    ('„', &['“', '”', '"']),
    ('«', &['»']),
    ('「', &['」']),
];

impl<'a> Iterator for Items<'a> {
    type Item = Item<'a>;

    fn next(&mut self) -> Option<Item<'a>> {
        let Self(typed, from) = *self;
        let start = from + typed[from..].find(|letter: char| !letter.is_whitespace())?;
        let mut rest = &typed[start..];
        let is_excluded = rest.starts_with('-') && rest.len() > 1;
        if is_excluded {
            rest = &rest[1..];
        }
        let name = filter_name(rest);
        rest = rest[name.len()..].trim_start_matches([':', '：']);
        let mut letters = rest.chars();
        let first = letters.next();
        let closing = QUOTES
            .iter()
            .find(|(open, _)| Some(*open) == first)
            .map(|(_, closing)| *closing);
        let (text, behind) = match closing {
            Some(closing) => {
                let inner = letters.as_str();
                let end = inner.find(closing).unwrap_or(inner.len());
                let mut behind = inner[end..].chars();
                behind.next();
                (&inner[..end], behind.as_str())
            }
            None => {
                let end = rest.find(char::is_whitespace).unwrap_or(rest.len());
                rest.split_at(end)
            }
        };
        let end = typed.len() - behind.len();
        self.1 = end;
        Some(Item {
            text,
            range: start..end,
            name,
            is_quoted: closing.is_some(),
            is_excluded,
        })
    }
}

/// The name of a filter that the text begins with, without its colon; empty where there is none.
fn filter_name(text: &str) -> &str {
    let name = text.split([':', '：']).next().unwrap_or_default();
    let is_name =
        name.len() < text.len() && FILTERS.iter().any(|(filter, _)| *filter == folded(name));
    if is_name { name } else { "" }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// As it would be typed again: `+` where the last word may go on.
    fn parsed(typed: &str) -> String {
        let query = Query::parse(typed);
        let clauses = query.clauses.iter().map(|clause| {
            let sign = if clause.is_excluded { "-" } else { "" };
            let quote = if clause.is_phrase { "\"" } else { "" };
            let open = if clause.is_open { "+" } else { "" };
            [sign, quote, &clause.words.join("_"), quote, open].concat()
        });
        let filters = query
            .filters
            .iter()
            .map(|filter| [filter.kind.name(), ":", &filter.value].concat());
        clauses.chain(filters).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_query_is_taken_apart() {
        for (typed, expected) in [
            ("", ""),
            ("cache", "cache+"),
            ("cache ", "cache"),
            ("Cache Promise", "cache promise+"),
            ("\"a promise\" -cache", "\"a_promise\" -cache"),
            (
                "“a promise” „so gut“ «bien sûr» 「東京」",
                "\"a_promise\" \"so_gut\" \"bien_sur\" \"東京\"",
            ),
            ("\"never closed", "\"never_closed\""),
            ("-\"never again\" more", "-\"never_again\" more+"),
            ("tag:rust wasm", "wasm+ tag:rust"),
            (
                "TAG:\"Web Assembly\" author:Ada in:notes",
                "tag:Web Assembly author:Ada in:notes",
            ),
            (
                "before:2024 after:2023-05 after:2023-05-06",
                "before:2024 after:2023-05 after:2023-05-06",
            ),
            ("before:soon after:2024-13", "before_soon after_2024_13+"),
            ("tag: rust", "tag rust+"),
            ("tag：rust", "tag:rust"),
            ("http://example.org", "http_example_org+"),
            ("東京都", "東京_京都+"),
            ("- -- \" \" !? 😀", ""),
            ("wasm-bindgen", "wasm_bindgen+"),
            ("c++", "c+++"),
        ] {
            // A tag without a value is a word.
            assert_eq!(parsed(typed), expected, "{typed}");
        }
    }

    #[test]
    fn a_filter_can_be_taken_out() {
        let query = Query::parse("cache tag:\"web assembly\" -old");
        assert_eq!(query.filters[0].rest, "cache -old");
    }

    #[test]
    fn a_query_has_an_end() {
        let long = "über 東京 \"x\" ".repeat(1_000);
        let query = Query::parse(&long);
        let words: usize = query.clauses.iter().map(|clause| clause.words.len()).sum();
        assert_eq!(words, MAX_WORDS);
        assert!(Query::parse(&"!?".repeat(5_000)).is_empty());
    }
}
