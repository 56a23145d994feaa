//! In a finished page what the publisher says stands as the build has cleaned it. Nowhere else does HTML of slots enter a page.

use crate::content::slots::{Slots, TEMPLATE};
use leptos::html::custom;
use leptos::prelude::*;

/// Nothing where nothing is said. `section` is the one whose slots take the place of the site's.
#[component]
pub fn Slot<'a>(slots: &'a Slots, section: &'a str, name: &'static str) -> impl IntoView {
    let slot = slots.find(section, name);
    slot.map(|(name, html)| {
        // For an element of its own, `view!` would write an attribute.
        custom("recto-slot").attr("name", name).inner_html(html)
    })
}

/// What stands at the foot of every page; nothing where it is empty.
#[component]
pub fn FooterSlot<'a>(html: &'a str) -> impl IntoView {
    (!html.is_empty()).then(|| view! { <div class="footer-slot" inner_html=html></div> })
}

/// What the app fills its slots with.
#[component]
pub fn SlotTemplate<'a>(name: &'a str, html: String) -> impl IntoView {
    let id = [TEMPLATE, name].concat();
    view! { <template id=id inner_html=html></template> }
}
