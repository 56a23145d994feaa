//! One request, one answer, with the headers that `_headers` asks of a host.

use super::host_names::Names;
use super::problem_page::problem_page;
use super::state::{Site, State};
use crate::build::store::output::Contents;
use crate::route::Route;
use http_body_util::Full;
use hyper::body::{Body, Bytes};
use hyper::header::{ALLOW, CACHE_CONTROL, CONNECTION, CONTENT_TYPE, LOCATION};
use hyper::header::{HeaderName, HeaderValue};
use hyper::{Method, Request, Response, StatusCode};
use percent_encoding::percent_decode_str;
use std::borrow::Cow;
use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

/// The script that every page loads here.
pub const RELOAD_SCRIPT: &str = "/__recto/reload.js";

/// Where that script waits for a change.
const CHANGES: &str = "/__recto/changes";

/// Bytes that a request may bring along. None is read.
const MAX_BODY: u64 = 64 << 10;

/// What is sent behind the headers.
pub type Answer = Full<Bytes>;

/// What answers are made of.
pub struct Server {
    pub state: State,
    pub names: Names,
    /// Folders in which the files of the site lie. What a link leads to from there since the last build is not sent.
    pub folders: Vec<PathBuf>,
}

impl Server {
    /// Answers now or, if the request waits for a change, when there is one.
    pub async fn answer<B: Body>(self: Arc<Self>, request: Request<B>) -> Response<Answer> {
        if let Some(refused) = self.refused(&request) {
            return refused;
        }
        let (path, query) = (request.uri().path(), request.uri().query());
        match path {
            RELOAD_SCRIPT => text(StatusCode::OK, "text/javascript", include_str!("reload.js")),
            CHANGES => self.change(query.unwrap_or_default()).await,
            _ => {
                let path = path.to_string();
                self.page_or_file(path).await
            }
        }
    }

    fn refused<B: Body>(&self, request: &Request<B>) -> Option<Response<Answer>> {
        // What embeds need others may read, and drafts are among it.
        let is_open = request.uri().path().contains("/content/");
        if let Some((status, why)) = self.names.refusal(request, is_open) {
            return Some(text(status, "text/plain", &why));
        }
        let size = request.body().size_hint();
        if size.upper().unwrap_or(size.lower()) > MAX_BODY {
            let why = "The request brings too much along.";
            return Some(closed(text(
                StatusCode::PAYLOAD_TOO_LARGE,
                "text/plain",
                why,
            )));
        }
        let is_read = matches!(*request.method(), Method::GET | Method::HEAD);
        (!is_read).then(|| {
            let why = "Only GET and HEAD.";
            let mut answer = text(StatusCode::METHOD_NOT_ALLOWED, "text/plain", why);
            insert(&mut answer, ALLOW.as_str(), "GET, HEAD");
            closed(answer)
        })
    }

    async fn change(&self, query: &str) -> Response<Answer> {
        let seen = query.strip_prefix("after=").unwrap_or("");
        let change = self.state.wait_for_change(seen).await;
        let json = serde_json::to_string(&change).expect("every key of it is a text");
        text(StatusCode::OK, "application/json", &json)
    }

    async fn page_or_file(self: Arc<Self>, path: String) -> Response<Answer> {
        let site = match self.state.site().await {
            Ok(site) => site,
            Err(problems) => {
                let page = problem_page(problems, RELOAD_SCRIPT);
                return text(StatusCode::INTERNAL_SERVER_ERROR, "text/html", &page);
            }
        };
        // Others are answered while a file is read.
        let read = tokio::task::spawn_blocking(move || self.find(&site, &path));
        read.await.unwrap_or_else(|_| {
            let status = StatusCode::INTERNAL_SERVER_ERROR;
            text(status, "text/plain", "The file cannot be read.")
        })
    }

    fn find(&self, site: &Site, path: &str) -> Response<Answer> {
        let decoded = percent_decode_str(path).decode_utf8_lossy();
        let base_path = site.built.base_path.as_str();
        let Some(below) = decoded.strip_prefix(base_path) else {
            return moved(base_path);
        };
        let index = match below.is_empty() || below.ends_with('/') {
            true => [below, "index.html"].concat(),
            false => below.into(),
        };
        if let Some(answer) = self.file(site, &index, path, StatusCode::OK) {
            return answer;
        }
        if site.contents(&[below, "/index.html"].concat()).is_some() {
            return moved(&[path, "/"].concat());
        }
        let page = Route::NotFound.html_file();
        let not_found = self.file(site, &page, path, StatusCode::NOT_FOUND);
        let missing = "There is no such page.";
        not_found.unwrap_or_else(|| text(StatusCode::NOT_FOUND, "text/plain", missing))
    }

    fn file(
        &self,
        site: &Site,
        file: &str,
        path: &str,
        status: StatusCode,
    ) -> Option<Response<Answer>> {
        let contents = site.contents(file)?;
        if !self.stays_inside(&contents) {
            return None;
        }
        let mut answer = answer(status, contents.read().ok()?);
        for (name, value) in site.built.headers.of(path) {
            insert(&mut answer, name, value);
        }
        let kind = mime_guess::from_path(file).first_or_octet_stream();
        let charset = if kind.type_() == "text" {
            "; charset=utf-8"
        } else {
            ""
        };
        let kind = [kind.essence_str(), charset].concat();
        insert(&mut answer, CONTENT_TYPE.as_str(), &kind);
        Some(answer)
    }

    fn stays_inside(&self, contents: &Contents) -> bool {
        let Contents::CopyOf(original) = contents else {
            return true;
        };
        let Ok(real) = fs::canonicalize(original) else {
            return false;
        };
        let folders = self.folders.iter();
        let mut folders = folders.filter_map(|folder| fs::canonicalize(folder).ok());
        real.is_file() && folders.any(|folder| real.starts_with(folder))
    }
}

impl Site {
    fn contents(&self, file: &str) -> Option<Cow<'_, Contents>> {
        let preview = self.preview.as_ref().and_then(|preview| preview.file(file));
        let built = || self.built.outputs.get(file).map(Cow::Borrowed);
        preview.map(Cow::Owned).or_else(built)
    }
}

fn answer(status: StatusCode, bytes: impl Into<Bytes>) -> Response<Answer> {
    let mut answer = Response::new(Full::new(bytes.into()));
    *answer.status_mut() = status;
    answer
}

fn text(status: StatusCode, kind: &str, body: &str) -> Response<Answer> {
    let mut answer = answer(status, body.to_owned());
    let kind = [kind, "; charset=utf-8"].concat();
    insert(&mut answer, CONTENT_TYPE.as_str(), &kind);
    insert(&mut answer, CACHE_CONTROL.as_str(), "no-store");
    insert(&mut answer, "X-Content-Type-Options", "nosniff");
    answer
}

fn moved(to: &str) -> Response<Answer> {
    let mut answer = text(StatusCode::FOUND, "text/plain", to);
    insert(&mut answer, LOCATION.as_str(), to);
    answer
}

/// Nothing more is read of whoever is answered so.
fn closed(mut answer: Response<Answer>) -> Response<Answer> {
    insert(&mut answer, CONNECTION.as_str(), "close");
    answer
}

/// Adds nothing where a value cannot stand in a header.
fn insert(answer: &mut Response<Answer>, name: &str, value: &str) {
    let name = HeaderName::from_bytes(name.as_bytes());
    if let (Ok(name), Ok(value)) = (name, HeaderValue::from_bytes(value.as_bytes())) {
        answer.headers_mut().append(name, value);
    }
}
