//! Content folder → library with every article rendered, and every problem told that the content has.

use super::diagnostics::problem::Problems;
use super::enrich::build_cache::Memory;
use super::enrich::links::Targets;
use super::enrich::rendering::{Enriched, enrich};
use super::input::content_folder::Content;
use super::input::read::{self, Sources};
use super::input::skipped::Skipped;
use super::model::authors;
use super::model::library::Library;
use super::options::project::System;
use super::run::Inputs;
use super::store::fingerprint;
use percent_encoding::percent_decode_str;
use rayon::prelude::*;
use std::collections::{BTreeMap, HashMap};
use std::path::PathBuf;

/// What pages are made of.
pub struct Prepared {
    pub library: Library,
    /// In the order of the library's articles.
    pub enriched: Vec<Enriched>,
    /// Pictures and other files that pages refer to: path below `dist/`, and where they lie now.
    pub files: BTreeMap<String, PathBuf>,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
}

/// Words that are read in a minute.
const PACE: u32 = 230;

pub fn prepare(inputs: &Inputs, memory: &Memory, problems: &mut Problems) -> Prepared {
    let content = Content::of(inputs);
    let mut sources = read::sources(&content, inputs, problems);
    let mut files = BTreeMap::new();
    let Sources {
        site,
        authors,
        left_out,
        ..
    } = &mut sources;
    authors
        .iter_mut()
        .for_each(|author| files.extend(authors::publish_avatar(&content, site, author, memory)));
    let left_out = std::mem::take(left_out);
    let skipped = Skipped::count(&left_out);
    let (smart_punctuation, keeps_metadata) = (sources.smart_punctuation, sources.keeps_metadata);
    let mut library = Library::new(sources, inputs.system, problems);

    let targets = Targets::new(inputs, &library, left_out, problems);
    let step = inputs
        .progress
        .step("Rendering articles", library.articles.len());
    let enriched = library.articles.par_iter().map(|entry| {
        let enriched = enrich(
            &entry.source,
            &library.site,
            smart_punctuation,
            &targets,
            memory,
        );
        step.advance();
        enriched
    });
    let (mut enriched, found): (Vec<Enriched>, Vec<Problems>) = enriched.unzip();
    drop(step);
    found.into_iter().for_each(|found| problems.append(found));
    enriched
        .iter_mut()
        .for_each(|article| files.extend(article.files.drain(..)));
    check_fragments(&library, &enriched, problems);
    if inputs.system != System::Recto {
        problems.forgive();
    }
    skipped.tell(&content, library.articles.len(), inputs, problems);
    complete(&mut library, &enriched);
    Prepared {
        library,
        enriched,
        files,
        keeps_metadata,
    }
}

/// Adds to each article what rendering it has told.
fn complete(library: &mut Library, enriched: &[Enriched]) {
    for (
        entry,
        Enriched {
            rendering, cover, ..
        },
    ) in library.articles.iter_mut().zip(enriched)
    {
        let rendered = &rendering.rendered;
        entry.article.cover = cover.clone();
        entry.article.words = rendered.words;
        entry.article.reading_minutes = rendered.words.div_ceil(PACE).max(1);
        entry.article.hash = fingerprint::short(entry.source.body.as_bytes());
        if entry.source.facts.has_contents {
            entry.article.outline = rendered.outline.clone();
        }
    }
}

/// A link to a place in another article wants an element of that name there.
fn check_fragments(library: &Library, enriched: &[Enriched], problems: &mut Problems) {
    let slugs = library
        .articles
        .iter()
        .map(|entry| entry.article.slug.as_str());
    let html: HashMap<&str, &str> = slugs
        .zip(
            enriched
                .iter()
                .map(|article| article.rendering.rendered.html.as_str()),
        )
        .collect();
    for used in enriched.iter().flat_map(|article| &article.fragments) {
        let id = percent_decode_str(&used.fragment).decode_utf8_lossy();
        let element = [" id=\"", &id, "\""].concat();
        if !html
            .get(used.slug.as_str())
            .is_some_and(|html| html.contains(&element))
        {
            let what = [
                "nothing in the article `",
                &used.slug,
                "` is named #",
                &used.fragment,
            ]
            .concat();
            problems.warning(
                &used.path,
                used.position,
                what,
                "link to the id of one of its headings",
            );
        }
    }
}
