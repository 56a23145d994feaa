//! Links: their targets checked, those that leave the site marked, those within the page matched.

use super::elements::{Content, Kind};
use super::escape;
use super::fragment::HoleKind;
use super::renderer::Renderer;
use crate::content::url::{UrlUse, clean_url, is_external};
use pulldown_cmark::LinkType;
use std::borrow::Cow;

pub(super) fn start(page: &mut Renderer, link_type: LinkType, url: &str, title: &str) {
    page.begin_inline();
    let target = match link_type {
        LinkType::Email => Cow::Owned(["mailto:", url].concat()),
        _ => Cow::Borrowed(url),
    };
    let is_open = page.links == 0 && !page.is_too_deep(1) && write_open(page, &target, title);
    if is_open {
        page.links += 1;
        page.push("", Kind::Link, Content::Line);
    } else {
        page.push("", Kind::Plain(""), Content::Line);
    }
}

/// Writes an opening tag, or nothing if the URL is refused.
pub(super) fn write_open(page: &mut Renderer, url: &str, title: &str) -> bool {
    let start = page.page.html.len();
    page.page.html.push_str("<a");
    if !write_target(page, url) {
        page.page.html.truncate(start);
        return false;
    }
    if !title.is_empty() {
        escape::named(&mut page.page.html, "title", title);
    }
    page.page.html.push('>');
    true
}

/// Writes ` href="…"` and what belongs to it, or nothing if the URL is refused.
pub(super) fn write_target(page: &mut Renderer, url: &str) -> bool {
    let url = page
        .enrichment
        .links
        .get(url)
        .map_or(url, |resolved| resolved);
    let clean = match clean_url(url, UrlUse::Link) {
        _ if page.as_specified => Cow::Borrowed(url),
        Some(clean) => clean,
        None => {
            refuse(page, url);
            return false;
        }
    };
    page.page.html.push_str(" href=\"");
    match clean.strip_prefix('#') {
        Some(target) if !target.is_empty() && !page.as_specified => {
            page.owed += 4 * target.len();
            page.page
                .leave(HoleKind::Target(target.into(), page.offset));
        }
        _ => escape::url(&mut page.page.html, &clean),
    }
    page.page.html.push('"');
    if !page.as_specified && is_external(&clean) {
        page.page.html.push_str(" rel=\"external noopener\"");
    }
    true
}

pub(super) fn refuse(page: &mut Renderer, url: &str) {
    let what = ["the URL \"", url, "\" is not allowed and is left out"];
    let remedy = ["use http, https, mailto or tel for a link, http or https for media"];
    page.report.warn(page.offset, &what, &remedy);
}
