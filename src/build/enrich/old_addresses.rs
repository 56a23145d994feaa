//! Where articles and other pages were under the system that the blog was written for, to be looked up by links.

use crate::build::model::library::Library;
use std::collections::HashMap;

/// Addresses of articles and pages, as `key` has them.
pub struct OldAddresses {
    /// Slugs.
    articles: HashMap<String, String>,
    /// The address that each file of an article had, and the other way round.
    of_files: HashMap<String, String>,
    files: HashMap<String, String>,
    /// Paths.
    pages: HashMap<String, String>,
}

impl OldAddresses {
    pub fn of(library: &Library) -> Self {
        let (mut articles, mut of_files) = (HashMap::new(), HashMap::new());
        let mut files = HashMap::new();
        // Of two that had one address the newer counts, which comes first.
        for source in library.articles.iter().rev().map(|entry| &entry.source) {
            let had = source.addresses.iter();
            articles.extend(had.map(|address| (key(address), source.slug.clone())));
            if let Some(own) = source.addresses.first() {
                files.insert(key(own), source.file.clone());
                of_files.insert(source.file.clone(), own.clone());
            }
        }
        let pages = library.old_pages.iter();
        let pages = pages.map(|page| (key(&page.address), page.route.path()));
        Self {
            articles,
            of_files,
            files,
            pages: pages.collect(),
        }
    }

    /// The slug of the article that was at a path.
    pub fn article(&self, path: &str) -> Option<&String> {
        self.articles.get(&key(path))
    }

    /// The path of the page that was at another.
    pub fn page(&self, path: &str) -> Option<&String> {
        self.pages.get(&key(path))
    }

    /// The file of the article whose own address this was.
    pub fn file(&self, address: &str) -> Option<&str> {
        self.files.get(&key(address)).map(String::as_str)
    }

    /// The folder that links in a file's article were relative to.
    pub fn folder(&self, file: &str) -> Option<&str> {
        let address = self.of_files.get(file)?;
        Some(address.rsplit_once('/').map_or("", |(folder, _)| folder))
    }
}

/// An address without what tells nothing: slashes at its ends, `index.html`, `.html`, capitals.
fn key(address: &str) -> String {
    let path = address.trim_matches('/');
    let path = path
        .strip_suffix("index.html")
        .unwrap_or(path)
        .trim_end_matches('/');
    path.strip_suffix(".html").unwrap_or(path).to_lowercase()
}
