//! Where an article is talked about, and who answers with what was said there.

use super::url::authority;

/// A kind of place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// And whatever else has its interface.
    Mastodon,
    Bluesky,
    /// Other people's pages that link to the article, as webmention.io collects them.
    Webmention,
}

/// A post about the article, or the place that collects what links to it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Discussion {
    pub place: Place,
    /// Where a reader can reply; nothing where that is a page of their own.
    pub url: Option<String>,
    /// The address of the answer, but for that of the article.
    answer: String,
}

const WEBMENTION: &str = "webmention.io";
const BLUESKY: &str = "bsky.app";

impl Discussion {
    /// `https://social.example/@me/123`, `https://bsky.app/profile/me.example/post/3k`, or `https://webmention.io/`; nothing
    /// of another address.
    pub fn of(url: &str) -> Option<Self> {
        let host = authority(url);
        let (scheme, rest) = url.split_once("://")?;
        let path = rest.strip_prefix(host)?;
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let is_plain =
            |part: &&str| (part.chars()).all(|c| c.is_ascii_alphanumeric() || "@._:-".contains(c));
        if !matches!(scheme, "http" | "https")
            || host.is_empty()
            || !is_plain(&host)
            || !parts.iter().all(is_plain)
        {
            return None;
        }
        let (place, answer) = match parts[..] {
            [] if host == WEBMENTION => {
                let answer = "https://webmention.io/api/mentions.jf2?per-page=200&wm-property=in-reply-to&target=";
                (Place::Webmention, answer.to_string())
            }
            ["profile", name, "post", id] if host == BLUESKY => {
                let answer = "https://public.api.bsky.app/xrpc/app.bsky.feed.getPostThread?depth=10&parentHeight=0&uri=at://";
                (
                    Place::Bluesky,
                    [answer, name, "/app.bsky.feed.post/", id].concat(),
                )
            }
            [name, id] if name.starts_with('@') && host != BLUESKY => {
                let answer = [scheme, "://", host, "/api/v1/statuses/", id, "/context"];
                (Place::Mastodon, answer.concat())
            }
            _ => return None,
        };
        Some(Self {
            place,
            url: (place != Place::Webmention).then(|| url.into()),
            answer,
        })
    }

    /// The address of the JSON with the replies to an article, whose own address is encoded.
    pub fn answer(&self, article: &str) -> String {
        match self.place {
            Place::Webmention => [&self.answer, article].concat(),
            Place::Mastodon | Place::Bluesky => self.answer.clone(),
        }
    }
}

impl Place {
    pub fn name(self) -> &'static str {
        match self {
            Self::Mastodon => "Mastodon",
            Self::Bluesky => "Bluesky",
            Self::Webmention => "webmention.io",
        }
    }
}
