//! From page to page without a new document. The browser keeps the history and the scroll.
//!
//! 1. An address that is no page of ours is left to the browser.
//! 2. The page was built ahead, or its data is loaded, and it is built now.
//! 3. It is put on screen, softly where the reader has waited for it anyway.
//! 4. What does not come, comes as an ordinary link brings it, or a page says why not.

use super::{
    built_ahead, chunks, focus, heights, loading_sign,
    navigation_api::{NavigateEvent, navigation},
    page::{self, BuiltPage},
    transition,
};
use crate::browser::{
    bridge,
    events::listen,
    live_updates,
    page_loader::{self, NotLoaded},
    timing,
};
use crate::content::slots::Slots;
use crate::page_data::{LoadError, PageContent, PageData};
use crate::route::Route;
use js_sys::{Promise, decode_uri_component};
use std::cell::{Cell, RefCell};
use wasm_bindgen::{JsValue, closure::Closure};
use wasm_bindgen_futures::{future_to_promise, spawn_local};
use web_sys::{AbortController, AbortSignal, Event, Url};

thread_local! {
    /// Whether the site's data has turned out to be newer than this app. Then links are ordinary links again, and the
    /// next document brings the app that fits.
    static OUTDATED: Cell<bool> = const { Cell::new(false) };
    /// Counts where the reader goes.
    static VISITS: Cell<u32> = const { Cell::new(0) };
    /// Ends what is loading for the reader.
    static LOADING: RefCell<Option<AbortController>> = const { RefCell::new(None) };
    /// The path of the page on show.
    static SHOWN: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Takes links over, from now on.
pub fn start() {
    SHOWN.set(path_on_show());
    if let Some(navigation) = navigation() {
        let signal = bridge::get().signal();
        listen(&navigation, "navigate", &signal, |event: NavigateEvent| {
            VISITS.set(VISITS.get() + 1);
            if let Some(visit) = Visit::of(event) {
                visit.begin();
            }
        });
    }
}

/// The route of a path of this origin; nothing where it is not a page that this app can show.
pub fn route_of(path: &str) -> Option<Route> {
    if OUTDATED.get() {
        return None;
    }
    let below = path.strip_prefix(&bridge::get().base())?;
    let decoded = String::from(decode_uri_component(below).ok()?);
    let route = page_loader::settled(Route::parse(&decoded));
    (route != Route::NotFound).then_some(route)
}

/// Ends what is loading. False where nothing is.
pub fn stop_loading() -> bool {
    let loading = LOADING.take();
    loading.iter().for_each(AbortController::abort);
    loading.is_some()
}

/// The host said "not found", but an article may be newer than the last prerendering: its data decides.
pub async fn open_missing() {
    let Some(route) = route_of(&path_on_show()) else {
        return;
    };
    // Only what was published since tells where it lies.
    live_updates::refresh().await;
    let version = live_updates::version();
    let data = match page_loader::page(&route, &bridge::get().signal()).await {
        Ok(data) => data,
        Err(NotLoaded::Failed(error)) => failure(route, error).await,
        // Nor does the app find anything.
        Err(_) => return,
    };
    page::show(BuiltPage::with(data, version), false);
}

/// A way to a page of ours.
struct Visit {
    event: NavigateEvent,
    route: Route,
    path: String,
    hash: String,
    number: u32,
    /// Whether the reader goes back or forward.
    is_back: bool,
    loading: AbortController,
}

impl Visit {
    /// Nothing where the browser is to go there itself.
    fn of(event: NavigateEvent) -> Option<Self> {
        let kind = event.navigation_type();
        let is_ordinary = event.can_intercept()
            && !event.hash_change()
            && event.download_request().is_none()
            && event.form_data().is_null()
            && kind != "reload";
        let url = Url::new(&event.destination().url()).ok()?;
        // What a page puts into its own address is no way to another; what leads to the page on show is.
        let is_own = kind == "replace" && event.destination().same_document();
        let route = route_of(&url.pathname()).filter(|_| is_ordinary && !is_own)?;
        Some(Self {
            event,
            route,
            path: url.pathname(),
            hash: url.hash(),
            number: VISITS.get(),
            is_back: kind == "traverse",
            loading: AbortController::new().ok()?,
        })
    }

    fn begin(self) {
        LOADING.take();
        // One engine has left the entry already, when the reader goes back.
        let entry = navigation().and_then(|navigation| navigation.current_entry());
        if entry.and_then(|entry| entry.url()) != Some(self.event.destination().url()) {
            heights::remember();
            focus::remember();
        }
        let event = self.event.clone();
        let handler = Closure::once_into_js(move || -> Promise {
            future_to_promise(async move {
                let outcome = self.go().await;
                outcome.map(|()| JsValue::UNDEFINED)
            })
        });
        event.intercept(&handler);
    }

    /// Rejects where the reader has stopped it.
    async fn go(self) -> Result<(), JsValue> {
        let Some(page) = self.page().await? else {
            return Ok(());
        };
        // An old address of the page on show, or the way back from one that was stopped.
        let signal = self.event.signal();
        if signal.aborted() {
            return Ok(());
        }
        let (event, path, is_back) = (self.event.clone(), self.path.clone(), self.is_back);
        let has_place = !self.hash.is_empty();
        let is_soft = page.is_soft;
        let update = Closure::once_into_js(move || {
            if event.signal().aborted() {
                return;
            }
            SHOWN.set(path);
            page::show(page, is_back);
            if is_back {
                focus::give_back();
            }
            // Going back and forward, the browser restores the scroll by itself; not all restore it when told. A place in
            // a long text can be scrolled to when it is there; that, too, the browser does by itself.
            let is_left_to_browser = is_back || (has_place && chunks::is_coming());
            if !is_left_to_browser {
                drop(event.scroll());
            }
        });
        if let Err(error) = transition::swap(&update, is_soft).await {
            bridge::get().stop(&format_error(&error));
            return Ok(());
        }
        if has_place && !self.is_back {
            chunks::whole().await;
        }
        Ok(())
    }

    /// The page to show; nothing where there is none, because the reader is elsewhere or it comes in another way.
    async fn page(&self) -> Result<Option<BuiltPage>, JsValue> {
        if SHOWN.with_borrow(|shown| *shown == self.path) && self.is_back {
            return Ok(None);
        }
        if let Some(page) = built_ahead::take(&self.path) {
            return Ok(Some(page));
        }
        let version = live_updates::version();
        match self.load().await {
            Ok(data) => Ok(Some(BuiltPage::with(data, version).softly())),
            Err(NotLoaded::Aborted) => self.stopped().await.map(|()| None),
            Err(NotLoaded::Ordinary) => {
                // It fails only where a page may not load itself, which ours may.
                drop(bridge::window().location().reload());
                Ok(None)
            }
            Err(NotLoaded::Failed(error)) => {
                let data = failure(self.route.clone(), error).await;
                Ok(Some(BuiltPage::with(data, version)))
            }
        }
    }

    /// Until it is there, a sign says that something is loading, and the reader can stop it.
    async fn load(&self) -> Result<PageData, NotLoaded> {
        let loading = self.loading.clone();
        listen(
            &self.event.signal(),
            "abort",
            &self.loading.signal(),
            move |_: Event| {
                loading.abort();
            },
        );
        LOADING.set(Some(self.loading.clone()));
        let sign = loading_sign::begin();
        let signal: AbortSignal = self.loading.signal();
        let loaded = page_loader::page(&self.route, &signal).await;
        drop(sign);
        if self.is_latest() {
            LOADING.take();
        }
        loaded.map_err(|error| {
            if signal.aborted() {
                NotLoaded::Aborted
            } else {
                error
            }
        })
    }

    /// The reader has gone elsewhere, or has stopped it: then the address is to be that of the page on show again.
    async fn stopped(&self) -> Result<(), JsValue> {
        // Where they go is told after what it ends.
        timing::rest().await;
        if !self.is_latest() {
            return Ok(());
        }
        if self.event.navigation_type() == "push" {
            // One engine does not go back while it is still on its way.
            spawn_local(async {
                timing::rest().await;
                // It fails only where a page has no history.
                drop(
                    bridge::window()
                        .history()
                        .and_then(|history| history.back()),
                );
            });
        }
        Err(JsValue::from_str("The reader has stopped it."))
    }

    fn is_latest(&self) -> bool {
        VISITS.get() == self.number
    }
}

async fn failure(route: Route, error: LoadError) -> PageData {
    OUTDATED.set(error == LoadError::Outdated);
    PageData {
        route,
        site: page_loader::site().await,
        content: PageContent::Failure(error),
        slots: Slots::default(),
        replies: String::new(),
    }
}

/// Of the page on show.
pub fn path_on_show() -> String {
    bridge::window().location().pathname().unwrap_or_default()
}

fn format_error(error: &JsValue) -> String {
    String::from(js_sys::Object::from(error.clone()).to_string())
}
