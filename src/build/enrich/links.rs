//! Where the links and images of a text lead: to articles and pages, to files beside it, to lists of the site.
//!
//! A link may name an article or a page by its file (`other.md`), by its file from the content folder (`@/posts/other.md`), or by
//! an address that it has (`/articles/other/`), or had where the blog was before (`/posts/other/`, or an alias).

use super::heading_links::OtherHeadings;
use super::link_names::{folder_of, names};
use super::link_path::{climbed, has_scheme, joined, stays_below};
use super::old_addresses::OldAddresses;
use super::target::{Target, is_mail, missing};
use crate::build::diagnostics::problem::Problems;
use crate::build::input::file_name::without_extension;
use crate::build::input::front_matter::old_path;
use crate::build::input::publisher_folders::PublisherFolders;
use crate::build::input::source::{Role, SkipReason, SkippedFiles};
use crate::build::model::aliases;
use crate::build::model::library::Library;
use crate::build::model::lists;
use crate::route::{ATOM_FEED, JSON_FEED, RSS_FEED, Route, SITEMAP};
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::Path;

/// Where the files are that an article may link to.
#[derive(Clone, Copy)]
pub struct LinkFolders<'a> {
    pub content: &'a Path,
    pub public: &'a Path,
    /// Where they must really lie.
    pub publisher: &'a PublisherFolders,
}

/// All that an article may link to.
pub struct Targets<'a> {
    content: &'a Path,
    public: &'a Path,
    pub publisher: &'a PublisherFolders,
    base_path: String,
    /// Articles and pages by files below the content folder, with and without extension.
    texts: HashMap<String, Route>,
    /// The same by their own paths.
    paths: HashMap<String, Route>,
    /// The same by addresses that the publisher names.
    aliases: BTreeMap<String, Route>,
    /// Addresses that articles and pages had elsewhere.
    before: OldAddresses,
    other_headings: OtherHeadings,
    /// Folders with articles in them.
    folders: HashSet<String>,
    /// Folders with lists of their own, by the paths of these.
    sections: HashMap<String, String>,
    skipped: HashMap<String, SkipReason>,
    /// Paths of pages and feeds, below the base path. Not the later pages of lists: nobody links to them.
    pages: HashSet<String>,
}

impl<'a> Targets<'a> {
    /// Tells aliases that clash.
    pub fn new(
        folders: LinkFolders<'a>,
        library: &Library,
        skipped: SkippedFiles,
        problems: &mut Problems,
    ) -> Self {
        let mut pages = pages(library);
        let (mut texts, mut paths) = (HashMap::new(), HashMap::new());
        let mut folders_of_articles = HashSet::new();
        for source in library.texts().map(|entry| &entry.source) {
            let (file, route) = (&source.file, source.route());
            pages.insert(route.path());
            paths.insert(route.path(), route.clone());
            texts.extend(names(file).into_iter().map(|name| (name, route.clone())));
            if source.role == Role::Article {
                folders_of_articles.extend(folder_of(file).map(String::from));
            }
        }
        let sections = library.sections.iter();
        let skipped = skipped.into_iter();
        Self {
            content: folders.content,
            public: folders.public,
            publisher: folders.publisher,
            base_path: library.site.base_path().into(),
            texts,
            paths,
            before: OldAddresses::of(library),
            other_headings: OtherHeadings::of(library),
            aliases: aliases::check(library.texts(), &pages, problems),
            folders: folders_of_articles,
            sections: sections
                .map(|section| (section.path.clone(), section.folder.clone()))
                .collect(),
            skipped: skipped
                .flat_map(|(file, why)| names(&file).into_iter().map(move |name| (name, why)))
                .collect(),
            pages,
        }
    }

    pub fn base_path(&self) -> &str {
        &self.base_path
    }

