//! Links: their targets checked, those that leave the site marked, those within the page matched.

use super::html_output::{Content, HtmlOutput, Kind, Placeholder};
use super::{escape, player};
use crate::content::url::{UrlUse, clean_url, is_external};
use pulldown_cmark::LinkType;
use std::borrow::Cow;

pub(super) fn start(output: &mut HtmlOutput, link_type: LinkType, url: &str, title: &str) {
    output.begin_inline();
    let target = match link_type {
        LinkType::Email => Cow::Owned(["mailto:", url].concat()),
        _ => Cow::Borrowed(url),
    };
    let is_open = output.links == 0 && !output.is_too_deep(1) && write_open(output, &target, title);
    if is_open {
        output.links += 1;
        output.push("", Kind::Link, Content::Line);
    } else {
        output.push("", Kind::Plain(""), Content::Line);
    }
}

/// Writes an opening tag, or nothing if the URL is refused.
pub(super) fn write_open(output: &mut HtmlOutput, url: &str, title: &str) -> bool {
    let start = output.fragment.html.len();
    output.fragment.html.push_str("<a");
    // What the build knows to lead nowhere is no link.
    let is_none = output
        .enrichment
        .links
        .get(url)
        .is_some_and(String::is_empty);
    if is_none || !write_target(output, url) {
        output.fragment.html.truncate(start);
        return false;
    }
    if !title.is_empty() {
        escape::named(&mut output.fragment.html, "title", title);
    }
    output.fragment.html.push('>');
    true
}

/// Writes ` href="…"` and what belongs to it, or nothing if the URL is refused.
pub(super) fn write_target(output: &mut HtmlOutput, url: &str) -> bool {
    player::remember(output, url);
    let url = output
        .enrichment
        .links
        .get(url)
        .map_or(url, |resolved| resolved);
    let clean = match clean_url(url, UrlUse::Link) {
        _ if output.commonmark_mode => Cow::Borrowed(url),
        Some(clean) => clean,
        None => {
            refuse(output, url);
            return false;
        }
    };
    output.fragment.html.push_str(" href=\"");
    match clean.strip_prefix('#') {
        Some(target) if !target.is_empty() && !output.commonmark_mode => {
            output.reserved_bytes += 4 * target.len();
            output
                .fragment
                .reserve(Placeholder::Target(target.into(), output.offset));
        }
        _ => escape::url(&mut output.fragment.html, &clean),
    }
    output.fragment.html.push('"');
    if !output.commonmark_mode && is_external(&clean) {
        output.fragment.html.push_str(" rel=\"external noopener\"");
    }
    true
}

pub(super) fn refuse(output: &mut HtmlOutput, url: &str) {
    let what = ["the URL \"", url, "\" is not allowed and is left out"];
    let remedy = ["use http, https, mailto or tel for a link, http or https for media"];
    output.report.warn(output.offset, &what, &remedy);
}
