//! "Changed since you last read": the sections that are marked as changed, as a notice with links.

use super::mount_into;
use crate::browser::{bridge, find};
use crate::i18n::message;
use leptos::prelude::*;
use web_sys::HtmlElement;

/// Says which sections of the article in the element have changed.
pub fn open(article: &HtmlElement) {
    let changed = find::all(article, "[data-changed]");
    let sections = changed.map(|heading| (["#", &heading.id()].concat(), text_of(&heading)));
    let sections = sections.collect();
    mount_into(article, || view! { <ChangesNotice sections /> });
}

/// The heading without the link to itself.
fn text_of(heading: &HtmlElement) -> String {
    let text = heading.text_content().unwrap_or_default();
    text.trim_end_matches('#').trim().into()
}

/// Addresses and titles, until it is closed.
#[component]
fn ChangesNotice(sections: Vec<(String, String)>) -> impl IntoView {
    let is_open = RwSignal::new(true);
    move || {
        is_open.get().then(|| {
            let translator = bridge::translator();
            let links = sections.iter().cloned();
            view! {
                <div class="changes" role="status">
                    <p class="changes-title">{translator.text(message::CHANGED_SINCE)}</p>
                    <ul class="changes-list">
                        {links
                            .map(|(href, title)| {
                                view! {
                                    <li>
                                        <a href=href>{title}</a>
                                    </li>
                                }
                            })
                            .collect_view()}
                    </ul>
                    <button
                        type="button"
                        class="tool-close"
                        aria-label=translator.text(message::CLOSE)
                        on:click=move |_| is_open.set(false)
                    >
                        "×"
                    </button>
                </div>
            }
        })
    }
}
