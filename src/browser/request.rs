//! One request for a file: what is under way or has come is shared, what failed is forgotten, and nothing takes for ever.

use super::{bridge, events::listen, timing::sleep};
use gloo_net::http::Response;
use js_sys::{Promise, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{AbortController, AbortSignal, Event, RequestCache, RequestInit};

/// How long an answer may take, with all of its body. In milliseconds.
const DEADLINE: i32 = 8_000;

/// Why there is no text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum RequestError {
    /// Nothing answered.
    Unanswered,
    /// It was not whole in time.
    Late,
    /// The reader went elsewhere.
    Aborted,
    Status(u16),
}

/// How an answer is read.
#[derive(Clone, Copy)]
enum Body {
    Text,
    Bytes,
}

/// In the place of a status. The last two are those of `scripts/start.js`.
const ABORTED: f64 = -1.0;
const LATE: f64 = -2.0;
const UNANSWERED: f64 = 0.0;

/// The text of one file below the base path, or at a URL. The signal ends a request that only its owner wanted.
pub async fn text(path: &str, signal: Option<&AbortSignal>) -> Result<JsValue, RequestError> {
    loop {
        match JsFuture::from(shared(path, signal)).await {
            Ok(text) => return Ok(text),
            // A request that an earlier click had made ended with that click.
            Err(error) if is_of_another(&error, signal) => {}
            Err(error) => return Err(RequestError::from_value(&error)),
        }
    }
}

/// Begins to fetch a file, and keeps it. A failure is told to who asks for it.
pub fn begin(path: &str, signal: Option<&AbortSignal>) {
    bridge::ignore(&shared(path, signal));
}

/// The bytes of one file, as a `Uint8Array`.
pub async fn bytes(path: &str, cache: RequestCache) -> Result<JsValue, RequestError> {
    let bytes = JsFuture::from(shared_bytes(path, cache)).await;
    bytes.map_err(|error| RequestError::from_value(&error))
}

/// Begins to fetch bytes.
pub fn begin_bytes(path: &str, cache: RequestCache) {
    bridge::ignore(&shared_bytes(path, cache));
}

/// The same file asked for anew, past the caches on the way.
pub async fn fresh_text(path: &str, signal: &AbortSignal) -> Result<JsValue, RequestError> {
    anew(path, Some(signal), RequestCache::Reload).await
}

/// A file that may have changed: what a cache has of it counts only if the host says that it still does.
pub async fn checked_text(path: &str) -> Result<JsValue, RequestError> {
    anew(path, None, RequestCache::NoCache).await
}

async fn anew(
    path: &str,
    signal: Option<&AbortSignal>,
    cache: RequestCache,
) -> Result<JsValue, RequestError> {
    forget(path);
    let file = begin_fetch(path, signal, cache, Body::Text);
    let text = JsFuture::from(file).await;
    text.map_err(|error| RequestError::from_value(&error))
}

/// Keeps a text that came in another way.
pub fn put(path: &str, text: &JsValue) {
    let file = Promise::resolve(text);
    bridge::get().files().set(&key(path, Body::Text), &file);
}

/// What could not be read is asked for again.
pub fn forget(path: &str) {
    bridge::get().files().delete(&key(path, Body::Text));
}

pub fn forget_bytes(path: &str) {
    bridge::get().files().delete(&key(path, Body::Bytes));
}

impl RequestError {
    /// As promises reject with it: a status, or what takes its place.
    pub fn of(number: f64) -> Self {
        match number {
            ABORTED => Self::Aborted,
            LATE => Self::Late,
            UNANSWERED => Self::Unanswered,
            status => Self::Status(status as u16),
        }
    }

    fn from_value(error: &JsValue) -> Self {
        Self::of(error.as_f64().unwrap_or(UNANSWERED))
    }

    fn to_value(self) -> JsValue {
        match self {
            Self::Unanswered => UNANSWERED.into(),
            Self::Aborted => ABORTED.into(),
            Self::Late => LATE.into(),
            Self::Status(status) => status.into(),
        }
    }
}

