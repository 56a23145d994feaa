//! From a request to an answer:
//! 1. the harness's own paths under `/__test/`,
//! 2. the gate, if the journey put one before the path,
//! 3. the journey's answer, else that of the server behind this one, else the file or `404.html`,
//! 4. unless it came from another server, the headers of `_headers`,
//! 5. what the journey wants of all pages, and the collector's script tag in them.

use std::io;

use anyhow::Result;
use bytes::Bytes;
use http_body_util::BodyExt;
use hyper::body::Incoming;
use hyper::header::{
    CONTENT_ENCODING, CONTENT_SECURITY_POLICY, CONTENT_TYPE, HeaderName, HeaderValue, LOCATION,
};
use hyper::{Response, StatusCode};

use super::body::{AnswerBody, Interruption};
use super::files::{self, Found, media_type};
use super::{Request, State, lock, upstream};
use crate::fault::Fault;

const COLLECTOR: &str = include_str!("../collector.js");
const OWN_PATHS: &str = "/__test/";

/// An answer of the journey's own making.
#[derive(Clone, Debug)]
pub struct Answer {
    status: u16,
    body: Bytes,
    media_type: Option<String>,
    location: Option<HeaderValue>,
    interruption: Option<Interruption>,
}

impl Answer {
    /// Status 200 and the media type that fits the path.
    pub fn new(body: impl Into<Bytes>) -> Self {
        Self {
            status: 200,
            body: body.into(),
            media_type: None,
            location: None,
            interruption: None,
        }
    }

    /// An empty answer with this status.
    pub fn status(status: u16) -> Self {
        Self {
            status,
            ..Self::new("")
        }
    }

    /// A redirect to this address, in ASCII.
    pub fn redirect(location: &str) -> Self {
        Self {
            location: HeaderValue::from_str(location).ok(),
            ..Self::status(302)
        }
    }

    /// None: the connection ends.
    pub fn none() -> Self {
        Self::new("").interrupted(Interruption::Refuse)
    }

    pub fn interrupted(mut self, interruption: Interruption) -> Self {
        self.interruption = Some(interruption);
        self
    }

    pub fn with_body(mut self, body: impl Into<Bytes>) -> Self {
        self.body = body.into();
        self
    }

    pub fn with_media_type(mut self, media_type: &str) -> Self {
        self.media_type = Some(media_type.to_owned());
        self
    }
}

impl State {
    /// An error ends the connection.
    pub(super) async fn respond(
        &self,
        request: hyper::Request<Incoming>,
    ) -> io::Result<Response<AnswerBody>> {
        let path = request.uri().path().to_owned();
        if let Some(own) = path.strip_prefix(OWN_PATHS) {
            return interrupted(self.respond_to_harness(own, request).await);
        }
        lock(&self.requests).push(record(&request));
        let gate = lock(&self.plan).gates.get(&path).cloned();
        if let Some(gate) = gate {
            gate.pass().await;
        }
        let response = match (self.planned(&path), self.site.upstream) {
            (None, Some(port)) => upstream::ask(port, request).await,
            (Some(planned), _) => Ok(self.with_headers(&path, planned)),
            (None, None) => (self.file(&path)).map(|file| self.with_headers(&path, file)),
        };
        let response = response.unwrap_or_else(|error| plain(500, format!("{error:#}")));
        interrupted(self.bent(response))
    }

    fn planned(&self, path: &str) -> Option<Response<Bytes>> {
        let answer = lock(&self.plan).answers.get(path).cloned()?;
        let media_type = answer
            .media_type
            .unwrap_or_else(|| media_type_of_page(path).to_owned());
        let mut response = response(answer.status, &media_type, answer.body);
        response.extensions_mut().insert(answer.interruption);
        if let Some(location) = answer.location {
            response.headers_mut().insert(LOCATION, location);
        }
        Some(response)
    }

    fn file(&self, path: &str) -> Result<Response<Bytes>> {
        let Some(below) = path.strip_prefix(self.site.base.trim_end_matches('/')) else {
            return Ok(plain(404, "outside of the site".to_owned()));
        };
        match files::find(&self.site.dist, below) {
            Found::File(file) => {
                let media_type = media_type(&file.to_string_lossy());
                Ok(response(200, media_type, std::fs::read(file)?))
            }
            Found::Folder => {
                let mut redirect = plain(301, String::new());
                redirect
                    .headers_mut()
                    .insert(LOCATION, HeaderValue::from_str(&format!("{path}/"))?);
                Ok(redirect)
            }
            Found::Nothing => Ok(match std::fs::read(self.site.dist.join("404.html")) {
                Ok(page) => response(404, media_type("404.html"), page),
                Err(_) => plain(404, "not found".to_owned()),
            }),
        }
    }

    fn with_headers(&self, path: &str, mut response: Response<Bytes>) -> Response<Bytes> {
        for (name, value) in self.rules.for_path(path) {
            if let (Ok(name), Ok(value)) =
                (HeaderName::try_from(name), HeaderValue::try_from(value))
            {
                response.headers_mut().insert(name, value);
            }
        }
        response
    }

