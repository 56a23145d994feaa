//! "Continue reading", on the front page: a line that has its words and its room only for a reader who has begun
//! something. `browser::app` fills it.

use crate::content::site::Site;
use crate::i18n::message;
use leptos::prelude::*;

#[component]
pub fn ContinueReading<'a>(site: &'a Site) -> impl IntoView {
    view! {
        <recto-continue class="continue">
            <p class="continue-line">
                <span class="kicker">{site.translator().text(message::CONTINUE_READING)}</span>
                " "
                <a></a>
                " "
                {view! { <span class="reading-time"></span> }}
            </p>
        </recto-continue>
    }
}
