//! The app in the reader's browser: the only code that touches `window`.
//!
//! 1. `start.js` loads the app when the text is on screen, and calls [`start`].
//! 2. [`elements`] upgrades the live elements of the page in place.
//! 3. `start.js` listens to links, and asks [`navigation`] to have a page's data ready, or to open it.
//! 4. [`load`] turns a route into the data of its page; [`page`] puts it on screen.

mod elements;
pub mod embed;
mod events;
mod find;
mod from_json;
pub mod host;
mod load;
pub mod navigation;
mod page;
mod reactions;
pub mod storage;
pub mod tools;

use host::Host;

/// Brings the page to life. Called once, by the start script.
pub fn start(host: Host) {
    host::keep(host);
    std::panic::set_hook(Box::new(|panic| host::get().panicked(&panic.to_string())));
    elements::define();
}
