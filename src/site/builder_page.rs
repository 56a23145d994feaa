//! The page about embedding, where code for other people's pages is made, and the empty page that it fills with the
//! pieces to look at.

use super::assets::Linked;
use super::document::{self, Shell};
use super::hosting::headers::{policy_of_frame, policy_with_frames};
use super::output::Contents;
use super::sharing::Preview;
use crate::content::{article::Summary, site::Site};
use crate::page_data::{PageContent, PageData};
use crate::pages::embed;
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT, PREVIEW, Route};
use leptos::prelude::*;

/// What the page loads beside what every page does: addresses from the host's root.
pub struct Builder {
    script: String,
    style_sheet: String,
}

impl Builder {
    /// `base_path` has slashes at both ends.
    pub fn new(base_path: &str, linked: &Linked) -> Self {
        Self {
            script: [base_path, &linked.script].concat(),
            style_sheet: [base_path, &linked.style_sheet].concat(),
        }
    }
}

/// The page's file. `newest` stands in the examples.
pub fn page(site: &Site, newest: Option<&Summary>, shell: &Shell) -> (String, Contents) {
    let Builder {
        script,
        style_sheet,
    } = &shell.builder;
    let content = embed::view(site, newest, script, style_sheet);
    let data = PageData {
        route: Route::Embed,
        site: site.clone(),
        content: PageContent::Fixed,
    };
    let preview = Preview::new(embed::NOTE, None);
    let policy = policy_with_frames(&shell.policy);
    let owner = Owner::new();
    let html = owner.with(|| document::html_of(&data, content, policy, preview, shell));
    owner.cleanup();
    (Route::Embed.html_file(), html)
}

/// The file of the empty page: one of somebody else's, as it were, with both of our scripts.
pub fn preview(site: &Site) -> (String, Contents) {
    let [elements, resizer] =
        [EMBED_SCRIPT, FRAME_SCRIPT].map(|path| [site.base_path(), path].concat());
    let policy = policy_with_frames(&policy_of_frame());
    let page = view! {
        <!DOCTYPE html>
        <html lang=site.language.clone()>
            <head>
                <meta charset="utf-8" />
                {leptos::html::meta().http_equiv("Content-Security-Policy").content(policy)}
                <meta name="viewport" content="width=device-width, initial-scale=1" />
                <meta name="robots" content="noindex" />
                <title>{site.title.clone()}</title>
                <base target="_blank" />
                <script type="module" src=elements></script>
                <script type="module" src=resizer></script>
            </head>
            <body></body>
        </html>
    };
    let html = Owner::new().with(|| page.to_html());
    ([PREVIEW, "index.html"].concat(), html.into())
}
