//! Addresses in slots: where each leads, and what is asked for there.

use super::{Cleaner, Cleaning};
use crate::build::enrich::media;
use crate::build::enrich::target::Target;
use crate::build::input::config::What;
use crate::build::store::output::Contents;
use crate::content::url::{UrlUse, clean_url, is_external};
use std::borrow::Cow;
use std::path::Path;

/// Attributes that hold an address, by their elements, and what is asked for there.
const ADDRESSES: [(&str, &str, Option<What>); 10] = [
    ("a", "href", None),
    ("link", "href", None),
    ("img", "src", Some(What::Image)),
    ("video", "poster", Some(What::Image)),
    ("video", "src", Some(What::Media)),
    ("audio", "src", Some(What::Media)),
    ("source", "src", Some(What::Media)),
    ("form", "action", Some(What::Form)),
    ("iframe", "src", Some(What::Frame)),
    ("script", "src", Some(What::Script)),
];

/// What is asked for at the address in an attribute, if it is of another host; nothing where the attribute holds none.
pub fn asked_at(element: &str, attribute: &str) -> Option<Option<What>> {
    let address = ADDRESSES
        .iter()
        .find(|(of, name, _)| (*of, *name) == (element, attribute));
    address.map(|(.., what)| *what)
}

impl Cleaner<'_, '_> {
    /// Where an address leads; nothing where that is refused, which is told.
    pub fn address(
        &mut self,
        element: &str,
        url: &str,
        what: Option<What>,
        at: usize,
    ) -> Option<String> {
        if is_external(url.trim()) {
            return self.address_elsewhere(url.trim(), what, at);
        }
        let found = self.cleaning.targets.resolve("", url);
        let resolved = match (found, what) {
            (Target::File { path, suffix }, None | Some(What::Image | What::Media)) => {
                self.cleaning.publish(&path).map(|url| url + &suffix)
            }
            (Target::PublicFile { url, .. }, what) if what != Some(What::Frame) => Some(url),
            (Target::Page { url } | Target::Text { url, .. } | Target::Unknown { url }, None) => {
                Some(url)
            }
            (Target::AsWritten, None) => clean_url(url, UrlUse::Link).map(Cow::into_owned),
            (Target::Missing { what, remedy }, _) => {
                self.error(at, &what, remedy);
                return None;
            }
            _ => None,
        };
        if resolved.is_none() {
            let what = [
                "`",
                url,
                "` is not an address that `<",
                element,
                ">` may have",
            ]
            .concat();
            let remedy = match what.contains("iframe") || what.contains("form") {
                true => {
                    "write one that begins with `https://`, of a host that `allow` in site.json names"
                }
                false => "correct the path, or write it with its host",
            };
            self.error(at, &what, remedy);
        }
        resolved
    }

    fn address_elsewhere(&mut self, url: &str, what: Option<What>, at: usize) -> Option<String> {
        let Some(what) = what else {
            return Some(url.into());
        };
        let allowances = self.cleaning.allowances;
        let refusal = match what {
            What::Image | What::Media => allowances.refusal(what, url),
            _ => allowances.refused(what, url),
        };
        if let Some((what, remedy)) = refusal {
            self.error(at, &what, &remedy);
            return None;
        }
        Some(url.into())
    }
}

impl Cleaning<'_> {
    /// The URL of a file beside the content, which is published with the site.
    fn publish(&mut self, path: &Path) -> Option<String> {
        let real = self.targets.publisher.file(path).ok()?;
        let file = media::file(path, self.cache).ok()?;
        self.files.push((file.path.clone(), Contents::CopyOf(real)));
        Some(self.site.file_href(&file.path))
    }
}
