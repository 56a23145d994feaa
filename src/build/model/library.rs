//! The whole blog in memory: articles, authors and tags, connected and in order.

use super::tags::Tags;
use super::{authors, series};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::input::read::{Source, Sources};
use crate::content::VERSION;
use crate::content::article::{Article, Link, Term};
use crate::content::{author::Author, reactions::ReactionCounts, site::Site};
use std::collections::{BTreeMap, HashMap};

/// Articles with an equal place are the same article in every list here.
pub struct Library {
    pub site: Site,
    /// Newest first.
    pub articles: Vec<Entry>,
    /// In order of their names.
    pub tags: Vec<Tag>,
    /// In order of their names.
    pub authors: Vec<Writer>,
}

/// An article, and where it comes from.
pub struct Entry {
    pub article: Article,
    pub source: Source,
}

pub struct Tag {
    pub term: Term,
    /// Places in [`Library::articles`].
    pub articles: Vec<usize>,
}

pub struct Writer {
    pub author: Author,
    /// Places in [`Library::articles`].
    pub articles: Vec<usize>,
}

impl Library {
    /// Connects what was read. The articles' bodies are still to be rendered.
    pub fn new(sources: Sources, problems: &mut Problems) -> Self {
        let Sources {
            site,
            series: known_series,
            mut authors,
            house,
            articles: mut read,
            ..
        } = sources;
        read.sort_by(|one, other| {
            (other.facts.published, &one.slug).cmp(&(one.facts.published, &other.slug))
        });
        check_slugs(&read, problems);
        let tags = Tags::of(&read);
        series::check(&read, known_series.as_deref(), problems);
        let series = series::parts(&read, problems);
        let mut articles = Vec::with_capacity(read.len());
        for (source, series) in read.into_iter().zip(series) {
            check_reactions(&site, &source, problems);
            let authors = authors::of_article(&source, &house, &mut authors, problems);
            let article = Article {
                authors,
                tags: tags.of_article(&source),
                series,
                ..article(&site, &source)
            };
            articles.push(Entry { article, source });
        }
        let mut library = Self {
            site,
            tags: tags.in_order(),
            authors: writers(authors),
            articles,
        };
        library.connect();
        library
    }

    /// Lists every article with its tags, its authors and its neighbours.
    fn connect(&mut self) {
        let mut by_tag: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut by_author: HashMap<&str, Vec<usize>> = HashMap::new();
        for (place, Entry { article, .. }) in self.articles.iter().enumerate() {
            article
                .tags
                .iter()
                .for_each(|tag| by_tag.entry(&tag.slug).or_default().push(place));
            article
                .authors
                .iter()
                .for_each(|author| by_author.entry(&author.id).or_default().push(place));
        }
        for tag in &mut self.tags {
            tag.articles = by_tag.remove(tag.term.slug.as_str()).unwrap_or_default();
        }
        for writer in &mut self.authors {
            writer.articles = by_author
                .remove(writer.author.id.as_str())
                .unwrap_or_default();
        }
        let links: Vec<Link> = self
            .articles
            .iter()
            .map(|entry| link(&entry.article))
            .collect();
        for (place, entry) in self.articles.iter_mut().enumerate() {
            entry.article.next = place.checked_sub(1).map(|newer| links[newer].clone());
            entry.article.previous = links.get(place + 1).cloned();
        }
    }
}

fn link(article: &Article) -> Link {
    Link {
        title: article.title.clone(),
        slug: article.slug.clone(),
    }
}

/// The facts that need nothing but the article's own head.
fn article(site: &Site, source: &Source) -> Article {
    let facts = &source.facts;
    Article {
        version: VERSION,
        slug: source.slug.clone(),
        title: facts.title.clone(),
        description: facts.description.clone(),
        published: Some(facts.published),
        updated: facts.updated,
        lang: if facts.lang == site.language {
            String::new()
        } else {
            facts.lang.clone()
        },
        canonical_url: facts.canonical_url.as_str().into(),
        reaction_counts: ReactionCounts(
            facts
                .reaction_counts
                .iter()
                .map(|(id, count)| (id.text.clone(), *count))
                .collect(),
        ),
        ..Article::default()
    }
}

/// Two articles must not want the same file, on disks that do not tell capitals apart either.
fn check_slugs(read: &[Source], problems: &mut Problems) {
    let mut first: BTreeMap<String, &Source> = BTreeMap::new();
    // One whose head cannot be read may well give itself another.
    let mut in_order: Vec<&Source> = read.iter().filter(|source| source.is_known).collect();
    in_order.sort_by_key(|source| &source.file);
    for source in in_order {
        if let Some(other) = first.get(&source.slug.to_ascii_lowercase()) {
            let position = source
                .facts
                .slug
                .as_ref()
                .map_or(Position::START, |slug| slug.position);
            let what = [
                "the slug `",
                &source.slug,
                "` is that of ",
                &other.path,
                ", too",
            ]
            .concat();
            problems.error(
                &source.path,
                position,
                what,
                "give one of them another `slug:`, or another file name",
            );
        } else {
            first.insert(source.slug.to_ascii_lowercase(), source);
        }
    }
}

fn check_reactions(site: &Site, source: &Source, problems: &mut Problems) {
    for (id, _) in &source.facts.reaction_counts {
        if !site.reactions.iter().any(|kind| kind.id == id.text) {
            let what = ["the site offers no reaction `", &id.text, "`"].concat();
            problems.error(
                &source.path,
                id.position,
                what,
                "use an id that `reactions` in site.json has",
            );
        }
    }
}

fn writers(mut authors: Vec<Author>) -> Vec<Writer> {
    authors.sort_by(|one, other| (&one.name, &one.id).cmp(&(&other.name, &other.id)));
    authors
        .into_iter()
        .map(|author| Writer {
            author,
            articles: Vec::new(),
        })
        .collect()
}
