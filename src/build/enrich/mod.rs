//! What is too heavy for a browser, computed once for each article.
//!
//! 1. `references` follows links (`heading_links` those within a page, `links`, to a `target`, perhaps by `old_addresses`)
//!    and pictures (`media`, with `responsive_images` and `placeholder_color`), and tells what is wrong with them
//!    (`picture_check`, `drawing`); `players` knows which links are to films.
//! 2. `body` prepares code (`highlight`) and TeX (`formulas`).
//! 3. `rendering` renders the article with all of that; `related` finds what to read next.
//! 4. `rendered_site` does it for every article and page (`rendering_all`), follows the links of `menus`, cleans `slots`, and
//!    holds the result.
//!
//! `build_cache` keeps what the next build can use again.

mod avatars;
mod body;
pub mod build_cache;
pub mod drawing;
mod drawing_size;
mod formulas;
mod fragments;
mod furniture_files;
mod heading_links;
mod highlight;
pub mod highlight_cache;
mod link_names;
mod link_path;
pub mod links;
pub mod media;
mod media_file;
pub mod menu_links;
pub mod messages;
mod old_addresses;
pub mod picture_check;
mod placeholder_color;
mod players;
mod references;
pub mod related;
mod rendered_article;
pub mod rendered_site;
mod rendering;
mod rendering_all;
pub mod responsive_images;
pub mod slots;
mod target;
