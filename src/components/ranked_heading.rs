//! A heading whose level its place decides.

use leptos::html::custom;
use leptos::prelude::*;

/// `level` is the name of the element, `h2`.
#[component]
pub fn Heading<Content: IntoView>(
    level: &'static str,
    class: &'static str,
    content: Content,
) -> impl IntoView {
    custom(level).class(class).child(content)
}
