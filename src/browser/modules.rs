//! The modules that the app loads when they are needed: the one that renders Markdown, the search, the reading tools, what was
//! published without a build, and the desk.

use super::{bridge, request::RequestError};
use js_sys::{JSON, Object, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::HtmlElement;

#[wasm_bindgen]
extern "C" {
    type MarkdownModule;

    #[wasm_bindgen(method, catch)]
    fn render(
        this: &MarkdownModule,
        source: &JsValue,
        enrichment: &Object,
    ) -> Result<String, JsValue>;

    type SearchModule;

    #[wasm_bindgen(method, catch)]
    fn search(
        this: &SearchModule,
        site: &str,
        typed: &str,
        limit: usize,
        snippets: usize,
    ) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn put(this: &SearchModule, site: &str, path: &str, bytes: &JsValue) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch)]
    fn retry(this: &SearchModule, site: &str) -> Result<(), JsValue>;

    #[wasm_bindgen(method, catch, js_name = addVisited)]
    fn add_visited(
        this: &SearchModule,
        site: &str,
        is_page: bool,
        slug: &str,
        title: &str,
        day: u32,
        markdown: &str,
    ) -> Result<(), JsValue>;

    pub type LiveModule;

    #[wasm_bindgen(method)]
    fn read(this: &LiveModule, text: &JsValue, build: &str, place: &str, base: &str) -> Promise;

    /// The number of what counts now.
    #[wasm_bindgen(method)]
    pub fn version(this: &LiveModule) -> u32;

    /// Slug, data and Markdown of each article of a folder.
    #[wasm_bindgen(method)]
    pub fn files(this: &LiveModule) -> JsValue;

    /// Of an article that was published since the build; empty of one that is gone.
    #[wasm_bindgen(method, js_name = hash_of)]
    pub fn hash_of(this: &LiveModule, slug: &str) -> Option<String>;

    /// A file with what was published since; `undefined` where it cannot be read.
    #[wasm_bindgen(method)]
    pub fn patched(this: &LiveModule, path: &str, text: &JsValue) -> JsValue;

    /// How many articles are new on the page of a path that was made with the version `shown`; -1 where it has changed, -2
    /// where it is gone, -3 where a folder has what cannot be read.
    #[wasm_bindgen(method)]
    pub fn news(this: &LiveModule, path: &str, shown: u32) -> i32;

    #[wasm_bindgen(method)]
    fn with_related(this: &LiveModule, text: &JsValue, base: &str, messages: &JsValue) -> Promise;

    #[wasm_bindgen(method)]
    pub fn unreadable(this: &LiveModule) -> String;

    /// Slug, title, description, day and path of each article published since that has all the words.
    #[wasm_bindgen(method)]
    pub fn found(this: &LiveModule, typed: &str) -> JsValue;

    type ToolsModule;

    #[wasm_bindgen(method, catch)]
    fn open(
        this: &ToolsModule,
        bridge: &bridge::JsBridge,
        tool: &str,
        element: Option<&HtmlElement>,
    ) -> Result<(), JsValue>;
}

/// The tool that is a module of its own.
pub const DESK: &str = "desk";

/// It was answered, and is no module.
const BROKEN: RequestError = RequestError::Status(200);

/// Has the Markdown module come, if it is not here yet.
pub fn begin_markdown() {
    bridge::ignore(&bridge::get().load("markdown"));
}

/// Have the reading tools come, if they are not here yet.
pub fn begin_tools() {
    bridge::ignore(&bridge::get().load("tools"));
}

/// Markdown to HTML. The enrichment is taken out of the article's JSON; what the renderer says itself is the interface's.
pub async fn render(markdown: &JsValue, article: &JsValue) -> Result<String, RequestError> {
    let module: MarkdownModule = loaded(bridge::get().load("markdown"))
        .await?
        .unchecked_into();
    let article = article.as_string().unwrap_or_default();
    let enrichment = JSON::parse(&article).and_then(|article| property(&article, "enrichment"));
    let options = Object::new();
    Object::assign(&options, &Object::from(enrichment.unwrap_or_default()));
    let labels = property(&bridge::get().messages(), "labels").unwrap_or_default();
    // It cannot fail for an object of ours.
    let _ = Reflect::set(&options, &"labels".into(), &labels);
    let html = module.render(markdown, &options);
    html.map_err(|_| BROKEN)
}

/// The search of a site, once its module is here.
pub struct SearchEngine {
    module: SearchModule,
    /// What all paths lie below: nothing on the site's own pages, else its address.
    site: String,
}

impl SearchEngine {
    pub async fn load(site: &str) -> Result<Self, RequestError> {
        let module = loaded(bridge::get().load("search")).await?;
        Ok(Self {
            module: module.unchecked_into(),
            site: site.into(),
        })
    }

    /// What is found so far, with what is wanted to find more.
    pub fn search(
        &self,
        typed: &str,
        limit: usize,
        snippets: usize,
    ) -> Result<JsValue, RequestError> {
        let answer = self.module.search(&self.site, typed, limit, snippets);
        answer.map_err(|_| BROKEN)
    }

    /// Hands over what was wanted; `undefined` where it cannot be had.
    pub fn put(&self, path: &str, bytes: &JsValue) -> Result<(), RequestError> {
        let put = self.module.put(&self.site, path, bytes);
        put.map_err(|_| BROKEN)
    }

    pub fn retry(&self) -> Result<(), RequestError> {
        self.module.retry(&self.site).map_err(|_| BROKEN)
    }

    /// Hands over what the visit has loaded of an article or a page; empty where it is not known.
    pub fn add_visited(
        &self,
        is_page: bool,
        slug: &str,
        title: &str,
        day: u32,
        markdown: &str,
    ) -> Result<(), RequestError> {
        let site = &self.site;
        let added = (self.module).add_visited(site, is_page, slug, title, day, markdown);
        added.map_err(|_| BROKEN)
    }
}

impl LiveModule {
    pub async fn load() -> Result<Self, RequestError> {
        let module = loaded(bridge::get().load("live")).await?;
        Ok(module.unchecked_into())
    }

    /// Whether the module could read what lies below `place`, which is empty for the site itself.
    pub async fn has_read(&self, text: &JsValue, build: &str, place: &str) -> bool {
        let base = bridge::get().base();
        let place = if place.is_empty() { &base } else { place };
        let read = JsFuture::from(self.read(text, build, place, &base)).await;
        read.is_ok_and(|read| read.is_truthy())
    }
}

/// The data of an article with what is related to it, where no build has chosen that; `undefined` where it cannot be told.
pub async fn with_related(article: &JsValue) -> Option<JsValue> {
    let bridge = bridge::get();
    let module = LiveModule::load().await.ok()?;
    let related = module.with_related(article, &bridge.base(), &bridge.messages());
    JsFuture::from(related).await.ok()
}

/// Opens a reading tool, for an element where it belongs to one, or the desk, for what was dropped as well.
pub async fn open_tool(tool: &str, element: Option<&HtmlElement>) -> Result<(), RequestError> {
    let module = if tool == DESK { DESK } else { "tools" };
    let module: ToolsModule = loaded(bridge::get().load(module)).await?.unchecked_into();
    let opened = module.open(&bridge::get(), tool, element);
    opened.map_err(|_| BROKEN)
}

/// A module that is missing or broken is not to be had for this document.
async fn loaded(module: Promise) -> Result<JsValue, RequestError> {
    let module = JsFuture::from(module).await;
    module.map_err(|error| match error.as_f64() {
        Some(status) => RequestError::of(status),
        None => BROKEN,
    })
}

fn property(object: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &name.into())
}
