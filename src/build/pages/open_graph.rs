//! What other sites show when they link here: Open Graph, and the few names that Twitter cards add to it.

use crate::content::article::{Article, Image};
use crate::content::{date::Date, site::Site};
use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use leptos::prelude::*;

/// A page as a link to it shows it.
pub struct Preview {
    /// The page's own; empty on the first page of all.
    pub title: String,
    pub description: String,
    image: Option<Image>,
}

impl Preview {
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

    /// The elements of the head. `url` is the page's own, absolute. A Twitter card takes what it lacks from Open Graph.
    pub fn elements(&self, data: &PageData, url: &str) -> impl IntoView + use<> {
        let site = &data.site;
        let article = article(data);
        let title = Some(&self.title).filter(|title| !title.is_empty());
        let title = title.unwrap_or(&site.title);
        let (kind, card) = match (&data.content, &self.image) {
            (PageContent::Article(..), Some(_)) => ("article", "summary_large_image"),
            (PageContent::Article(..), None) => ("article", "summary"),
            _ if matches!(data.route, Route::Author { .. }) => ("profile", "summary"),
            _ => ("website", "summary"),
        };
        view! {
            {property("og:type", kind)}
            {property("og:site_name", &site.title)}
            {property("og:title", title)}
            {property("og:description", &self.description)}
            {property("og:url", url)}
            {locale(site, article).map(|locale| property("og:locale", &locale))}
            {self.image.as_ref().map(|image| image_elements(site, image))}
            {named("twitter:card", card)}
            {article.map(|article| article_elements(site, article))}
        }
    }
}

fn image_elements(site: &Site, image: &Image) -> impl IntoView + use<> {
    let pixels = |count: Option<u32>| count.map_or_else(String::new, |count| count.to_string());
    view! {
        {property("og:image", &site.absolute(&image.src))}
        {property("og:image:alt", &image.alt)}
        {property("og:image:width", &pixels(image.width))}
        {property("og:image:height", &pixels(image.height))}
        {named("twitter:image:alt", &image.alt)}
    }
}

fn article_elements(site: &Site, article: &Article) -> impl IntoView + use<> {
    let day = |date: Option<Date>| date.map_or_else(String::new, |date| date.to_string());
    let names = article.authors.iter();
    let names = names.map(|author| named("author", &author.name));
    let profiles = article.authors.iter();
    let profiles = profiles.map(|author| {
        let url = site.page_url(&Route::author(&author.id));
        property("article:author", &url)
    });
    let tags = article.tags.iter();
    let tags = tags.map(|tag| property("article:tag", &tag.name));
    let section = article.tags.first();
    view! {
        {property("article:published_time", &day(article.published))}
        {property("article:modified_time", &day(article.updated.or(article.published)))}
        {names.collect::<Vec<_>>()}
        {profiles.collect::<Vec<_>>()}
        {section.map(|tag| property("article:section", &tag.name))}
        {tags.collect::<Vec<_>>()}
    }
}

fn article(data: &PageData) -> Option<&Article> {
    match &data.content {
        PageContent::Article(article, _) => Some(article),
        _ => None,
    }
}

/// `en-GB` as Open Graph spells it, `en_GB`; it has no spelling for a language without a country.
fn locale(site: &Site, article: Option<&Article>) -> Option<String> {
    let own = article.map_or("", |article| &article.lang);
    let language = if own.is_empty() { &site.language } else { own };
    let (language, country) = language.split_once('-')?;
    (country.len() == 2).then(|| [language, "_", &country.to_ascii_uppercase()].concat())
}

/// Nothing where there is nothing to say.
pub fn named(name: &'static str, content: &str) -> Option<impl IntoView + use<>> {
    let content = content.to_string();
    (!content.is_empty()).then(|| view! { <meta name=name content=content /> })
}

/// Open Graph wants `property` where HTML has `name`.
fn property(name: &'static str, content: &str) -> Option<impl IntoView + use<>> {
    let content = content.to_string();
    (!content.is_empty()).then(|| leptos::html::meta().attr("property", name).content(content))
}
