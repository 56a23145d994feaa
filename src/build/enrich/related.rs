//! What to read after an article, and why, in words for the reader.

use super::rendering::Enriched;
use crate::build::model::library::{Entry, Library};
use crate::content::article::{RelatedArticle, Summary};
use crate::content::relate::{Document, Reason, Related, relate};
use crate::language::{Words, message};

/// Cards under an article.
const COUNT: usize = 4;

/// For each article of the library, in its order, what is related to it.
pub fn related(
    library: &Library,
    enriched: &[Enriched],
    summaries: &[Summary],
) -> Vec<Vec<RelatedArticle>> {
    let texts: Vec<Texts> = library
        .articles
        .iter()
        .zip(enriched)
        .map(Texts::new)
        .collect();
    let documents: Vec<Document> = texts.iter().map(Texts::document).collect();
    let words = library.site.words();
    let card = |related: Related| RelatedArticle {
        article: summaries[related.index].clone(),
        reason: reason_text(&words, related.reason),
    };
    relate(&documents, COUNT)
        .into_iter()
        .map(|cards| cards.into_iter().map(card).collect())
        .collect()
}

/// An article's texts in the form that relating reads.
struct Texts<'a> {
    entry: &'a Entry,
    headings: String,
    body: &'a str,
    tags: Vec<String>,
}

impl<'a> Texts<'a> {
    fn new((entry, enriched): (&'a Entry, &'a Enriched)) -> Self {
        let parts = &enriched.body.parts;
        let tags = entry
            .article
            .tags
            .iter()
            .map(|tag| tag.name.clone())
            .collect();
        Self {
            entry,
            headings: parts.headings.join("\n"),
            body: &parts.text,
            tags,
        }
    }

    fn document(&self) -> Document<'_> {
        let Entry { article, source } = self.entry;
        Document {
            id: &article.slug,
            title: &article.title,
            headings: &self.headings,
            body: self.body,
            tags: &self.tags,
            series: article.series.as_ref().map(|series| series.name.as_str()),
            series_order: source.facts.series_order.map(i64::from),
            published_day: source.facts.published.date().day_number(),
        }
    }
}

fn reason_text(words: &Words, reason: Reason) -> String {
    let list = |items: &[String]| {
        let items: Vec<&str> = items.iter().map(String::as_str).collect();
        words.list(&items)
    };
    match reason {
        Reason::SameSeries => words.text(message::SAME_SERIES),
        Reason::SharedTags(tags) => words.fill(message::SHARED_TAGS, [&list(&tags)]),
        Reason::SharedWords(shared) => words.fill(message::SHARED_WORDS, [&list(&shared)]),
        Reason::Recent => words.text(message::RECENT),
    }
}
