//! The one place where HTML enters a page as text.
//!
//! It is what Leptos wrote of our views, with every text and attribute escaped, and in it what `markdown::render` made
//! of an article, which has kept to its allow-list. In the browser it goes through the Trusted Types policy `article`,
//! which the Content-Security-Policy names.

use js_sys::{Function, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Element;

/// Replaces the content of the element.
pub fn put(element: &Element, html: &str) {
    element.unchecked_ref::<HtmlSink>().set_html(&trusted(html));
}

#[wasm_bindgen]
extern "C" {
    /// An element whose `innerHTML` takes a `TrustedHTML` object, which `web-sys` does not know.
    type HtmlSink;

    #[wasm_bindgen(method, setter, js_name = innerHTML)]
    fn set_html(this: &HtmlSink, html: &JsValue);
}

thread_local! {
    /// A policy's name can be taken only once, so the policy is kept.
    static POLICY: Option<(JsValue, Function)> = article_policy();
}

/// The HTML as the browser wants it: a `TrustedHTML` where Trusted Types exist, else the string.
fn trusted(html: &str) -> JsValue {
    let html = JsValue::from_str(html);
    POLICY.with(|policy| match policy {
        Some((policy, create_html)) => create_html.call1(policy, &html).unwrap_or(html),
        None => html,
    })
}

fn article_policy() -> Option<(JsValue, Function)> {
    let get = |object: &JsValue, key: &str| Reflect::get(object, &JsValue::from_str(key)).ok();
    let factory = get(&js_sys::global(), "trustedTypes").filter(JsValue::is_object)?;
    let create_policy: Function = get(&factory, "createPolicy")?.dyn_into().ok()?;
    let rules = Object::new();
    // `String` of a string is that string: the identity, without a closure of ours.
    let identity = get(&js_sys::global(), "String")?;
    Reflect::set(&rules, &JsValue::from_str("createHTML"), &identity).ok()?;
    let policy = create_policy
        .call2(&factory, &JsValue::from_str("article"), &rules)
        .ok()?;
    let create_html: Function = get(&policy, "createHTML")?.dyn_into().ok()?;
    Some((policy, create_html))
}
