//! The elements as pages of other hosts meet them: attributes, events, what may be styled.

use crate::components::embed_kinds::{KINDS, KindOption, SubjectKind};
use crate::components::themes::THEMES;

/// An element `recto-<name>`.
pub struct Embed {
    pub name: &'static str,
    pub about: &'static str,
    /// What only some have; all have [`ATTRIBUTES`].
    pub attributes: Vec<Attribute>,
}

/// An attribute, and the property of the same name, which says the same.
pub struct Attribute {
    pub name: &'static str,
    pub about: &'static str,
    /// In TypeScript: what it may be set to.
    pub kind: &'static str,
    /// What holds where it is not set.
    pub standard: &'static str,
}

pub struct Event {
    pub name: &'static str,
    pub about: &'static str,
    /// The type of its detail, and that type's fields.
    pub detail: &'static str,
    pub fields: &'static [Field],
}

pub struct Field {
    pub name: &'static str,
    pub kind: &'static str,
    pub about: &'static str,
}

/// Something with a name that may be styled.
pub struct Styled {
    pub name: &'static str,
    pub about: &'static str,
}

/// One for each of [`KINDS`].
pub fn embeds() -> Vec<Embed> {
    KINDS.map(Embed::of).into()
}

pub const FALLBACK: &str =
    "Shown until the embed is there, and where it cannot be had: a link, or a quotation.";

pub const ATTRIBUTES: [Attribute; 4] = [
    Attribute {
        name: "src",
        about: "The blog's address, where it is not the one that the script comes from.",
        kind: "string",
        standard: "",
    },
    Attribute {
        name: "theme",
        about: "The colours; `auto` is whatever can be read on the ground that the element stands on.",
        kind: "RectoTheme",
        standard: "auto",
    },
    Attribute {
        name: "lang",
        about: "The language of the embed.",
        kind: "string",
        standard: "",
    },
    Attribute {
        name: "loading",
        about: "`lazy` fetches nothing before the element is near the part of the page that is seen.",
        kind: "RectoLoading",
        standard: "lazy",
    },
];

/// Types that attributes are of, with all their values.
pub fn choices() -> [(&'static str, Vec<&'static str>); 2] {
    let themes = THEMES.map(|(name, _)| if name.is_empty() { "auto" } else { name });
    [
        ("RectoTheme", themes.to_vec()),
        ("RectoLoading", vec!["lazy", "eager"]),
    ]
}

const EMBED: Field = Field {
    name: "embed",
    kind: "RectoEmbed",
    about: "Which element it is, without `recto-`.",
};
const OF: Field = Field {
    name: "of",
    kind: "string",
    about: "The article, author or tag.",
};

pub const EVENTS: [Event; 4] = [
    Event {
        name: "recto-ready",
        about: "The embed is shown.",
        detail: "RectoReadyDetail",
        fields: &[EMBED, OF],
    },
    Event {
        name: "recto-react",
        about: "A reader has given a reaction, or taken it back.",
        detail: "RectoReactDetail",
        fields: &[
            Field {
                name: "article",
                kind: "string",
                about: "The article's name in its address.",
            },
            Field {
                name: "kind",
                kind: "string",
                about: "The reaction's name in the blog's `site.json`.",
            },
            Field {
                name: "given",
                kind: "boolean",
                about: "Whether it is given now.",
            },
        ],
    },
    Event {
        name: "recto-navigate",
        about: "A reader follows a link of the embed. A page that cancels it follows the link itself.",
        detail: "RectoNavigateDetail",
        fields: &[Field {
            name: "url",
            kind: "string",
            about: "Where the link leads.",
        }],
    },
    Event {
        name: "recto-error",
        about: "The embed cannot be had: what the tag holds stays.",
        detail: "RectoErrorDetail",
        fields: &[
            EMBED,
            OF,
            Field {
                name: "reason",
                kind: "\"missing\" | \"offline\" | \"outdated\" | \"malformed\" | \"blocked\"",
                about: "`offline` is also a blog that does not let itself be embedded; `blocked`, a page that does not embed.",
            },
        ],
    },
];

pub const PROPERTIES: [Styled; 7] = [
    styled("--recto-accent", "Colour of links and of what is chosen."),
    styled("--recto-ink", "Colour of text."),
    styled("--recto-ink-quiet", "Colour of what is less important."),
    styled("--recto-paper", "Colour of the ground, where there is one."),
    styled("--recto-hairline", "Colour of lines."),
    styled("--recto-serif", "Typefaces of text."),
    styled("--recto-sans", "Typefaces of labels."),
];

pub const PARTS: [Styled; 11] = [
    styled("card", "A card as a whole."),
    styled("title", "A title, or an author's name."),
    styled("deck", "The sentence under a title."),
    styled("facts", "Authors and dates."),
    styled("cover", "An article's picture."),
    styled("portrait", "An author's picture or letter."),
    styled("body", "An article's text."),
    styled("button", "A reaction."),
    styled("link", "Any link."),
    styled("source", "The line that names the blog."),
    styled("field", "The field of a search."),
];

const fn styled(name: &'static str, about: &'static str) -> Styled {
    Styled { name, about }
}

impl Embed {
    fn of(kind: KindOption) -> Self {
        let subject = Attribute {
            name: kind.subject.attribute(),
            about: match kind.subject {
                SubjectKind::Article => "The article's name in its address.",
                SubjectKind::Author => "The author's name in its address.",
                SubjectKind::Tag => "The tag's name in its address; without it, all articles.",
            },
            kind: "string",
            standard: "",
        };
        let limit = kind.limit.map(|standard| Attribute {
            name: "limit",
            about: "How many at most.",
            kind: "string | number",
            standard,
        });
        Self {
            name: kind.name,
            about: kind.about,
            attributes: [subject].into_iter().chain(limit).collect(),
        }
    }

    pub fn tag(&self) -> String {
        ["recto-", self.name].concat()
    }

    /// `RectoCard`.
    pub fn class(&self) -> String {
        let (first, rest) = self.name.split_at(1);
        ["Recto", &first.to_ascii_uppercase(), rest].concat()
    }
}
