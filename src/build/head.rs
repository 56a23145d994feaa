//! The head of a page: what browsers, feed readers and search engines want to know before the text.

use super::document::Shell;
use super::outputs::feeds;
use super::outputs::icons::Icons;
use super::pages::open_graph::{Preview, named};
use super::pages::structured_data;
use crate::page_data::{PageContent, PageData};
use crate::route::{ATOM_FEED, JSON_FEED, RSS_FEED, Route};
use leptos::prelude::*;

/// The policy comes first, because it holds only for what follows it; then the style sheet, because the page waits for
/// nothing else.
pub fn elements(
    data: &PageData,
    policy: String,
    preview: &Preview,
    shell: &Shell,
) -> impl IntoView + use<> {
    let url = data.canonical_url();
    let reload = shell
        .reload_script
        .clone()
        .map(|src| view! { <script type="module" src=src></script> });
    let structured = structured_data::json(data, &url, preview)
        .map(|json| view! { <script type="application/ld+json">{json}</script> });
    view! {
        <meta charset="utf-8" />
        {leptos::html::meta().http_equiv("Content-Security-Policy").content(policy)}
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{data.site.document_title(&preview.title)}</title>
        {named("description", &preview.description)}
        {robots(data)}
        <link rel="canonical" href=url.clone() />
        {theme(shell)}
        <style></style>
        <script inner_html=shell.first_paint.clone()></script>
        <script type="module" async src=shell.start_script.clone()></script>
        {messages(shell)}
        {reload}
        {icons(shell)}
        {feeds(data, shell)}
        {oembed(data)}
        {preview.elements(data, &url)}
        {structured}
    }
}

/// For the app, which begins when the page is painted and finds the file by this element.
fn messages(shell: &Shell) -> impl IntoView + use<> {
    shell.messages.clone().map(|href| {
        leptos::html::link()
            .rel("preload")
            .r#as("fetch")
            .crossorigin("anonymous")
            .fetchpriority("low")
            .href(href)
    })
}

/// Articles may be shown with their picture; a page that says "not found" is not to be found.
fn robots(data: &PageData) -> impl IntoView + use<> {
    named(
        "robots",
        match &data.content {
            PageContent::NotFound => "noindex",
            PageContent::Article(..) => "max-image-preview:large",
            _ => "",
        },
    )
}

fn theme(shell: &Shell) -> impl IntoView + use<> {
    let colors = shell.theme_colors.clone().map(|(light, dark)| {
        view! {
            {theme_color("(prefers-color-scheme: light)", light)}
            {theme_color("(prefers-color-scheme: dark)", dark)}
        }
    });
    view! {
        <meta name="color-scheme" content="light dark" />
        {colors}
    }
}

fn theme_color(media: &'static str, color: String) -> impl IntoView {
    leptos::html::meta()
        .name("theme-color")
        .attr("media", media)
        .content(color)
}

fn icons(shell: &Shell) -> impl IntoView + use<> {
    let Icons {
        icon,
        touch_icon,
        manifest,
    } = &shell.icons;
    let touch_icon = touch_icon
        .clone()
        .map(|href| view! { <link rel="apple-touch-icon" href=href /> });
    view! {
        <link rel="icon" href=icon.clone() />
        {touch_icon}
        <link rel="manifest" href=manifest.clone() />
    }
}

/// The feeds of the site, of what this page lists, and of the series that it is a part of.
fn feeds(data: &PageData, shell: &Shell) -> impl IntoView + use<> {
    let site = &data.site;
    let own = match (&data.content, &data.route) {
        (PageContent::List(list), Route::Tag { .. }) => Some(list.title.as_str()),
        (PageContent::List(list), Route::Author { .. }) => {
            list.author.as_ref().map(|author| author.name.as_str())
        }
        _ => None,
    };
    let own = own.and_then(|name| Some((data.route.feed_folder()?, feeds::title(site, name))));
    let series = match &data.content {
        PageContent::Article(article, _) => article.series.as_ref().and_then(|series| {
            let folder = shell.series_folders.get(&series.name)?.clone();
            Some((folder, feeds::title(site, &series.name)))
        }),
        _ => None,
    };
    let whole = (String::new(), site.title.clone());
    let lists = [Some(whole), own, series].into_iter().flatten();
    let links = lists.flat_map(|(folder, title)| {
        FEEDS.map(|(kind, file)| {
            let href = [site.base_path(), &folder, file].concat();
            view! { <link rel="alternate" type=kind title=title.clone() href=href /> }
        })
    });
    links.collect::<Vec<_>>()
}

const FEEDS: [(&str, &str); 3] = [
    ("application/atom+xml", ATOM_FEED),
    ("application/rss+xml", RSS_FEED),
    ("application/feed+json", JSON_FEED),
];

fn oembed(data: &PageData) -> impl IntoView + use<> {
    let article = matches!(data.content, PageContent::Article(..));
    let path = data.route.oembed_path().filter(|_| article);
    path.map(|path| {
        let href = data.site.base_url.clone() + &path;
        let title = data.heading();
        view! { <link rel="alternate" type="application/json+oembed" title=title href=href /> }
    })
}
