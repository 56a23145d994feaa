//! Embeds of a blog in other people's pages: from a blog's files to live nodes. When, and where, is the loader's
//! affair (`scripts/v1.js`).
//!
//! 1. Addresses that begin at the blog's root become absolute, because the page around is on another host.
//! 2. The view is built as a page is, and its parts get names for the style sheet of the page around.
//! 3. The nodes move into the element, and reactions come alive.

use super::{
    bridge::{self, JsBridge},
    define_elements, find, live_reactions, page_loader,
};
use crate::components::article_body;
use crate::components::embed::EmbedKind;
use crate::content::{
    article::{Article, Image},
    author::Author,
    list::List,
    site::Site,
};
use crate::from_json::field;
use crate::i18n::{Translator, browser::use_messages, direction, message};
use crate::page_data::{LoadError, PageContent};
use crate::route::SITE_DATA;
use js_sys::{Array, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DocumentFragment, Element};

/// The Trusted Types policy that a strict page has to allow. The blog's own has another name: both may be in one page.
const POLICY: &str = "recto-embed";

/// What the page around can style, by `::part(…)`.
const PARTS: [(&str, &str); 11] = [
    (".card-title, .article-title, .author-name", "title"),
    (".card-deck, .deck", "deck"),
    (".card-facts, .article-facts", "facts"),
    (".card-cover, .cover img", "cover"),
    (".avatar, .monogram", "portrait"),
    (".prose", "body"),
    (".article-card, .author-card", "card"),
    (".reaction", "button"),
    ("a", "link"),
    (".embed-source", "source"),
    (".search-field", "field"),
];

pub fn start(bridge: JsBridge) {
    bridge::set(bridge);
    article_body::use_policy(POLICY);
    define_elements::start_signals();
}

/// Paths below the blog's address: site, data, Markdown.
pub fn files(kind: &str, of: &str) -> Option<Array> {
    let kind = EmbedKind::named(kind, of)?;
    if let EmbedKind::Search(_) = kind {
        return Some(Array::of1(&SITE_DATA.into()));
    }
    let route = kind.route();
    let files = Array::of2(&SITE_DATA.into(), &route.data_path()?.into());
    if let (EmbedKind::Article(_), Some(markdown)) = (&kind, route.markdown_path()) {
        files.push(&markdown.into());
    }
    Some(files)
}

/// The language of the blog whose site this is; empty where it cannot be read.
pub fn language(site: &JsValue) -> String {
    let site: Result<Site, LoadError> = page_loader::parse(site);
    site.map_or_else(|_| String::new(), |site| site.language)
}

/// What is said of so many results of a search, in the language of the interface.
pub fn counted(count: u32, speech: &JsValue) -> String {
    let language: String = field(speech, "language").unwrap_or_default();
    use_messages(Reflect::get(speech, &"messages".into()).unwrap_or_default());
    Translator::of(&language).count(message::SEARCH_COUNT, count)
}

/// `address` is the blog's, with a trailing slash; `files` are the texts of [`files`], an article's as HTML; `speech`
/// has the `language` of the interface and its `messages`, which are `undefined` in English.
pub fn show(
    element: &Element,
    address: &str,
    kind: &str,
    of: &str,
    files: &Array,
    limit: usize,
    speech: &JsValue,
) -> Result<u32, &'static str> {
    let kind = EmbedKind::named(kind, of).ok_or("missing")?;
    let mut site: Site = page_loader::parse(&files.get(0)).map_err(word)?;
    site.language = field(speech, "language").unwrap_or_default();
    use_messages(Reflect::get(speech, &"messages".into()).unwrap_or_default());
    let content = content(&kind, files).map_err(word)?;
    let key = [address, of].concat();
    let nodes = build(&kind, &site, content, &key, limit, origin(address)).ok_or("missing")?;
    // Neither can fail for a name that is an attribute's name, here and below.
    drop(element.set_attribute("lang", &site.language));
    drop(element.set_attribute("dir", direction(&site.language)));
    drop(element.append_child(&nodes));
    let translator = site.translator();
    Ok(define_elements::keep_alive(|| {
        for bar in find::all(element, ".reactions-bar") {
            if bridge::is_framed_elsewhere() {
                add_note(&bar, &translator.text(message::REACTIONS_FRAMED));
            }
            live_reactions::enhance(bar.unchecked_into(), translator.clone());
        }
    }))
}

