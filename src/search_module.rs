//! The search module: what is found for a query, as a download of its own that only readers who search make. It has no
//! Leptos in it; what it finds is shown by the tools.

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use js_sys::{Array, Object, Reflect, encode_uri_component};
    use recto::content::search::engine::{Answer, Engine, Found, TextKey};
    use recto::content::search::query::Query;
    use recto::content::search::snippet::Marked;
    use recto::content::search::stem::described;
    use recto::route::{Route, text_fragment};
    use std::cell::RefCell;
    use wasm_bindgen::prelude::*;

    thread_local! {
        /// All that this document has loaded, by the site whose it is.
        static ENGINES: RefCell<Vec<(String, Engine)>> = const { RefCell::new(Vec::new()) };
        /// Whose texts lie at the paths that were asked for.
        static TEXTS: RefCell<Vec<(String, TextKey)>> = const { RefCell::new(Vec::new()) };
    }

    /// What is found, so far, and the paths of what is wanted to find more: `files` of the index, and `texts`.
    #[wasm_bindgen]
    pub fn search(site: &str, typed: &str, limit: usize, snippets: usize) -> Object {
        let query = Query::parse(typed);
        let answer = with_engine(site, |engine| engine.search(&query, limit, snippets));
        object_of(&query, answer)
    }

    /// A file or a text that was wanted; nothing where it cannot be had.
    #[wasm_bindgen]
    pub fn put(site: &str, path: &str, bytes: Option<Vec<u8>>) {
        let key = TEXTS.with_borrow(|texts| {
            let known = texts.iter().find(|(text, _)| text == path);
            known.map(|(_, key)| key.clone())
        });
        with_engine(site, |engine| match key {
            Some(key) => {
                let text = bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
                engine.put_text(key, text.as_deref());
            }
            None => engine.put(path, bytes),
        });
    }

    /// Has what could not be had be wanted once more.
    #[wasm_bindgen]
    pub fn retry(site: &str) {
        with_engine(site, Engine::forget_failures);
    }

    /// What the visit has loaded of an article or a page, for a search without the index; empty where it is not known.
    #[wasm_bindgen(js_name = addVisited)]
    pub fn add_visited(
        site: &str,
        is_page: bool,
        slug: &str,
        title: &str,
        day: u32,
        markdown: &str,
    ) {
        let slug = slug.into();
        let key = TextKey { is_page, slug };
        with_engine(site, |engine| {
            engine.add_visited(key, title, day, markdown);
        });
    }

    /// The words of a text with their stems, for a test that the build has the same.
    #[wasm_bindgen]
    pub fn words(text: &str, language: &str) -> String {
        described(text, language)
    }

    fn with_engine<T>(site: &str, work: impl FnOnce(&mut Engine) -> T) -> T {
        ENGINES.with_borrow_mut(|engines| {
            let known = engines.iter().position(|(known, _)| known == site);
            let index = known.unwrap_or_else(|| {
                engines.push((site.into(), Engine::default()));
                engines.len() - 1
            });
            work(&mut engines[index].1)
        })
    }

    fn object_of(query: &Query, answer: Answer) -> Object {
        let object = Object::new();
        let texts = answer.wanted_texts.into_iter().map(|key| {
            let path = route(key.is_page, &key.slug)
                .markdown_path()
                .unwrap_or_default();
            TEXTS.with_borrow_mut(|texts| {
                if !texts.iter().any(|(known, _)| *known == path) {
                    texts.push((path.clone(), key));
                }
            });
            path
        });
        set(&object, "texts", list(texts));
        set(&object, "files", list(answer.wanted_files));
        set(&object, "found", list(answer.found.iter().map(found)));
        set(&object, "count", answer.count);
        set(&object, "is_incomplete", u32::from(answer.is_incomplete));
        set(&object, "is_of_visit", u32::from(answer.is_of_visit));
        let filters = query.filters.iter().map(|filter| {
            let object = Object::new();
            set(&object, "name", filter.kind.name());
            set(&object, "value", &*filter.value);
            set(&object, "rest", &*filter.rest);
            object
        });
        set(&object, "filters", list(filters));
        object
    }

    fn found(found: &Found) -> Object {
        let object = Object::new();
        let path = route(found.is_page, &found.slug).path();
        set(&object, "is_page", u32::from(found.is_page));
        set(&object, "title", marked(&found.title));
        set(&object, "slug", &*found.slug);
        set(&object, "day", found.day);
        set(&object, "snippet", marked(&found.snippet));
        set(
            &object,
            "href",
            [&*path, &fragment(&found.passage)].concat(),
        );
        let sections = found.sections.iter().map(|section| {
            let object = Object::new();
            let passage = fragment(&section.passage);
            let place = ["#", &section.id, passage.trim_start_matches('#')].concat();
            set(&object, "href", [&*path, &place].concat());
            set(&object, "title", marked(&section.heading));
            set(&object, "snippet", marked(&section.snippet));
            object
        });
        set(&object, "sections", list(sections));
        object
    }

    fn route(is_page: bool, slug: &str) -> Route {
        match is_page {
            true => Route::page(slug),
            false => Route::article(slug),
        }
    }

    fn fragment(passage: &str) -> String {
        let encode = |text: &str| String::from(encode_uri_component(text));
        text_fragment(passage, encode).unwrap_or_default()
    }

    /// A text that is not marked, one that is, and so on.
    fn marked(parts: &Marked) -> Array {
        let array = Array::new();
        for (text, is_marked) in parts {
            if (array.length() % 2 == 1) != *is_marked {
                array.push(&"".into());
            }
            array.push(&text.into());
        }
        array
    }

    fn list<T: Into<JsValue>>(items: impl IntoIterator<Item = T>) -> Array {
        items.into_iter().map(Into::into).collect()
    }

    fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
        // It cannot fail for an object of ours.
        let _ = Reflect::set(object, &name.into(), &value.into());
    }
}

fn main() {}
