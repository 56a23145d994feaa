//! The steps of a build, in order: content → library → pages and all that belongs to them, as one value.

use super::assets::Sheets;
use super::diagnostics::problem::{Problem, Problems};
use super::diagnostics::progress::Progress;
use super::document::Shell;
use super::enrich::build_cache::Memory;
use super::enrich::related;
use super::input::read::LeftOut;
use super::load::{Prepared, prepare};
use super::model::library::Library;
use super::options::asset_source::Parts;
use super::options::project::System;
use super::outputs::feeds::Series;
use super::outputs::hosting::headers::HeaderRules;
use super::outputs::hosting::{self, Redirect};
use super::outputs::{compress, custom_elements, feeds, icons, llms, public_files, sitemap};
use super::page_style::PageStyle;
use super::prerender::{self, FinishedArticle};
use super::store::cache::Cache;
use super::store::output::{Contents, Outputs};
use super::style_sheet::{self, Palette};
use super::{assets, inline_scripts::InlineScripts};
use crate::content::{
    article::{Article, Summary},
    date::Date,
};
use crate::language::{native::spoken, page_direction};
use crate::route::{LLMS, Route};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// What a site is made of.
#[derive(Clone, Debug)]
pub struct Inputs {
    pub content: PathBuf,
    /// The program that the content was written for, and what that was configured with.
    pub system: System,
    pub config: Option<PathBuf>,
    /// Files that are copied byte for byte.
    pub public: PathBuf,
    pub style: Parts,
    /// The wasm modules that Trunk built.
    pub app: Parts,
    /// In place of the one in `site.json`.
    pub base_url: Option<String>,
    /// Articles with a later date stay out, and those that have expired.
    pub today: Date,
    /// Whether what would stay out is shown none the less, for `recto serve`.
    pub drafts: bool,
    /// The folder to write, if one is written.
    pub out: Option<PathBuf>,
    /// Where long work tells how far it has come.
    pub progress: Progress,
    /// Whether pictures are drawn for other sites, which takes a while.
    pub images: bool,
    /// Whether texts are there compressed as well.
    pub compress: bool,
    /// Where pictures of earlier builds lie.
    pub cache: Option<PathBuf>,
    /// URL of a script that every page loads, for `recto serve`.
    pub reload_script: Option<String>,
}

/// A finished site.
pub struct Built {
    pub outputs: Outputs,
    pub headers: HeaderRules,
    /// With slashes at both ends.
    pub base_path: String,
    pub articles: usize,
    /// Articles that a build leaves out: the paths of their pages, and why.
    pub held_back: Vec<(String, LeftOut)>,
    /// What the publisher should know, though it stops nothing.
    pub warnings: Vec<Problem>,
    /// What single hosts do not take of it.
    pub notes: Vec<String>,
}

