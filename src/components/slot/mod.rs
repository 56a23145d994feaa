//! A place in a page that the publisher fills. In a finished page it is filled; the app fills it from a template of the page
//! that it was loaded with, which has been through the build, so that nothing that comes later over the network gets in.

#[cfg(target_arch = "wasm32")]
mod browser;
#[cfg(not(target_arch = "wasm32"))]
mod native;

#[cfg(target_arch = "wasm32")]
pub use browser::*;
#[cfg(not(target_arch = "wasm32"))]
pub use native::*;
