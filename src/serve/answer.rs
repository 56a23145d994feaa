//! One request, one answer, with the headers that `_headers` asks of a host.

use super::state::State;
use crate::build::BuiltSite;
use crate::build::pages::document::written;
use crate::route::Route;
use leptos::prelude::*;
use percent_encoding::percent_decode_str;
use std::io::Cursor;
use std::sync::Arc;
use std::thread;
use tiny_http::{Header, Method, Request, Response};

/// The script that every page loads here.
pub const RELOAD_SCRIPT: &str = "/__recto/reload.js";

/// Where that script waits for a change.
const CHANGES: &str = "/__recto/changes";

/// Answers, now or, if the request waits for a change, when there is one.
pub fn answer(request: Request, state: &Arc<State>) {
    let url = request.url().to_string();
    let (path, query) = url.split_once('?').unwrap_or((&url, ""));
    let answer = match path {
        _ if !matches!(request.method(), Method::Get | Method::Head) => {
            text(405, "text/plain", "Only GET and HEAD.")
        }
        RELOAD_SCRIPT => text(200, "text/javascript", include_str!("reload.js")),
        CHANGES => return answer_later(request, Arc::clone(state), query.to_string()),
        _ => page_or_file(state, path),
    };
    send(request, answer);
}

type Answer = Response<Cursor<Vec<u8>>>;

/// A page that waits must not keep others from being answered.
fn answer_later(request: Request, state: Arc<State>, query: String) {
    thread::spawn(move || {
        let change = state.wait_for_change(query.strip_prefix("after=").unwrap_or(""));
        let json = serde_json::to_string(&change).expect("every key of it is a text");
        send(request, text(200, "application/json", &json));
    });
}

/// A browser that is gone does not want the answer.
fn send(request: Request, answer: Answer) {
    let _ = request.respond(answer);
}

fn page_or_file(state: &State, path: &str) -> Answer {
    let site = match state.site() {
        Ok(site) => site,
        Err(problems) => return text(500, "text/html", &problem_page(problems)),
    };
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let Some(below) = decoded.strip_prefix(site.base_path.as_str()) else {
        return moved(&site.base_path);
    };
    let index = match below.is_empty() || below.ends_with('/') {
        true => [below, "index.html"].concat(),
        false => below.into(),
    };
    if let Some(answer) = file(&site, &index, path, 200) {
        return answer;
    }
    if site.outputs.get(&[below, "/index.html"].concat()).is_some() {
        return moved(&[path, "/"].concat());
    }
    let not_found = file(&site, &Route::NotFound.html_file(), path, 404);
    not_found.unwrap_or_else(|| text(404, "text/plain", "There is no such page."))
}

fn file(site: &BuiltSite, file: &str, path: &str, status: u16) -> Option<Answer> {
    let bytes = site.outputs.get(file)?.read().ok()?;
    let mut answer = Response::from_data(bytes).with_status_code(status);
    for (name, value) in site.headers.of(path) {
        answer.add_header(header(name, value)?);
    }
    let kind = mime_guess::from_path(file).first_or_octet_stream();
    let charset = if kind.type_() == "text" {
        "; charset=utf-8"
    } else {
        ""
    };
    answer.add_header(header(
        "Content-Type",
        &[kind.essence_str(), charset].concat(),
    )?);
    Some(answer)
}

fn text(status: u16, kind: &str, body: &str) -> Answer {
    let content_type = header("Content-Type", &[kind, "; charset=utf-8"].concat());
    let headers = content_type
        .into_iter()
        .chain(header("Cache-Control", "no-store"));
    headers.fold(
        Response::from_string(body).with_status_code(status),
        |answer, header| answer.with_header(header),
    )
}

fn moved(to: &str) -> Answer {
    let answer = text(302, "text/plain", to);
    match header("Location", to) {
        Some(location) => answer.with_header(location),
        None => answer,
    }
}

/// Nothing where a value cannot stand in a header.
fn header(name: &str, value: &str) -> Option<Header> {
    Header::from_bytes(name, value).ok()
}

/// For as long as no site could be built at all.
fn problem_page(problems: Vec<String>) -> String {
    let problems = problems
        .into_iter()
        .map(|problem| view! { <li>{problem}</li> });
    written(view! {
        <!DOCTYPE html>
        <html lang="en">
            <head>
                <meta charset="utf-8" />
                <title>"The site cannot be built"</title>
                <script type="module" src=RELOAD_SCRIPT></script>
            </head>
            <body>
                <h1>"The site cannot be built"</h1>
                <p>"This page is replaced by the site when the following is corrected."</p>
                <ul>{problems.collect_view()}</ul>
            </body>
        </html>
    })
}
