//! The head of every page: the site's name, its main navigation, and what opens tools.

use crate::content::site::{NavigationLink, Site};
use crate::html::{Element, element, link};
use crate::language::{Words, message};
use crate::route::Route;

pub fn view(site: &Site, route: &Route) -> Element {
    let words = &site.words();
    let current = site.href(route);
    let links = site.navigation.iter().map(|item| {
        let href = href(site, item);
        let here = (href == current).then_some("page");
        element("li", "").child(link("", &href, &item.label).attribute_if("aria-current", here))
    });
    let navigation = element("nav", "site-navigation")
        .label(words, message::MAIN_NAVIGATION)
        .child(element("ul", "").children(links));
    element("header", "site-header")
        .child(link("site-title", &site.href(&Route::HOME), &site.title))
        .child(navigation)
        .child(tools(words))
}

/// What opens a tool, once scripts run.
fn tools(words: &Words) -> Element {
    let button = |tool: &str, label: &str, text: &str| {
        element("button", "site-tool")
            .attribute("type", "button")
            .attribute("data-tool", tool)
            .attribute("aria-haspopup", "dialog")
            .attribute("aria-label", label)
            .text(text)
    };
    let search = words.text(message::SEARCH);
    let preferences = words.text(message::PREFERENCES_BUTTON);
    element("div", "site-tools")
        .child(button("palette", &search, &search))
        .child(button("preferences", &preferences, "Aa"))
}

/// A link from the root is meant from the site's root.
fn href(site: &Site, link: &NavigationLink) -> String {
    match link.href.strip_prefix('/') {
        Some(path) => site.base_path().to_string() + path,
        None => link.href.clone(),
    }
}