    /// Where `url` leads from the article in `file`.
    pub fn resolve(&self, file: &str, url: &str) -> Target {
        let url = url.trim();
        let end = url.find(['?', '#']).unwrap_or(url.len());
        let (path, suffix) = url.split_at(end);
        if path.is_empty() || path.starts_with("//") || has_scheme(path) {
            return Target::AsWritten;
        }
        if is_mail(path) {
            let url = ["mailto:", url].concat();
            return Target::Page { url };
        }
        // As Windows writes paths. A `%5C` is a character of a name.
        let path = &*path.replace('\\', "/");
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        // Zola's way to name a file of the content folder, and Astro's to name one of `src`.
        if let Some(below_content) = decoded.strip_prefix("@/").or(decoded.strip_prefix("~/")) {
            return self.file("", below_content, &decoded, suffix);
        }
        match decoded.strip_prefix('/') {
            Some(below_root) => self.below_base(below_root, path, suffix),
            None => match self.file(file, &decoded, &decoded, suffix) {
                Target::Missing { what, remedy } => self
                    .seen_from_old_address(file, &decoded, suffix)
                    .unwrap_or_else(|| missing(&decoded, what, remedy)),
                found => found,
            },
        }
    }

    /// Where a path leads from the address that the article in `file` had elsewhere.
    fn seen_from_old_address(&self, file: &str, path: &str, suffix: &str) -> Option<Target> {
        let below_root = climbed(self.before.folder(file)?, path);
        match self.below_base(&below_root, &below_root, suffix) {
            Target::Missing { .. } | Target::Unknown { .. } => None,
            found => Some(found),
        }
    }

    /// A path from the root is meant from the site's root, wherever that is.
    fn below_base(&self, path: &str, written: &str, suffix: &str) -> Target {
        let route = Route::parse(path);
        let page = route.path();
        let file = self.public.join(path);
        let is_file = file.is_file() || file.join("index.html").is_file();
        let url = [&self.base_path, written.trim_start_matches('/'), suffix].concat();
        if let Some(route) = self.paths.get(&page) {
            return self.text(route, suffix);
        }
        match &route {
            _ if self.pages.contains(&page) => {
                let url = [&self.base_path, &page, suffix].concat();
                Target::Page { url }
            }
            _ if self.pages.contains(path) => Target::Page { url },
            _ if !stays_below(path) => Target::Unknown { url },
            _ if is_file => Target::PublicFile { path: file, url },
            _ => (self.elsewhere_before(path, suffix)).unwrap_or_else(|| {
                if matches!(
                    route,
                    Route::NotFound | Route::Page { .. } | Route::Year { .. }
                ) {
                    return Target::Unknown { url };
                }
                Target::missing(
                    &["the site has no page `/", path, "`"],
                    "correct the link, or take it out",
                )
            }),
        }
    }

    /// What a path from the root leads to where the blog was before: there, articles stand where their files do.
    fn elsewhere_before(&self, path: &str, suffix: &str) -> Option<Target> {
        let place = path.trim_end_matches('/');
        let place = place.strip_suffix(".html").unwrap_or(place);
        // Astro's content lies in `src/content`.
        let of_astro = ["content/", place].concat();
        let text = old_path(path)
            .and_then(|alias| self.aliases.get(&alias.to_ascii_lowercase()))
            .or_else(|| self.before.text(path))
            .or_else(|| self.texts.get(place))
            .or_else(|| self.texts.get(&of_astro));
        if let Some(route) = text {
            return Some(self.text(route, suffix));
        }
        if let Some(page) = self.before.page(path) {
            let url = [&self.base_path, page, suffix].concat();
            return Some(Target::Page { url });
        }
        // What lies beside an article is below its address.
        let beside = path.rsplit_once('/').and_then(|(address, name)| {
            let file = self.before.file(address)?;
            Some(self.content.join(folder_of(file).unwrap_or("")).join(name))
        });
        if let Some(path) = beside.filter(|file| file.is_file()) {
            let suffix = suffix.into();
            return Some(Target::File { path, suffix });
        }
        // Astro's users may name a file from the root of the project.
        for path in [path, path.strip_prefix("src/").unwrap_or(path)] {
            let file = self.content.join(path);
            if file.is_file() {
                let suffix = suffix.into();
                return Some(Target::File { path: file, suffix });
            }
        }
        self.section(place, suffix)
            .or_else(|| self.skipped(place, &["/", path].concat()))
    }

