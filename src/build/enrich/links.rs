//! Where the links and images of an article lead: to other articles, to files beside it, to pages of the site.
//!
//! A link may name an article by its file (`other.md`), by its file from the content folder (`@/posts/other.md`), or by
//! an address that it has (`/articles/other/`), or had where the blog was before (`/posts/other/`, or an alias).

use super::link_path::{climbed, has_scheme, joined, stays_below};
use crate::build::diagnostics::problem::Problems;
use crate::build::input::file_name::{FileName, without_extension};
use crate::build::input::front_matter::old_path;
use crate::build::input::read::{LeftOut, Source};
use crate::build::model::aliases;
use crate::build::model::library::Library;
use crate::build::model::old_pages::old_pages;
use crate::build::run::Inputs;
use crate::content::site::Site;
use crate::route::{ATOM_FEED, JSON_FEED, RSS_FEED, Route, SITEMAP};
use percent_encoding::percent_decode_str;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

/// All that an article may link to.
pub struct Targets<'a> {
    content: &'a Path,
    public: &'a Path,
    base_path: String,
    /// Slugs by files below the content folder, with and without extension, and by the addresses these had elsewhere.
    articles: HashMap<String, String>,
    /// Slugs by addresses that the publisher names.
    aliases: BTreeMap<String, String>,
    /// Slugs by addresses that articles had elsewhere, as `address_key` has them.
    addresses: HashMap<String, String>,
    /// The address that each file had elsewhere.
    address_of: HashMap<String, String>,
    /// Paths of pages by addresses that these had elsewhere.
    old_pages: HashMap<String, String>,
    /// Folders with articles in them.
    folders: HashSet<String>,
    left_out: HashMap<String, LeftOut>,
    /// Paths of pages and feeds, below the base path. Not the later pages of lists: nobody links to them.
    pages: HashSet<String>,
}

