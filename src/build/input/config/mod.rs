//! The configuration: `site.json` and `authors/<id>.json`.

mod author_files;
mod json_file;
mod site_config;

pub use author_files::{author_card, authors};
pub use site_config::{SiteConfig, is_base_url, site};
