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
        .replace("%7Burl%7D", &encoded(&url))
        .replace("%7Bpath%7D", &encoded(&path))
}
