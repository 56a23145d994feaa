//! An article's text: the one place where HTML enters a page as text, but for what the build has made of the publisher's
//! slots (`slot`). `markdown::render` has made it and has kept to its allow-list.

pub mod allowed;

#[cfg(target_arch = "wasm32")]
pub mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
