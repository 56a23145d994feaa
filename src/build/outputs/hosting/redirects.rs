//! Old addresses of articles: each leads to where the article is now.

use crate::build::enrich::site::LoadedSite;
use crate::build::pages::document::written;
use crate::build::pages::head::Policy;
use crate::components::text::unless_empty;
use crate::content::site::Site;
use crate::language::{Words, build_message, page_direction};
use crate::route::Route;
use leptos::prelude::*;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

/// What a path of a URL cannot hold as it is.
const RESERVED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b'`');

/// An old address and a new one.
pub struct Redirect {
    /// Below the base path, decoded: `old/post/` or `old/post.html`.
    alias: String,
    /// From the host's root, as a URL has it.
    pub from: String,
    /// From the host's root.
    pub to: String,
    /// Absolute.
    url: String,
    title: String,
    language: String,
}

impl Redirect {
    /// All that the site's articles ask for, in order of their old addresses.
    pub fn all(loaded: &LoadedSite) -> Vec<Self> {
        let site = &loaded.site;
        let mut redirects: Vec<Self> = (loaded.articles.iter())
            .flat_map(|entry| {
                let aliases = entry.source.facts.aliases.iter();
                aliases.map(|alias| {
                    let title = &entry.article.title;
                    Self::new(site, &alias.text, &entry.article.slug, title)
                })
            })
            .collect();
        redirects.sort_by(|one, other| one.alias.cmp(&other.alias));
        redirects.dedup_by(|one, other| one.alias == other.alias);
        redirects
    }

    fn new(site: &Site, alias: &str, slug: &str, title: &str) -> Self {
        let route = Route::article(slug);
        let encoded = utf8_percent_encode(alias, RESERVED).to_string();
        Self {
            alias: alias.into(),
            from: site.base_path().to_string() + &encoded,
            to: site.href(&route),
            url: site.page_url(&route),
            title: title.into(),
            language: site.language.clone(),
        }
    }

    /// The old address from the host's root, decoded, where it means nothing else in the language of a server.
    pub fn plain_from(&self, base_path: &str) -> Option<String> {
        let is_plain =
            |character: char| character.is_alphanumeric() || "/-_.~ +,=@".contains(character);
        let from = base_path.to_string() + &self.alias;
        from.chars().all(is_plain).then_some(from)
    }

    /// The file that hosts without redirects serve there; none where it would not be taken for a page.
    pub fn html_file(&self) -> Option<String> {
        match self.alias.rsplit_once('.') {
            _ if self.alias.ends_with('/') => Some(self.alias.clone() + "index.html"),
            Some((_, "html" | "htm")) => Some(self.alias.clone()),
            _ => None,
        }
    }

    /// A page that leads on by itself, and has a link for those whose browser does not.
    pub fn html(&self) -> String {
        let refresh = ["0; url=", &self.to].concat();
        let (before, behind) = Words::of(&self.language).around(build_message::MOVED);
        written(view! {
            <!DOCTYPE html>
            <html lang=self.language.as_str() dir=page_direction(&self.language)>
                <head>
                    <meta charset="utf-8" />
                    <Policy policy="default-src 'none'" />
                    <title>{self.title.as_str()}</title>
                    <meta name="robots" content="noindex" />
                    <link rel="canonical" href=self.url.as_str() />
                    <meta http-equiv="refresh" content=refresh />
                </head>
                <body>
                    <p>
                        {unless_empty(before)}
                        <a href=self.to.as_str()>{self.title.as_str()}</a>
                        {unless_empty(behind)}
                    </p>
                </body>
            </html>
        })
    }
}

/// The file `_redirects`.
pub fn file(redirects: &[Redirect]) -> String {
    let line = |redirect: &Redirect| [&redirect.from, " ", &redirect.to, " 301\n"].concat();
    redirects.iter().map(line).collect()
}
