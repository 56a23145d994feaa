//! What a page says of itself in `<meta name>`.

use leptos::prelude::*;
use std::borrow::Cow;

/// What a page says of itself under a name, where there is something to say.
#[component]
pub fn Named<'a>(name: &'static str, #[prop(into)] content: Cow<'a, str>) -> impl IntoView {
    (!content.is_empty()).then(|| view! { <meta name=name content=content /> })
}
