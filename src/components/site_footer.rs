//! The foot of every page.

use crate::content::site::Site;
use crate::route::{ATOM_FEED, Route};
use leptos::prelude::*;

pub fn view(site: &Site) -> impl IntoView + use<> {
    view! {
        <footer class="site-footer">
            <p class="footer-description">{site.description.clone()}</p>
            <ul class="footer-links">
                <li><a href=site.href(&Route::Archive)>"Archive"</a></li>
                <li><a href=site.href(&Route::Tags)>"Tags"</a></li>
                <li><a href=site.href(&Route::Authors)>"Authors"</a></li>
                <li><a href=site.base_path().to_string() + ATOM_FEED>"Feed"</a></li>
            </ul>
        </footer>
    }
}
