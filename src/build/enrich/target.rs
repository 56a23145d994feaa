//! What a link leads to.

use crate::route::Route;
use std::path::PathBuf;

/// Where a URL leads.
pub enum Target {
    /// To another site, to a place in the same text, or to a person.
    AsWritten,
    /// To an article or a page, perhaps to a place in it.
    Text {
        route: Route,
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
    Skipped { what: String, remedy: &'static str },
    /// Nowhere, as what is written is no URL.
    NoLink { what: String },
    /// To nothing.
    Missing { what: String, remedy: &'static str },
}

impl Target {
    pub(super) fn missing(what: &[&str], remedy: &'static str) -> Self {
        Self::Missing {
            what: what.concat(),
            remedy,
        }
    }
}

/// What leads nowhere. A word, or dots, in the place of a path only look like one.
pub(super) fn missing(path: &str, what: String, remedy: &'static str) -> Target {
    let is_word = !path.contains(['.', '/']) || path.bytes().all(|byte| byte == b'.');
    match is_word {
        true => Target::NoLink { what },
        false => Target::Missing { what, remedy },
    }
}

/// Whether somebody wrote the address of an e-mail in the place of a URL.
pub(super) fn is_mail(path: &str) -> bool {
    let is_name = |part: &str| !part.is_empty() && !part.contains(['/', '@']);
    let parts = path.split_once('@');
    parts.is_some_and(|(name, host)| is_name(name) && is_name(host) && host.contains('.'))
}
