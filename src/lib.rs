//! Recto: a blog front end for the reader's browser, and the tool that prerenders it.
//!
//! The map, in the direction of imports (nothing imports upwards):
//!
//! * [`content`]: what a blog is: articles, authors, lists, the site, reactions. No I/O.
//! * [`language`]: what the interface says, in the site's language.
//! * [`markdown`]: the one way from Markdown to HTML.
//! * [`folder`]: a folder of bare Markdown, read in the browser.
//! * [`from_json`]: the types of `content` out of JSON.
//! * [`route`]: every URL of the site; [`page_data`]: all that one page shows; [`storage_key`]: the keys of what a
//!   reader's browser keeps; [`reader_data`]: each kind of that as one checked type; [`live`]: lists with what was published
//!   since the last build; [`live_related`]: what to read after an article that no build has made.
//! * [`replies`]: what others replied elsewhere, as text.
//! * [`components`], [`pages`]: data in, view out, the same on both hosts.
//! * `browser`: wasm32 only, the only code that touches `window`.
//! * `build`, `serve`, `cli`: native only, the only code that touches the disk.

// The type of a view names all that is in it.
#![recursion_limit = "256"]

#[cfg(feature = "app")]
pub mod components;
pub mod content;
pub mod folder;
pub mod from_json;
pub mod i18n;
pub mod live_lists;
pub mod live_related;
pub mod markdown;
pub mod page_data;
#[cfg(feature = "app")]
pub mod pages;
pub mod reader_data;
pub mod replies;
pub mod route;
pub mod storage_key;

#[cfg(all(feature = "app", target_arch = "wasm32"))]
pub mod browser;
#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
pub mod build;
#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
pub mod cli;
#[cfg(all(feature = "app", not(target_arch = "wasm32")))]
mod serve;
