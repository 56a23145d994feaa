//! An example for Caddy, complete but for where the folder lies.

use super::headers::{HeaderRules, POLICY};
use super::media_types;
use super::redirects::Redirect;
use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// What is hidden is hidden at any depth, so that it is named in full.
const FILES: [&str; 5] = [
    "\t\tfile_server {",
    "\t\t\tprecompressed br gzip",
    "\t\t\thide _headers _redirects _hosting",
    "\t\t}",
    "\t}",
];

const NOT_FOUND: [&str; 5] = [
    "\t\t\tContent-Type \"text/html; charset=utf-8\"",
    "\t\t}",
    "\t\trewrite * /404.html",
    "\t\tfile_server",
    "\t}",
];

/// Extensions of which Caddy itself knows what they are. It sends all others as nothing, unless its machine knows more.
const KNOWN: [&str; 16] = [
    "avif", "css", "gif", "htm", "html", "jpeg", "jpg", "js", "json", "mjs", "pdf", "png", "svg",
    "wasm", "webp", "xml",
];

/// `paths` are all files below `dist/`.
pub fn configuration<'a>(
    headers: &HeaderRules,
    redirects: &[Redirect],
    base_path: &str,
    base_url: &str,
    paths: impl Iterator<Item = &'a str>,
) -> String {
    let host = base_url.split('/').take(3).collect::<Vec<_>>().join("/");
    let mut lines: Vec<String> = vec![
        "# Write where the site lies in place of /var/www/site.".into(),
        [&host, " {"].concat(),
        "\troot * /var/www/site".into(),
    ];
    for (index, (pattern, set)) in headers.rules().enumerate() {
        let below = pattern.strip_suffix('*');
        let is_below = |picture: &&str| below.is_some_and(|below| picture.starts_with(below));
        let pictures = headers.picture_patterns().filter(is_below);
        let pictures: Vec<&str> = pictures.filter(|picture| *picture != pattern).collect();
        let is_apart = |(name, _): &&(&str, String)| *name == POLICY && !pictures.is_empty();
        let (policy, others): (Vec<_>, Vec<_>) = set.iter().partition(is_apart);
        lines.extend(block(&word(&readable(pattern)), &others));
        if !policy.is_empty() {
            let name = ["@pages-", &index.to_string()].concat();
            lines.extend(all_but(&name, pattern, &pictures));
            lines.extend(block(&name, &policy));
        }
    }
    for (extension, kind) in media_types(paths) {
        if !KNOWN.contains(&extension) {
            lines.extend(media_type(extension, kind));
        }
    }
    let site = base_path.trim_end_matches('/');
    if !site.is_empty() {
        lines.push(moved(site, base_path));
    }
    for (number, redirect) in redirects.iter().enumerate() {
        lines.extend((redirect.plain_from(base_path)).map(|from| moved(&from, &redirect.to)));
        if redirect.with_query().is_some() {
            lines.extend(moved_query(number, redirect));
        }
    }
    let handle_path = ["\thandle_path ", base_path, "* {"].concat();
    lines.push(handle_path);
    lines.extend(FILES.map(String::from));
    if !site.is_empty() {
        // Else what lies outside of the site is answered with an empty page.
        lines.extend(["\thandle {", "\t\terror 404", "\t}"].map(String::from));
    }
    // The headers of the page, not of what is missing: that may be there tomorrow.
    lines.push("\thandle_errors {".into());
    lines.push("\t\theader {".into());
    let of_page = headers.of(base_path);
    lines.extend(of_page.map(|(name, value)| header("\t\t\t", name, value)));
    lines.extend(NOT_FOUND.map(String::from));
    lines.push("}\n".into());
    lines.join("\n")
}

/// Headers for what fits; none are no block.
fn block(matcher: &str, headers: &[&(&'static str, String)]) -> Vec<String> {
    if headers.is_empty() {
        return Vec::new();
    }
    let begin = ["\theader ", matcher, " {"].concat();
    let headers = headers.iter();
    let headers = headers.map(|(name, value)| header("\t\t", name, value));
    std::iter::once(begin)
        .chain(headers)
        .chain(["\t}".into()])
        .collect()
}

/// A name for all that fits a pattern but for single paths, because of two rules that fit the wider one counts.
fn all_but(name: &str, pattern: &str, paths: &[&str]) -> Vec<String> {
    let words = |paths: &[&str]| {
        let words = paths.iter().map(|path| word(&readable(path)));
        words.collect::<Vec<_>>().join(" ")
    };
    [
        ["\t", name, " {"].concat(),
        ["\t\tpath ", &words(&[pattern])].concat(),
        ["\t\tnot path ", &words(paths)].concat(),
        "\t}".into(),
    ]
    .into()
}

fn header(indent: &str, name: &str, value: &str) -> String {
    [indent, name, " \"", value, "\""].concat()
}

/// A pattern that begins with `*` needs a name.
fn media_type(extension: &str, kind: &str) -> [String; 2] {
    let charset = match kind.starts_with("text/") {
        true => "; charset=utf-8",
        false => "",
    };
    let header = [
        "\theader @",
        extension,
        " Content-Type \"",
        kind,
        charset,
        "\"",
    ];
    let matcher = ["\t@", extension, " path *.", extension];
    [matcher.concat(), header.concat()]
}

/// A pattern as people write it, but where that would mean something else.
fn readable(pattern: &str) -> Cow<'_, str> {
    let (beginning, star) = match pattern.strip_suffix('*') {
        Some(beginning) => (beginning, "*"),
        None => (pattern, ""),
    };
    let decoded = percent_decode_str(beginning).decode_utf8_lossy();
    match decoded.contains(['*', '%', '{', '}', '\\']) {
        true => pattern.into(),
        false => decoded + star,
    }
}

/// In quotes where it would be several words, or something else.
fn word(pattern: &str) -> String {
    let is_plain =
        |character: char| character.is_ascii_alphanumeric() || "/-_.*".contains(character);
    match pattern.chars().all(is_plain) {
        true => pattern.into(),
        false => ["\"", &pattern.replace('"', "\\\""), "\""].concat(),
    }
}

/// Which needs a name, too.
fn moved_query(number: usize, redirect: &Redirect) -> [String; 5] {
    let name = ["@old", &number.to_string()].concat();
    let query = redirect
        .query()
        .map(|(name, value)| [" \"", name, "=", value, "\""].concat());
    [
        ["\t", &name, " {"].concat(),
        ["\t\tpath \"", &redirect.from, "\""].concat(),
        ["\t\tquery", &query.collect::<String>()].concat(),
        "\t}".into(),
        ["\tredir ", &name, " \"", &redirect.to, "\" permanent"].concat(),
    ]
}

fn moved(from: &str, to: &str) -> String {
    ["\tredir \"", from, "\" \"", to, "\" permanent"].concat()
}
