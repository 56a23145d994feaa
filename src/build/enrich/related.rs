//! What to read after an article, and why.

use super::rendered_article::RenderedArticle;
use crate::content::article::RelatedArticle;
use crate::content::relate::{Document, Related, relate};
use crate::i18n::{Translator, reason_text};
use std::collections::HashMap;

/// Cards under an article.
const COUNT: usize = 4;

/// What is related to each article.
pub type RelatedBySlug = HashMap<String, Vec<RelatedArticle>>;

/// For each article, in their order, what is related to it: as it was found before, if that is `known`. A new article has
/// nothing until it is found out anew.
pub fn related(
    articles: &[RenderedArticle],
    known: Option<&RelatedBySlug>,
    translator: &Translator,
) -> Vec<Vec<RelatedArticle>> {
    if let Some(known) = known {
        let slugs = articles.iter().map(|article| &article.article.slug);
        return slugs
            .map(|slug| known.get(slug).cloned().unwrap_or_default())
            .collect();
    }
    let texts: Vec<Texts> = articles.iter().map(Texts::new).collect();
    let documents: Vec<Document> = texts.iter().map(Texts::document).collect();
    let card = |related: Related| {
        let reason = reason_text(translator, &related.reason);
        RelatedArticle::of(&articles[related.index].summary, reason)
    };
    relate(&documents, COUNT)
        .into_iter()
        .map(|cards| cards.into_iter().map(card).collect())
        .collect()
}

/// An article's texts in the form that relating reads.
struct Texts<'a> {
    article: &'a RenderedArticle,
    headings: String,
    tags: Vec<String>,
}

impl<'a> Texts<'a> {
    fn new(article: &'a RenderedArticle) -> Self {
        let tags = article.article.tags.iter();
        Self {
            article,
            headings: article.body.extract.headings.join("\n"),
            tags: tags.map(|tag| tag.name.clone()).collect(),
        }
    }

    fn document(&self) -> Document<'_> {
        let RenderedArticle {
            article,
            source,
            body,
            ..
        } = self.article;
        Document {
            id: &article.slug,
            title: &article.title,
            headings: &self.headings,
            body: &body.extract.text,
            tags: &self.tags,
            series: article.series.as_ref().map(|series| series.name.as_str()),
            series_order: source.front_matter.series_order.map(i64::from),
            published_day: source.front_matter.published.date().day_number(),
        }
    }
}
