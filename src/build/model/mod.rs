//! The blog as one value: articles, authors, tags and series, connected and in order, and the addresses they had before.

pub mod aliases;
mod article_addresses;
pub mod authors;
pub mod entry;
pub mod introductions;
pub mod library;
mod limits;
pub mod lists;
pub mod old_pages;
mod page_paths;
pub mod sections;
pub mod series;
mod slugs;
pub mod tags;
mod urls;
pub mod years;
