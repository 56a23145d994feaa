//! The build: the publisher's content in, a finished site out. The only code that touches the disk.
//!
//! Each stage is a folder and imports only from those before it:
//!
//! 1. `options`, `diagnostics`: what a build is told, and what it tells.
//! 2. `store`: the site's files as one value, the cache, fingerprints.
//! 3. `input`: the content folder, read.
//! 4. `model`: articles, authors, tags, series and addresses, connected.
//! 5. `enrich`: rendering, links, pictures, highlighting, related articles.
//! 6. `pages`: every page as HTML and data.
//! 7. `outputs`: feeds, sitemap, icons, hosts' files.
//!
//! `load` does 3 to 5, [`build`] all of it; `survey` only reads. `text_preview` makes single pages of texts that have changed since
//! the last build. `publish` makes the files of the articles that differ from the
//! last build, and `reply_files` keeps what others replied to articles.

pub(crate) mod diagnostics;
pub(crate) mod enrich;
pub(crate) mod input;
mod load;
mod model;
pub(crate) mod options;
mod outputs;
pub(crate) mod pages;
pub(crate) mod publish;
pub(crate) mod reply_files;
pub(crate) mod store;
pub(crate) mod survey;
pub(crate) mod text_preview;

use diagnostics::problem::{Problem, Problems};
use enrich::build_cache::BuildCache;
use enrich::rendered_site::LoadedSite;
use enrich::slots::SiteSlots;
use input::config::Allowances;
use input::source::SkipReason;
use options::BuildOptions;
use outputs::app_data::app_data;
use outputs::assets::{self, App, Sheets};
use outputs::compress::compressed;
use outputs::custom_elements::custom_elements;
use outputs::favicon::favicon;
use outputs::feeds::{feeds, old_feeds};
use outputs::hosting::{self, Redirect, headers::HeaderRules};
use outputs::open_search::open_search;
use outputs::search_index::search_index;
use outputs::{icons::icons, llms::llms, metadata, public_files::public_files, sitemap::sitemap};
use pages::inline_scripts::InlineScripts;
use pages::page_assets::Icons;
use pages::page_style::{PageStyle, SiteNeeds};
use pages::prerender;
use pages::shell::Shell;
use pages::slot_cards;
use pages::style_sheet::{self, Palette};
use pages::theme;
use std::collections::{BTreeMap, BTreeSet};
use store::output::{Maker, OutputFiles, Outputs};
use text_preview::PreviewBase;

use crate::components::furniture::Furniture;
use crate::i18n::native::spoken;

/// Of the page to write at.
const DESK_SHEET: &str = "desk.css";

/// A finished site.
pub struct BuiltSite {
    pub outputs: Outputs,
    pub headers: HeaderRules,
    /// With slashes at both ends.
    pub base_path: String,
    pub articles: usize,
    /// Articles and pages that a build leaves out: their paths, and why.
    pub unpublished: Vec<(String, SkipReason)>,
    /// What the publisher should know, though it stops nothing.
    pub warnings: Vec<Problem>,
    /// What single hosts do not take of it.
    pub notes: Vec<String>,
    /// What pages are made with until the next build.
    pub preview_base: PreviewBase,
}

/// Builds the whole site, or reports every problem that stands in the way.
pub fn build(options: &BuildOptions, cache: &BuildCache) -> Result<BuiltSite, Vec<Problem>> {
    cache.begin_build();
    let mut problems = Problems::default();
    let loaded = load::load(options, cache, None, &mut problems);
    let (style, sheets) = style_sheets(options, &loaded, &mut problems);
    let mut app_files = OutputFiles::of(Maker::part("the app"));
    let app = assets::add_app(&options.app, sheets, &mut app_files, &mut problems);
    let public_files = public_files(options, &mut problems);
    let favicon = favicon(options, &loaded.theme, &mut problems);
    if problems.has_errors() {
        return Err(problems.into_sorted());
    }
    let palette = Palette::of(style.tokens());
    let (icons, icon_files) = icons(options, &loaded.site, &palette, favicon);
    let shell = shell(options, &loaded, &app, icons, style);
    let artist = options.images.then_some((&palette, &cache.files));
    let made = [app_files, icon_files]
        .into_iter()
        .chain(data_files(&loaded))
        .chain(prerender::pages(&loaded, &shell, artist, options.progress));
    let mut outputs = Outputs::default();
    made.for_each(|files| outputs.add(files, &mut problems));
    let manifest = app.manifest(outputs.paths());
    for files in std::iter::once(manifest).chain(public_files) {
        outputs.add(files, &mut problems);
    }
    outputs.add(old_feeds(&loaded, &outputs), &mut problems);
    let cleaned_pictures = match loaded.keeps_metadata {
        true => 0,
        false => metadata::remove(&mut outputs, &cache.files, &mut problems),
    };
    // What hosts are told is about all files that there are.
    let headers = HeaderRules::new(
        loaded.site.origin(),
        loaded.site.base_path(),
        &shell.style.sources(),
        &shell.script_sources,
        &loaded.allowances,
        loaded.has_desk_page(),
        outputs.paths(),
    );
    let redirects = Redirect::all(&loaded);
    let hosting = hosting::hosting(&headers, &redirects, &loaded.site, outputs.paths());
    outputs.add(hosting, &mut problems);
    if problems.has_errors() {
        return Err(problems.into_sorted());
    }
    if options.compress {
        let _step = (options.progress).step("Compressing files", outputs.len());
        outputs.add(compressed(&outputs, &cache.files), &mut problems);
    }
    cache.end_build();
    Ok(BuiltSite {
        preview_base: PreviewBase::new(shell, &loaded),
        notes: notes(cleaned_pictures, &redirects, &outputs),
        outputs,
        headers,
        base_path: loaded.site.base_path().into(),
        articles: loaded.articles.len(),
        unpublished: loaded.unpublished(),
        warnings: problems.into_sorted(),
    })
}

