//! The search as a page, which can be shared. What it finds is shown by a tool; without scripts it says where else to look.

use crate::components::page_header::PageHeader;
use crate::components::ways_on::WaysOn;
use crate::content::site::Site;
use crate::i18n::message;
use leptos::prelude::*;

#[component]
pub fn SearchPage<'a>(site: &'a Site) -> impl IntoView {
    let translator = site.translator();
    view! {
        <PageHeader title=translator.text(message::SEARCH) />
        <div class="search-page">
            <p class="needs-scripts">{translator.text(message::SEARCH_NEEDS_SCRIPTS)}</p>
            {view! { <recto-search-page class="search"></recto-search-page> }}
            <WaysOn site />
        </div>
    }
}
