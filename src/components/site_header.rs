//! The head of every page: the site's name, its main navigation, and what opens tools.

use crate::content::site::{NavigationLink, Site};
use crate::html::{Element, element, link};
use crate::route::Route;

pub fn view(site: &Site, route: &Route) -> Element {
    let current = site.href(route);
    let links = site.navigation.iter().map(|item| {
        let href = href(site, item);
        let here = (href == current).then_some("page");
        element("li", "").child(link("", &href, &item.label).attribute_if("aria-current", here))
    });
    let navigation = element("nav", "site-navigation")
        .attribute("aria-label", "Main")
        .child(element("ul", "").children(links));
    element("header", "site-header")
        .child(link("site-title", &site.href(&Route::HOME), &site.title))
        .child(navigation)
        .child(tools())
}

/// What opens a tool, once scripts run.
fn tools() -> Element {
    let button = |tool: &str, label: &str, text: &str| {
        element("button", "site-tool")
            .attribute("type", "button")
            .attribute("data-tool", tool)
            .attribute("aria-haspopup", "dialog")
            .attribute("aria-label", label)
            .text(text)
    };
    element("div", "site-tools")
        .child(button("palette", "Search", "Search"))
        .child(button("preferences", "Reading preferences, Aa", "Aa"))
}

/// A link from the root is meant from the site's root.
fn href(site: &Site, link: &NavigationLink) -> String {
    match link.href.strip_prefix('/') {
        Some(path) => site.base_path().to_string() + path,
        None => link.href.clone(),
    }
}
