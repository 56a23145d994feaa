//! The live module: what was published since the last build, and lists as they are with it. Only readers of sites where
//! something was published load it.

#[cfg(target_arch = "wasm32")]
#[path = "live_module/folder.rs"]
mod folder_reading;

#[cfg(target_arch = "wasm32")]
#[path = "live_module/related_reading.rs"]
mod related_reading;

#[cfg(target_arch = "wasm32")]
mod browser_main {
    use super::folder_reading;
    use js_sys::{Array, JSON, JsString, Object, Reflect};
    use recto::content::article::Summary;
    use recto::content::list::{Index, List};
    use recto::content::{VERSION, live::Live, names::Names};
    use recto::from_json::{FromJson, field};
    use recto::route::{NAMES, Route, numbered};
    use serde::Serialize;
    use serde_wasm_bindgen::Serializer;
    use std::cell::RefCell;
    use std::rc::Rc;
    use wasm_bindgen::prelude::*;

    #[derive(Default)]
    struct State {
        /// The text that was read last.
        text: String,
        /// The path that all pages lie below.
        base: String,
        /// What has counted so far, each with its number; before all of it nothing was published.
        versions: Vec<Rc<Live>>,
        /// Of the articles of a folder.
        files: Array,
    }

    thread_local! {
        static STATE: RefCell<State> = RefCell::default();
    }

    /// Nothing to be said, and what else there may be than new articles.
    const NOTHING: i32 = 0;
    const CHANGED: i32 = -1;
    const GONE: i32 = -2;
    const UNREADABLE: i32 = -3;

    /// Reads `content/live.json`, which lies below `place`; pages lie below `base`, and are of this build. False where it
    /// cannot be read.
    #[wasm_bindgen]
    pub async fn read(text: String, build: String, place: String, base: String) -> bool {
        let Some(mut live) = parsed::<Live>(&text) else {
            return false;
        };
        let mut files = Array::new();
        if !live.folder.is_empty() {
            match folder_reading::read(&place, &live.folder, &live.listing, &base).await {
                Some(read) => (live, files) = read,
                None => return false,
            }
        } else if !live.since.is_empty() && live.since != build {
            // It begins from another build than this document.
            live = Live::default();
        } else if STATE.with_borrow(|state| state.text == text) {
            return true;
        }
        STATE.with_borrow_mut(|state| {
            if state.versions.last().is_none_or(|last| **last != live) {
                state.versions.push(Rc::new(live));
            }
            state.text = text;
            state.base = base;
            state.files = files;
        });
        true
    }

    /// The number of what counts now; 0 where nothing was published.
    #[wasm_bindgen]
    pub fn version() -> usize {
        STATE.with_borrow(|state| state.versions.len())
    }

    /// Slug, data and Markdown of each article that a folder has.
    #[wasm_bindgen]
    pub fn files() -> Array {
        STATE.with_borrow(|state| state.files.clone())
    }

    /// What changes when an article does that was published since the build; empty of one that is gone.
    #[wasm_bindgen]
    pub fn hash_of(slug: &str) -> Option<String> {
        let live = of_version(version());
        live.article(slug)
            .map(|live| live.hash.clone())
            .or_else(|| live.is_removed(slug).then(String::new))
    }

    /// A file of the build with what was published since: that of the page of this path, or the names to choose from.
    /// Without a text, that of a list which the build does not have.
    #[wasm_bindgen]
    pub fn patched(path: &str, text: Option<String>) -> Option<String> {
        let live = of_version(version());
        let built = text.as_deref();
        if path == NAMES {
            let mut names: Names = parsed(built?)?;
            live.apply_to_names(&mut names);
            return written(&names, "{}");
        }
        let route = route_of(path);
        match &route {
            Route::Tags | Route::Authors | Route::AllSeries => {
                let mut index: Index = parsed(built?)?;
                live.apply_to_index(&route, &mut index);
                written(&index, "{}")
            }
            route if route.is_list() => {
                let mut list: List = match built {
                    Some(text) => parsed(text)?,
                    None => live.new_list(route)?,
                };
                list.version = VERSION;
                live.apply_to_list(route, &mut list);
                written(&list, built.unwrap_or("{}"))
            }
            _ => text,
        }
    }

