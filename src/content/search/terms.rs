//! Shards of terms: each term with the sections of articles that it is in.
//!
//! A term is a word, or `\u{1}`, a letter and a name for what filters ask for. A term of more articles than
//! [`MAX_LISTED`] lists those in which it weighs most: what is nearly everywhere tells little.

use super::shard::{Kind, Reader, Writer};

/// Articles that one term lists. It bounds what a query loads at any number of articles.
pub const MAX_LISTED: usize = 2_048;

/// How much a word weighs in a section, by where it stands and how often. Of several the greatest counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Strength {
    Once = 0,
    Twice = 1,
    Often = 2,
    Mostly = 3,
    Description = 4,
    Tag = 5,
    Heading = 6,
    Title = 7,
}

/// In the order of [`Strength`].
const WEIGHTS: [f32; 8] = [1.0, 1.35, 1.7, 2.0, 1.8, 2.4, 2.6, 5.0];

/// A term in one section of one article.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Posting {
    pub document: u32,
    /// 0 is the title and what stands before the first heading.
    pub section: u32,
    pub weight: f32,
}

/// What begins the terms of a filter, so that no word is one of them.
pub fn filter_term(letter: char, name: &str) -> String {
    ['\u{1}', letter].iter().collect::<String>() + name
}

/// The sections of one article that a term is in, in order, as bytes of its listing.
pub fn sections_of(sections: &[(u32, Strength)]) -> Vec<u8> {
    let mut bytes = Writer::default();
    let mut before = 0;
    for (at, (section, strength)) in sections.iter().enumerate() {
        let step = section - before;
        let is_more = u8::from(at + 1 < sections.len());
        bytes.byte((step.min(FAR) as u8) << 4 | (*strength as u8) << 1 | is_more);
        if step >= FAR {
            bytes.number(step - FAR);
        }
        before = *section;
    }
    bytes.into_bytes()
}

/// A step between sections that has a number of its own behind it.
const FAR: u32 = 15;

/// The articles of one term, in the order of their numbers.
#[derive(Default)]
pub struct Listing {
    bytes: Writer,
    last: u32,
    pub count: u32,
}

impl Listing {
    pub fn push(&mut self, document: u32, sections: &[u8]) {
        self.bytes.number(document - self.last);
        self.bytes.bytes(sections);
        self.last = document;
        self.count += 1;
    }

    pub fn bytes(self) -> Vec<u8> {
        self.bytes.into_bytes()
    }
}

/// Calls this with each posting of a listing; `documents` tells how many articles it lists.
pub fn postings(listing: &[u8], mut each: impl FnMut(Posting)) -> usize {
    let mut documents = 0;
    entries(listing, |document, sections| {
        documents += 1;
        let mut reader = Reader::of(sections);
        let mut section = 0;
        while let Some(byte) = reader.byte() {
            let step = u32::from(byte >> 4);
            section = step.saturating_add(section);
            if step == FAR {
                let rest = reader.number().unwrap_or_default().min(MAX_SECTIONS);
                section = rest.saturating_add(section);
            }
            let weight = WEIGHTS[usize::from(byte >> 1 & 7)];
            each(Posting {
                document,
                section,
                weight,
            });
        }
    });
    documents
}

/// No text has as many.
const MAX_SECTIONS: u32 = 10_000;

/// Calls this with each article of a listing and its sections as they are written.
pub fn entries<'a>(listing: &'a [u8], mut each: impl FnMut(u32, &'a [u8])) {
    let mut reader = Reader::of(listing);
    let mut document: u32 = 0;
    while let Some(step) = reader.number() {
        document = document.wrapping_add(step);
        let begin = reader;
        let mut length = 0;
        loop {
            let Some(byte) = reader.byte() else {
                return;
            };
            length += 1;
            if u32::from(byte >> 4) == FAR {
                let before = reader;
                if reader.number().is_none() {
                    return;
                }
                length += before.distance(&reader);
            }
            if byte & 1 == 0 {
                break;
            }
        }
        let mut sections = begin;
        let sections = sections.bytes(length).unwrap_or_default();
        each(document, sections);
    }
}

/// The greatest weight of an article's sections.
pub fn strongest(sections: &[u8]) -> u8 {
    let mut reader = Reader::of(sections);
    let mut strongest = 0;
    while let Some(byte) = reader.byte() {
        strongest = strongest.max(byte >> 1 & 7);
        if u32::from(byte >> 4) == FAR {
            let _ = reader.number();
        }
    }
    strongest
}

/// Terms in order, each with the number of articles it is in and its listing.
pub fn write<'a>(terms: impl Iterator<Item = (&'a str, u32, &'a [u8])>) -> Vec<u8> {
    let mut shard = Writer::new(Kind::Terms);
    let mut before = "";
    for (term, documents, listing) in terms {
        shard.sorted_text(term, before);
        shard.number(documents);
        shard.number(listing.len() as u32);
        shard.bytes(listing);
        before = term;
    }
    shard.finish()
}

/// Calls this with each term of a shard; nothing where it is no shard of terms.
pub fn each_term<'a>(shard: &'a [u8], mut each: impl FnMut(&str, u32, &'a [u8])) -> Option<()> {
    let mut reader = Reader::new(Kind::Terms, shard)?;
    let mut term = String::new();
    while !reader.is_empty() {
        reader.sorted_text(&mut term)?;
        let documents = reader.number()?;
        let length = reader.number()? as usize;
        each(&term, documents, reader.bytes(length)?);
    }
    Some(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn postings_are_read_as_they_were_written() {
        let mut listing = Listing::default();
        listing.push(
            3,
            &sections_of(&[(0, Strength::Title), (2, Strength::Once)]),
        );
        listing.push(
            700,
            &sections_of(&[
                (14, Strength::Often),
                (29, Strength::Heading),
                (200, Strength::Twice),
            ]),
        );
        assert_eq!(listing.count, 2);
        let listing = listing.bytes();
        let mut found = Vec::new();
        let count = postings(&listing, |posting| {
            found.push((posting.document, posting.section, posting.weight));
        });
        assert_eq!(count, 2);
        assert_eq!(
            found,
            [
                (3, 0, 5.0),
                (3, 2, 1.0),
                (700, 14, 1.7),
                (700, 29, 2.6),
                (700, 200, 1.35)
            ]
        );
        let shard = write([("cache", 2, &*listing), ("cached", 9, &[])].into_iter());
        let mut terms = Vec::new();
        each_term(&shard, |term, documents, bytes| {
            terms.push((term.to_owned(), documents, bytes.to_vec()));
        })
        .unwrap();
        assert_eq!(
            terms,
            [("cache".into(), 2, listing), ("cached".into(), 9, vec![])]
        );
    }

    #[test]
    fn bytes_of_any_kind_are_read_to_their_end() {
        let mut bytes = vec![0u8; 300];
        for seed in 0..2_000u32 {
            let mut state = seed;
            for byte in &mut bytes {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                *byte = (state >> 24) as u8;
            }
            postings(&bytes, |_| ());
            entries(&bytes, |_, sections| {
                strongest(sections);
            });
            let mut shard = Writer::new(Kind::Terms);
            shard.bytes(&bytes);
            each_term(&shard.finish(), |_, _, listing| {
                postings(listing, |_| ());
            });
        }
    }
}
