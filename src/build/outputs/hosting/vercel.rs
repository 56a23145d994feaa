//! `vercel.json`: headers and redirects as Vercel reads them.

use super::headers::HeaderRules;
use super::redirects::Redirect;
use crate::build::store::json::pretty_json;
use serde::Serialize;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Vercel<'a> {
    trailing_slash: bool,
    headers: Vec<Rule<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    redirects: Vec<Moved<'a>>,
}

#[derive(Serialize)]
struct Rule<'a> {
    /// A path in the notation of `path-to-regexp`.
    source: String,
    headers: Vec<Header<'a>>,
}

#[derive(Serialize)]
struct Header<'a> {
    key: &'a str,
    value: &'a str,
}

#[derive(Serialize)]
struct Moved<'a> {
    source: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    has: Vec<Query<'a>>,
    destination: &'a str,
    permanent: bool,
}

/// A part of the query that there has to be.
#[derive(Serialize)]
#[serde(tag = "type", rename = "query")]
struct Query<'a> {
    key: &'a str,
    value: &'a str,
}

pub fn configuration(headers: &HeaderRules, redirects: &[Redirect]) -> Vec<u8> {
    let rules = headers.rules().map(|(pattern, headers)| Rule {
        source: match pattern.strip_suffix('*') {
            Some(beginning) => escaped(beginning) + "(.*)",
            None => escaped(pattern),
        },
        headers: headers
            .iter()
            .map(|(key, value)| Header { key, value })
            .collect(),
    });
    let moved = redirects.iter().map(|redirect| Moved {
        source: escaped(&redirect.from),
        has: redirect
            .query()
            .map(|(key, value)| Query { key, value })
            .collect(),
        destination: &redirect.to,
        permanent: true,
    });
    let configuration = Vercel {
        trailing_slash: true,
        headers: rules.collect(),
        redirects: moved.collect(),
    };
    pretty_json(&configuration)
}

/// With a backslash before all that means something in a pattern.
fn escaped(path: &str) -> String {
    let mut pattern = String::new();
    for character in path.chars() {
        if "()[]{}:*+?!\\".contains(character) {
            pattern.push('\\');
        }
        pattern.push(character);
    }
    pattern
}
