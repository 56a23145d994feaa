//! Listening to the browser until a signal says to stop.

use wasm_bindgen::{JsCast, closure::Closure, convert::FromWasmAbi};
use web_sys::{AbortSignal, AddEventListenerOptions, EventTarget};

/// Calls `handle` for each event of the name until the signal is aborted.
pub fn listen<E: FromWasmAbi + 'static>(
    target: &EventTarget,
    name: &str,
    signal: &AbortSignal,
    handle: impl Fn(E) + 'static,
) {
    let options = AddEventListenerOptions::new();
    options.set_signal(signal);
    let handle = Closure::<dyn Fn(E)>::new(handle).into_js_value();
    let handle = handle.unchecked_ref();
    // It can only fail for a missing callback.
    drop(
        target.add_event_listener_with_callback_and_add_event_listener_options(
            name, handle, &options,
        ),
    );
}
