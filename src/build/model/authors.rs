//! Who wrote what: the authors that articles name, and the cards of those that have no file.

use super::entry::Entry;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::author_card;
use crate::build::input::front_matter::PublishedAuthor;
use crate::build::input::slug;
use crate::build::input::source::Source;
use crate::content::author::Author;
use std::collections::HashMap;

/// An author and what they wrote.
pub struct Writer {
    pub author: Author,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// The ids of an article's authors. `authors` gets a card for each that has no file, with what the article says about
/// them; the first `described` of them have one. `default_authors` are those of an article that names nobody.
pub fn of_article(
    source: &Source,
    default_authors: &[Author],
    described: usize,
    authors: &mut Vec<Author>,
    problems: &mut Problems,
) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |author: Author, authors: &mut Vec<Author>| {
        if !found.contains(&author.id) {
            found.push(author.id.clone());
        }
        if !authors.iter().any(|known| known.id == author.id) {
            authors.push(author);
        }
    };
    for named in &source.facts.authors {
        let name = &named.name.text;
        let (with_file, cards) = authors.split_at(described.min(authors.len()));
        let known = with_file.iter().find(|author| is_meant(author, name));
        let mut others = cards.iter().chain(default_authors);
        let known = known.or_else(|| others.find(|author| has_name(author, name)));
        let author = known.cloned().unwrap_or_else(|| {
            report_unknown(source, named, problems);
            let card = author_card(named);
            let id = free_id(&card.id, authors);
            Author { id, ..card }
        });
        add(author, authors);
    }
    if source.facts.authors.is_empty() {
        let default = default_authors.iter().cloned();
        default.for_each(|author| add(author, authors));
    }
    found
}

/// All authors with their articles, in order of their names.
pub fn lists(mut authors: Vec<Author>, articles: &[Entry]) -> Vec<Writer> {
    authors.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    let mut by_id: HashMap<&str, Vec<usize>> = HashMap::new();
    for (index, entry) in articles.iter().enumerate() {
        for id in &entry.authors {
            by_id.entry(id).or_default().push(index);
        }
    }
    let writer = |author: Author| Writer {
        // Not every author with a file has written something.
        articles: by_id.remove(author.id.as_str()).unwrap_or_default(),
        author,
    };
    authors.into_iter().map(writer).collect()
}

/// Whether an author with a file is called so. Names in other letters than those of ids make ids alike that are of
/// different people, so that only their spelling counts.
fn is_meant(author: &Author, name: &str) -> bool {
    author.id.eq_ignore_ascii_case(name)
        || has_name(author, name)
        || name.is_ascii() && author.id == slug::from_text(name)
}

fn has_name(author: &Author, name: &str) -> bool {
    author.name.to_lowercase() == name.to_lowercase()
}

/// The id, or the first with a number behind it that nobody else has.
fn free_id(id: &str, authors: &[Author]) -> String {
    let numbered = (2..).map(|number: usize| [id, "-", &number.to_string()].concat());
    let mut ids = std::iter::once(id.to_string()).chain(numbered);
    let is_free = |id: &String| authors.iter().all(|author| author.id != *id);
    ids.find(is_free).unwrap_or_default()
}

fn report_unknown(source: &Source, named: &PublishedAuthor, problems: &mut Problems) {
    let name = &named.name.text;
    let remedy = format!(
        "write authors/{}.json with a `name`, or correct the name here",
        slug::from_text(name)
    );
    let what = format!("no author has the id or name `{name}`");
    problems.warning(&source.path, named.name.position, what, remedy);
}
