//! Which articles are otherwise than the last build has them, by what is their own: what their neighbours change in their
//! files is no change of theirs.

use super::built::Built;
use crate::build::enrich::rendered_site::{EnrichedArticle, LoadedSite};
use crate::build::pages::article_file::ArticleFile;
use crate::build::store::{fingerprint, json::json};
use crate::content::article::{SeriesPart, Summary};
use crate::content::live::{LiveArticle, RemovedArticle};
use crate::route::Route;
use serde_json::Value;
use std::collections::BTreeSet;

/// Newest first.
pub struct Difference {
    pub added: Vec<LiveArticle>,
    pub changed: Vec<LiveArticle>,
    pub removed: Vec<RemovedArticle>,
}

impl Difference {
    pub fn between(loaded: &LoadedSite, built: &Built) -> Self {
        let (mut added, mut changed) = (Vec::new(), Vec::new());
        for article in &loaded.articles {
            let now = own(data(article));
            let live = live_article(article, &now, loaded);
            match built.article(&live.article.slug) {
                Some(before) if built.has_article(&live.article.slug) => {
                    if own(before.clone()) != now {
                        changed.push(with_moves(live, &before, built));
                    }
                }
                _ => added.push(live),
            }
        }
        let slugs = loaded.articles.iter().map(|article| &article.article.slug);
        let slugs: BTreeSet<&String> = slugs.collect();
        let removed = built.slugs().filter(|slug| !slugs.contains(slug));
        Self {
            added,
            changed,
            removed: removed.map(|slug| removed_article(slug, built)).collect(),
        }
    }
}

/// An article of the build that is gone.
pub fn removed_article(slug: &str, built: &Built) -> RemovedArticle {
    let before = built.article(slug).unwrap_or_default();
    RemovedArticle {
        slug: slug.into(),
        lists: lists_before(&before, built, slug).into_iter().collect(),
    }
}

fn data(article: &EnrichedArticle) -> Value {
    let file = ArticleFile {
        article: &article.article,
        enrichment: &article.rendering.enrichment,
    };
    // As it is read from a file, so that the two can be compared.
    serde_json::from_slice(&json(&file)).unwrap_or_default()
}

/// Without what comes from other articles.
fn own(mut article: Value) -> Value {
    if let Some(fields) = article.as_object_mut() {
        for neighbours in ["related", "previous", "next"] {
            fields.remove(neighbours);
        }
        let series = fields.get_mut("series").and_then(Value::as_object_mut);
        if let Some(series) = series {
            series.remove("listed");
            series.remove("parts");
        }
    }
    article
}

fn live_article(article: &EnrichedArticle, own: &Value, loaded: &LoadedSite) -> LiveArticle {
    let sections = loaded.sections.iter().filter(|section| {
        let articles = section.articles.iter();
        let mut articles = articles.map(|index| &loaded.articles[*index].article.slug);
        articles.any(|slug| *slug == article.article.slug)
    });
    LiveArticle {
        article: Summary {
            // A cover costs as much as all the rest, and comes with the article.
            cover: None,
            description: shortened(&article.summary.description),
            series: article.summary.series.as_ref().map(without_parts),
            ..article.summary.clone()
        },
        hash: fingerprint::short(&json(own)),
        sections: sections.map(|section| section.path.clone()).collect(),
        ..LiveArticle::default()
    }
}

/// In characters: lists of twenty articles stay below 2 KB, as they are sent.
const MAX_DESCRIPTION: usize = 70;

/// Whole words of the beginning.
fn shortened(description: &str) -> String {
    let Some((end, _)) = description.char_indices().nth(MAX_DESCRIPTION) else {
        return description.into();
    };
    let start = &description[..end];
    let words = start.rsplit_once(' ').map_or(start, |(words, _)| words);
    [words, "…"].concat()
}

fn without_parts(series: &SeriesPart) -> SeriesPart {
    SeriesPart {
        listed: Vec::new(),
        ..series.clone()
    }
}

/// With the lists that it has come into and gone out of.
fn with_moves(live: LiveArticle, before: &Value, built: &Built) -> LiveArticle {
    let now: BTreeSet<String> = live.lists().map(|list| list.path()).collect();
    let before = lists_before(before, built, &live.article.slug);
    LiveArticle {
        joined: now.difference(&before).cloned().collect(),
        left: before.difference(&now).cloned().collect(),
        ..live
    }
}

/// The lists that an article was in.
fn lists_before(article: &Value, built: &Built, slug: &str) -> BTreeSet<String> {
    let names = |list: &str, key: &str| -> Vec<String> {
        let items = article[list].as_array().into_iter().flatten();
        let names = items.filter_map(|item| item[key].as_str());
        names.map(String::from).collect()
    };
    let series = article["series"]["slug"].as_str();
    let tags = names("tags", "slug")
        .into_iter()
        .map(|tag| Route::tag(&tag));
    let authors = names("authors", "id").into_iter();
    let authors = authors.map(|author| Route::author(&author));
    let sections = built.sections_of(slug).map(|path| Route::section(path));
    let lists = tags.chain(authors).chain(series.map(Route::series));
    lists.chain(sections).map(|list| list.path()).collect()
}
