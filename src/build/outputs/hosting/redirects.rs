//! Old addresses, of articles and other pages: each leads to where the page is now.

use crate::build::enrich::rendered_site::LoadedSite;
use crate::build::model::{lists, old_pages::OldPage};
use crate::build::pages::document::written;
use crate::build::pages::head::Policy;
use crate::components::optional_text::unless_empty;
use crate::content::site::Site;
use crate::i18n::{Translator, build_message, page_direction};
use crate::route::Route;
use leptos::prelude::*;
use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};
use std::collections::HashSet;

/// What a path of a URL cannot hold as it is.
const RESERVED: &AsciiSet = &CONTROLS.add(b' ').add(b'"').add(b'%').add(b'`');

/// An old address and a new one.
pub struct Redirect {
    /// Below the base path, decoded: `old/post/` or `old/post.html`.
    alias: String,
    /// What stands behind a `?`, as in `/?p=123`; mostly nothing.
    query: String,
    /// From the host's root, as a URL has it, without the query.
    pub from: String,
    /// From the host's root.
    pub to: String,
    /// Absolute.
    url: String,
    title: String,
    language: String,
}

impl Redirect {
    /// All that articles and pages ask for, and all addresses that pages had elsewhere, in order of the old addresses. Where there
    /// is a page now, it stays.
    pub fn all(loaded: &LoadedSite) -> Vec<Self> {
        let site = &loaded.site;
        let mut redirects: Vec<Self> = (loaded.texts())
            .flat_map(|entry| {
                let (source, title) = (&entry.source, &entry.article.title);
                let route = source.route();
                let aliases = source.front_matter.aliases.iter().map(|alias| &alias.text);
                let addresses = aliases.chain(&source.addresses);
                addresses.map(move |address| Self::new(site, address, &route, title))
            })
            .collect();
        let title = |page: &OldPage| Self::new(site, &page.address, &page.route, &site.title);
        redirects.extend(loaded.old_pages.iter().map(title));
        let taken = paths(loaded);
        redirects.retain(|redirect| !redirect.query.is_empty() || !taken.contains(&redirect.alias));
        redirects.sort_by(|one, other| (&one.alias, &one.query).cmp(&(&other.alias, &other.query)));
        redirects.dedup_by(|one, other| one.alias == other.alias && one.query == other.query);
        redirects
    }

    fn new(site: &Site, address: &str, route: &Route, title: &str) -> Self {
        let (alias, query) = address.split_once('?').unwrap_or((address, ""));
        let encoded = utf8_percent_encode(alias, RESERVED).to_string();
        Self {
            alias: alias.into(),
            query: query.into(),
            from: site.base_path().to_string() + &encoded,
            to: site.href(route),
            url: site.page_url(route),
            title: title.into(),
            language: site.language.clone(),
        }
    }

    /// The names and values of its query, of which most have none.
    pub fn query(&self) -> impl Iterator<Item = (&str, &str)> {
        let pairs = self.query.split('&').filter(|pair| !pair.is_empty());
        pairs.map(|pair| pair.split_once('=').unwrap_or((pair, "")))
    }

    /// The whole of what is asked for, where that has a query.
    pub fn with_query(&self) -> Option<String> {
        let is_plain =
            |character: char| character.is_ascii_alphanumeric() || "&=-_.~+%".contains(character);
        let is_usable = !self.query.is_empty() && self.query.chars().all(is_plain);
        is_usable.then(|| [&self.from, "?", &self.query].concat())
    }

    /// The old address from the host's root, decoded, where it means nothing else in the language of a server.
    pub fn plain_from(&self, base_path: &str) -> Option<String> {
        let is_plain =
            |character: char| character.is_alphanumeric() || "/-_.~ +,=@".contains(character);
        let from = base_path.to_string() + &self.alias;
        (self.query.is_empty() && from.chars().all(is_plain)).then_some(from)
    }

    /// The file that hosts without redirects serve there; none where it would not be taken for a page.
    pub fn html_file(&self) -> Option<String> {
        match self.alias.rsplit_once('.') {
            _ if !self.query.is_empty() => None,
            _ if self.alias.ends_with('/') => Some(self.alias.clone() + "index.html"),
            Some((_, "html" | "htm")) => Some(self.alias.clone()),
            _ => None,
        }
    }

    /// A page that leads on by itself, and has a link for those whose browser does not.
    pub fn html(&self) -> String {
        let refresh = ["0; url=", &self.to].concat();
        let (before, behind) = Translator::of(&self.language).around(build_message::MOVED);
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

/// The paths of all pages that there are.
fn paths(loaded: &LoadedSite) -> HashSet<String> {
    let texts = loaded.texts().map(|entry| entry.source.route());
    let lists = loaded.lists().map(|(route, _)| route);
    let routes = texts.chain(lists).chain(lists::FIXED);
    routes.map(|route| route.path()).collect()
}

/// The file `_redirects`.
pub fn file(redirects: &[Redirect]) -> String {
    // Netlify wants the parts of a query as words of their own.
    let line = |redirect: &Redirect| {
        let query: String = redirect
            .query()
            .map(|(name, value)| [" ", name, "=", value].concat())
            .collect();
        [&redirect.from, &query, " ", &redirect.to, " 301\n"].concat()
    };
    redirects.iter().map(line).collect()
}
