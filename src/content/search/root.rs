//! The file that a search begins with: what shards there are, and of what.
//!
//! Articles are numbered from the oldest to the newest, so that a new one changes no other's number, and a number tells
//! how new an article is. Pages have the numbers before them.

use super::shard::{Kind, Reader, Writer};
use std::ops::Range;

/// The beginning of a shard's digest, which is its name.
pub type Name = [u8; 5];
/// The same of shards that are named by their number as well.
pub type ShortName = [u8; 3];

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Root {
    /// The number of the oldest article, and the one behind the newest.
    pub articles: Range<u32>,
    /// How many documents' facts are in one shard.
    pub facts_in_shard: u32,
    /// Codes of the languages that something is written in: `en`.
    pub languages: Vec<String>,
    /// Months as `year * 12 + month`, each with its first article.
    pub months: Vec<(u32, u32)>,
    pub terms: Directory,
    /// Terms alone, in their order.
    pub spelling: Directory,
    /// Terms written backwards, in that order.
    pub reversed: Directory,
    pub facts: Vec<ShortName>,
}

/// Shards of terms in order: each begins with this text or behind it, and ends before the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Directory(pub Vec<(String, Name)>);

impl Directory {
    /// The shard in which a term is, if it is in any.
    pub fn at(&self, term: &str) -> Option<usize> {
        let behind = self.0.partition_point(|(first, _)| first.as_str() <= term);
        (!self.0.is_empty()).then_some(behind.saturating_sub(1))
    }

    /// The shards in which terms are that begin so.
    pub fn beginning(&self, beginning: &str) -> Range<usize> {
        let Some(first) = self.at(beginning) else {
            return 0..0;
        };
        let end = self.0.partition_point(|(first, _)| {
            first.as_str() <= beginning || first.starts_with(beginning)
        });
        first..end.max(first + 1)
    }

    pub fn path(&self, shard: usize) -> Option<String> {
        let (_, name) = self.0.get(shard)?;
        Some([FOLDER, &hex(name), END].concat())
    }
}

/// Where shards lie, below the base path, and how their names end.
pub const FOLDER: &str = "assets/search/";
pub const END: &str = ".bin";

impl Root {
    /// The shard with the facts of a document.
    pub fn facts_path(&self, document: u32) -> Option<String> {
        let shard = document / self.facts_in_shard.max(1);
        let name = self.facts.get(shard as usize)?;
        Some([FOLDER, &shard.to_string(), "-", &hex(name), END].concat())
    }

    /// The first article of this month or a later one.
    pub fn first_since(&self, month: u32) -> u32 {
        let at = self.months.partition_point(|(other, _)| *other < month);
        self.months
            .get(at)
            .map_or(self.articles.end, |(_, first)| *first)
    }

    pub fn write(&self) -> Vec<u8> {
        let mut root = Writer::new(Kind::Root);
        root.number(self.articles.start);
        root.number(self.articles.end);
        root.number(self.facts_in_shard);
        root.text(&self.languages.join(" "));
        root.number(self.months.len() as u32);
        let mut before = (0, 0);
        for month in &self.months {
            root.number(month.0 - before.0);
            root.number(month.1 - before.1);
            before = *month;
        }
        for directory in [&self.terms, &self.spelling, &self.reversed] {
            root.number(directory.0.len() as u32);
            let mut before = "";
            for (first, name) in &directory.0 {
                root.sorted_text(first, before);
                root.bytes(name);
                before = first;
            }
        }
        root.number(self.facts.len() as u32);
        self.facts.iter().for_each(|name| root.bytes(name));
        root.finish()
    }

    /// Nothing where it is no such file.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let reader = &mut Reader::new(Kind::Root, bytes)?;
        let articles = reader.number()?..reader.number()?;
        let facts_in_shard = reader.number()?;
        let languages = reader.text()?.split_whitespace();
        let languages = languages.map(str::to_owned).collect();
        let mut month = (0u32, 0u32);
        let months = list(reader, |reader| {
            month.0 = month.0.checked_add(reader.number()?)?;
            month.1 = month.1.checked_add(reader.number()?)?;
            Some(month)
        })?;
        let mut directory = || {
            let mut first = String::new();
            let shards = list(reader, |reader| {
                reader.sorted_text(&mut first)?;
                Some((first.clone(), reader.bytes(5)?.try_into().ok()?))
            })?;
            Some(Directory(shards))
        };
        let (terms, spelling, reversed) = (directory()?, directory()?, directory()?);
        let facts = list(reader, |reader| reader.bytes(3)?.try_into().ok())?;
        Some(Self {
            articles,
            facts_in_shard,
            languages,
            months,
            terms,
            spelling,
            reversed,
            facts,
        })
    }
}

/// A number, and as many values. What is missing ends it, however many there were to be.
pub fn list<'a, T>(
    reader: &mut Reader<'a>,
    mut read: impl FnMut(&mut Reader<'a>) -> Option<T>,
) -> Option<Vec<T>> {
    let length = reader.number()?;
    let mut values = Vec::new();
    for _ in 0..length {
        values.push(read(reader)?);
    }
    Some(values)
}

/// In hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    let digits = bytes.iter().flat_map(|byte| [byte >> 4, byte & 15]);
    digits
        .filter_map(|digit| char::from_digit(digit.into(), 16))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn root() -> Root {
        let directory = |firsts: &[&str]| {
            let shards = firsts.iter().zip(0..);
            Directory(
                shards
                    .map(|(first, at)| ((*first).to_owned(), [at; 5]))
                    .collect(),
            )
        };
        Root {
            articles: 64..200,
            facts_in_shard: 8,
            languages: vec!["en".into(), "ja".into()],
            months: vec![(24_288, 64), (24_300, 90)],
            terms: directory(&["", "cab", "cache", "d", "東"]),
            spelling: directory(&[""]),
            reversed: directory(&[]),
            facts: vec![[1, 2, 3]; 25],
        }
    }

    #[test]
    fn it_is_read_as_it_was_written() {
        let written = root().write();
        assert_eq!(Root::read(&written), Some(root()));
        assert_eq!(Root::read(&written[..written.len() - 1]), None);
    }

    #[test]
    fn a_term_is_in_one_shard_and_a_beginning_in_some() {
        let terms = root().terms;
        for (term, shard) in [
            ("", 0),
            ("a", 0),
            ("cab", 1),
            ("cabin", 1),
            ("cache", 2),
            ("zebra", 3),
            ("東京", 4),
        ] {
            assert_eq!(terms.at(term), Some(shard), "{term}");
        }
        for (beginning, shards) in [
            ("ca", 0..3),
            ("cac", 1..3),
            ("cache", 2..3),
            ("cached", 2..3),
            ("", 0..5),
            ("x", 3..4),
        ] {
            assert_eq!(terms.beginning(beginning), shards, "{beginning}");
        }
        assert_eq!(root().reversed.at("a"), None);
        assert_eq!(root().reversed.beginning("a"), 0..0);
    }

    #[test]
    fn a_month_begins_with_its_first_article() {
        for (month, first) in [
            (0, 64),
            (24_288, 64),
            (24_289, 90),
            (24_300, 90),
            (24_301, 200),
        ] {
            assert_eq!(root().first_since(month), first, "{month}");
        }
    }

    #[test]
    fn shards_are_named_by_what_is_in_them() {
        assert_eq!(
            root().terms.path(2).unwrap(),
            "assets/search/0202020202.bin"
        );
        assert_eq!(root().facts_path(17).unwrap(), "assets/search/2-010203.bin");
        assert_eq!(root().facts_path(999), None);
    }
}
