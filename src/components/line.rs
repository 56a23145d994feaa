//! A paragraph that is there only where there is something to say.

use super::optional_text::unless_empty;
use leptos::prelude::*;
use std::borrow::Cow;

#[component]
pub fn Line<'a>(class: &'static str, #[prop(into)] text: Cow<'a, str>) -> impl IntoView {
    unless_empty(text).map(|text| view! { <p class=class>{text}</p> })
}
