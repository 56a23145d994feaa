//! The names that facts go by, in Recto and elsewhere. The first that is there counts. Case and the marks between words do
//! not matter: `publishDate` stands for `publish_date`, too.

pub const TITLE: &[&str] = &["title"];
pub const DESCRIPTION: &[&str] = &[
    "description",
    "summary",
    "excerpt",
    "deck",
    "dek",
    "subtitle",
];
pub const PUBLISHED: &[&str] = &[
    "date",
    "pubDatetime",
    "published",
    "pubDate",
    "publishDate",
    "publishedAt",
    "publishedDate",
    "publishedOn",
    "datePublished",
    "publicationDate",
    "createdAt",
    "created",
    "dateCreated",
    "dateAdded",
    "added",
    "posted",
    "datetime",
];
pub const AVAILABLE: &[&str] = &["publishDate"];
pub const EXPIRES: &[&str] = &["expires", "expiryDate", "unpublishDate"];
pub const UPDATED: &[&str] = &[
    "updated",
    "lastmod",
    "modDatetime",
    "modified",
    "updatedDate",
    "updatedAt",
    "updatedOn",
    "lastUpdated",
    "last_modified_at",
    "lastModified",
    "dateModified",
    "modifiedDate",
];
pub const AUTHORS: &[&str] = &["authors", "author", "byline"];
pub const COVER: &[&str] = &[
    "cover",
    "image",
    "coverImage",
    "heroImage",
    "featuredImage",
    "featureImage",
    "ogImage",
    "images",
    "socialImage",
    "banner",
    "hero",
    "thumbnail",
    "header",
];
pub const ALIASES: &[&str] = &["aliases", "alias", "redirect_from"];
pub const OLD_PATH: &[&str] = &["permalink", "url", "path"];
pub const COVER_SRC: &[&str] = &[
    "src",
    "path",
    "image",
    "url",
    "file",
    "href",
    "teaser",
    "overlay_image",
];
pub const COVER_ALT: &[&str] = &[
    "coverAlt",
    "coverImageAlt",
    "imageAlt",
    "heroImageAlt",
    "heroAlt",
    "featuredImageAlt",
    "featureImageAlt",
    "ogImageAlt",
    "bannerAlt",
    "thumbnailAlt",
];
/// Beside the path, in a table of its own.
pub const COVER_TEXT: &[&str] = &[
    "alt",
    "altText",
    "imageAlt",
    "imageDescription",
    "description",
    "title",
];
pub const FIGURES: &[&str] = &["figures"];
/// Where it is talked about.
pub const REPLIES: &[&str] = &["replies"];
pub const CANONICAL_URL: &[&str] = &["canonical_url", "canonical"];
pub const LANGUAGE: &[&str] = &["lang", "language", "locale"];
pub const SERIES_ORDER: &[&str] = &["series_order", "seriesWeight", "seriesPart", "part"];

pub const MENU: &[&str] = &["menu", "menus"];
pub const PINNED: &[&str] = &["pinned", "pin", "sticky"];
/// Keys that keep search engines away if they say yes.
pub const NOINDEX: &[&str] = &["noindex", "robotsNoIndex"];
/// Keys that keep an article from having contents if they say no.
pub const CONTENTS: &[&str] = &["toc", "showToc", "showTableOfContents", "tableOfContents"];

/// Keys that keep an article from being published if they say yes.
pub const DRAFT: &[&str] = &[
    "draft",
    "isDraft",
    "unpublished",
    "private",
    "wip",
    "headless",
    "password",
    "protected",
    "encrypted",
    "secret",
];
/// Keys that keep it off every list if they say yes.
pub const UNLISTED: &[&str] = &["unlisted"];
/// The same, but not in Jekyll, where it keeps a post off the pages of the list alone.
pub const HIDDEN: &[&str] = &["hidden"];
/// Keys that do so if they say no.
pub const PUBLIC: &[&str] = &["published", "publish", "public", "render"];
/// Keys that name a state.
pub const STATUS: &[&str] = &["status", "visibility"];
/// States in which an article is for nobody but its writers.
pub const UNPUBLISHED: &[&str] = &[
    "draft",
    "private",
    "pending",
    "unlisted",
    "unpublished",
    "hidden",
    "idea",
    "wip",
    "in progress",
    "in-progress",
    "in_progress",
    "review",
    "in review",
    "todo",
    "planned",
    "scheduled",
    "unfinished",
    "trash",
    "members",
    "paid",
    "tiers",
];
