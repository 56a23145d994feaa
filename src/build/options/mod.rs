//! What a build is told before it reads anything: whose blog it is, and where the app and the style sheets come from.

pub mod asset_source;
pub mod project;
