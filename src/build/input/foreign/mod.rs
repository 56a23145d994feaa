//! Blogs that were written for Hugo, Zola, Jekyll or Astro: their configuration, and their templates.

pub mod foreign_config;
pub mod templates;
