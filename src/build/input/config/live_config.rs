//! `live` and `content_url` in site.json: whether the app looks for articles that were published without a build, and where.

use super::allow::is_host;
use super::base_url::is_base_url;
use super::json_file::JsonFile;
use crate::build::diagnostics::problem::Problems;
use crate::content::url::authority;

/// Where articles are published without a build.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LiveConfig {
    /// On another host, with a slash at the end; nothing for the site itself.
    pub url: Option<String>,
}

impl LiveConfig {
    /// Nothing where the publisher wants no such articles.
    pub fn read<T>(file: &JsonFile<T>, problems: &mut Problems) -> Option<Self> {
        let is_live = file.truth("live", problems);
        if file.tree.get("content_url").is_none() {
            return is_live.then_some(Self { url: None });
        }
        let url = file.text(&["content_url"]);
        if !is_base_url(&url) || !is_host(authority(&url)) {
            let what = ["`", &url, "` is not an absolute URL"];
            let remedy = "write it as `https://bucket.example/blog/`, or take it out";
            file.error(&["content_url"], &what, remedy, problems);
            return None;
        }
        let slash = if url.ends_with('/') { "" } else { "/" };
        Some(Self {
            url: Some([&url, slash].concat()),
        })
    }

    /// As pages say it to the app: empty for the site itself.
    pub fn attribute(&self) -> &str {
        self.url.as_deref().unwrap_or_default()
    }
}
