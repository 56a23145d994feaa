//! The build: the publisher's content in, a finished site out. The only code that touches the disk.
//!
//! Each stage is a folder and imports only from those before it:
//!
//! 1. `options`, `diagnostics`: what a build is told, and what it tells.
//! 2. `store`: the site's files as one value, the cache, fingerprints.
//! 3. `input`: the content folder, read.
//! 4. `model`: articles, authors, tags, series and addresses, connected.
//! 5. `enrich`: rendering, links, pictures, highlighting, related articles.
//! 6. `pages`: every page as HTML and data.
//! 7. `outputs`: feeds, sitemap, icons, hosts' files.
//!
//! `load` does 3 to 5, `run` all of it.

pub mod run;

pub(crate) mod diagnostics;
pub(crate) mod enrich;
pub(crate) mod input;
mod load;
mod model;
pub(crate) mod options;
mod outputs;
mod pages;
pub(crate) mod store;

mod assets;
mod builder_page;
pub(crate) mod document;
mod embed_code;
mod frames;
mod head;
mod inline_scripts;
mod page_style;
mod prerender;
mod style_sheet;
