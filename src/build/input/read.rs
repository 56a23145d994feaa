//! Reads the content folder: the site's facts, its authors, and every article that is to be published.

use super::config::theme::ThemeConfig;
use super::config::{self, Allowances, FurnitureConfig, LiveConfig, SiteConfig};
use super::content_folder::Content;
use super::file_name::{self, FileName};
use super::foreign::templates::Names;
use super::foreign::{Conventions, foreign_config, imported_authors};
use super::git_dates;
use super::menus::MenuLink;
use super::read_article::{Read, Reading};
use super::slot_files::{self, SlotFile};
use super::source::{Role, SkipReason, SkippedFiles, Source};
use crate::build::diagnostics::problem::{Position, Problems};
use crate::build::options::BuildOptions;
use crate::build::options::project::System;
use crate::content::{author::Author, site::Site};
use crate::route::Route;
use rayon::prelude::*;
use std::collections::BTreeMap;

/// What the publisher wrote, read but not yet connected.
pub struct Sources {
    pub site: Site,
    /// The only names that a series may have; none are given where any will do.
    pub series: Option<Vec<String>>,
    /// Whether quotes, dashes and dots become typographic ones.
    pub smart_punctuation: bool,
    /// Whether what cameras write into pictures is published.
    pub keeps_metadata: bool,
    pub authors: Vec<Author>,
    /// Those of another system's files.
    pub imported_authors: Vec<Author>,
    /// Those who write what names nobody.
    pub default_authors: Vec<Author>,
    /// Whether folders have lists of their own.
    pub has_sections: bool,
    /// Where articles live, if not below `articles/`.
    pub permalinks: String,
    /// Links of menus, but for those that texts are in because their heads say so.
    pub menus: Vec<MenuLink>,
    /// Whether all pages at the top are in the navigation.
    pub has_all_pages_in_menu: bool,
    pub furniture: FurnitureConfig,
    /// What may be asked of other hosts.
    pub allowances: Allowances,
    pub theme: ThemeConfig,
    /// Where articles are published without a build, if they are.
    pub live: Option<LiveConfig>,
    /// Whether there is a page to write at.
    pub has_desk: bool,
    /// Where the reactions of all readers are counted, if they are.
    pub reactions_endpoint: Option<String>,
    pub slots: Vec<SlotFile>,
    pub articles: Vec<Source>,
    pub pages: Vec<Source>,
    /// What stands above lists.
    pub introductions: Vec<Source>,
    pub not_found: Vec<Source>,
    /// Addresses of texts that say nothing by themselves, and the pages that take their place.
    pub replaced: Vec<(String, Route)>,
}

impl Sources {
    /// A blog without texts.
    fn without_texts(
        config: SiteConfig,
        authors: Vec<Author>,
        imported_authors: Vec<Author>,
    ) -> Self {
        Self {
            site: config.site,
            series: config.series,
            smart_punctuation: config.smart_punctuation,
            keeps_metadata: config.keeps_metadata,
            authors,
            imported_authors,
            default_authors: config.default_authors,
            has_sections: config.has_sections,
            permalinks: config.permalinks,
            menus: config.menus,
            has_all_pages_in_menu: config.has_all_pages_in_menu,
            furniture: config.furniture,
            allowances: config.allowances,
            theme: config.theme,
            live: config.live,
            has_desk: config.has_desk,
            reactions_endpoint: config.reactions_endpoint,
            slots: Vec::new(),
            articles: Vec::new(),
            pages: Vec::new(),
            introductions: Vec::new(),
            not_found: Vec::new(),
            replaced: Vec::new(),
        }
    }

    fn add(&mut self, source: Source) {
        let list = match &source.role {
            Role::Article => &mut self.articles,
            Role::Page { .. } => &mut self.pages,
            Role::Introduction { .. } => &mut self.introductions,
            Role::NotFound => &mut self.not_found,
        };
        list.push(source);
    }
}

/// Reads everything. Drafts, and articles that `today` is too early or too late for, stay out unless they are asked for.
pub fn sources(
    content: &Content,
    options: &BuildOptions,
    problems: &mut Problems,
) -> (Sources, SkippedFiles) {
    let foreign = (content.config).and_then(|file| foreign_config::read(content.system, file));
    let config = config::site(content, foreign, options.base_url.as_deref(), problems);
    let authors = config::authors(content, &config.allowances, problems);
    let imported_authors = imported_authors::authors(content, &config.allowances, problems);
    let files = files(content, problems);
    let dates = match config.dates_of_git {
        true => git_dates::first_commits(content, problems),
        false => BTreeMap::new(),
    };
    let reading = Reading {
        content,
        names: &Names::of(&files),
        conventions: &Conventions::new(content, &files),
        dates: &dates,
        options,
        is_strict: options.is_strict(),
    };
    let step = options.progress.step("Reading files", files.len());
    let read: Vec<(&String, Read, Problems)> = files
        .par_iter()
        .map(|file| reading.article(file))
        .inspect(|_| step.advance())
        .collect();
    drop(step);
    report_other_posts(content, problems);
    let mut sources = Sources::without_texts(config, authors, imported_authors);
    sources.slots = slot_files::read(content, sources.has_sections, problems);
    let mut skipped = SkippedFiles::new();
    for (file, read, found) in read {
        problems.append(found);
        match read {
            Read::Text(source) => sources.add(*source),
            Read::Skipped(why) => drop(skipped.insert(file.clone(), why)),
            Read::Replaced(addresses, route) => {
                let addresses = addresses.into_iter();
                let replaced = addresses.map(|address| (address, route.clone()));
                sources.replaced.extend(replaced);
                skipped.insert(file.clone(), SkipReason::NoText);
            }
            Read::Unreadable => {}
        }
    }
    (sources, skipped)
}

/// The files that may be articles: all Markdown, and of Hugo and Jekyll HTML, too.
fn files(content: &Content, problems: &mut Problems) -> Vec<String> {
    let mut files = content.files("", &file_name::EXTENSIONS, problems);
    if matches!(content.system, System::Hugo | System::Jekyll) {
        let is_post = |file: &String| match content.system {
            System::Hugo => !file.starts_with(slot_files::FOLDER),
            _ => FileName::of(file, &[]).is_post,
        };
        // What cannot be looked at was reported just now.
        let html = content.files("", &file_name::HTML, &mut Problems::default());
        files.extend(html.into_iter().filter(is_post));
        files.sort();
    }
    files
}

/// Posts that are not Markdown would be missed only much later.
fn report_other_posts(content: &Content, problems: &mut Problems) {
    let is_post =
        |file: &String| content.system != System::Jekyll || FileName::of(file, &[]).is_post;
    let is_of = |file: &str, extensions: &[&str]| {
        let extension = file.rsplit_once('.').map_or("", |(_, extension)| extension);
        extensions
            .iter()
            .any(|known| extension.eq_ignore_ascii_case(known))
    };
    let extensions = [&file_name::OTHER_MARKUP[..], &file_name::WITH_HEAD[..]].concat();
    let files = content.files("", &extensions, problems);
    for file in files.into_iter().filter(is_post) {
        let mut has_head = || {
            let text = content.text(&file, problems).unwrap_or_default();
            ["---", "+++"].iter().any(|fence| text.starts_with(fence))
        };
        if is_of(&file, &file_name::OTHER_MARKUP) || has_head() {
            let what = "this is not Markdown, and left out";
            let remedy = "write it in Markdown, in which HTML may stay as it is";
            problems.warning(&content.path(&file), Position::START, what, remedy);
        }
    }
}