    /// What a path leads to from a file of the content folder.
    fn file(&self, from: &str, path: &str, written: &str, suffix: &str) -> Target {
        let Some(wanted) = joined(folder_of(from).unwrap_or(""), path) else {
            return self.outside(from, path, suffix).unwrap_or_else(|| {
                Target::missing(
                    &["`", written, "` lies outside the content folder"],
                    "copy the file beside the article",
                )
            });
        };
        // Elsewhere a text's address is a folder of its own, and that is where a link may lead from.
        let from_page = || self.texts.get(&joined(without_extension(from), path)?);
        if let Some(route) = self.texts.get(&wanted).or_else(from_page) {
            return self.text(route, suffix);
        }
        let section = wanted
            .strip_suffix("_index.md")
            .map(|folder| folder.trim_end_matches('/'));
        if let Some(section) = section.and_then(|folder| self.section(folder, suffix)) {
            return section;
        }
        if let Some(skipped) = self.skipped(&wanted, written) {
            return skipped;
        }
        let beside = self.content.join(&wanted);
        let suffix = suffix.to_string();
        if beside.is_file() {
            let path = beside;
            return Target::File { path, suffix };
        }
        // Some write paths from the root without the slash.
        let (file, public) = (self.content.join(path), self.public.join(path));
        if stays_below(path) && file.is_file() {
            return Target::File { path: file, suffix };
        }
        if stays_below(path) && public.is_file() {
            let url = [&self.base_path, path, &suffix].concat();
            return Target::PublicFile { path: public, url };
        }
        Target::missing(
            &["there is no file `", written, "`"],
            "correct the path, or add the file",
        )
    }

    /// A file of the public folder, by its path from a file of the content folder.
    fn outside(&self, from: &str, path: &str, suffix: &str) -> Option<Target> {
        let file = self.content.join(folder_of(from).unwrap_or("")).join(path);
        let (file, public) = (
            fs::canonicalize(file).ok()?,
            fs::canonicalize(self.public).ok()?,
        );
        let below = file
            .strip_prefix(&public)
            .ok()?
            .to_str()?
            .replace('\\', "/");
        let url = [&self.base_path, &below, suffix].concat();
        let path = self.public.join(below);
        file.is_file().then_some(Target::PublicFile { path, url })
    }

    /// The page of a folder is the list of all that is in the blog.
    fn section(&self, folder: &str, suffix: &str) -> Option<Target> {
        let mut sections = self.sections.iter();
        let section = sections.find(|(_, known)| *known == folder);
        let route = match folder {
            "" => Route::HOME,
            _ if section.is_some() => Route::section(section?.0),
            _ if self.folders.contains(folder) => Route::Archive,
            _ => return None,
        };
        let url = [&self.base_path, &route.path(), suffix].concat();
        Some(Target::Page { url })
    }

    fn skipped(&self, name: &str, written: &str) -> Option<Target> {
        let told = |why: &str| ["`", written, "` ", why].concat();
        Some(match self.skipped.get(name)? {
            SkipReason::Draft | SkipReason::Later => Target::missing(
                &[&told("is a draft, or dated after today")],
                "publish it, or take the link out",
            ),
            SkipReason::Expired => Target::Skipped {
                what: told("has expired"),
                remedy: "take the link out",
            },
            SkipReason::Unreadable => Target::Skipped {
                what: told("cannot be read, and is left out"),
                remedy: "correct its front matter",
            },
            SkipReason::NoText => Target::Skipped {
                what: told("is no text of the site, and left out"),
                remedy: "take the link out",
            },
        })
    }

    fn text(&self, route: &Route, suffix: &str) -> Target {
        let (query, written) = suffix.split_once('#').unwrap_or((suffix, ""));
        let fragment = self.other_headings.id(route, written);
        let fragment = fragment.unwrap_or_else(|| written.into());
        let mark = if suffix.contains('#') { "#" } else { "" };
        Target::Text {
            url: [&self.base_path, &route.path(), query, mark, &fragment].concat(),
            route: route.clone(),
            fragment,
        }
    }
}

/// The paths of lists and feeds.
fn pages(library: &Library) -> HashSet<String> {
    let lists = lists::of(
        &library.tags,
        &library.authors,
        &library.series,
        &library.sections,
        &library.years,
    );
    let lists = lists::FIXED
        .into_iter()
        .chain(lists.map(|(route, _)| route));
    let files = [ATOM_FEED, RSS_FEED, JSON_FEED, SITEMAP].map(String::from);
    lists.map(|route| route.path()).chain(files).collect()
}
