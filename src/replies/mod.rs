//! What others replied to an article at another place, as text: nothing of their markup is kept.
//!
//! 1. [`answers`] reads what Mastodon, Bluesky or webmention.io answers; [`reply_text`] takes the text out of its HTML.
//! 2. [`reply_list`] makes Markdown of replies, which becomes a page in the way of all texts.

pub mod answers;
pub mod reply_list;
mod reply_text;

use crate::content::date::Date;
use crate::content::discussion::Place;
use crate::content::url::SafeUrl;
use serde::{Deserialize, Serialize};

/// One reply.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Reply {
    /// What its author is called.
    pub author: String,
    /// Where it stands.
    pub url: SafeUrl,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Plain text: paragraphs with an empty line between them.
    pub text: String,
}

/// `content/replies/<slug>.json`: the replies to one article, by the place that they come from.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct ReplyFile {
    pub version: u32,
    pub mastodon: Vec<Reply>,
    pub bluesky: Vec<Reply>,
    pub webmention: Vec<Reply>,
}

/// The version that this build writes and understands.
pub const VERSION: u32 = 1;

impl ReplyFile {
    /// Those of one place.
    pub fn of(&mut self, place: Place) -> &mut Vec<Reply> {
        match place {
            Place::Mastodon => &mut self.mastodon,
            Place::Bluesky => &mut self.bluesky,
            Place::Webmention => &mut self.webmention,
        }
    }

    /// Of all places.
    pub fn all(self) -> Vec<Reply> {
        [self.mastodon, self.bluesky, self.webmention].concat()
    }
}
