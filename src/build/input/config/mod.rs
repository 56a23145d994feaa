//! The configuration: `site.json` and `authors/<id>.json`.

mod allow;
mod author_files;
mod base_url;
mod furniture;
mod json_file;
mod live;
mod menus;
mod permalinks;
pub mod schema;
mod site_config;
pub mod theme;

pub use allow::{Allowances, Verdict, What};
pub use author_files::{author_card, authors};
pub use base_url::is_base_url;
pub use furniture::FurnitureConfig;
pub use live::LiveConfig;
pub use site_config::{SiteConfig, site};
