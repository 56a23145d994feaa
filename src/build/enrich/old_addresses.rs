//! Where articles and pages were under the system that the blog was written for, to be looked up by links.

use crate::build::model::library::Library;
use crate::route::Route;
use std::collections::HashMap;

/// Addresses of articles and pages, as `key` has them.
pub struct OldAddresses {
    /// Of articles and pages.
    texts: HashMap<String, Route>,
    /// The address that each file of a text had, and the other way round.
    of_files: HashMap<String, String>,
    files: HashMap<String, String>,
    /// Paths.
    pages: HashMap<String, String>,
}

impl OldAddresses {
    pub fn of(library: &Library) -> Self {
        let (mut texts, mut of_files) = (HashMap::new(), HashMap::new());
        let mut files = HashMap::new();
        // Of two that had one address the newer counts, which comes first.
        let entries = library.pages.iter().chain(library.articles.iter().rev());
        for source in entries.map(|entry| &entry.source) {
            let had = source.addresses.iter();
            texts.extend(had.map(|address| (key(address), source.route())));
            if let Some(own) = source.addresses.first() {
                files.insert(key(own), source.file.clone());
                of_files.insert(source.file.clone(), own.clone());
            }
        }
        let pages = library.old_pages.iter();
        let pages = pages.map(|page| (key(&page.address), page.route.path()));
        Self {
            texts,
            of_files,
            files,
            pages: pages.collect(),
        }
    }

    /// The article or page that was at a path.
    pub fn text(&self, path: &str) -> Option<&Route> {
        self.texts.get(&key(path))
    }

    /// The path of the page that was at another.
    pub fn page(&self, path: &str) -> Option<&String> {
        self.pages.get(&key(path))
    }

    /// The file of the text whose own address this was.
    pub fn file(&self, address: &str) -> Option<&str> {
        self.files.get(&key(address)).map(String::as_str)
    }

    /// The folder that links in a file's text were relative to.
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
