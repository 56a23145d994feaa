//! Library → the index that the search in the browser reads.

use crate::build::model::library::Library;
use crate::content::VERSION;
use crate::content::article::{Summary, Term};
use crate::content::search::{SearchEntry, SearchIndex};

/// `summaries` stand in the order of the library's articles: newest first.
pub fn index(library: &Library, summaries: &[Summary]) -> SearchIndex {
    let writers = library.authors.iter().map(|writer| Term {
        name: writer.author.name.clone(),
        slug: writer.author.id.clone(),
    });
    SearchIndex {
        version: VERSION,
        articles: summaries.iter().map(entry).collect(),
        tags: library.tags.iter().map(|tag| tag.term.clone()).collect(),
        authors: writers.collect(),
    }
}

fn entry(article: &Summary) -> SearchEntry {
    let names = |terms: &[Term]| terms.iter().map(|term| term.name.clone()).collect();
    SearchEntry {
        slug: article.slug.clone(),
        title: article.title.clone(),
        description: article.description.clone(),
        tags: names(&article.tags),
        authors: names(&article.authors),
    }
}
