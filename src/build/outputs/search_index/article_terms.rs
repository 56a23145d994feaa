//! The terms of one article or page: each with its sections, and how much it weighs there.

use super::section_texts::{Section, sections};
use crate::build::enrich::rendered_site::EnrichedArticle;
use crate::content::date::Date;
use crate::content::moment::Moment;
use crate::content::search::facts::{Anchor, Document};
use crate::content::search::query::packed_day;
use crate::content::search::terms::{Strength, filter_term, sections_of};
use crate::content::search::token::{Purpose, tokens, words};
use std::collections::HashMap;

/// What the index holds of one article or page.
pub struct DocumentTerms {
    pub document: Document,
    /// All terms, one behind the other: for thousands of articles, texts of their own would take a gigabyte.
    terms: String,
    sections: Vec<u8>,
    entries: Vec<Entry>,
}

#[derive(Clone, Copy)]
struct Entry {
    term_end: u32,
    sections_end: u32,
    /// A part of the term's digest.
    group: u8,
}

/// What lists an article has a place in, beside its tags and authors: names and slugs.
pub struct Places<'a>(pub Vec<[&'a str; 2]>);

/// Characters of a description that results show.
const MAX_DESCRIPTION: usize = 160;

impl DocumentTerms {
    pub fn of(text: &EnrichedArticle, is_page: bool, places: &Places) -> Self {
        let html = &text.rendering.rendered.html;
        let parts = sections(html);
        let mut counted = Counted::default();
        for (number, section) in parts.iter().enumerate() {
            counted.add_section(number as u32, section);
        }
        let article = &text.article;
        counted.add(0, &article.title, Strength::Title);
        counted.add(0, &article.description, Strength::Description);
        for tag in &article.tags {
            counted.add(0, &tag.name, Strength::Tag);
            counted.add_filter('t', &[&tag.name, &tag.slug]);
        }
        for author in &article.authors {
            counted.add(0, &author.name, Strength::Tag);
            counted.add_filter('a', &[&author.name, &author.id]);
        }
        for [name, slug] in &places.0 {
            counted.add(0, name, Strength::Tag);
            counted.add_filter('s', &[name, slug]);
        }
        let headings = parts.into_iter().skip(1);
        let document = Document {
            is_page,
            slug: article.slug.clone(),
            title: article.title.clone(),
            description: shortened(text.description()),
            day: article.published.map_or(0, day),
            headings: headings
                .map(|section| Anchor {
                    id: section.id,
                    text: section.heading,
                })
                .collect(),
        };
        counted.finish(document)
    }

    /// Terms of a group with their sections, in order.
    pub fn of_group(&self, group: u8) -> impl Iterator<Item = (&str, &[u8])> {
        let mut begin = (0, 0);
        let entries = self.entries.iter().map(move |entry| {
            let (term, sections) = begin;
            begin = (entry.term_end as usize, entry.sections_end as usize);
            (*entry, term, sections)
        });
        let of_group = entries.filter(move |(entry, ..)| entry.group == group);
        of_group.map(|(entry, term, sections)| {
            let term = &self.terms[term..entry.term_end as usize];
            (term, &self.sections[sections..entry.sections_end as usize])
        })
    }
}

/// How many groups there are, each of which is merged by one thread.
pub const GROUPS: u8 = 64;

fn day(moment: Moment) -> u32 {
    let Date { year, month, day } = moment.date();
    packed_day(year.into(), month.into(), day.into())
}

fn shortened(description: &str) -> String {
    match description.char_indices().nth(MAX_DESCRIPTION) {
        None => description.into(),
        Some((end, _)) => {
            let cut = &description[..end];
            let end = cut.rfind(' ').unwrap_or(end);
            [&description[..end], "…"].concat()
        }
    }
}

/// Each term, with the sections that it is in.
#[derive(Default)]
struct Counted(HashMap<String, Vec<(u32, Strength)>>);

impl Counted {
    fn add_section(&mut self, number: u32, section: &Section) {
        let mut counts: HashMap<String, u32> = HashMap::new();
        let mut length = 0;
        tokens(&section.text, Purpose::Text, |token| {
            length += 1;
            match counts.get_mut(token.word) {
                Some(count) => *count += 1,
                None => drop(counts.insert(token.word.to_owned(), 1)),
            }
        });
        for (word, count) in counts {
            self.put(word, number, strength(count, length));
        }
        self.add(number, &section.heading, Strength::Heading);
    }

    fn add(&mut self, section: u32, text: &str, strength: Strength) {
        for word in words(text, Purpose::Text) {
            self.put(word, section, strength);
        }
    }

    fn add_filter(&mut self, letter: char, names: &[&str]) {
        for name in names {
            let name = words(name, Purpose::Query).join("-");
            self.put(filter_term(letter, &name), 0, Strength::Once);
        }
    }

    fn put(&mut self, term: String, section: u32, strength: Strength) {
        let sections = self.0.entry(term).or_default();
        match sections.iter_mut().find(|(other, _)| *other == section) {
            Some((_, other)) => *other = strength.max(*other),
            None => sections.push((section, strength)),
        }
    }

    fn finish(self, document: Document) -> DocumentTerms {
        let mut terms: Vec<_> = self.0.into_iter().collect();
        terms.sort_unstable();
        let mut all = DocumentTerms {
            document,
            terms: String::new(),
            sections: Vec::new(),
            entries: Vec::with_capacity(terms.len()),
        };
        for (term, mut sections) in terms {
            sections.sort_unstable();
            all.terms.push_str(&term);
            all.sections.extend(sections_of(&sections));
            all.entries.push(Entry {
                term_end: all.terms.len() as u32,
                sections_end: all.sections.len() as u32,
                group: (digest(&term) % u32::from(GROUPS)) as u8,
            });
        }
        all
    }
}

/// Fowler, Noll and Vo's.
pub fn digest(term: &str) -> u32 {
    term.bytes().fold(0x811C_9DC5, |digest, byte| {
        (digest ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

/// A word that is repeated weighs more, less so in a long section. The usual length is the same for all blogs, so that no
/// article changes the weights of another.
fn strength(count: u32, length: u32) -> Strength {
    const USUAL_LENGTH: f32 = 150.0;
    let count = count as f32;
    let weight = count / (count + 0.6 + 0.9 * length as f32 / USUAL_LENGTH);
    match weight {
        0.8.. => Strength::Mostly,
        0.68.. => Strength::Often,
        0.5.. => Strength::Twice,
        _ => Strength::Once,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_weighs_more_where_it_is_repeated_and_where_little_else_is() {
        assert_eq!(strength(1, 150), Strength::Once);
        assert_eq!(strength(1, 20), Strength::Twice);
        assert_eq!(strength(2, 150), Strength::Twice);
        assert_eq!(strength(4, 150), Strength::Often);
        assert_eq!(strength(9, 150), Strength::Mostly);
        assert_eq!(strength(9, 1_500), Strength::Once);
    }

    #[test]
    fn a_long_description_ends_with_a_word() {
        assert_eq!(shortened("Short."), "Short.");
        let long = shortened(&"word ".repeat(50));
        assert!(
            long.ends_with("word…") && long.chars().count() <= MAX_DESCRIPTION + 1,
            "{long}"
        );
    }
}
