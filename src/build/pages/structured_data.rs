//! What search engines read, in JSON-LD with the terms of schema.org: an article as `BlogPosting`, an author's page as
//! `ProfilePage`, the front page as `WebSite`, and where a page stands as `BreadcrumbList`.

use super::open_graph::SocialMeta;
use crate::content::{article::Article, author::Author, moment::Moment, site::Site};
use crate::i18n::message;
use crate::page_data::{PageContent, PageData};
use crate::route::Route;
use serde::Serialize;

#[derive(Serialize)]
struct Graph<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    #[serde(rename = "@graph")]
    things: Vec<Thing<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all_fields = "camelCase")]
enum Thing<'a> {
    BlogPosting {
        headline: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        description: &'a str,
        main_entity_of_page: &'a str,
        date_published: Option<Moment>,
        date_modified: Option<Moment>,
        author: Vec<Thing<'a>>,
        publisher: Box<Thing<'a>>,
        in_language: &'a str,
        word_count: u32,
        #[serde(skip_serializing_if = "Option::is_none")]
        article_section: Option<&'a str>,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        keywords: Vec<&'a str>,
        #[serde(skip_serializing_if = "Option::is_none")]
        image: Option<String>,
    },
    ProfilePage {
        url: &'a str,
        main_entity: Box<Thing<'a>>,
    },
    WebSite {
        name: &'a str,
        url: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        description: &'a str,
        in_language: &'a str,
    },
    Person {
        name: &'a str,
        url: String,
        #[serde(skip_serializing_if = "str::is_empty")]
        job_title: &'a str,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        knows_about: Vec<&'a str>,
        #[serde(skip_serializing_if = "str::is_empty")]
        description: &'a str,
        #[serde(skip_serializing_if = "str::is_empty")]
        image: String,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        same_as: Vec<&'a str>,
    },
    Organization {
        name: &'a str,
        url: &'a str,
    },
    BreadcrumbList {
        item_list_element: Vec<Thing<'a>>,
    },
    ListItem {
        position: usize,
        name: &'a str,
        item: String,
    },
}

/// JSON that can stand in a `<script>`; nothing for a page that search engines need not understand. `url` is the page's
/// own, absolute.
pub fn json(data: &PageData, url: &str, preview: &SocialMeta) -> Option<String> {
    let translator = data.site.translator();
    let names = ListNames {
        authors: translator.text(message::AUTHORS),
        tags: translator.text(message::TAGS),
        series: translator.text(message::ALL_SERIES),
    };
    let graph = Graph {
        context: "https://schema.org",
        things: things(data, url, preview, &names)?,
    };
    // `</script>` in a title must not end the element: `<` only occurs in strings, and there it may be escaped.
    let json = serde_json::to_string(&graph).expect("every key of these types is a text");
    Some(json.replace('<', "\\u003c"))
}

/// What the lists of all authors and the like are called.
struct ListNames {
    authors: String,
    tags: String,
    series: String,
}

fn things<'a>(
    data: &'a PageData,
    url: &'a str,
    preview: &SocialMeta,
    names: &'a ListNames,
) -> Option<Vec<Thing<'a>>> {
    let site = &data.site;
    let trail = |steps: Vec<(&'a str, Route)>| {
        let home = (site.title.as_str(), Route::HOME);
        breadcrumbs(site, std::iter::once(home).chain(steps))
    };
    Some(match (&data.route, &data.content) {
        (Route::Article { .. }, PageContent::Article(article, _)) => {
            let tag = article.tags.first();
            let tag = tag.map(|tag| (&*tag.name, Route::tag(&tag.slug)));
            let own = (&*article.title, data.route.clone());
            let trail = trail(tag.into_iter().chain([own]).collect());
            let image = preview.image_url(site);
            vec![blog_posting(site, article, url, image), trail]
        }
        (Route::Author { id, .. }, PageContent::List(list, _)) => {
            let author = list.author.as_ref()?;
            let main_entity = Box::new(person(site, author, &author.bio));
            let own = (&*author.name, Route::author(id));
            vec![
                Thing::ProfilePage { url, main_entity },
                trail(vec![(&names.authors, Route::Authors), own]),
            ]
        }
        (Route::Tag { slug, .. }, PageContent::List(list, _)) => {
            let own = (&*list.title, Route::tag(slug));
            vec![trail(vec![(&names.tags, Route::Tags), own])]
        }
        (Route::Series { slug }, PageContent::List(list, _)) => {
            let own = (&*list.title, Route::series(slug));
            vec![trail(vec![(&names.series, Route::AllSeries), own])]
        }
        (Route::Section { path, .. }, PageContent::List(list, _)) => {
            vec![trail(vec![(&list.title, Route::section(path))])]
        }
        (Route::Home { page: 1 }, _) => vec![web_site(site)],
        (
            Route::Home { .. }
            | Route::Article { .. }
            | Route::Page { .. }
            | Route::Tags
            | Route::Tag { .. }
            | Route::Authors
            | Route::Author { .. }
            | Route::Archive
            | Route::Year { .. }
            | Route::AllSeries
            | Route::Series { .. }
            | Route::Section { .. }
            | Route::You
            | Route::Search
            | Route::Embed
            | Route::Write
            | Route::NotFound,
            _,
        ) => return None,
    })
}

