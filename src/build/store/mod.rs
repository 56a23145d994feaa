//! Where results are kept: the site's files, the cache of earlier builds, and the fingerprints that name both.

pub mod asset_paths;
pub mod cache;
pub mod fingerprint;
pub mod json;
pub mod output;
pub mod xml;
