//! The app in the reader's browser: the only code that touches `window`.
//!
//! * `scripts/` is all of it that is JavaScript: what must run before the app, and what loads it. [`bridge`] is what that
//!   hands over.
//! * [`app`] is the app of the blog's own pages: navigation, what is alive on them, keys. [`reading`] is an article while
//!   it is read.
//! * [`request`] and [`load`] turn a route into the data of its page, with what [`live`] has of it; [`modules`] are later downloads of the app.
//! * [`storage`] is what the reader's browser keeps.
//! * [`embed`] shows parts of the blog in other people's pages; [`tools`] opens when a reader asks for it; `desk` is where
//!   publishers write.

pub mod app;
pub mod bridge;
mod define_elements;
#[cfg(feature = "desk")]
pub mod desk;
pub mod embedding;
mod events;
mod find;
mod live_reactions;
mod live_updates;
mod modules;
mod number;
mod page_loader;
mod reading;
mod request;
mod search_client;
mod shared_reactions;
pub mod storage;
mod timing;
pub mod tools;
