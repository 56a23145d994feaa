//! The page about embedding, where code for other people's pages is made, and the empty page that it fills with the
//! embeds to look at.

use super::document::{self, BarePage, written};
use super::embed_code;
use super::open_graph::SocialMeta;
use super::policy::{policy_of_frame, policy_with_frames};
use super::shell::Shell;
use crate::build::store::output::Contents;
use crate::content::{article::Summary, site::Site, slots::Slots};
use crate::i18n::build_message;
use crate::page_data::{PageContent, PageData};
use crate::pages::embed::EmbedPage;
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT, PREVIEW, Route};
use leptos::prelude::*;

/// The page's file. `newest` stands in the examples.
pub fn page(site: &Site, newest: Option<&Summary>, shell: &Shell) -> (String, Contents) {
    let style_sheet = &shell.builder_sheet;
    let translator = site.translator();
    let example_title = translator.text(build_message::EXAMPLE_TITLE);
    let (slug, example) = newest.map_or(("a-slug", &example_title), |newest| {
        (&newest.slug, &newest.title)
    });
    let examples = embed_code::examples(site, slug, example);
    // What the signals of its form belong to.
    let owner = Owner::new();
    let content = owner.with(|| view! { <EmbedPage site examples style_sheet /> });
    let data = PageData {
        route: Route::Embed,
        site: site.clone(),
        content: PageContent::Fixed,
        slots: Slots::default(),
        replies: String::new(),
    };
    let [title, note] =
        [build_message::EMBED, build_message::EMBED_NOTE].map(|text| translator.text(text));
    let preview = SocialMeta::new(title, &note, None);
    let policy = shell.policy(&data.content, true);
    let html = owner.with(|| document::html_of(&data, content, &policy, &preview, shell));
    (Route::Embed.html_file(), html)
}

/// The file of the empty page: one of somebody else's, as it were, with both of our scripts.
pub fn preview(site: &Site, shell: &Shell) -> (String, Contents) {
    let [elements, resizer] =
        [EMBED_SCRIPT, FRAME_SCRIPT].map(|path| [site.base_path(), path].concat());
    let policy = policy_with_frames(&policy_of_frame(site.origin(), &shell.allowances));
    let head = view! {
        <script type="module" src=elements></script>
        <script type="module" src=resizer></script>
    };
    let page = view! { <BarePage site policy title=&site.title target="_blank" head body=() /> };
    ([PREVIEW, "index.html"].concat(), written(page).into())
}
