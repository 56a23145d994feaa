//! Listening to the browser until a signal says to stop.

use leptos::prelude::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, closure::Closure, convert::FromWasmAbi};
use web_sys::{AbortController, AbortSignal, AddEventListenerOptions, Element, Event, EventTarget};

/// A signal that is aborted when the element that comes alive here leaves the page. Every browser that runs wasm has
/// it; without it listeners would outlive the element.
pub fn until_removed() -> Option<AbortSignal> {
    let controller = AbortController::new().ok()?;
    let signal = controller.signal();
    let controller = SendWrapper::new(controller);
    on_cleanup(move || controller.abort());
    Some(signal)
}

/// Calls `handle` for each event of the name until the signal is aborted. The handler may keep the browser from what it
/// would do.
pub fn listen<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    signal: &AbortSignal,
    handle: impl Fn(E) + 'static,
) {
    add(target, name, signal, false, handle);
}

/// The same for events that come often, while the browser goes on with what it does.
pub fn observe<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    signal: &AbortSignal,
    handle: impl Fn(E) + 'static,
) {
    add(target, name, signal, true, handle);
}

/// What the event is about, or the nearest element around it, that the selector names.
pub fn closest<T: JsCast>(event: &Event, selector: &str) -> Option<T> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest(selector).ok()??.dyn_into().ok()
}

fn add<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    signal: &AbortSignal,
    is_passive: bool,
    handle: impl Fn(E) + 'static,
) {
    let options = AddEventListenerOptions::new();
    options.set_signal(signal);
    options.set_passive(is_passive);
    let handle = Closure::<dyn Fn(E)>::new(handle).into_js_value();
    let handle = handle.unchecked_ref();
    // It can only fail for a missing callback.
    drop(
        target.add_event_listener_with_callback_and_add_event_listener_options(
            name, handle, &options,
        ),
    );
}
