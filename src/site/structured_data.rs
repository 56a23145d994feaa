//! What search engines read: an article as schema.org's `BlogPosting`, in JSON-LD.

use crate::content::{article::Article, author::Author, date::Date, site::Site};
use crate::route::Route;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct BlogPosting<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@type")]
    kind: &'static str,
    headline: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    description: &'a str,
    main_entity_of_page: &'a str,
    date_published: Option<Date>,
    date_modified: Option<Date>,
    author: Vec<Person<'a>>,
    publisher: Organization<'a>,
    in_language: &'a str,
    word_count: u32,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    image: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Person<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    job_title: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    same_as: Vec<&'a str>,
}

#[derive(Serialize)]
struct Organization<'a> {
    #[serde(rename = "@type")]
    kind: &'static str,
    name: &'a str,
    url: &'a str,
}

/// JSON that can stand in a `<script>`. `url` and `image` are absolute.
pub fn blog_posting(site: &Site, article: &Article, url: &str, image: Option<&str>) -> String {
    let posting = BlogPosting {
        context: "https://schema.org",
        kind: "BlogPosting",
        headline: &article.title,
        description: &article.description,
        main_entity_of_page: url,
        date_published: article.published,
        date_modified: article.updated.or(article.published),
        author: article
            .authors
            .iter()
            .map(|author| person(site, author))
            .collect(),
        publisher: Organization {
            kind: "Organization",
            name: &site.title,
            url: &site.base_url,
        },
        in_language: if article.lang.is_empty() {
            &site.language
        } else {
            &article.lang
        },
        word_count: article.words,
        keywords: article.tags.iter().map(|tag| tag.name.as_str()).collect(),
        image,
    };
    // No value of ours fails to serialise. `</script>` in a title must not end the element: `<` only occurs in
    // strings, and there it may be escaped.
    serde_json::to_string(&posting)
        .unwrap_or_default()
        .replace('<', "\\u003c")
}

fn person<'a>(site: &Site, author: &'a Author) -> Person<'a> {
    let profiles = std::iter::once(&author.url)
        .chain(&author.same_as)
        .filter(|url| !url.is_empty());
    Person {
        kind: "Person",
        name: &author.name,
        url: site.base_url.clone() + &Route::author(&author.id).path(),
        job_title: &author.role,
        same_as: profiles.map(String::as_str).collect(),
    }
}