/// Builds everything, or tells all that stands in the way.
pub fn build(inputs: &Inputs, memory: &mut Memory) -> Result<Built, Vec<Problem>> {
    memory.begin_build(inputs);
    let mut problems = Problems::default();
    let mut outputs = Outputs::default();
    let prepared = prepare(inputs, memory, &mut problems);
    let right_to_left = page_direction(&prepared.library.site.language).is_some();
    let (style, later) = PageStyle::read(&inputs.style, right_to_left, &mut problems);
    let [tools, embed, builder] = ["tools.css", "embed.css", "builder.css"]
        .map(|file| style_sheet::bundle(&inputs.style, file, &mut problems));
    let sheets = Sheets {
        later,
        tools,
        embed,
        builder,
    };
    let app = assets::add_app(&inputs.app, sheets, &mut outputs, &mut problems);
    if problems.has_errors() {
        return Err(problems.into_sorted());
    }
    let articles = prepared.library.articles.len();
    let held_back = held_back(&prepared.library);
    let base_path = prepared.library.site.base_path().to_string();
    let style_sources = style.sources();
    let palette = Palette::of(style.tokens());
    let site = &prepared.library.site;
    let icons = icons::add(inputs, site, &palette, &mut outputs, &mut problems);
    let messages = spoken(&site.language).and_then(|code| app.messages.get(code));
    let messages = messages.map(|path| [base_path.as_str(), path].concat());
    let start_script = [base_path.as_str(), &app.start[0]].concat();
    let scripts = InlineScripts::new(&base_path, &start_script, messages.as_deref());
    let script_sources = scripts.sources();
    let mut shell = Shell {
        scripts,
        script_sources: script_sources.clone(),
        theme_colors: style_sheet::theme_colors(style.tokens()),
        style,
        later_sheet: app
            .later_sheet
            .as_ref()
            .map(|path| [base_path.as_str(), path].concat()),
        reload_script: inputs.reload_script.clone(),
        builder_sheet: [&*base_path, &app.builder_sheet].concat(),
        series_folders: BTreeMap::new(),
        icons,
        framed: app.framed.below(&base_path),
    };
    let base_url = prepared.library.site.base_url.clone();
    let origin = prepared.library.site.origin().to_string();
    let redirects = Redirect::all(&prepared.library);
    let cache = &memory.cache;
    let artist = inputs.images.then_some((&palette, cache));
    add_site(prepared, &mut shell, artist, inputs.progress, &mut outputs);
    custom_elements::add(&mut outputs);
    app.add_manifest(&mut outputs);
    // Before what hosts are told, which is about these files, too.
    public_files::add_files(inputs, &mut outputs, &mut problems);
    let headers = HeaderRules::new(
        &origin,
        &base_path,
        &style_sources,
        &script_sources,
        outputs.paths(),
    );
    hosting::add(&headers, &redirects, &base_path, &base_url, &mut outputs);
    if problems.has_errors() {
        return Err(problems.into_sorted());
    }
    if inputs.compress {
        let _step = inputs.progress.step("Compressing files", outputs.len());
        compress::add(&mut outputs, cache);
    }
    if let Some(highlighted) = &memory.highlighted {
        highlighted.write(cache);
    }
    if inputs.images {
        cache.forget_the_rest();
    }
    Ok(Built {
        notes: hosting::limits::notes(&outputs),
        outputs,
        headers,
        base_path,
        articles,
        held_back,
        warnings: problems.into_sorted(),
    })
}

fn held_back(library: &Library) -> Vec<(String, LeftOut)> {
    let path = |slug: &str| [library.site.base_path(), &Route::article(slug).path()].concat();
    let sources = library.articles.iter().map(|entry| &entry.source);
    sources
        .filter_map(|source| Some((path(&source.slug), source.held_back?)))
        .collect()
}

/// The content's problems alone: errors and warnings.
pub fn check(inputs: &Inputs) -> Vec<Problem> {
    let mut problems = Problems::default();
    prepare(inputs, &Memory::for_one_build(), &mut problems);
    problems.into_sorted()
}

/// Pages, feed, sitemap, and the files that pages refer to.
fn add_site(
    prepared: Prepared,
    shell: &mut Shell,
    artist: Option<(&Palette, &Cache)>,
    progress: Progress,
    outputs: &mut Outputs,
) {
    let Prepared {
        mut library,
        enriched,
        files,
    } = prepared;
    let summaries: Vec<Summary> = library
        .articles
        .iter()
        .map(|entry| entry.article.summary())
        .collect();
    let related = related::related(&library, &enriched, &summaries);
    let series = Series::of(&library);
    feeds::add(&library, &enriched, &series, outputs);
    shell.series_folders = series.folders();
    sitemap::add(&library, outputs);
    outputs.insert(LLMS, llms::text(&library));
    for (path, original) in files {
        outputs.insert(path, Contents::CopyOf(original));
    }
    let entries = std::mem::take(&mut library.articles);
    let finished =
        entries
            .into_iter()
            .zip(enriched)
            .zip(related)
            .map(|((entry, enriched), related)| {
                let article = Article {
                    related,
                    ..entry.article
                };
                FinishedArticle {
                    article,
                    markdown: entry.source.body,
                    rendering: enriched.rendering,
                }
            });
    prerender::add_pages(
        &library,
        finished.collect(),
        &summaries,
        shell,
        artist,
        progress,
        outputs,
    );
}
