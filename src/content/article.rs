//! One article as the browser gets it: `content/articles/<slug>.json`; its body lies beside it as Markdown.

use super::url::{SafeSrcset, SafeUrl};
use super::{author::Author, date::Date, moment::Moment};
use serde::{Deserialize, Serialize};

/// All that an article page shows beside its body.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema), schemars(extend("required" = ["version", "slug", "title"])))]
#[serde(default)]
pub struct Article {
    #[cfg_attr(not(target_arch = "wasm32"), schemars(extend("const" = super::VERSION)))]
    pub version: u32,
    pub slug: String,
    #[cfg_attr(not(target_arch = "wasm32"), schemars(length(min = 1)))]
    pub title: String,
    /// The deck: one sentence under the title.
    pub description: String,
    pub published: Option<Moment>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updated: Option<Moment>,
    pub authors: Vec<Author>,
    pub tags: Vec<Term>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
    /// BCP 47, only where it differs from the site's.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub lang: String,
    /// Where the article first appeared, if elsewhere.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub canonical_url: SafeUrl,
    /// Where its text can be changed.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub edit_url: SafeUrl,
    /// The line of that file in which the Markdown begins; 0 where the file has other lines than the Markdown.
    #[serde(skip_serializing_if = "is_zero")]
    pub body_line: u32,
    /// The replies to it that others wrote elsewhere, as Markdown, with links to where to reply.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub replies: String,
    /// Addresses that browsers may ask for newer ones, at a press, with spaces between them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub newer_replies: String,
    /// The section whose slots it has, where these are not those of the site.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// At 230 words a minute, at least 1.
    pub reading_minutes: u32,
    /// For search engines, which read the page and not this file.
    #[serde(skip)]
    pub words: u32,
    /// Of the Markdown body: changes when the text does.
    pub hash: String,
    pub outline: Vec<Heading>,
    pub related: Vec<RelatedArticle>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<Link>,
    /// The next part of its series, or else the one published after it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<Link>,
}

impl Article {
    /// The next part of its series, or the one published after it, or else before it.
    pub fn next_to_read(&self) -> Option<&Link> {
        self.next.as_ref().or(self.previous.as_ref())
    }

    pub fn summary(&self) -> Summary {
        let author = |author: &Author| Term {
            name: author.name.clone(),
            slug: author.id.clone(),
        };
        Summary {
            slug: self.slug.clone(),
            title: self.title.clone(),
            description: self.description.clone(),
            published: self.published.map(Moment::date),
            authors: self.authors.iter().map(author).collect(),
            tags: self.tags.clone(),
            series: self.series.as_ref().map(|series| SeriesPart {
                listed: Vec::new(),
                ..series.clone()
            }),
            reading_minutes: self.reading_minutes,
            cover: self.cover.clone(),
        }
    }
}

/// A heading and the headings below it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Heading {
    /// 2 to 6: the page's title is the only `h1`.
    pub level: u8,
    pub id: String,
    /// Plain text, not escaped.
    pub text: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<Heading>,
}

/// A tag, as a name to read and a slug to link.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Term {
    pub name: String,
    pub slug: String,
}

/// The article's place in its series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct SeriesPart {
    pub name: String,
    #[serde(default)]
    pub slug: String,
    /// From 1.
    pub part: u32,
    pub parts: u32,
    /// This part and those around it, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub listed: Vec<PartLink>,
}

/// A part of a series.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct PartLink {
    pub part: u32,
    pub title: String,
    pub slug: String,
}

/// A picture with what a page needs to leave room for it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Image {
    pub src: SafeUrl,
    pub alt: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub caption: String,
    /// In CSS pixels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub width: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub height: Option<u32>,
    /// The same at several widths, as `srcset` spells it: `/a-480.avif 480w, /a-960.avif 960w`.
    #[serde(skip_serializing_if = "str::is_empty")]
    pub srcset: SafeSrcset,
    /// Which point of it stays in sight where it is cropped: from the left and from the top, in percent, in steps of ten:
    /// `60 40`. Empty means the middle.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub position: String,
    /// Of its ground while it loads, in CSS: `#8765`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub color: String,
}

/// A neighbour in time: title and slug.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct Link {
    pub title: String,
    pub slug: String,
}

/// What lists and cards show of an article. What a list does not show of its articles is left out of its file.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
#[serde(default)]
pub struct Summary {
    pub slug: String,
    pub title: String,
    #[serde(skip_serializing_if = "String::is_empty")]
    pub description: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<Date>,
    /// Names and ids of the authors.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub authors: Vec<Term>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<Term>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub series: Option<SeriesPart>,
    #[serde(skip_serializing_if = "is_zero")]
    pub reading_minutes: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cover: Option<Image>,
}

fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// A related article and why it is here: `same series`, `shares: wasm, security`.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(not(target_arch = "wasm32"), derive(schemars::JsonSchema))]
pub struct RelatedArticle {
    pub article: Summary,
    pub reason: String,
}

impl RelatedArticle {
    /// What its card shows; its file holds no more.
    pub fn of(summary: &Summary, reason: String) -> Self {
        let article = Summary {
            slug: summary.slug.clone(),
            title: summary.title.clone(),
            ..Summary::default()
        };
        Self { article, reason }
    }
}
