//! The names that facts go by, in Recto and elsewhere. The first that is there counts.

pub const TITLE: &[&str] = &["title"];
pub const DESCRIPTION: &[&str] = &["description", "summary", "excerpt", "deck"];
pub const PUBLISHED: &[&str] = &["date", "pubDatetime", "published", "pubDate", "publishDate"];
pub const AVAILABLE: &[&str] = &["publishDate"];
pub const EXPIRES: &[&str] = &["expires", "expiryDate"];
pub const UPDATED: &[&str] = &[
    "updated",
    "lastmod",
    "modDatetime",
    "modified",
    "updatedDate",
    "last_modified_at",
];
pub const AUTHORS: &[&str] = &["authors", "author"];
pub const COVER: &[&str] = &[
    "cover",
    "image",
    "heroImage",
    "feature_image",
    "ogImage",
    "images",
];
pub const ALIASES: &[&str] = &["aliases", "alias", "redirect_from"];
pub const OLD_PATH: &[&str] = &["permalink", "url", "path"];
pub const COVER_SRC: &[&str] = &["src", "image", "url"];
pub const COVER_ALT: &[&str] = &[
    "cover_alt",
    "coverAlt",
    "image_alt",
    "imageAlt",
    "heroImageAlt",
    "feature_image_alt",
];
pub const CANONICAL_URL: &[&str] = &["canonical_url", "canonicalURL"];
pub const SERIES_ORDER: &[&str] = &["series_order", "seriesOrder"];
pub const REACTION_COUNTS: &[&str] = &["reaction_counts", "reactions"];