/// Nothing is loaded before its address is complete: those of pictures are completed before they are shown, and the text
/// of an article comes out of a document that loads nothing.
fn build(
    kind: &EmbedKind,
    site: &Site,
    mut content: PageContent,
    key: &str,
    limit: usize,
    origin: &str,
) -> Option<DocumentFragment> {
    let inert = bridge::document().implementation().ok()?;
    let text = inert.create_html_document().ok()?.body()?;
    complete_pictures(&mut content, origin);
    if let PageContent::Article(_, html) = &mut content {
        article_body::put(text.clone().into(), std::mem::take(html));
        complete_addresses(&text, origin);
    }
    let nodes = bridge::document().create_document_fragment();
    kind.view(site, &content, key, limit)?
        .build()
        .mount(nodes.unchecked_ref(), None);
    complete_addresses(nodes.unchecked_ref(), origin);
    if let Some(prose) = find::first(nodes.unchecked_ref(), ".prose") {
        while let Some(node) = text.first_child() {
            drop(prose.append_child(&node));
        }
    }
    for (selector, part) in PARTS {
        for named in find::all(nodes.unchecked_ref(), selector) {
            drop(named.set_attribute("part", part));
        }
    }
    Some(nodes)
}

/// Completes the addresses of all pictures that the content has beside those in a text.
fn complete_pictures(content: &mut PageContent, origin: &str) {
    let (covers, authors): (Vec<&mut Option<Image>>, Vec<&mut Author>) = match content {
        PageContent::Article(article, _) => {
            let related = article.related.iter_mut();
            let related = related.map(|related| &mut related.article.cover);
            let covers = related.chain([&mut article.cover]);
            (covers.collect(), article.authors.iter_mut().collect())
        }
        PageContent::List(list, _) => {
            let covers = list.articles.iter_mut().map(|article| &mut article.cover);
            (covers.collect(), list.author.iter_mut().collect())
        }
        _ => Default::default(),
    };
    for cover in covers.into_iter().flatten() {
        cover.src = completed(&cover.src, origin).into();
        cover.srcset = completed(&cover.srcset, origin).into();
    }
    for author in authors {
        author.avatar = completed(&author.avatar, origin).into();
    }
}

/// Browsers keep what a frame stores for the page around it alone, and some of them only until they are closed.
fn add_note(bar: &Element, sentence: &str) {
    if let Ok(note) = bridge::document().create_element("p") {
        note.set_class_name("reaction-note");
        note.set_text_content(Some(sentence));
        drop(bar.append_child(&note));
    }
}

/// Ends what keeps an embed alive.
pub fn remove(embed: u32) {
    define_elements::unmount(embed);
}

fn content(kind: &EmbedKind, files: &Array) -> Result<PageContent, LoadError> {
    let data = files.get(1);
    Ok(match kind {
        EmbedKind::Article(_)
        | EmbedKind::Card(_)
        | EmbedKind::Related(_)
        | EmbedKind::Reactions(_) => {
            let article: Box<Article> = Box::new(page_loader::parse(&data)?);
            PageContent::Article(article, files.get(2).as_string().unwrap_or_default())
        }
        EmbedKind::Author(_) | EmbedKind::Latest(_) => {
            let list: Box<List> = Box::new(page_loader::parse(&data)?);
            PageContent::List(list, String::new())
        }
        EmbedKind::Search(_) => PageContent::Fixed,
    })
}

fn word(error: LoadError) -> &'static str {
    match error {
        LoadError::Outdated => "outdated",
        _ => "malformed",
    }
}

/// `https://example.org` of `https://example.org/blog/`.
fn origin(address: &str) -> &str {
    let end = address.match_indices('/').nth(2);
    end.and_then(|(end, _)| address.get(..end))
        .unwrap_or_default()
}

fn complete_addresses(body: &Element, origin: &str) {
    for name in ["href", "src", "poster", "srcset"] {
        let selector = ["[", name, "^=\"/\"]"].concat();
        for element in find::all(body, &selector) {
            let given = element.get_attribute(name).unwrap_or_default();
            // It cannot fail for a name that is an attribute's name.
            drop(element.set_attribute(name, &completed(&given, origin)));
        }
    }
}

/// One address, or several as `srcset` has them.
fn completed(addresses: &str, origin: &str) -> String {
    let completed = addresses.split(", ").map(|address| {
        let of_blog = address.starts_with('/') && !address.starts_with("//");
        [if of_blog { origin } else { "" }, address].concat()
    });
    completed.collect::<Vec<String>>().join(", ")
}
