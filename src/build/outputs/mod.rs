//! What a site needs beside its pages: feeds, the sitemap, icons, the files that hosts read, and the publisher's own.

pub mod app_data;
pub mod assets;
pub mod compress;
pub mod custom_elements;
pub mod favicon;
pub mod feeds;
pub mod hosting;
pub mod icons;
pub mod llms;
pub mod metadata;
pub mod open_search;
pub mod public_files;
pub mod search_index;
pub mod sitemap;
