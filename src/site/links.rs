//! Where the links and images of an article lead: to other articles, to files beside it, to pages of the site.

use super::library::Library;
use super::read::Source;
use crate::content::site::Site;
use crate::route::{ATOM_FEED, JSON_FEED, RSS_FEED, Route, SITEMAP};
use percent_encoding::percent_decode_str;
use std::collections::{BTreeSet, HashMap, HashSet};
use std::path::{Path, PathBuf};

/// All that an article may link to.
pub struct Targets<'a> {
    content: &'a Path,
    public: &'a Path,
    base_path: String,
    /// Slugs by files below the content folder.
    articles: HashMap<String, String>,
    unpublished: BTreeSet<String>,
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
    /// To a file of the public folder, published as it is.
    PublicFile { path: PathBuf, url: String },
    /// To a path of this host that is not ours, as far as we know.
    Unknown { url: String },
    /// To nothing.
    Missing { what: String, remedy: &'static str },
}

impl<'a> Targets<'a> {
    pub fn new(
        content: &'a Path,
        public: &'a Path,
        library: &Library,
        unpublished: BTreeSet<String>,
    ) -> Self {
        let base_path = library.site.base_path().into();
        let tags = library.tags.iter().map(|tag| Route::tag(&tag.term.slug));
        let writers = library
            .authors
            .iter()
            .map(|writer| Route::author(&writer.author.id));
        let lists = [Route::HOME, Route::Archive, Route::Tags, Route::Authors]
            .into_iter()
            .chain(tags)
            .chain(writers);
        let files = [ATOM_FEED, RSS_FEED, JSON_FEED, SITEMAP].map(String::from);
        let mut pages: HashSet<String> = lists.map(|route| route.path()).chain(files).collect();
        let mut articles = HashMap::new();
        for Source { file, slug, .. } in library.articles.iter().map(|entry| &entry.source) {
            pages.insert(Route::article(slug).path());
            articles.insert(file.clone(), slug.clone());
        }
        Self {
            content,
            public,
            base_path,
            articles,
            unpublished,
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
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        match decoded.strip_prefix('/') {
            Some(below_root) => self.below_base(below_root, path, suffix),
            None => self.beside(file, &decoded, suffix),
        }
    }

    /// A path from the root is meant from the site's root, wherever that is.
    fn below_base(&self, path: &str, written: &str, suffix: &str) -> Target {
        let route = Route::parse(path);
        let page = route.path();
        let file = self.public.join(path);
        let url = [&self.base_path, written.trim_start_matches('/'), suffix].concat();
        match route {
            Route::Article { slug } if self.pages.contains(&page) => self.article(&slug, suffix),
            _ if self.pages.contains(&page) => {
                let url = [&self.base_path, &page, suffix].concat();
                Target::Page { url }
            }
            _ if self.pages.contains(path) => Target::Page { url },
            _ if stays_below(path) && file.is_file() => Target::PublicFile { path: file, url },
            Route::NotFound => Target::Unknown { url },
            _ => Target::missing(
                &["the site has no page `/", path, "`"],
                "correct the link, or take it out",
            ),
        }
    }

    fn beside(&self, file: &str, path: &str, suffix: &str) -> Target {
        let folder = file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let Some(wanted) = joined(folder, path) else {
            return Target::missing(
                &["`", path, "` lies outside the content folder"],
                "copy the file beside the article",
            );
        };
        let as_file = [&wanted, ".md"].concat();
        let as_folder = [&wanted, "/index.md"].concat();
        if let Some(slug) = [&wanted, &as_file, &as_folder]
            .into_iter()
            .find_map(|file| self.articles.get(file))
        {
            return self.article(slug, suffix);
        }
        if self.unpublished.contains(&wanted) {
            let what = ["`", path, "` is a draft, or dated after today"];
            return Target::missing(&what, "publish it, or take the link out");
        }
        let found = self.content.join(&wanted);
        match found.is_file() {
            true => Target::File {
                path: found,
                suffix: suffix.into(),
            },
            false => Target::missing(
                &["there is no file `", path, "`"],
                "correct the path, or add the file",
            ),
        }
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

impl Site {
    /// A root-relative link to a file of this site.
    pub fn file_href(&self, path: &str) -> String {
        [self.base_path(), path].concat()
    }
}

fn has_scheme(path: &str) -> bool {
    let Some((scheme, _)) = path.split_once(':') else {
        return false;
    };
    scheme.starts_with(|first: char| first.is_ascii_alphabetic())
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte))
}

/// The path from a folder, without `.` and `..`; nothing if it leaves the content folder.
fn joined(folder: &str, path: &str) -> Option<String> {
    let mut segments: Vec<&str> = folder
        .split('/')
        .filter(|segment| !segment.is_empty())
        .collect();
    for segment in path.split('/') {
        match segment {
            "" | "." => {}
            ".." => drop(segments.pop()?),
            name => segments.push(name),
        }
    }
    Some(segments.join("/"))
}

fn stays_below(path: &str) -> bool {
    !path.starts_with('/')
        && !path.contains('\\')
        && !path.split('/').any(|segment| segment == "..")
}
