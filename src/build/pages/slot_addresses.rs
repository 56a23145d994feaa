//! The address of a page in the places that the publisher's slots have for it.

use crate::content::site::Site;
use crate::content::slots::Slots;
use crate::route::Route;
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

/// What `encodeURIComponent` encodes.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'_')
    .remove(b'.')
    .remove(b'!')
    .remove(b'~')
    .remove(b'*')
    .remove(b'\'')
    .remove(b'(')
    .remove(b')');

/// The places in addresses, as these have braces.
const ENCODED_URL: &str = "%7Burl%7D";
const ENCODED_PATH: &str = "%7Bpath%7D";

/// With the address of a page in the places for it.
pub fn filled(slots: &Slots, site: &Site, route: &Route) -> Slots {
    let fill = |(name, html): &(String, String)| (name.clone(), fill(html, site, route));
    Slots(slots.0.iter().map(fill).collect())
}

/// The same for HTML. In a URL the places are written as URLs have braces.
pub fn fill(html: &str, site: &Site, route: &Route) -> String {
    if !html.contains(['{', '%']) {
        return html.into();
    }
    let path = site.href(route);
    let url = [site.origin(), &path].concat();
    let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    html.replace("{url}", &url)
        .replace("{path}", &path)
        .replace(ENCODED_URL, &encoded(&url))
        .replace(ENCODED_PATH, &encoded(&path))
}

/// The same for a template, with other names for addresses of pictures: Firefox asks for these while it reads a page, also
/// for those in templates.
pub fn held_back(html: &str) -> String {
    let parts = html.split_inclusive('>').map(|part| {
        let (text, tag) = part.split_once('<').unwrap_or((part, ""));
        let tag = tag.replace(" src=\"", " data-src=\"");
        let tag = tag.replace(" poster=\"", " data-poster=\"");
        let tag = tag.replace(ENCODED_URL, "{url-encoded}");
        let tag = tag.replace(ENCODED_PATH, "{path-encoded}");
        let start = if tag.is_empty() { "" } else { "<" };
        [text, start, &tag].concat()
    });
    parts.collect()
}

#[cfg(test)]
mod tests {
    use super::held_back;

    #[test]
    fn addresses_of_pictures_are_held_back_and_texts_are_not() {
        let html = "a src=\"x\" <img src=\"/a.png\" alt=\"\"> b <video poster=\"/c\" src=\"/d\"></video> src=\"y\"";
        let expected = "a src=\"x\" <img data-src=\"/a.png\" alt=\"\"> b <video data-poster=\"/c\" data-src=\"/d\"></video> src=\"y\"";
        assert_eq!(held_back(html), expected);
    }
}
