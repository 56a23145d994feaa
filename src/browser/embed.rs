//! Pieces of a blog in other people's pages: from a blog's files to live nodes. When, and where, is the loader's
//! affair (`loader.js`).
//!
//! 1. The piece is built as a page is, in a document that loads nothing.
//! 2. Addresses that begin at the blog's root become absolute, because the page around is on another host.
//! 3. Its parts get names for the style sheet of the page around.
//! 4. The nodes move into the element, and reactions come alive.

use super::{
    elements, find,
    from_json::field,
    host::{self, Host},
    load, reactions,
};
use crate::components::embed::Piece;
use crate::content::{article::Article, list::List, site::Site};
use crate::html::build;
use crate::language::{browser::use_messages, direction, message};
use crate::page_data::{LoadError, PageContent};
use crate::route::{Route, SITE_DATA};
use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Element;

/// The Trusted Types policy that a strict page has to allow. The blog's own has another name: both may be in one page.
const POLICY: &str = "recto-embed";

/// What the page around can style, by `::part(…)`.
const PARTS: [(&str, &str); 10] = [
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
];

pub fn start(host: Host) {
    host::keep(host);
    std::panic::set_hook(Box::new(|panic| host::get().panicked(&panic.to_string())));
    build::use_policy(POLICY);
    elements::start_signals();
}

/// Paths below the blog's address: site, data, Markdown.
pub fn files(piece: &str, of: &str) -> Option<Array> {
    let piece = Piece::named(piece, of)?;
    let route = piece.route();
    let files = Array::of2(&SITE_DATA.into(), &route.data_path()?.into());
    if let (Piece::Article(_), Some(markdown)) = (&piece, route.markdown_path()) {
        files.push(&markdown.into());
    }
    Some(files)
}

/// The language of the blog whose site this is; empty where it cannot be read.
pub fn language(site: &JsValue) -> String {
    let site: Result<Site, LoadError> = load::parse(site);
    site.map_or_else(|_| String::new(), |site| site.language)
}

/// `address` is the blog's, with a trailing slash; `files` are the texts of [`files`], an article's as HTML; `speech`
/// has the `language` of the interface and its `messages`, which are `undefined` in English.
pub fn show(
    element: &Element,
    address: &str,
    piece: &str,
    of: &str,
    files: &Array,
    limit: usize,
    speech: &JsValue,
) -> Result<u32, &'static str> {
    let piece = Piece::named(piece, of).ok_or("missing")?;
    let mut site: Site = load::parse(&files.get(0)).map_err(word)?;
    site.language = field(speech, "language").unwrap_or_default();
    use_messages(Reflect::get(speech, &"messages".into()).unwrap_or_default());
    let content = content(&piece, files).map_err(word)?;
    let key = [address, of].concat();
    let view = piece.view(&site, &content, &key, limit).ok_or("missing")?;
    // In a document of its own nothing is loaded yet from addresses that are still to be completed.
    let inert = host::document()
        .implementation()
        .and_then(|implementation| implementation.create_html_document());
    let inert = inert.map_err(|_| "malformed")?;
    let body = inert.body().ok_or("malformed")?;
    view.build(&inert, &body);
    complete_addresses(&body, origin(address));
    // Neither can fail for a name that is an attribute's name, here and below.
    drop(element.set_attribute("lang", &site.language));
    drop(element.set_attribute("dir", direction(&site.language)));
    for (selector, part) in PARTS {
        for named in find::all(&body, selector) {
            drop(named.set_attribute("part", part));
        }
    }
    while let Some(node) = body.first_child() {
        drop(element.append_child(&node));
    }
    let words = site.words();
    Ok(elements::keep_alive(|| {
        for bar in find::all(element, ".reactions-bar") {
            if host::is_framed_elsewhere() {
                add_note(&bar, &words.text(message::REACTIONS_FRAMED));
            }
            reactions::enliven(bar.unchecked_into(), words.clone());
        }
    }))
}

/// Browsers keep what a frame stores for the page around it alone, and some of them only until they are closed.
fn add_note(bar: &Element, sentence: &str) {
    if let Ok(note) = host::document().create_element("p") {
        note.set_class_name("reaction-note");
        note.set_text_content(Some(sentence));
        drop(bar.append_child(&note));
    }
}

/// Ends what keeps a piece alive.
pub fn remove(piece: u32) {
    elements::unmount(piece);
}

fn content(piece: &Piece, files: &Array) -> Result<PageContent, LoadError> {
    let data = files.get(1);
    Ok(match piece.route() {
        Route::Article { .. } => {
            let article: Box<Article> = Box::new(load::parse(&data)?);
            PageContent::Article(article, files.get(2).as_string().unwrap_or_default())
        }
        _ => {
            let list: List = load::parse(&data)?;
            PageContent::List(list)
        }
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
            let completed: Vec<String> = given
                .split(", ")
                .map(|address| completed(address, origin))
                .collect();
            // It cannot fail for a name that is an attribute's name.
            drop(element.set_attribute(name, &completed.join(", ")));
        }
    }
}

fn completed(address: &str, origin: &str) -> String {
    match address.starts_with('/') && !address.starts_with("//") {
        true => [origin, address].concat(),
        false => address.into(),
    }
}
