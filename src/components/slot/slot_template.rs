//! In the app a slot is empty until it stands in the page: what is in it may ask somebody for something, and a page that is
//! built ahead may never be seen.

use crate::content::slots::{Slots, TEMPLATE};
use leptos::prelude::*;

/// Nothing where the document has no template for it.
#[component]
pub fn Slot<'a>(slots: &'a Slots, section: &'a str, name: &'static str) -> impl IntoView {
    let _ = slots;
    let names = [[section, "/", name].concat(), name.into()];
    let has_template = |name: &String| {
        let id = [TEMPLATE, name].concat();
        document().get_element_by_id(&id).is_some()
    };
    let name = names.into_iter().find(has_template);
    name.map(|name| view! { <recto-slot name=name></recto-slot> })
}