    /// What is to be said on the page of a path that was made with the version `shown`: how many articles are new, or one
    /// of the numbers above.
    #[wasm_bindgen]
    pub fn news(path: &str, shown: usize) -> i32 {
        let (now, shown) = (of_version(version()), of_version(shown));
        let route = route_of(path);
        let added = now.added_since(&shown, &route);
        let is_gone = matches!(&route, Route::Article { slug } if now.is_removed(slug));
        if is_gone {
            GONE
        } else if added > 0 {
            added as i32
        } else if is_changed(&now, &shown, &route) {
            CHANGED
        } else if route.is_list() && !now.unreadable.is_empty() {
            UNREADABLE
        } else {
            NOTHING
        }
    }

    /// What of a folder cannot be read.
    #[wasm_bindgen]
    pub fn unreadable() -> String {
        of_version(version()).unreadable.join(", ")
    }

    /// The articles published since whose titles, descriptions, tags or authors have all the words: slug, title,
    /// description, day and path of each.
    #[wasm_bindgen]
    pub fn found(typed: &str) -> Array {
        let typed = lower_case(typed);
        let live = of_version(version());
        let articles = live.articles().map(|live| &live.article);
        let found = articles.filter(|article| has_all(article, &typed));
        found
            .map(|article| {
                let day = article.published.map_or(0, |date| {
                    u32::from(date.year) << 9 | u32::from(date.month) << 5 | u32::from(date.day)
                });
                let path = Route::article(&article.slug).path();
                [
                    JsValue::from(&article.slug),
                    JsValue::from(&article.title),
                    JsValue::from(&article.description),
                    day.into(),
                    path.into(),
                ]
                .iter()
                .collect::<Array>()
            })
            .collect()
    }

    pub fn of_version(number: usize) -> Rc<Live> {
        let index = number.checked_sub(1);
        STATE.with_borrow(|state| {
            let live = index.and_then(|index| state.versions.get(index));
            live.cloned().unwrap_or_default()
        })
    }

    /// What may be a page is a section here.
    fn route_of(path: &str) -> Route {
        let Route::Page { path } = Route::parse(path) else {
            return Route::parse(path);
        };
        match path.rsplit_once("/page/") {
            Some((section, page)) => Route::section(section).at_page(numbered(page).unwrap_or(1)),
            None => Route::section(&path),
        }
    }

    /// Whether something that is on the page has changed since.
    fn is_changed(now: &Live, shown: &Live, route: &Route) -> bool {
        now.touched_since(shown).any(|slug| match route {
            Route::Article { slug: own } => slug == own,
            Route::Tags | Route::Authors | Route::AllSeries => now.has_moved(slug),
            _ => is_linked(&Route::article(slug).path()),
        })
    }

    fn is_linked(path: &str) -> bool {
        let href = STATE.with_borrow(|state| [&state.base, path].concat());
        let document = web_sys::window().and_then(|window| window.document());
        let links = document.and_then(|document| {
            let links = document.query_selector_all("main .card-link, main .archive-entry a");
            links.ok()
        });
        let count = links.as_ref().map_or(0, web_sys::NodeList::length);
        let links = (0..count).filter_map(|at| links.as_ref()?.item(at));
        links
            .filter_map(|link| link.dyn_into::<web_sys::Element>().ok())
            .any(|link| link.get_attribute("href").as_deref() == Some(&href))
    }

    fn has_all(article: &Summary, typed: &str) -> bool {
        let names = article.tags.iter().chain(&article.authors);
        let names: Vec<&str> = names.map(|term| &*term.name).collect();
        let text = [&article.title, &article.description, &*names.join(" ")].join(" ");
        let text = lower_case(&text);
        let mut words = typed.split_ascii_whitespace().peekable();
        words.peek().is_some() && words.all(|word| text.contains(word))
    }

    /// By the browser, which has the tables for it.
    pub fn lower_case(text: &str) -> String {
        JsString::from(text).to_lower_case().into()
    }

    pub fn parsed<T: FromJson>(text: &str) -> Option<T> {
        let value = JSON::parse(text).ok()?;
        let version: u32 = field(&value, "version")?;
        (version == VERSION).then(|| T::from_json(&value)).flatten()
    }

    /// The value as JSON, in the place of what `around` has of it.
    pub fn written(value: &impl Serialize, around: &str) -> Option<String> {
        let object: Object = JSON::parse(around).ok()?.dyn_into().ok()?;
        let value = value.serialize(&Serializer::json_compatible()).ok()?;
        for entry in Object::entries(&value.dyn_into().ok()?).iter() {
            let entry: Array = entry.unchecked_into();
            Reflect::set(&object, &entry.get(0), &entry.get(1)).ok()?;
        }
        JSON::stringify(&object).ok().map(String::from)
    }
}

fn main() {}