/// Where a URL leads.
pub enum Target {
    /// To another site, to a place in the same text, or to a person.
    AsWritten,
    /// To an article, perhaps to a place in it.
    Article {
        slug: String,
        url: String,
        fragment: String,
    },
    /// To something else of this site.
    Page { url: String },
    /// To a file below the content folder, still to be published.
    File { path: PathBuf, suffix: String },
    /// To a file of the public folder, published as it is, or to a page of a folder there.
    PublicFile { path: PathBuf, url: String },
    /// To a path of this host that is not ours, as far as we know.
    Unknown { url: String },
    /// To something that is there but not on the site.
    LeftOut { what: String, remedy: &'static str },
    /// Nowhere, as what is written is no URL.
    NoLink { what: String },
    /// To nothing.
    Missing { what: String, remedy: &'static str },
}

impl<'a> Targets<'a> {
    /// Tells aliases that clash.
    pub fn new(
        inputs: &'a Inputs,
        library: &Library,
        left_out: BTreeMap<String, LeftOut>,
        problems: &mut Problems,
    ) -> Self {
        let tags = library.tags.iter().map(|tag| Route::tag(&tag.term.slug));
        let writers = library
            .authors
            .iter()
            .map(|writer| Route::author(&writer.author.id));
        let lists = [
            Route::HOME,
            Route::Archive,
            Route::Tags,
            Route::Authors,
            Route::Embed,
        ]
        .into_iter()
        .chain(tags)
        .chain(writers);
        let files = [ATOM_FEED, RSS_FEED, JSON_FEED, SITEMAP].map(String::from);
        let mut pages: HashSet<String> = lists.map(|route| route.path()).chain(files).collect();
        let (mut articles, mut folders) = (HashMap::new(), HashSet::new());
        let (mut addresses, mut address_of) = (HashMap::new(), HashMap::new());
        // Of two that had one address the newer counts, which comes first.
        for source in library.articles.iter().rev().map(|entry| &entry.source) {
            let Source { file, slug, .. } = source;
            pages.insert(Route::article(slug).path());
            articles.extend(names(file).into_iter().map(|name| (name, slug.clone())));
            folders.extend(folder_of(file).map(String::from));
            let had = source
                .addresses
                .iter()
                .map(|address| (address_key(address), slug.clone()));
            addresses.extend(had);
            let own = source.addresses.first().cloned();
            address_of.extend(own.map(|address| (file.clone(), address)));
        }
        let old_pages = old_pages(inputs.system, library).into_iter();
        let old_pages = old_pages.map(|page| (address_key(&page.address), page.route.path()));
        let left_out = left_out
            .into_iter()
            .flat_map(|(file, why)| names(&file).into_iter().map(move |name| (name, why)))
            .collect();
        Self {
            content: &inputs.content,
            public: &inputs.public,
            base_path: library.site.base_path().into(),
            articles,
            addresses,
            address_of,
            old_pages: old_pages.collect(),
            aliases: aliases::check(library, &pages, problems),
            folders,
            left_out,
            pages,
        }
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
        // As Windows writes paths.
        let decoded = percent_decode_str(path)
            .decode_utf8_lossy()
            .replace('\\', "/");
        // Zola's way to name a file of the content folder, and Astro's to name one of `src`.
        if let Some(below_content) = decoded.strip_prefix("@/").or(decoded.strip_prefix("~/")) {
            return self.file("", below_content, &decoded, suffix);
        }
        match decoded.strip_prefix('/') {
            Some(below_root) => self.below_base(below_root, path, suffix),
            None => match self.file(file, &decoded, &decoded, suffix) {
                Target::Missing { what, remedy } => self
                    .from_old_address(file, &decoded, suffix)
                    .unwrap_or_else(|| missing(&decoded, what, remedy)),
                found => found,
            },
        }
    }

    /// Where a path leads from the address that the article in `file` had elsewhere.
    fn from_old_address(&self, file: &str, path: &str, suffix: &str) -> Option<Target> {
        let address = self.address_of.get(file)?;
        let folder = address.rsplit_once('/').map_or("", |(folder, _)| folder);
        let below_root = climbed(folder, path);
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
        match route {
            Route::Article { slug } if self.pages.contains(&page) => self.article(&slug, suffix),
            _ if self.pages.contains(&page) => {
                let url = [&self.base_path, &page, suffix].concat();
                Target::Page { url }
            }
            _ if self.pages.contains(path) => Target::Page { url },
            _ if !stays_below(path) => Target::Unknown { url },
            _ if is_file => Target::PublicFile { path: file, url },
            route => self.elsewhere_before(path, suffix).unwrap_or(match route {
                Route::NotFound => Target::Unknown { url },
                _ => Target::missing(
                    &["the site has no page `/", path, "`"],
                    "correct the link, or take it out",
                ),
            }),
        }
    }

    /// What a path from the root leads to where the blog was before: there, articles stand where their files do.
    fn elsewhere_before(&self, path: &str, suffix: &str) -> Option<Target> {
        let place = path.trim_end_matches('/');
        let place = place.strip_suffix(".html").unwrap_or(place);
        // Astro's content lies in `src/content`.
        let of_astro = ["content/", place].concat();
        let key = address_key(path);
        let slug = old_path(path)
            .and_then(|alias| self.aliases.get(&alias.to_ascii_lowercase()))
            .or_else(|| self.addresses.get(&key))
            .or_else(|| self.articles.get(place))
            .or_else(|| self.articles.get(&of_astro));
        if let Some(slug) = slug {
            return Some(self.article(slug, suffix));
        }
        if let Some(page) = self.old_pages.get(&key) {
            let url = [&self.base_path, page, suffix].concat();
            return Some(Target::Page { url });
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
            .or_else(|| self.left_out(place, &["/", path].concat()))
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
        // Elsewhere an article's address is a folder of its own, and that is where a link may lead from.
        let from_page = || self.articles.get(&joined(without_extension(from), path)?);
        if let Some(slug) = self.articles.get(&wanted).or_else(from_page) {
            return self.article(slug, suffix);
        }
        let section = wanted
            .strip_suffix("_index.md")
            .map(|folder| folder.trim_end_matches('/'));
        if let Some(section) = section.and_then(|folder| self.section(folder, suffix)) {
            return section;
        }
        if let Some(left_out) = self.left_out(&wanted, written) {
            return left_out;
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
        let route = match folder {
            "" => Route::HOME,
            _ if self.folders.contains(folder) => Route::Archive,
            _ => return None,
        };
        let url = [&self.base_path, &route.path(), suffix].concat();
        Some(Target::Page { url })
    }

    fn left_out(&self, name: &str, written: &str) -> Option<Target> {
        let told = |why: &str| ["`", written, "` ", why].concat();
        Some(match self.left_out.get(name)? {
            LeftOut::Draft | LeftOut::Later => Target::missing(
                &[&told("is a draft, or dated after today")],
                "publish it, or take the link out",
            ),
            LeftOut::Expired => Target::LeftOut {
                what: told("has expired"),
                remedy: "take the link out",
            },
            LeftOut::Unreadable => Target::LeftOut {
                what: told("cannot be read, and is left out"),
                remedy: "correct its head",
            },
            LeftOut::Page => Target::LeftOut {
                what: told("is not an article, and left out"),
                remedy: "make it one, or take the link out",
            },
        })
    }

    fn article(&self, slug: &str, suffix: &str) -> Target {
        let url = [&self.base_path, &Route::article(slug).path(), suffix].concat();
        let fragment = suffix.split_once('#').map_or("", |(_, fragment)| fragment);
        Target::Article {
            slug: slug.into(),
            url,
            fragment: fragment.into(),
        }
    }
}

impl Target {
    fn missing(what: &[&str], remedy: &'static str) -> Self {
        Self::Missing {
            what: what.concat(),
            remedy,
        }
    }
}

/// What leads nowhere. A word, or dots, in the place of a path only look like one.
fn missing(path: &str, what: String, remedy: &'static str) -> Target {
    let is_word = !path.contains(['.', '/']) || path.bytes().all(|byte| byte == b'.');
    match is_word {
        true => Target::NoLink { what },
        false => Target::Missing { what, remedy },
    }
}

/// Whether somebody wrote the address of an e-mail in the place of a URL.
fn is_mail(path: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && !part.contains(['/', '@']);
    let parts = path.split_once('@');
    parts.is_some_and(|(name, host)| is_name(name) && is_name(host) && host.contains('.'))
}

/// An address without what tells nothing: slashes at its ends, `index.html`, `.html`, capitals.
fn address_key(address: &str) -> String {
    let path = address.trim_matches('/');
    let path = path
        .strip_suffix("index.html")
        .unwrap_or(path)
        .trim_end_matches('/');
    path.strip_suffix(".html").unwrap_or(path).to_lowercase()
}

/// All that a file may be called by: as it is, without its extension, of an `index.md` its folder, and of a post of
/// Jekyll the address with its date.
fn names(file: &str) -> Vec<String> {
    let stem = without_extension(file);
    let place = stem.strip_suffix("/index").unwrap_or(stem);
    let name = FileName::of(file, &[]);
    let dated = name.date.filter(|_| name.is_post);
    let of_jekyll = dated.map(|moment| {
        let date = moment.date().to_string().replace('-', "/");
        [&date, "/", name.stem].concat()
    });
    let mut names = vec![file.into(), place.into()];
    names.extend(of_jekyll);
    names
}

fn folder_of(file: &str) -> Option<&str> {
    file.rsplit_once('/').map(|(folder, _)| folder)
}

impl Site {
    /// A root-relative link to a file of this site.
    pub fn file_href(&self, path: &str) -> String {
        [self.base_path(), path].concat()
    }
}