fn is_of_another(error: &JsValue, signal: Option<&AbortSignal>) -> bool {
    let is_ours = signal.is_some_and(AbortSignal::aborted);
    RequestError::from_value(error) == RequestError::Aborted && !is_ours
}

fn shared(path: &str, signal: Option<&AbortSignal>) -> Promise {
    known(path, Body::Text)
        .unwrap_or_else(|| begin_fetch(path, signal, RequestCache::Default, Body::Text))
}

fn shared_bytes(path: &str, cache: RequestCache) -> Promise {
    known(path, Body::Bytes).unwrap_or_else(|| begin_fetch(path, None, cache, Body::Bytes))
}

/// Promises reject with a [`RequestError`] as a number.
fn known(path: &str, body: Body) -> Option<Promise> {
    bridge::get().files().get(&key(path, body)).dyn_into().ok()
}

/// A file may be wanted in both ways.
fn key(path: &str, body: Body) -> JsValue {
    match body {
        Body::Text => path.into(),
        Body::Bytes => ["bytes of ", path].concat().into(),
    }
}

fn begin_fetch(
    path: &str,
    signal: Option<&AbortSignal>,
    cache: RequestCache,
    body: Body,
) -> Promise {
    let (key, signal) = (key(path, body), signal.cloned());
    let failed = key.clone();
    // Live content may lie on another host.
    let url = match path.contains("://") {
        true => path.into(),
        false => bridge::get().base() + path,
    };
    let file = future_to_promise(async move {
        let text = fetch(&url, signal, cache, body).await;
        text.map_err(|error| {
            bridge::get().files().delete(&failed);
            error.to_value()
        })
    });
    bridge::get().files().set(&key, &file);
    file
}

/// The request is made by hand and its answer read by `gloo-net`, whose request builder costs 1 KB compressed.
async fn fetch(
    url: &str,
    signal: Option<AbortSignal>,
    cache: RequestCache,
    body: Body,
) -> Result<JsValue, RequestError> {
    let controller = AbortController::new().map_err(|_| RequestError::Unanswered)?;
    let is_late = end_at_deadline(&controller);
    let ended = controller.clone();
    if let Some(signal) = &signal {
        listen(signal, "abort", &controller.signal(), move |_: Event| {
            ended.abort();
        });
    }
    let options = RequestInit::new();
    options.set_signal(Some(&controller.signal()));
    options.set_cache(cache);
    let text = answer(
        bridge::window().fetch_with_str_and_init(url, &options),
        body,
    )
    .await;
    let is_aborted = signal.is_some_and(|signal| signal.aborted());
    text.map_err(|error| match error {
        _ if is_aborted => RequestError::Aborted,
        _ if is_late.get() => RequestError::Late,
        error => error,
    })
}

async fn answer(request: Promise, body: Body) -> Result<JsValue, RequestError> {
    let response = JsFuture::from(request).await;
    let response = response.map_err(|_| RequestError::Unanswered)?;
    let response = Response::from(response.unchecked_into::<web_sys::Response>());
    if !response.ok() {
        return Err(RequestError::Status(response.status()));
    }
    let whole = match body {
        Body::Text => response.text().await.map(JsValue::from),
        Body::Bytes => response
            .binary()
            .await
            .map(|bytes| Uint8Array::from(&*bytes).into()),
    };
    whole.map_err(|_| RequestError::Unanswered)
}

/// Whether the deadline has passed. A request that has ended by then does not mind.
fn end_at_deadline(controller: &AbortController) -> Rc<Cell<bool>> {
    let (controller, is_late) = (controller.clone(), Rc::new(Cell::new(false)));
    let passed = is_late.clone();
    spawn_local(async move {
        sleep(DEADLINE).await;
        passed.set(true);
        controller.abort();
    });
    is_late
}
