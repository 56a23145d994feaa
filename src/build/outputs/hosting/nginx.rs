//! An example for nginx, complete but for where the folder lies and what the server is called.

use super::headers::{EMBEDDABLE_PATHS, HeaderRules};
use super::media_types;
use super::redirects::Redirect;
use crate::components::embed_kinds::KINDS;
use crate::route::{PREVIEW, Route, WRITE, frame_path};
use percent_encoding::percent_decode_str;
use std::collections::BTreeSet;

/// What is sent as UTF-8 beside pages, in names of media types.
const TEXTS: &str = "application/json text/css text/javascript text/markdown text/plain text/xml";

/// `paths` are all files below `dist/`.
pub fn configuration<'a>(
    headers: &HeaderRules,
    redirects: &[Redirect],
    base_path: &str,
    paths: impl Iterator<Item = &'a str>,
) -> String {
    let mut lines: Vec<String> = vec![
        "# Write where the site lies in place of /var/www/site, and your own server_name.".into(),
        "server {".into(),
        "  listen 80;".into(),
        "  server_name example.org;".into(),
        "  absolute_redirect off;".into(),
        "  charset utf-8;".into(),
        ["  charset_types ", TEXTS, ";"].concat(),
        "  gzip_static on;".into(),
        "  # With the module for Brotli: brotli_static on;".into(),
        "  types {".into(),
    ];
    let not_found = ["error_page 404 ", base_path, "404.html;"].concat();
    let types = media_types(paths).into_iter();
    lines.extend(types.map(|(extension, kind)| ["    ", kind, " ", extension, ";"].concat()));
    lines.push("  }".into());
    for beginning in beginnings(headers, base_path) {
        lines.extend(location(headers, base_path, &beginning, &not_found));
    }
    // A file of this name would be served to whoever asks.
    lines.push(
        [
            "  location ",
            base_path,
            "_ { ",
            &not_found,
            " return 404; }",
        ]
        .concat(),
    );
    let site = base_path.trim_end_matches('/');
    if !site.is_empty() {
        lines.push(moved(site, base_path));
    }
    for redirect in redirects {
        lines.extend((redirect.plain_from(base_path)).map(|from| moved(&from, &redirect.to)));
        lines.extend((redirect.with_query()).map(|from| {
            [
                "  if ($request_uri = \"",
                &from,
                "\") { return 301 \"",
                &redirect.to,
                "\"; }",
            ]
            .concat()
        }));
    }
    lines.push("}\n".into());
    lines.join("\n")
}

/// How the paths below the base path begin, decoded, that have headers of their own.
fn beginnings(headers: &HeaderRules, base_path: &str) -> BTreeSet<String> {
    let frames = KINDS.map(|kind| frame_path(kind.name, ""));
    // A page beside files that are no pages and have other headers.
    let builder = Route::Embed.html_file();
    let folders = ["", "assets/", PREVIEW].into_iter().chain(EMBEDDABLE_PATHS);
    let desk = headers.has_desk(base_path).then(|| WRITE.into());
    let own = folders
        .map(String::from)
        .chain(frames)
        .chain([builder])
        .chain(desk);
    own.chain(pictures(headers, base_path)).collect()
}

/// A location has only the headers it names itself, so that each has to name all of its own.
fn location(
    headers: &HeaderRules,
    base_path: &str,
    beginning: &str,
    not_found: &str,
) -> Vec<String> {
    let path = [base_path, beginning].concat();
    let folder = word(&["/var/www/site/", beginning].concat());
    let mut lines = vec![
        ["  location ", &word(&path), " {"].concat(),
        ["    alias ", &folder, ";"].concat(),
    ];
    // Not for data: an answer from elsewhere would lack the headers by which others may read that it is missing.
    if beginning.is_empty() {
        lines.push(["    ", not_found].concat());
    }
    // The rules for what lies there, but for the site itself, whose first page has its own, and for what is a file.
    let is_whole = beginning.is_empty() || !beginning.ends_with(['/', '-']);
    let within = if is_whole { "" } else { "x" };
    for (name, value) in headers.of(&[&path, within].concat()) {
        // What is missing may be there tomorrow.
        let always = match value.contains("immutable") {
            true => "",
            false => " always",
        };
        lines.push(["    add_header ", name, " \"", value, "\"", always, ";"].concat());
    }
    lines.push("  }".into());
    lines
}

/// Folders of pictures and single ones, below the base path and decoded, as nginx can name them.
fn pictures(headers: &HeaderRules, base_path: &str) -> Vec<String> {
    let patterns = headers.picture_patterns();
    let below = patterns.filter_map(|pattern| pattern.strip_prefix(base_path));
    let decoded = below.map(|pattern| {
        let beginning = pattern.strip_suffix('*').unwrap_or(pattern);
        percent_decode_str(beginning)
            .decode_utf8_lossy()
            .into_owned()
    });
    // Names that nginx would take for something else fall under the policy of pages.
    let is_plain = |path: &String| !path.contains(['"', '\\', '$', ';', '%']);
    decoded.filter(|path| is_plain(path)).collect()
}

/// In quotes where it would be several words.
fn word(path: &str) -> String {
    let is_plain = |character: char| character.is_alphanumeric() || "/-_.~+@".contains(character);
    match path.chars().all(is_plain) {
        true => path.into(),
        false => ["\"", path, "\""].concat(),
    }
}

fn moved(from: &str, to: &str) -> String {
    ["  location = \"", from, "\" { return 301 \"", to, "\"; }"].concat()
}