/// All that programs read, and what pages refer to.
fn data_files(loaded: &LoadedSite) -> impl Iterator<Item = OutputFiles> {
    let single = [
        app_data(loaded),
        media(loaded),
        custom_elements(),
        sitemap(loaded),
        llms(loaded),
        open_search(loaded),
        search_index(loaded),
    ];
    single.into_iter().chain(feeds(loaded))
}

/// What the publisher may want to know, though it is neither wrong nor a danger.
fn notes(cleaned_pictures: usize, redirects: &[Redirect], outputs: &Outputs) -> Vec<String> {
    metadata::note(cleaned_pictures)
        .into_iter()
        .chain(hosting::query_note(redirects))
        .chain(hosting::host_limits::notes(outputs))
        .collect()
}

/// The content's problems alone: errors and warnings.
pub fn check(options: &BuildOptions) -> Vec<Problem> {
    let mut problems = Problems::default();
    let loaded = load::load(options, &BuildCache::none(), None, &mut problems);
    theme::theme(&loaded.theme, options, &loaded.site, &mut problems);
    public_files(options, &mut problems);
    favicon(options, &loaded.theme, &mut problems);
    problems.into_sorted()
}

/// What pages have in themselves, and the sheets that they do not.
fn style_sheets(
    options: &BuildOptions,
    loaded: &LoadedSite,
    problems: &mut Problems,
) -> (PageStyle, Sheets) {
    let style = &options.style;
    let needs = SiteNeeds::of(loaded);
    let theme = theme::theme(&loaded.theme, options, &loaded.site, problems);
    let pages = PageStyle::read(style, &loaded.site.language, needs, &theme, problems);
    let [tools, embed, builder] = ["tools.css", "embed.css", "builder.css"].map(|file| {
        let sheet = style_sheet::bundle(style, file, problems);
        style_sheet::with_tokens(sheet, &theme.tokens)
    });
    let has_desk_sheet = style.read(DESK_SHEET).is_ok();
    let desk = loaded.has_desk_page().then(|| match has_desk_sheet {
        true => {
            let sheet = style_sheet::bundle(style, DESK_SHEET, problems);
            style_sheet::with_tokens(sheet, &theme.tokens)
        }
        // A publisher's own style need not have one.
        false => String::new(),
    });
    let sheets = Sheets {
        desk,
        later: pages.later,
        app: pages.app,
        tools,
        embed,
        builder,
    };
    (pages.style, sheets)
}

fn shell(
    options: &BuildOptions,
    loaded: &LoadedSite,
    app: &App,
    icons: Icons,
    style: PageStyle,
) -> Shell {
    let site = &loaded.site;
    let base_path = site.base_path();
    let messages = spoken(&site.language).and_then(|code| app.messages.get(code));
    let messages = messages.map(|path| site.file_href(path));
    let start_script = site.file_href(&app.start[0]);
    let scripts = InlineScripts::new(
        base_path,
        &start_script,
        messages.as_deref(),
        loaded.waits_for_presses(),
    );
    let alike = Shell {
        script_sources: scripts.sources(),
        scripts,
        live: (loaded.live.as_ref()).map(|live| live.attribute().into()),
        counts: loaded.reactions_endpoint.clone(),
        theme_colors: style_sheet::theme_colors(style.tokens()),
        style,
        later: (app.later_sheets.as_ref()).map(|paths| paths.map(|_, path| site.file_href(path))),
        reload_script: options.reload_script.clone(),
        builder_sheet: site.file_href(&app.builder_sheet),
        desk_sheet: (app.desk_sheet.as_ref()).map(|path| site.file_href(path)),
        icons,
        framed: app.framed.below(base_path),
        is_empty: false,
        series_folders: BTreeMap::new(),
        unindexed: BTreeSet::new(),
        furniture: Furniture::default(),
        slots: SiteSlots::default(),
        allowances: Allowances::default(),
    };
    alike.with_content(loaded, slot_cards::expanded(loaded))
}

/// Pictures and other files that pages refer to.
fn media(loaded: &LoadedSite) -> OutputFiles {
    let files = loaded.media.iter();
    let files = files.map(|(path, contents)| (path.clone(), contents.clone()));
    OutputFiles::with(Maker::part("the pictures of articles"), files)
}
