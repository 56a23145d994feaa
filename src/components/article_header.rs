//! What stands under an article's title, on its own page and in an embed.

use super::time;
use crate::content::article::Article;
use crate::html::{Element, element};
use crate::language::Words;

/// The deck, where there is one.
pub fn deck(article: &Article) -> Option<Element> {
    let deck = Some(&article.description).filter(|deck| !deck.is_empty());
    deck.map(|deck| element("p", "deck p-summary").text(deck))
}

/// When it was published and updated, and how long it takes to read.
pub fn dates(words: &Words, article: &Article) -> Element {
    element("p", "article-dates")
        .child(time::article_dates(
            words,
            article.published,
            article.updated,
        ))
        .child(time::reading_time(words, article.reading_minutes))
}
