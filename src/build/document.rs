//! A finished page as one HTML document: the head, the site's header, the page, the site's footer.
//!
//! The Content-Security-Policy allows no `style` attribute in it, and of inline scripts only our two.

use super::assets::Linked;
use super::head::{Head, Policy};
use super::inline_scripts::InlineScripts;
use super::outputs::hosting::headers::policy_of_page;
use super::outputs::icons::Icons;
use super::page_style::PageStyle;
use super::pages::open_graph::Preview;
use super::pages::structured_data;
use super::store::output::Contents;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::content::site::Site;
use crate::language::{message, page_direction};
use crate::page_data::{PageContent, PageData};
use crate::pages::Page;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// What is the same on every page.
pub struct Shell {
    pub style: PageStyle,
    /// URL of the rest of it, where pages do not have all in themselves.
    pub later_sheet: Option<String>,
    pub scripts: InlineScripts,
    /// What the policy calls them.
    pub script_sources: String,
    /// URL of the script that loads the page anew after a change; for `recto serve` alone.
    pub reload_script: Option<String>,
    /// The colour of the browser's own surfaces, for light and dark.
    pub theme_colors: Option<(String, String)>,
    pub icons: Icons,
    /// What pages for frames load.
    pub framed: Linked,
    /// What the page about embedding loads beside what every page does.
    pub builder_sheet: String,
    /// Where the feeds of each series lie, by its name.
    pub series_folders: BTreeMap<String, String>,
}

impl Shell {
    /// The Content-Security-Policy of a page, for hosts that send no headers. It names only what is inlined there.
    pub fn policy(&self, content: &PageContent) -> String {
        let sheets = self.style.of(content);
        let sources: Vec<&str> = sheets.iter().map(|sheet| &*sheet.source).collect();
        policy_of_page(&sources.join(" "), &self.script_sources)
    }
}

/// The whole document of a page that the app knows as well.
pub fn html(data: &PageData, preview: &Preview, shell: &Shell) -> Contents {
    let content = view! { <Page data /> };
    html_of(data, content, &shell.policy(&data.content), preview, shell)
}

/// The whole document of a page with this content, under this policy.
pub fn html_of(
    data: &PageData,
    content: impl IntoView,
    policy: &str,
    preview: &Preview,
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
                <script>{shell.scripts.first_sign.as_str()}</script>
                <LaterSheet shell />
                <StructuredData data preview />
            </body>
        </html>
    });
    // The first such tag is ours: no text before it holds a `<` that is not escaped.
    let style_at = html.find(STYLE).map_or(0, |at| at + STYLE.len());
    let sheets = shell.style.of(&data.content);
    Contents::Page {
        html,
        style_sheets: sheets.iter().map(|sheet| sheet.text.clone()).collect(),
        style_at,
    }
}

const STYLE: &str = "<style>";

/// The rest of the style, when all before it may be painted.
#[component]
fn LaterSheet<'a>(shell: &'a Shell) -> impl IntoView {
    let sheet = shell.later_sheet.as_deref();
    sheet.map(|href| view! { <link rel="stylesheet" href=href /> })
}

/// Search engines take it from anywhere.
#[component]
fn StructuredData<'a>(data: &'a PageData, preview: &'a Preview) -> impl IntoView {
    let json = structured_data::json(data, &data.canonical_url(), preview);
    json.map(|json| view! { <script type="application/ld+json">{json}</script> })
}

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
