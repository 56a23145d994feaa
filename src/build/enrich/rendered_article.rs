//! One article or page with all that rendering it has told, before it is known what is related to it.

use super::body::Body;
use super::build_cache::Rendering;
use super::references::FragmentUse;
use super::rendering::RenderedBody;
use crate::build::input::source::{Role, Source};
use crate::build::model::entry::Entry;
use crate::build::store::fingerprint;
use crate::build::store::output::Contents;
use crate::content::VERSION;
use crate::content::article::{Article, Summary};
use crate::content::author::Author;
use crate::content::site::Site;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::collections::HashMap;
use std::sync::Arc;

pub struct RenderedArticle {
    pub article: Article,
    pub summary: Summary,
    pub source: Source,
    pub body: Arc<Body>,
    pub rendering: Arc<Rendering>,
    pub files: Vec<(String, Contents)>,
    pub fragments: Vec<FragmentUse>,
}

/// Words that are read in a minute.
const PACE: u32 = 230;

impl RenderedArticle {
    /// `authors` are those of the whole site, by their ids; `edit_url` has `{path}` in it, or is empty.
    pub fn new(
        entry: Entry,
        rendered: RenderedBody,
        site: &Site,
        authors: &HashMap<String, Author>,
        edit_url: &str,
    ) -> Self {
        let html = &rendered.rendering.rendered;
        let source = entry.source;
        let front_matter = &source.front_matter;
        // The day of a page tells nothing.
        let is_dated = source.role == Role::Article;
        let article = Article {
            version: VERSION,
            slug: source.slug.clone(),
            title: front_matter.title.clone(),
            description: front_matter.description.clone(),
            published: is_dated.then_some(front_matter.published),
            updated: front_matter.updated.filter(|_| is_dated),
            authors: (entry.authors.iter())
                .filter_map(|id| authors.get(id).cloned())
                .collect(),
            tags: entry.tags,
            series: entry.series,
            cover: rendered.cover,
            lang: match front_matter.lang == site.language {
                true => String::new(),
                false => front_matter.lang.clone(),
            },
            canonical_url: front_matter.canonical_url.as_str().into(),
            edit_url: edit_url.replace("{path}", &encoded(&source.file)).into(),
            body_line: match edit_url.is_empty() {
                true => 0,
                false => source.first_line().unwrap_or_default(),
            },
            replies: String::new(),
            newer_replies: String::new(),
            section: String::new(),
            reading_minutes: html.words.div_ceil(PACE).max(1),
            words: html.words,
            hash: fingerprint::short_of(&rendered.digest),
            outline: match front_matter.has_contents {
                true => html.outline.clone(),
                false => Vec::new(),
            },
            related: Vec::new(),
            previous: entry.previous,
            next: entry.next,
        };
        Self {
            summary: Summary {
                description: description(&article, &html.excerpt),
                ..article.summary()
            },
            article,
            source,
            body: rendered.body,
            rendering: rendered.rendering,
            files: rendered.files,
            fragments: rendered.fragments,
        }
    }
}

/// What lists say of an article: its description, or else how it begins.
fn description(article: &Article, excerpt: &str) -> String {
    match article.description.is_empty() {
        true => excerpt.into(),
        false => article.description.clone(),
    }
}

/// What a path of a URL cannot hold as it is.
const RESERVED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b'#').add(b'?');

fn encoded(file: &str) -> String {
    utf8_percent_encode(file, RESERVED).to_string()
}
