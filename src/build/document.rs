//! A finished page as one HTML document: the head, the site's header, the page, the site's footer.
//!
//! The Content-Security-Policy allows no `style` attribute in it, and of inline scripts only the one for the first paint.

use super::assets::Linked;
use super::head;
use super::outputs::icons::Icons;
use super::pages::open_graph::Preview;
use super::store::output::Contents;
use crate::components::{site_footer, site_header};
use crate::content::site::Site;
use crate::html::{Node, element, link};
use crate::language::{message, page_direction};
use crate::page_data::PageData;
use crate::pages;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What is the same on every page.
pub struct Shell {
    pub style_sheet: Arc<str>,
    /// The inline script behind the style sheet.
    pub first_paint: String,
    /// The Content-Security-Policy, for hosts that send no headers.
    pub policy: String,
    /// URL of the script that brings the page to life.
    pub start_script: String,
    /// URL of what the interface says, where that is not English.
    pub messages: Option<String>,
    /// URL of the script that loads the page anew after a change; for `recto serve` alone.
    pub reload_script: Option<String>,
    /// The colour of the browser's own surfaces, for light and dark.
    pub theme_colors: Option<(String, String)>,
    pub icons: Icons,
    /// What pages for frames load.
    pub framed: Linked,
    /// What the page about embedding loads beside what every page does.
    pub builder: Linked,
    /// Where the feeds of each series lie, by its name.
    pub series_folders: BTreeMap<String, String>,
}

/// The whole document of a page that the app knows as well.
pub fn html(data: &PageData, preview: Preview, shell: &Shell) -> Contents {
    let policy = shell.policy.clone();
    html_of(data, pages::view(data), policy, preview, shell)
}

/// The whole document of a page with this content, under this policy.
pub fn html_of(
    data: &PageData,
    content: Node,
    policy: String,
    preview: Preview,
    shell: &Shell,
) -> Contents {
    let html = written(|| {
        view! {
            <!DOCTYPE html>
            <html lang=data.site.language.clone() dir=page_direction(&data.site.language)>
                <head>{head::elements(data, policy, &preview, shell)}</head>
                <body inner_html=body(data, content)></body>
            </html>
        }
    });
    // The first such tag is ours: no text before it holds a `<` that is not escaped.
    let style_at = html.find(STYLE).map_or(0, |at| at + STYLE.len());
    Contents::Page {
        html,
        style_sheet: shell.style_sheet.clone(),
        style_at,
    }
}

const STYLE: &str = "<style>";

/// A page without the site's header, footer and style sheet, which no search finds.
pub struct Bare<'a> {
    pub policy: String,
    pub title: &'a str,
    /// Where its links open.
    pub target: &'a str,
    pub body_class: Option<&'a str>,
    /// HTML.
    pub body: String,
}

/// The whole document of a bare page, with what else its head holds.
pub fn bare<Head: IntoView>(site: &Site, page: Bare, head: impl FnOnce() -> Head) -> Contents {
    let html = written(|| {
        view! {
            <!DOCTYPE html>
            <html lang=site.language.clone() dir=page_direction(&site.language)>
                <head>
                    <meta charset="utf-8" />
                    {leptos::html::meta().http_equiv("Content-Security-Policy").content(page.policy)}
                    <meta name="viewport" content="width=device-width, initial-scale=1" />
                    <meta name="robots" content="noindex" />
                    <title>{page.title.to_string()}</title>
                    <base target=page.target.to_string() />
                    {head()}
                </head>
                <body class=page.body_class.map(str::to_string) inner_html=page.body></body>
            </html>
        }
    });
    html.into()
}

/// The HTML of a view. Signals that it makes are gone with their owner.
pub fn written<View: RenderHtml>(view: impl FnOnce() -> View) -> String {
    let owner = Owner::new();
    let html = owner.with(|| view().to_html());
    owner.cleanup();
    html
}

fn body(data: &PageData, content: Node) -> String {
    let main = element("main", "")
        .attribute("id", "recto-main")
        .attribute("tabindex", "-1");
    let announcer = element("div", "visually-hidden")
        .attribute("id", "recto-announcer")
        .attribute("role", "status")
        .attribute("aria-live", "polite");
    let skip = data.site.words().text(message::SKIP_TO_CONTENT);
    let body = Node::Fragment(vec![
        link("skip-link", "#recto-main", &skip).into(),
        site_header::view(&data.site, &data.route).into(),
        main.child(content).into(),
        site_footer::view(&data.site).into(),
        announcer.into(),
    ]);
    body.to_html()
}
