//! In a finished page what the publisher says stands as the build has cleaned it.

use crate::content::slots::Slots;
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
