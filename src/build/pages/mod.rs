//! Every page as files: finished HTML, and the data that the app makes the same page from.
//!
//! 1. `lists` says which pages there are beside those of articles.
//! 2. `prerender` makes the files of each: `document` the HTML, with a `head` that holds `open_graph` and
//!    `structured_data`; beside it `oembed`, a `social_image`, and `frames` for other people's pages.
//! 3. `slots` and `slot_cards` are what the publisher puts into pages.
//! 4. `builder_page` is the page that makes code for embeds, `desk_page` the one to write at.

mod archive;
pub mod article_file;
mod builder_page;
mod desk_page;
pub mod document;
mod embed_code;
mod frames;
pub mod head;
pub mod inline_scripts;
pub mod list_file;
pub mod list_pages;
mod meta;
mod oembed;
mod open_graph;
pub mod page_assets;
pub mod page_style;
pub mod policy;
pub mod prerender;
pub mod rasterize;
pub mod shell;
pub mod site_file;
pub mod slot_addresses;
pub mod slot_cards;
mod social_image;
mod structured_data;
pub mod style_sheet;
pub mod theme;
