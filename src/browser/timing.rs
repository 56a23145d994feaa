//! Waiting: for a time, for the next frame, for an idle moment.

use super::bridge;
use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// In milliseconds.
pub async fn sleep(time: i32) {
    wait(|done| {
        drop(bridge::window().set_timeout_with_callback_and_timeout_and_arguments_0(done, time));
    })
    .await;
}

/// Between two long pieces of work, time to answer.
pub async fn rest() {
    sleep(0).await;
}

/// Until what is on the page now has been painted. A page in the background is not painted, and need not wait for it.
pub async fn painted() {
    if !bridge::document().hidden() {
        wait(|done| drop(bridge::window().request_animation_frame(done))).await;
        rest().await;
    }
}

/// Until there is nothing else to do.
pub async fn idle() {
    let window = bridge::window();
    // Not every browser can tell.
    match Reflect::has(&window, &JsValue::from_str("requestIdleCallback")) {
        Ok(true) => wait(|done| drop(window.request_idle_callback(done))).await,
        _ => sleep(50).await,
    }
}

/// In milliseconds since the document began.
pub fn now() -> f64 {
    let performance = bridge::window().performance();
    performance.map_or(0.0, |performance| performance.now())
}

async fn wait(begin: impl Fn(&Function)) {
    let promise = Promise::new(&mut |done, _| begin(&done));
    // It never rejects.
    drop(JsFuture::from(promise).await);
}
