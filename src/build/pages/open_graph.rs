//! What other sites show when they link here: Open Graph, and the few names that Twitter cards add to it.

use super::meta::Named;
use crate::content::article::{Article, Image};
use crate::content::{moment::Moment, site::Site};
use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use leptos::html::meta;
use leptos::prelude::*;
use std::borrow::Cow;

/// A page as a link to it shows it.
pub struct SocialMeta {
    /// The page's own; empty on the first page of all.
    pub title: String,
    pub description: String,
    image: Option<Image>,
}

impl SocialMeta {
    pub fn new(title: String, description: &str, image: Option<Image>) -> Self {
        Self {
            title,
            description: description.into(),
            image,
        }
    }

    /// Absolute URL of the picture.
    pub fn image_url(&self, site: &Site) -> Option<String> {
        self.image.as_ref().map(|image| site.absolute(&image.src))
    }
}

/// The elements of the head. `url` is the page's own, absolute. A Twitter card takes what it lacks from Open Graph.
#[component]
pub fn OpenGraph<'a>(data: &'a PageData, preview: &'a SocialMeta, url: String) -> impl IntoView {
    let site = &data.site;
    let article = article(data);
    let title = Some(&preview.title).filter(|title| !title.is_empty());
    let image = preview.image.as_ref();
    let kind = match &data.route {
        Route::Article { .. } => "article",
        Route::Author { .. } => "profile",
        Route::Home { .. }
        | Route::Page { .. }
        | Route::Tags
        | Route::Tag { .. }
        | Route::Authors
        | Route::Archive
        | Route::Year { .. }
        | Route::AllSeries
        | Route::Series { .. }
        | Route::Section { .. }
        | Route::You
        | Route::Search
        | Route::Embed
        | Route::Write
        | Route::NotFound => "website",
    };
    let card = match image {
        Some(_) => "summary_large_image",
        None => "summary",
    };
    view! {
        <Property name="og:type" content=kind />
        <Property name="og:site_name" content=&site.title />
        <Property name="og:title" content=title.unwrap_or(&site.title) />
        <Property name="og:description" content=&preview.description />
        <Property name="og:url" content=url />
        <Property name="og:locale" content=locale(site, article) />
        {image.map(|image| view! { <ImageFacts site image /> })}
        <Named name="twitter:card" content=card />
        {article.map(|article| view! { <ArticleFacts site article /> })}
    }
}

#[component]
fn ImageFacts<'a>(site: &'a Site, image: &'a Image) -> impl IntoView {
    let pixels = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
    view! {
        <Property name="og:image" content=site.absolute(&image.src) />
        <Property name="og:image:alt" content=&image.alt />
        <Property name="og:image:width" content=pixels(image.width) />
        <Property name="og:image:height" content=pixels(image.height) />
        <Named name="twitter:image:alt" content=&image.alt />
    }
}

#[component]
fn ArticleFacts<'a>(site: &'a Site, article: &'a Article) -> impl IntoView {
    let time = |moment: Option<Moment>| moment.map_or_else(String::new, |time| time.to_string());
    let modified = article.updated.or(article.published);
    let authors = article.authors.iter();
    let names = authors.clone().map(|author| &author.name);
    let profiles = authors.map(|author| site.page_url(&Route::author(&author.id)));
    let tags = article.tags.iter().map(|tag| &tag.name);
    view! {
        <Property name="article:published_time" content=time(article.published) />
        <Property name="article:modified_time" content=time(modified) />
        {names.map(|name| view! { <Named name="author" content=name /> }).collect_view()}
        {profiles.map(|url| view! { <Property name="article:author" content=url /> }).collect_view()}
        {tags.clone().take(1).map(|tag| view! { <Property name="article:section" content=tag /> }).collect_view()}
        {tags.map(|tag| view! { <Property name="article:tag" content=tag /> }).collect_view()}
    }
}

/// Open Graph wants `property` where HTML has `name`. Nothing where there is nothing to say.
#[component]
fn Property<'a>(name: &'static str, #[prop(into)] content: Cow<'a, str>) -> impl IntoView {
    (!content.is_empty()).then(|| meta().attr("property", name).content(content))
}

fn article(data: &PageData) -> Option<&Article> {
    match &data.content {
        PageContent::Article(article, _) => Some(article),
        _ => None,
    }
}

/// `en-GB` as Open Graph spells it, `en_GB`; it has no spelling for a language without a country.
fn locale(site: &Site, article: Option<&Article>) -> String {
    let own = article.map_or("", |article| &article.lang);
    let language = if own.is_empty() { &site.language } else { own };
    match language.split_once('-') {
        Some((language, country)) if country.len() == 2 => {
            [language, "_", &country.to_ascii_uppercase()].concat()
        }
        _ => String::new(),
    }
}
