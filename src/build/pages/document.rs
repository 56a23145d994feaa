//! A finished page as one HTML document: the head, the site's header, the page, the site's footer.
//!
//! The Content-Security-Policy allows no `style` attribute in it, and of inline scripts only our two.

use super::head::{Head, Policy};
use super::open_graph::SocialMeta;
use super::page_style::LaterSheet;
use super::shell::Shell;
use super::slot_addresses;
use super::structured_data;
use crate::build::store::output::Contents;
use crate::components::site_footer::SiteFooter;
use crate::components::site_header::SiteHeader;
use crate::components::slot::SlotTemplate;
use crate::content::site::Site;
use crate::i18n::{message, page_direction};
use crate::page_data::PageData;
use crate::pages::Page;
use leptos::either::Either;
use leptos::prelude::*;

/// The whole document of a page that the app knows as well.
pub fn html(data: &PageData, preview: &SocialMeta, shell: &Shell) -> Contents {
    let content = view! { <Page data /> };
    html_of(
        data,
        content,
        &shell.policy(&data.content, false),
        preview,
        shell,
    )
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
    let slots = &shell.slots;
    let footer = slot_addresses::fill(&slots.footer, site, route);
    let html = written(view! {
        <!DOCTYPE html>
        <html
            lang=site.language.as_str()
            dir=page_direction(&site.language)
            data-live=shell.live.as_deref()
            data-counts=shell.counts.as_deref()
            data-missing=shell.is_empty.then_some("")
        >
            <head>
                <Head data policy preview shell />
            </head>
            <body>
                <a class="skip-link" href="#recto-main">
                    {site.translator().text(message::SKIP_TO_CONTENT)}
                </a>
                <SiteHeader site route furniture=&shell.furniture />
                <main id="recto-main" tabindex="-1">
                    {content}
                </main>
                <SiteFooter site furniture=&shell.furniture added=&footer />
                <div class="visually-hidden" id="recto-announcer" role="status" aria-live="polite"></div>
                <script>{shell.scripts.first_sign.as_str()}</script>
                <Templates shell />
                <Later data shell />
                <StructuredData data preview />
            </body>
        </html>
    });
    let html = match slots.head.is_empty() {
        true => html,
        // The first such tag is ours, for the same reason as below.
        false => html.replacen(END, &[&slots.head, END].concat(), 1),
    };
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
const END: &str = "</head>";

/// What the app fills slots of other pages from.
#[component]
fn Templates<'a>(shell: &'a Shell) -> impl IntoView {
    let in_pages = shell.slots.in_pages.0.iter();
    let templates = in_pages
        .map(|(name, html)| view! { <SlotTemplate name html=slot_addresses::held_back(html) /> });
    templates.collect_view()
}

/// The rest of the style, when all before it may be painted. What no reader sees before they come near it holds on paper
/// alone until then: `first_sign.js` knows when, and without scripts it holds at once.
#[component]
fn Later<'a>(data: &'a PageData, shell: &'a Shell) -> impl IntoView {
    let sheets = shell.later.as_ref();
    let sheet = sheets.map(|sheets| shell.style.later_of(&data.content, sheets));
    sheet.map(|LaterSheet { href, is_for_text }| match is_for_text {
        true => Either::Left(view! { <link rel="stylesheet" href=href /> }),
        false => Either::Right(view! {
            <link rel="stylesheet" media="print" href=href />
            <noscript>
                <link rel="stylesheet" href=href />
            </noscript>
        }),
    })
}

/// Search engines take it from anywhere.
#[component]
fn StructuredData<'a>(data: &'a PageData, preview: &'a SocialMeta) -> impl IntoView {
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
