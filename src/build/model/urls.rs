//! Absolute URLs of this site, as other sites and machines need them.

use crate::content::site::Site;
use crate::route::Route;

impl Site {
    /// Scheme and host of the base URL, without a slash at the end.
    pub fn origin(&self) -> &str {
        self.base_url
            .strip_suffix(self.base_path())
            .unwrap_or(&self.base_url)
    }

    /// The URL of a page.
    pub fn page_url(&self, route: &Route) -> String {
        self.base_url.clone() + &route.path()
    }

    /// A root-relative link to a file of this site.
    pub fn file_href(&self, path: &str) -> String {
        [self.base_path(), path].concat()
    }

    /// What a feed is called, of the site or of a tag, author or series: `rust · A Blog`.
    pub fn feed_title(&self, name: &str) -> String {
        match name.is_empty() {
            true => self.title.clone(),
            false => [name, " · ", &self.title].concat(),
        }
    }

    /// A root-relative URL with the host before it; any other as it is.
    pub fn absolute(&self, url: &str) -> String {
        match url.starts_with('/') && !url.starts_with("//") {
            true => [self.origin(), url].concat(),
            false => url.into(),
        }
    }
}
