//! Where else to look: the lists of everything.

use crate::content::site::Site;
use crate::i18n::message;
use crate::route::Route;
use leptos::prelude::*;

#[component]
pub fn WaysOn<'a>(site: &'a Site) -> impl IntoView {
    let ways = [
        (Route::HOME, message::NEWEST),
        (Route::Archive, message::BY_YEAR),
        (Route::Tags, message::BY_SUBJECT),
        (Route::Authors, message::BY_AUTHOR),
    ];
    let ways = ways.map(|(route, label)| {
        view! {
            <li>
                <a href=site.href(&route)>{site.translator().text(label)}</a>
            </li>
        }
    });
    view! { <ul class="ways-on">{ways}</ul> }
}