fn web_site(site: &Site) -> Thing<'_> {
    Thing::WebSite {
        name: &site.title,
        url: &site.base_url,
        description: &site.description,
        in_language: &site.language,
    }
}

fn blog_posting<'a>(
    site: &'a Site,
    article: &'a Article,
    url: &'a str,
    image: Option<String>,
) -> Thing<'a> {
    let authors = article.authors.iter();
    let mut tags = article.tags.iter().map(|tag| tag.name.as_str());
    Thing::BlogPosting {
        headline: &article.title,
        description: &article.description,
        main_entity_of_page: url,
        date_published: article.published,
        date_modified: article.updated.or(article.published),
        author: authors.map(|author| person(site, author, "")).collect(),
        publisher: Box::new(Thing::Organization {
            name: &site.title,
            url: &site.base_url,
        }),
        in_language: match article.lang.is_empty() {
            true => &site.language,
            false => &article.lang,
        },
        word_count: article.words,
        keywords: tags.clone().collect(),
        article_section: tags.next(),
        image,
    }
}

/// With a description where the page is theirs; an article's own page needs its bytes.
fn person<'a>(site: &Site, author: &'a Author, description: &'a str) -> Thing<'a> {
    let profiles = std::iter::once(&author.url)
        .chain(&author.same_as)
        .filter(|url| !url.is_empty());
    Thing::Person {
        name: &author.name,
        url: site.page_url(&Route::author(&author.id)),
        job_title: &author.role,
        knows_about: subjects(&author.focus, &site.language),
        description,
        image: site.absolute(&author.avatar),
        same_as: profiles.map(|url| &**url).collect(),
    }
}

/// `Focuses on type, Rust and the web.` names three subjects. In another language than English it is one, as written.
fn subjects<'a>(focus: &'a str, language: &str) -> Vec<&'a str> {
    let focus = focus.trim().trim_end_matches('.');
    let is_english = language.split('-').next() == Some("en");
    let subjects: Vec<&str> = match is_english {
        true => english_subjects(focus),
        false => vec![focus],
    };
    subjects
        .into_iter()
        .filter(|subject| !subject.is_empty())
        .collect()
}

fn english_subjects(focus: &str) -> Vec<&str> {
    let subjects = focus.strip_prefix("Focuses on ").unwrap_or(focus);
    let subjects = subjects.split(',').flat_map(|part| part.split(" and "));
    let subjects = subjects.map(|subject| subject.trim().trim_start_matches("and "));
    subjects.collect()
}

/// The pages from the front page down to this one.
fn breadcrumbs<'a>(site: &Site, trail: impl Iterator<Item = (&'a str, Route)>) -> Thing<'a> {
    let step = |(at, (name, route)): (usize, (&'a str, Route))| Thing::ListItem {
        position: at + 1,
        name,
        item: site.page_url(&route),
    };
    Thing::BreadcrumbList {
        item_list_element: trail.enumerate().map(step).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::subjects;

    #[test]
    fn a_focus_names_its_subjects() {
        for (focus, language, expected) in [
            (
                "Focuses on type, Rust and the web.",
                "en",
                vec!["type", "Rust", "the web"],
            ),
            ("Focuses on a, b, and c", "en-GB", vec!["a", "b", "c"]),
            ("Wasm", "en", vec!["Wasm"]),
            ("", "en", vec![]),
            (
                "Schreibt über Sand and Wasser, meist.",
                "de",
                vec!["Schreibt über Sand and Wasser, meist"],
            ),
            ("", "de", vec![]),
        ] {
            assert_eq!(subjects(focus, language), expected, "{focus}");
        }
    }
}
