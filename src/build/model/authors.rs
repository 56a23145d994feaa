//! Who wrote what: the authors that articles name, and the cards of those that have no file.

use super::entry::Entry;
use crate::build::diagnostics::problem::Problems;
use crate::build::input::config::author_card;
use crate::build::input::front_matter::PublishedAuthor;
use crate::build::input::read::Source;
use crate::build::input::slug;
use crate::content::author::Author;
use std::collections::HashMap;

/// An author and what they wrote.
pub struct Writer {
    pub author: Author,
    /// Indexes of articles, newest first.
    pub articles: Vec<usize>,
}

/// The ids of an article's authors. `authors` gets a card for each that has no file, with what the article says about
/// them. `default_authors` are those of an article that names nobody.
pub fn of_article(
    source: &Source,
    default_authors: &[Author],
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
        let known = authors
            .iter()
            .chain(default_authors)
            .find(|author| is_meant(author, named));
        let author = known.cloned().unwrap_or_else(|| {
            report_unknown(source, named, problems);
            author_card(named)
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

fn is_meant(author: &Author, named: &PublishedAuthor) -> bool {
    let name = &named.name.text;
    author.id == *name
        || author.id == slug::from_text(name)
        || author.name.eq_ignore_ascii_case(name)
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
