//! The configuration: `site.json` and `authors/<id>.json`.

mod allow;
mod author_files;
mod furniture;
mod json_file;
mod menus;
mod permalinks;
pub mod schema;
mod site_config;
pub mod theme;

pub use allow::{Allowances, Verdict, What};
pub use author_files::{author_card, authors};
pub use furniture::FurnitureConfig;
pub use site_config::{SiteConfig, is_base_url, site};
