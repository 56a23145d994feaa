//! The configuration: `site.json` and `authors/<id>.json`.

mod allow;
mod author_files;
mod base_url;
mod furniture_config;
mod json_file;
mod live_config;
mod menus_config;
mod permalinks_config;
mod reactions_config;
mod site_config;
pub mod site_schema;
pub mod theme;

pub use allow::{Allowances, Verdict, What};
pub use author_files::{author_card, authors};
pub use base_url::is_base_url;
pub use furniture_config::FurnitureConfig;
pub use json_file::JsonFile;
pub use live_config::LiveConfig;
pub use site_config::{SiteConfig, site};
