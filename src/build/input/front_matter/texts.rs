//! Texts that stand for something else: a language, an address, a list of tags on one line.

use super::value::{Kind, Value};
use crate::content::url::{UrlUse, clean_url};
use percent_encoding::percent_decode_str;

/// The shape of a BCP 47 tag: subtags of at most eight letters and digits, the first of letters alone.
pub fn is_language(text: &str) -> bool {
    let is_subtag = |part: &str| {
        (1..=8).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
    };
    text.split('-').all(is_subtag) && text.starts_with(|first: char| first.is_ascii_alphabetic())
}

/// The address, if it is one on the web that names its host.
pub fn http_url(text: &str) -> Option<String> {
    let url = clean_url(text, UrlUse::Media)?;
    let absolute = ["https://", "http://"].iter().any(|scheme| {
        url.get(..scheme.len())
            .is_some_and(|start| start.eq_ignore_ascii_case(scheme))
    });
    absolute.then(|| url.into_owned())
}

/// A path of this site as a redirect is written from it, decoded, without the slash that it begins with: `old/post/`,
/// `old/post.html`, or with a query, `?p=123`. Nothing where it is no such path.
pub fn old_path(text: &str) -> Option<String> {
    if text.contains("://") {
        return None;
    }
    let (path, query) = text.split_once('?').unwrap_or((text, ""));
    let decoded = percent_decode_str(path).decode_utf8_lossy();
    let path = decoded.trim_start_matches('/');
    if !query.is_empty() {
        let is_plain =
            |character: char| !character.is_whitespace() && !"#\"'<>\\".contains(character);
        return query
            .chars()
            .all(is_plain)
            .then(|| [path, "?", query].concat());
    }
    let is_odd = |character: char| character.is_control() || "\\?#*<>\"".contains(character);
    let climbs = |path: &str| path.split('/').any(|segment| matches!(segment, "." | ".."));
    if path.is_empty() || path.contains(is_odd) || path.contains("//") || climbs(path) {
        return None;
    }
    let name = path.rsplit('/').next().unwrap_or(path);
    let is_folder = !name.is_empty() && !name.contains('.');
    Some([path, if is_folder { "/" } else { "" }].concat())
}

/// The tags of a list, or of Jekyll's line of words, or of a line with commas.
pub fn tags(list: &Value) -> Vec<Result<String, &Value>> {
    let line = match &list.kind {
        Kind::Text(line) => line,
        _ => return tags_of_list(list),
    };
    let separator: fn(char) -> bool = if line.contains(',') {
        |c| c == ','
    } else {
        char::is_whitespace
    };
    line.split(separator)
        .map(|tag| Ok(tag.trim().into()))
        .collect()
}

pub fn tags_of_list(list: &Value) -> Vec<Result<String, &Value>> {
    let elements = list.elements().iter();
    elements
        .map(|tag| tag.text().map(String::from).ok_or(tag))
        .collect()
}
