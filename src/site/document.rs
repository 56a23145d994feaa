//! A finished page as one HTML document: the head, the site's header, the page, the site's footer.
//!
//! There is no inline script and no `style` attribute in it: the Content-Security-Policy allows neither.

use super::output::Contents;
use super::structured_data;
use crate::components::{site_footer, site_header};
use crate::content::article::{Article, Image};
use crate::content::site::Site;
use crate::html::{Node, element, link};
use crate::page_data::{PageContent, PageData};
use crate::pages;
use crate::route::ATOM_FEED;
use leptos::prelude::*;
use std::sync::Arc;

/// What is the same on every page.
pub struct Shell {
    pub style_sheet: Arc<str>,
    /// URL of the script that brings the page to life.
    pub start_script: String,
    /// URL of the script that loads the page anew after a change; for `recto serve` alone.
    pub reload_script: Option<String>,
    /// The colour of the browser's own surfaces, for light and dark.
    pub theme_colors: Option<(String, String)>,
    /// URL of the site's icon.
    pub icon: Option<String>,
}

/// The whole document.
pub fn html(data: PageData, description: &str, shell: &Shell) -> Contents {
    let language = data.site.language.clone();
    let direction = is_written_from_the_right(&language).then_some("rtl");
    let document = view! {
        <!DOCTYPE html>
        <html lang=language dir=direction>
            <head>{head(&data, description, shell)}</head>
            <body inner_html=body(&data)></body>
        </html>
    };
    let html = document.to_html();
    // The first such tag is ours: no text before it holds a `<` that is not escaped.
    let style_at = html.find(STYLE).map_or(0, |at| at + STYLE.len());
    Contents::Page {
        html,
        style_sheet: shell.style_sheet.clone(),
        style_at,
    }
}

const STYLE: &str = "<style>";

fn head(data: &PageData, description: &str, shell: &Shell) -> impl IntoView + use<> {
    let site = &data.site;
    let url = data.canonical_url();
    let feed = [&site.base_url, ATOM_FEED].concat();
    let is_missing = matches!(data.content, PageContent::NotFound);
    let reload = shell
        .reload_script
        .clone()
        .map(|src| view! { <script type="module" src=src></script> });
    let icon = shell
        .icon
        .clone()
        .map(|href| view! { <link rel="icon" href=href /> });
    view! {
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{data.document_title()}</title>
        {named("description", description)}
        {is_missing.then(|| view! { <meta name="robots" content="noindex" /> })}
        <link rel="canonical" href=url.clone() />
        {theme(shell)}
        <style></style>
        <script type="module" async src=shell.start_script.clone()></script>
        {reload}
        {icon}
        <link rel="alternate" type="application/atom+xml" title=site.title.clone() href=feed />
        {sharing(data, &url, description)}
    }
}

fn body(data: &PageData) -> String {
    let main = element("main", "")
        .attribute("id", "recto-main")
        .attribute("tabindex", "-1");
    let announcer = element("div", "visually-hidden")
        .attribute("id", "recto-announcer")
        .attribute("role", "status")
        .attribute("aria-live", "polite");
    let body = Node::Fragment(vec![
        link("skip-link", "#recto-main", "Skip to content").into(),
        site_header::view(&data.site, &data.route).into(),
        main.child(pages::view(data)).into(),
        site_footer::view(&data.site).into(),
        announcer.into(),
    ]);
    body.to_html()
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

/// What other sites show when they link here, and what search engines want to know.
fn sharing(data: &PageData, url: &str, description: &str) -> impl IntoView + use<> {
    let site = &data.site;
    let title = Some(data.heading())
        .filter(|heading| !heading.is_empty())
        .unwrap_or_else(|| site.title.clone());
    let article = match &data.content {
        PageContent::Article(article, _) => Some(&**article),
        _ => None,
    };
    let image = article.and_then(|article| article.cover.as_ref());
    let image = image.map(|image| (absolute(site, &image.src), image));
    let card = if image.is_some() {
        "summary_large_image"
    } else {
        "summary"
    };
    let structured = article.map(|article| {
        let image = image.as_ref().map(|(src, _)| src.as_str());
        structured_data::blog_posting(site, article, url, image)
    });
    view! {
        {property("og:type", if article.is_some() { "article" } else { "website" })}
        {property("og:site_name", &site.title)}
        {property("og:title", &title)}
        {property("og:description", description)}
        {property("og:url", url)}
        {image.map(|(src, image)| image_properties(&src, image))}
        {named("twitter:card", card)}
        {article.map(article_properties)}
        {structured.map(|json| view! { <script type="application/ld+json">{json}</script> })}
    }
}

fn image_properties(src: &str, image: &Image) -> impl IntoView + use<> {
    let pixels = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
    view! {
        {property("og:image", src)}
        {property("og:image:alt", &image.alt)}
        {property("og:image:width", &pixels(image.width))}
        {property("og:image:height", &pixels(image.height))}
    }
}

fn article_properties(article: &Article) -> impl IntoView + use<> {
    let published = article
        .published
        .map_or_else(String::new, |date| date.to_string());
    let modified = article
        .updated
        .or(article.published)
        .map_or_else(String::new, |date| date.to_string());
    let authors = article
        .authors
        .iter()
        .map(|author| named("author", &author.name));
    let tags = article
        .tags
        .iter()
        .map(|tag| property("article:tag", &tag.name));
    view! {
        {property("article:published_time", &published)}
        {property("article:modified_time", &modified)}
        {authors.collect::<Vec<_>>()}
        {tags.collect::<Vec<_>>()}
    }
}

/// Nothing where there is nothing to say.
fn named(name: &'static str, content: &str) -> Option<impl IntoView + use<>> {
    let content = content.to_string();
    (!content.is_empty()).then(|| view! { <meta name=name content=content /> })
}

/// Open Graph wants `property` where HTML has `name`.
fn property(name: &'static str, content: &str) -> Option<impl IntoView + use<>> {
    let content = content.to_string();
    (!content.is_empty()).then(|| leptos::html::meta().attr("property", name).content(content))
}

/// A URL as other sites need it.
fn absolute(site: &Site, url: &str) -> String {
    match url.strip_prefix(site.base_path()) {
        Some(path) if url.starts_with('/') => [&site.base_url, path].concat(),
        _ => url.into(),
    }
}

fn is_written_from_the_right(language: &str) -> bool {
    let code = language.split('-').next().unwrap_or(language);
    matches!(
        code,
        "ar" | "arc" | "ckb" | "dv" | "fa" | "he" | "ps" | "sd" | "ug" | "ur" | "yi"
    )
}
