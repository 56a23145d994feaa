//! Facts in JSON: `site.json` and `authors/<id>.json`.

mod author_files;
mod json_file;
mod site_config;

pub use author_files::authors;
pub use site_config::{SiteFacts, is_base_url, site};
