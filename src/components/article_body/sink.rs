//! In the browser the text goes through a sink. A browser that has `setHTML` checks it once more. In the others it goes
//! through the Trusted Types policy `article`, which the Content-Security-Policy names, or one of the page around an embed.

use super::sanitizer_config;
use js_sys::{Function, JSON, Object, Reflect};
use leptos::prelude::*;
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue, prelude::wasm_bindgen};
use web_sys::Element;

#[component]
pub fn ArticleBody<'a>(html: &'a str) -> impl IntoView {
    view! { <div class="prose e-content" use:put=html.to_string()></div> }
}

/// Puts the HTML of an article into the element, in place of what it holds.
pub fn put(element: Element, html: String) {
    let sink: &HtmlSink = element.unchecked_ref();
    let is_put = CHECK.with(|check| match check {
        Some(options) => sink.set_checked(&html, options).is_ok(),
        None => false,
    });
    if !is_put {
        sink.set_trusted(&trusted(&html));
    }
}

#[wasm_bindgen]
extern "C" {
    /// An element that HTML can be put into. `web-sys` knows neither of the two ways.
    type HtmlSink;

    #[wasm_bindgen(method, catch, js_name = setHTML)]
    fn set_checked(this: &HtmlSink, html: &str, options: &Object) -> Result<(), JsValue>;

    /// Takes a `TrustedHTML` object too.
    #[wasm_bindgen(method, setter, js_name = innerHTML)]
    fn set_trusted(this: &HtmlSink, html: &JsValue);

    /// What `setHTML` lets through.
    type Sanitizer;

    #[wasm_bindgen(constructor, catch)]
    fn new(configuration: &JsValue) -> Result<Sanitizer, JsValue>;
}

thread_local! {
    /// What `setHTML` is told; nothing in a browser that has none.
    static CHECK: Option<Object> = check();
}

fn check() -> Option<Object> {
    let configuration = JSON::parse(sanitizer_config::CONFIGURATION).ok()?;
    let sanitizer = Sanitizer::new(&configuration).ok()?;
    let options = Object::new();
    Reflect::set(&options, &"sanitizer".into(), &sanitizer).ok()?;
    Some(options)
}

/// Names the Trusted Types policy. To be called before the first article is built.
pub fn use_policy(name: &'static str) {
    POLICY_NAME.set(name);
}

thread_local! {
    static POLICY_NAME: Cell<&'static str> = const { Cell::new("article") };
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
        .call2(&factory, &JsValue::from_str(POLICY_NAME.get()), &rules)
        .ok()?;
    let create_html: Function = get(&policy, "createHTML")?.dyn_into().ok()?;
    Some((policy, create_html))
}
