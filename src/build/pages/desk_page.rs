//! The page to write at. It is for publishers: no menu, list, feed or search leads to it.

use super::document;
use super::open_graph::SocialMeta;
use super::policy::policy_with_drafts;
use super::shell::Shell;
use crate::build::store::output::{Claim, Maker, OutputFiles};
use crate::content::{site::Site, slots::Slots};
use crate::i18n::build_message;
use crate::page_data::{PageContent, PageData};
use crate::pages::desk::DeskPage;
use crate::route::Route;
use leptos::prelude::*;

/// The page's file, if there is such a page. A file of the publisher's at its address takes its place.
pub fn page(site: &Site, shell: &Shell) -> Option<OutputFiles> {
    let style_sheet = shell.desk_sheet.as_deref()?;
    let content = view! { <DeskPage site style_sheet /> };
    let data = PageData {
        route: Route::Write,
        site: site.clone(),
        content: PageContent::Fixed,
        slots: Slots::default(),
        replies: String::new(),
    };
    let [title, note] =
        [build_message::WRITE, build_message::WRITE_NOTE].map(|text| site.translator().text(text));
    let preview = SocialMeta::new(title, &note, None);
    let policy = policy_with_drafts(&shell.policy(&data.content, false));
    let html = document::html_of(&data, content, &policy, &preview, shell);
    let mut files = OutputFiles::of(Maker::part("the page to write at"));
    files.insert_as(Claim::Fallback, Route::Write.html_file(), html);
    Some(files)
}
