//! A folder of bare Markdown as what was published since the last build, with the data of each article.

use js_sys::{Array, Date as JsDate, JSON, JsString, Object, Promise, Reflect};
use recto::content::{VERSION, date::Date, live::Live};
use recto::folder::{Target, Text, listed, read as read_text, slug_of, targets};
use recto::from_json::{FromJson, field, json_head::json_head};
use recto::route::Route;
use wasm_bindgen::{JsCast, JsValue, UnwrapThrowExt};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestCache, RequestInit, Response};

/// Words that are read in a minute.
const PACE: usize = 230;

/// In bytes: what no article comes to.
const MAX_LENGTH: usize = 2_000_000;

/// Reads the folder, which lies below `place` and has the files that `listing` names, or its `index.txt`; articles live below
/// `base`. Answers with what was published, and the files
/// of its articles: of each its slug, its data and its Markdown. Nothing where there is no index.
pub async fn read(place: &str, folder: &str, listing: &str, base: &str) -> Option<(Live, Array)> {
    // Neither out of the place, nor to another host.
    let folder = folder.trim_matches('/').replace("..", "");
    let folder = [place, &*folder, "/"].concat();
    let index = match listing {
        "" => [&folder, "index.txt"].concat(),
        address if address.contains("://") => address.into(),
        path => [place, path].concat(),
    };
    let paths = listed(&lines(text_of(request(&index)).await?));
    let requests: Vec<Promise> = paths
        .iter()
        .map(|path| request(&[&folder, &**path].concat()))
        .collect();
    let (mut texts, unreadable) = (Vec::new(), Array::new());
    for (path, request) in paths.into_iter().zip(requests) {
        let text = text_of(request).await;
        let text = text.filter(|text| text.len() <= MAX_LENGTH && !text.contains('\0'));
        match text.map(|text| read_text(&path, &text, json_head).map(|read| (text, read))) {
            Some(Ok((text, read))) => texts.push((path, text, read)),
            Some(Err(line)) => drop(unreadable.push(&format(&path, line))),
            None => drop(unreadable.push(&format(&path, 1))),
        }
    }
    texts.retain(|(_, _, text)| is_published(text));
    texts.sort_by(|(_, _, one), (_, _, other)| {
        (other.date, &one.slug).cmp(&(one.date, &other.slug))
    });
    texts.dedup_by(|(_, _, one), (_, _, other)| one.slug == other.slug);
    let (added, files) = (Array::new(), Array::new());
    for (path, source, text) in &texts {
        added.push(&listed_article(text, &hash(source)));
        let data = string(&data(path, text, &folder, base));
        let file = [text.slug.as_str().into(), data, text.body.as_str().into()];
        files.push(&file.iter().collect::<Array>());
    }
    let live = object([
        ("version", VERSION.into()),
        ("added", added.into()),
        ("unreadable", unreadable.into()),
    ]);
    Some((Live::from_json(&JsValue::from(live))?, files))
}

fn request(url: &str) -> Promise {
    let options = RequestInit::new();
    options.set_cache(RequestCache::NoCache);
    let window = web_sys::window().expect_throw("no window");
    window.fetch_with_str_and_init(url, &options)
}

pub async fn text_of(request: Promise) -> Option<String> {
    let response: Response = JsFuture::from(request).await.ok()?.dyn_into().ok()?;
    let text = response.text().ok().filter(|_| response.ok())?;
    JsFuture::from(text).await.ok()?.as_string()
}

/// An index as lines: that of a Git forge is an array of entries, each with its name.
fn lines(index: String) -> String {
    let entries = JSON::parse(&index).ok().filter(Array::is_array);
    let Some(entries) = entries else {
        return index;
    };
    let entries = Array::from(&entries).into_iter();
    let names: Vec<String> = entries.filter_map(|entry| field(&entry, "name")).collect();
    names.join("\n")
}

fn format(path: &str, line: usize) -> JsValue {
    [path, ":", &line.to_string()].concat().into()
}

fn is_published(text: &Text) -> bool {
    let today = String::from(JsDate::new_0().to_iso_string());
    let is_later = text.date.is_some() && text.date > Date::parse(&today);
    !text.is_draft && !is_later && !text.slug.is_empty()
}

/// What lists show.
fn listed_article(text: &Text, hash: &str) -> Object {
    let article = facts(text);
    set(&article, "hash", hash.into());
    let terms = |names: &[String], slug| names.iter().map(|name| term(name, slug)).collect();
    let authors: Array = terms(&text.authors, "slug");
    set(&article, "authors", authors.into());
    article
}

/// What its page shows.
fn data(path: &str, text: &Text, folder: &str, base: &str) -> Object {
    let article = facts(text);
    let authors: Array = text.authors.iter().map(|name| term(name, "id")).collect();
    set(&article, "version", VERSION.into());
    set(&article, "authors", authors.into());
    set(&article, "lang", text.lang.as_str().into());
    let (images, links) = (Object::new(), Object::new());
    for (written, target) in targets(path, &text.body) {
        match target {
            Target::File(file) => {
                let address: JsValue = [folder, &*file].concat().into();
                set(&links, &written, address.clone());
                set(&images, &written, object([("src", address)]).into());
            }
            Target::Article(slug) => {
                let address = [base, &*Route::article(&slug).path()].concat();
                set(&links, &written, address.into());
            }
        }
    }
    let enrichment = object([
        ("images", images.into()),
        ("links", links.into()),
        ("figures", text.figures.as_str().into()),
    ]);
    set(&article, "enrichment", enrichment.into());
    article
}

fn facts(text: &Text) -> Object {
    let minutes = text.body.split_whitespace().count().div_ceil(PACE).max(1);
    let tags: Array = text.tags.iter().map(|name| term(name, "slug")).collect();
    let article = object([
        ("slug", text.slug.as_str().into()),
        ("title", text.title.as_str().into()),
        ("description", text.description.as_str().into()),
        ("tags", tags.into()),
        ("reading_minutes", (minutes as u32).into()),
    ]);
    if let Some(date) = text.date {
        set(&article, "published", date.to_string().into());
    }
    article
}

fn term(name: &str, slug: &str) -> JsValue {
    object([("name", name.into()), (slug, slug_of(name).into())]).into()
}

/// FNV-1a: it tells a changed text from the one before, and nothing else.
fn hash(text: &str) -> String {
    let hash = text.bytes().fold(0x811c_9dc5_u32, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    });
    hash.to_string()
}

fn object<const LENGTH: usize>(entries: [(&str, JsValue); LENGTH]) -> Object {
    let object = Object::new();
    for (name, value) in entries {
        set(&object, name, value);
    }
    object
}

fn set(object: &Object, name: &str, value: JsValue) {
    // It cannot fail for an object of ours.
    let _ = Reflect::set(object, &name.into(), &value);
}

fn string(object: &Object) -> JsValue {
    JSON::stringify(object).map_or_else(|_| "".into(), JsString::into)
}
