//! The head of a page: what browsers, feed readers and search engines want to know before the text.

use super::meta::Named;
use super::open_graph::{OpenGraph, SocialMeta};
use super::shell::Shell;
use crate::page_data::{PageContent, PageData};
use crate::route::{ATOM_FEED, JSON_FEED, OPEN_SEARCH, RSS_FEED, Route};
use leptos::either::Either;
use leptos::html::meta;
use leptos::prelude::*;
use std::borrow::Cow;

/// The policy comes first, because it holds only for what follows it; then the style sheet, because the page waits for
/// nothing else.
#[component]
pub fn Head<'a>(
    data: &'a PageData,
    policy: &'a str,
    preview: &'a SocialMeta,
    shell: &'a Shell,
) -> impl IntoView {
    let url = data.canonical_url().to_string();
    view! {
        <meta charset="utf-8" />
        <Policy policy />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{data.site.document_title(&preview.title)}</title>
        <Named name="description" content=&preview.description />
        <Robots data shell />
        <link rel="canonical" href=url.clone() />
        <Theme shell />
        <Fonts shell />
        <style></style>
        <script>{shell.scripts.first_paint.as_str()}</script>
        <Reload shell />
        <Icons data shell />
        <Feeds data shell />
        <Search data />
        <OEmbed data />
        <OpenGraph data preview url />
    }
}

/// The Content-Security-Policy.
#[component]
pub fn Policy<'a>(#[prop(into)] policy: Cow<'a, str>) -> impl IntoView {
    view! { <meta http-equiv="Content-Security-Policy" content=policy /> }
}

/// Articles may be shown with their picture; a page that says "not found" is not to be found.
#[component]
fn Robots<'a>(data: &'a PageData, shell: &'a Shell) -> impl IntoView {
    let is_hidden = [Route::NotFound, Route::Write].contains(&data.route)
        || shell.unindexed.contains(&data.route);
    let content = match &data.content {
        _ if is_hidden => "noindex",
        PageContent::Article(..) => "max-image-preview:large",
        _ => "",
    };
    view! { <Named name="robots" content /> }
}

#[component]
fn Theme<'a>(shell: &'a Shell) -> impl IntoView {
    let colors = shell.theme_colors.as_ref().map(|(light, dark)| {
        view! {
            <ThemeColor media="(prefers-color-scheme: light)" color=light />
            <ThemeColor media="(prefers-color-scheme: dark)" color=dark />
        }
    });
    view! {
        <meta name="color-scheme" content="light dark" />
        {colors}
    }
}

#[component]
fn ThemeColor<'a>(media: &'static str, color: &'a str) -> impl IntoView {
    meta()
        .name("theme-color")
        .attr("media", media)
        .content(color)
}

/// The publisher's: the style that names them is read too late for a first text without a change of faces.
#[component]
fn Fonts<'a>(shell: &'a Shell) -> impl IntoView {
    let fonts = shell.style.fonts.iter();
    let links = fonts.map(|font| {
        let (href, kind) = (font.href.as_str(), font.media_type);
        view! { <link rel="preload" r#as="font" type=kind href=href crossorigin /> }
    });
    links.collect_view()
}

#[component]
fn Reload<'a>(shell: &'a Shell) -> impl IntoView {
    let script = shell.reload_script.as_deref();
    script.map(|src| view! { <script type="module" src=src></script> })
}

/// Browsers ask for these before they paint the text, so readers with scripts get them from the start script. Search
/// engines take the icon from the first page, and may run none.
#[component]
fn Icons<'a>(data: &'a PageData, shell: &'a Shell) -> impl IntoView {
    let icons = &shell.icons;
    let touch_icon = icons.touch_icon.as_deref();
    let links = view! {
        <link rel="icon" href=icons.icon.as_str() />
        {touch_icon.map(|href| view! { <link rel="apple-touch-icon" href=href /> })}
        <link rel="manifest" href=icons.manifest.as_str() />
    };
    match data.route == Route::HOME {
        true => Either::Left(links),
        false => Either::Right(view! { <noscript>{links}</noscript> }),
    }
}

/// The feeds of the site, of what this page lists, and of the series that it is a part of.
#[component]
fn Feeds<'a>(data: &'a PageData, shell: &'a Shell) -> impl IntoView {
    let site = &data.site;
    let whole = (String::new(), site.title.clone());
    let lists = [Some(whole), own_feeds(data), series_feeds(data, shell)];
    let links = lists.into_iter().flatten().flat_map(|(folder, title)| {
        FEEDS.map(|(kind, file)| {
            let href = [site.base_path(), &folder, file].concat();
            view! { <link rel="alternate" type=kind title=title.clone() href=href /> }
        })
    });
    links.collect_view()
}

/// The folder of the feeds of what this page lists, and their title.
fn own_feeds(data: &PageData) -> Option<(String, String)> {
    let PageContent::List(list, _) = &data.content else {
        return None;
    };
    let name = match &data.route {
        Route::Tag { .. } | Route::Series { .. } | Route::Section { .. } => &list.title,
        Route::Author { .. } => &list.author.as_ref()?.name,
        Route::Home { .. }
        | Route::Article { .. }
        | Route::Page { .. }
        | Route::Tags
        | Route::Authors
        | Route::Archive
        | Route::Year { .. }
        | Route::AllSeries
        | Route::You
        | Route::Search
        | Route::Embed
        | Route::Write
        | Route::NotFound => return None,
    };
    Some((data.route.feed_folder()?, data.site.feed_title(name)))
}

/// The same of the series that the article is a part of.
fn series_feeds(data: &PageData, shell: &Shell) -> Option<(String, String)> {
    let PageContent::Article(article, _) = &data.content else {
        return None;
    };
    let name = &article.series.as_ref()?.name;
    let folder = shell.series_folders.get(name)?.clone();
    Some((folder, data.site.feed_title(name)))
}

const FEEDS: [(&str, &str); 3] = [
    ("application/atom+xml", ATOM_FEED),
    ("application/rss+xml", RSS_FEED),
    ("application/feed+json", JSON_FEED),
];

/// Browsers look for it where a reader arrives or searches, so no other page pays for it.
#[component]
fn Search<'a>(data: &'a PageData) -> impl IntoView {
    let is_there = [Route::HOME, Route::Search].contains(&data.route);
    is_there.then(|| {
        let kind = "application/opensearchdescription+xml";
        let (title, href) = (data.site.title.clone(), data.site.file_href(OPEN_SEARCH));
        view! { <link rel="search" type=kind title=title href=href /> }
    })
}

#[component]
fn OEmbed<'a>(data: &'a PageData) -> impl IntoView {
    let article = matches!(data.content, PageContent::Article(..));
    let path = data.route.oembed_path().filter(|_| article);
    path.map(|path| {
        let href = data.site.base_url.clone() + &path;
        let title = data.heading();
        view! { <link rel="alternate" type="application/json+oembed" title=title href=href /> }
    })
}
