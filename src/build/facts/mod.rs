//! Facts in JSON: `site.json` and `authors/<id>.json`.

mod authors;
mod json_file;
mod site;

pub use authors::authors;
pub use site::{SiteFacts, is_base_url, site};
