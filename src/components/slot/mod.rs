//! A place in a page that the publisher fills. In a finished page it is filled; the app fills it from a template of the page
//! that it was loaded with, which has been through the build, so that nothing that comes later over the network gets in.

#[cfg(not(target_arch = "wasm32"))]
mod slot_content;
#[cfg(target_arch = "wasm32")]
mod slot_template;

#[cfg(not(target_arch = "wasm32"))]
pub use slot_content::*;
#[cfg(target_arch = "wasm32")]
pub use slot_template::*;
