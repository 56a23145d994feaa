//! An article's text: the one place where HTML enters a page as text, but for what the build has made of the publisher's
//! slots (`slot`). `markdown::render` has made it and has kept to its allow-list.

pub mod sanitizer_config;

#[cfg(not(target_arch = "wasm32"))]
mod finished_text;
#[cfg(target_arch = "wasm32")]
pub mod sink;

#[cfg(not(target_arch = "wasm32"))]
pub use finished_text::*;
#[cfg(target_arch = "wasm32")]
pub use sink::*;