    /// As the journey wants it, and with the collector if it is a page.
    fn bent(&self, mut response: Response<Bytes>) -> Response<Bytes> {
        let plan = lock(&self.plan);
        let headers = response.headers_mut();
        for name in &plan.withheld_headers {
            headers.remove(name.as_str());
        }
        if let Some(policy) = headers.get_mut(CONTENT_SECURITY_POLICY)
            && plan.frames_allowed
        {
            let text = String::from_utf8_lossy(policy.as_bytes()).into_owned();
            let kept = HeaderValue::try_from(without_directive(&text, "frame-ancestors"));
            *policy = kept.unwrap_or_else(|_| policy.clone());
        }
        // What is compressed was not asked for as a document.
        if !is_html(&response) || response.headers().contains_key(CONTENT_ENCODING) {
            return response;
        }
        if plan.scripts_forbidden {
            // A second policy header: a browser keeps to both.
            let policy = HeaderValue::from_static("script-src 'none'");
            response
                .headers_mut()
                .append(CONTENT_SECURITY_POLICY, policy);
            return response;
        }
        if plan.pages_left_alone {
            return response;
        }
        response.map(|html| with_collector(&html))
    }

    async fn respond_to_harness(
        &self,
        own: &str,
        request: hyper::Request<Incoming>,
    ) -> Response<Bytes> {
        match own {
            "collector.js" => {
                let script = format!("{COLLECTOR}\n{}", lock(&self.plan).first_script);
                response(200, media_type(own), script)
            }
            "frame" => response(
                200,
                media_type("frame.html"),
                frame_page(request.uri().query().unwrap_or("")),
            ),
            "report" => {
                let body = request
                    .into_body()
                    .collect()
                    .await
                    .map(http_body_util::Collected::to_bytes);
                if let Some(fault) = body
                    .ok()
                    .and_then(|body| serde_json::from_slice::<Fault>(&body).ok())
                {
                    self.add_fault(fault);
                }
                plain(204, String::new())
            }
            _ => plain(404, "no such page of the harness".to_owned()),
        }
    }
}

/// The answer, interrupted where the journey wants it.
fn interrupted(response: Response<Bytes>) -> io::Result<Response<AnswerBody>> {
    let interruption = response.extensions().get::<Option<Interruption>>();
    match interruption.copied().flatten() {
        Some(Interruption::Refuse) => Err(io::ErrorKind::ConnectionReset.into()),
        interruption => Ok(response.map(|body| AnswerBody::new(body, interruption))),
    }
}

fn record(request: &hyper::Request<Incoming>) -> Request {
    let header = |(name, value): (&HeaderName, &HeaderValue)| {
        (
            name.to_string(),
            String::from_utf8_lossy(value.as_bytes()).into_owned(),
        )
    };
    Request {
        method: request.method().to_string(),
        path: request.uri().path().to_owned(),
        query: request.uri().query().map(str::to_owned),
        headers: request.headers().iter().map(header).collect(),
    }
}

fn plain(status: u16, text: String) -> Response<Bytes> {
    response(status, "text/plain; charset=utf-8", text)
}

fn response(status: u16, media_type: &str, body: impl Into<Bytes>) -> Response<Bytes> {
    let mut response = Response::new(body.into());
    *response.status_mut() =
        StatusCode::from_u16(status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    if let Ok(value) = HeaderValue::from_str(media_type) {
        response.headers_mut().insert(CONTENT_TYPE, value);
    }
    response
}

/// A planned answer for a folder path is a page.
fn media_type_of_page(path: &str) -> &'static str {
    media_type(if path.ends_with('/') {
        "index.html"
    } else {
        path
    })
}

fn is_html(response: &Response<Bytes>) -> bool {
    let media_type = response.headers().get(CONTENT_TYPE);
    media_type.is_some_and(|value| value.as_bytes().starts_with(b"text/html"))
}

/// The tag goes right behind `<head>`, before any script of the page.
fn with_collector(html: &[u8]) -> Bytes {
    let html = String::from_utf8_lossy(html);
    let lower = html.to_ascii_lowercase();
    let opening = ["<head>", "<head ", "<html", "<!doctype"]
        .iter()
        .find_map(|tag| lower.find(tag));
    let at = opening.map_or(0, |start| {
        lower[start..].find('>').map_or(0, |end| start + end + 1)
    });
    let (before, after) = html.split_at(at);
    format!("{before}<script src=\"{OWN_PATHS}collector.js\"></script>{after}").into()
}

fn without_directive(policy: &str, directive: &str) -> String {
    let kept = policy
        .split(';')
        .filter(|part| !part.trim_start().starts_with(directive));
    kept.collect::<Vec<_>>().join(";")
}

/// `width,height,path`: a page that shows another in a frame of that size.
fn frame_page(query: &str) -> String {
    let mut parts = query.splitn(3, ',');
    let mut part = || parts.next().unwrap_or_default();
    let (width, height, path) = (part(), part(), part());
    format!(
        "<!doctype html><html lang=\"en\"><title>A narrow window</title>\
         <body style=\"margin:0\"><iframe title=\"page\" width=\"{width}\" height=\"{height}\" \
         style=\"border:0\" src=\"{path}\"></iframe>"
    )
}
