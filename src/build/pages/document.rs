//! A finished page as one HTML document: the head, the site's header, the page, the site's footer.
//!
//! The Content-Security-Policy allows no `style` attribute in it, and of inline scripts only the one for the first paint.

use super::head::{Head, Policy};
use super::open_graph::SocialMeta;
use super::page_assets::{Icons, Linked};
use crate::build::store::output::Contents;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::content::site::Site;
use crate::language::{message, page_direction};
use crate::page_data::PageData;
use crate::pages::Page;
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
pub fn html(data: &PageData, preview: &SocialMeta, shell: &Shell) -> Contents {
    let content = view! { <Page data /> };
    html_of(data, content, &shell.policy, preview, shell)
}

/// The whole document of a page with this content, under this policy.
pub fn html_of(
    data: &PageData,
    content: impl IntoView,
    policy: &str,
    preview: &SocialMeta,
    shell: &Shell,
) -> Contents {
    let PageData { site, route, .. } = data;
    let html = written(view! {
        <!DOCTYPE html>
        <html lang=site.language.as_str() dir=page_direction(&site.language)>
            <head>
                <Head data policy preview shell />
            </head>
            <body>
                <a class="skip-link" href="#recto-main">
                    {site.words().text(message::SKIP_TO_CONTENT)}
                </a>
                <SiteHeader site route />
                <main id="recto-main" tabindex="-1">
                    {content}
                </main>
                <SiteFooter site />
                <div class="visually-hidden" id="recto-announcer" role="status" aria-live="polite"></div>
            </body>
        </html>
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

/// A page without the site's header, footer and style sheet, which no search finds. Its links open in `target`, and
/// `head` is what else its head holds.
#[component]
pub fn BarePage<'a, H: IntoView, B: IntoView>(
    site: &'a Site,
    policy: String,
    title: &'a str,
    target: &'static str,
    head: H,
    #[prop(optional)] body_class: Option<&'static str>,
    body: B,
) -> impl IntoView {
    view! {
        <!DOCTYPE html>
        <html lang=site.language.as_str() dir=page_direction(&site.language)>
            <head>
                <meta charset="utf-8" />
                <Policy policy />
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>{title}</title>
                <base target=target />
                {head}
            </head>
            <body class=body_class>{body}</body>
        </html>
    }
}

/// A view as HTML. Hydration, which we have none of, would look for the empty comments between texts and where nothing is
/// shown; no text of ours looks like one, because its `<` is escaped.
pub fn written(view: impl IntoView) -> String {
    let html = view.to_html().replace("<!>", "");
    // Neither of the two can stand in HTML as it is.
    match html.contains(['\0', '\r']) {
        true => html.replace('\0', "\u{FFFD}").replace('\r', "\n"),
        false => html,
    }
}
