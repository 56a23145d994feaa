//! What is too heavy for a browser, computed once for each article.
//!
//! 1. `references` follows links (`links`) and pictures (`media`, with `responsive_images` and `placeholder_color`).
//! 2. `highlight` and `formulas` prepare code and TeX.
//! 3. `rendering` renders the article with all of that; `related` finds what to read next.
//!
//! `build_cache` keeps what the next build can use again.

pub mod build_cache;
mod formulas;
mod highlight;
pub mod highlight_cache;
mod link_path;
pub mod links;
pub mod media;
pub mod messages;
mod placeholder_color;
mod references;
pub mod related;
pub mod rendering;
mod responsive_images;
