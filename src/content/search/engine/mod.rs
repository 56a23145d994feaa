//! What a query finds. It loads nothing itself: it answers with what it knows, and with the files it wants. With these it
//! is asked again.
//!
//! 1. `expand`: each word of the query, with what else may be meant, in the shards of terms.
//! 2. `rank`: articles that have all of them, the best first, with their best sections.
//! 3. `show`: what a result says, from shards of facts and the texts themselves.
//!
//! Where the index cannot be had, `visited` is searched: what this visit has loaded.

mod expand;
mod rank;
mod show;
mod without_index;

use super::plain::{Section, sections};
use super::query::Query;
use super::root::Root;
use super::shard::is_whole;
use super::snippet::Marked;
use without_index::Visited;

/// Where the file lies that a search begins with, below the base path.
pub const ROOT: &str = "content/search.bin";

/// All that has been loaded.
#[derive(Default)]
pub struct Engine {
    root: Option<Root>,
    /// Shards by their paths; nothing in the place of one that cannot be had.
    files: Vec<(String, Option<Vec<u8>>)>,
    /// The same of texts.
    texts: Vec<(TextKey, Option<Vec<Section>>)>,
    visited: Vec<Visited>,
}

/// Whose text it is.
#[derive(Clone, Debug, PartialEq)]
pub struct TextKey {
    pub is_page: bool,
    pub slug: String,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Paths of files without which more is not known.
    pub wanted_files: Vec<String>,
    /// Texts without which there are no snippets.
    pub wanted_texts: Vec<TextKey>,
    /// The best first.
    pub found: Vec<Found>,
    /// How many there are in all.
    pub count: u32,
    /// Whether a file that cannot be had may hold more.
    pub is_incomplete: bool,
    /// Whether these are from what the visit has loaded, because the index cannot be had.
    pub is_of_visit: bool,
}

/// An article or a page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    pub is_page: bool,
    pub slug: String,
    pub title: Marked,
    /// As [`packed_day`](super::query::packed_day) has it; 0 of pages.
    pub day: u32,
    /// Of the text before the first heading, or the description.
    pub snippet: Marked,
    /// Words that stand in that text as they are here.
    pub passage: String,
    /// Headings below which something was found, the best first.
    pub sections: Vec<FoundSection>,
}

#[derive(Clone, Debug, Default, PartialEq)]
pub struct FoundSection {
    pub id: String,
    pub heading: Marked,
    pub snippet: Marked,
    pub passage: String,
}

impl Engine {
    /// A file that was wanted, or nothing where it cannot be had. What is no file of the index cannot.
    pub fn put(&mut self, path: &str, bytes: Option<Vec<u8>>) {
        let bytes = bytes.filter(|bytes| is_whole(bytes));
        if path == ROOT {
            self.root = bytes.as_deref().and_then(Root::read);
        }
        self.files.retain(|(known, _)| known != path);
        self.files.push((path.into(), bytes));
    }

    /// The Markdown that was wanted, or nothing where it cannot be had.
    pub fn put_text(&mut self, key: TextKey, markdown: Option<&str>) {
        self.texts.retain(|(known, _)| *known != key);
        self.texts.push((key, markdown.map(sections)));
    }

    /// Has what could not be had be wanted once more.
    pub fn forget_failures(&mut self) {
        // What is missing may have gone with the build that this root is of.
        if self.files.iter().any(|(_, file)| file.is_none()) {
            self.root = None;
            self.files.retain(|(path, _)| path != ROOT);
        }
        self.files.retain(|(_, file)| file.is_some());
        self.texts.retain(|(_, text)| text.is_some());
    }

    fn file(&self, path: &str) -> Option<Option<&[u8]>> {
        let mut known = self.files.iter();
        let (_, file) = known.find(|(known, _)| known == path)?;
        Some(file.as_deref())
    }

    /// At most so many results, of which so many with snippets.
    pub fn search(&self, query: &Query, limit: usize, snippets: usize) -> Answer {
        let mut work = Work {
            engine: self,
            answer: Answer::default(),
        };
        match &self.root {
            Some(root) => {
                let ranked = work.rank(root, query);
                // A search that is under way may still find another order.
                if work.answer.wanted_files.is_empty() {
                    work.show(root, query, &ranked, limit, snippets);
                }
            }
            None => {
                work.file(ROOT);
            }
        }
        let mut answer = work.answer;
        let is_settled = answer.wanted_files.is_empty() && answer.wanted_texts.is_empty();
        if is_settled && answer.is_incomplete && answer.found.is_empty() {
            answer.found = self.search_visited(query, limit);
            answer.count = answer.found.len() as u32;
            answer.is_of_visit = !answer.found.is_empty();
        }
        answer
    }
}

/// One search.
struct Work<'a> {
    engine: &'a Engine,
    answer: Answer,
}

impl<'a> Work<'a> {
    /// A file; nothing where it is not here yet, which is then wanted, or cannot be had.
    fn file(&mut self, path: &str) -> Option<&'a [u8]> {
        match self.engine.file(path) {
            Some(Some(bytes)) => return Some(bytes),
            Some(None) => self.answer.is_incomplete = true,
            None if self.answer.wanted_files.iter().any(|wanted| wanted == path) => {}
            None => self.answer.wanted_files.push(path.into()),
        }
        None
    }

    /// A text, in the same way. The outer nothing is for one that is not here yet.
    fn text(&mut self, key: &TextKey) -> Option<Option<&'a [Section]>> {
        let mut known = self.engine.texts.iter();
        match known.find(|(known, _)| known == key) {
            Some((_, text)) => Some(text.as_deref()),
            None => {
                if !self.answer.wanted_texts.contains(key) {
                    self.answer.wanted_texts.push(key.clone());
                }
                None
            }
        }
    }
}
