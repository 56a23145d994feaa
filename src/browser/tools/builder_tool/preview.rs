//! A page of somebody else's, in a frame that is as high as what is in it.

use super::markup;
use crate::browser::bridge;
use crate::components::embed_builder::code::EmbedCode;
use crate::route::PREVIEW;
use js_sys::{Array, Function, Reflect};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, closure::Closure};
use web_sys::{HtmlElement, HtmlIFrameElement, ResizeObserver};

#[component]
pub fn Preview(
    ground: &'static str,
    title: String,
    width: RwSignal<String>,
    shown: Memo<Option<EmbedCode>>,
) -> impl IntoView {
    let frame = NodeRef::<html::Iframe>::new();
    let is_loaded = RwSignal::new(false);
    let load = move |_| {
        if let Some(frame) = frame.get_untracked() {
            follow_height(&frame);
            is_loaded.set(true);
        }
    };
    Effect::new(move || {
        if is_loaded.get()
            && let Some(frame) = frame.get()
            && let Some(code) = shown.get()
        {
            show(&frame, ground, &code);
        }
    });
    let src = bridge::get().base() + PREVIEW;
    view! {
        <iframe node_ref=frame title=title src=src data-width=move || width.get() on:load=load></iframe>
    }
}

/// Nothing where another page than ours stands in the frame.
fn show(frame: &HtmlIFrameElement, ground: &str, code: &EmbedCode) -> Option<()> {
    let document = frame.content_document()?;
    document.query_selector("base").ok()??;
    let element = markup::element(code)?;
    element.set_attribute("loading", "eager").ok()?;
    let element = document.import_node_with_deep(&element, true).ok()?;
    // Nothing of another window is an instance of this one's classes.
    let root: HtmlElement = document.document_element()?.unchecked_into();
    root.style().set_property("color-scheme", ground).ok()?;
    document.body()?.replace_children_with_node_1(&element);
    Some(())
}

/// Keeps the frame as high as its page.
fn follow_height(frame: &HtmlIFrameElement) -> Option<()> {
    let document = frame.content_document()?;
    let root: HtmlElement = document.document_element()?.unchecked_into();
    let fit = {
        let (frame, root) = (frame.clone(), root.clone());
        move || {
            let borders = frame.offset_height() - frame.client_height();
            let height = (root.offset_height() + borders).to_string() + "px";
            drop(HtmlElement::style(&frame).set_property("height", &height));
        }
    };
    // Not at once: a page must not change its own size while it is told of it.
    let resized = Closure::<dyn Fn()>::new(move || {
        // It fails only where there is no window.
        drop(request_animation_frame(fit.clone()));
    });
    // An observer of the frame's own window hears of what happens in it.
    let class = Reflect::get(frame.content_window()?.as_ref(), &"ResizeObserver".into()).ok()?;
    let class: &Function = class.unchecked_ref();
    let observer = Reflect::construct(class, &Array::of1(&resized.into_js_value())).ok()?;
    observer.unchecked_into::<ResizeObserver>().observe(&root);
    Some(())
}
