//! Blogs that were written for Hugo, Zola, Jekyll or Astro: their configuration, and their templates.
//!
//! `foreign_config` reads the site's facts from there (`astro_config` where it is a program), `conventions` what it means
//! for files: those that are `ignored`, `defaults`, which heads need not say, and the `addresses` that articles had, which in
//! Astro are those of `routes`. `patterns` are of paths. `templates` become Markdown.

mod addresses;
mod astro_config;
mod conventions;
mod defaults;
pub mod foreign_config;
mod ignored;
pub mod imported_authors;
mod imported_menus;
mod patterns;
mod permalink_patterns;
mod profiles;
mod routes;
pub mod templates;

pub use conventions::Conventions;
pub use patterns::Patterns;
pub use permalink_patterns::Page;
