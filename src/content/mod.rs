//! What a blog is: articles, authors, lists and the site they belong to.
//!
//! These types are the data contract between the build and the browser (`dist/content/*.json`). They do no I/O and
//! know neither Leptos nor the clock. Everything but titles and slugs may be missing, so that a CMS can write them too.

pub mod article;
pub mod author;
pub mod date;
pub mod discussion;
pub mod list;
pub mod live;
#[cfg(not(target_arch = "wasm32"))]
pub mod moment;
#[cfg(target_arch = "wasm32")]
#[path = "day.rs"]
pub mod moment;
pub mod names;
pub mod permalinks;
pub mod ranking;
pub mod reactions;
#[cfg(not(target_arch = "wasm32"))]
pub mod relate;
pub mod search;
pub mod shared_ground;
pub mod site;
pub mod slots;
pub mod source_line;
pub mod url;

/// The version of the data contract that this build writes and understands.
pub const VERSION: u32 = 1;
