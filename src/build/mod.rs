//! The build: the publisher's content in, a finished site out. The only code that touches the disk.
//!
//! 1. `project` finds out whose blog it is; `read` reads the content folder (`content_folder`): what its files' names,
//!    heads and JSON tell (`file_name`, `front_matter`, `facts`, and `config` of another system). `templates` makes
//!    Markdown of what that system's templates would do.
//! 2. `library` connects articles, authors, tags, series and `aliases`, and puts them in order.
//! 3. `enrich` computes for each article what is too heavy for a browser (`highlight`, `formulas`, `references` with
//!    `links`, `media`, its `variants` and `ground`) and renders it; `related` finds what to read next.
//!    `prepare` does 1 to 3.
//! 4. `pages` lists every page with all that it shows; `prerender` makes its files: `document` the HTML, with a `head`
//!    that holds `sharing` and `structured_data`, `social_image` and `oembed`; `frames` for other people's pages,
//!    and with `builder_page` the page that explains them.
//! 5. `assets` (out of `parts`), `embeds`, `style_sheet`, `icons` (with `draw`), `feeds`, `sitemap`, `llms` and `hosting` add
//!    what a site needs beside its pages.
//! 6. `compress` adds shorter copies, if asked to. What is slow to make is kept in `cache`.
//! 7. All of it is one value, `output`, which is written when everything has succeeded, or kept in memory by `serve`.
//!
//! Whatever is wrong on the way is a `problem`; one run tells all of them. `schema` tells other programs what browsers
//! fetch.

pub mod run;
pub mod command;
pub mod output;
pub mod problem;

mod aliases;
mod assets;
mod authors;
mod builder_page;
mod cache;
mod compress;
mod config;
mod content_folder;
mod date;
mod document;
mod draw;
mod embeds;
mod enrich;
mod facts;
mod feeds;
mod file_name;
mod fingerprint;
mod first_paint;
mod formulas;
mod frames;
mod front_matter;
mod ground;
mod head;
mod highlight;
mod highlighted;
mod hosting;
mod icons;
mod library;
mod link_path;
mod links;
mod llms;
mod media;
mod memory;
mod messages;
mod oembed;
mod pages;
mod parts;
mod places;
mod prepare;
mod prerender;
mod progress;
mod project;
mod public;
mod read;
mod references;
mod related;
mod schema;
mod search;
mod series;
mod serve;
mod sharing;
mod sitemap;
mod slug;
mod social_image;
mod structured_data;
mod style_sheet;
mod tags;
mod templates;
mod urls;
mod variants;
mod xml;
