//! What can be embedded: one table, from which come the form that makes the code, the pages for frames, what hosts are told
//! of these, and what editors are told of the elements. What each shows is in `components/embed.rs`; the elements
//! themselves are in `browser/scripts/v1.js`, which a test compares with this.

use crate::i18n::{Message, message};

/// Something that can be embedded.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct KindOption {
    /// Behind the `recto-` of its element, and in the address of its page for frames.
    pub name: &'static str,
    pub label: Message,
    /// The same for people who write code.
    pub about: &'static str,
    pub subject: SubjectKind,
    /// Of a frame with it, about, in CSS pixels.
    pub height: u32,
    /// How long it is unless the page around says so; nothing where it is no list.
    pub limit: Option<&'static str>,
}

/// What an embed is of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum SubjectKind {
    Article,
    Author,
    Tag,
}

pub const KINDS: [KindOption; 7] = [
    KindOption {
        name: "card",
        label: message::EMBED_CARD,
        about: "An article's title, deck and facts.",
        subject: SubjectKind::Article,
        height: 200,
        limit: None,
    },
    KindOption {
        name: "article",
        label: message::EMBED_ARTICLE,
        about: "A whole article.",
        subject: SubjectKind::Article,
        height: 640,
        limit: None,
    },
    KindOption {
        name: "related",
        label: message::RELATED,
        about: "Where to read on after an article.",
        subject: SubjectKind::Article,
        height: 560,
        limit: Some("4"),
    },
    KindOption {
        name: "reactions",
        label: message::KEPT_REACTIONS,
        about: "The bar of reactions to an article.",
        subject: SubjectKind::Article,
        height: 120,
        limit: None,
    },
    KindOption {
        name: "author",
        label: message::EMBED_AUTHOR,
        about: "An author's card.",
        subject: SubjectKind::Author,
        height: 220,
        limit: None,
    },
    KindOption {
        name: "latest",
        label: message::EMBED_LATEST,
        about: "The newest articles, of a tag or of all.",
        subject: SubjectKind::Tag,
        height: 560,
        limit: Some("5"),
    },
    KindOption {
        name: "search",
        label: message::SEARCH,
        about: "A field that searches the blog, and what it finds.",
        subject: SubjectKind::Tag,
        height: 480,
        limit: Some("5"),
    },
];

impl KindOption {
    /// The kind of this name, or else the first.
    pub fn named(name: &str) -> Self {
        let found = KINDS.into_iter().find(|kind| kind.name == name);
        found.unwrap_or(KINDS[0])
    }
}

impl SubjectKind {
    /// The attribute that names it.
    pub fn attribute(self) -> &'static str {
        match self {
            Self::Article => "article",
            Self::Author => "author",
            Self::Tag => "tag",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::components::embed::EmbedKind;

    #[test]
    fn the_script_and_the_views_know_the_same_embeds() {
        let script = include_str!("../browser/scripts/v1.js");
        let (_, list) = script.split_once("const EMBEDS = [\n").unwrap();
        let (list, _) = list.split_once("];").unwrap();
        assert_eq!(list.lines().count(), KINDS.len());
        for kind in KINDS {
            let line = format!("[\"{}\", \"{}\"],", kind.name, kind.subject.attribute());
            assert!(list.contains(&line), "v1.js has no line {line}");
            let embed = EmbedKind::named(kind.name, "a").expect(kind.name);
            assert!(embed.frame_path().contains(kind.name), "{embed:?}");
        }
    }
}
