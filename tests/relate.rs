//! Relating articles, from outside: a library in, cards with their reasons out.

#[path = "relate/choice.rs"]
mod choice;
#[path = "relate/edges.rs"]
mod edges;
#[path = "relate/series.rs"]
mod series;
#[path = "relate/words.rs"]
mod words;

use recto::content::relate::{Document, Related, relate};
use recto::content::shared_ground::Reason;

#[derive(Clone, Default)]
struct Article {
    id: String,
    title: String,
    headings: String,
    body: String,
    tags: Vec<String>,
    series: Option<String>,
    series_order: Option<i64>,
    day: i64,
}

fn article(id: &str, title: &str, body: &str) -> Article {
    let [id, title, body] = [id, title, body].map(str::to_owned);
    Article {
        id,
        title,
        body,
        ..Article::default()
    }
}

impl Article {
    fn tags(self, tags: &[&str]) -> Article {
        Article {
            tags: strings(tags),
            ..self
        }
    }

    fn series(self, series: &str) -> Article {
        Article {
            series: Some(series.to_owned()),
            ..self
        }
    }

    fn part(self, number: i64) -> Article {
        Article {
            series_order: Some(number),
            ..self
        }
    }

    fn day(self, day: i64) -> Article {
        Article { day, ..self }
    }

    fn document(&self) -> Document<'_> {
        Document {
            id: &self.id,
            title: &self.title,
            headings: &self.headings,
            body: &self.body,
            tags: &self.tags,
            series: self.series.as_deref(),
            series_order: self.series_order,
            published_day: self.day,
        }
    }
}

fn relate_all(articles: &[Article], count: usize) -> Vec<Vec<Related>> {
    let documents: Vec<Document> = articles.iter().map(Article::document).collect();
    relate(&documents, count)
}

/// The four cards under the article `id`: the offered articles' ids, and why.
fn cards<'a>(articles: &'a [Article], id: &str) -> Vec<(&'a str, Reason)> {
    let position = articles
        .iter()
        .position(|article| article.id == id)
        .unwrap();
    let cards = relate_all(articles, 4).swap_remove(position);
    cards
        .into_iter()
        .map(|card| (articles[card.index].id.as_str(), card.reason))
        .collect()
}

fn ids<'a>(articles: &'a [Article], id: &str) -> Vec<&'a str> {
    cards(articles, id).into_iter().map(|(id, _)| id).collect()
}

fn reason(articles: &[Article], from: &str, to: &str) -> Reason {
    cards(articles, from)
        .into_iter()
        .find(|(id, _)| *id == to)
        .unwrap()
        .1
}

/// The words that explain a card, in alphabetical order.
fn shared_words(articles: &[Article], from: &str, to: &str) -> Vec<String> {
    let Reason::SharedWords(mut words) = reason(articles, from, to) else {
        panic!("no words")
    };
    words.sort();
    words
}

fn strings(words: &[&str]) -> Vec<String> {
    words.iter().map(ToString::to_string).collect()
}

/// Articles that share nothing with each other or with any other article here, the newest last.
fn strangers() -> Vec<Article> {
    let subjects = [
        "walnut",
        "glacier",
        "trombone",
        "lighthouse",
        "saffron",
        "pendulum",
    ];
    let stranger = |(day, subject): (i64, &&str)| article(subject, subject, subject).day(day);
    (1..).zip(&subjects).map(stranger).collect()
}

fn with_strangers(articles: impl IntoIterator<Item = Article>) -> Vec<Article> {
    articles.into_iter().chain(strangers()).collect()
}
