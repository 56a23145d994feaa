//! The types of `content` out of JSON. A type's list has to name each of its fields, or it does not compile.

use super::{FromJson, JsonValue, field};
use crate::content::{
    article::{Article, Heading, Image, Link, PartLink, RelatedArticle, SeriesPart, Summary, Term},
    author::Author,
    date::Date,
    list::{AuthorEntry, Index, List, TagEntry, YearEntry},
    live::{Live, LiveArticle, RemovedArticle},
    names::Names,
    reactions::{ReactionKind, StoredReactions},
    site::{AskedHost, NavigationLink, Site, SitePaths},
    url::{SafeSrcset, SafeUrl},
};
use std::cell::Cell;

/// Headings below headings: HTML has no more levels.
const MAX_DEPTH: u32 = 6;

thread_local! {
    /// How deep the heading lies that is being read.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
}

macro_rules! from_json {
    ($($type:ident { $($field:ident),* })*) => {$(
        impl FromJson for $type {
            fn from_json(value: &impl JsonValue) -> Option<Self> {
                value
                    .is_object()
                    .then_some(Self { $($field: field(value, stringify!($field))?),* })
            }
        }
    )*};
}

from_json! {
    Site { version, title, description, base_url, language, navigation, reactions, page_size, asked }
    SitePaths { pages, sections, permalinks, build }
    AskedHost { host, purpose, when }
    NavigationLink { label, href }
    ReactionKind { id, emoji, label }
    StoredReactions { v, kinds }
    Author { id, name, role, focus, bio, avatar, url, same_as }
    Article {
        version, slug, title, description, published, updated, authors, tags, series, cover, lang, canonical_url,
        edit_url, body_line, replies, newer_replies, section,
        reading_minutes, words, hash, outline, related, previous, next
    }
    Term { name, slug }
    SeriesPart { name, slug, part, parts, listed }
    PartLink { part, title, slug }
    Image { src, alt, caption, width, height, srcset, position, color }
    Link { title, slug }
    Summary { slug, title, description, published, authors, tags, series, reading_minutes, cover }
    RelatedArticle { article, reason }
    List { version, title, author, introduction, articles, page, pages, total, years }
    YearEntry { year, articles }
    Index { version, tags, authors, series }
    TagEntry { name, slug, articles }
    AuthorEntry { author, articles }
    Names { version, articles, tags, series, authors }
    Live { version, since, folder, listing, unreadable, added, changed, removed }
    RemovedArticle { slug, lists }
}

impl FromJson for Heading {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        let depth = DEPTH.replace(DEPTH.get() + 1);
        let children = match depth + 1 < MAX_DEPTH {
            true => field(value, "children"),
            false => Some(Vec::new()),
        };
        DEPTH.set(depth);
        Some(Self {
            level: field(value, "level")?,
            id: field(value, "id")?,
            text: field(value, "text")?,
            children: children?,
        })
    }
}

impl FromJson for LiveArticle {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Some(Self {
            article: Summary::from_json(value).filter(|article| !article.slug.is_empty())?,
            hash: field(value, "hash")?,
            sections: field(value, "sections")?,
            joined: field(value, "joined")?,
            left: field(value, "left")?,
        })
    }
}

macro_rules! from_text {
    ($($type:ty)*) => {$(
        impl FromJson for $type {
            fn from_json(value: &impl JsonValue) -> Option<Self> {
                String::from_json(value).map(Self::from)
            }
        }
    )*};
}

from_text! { SafeUrl SafeSrcset }

impl FromJson for Date {
    fn from_json(value: &impl JsonValue) -> Option<Self> {
        Date::parse(&value.as_text()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    fn article(value: Value) -> Option<Article> {
        Article::from_json(&Some(&value))
    }

    #[test]
    fn what_is_missing_is_empty() {
        assert_eq!(article(json!({})), Some(Article::default()));
    }

    #[test]
    fn an_odd_item_costs_that_item() {
        let article = article(json!({
            "tags": [{ "name": "A", "slug": "a" }, 7, null, { "name": 1 }, { "name": "B" }],
        }));
        let article = article.unwrap();
        let names: Vec<_> = article.tags.iter().map(|tag| &*tag.name).collect();
        assert_eq!(names, ["A", "B"]);
    }

    #[test]
    fn an_odd_field_makes_all_of_it_malformed() {
        for odd in [
            json!({ "title": 7 }),
            json!({ "tags": "a" }),
            json!({ "published": "soon" }),
            json!({ "title": "x".repeat(100_001) }),
        ] {
            assert_eq!(article(odd.clone()), None, "{odd}");
        }
    }

    #[test]
    fn a_list_has_an_end() {
        let list = json!({ "articles": vec![json!({ "slug": "a" }); 10_001] });
        assert_eq!(
            List::from_json(&Some(&list)).unwrap().articles.len(),
            10_000
        );
    }

    #[test]
    fn headings_below_headings_have_an_end() {
        let mut outline = json!([]);
        for _ in 0..100 {
            outline = json!([{ "text": "T", "children": outline }]);
        }
        let article = article(json!({ "outline": outline })).unwrap();
        let (mut depth, mut level) = (0, &*article.outline);
        while let [heading] = level {
            depth += 1;
            level = &heading.children;
        }
        assert_eq!(depth, 6);
    }

    #[test]
    fn no_url_gets_in_that_could_run() {
        let article = article(json!({ "cover": { "src": "javascript:alert(1)" } })).unwrap();
        assert_eq!(&*article.cover.unwrap().src, "");
    }
}
