//! The code that shows something of the blog in another page: what there is to choose, and what comes of it.

use crate::components::embed::EmbedKind;
use crate::components::embed_kinds::{KindOption, SubjectKind};
use crate::content::article::Term;
use crate::content::names::Names;
use crate::i18n::{Message, message};
use crate::route::{EMBED_SCRIPT, FRAME_SCRIPT};

/// How another page shows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum CodeFormat {
    Element,
    Frame,
    Link,
}

pub const FORMATS: [(CodeFormat, &str, Message); 3] = [
    (CodeFormat::Element, "element", message::CODE_ELEMENT),
    (CodeFormat::Frame, "frame", message::CODE_FRAME),
    (CodeFormat::Link, "link", message::CODE_LINK),
];

impl CodeFormat {
    /// The format of this name, or else the first.
    pub fn named(name: &str) -> Self {
        let found = FORMATS.into_iter().find(|(_, other, _)| *other == name);
        found.map_or(Self::Element, |(format, ..)| format)
    }

    /// The script that it comes with, below the blog's address.
    pub fn script(self) -> Option<&'static str> {
        match self {
            Self::Element => Some(EMBED_SCRIPT),
            Self::Frame => Some(FRAME_SCRIPT),
            Self::Link => None,
        }
    }
}

/// All that is chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedOptions {
    pub kind: KindOption,
    pub format: CodeFormat,
    /// One of [`THEMES`](crate::components::themes::THEMES).
    pub theme: String,
    /// The length of a list, as it was typed.
    pub limit: String,
    /// Empty where it is the blog's.
    pub language: String,
}

/// What stands in another page: an element of HTML, a link, or an element with the link in it.
#[derive(Clone, Debug, PartialEq)]
pub struct EmbedCode {
    pub element: Option<CodeElement>,
    pub link: Option<Link>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct CodeElement {
    pub name: String,
    pub attributes: Vec<(&'static str, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub href: String,
    pub text: String,
}

impl EmbedOptions {
    /// The code for what the embed is of, on the blog at this address; nothing where it must be of something and is not.
    pub fn code(&self, subject: &Term, blog: &str) -> Option<EmbedCode> {
        let embed = EmbedKind::named(self.kind.name, &subject.slug)?;
        let link = Link {
            href: [blog, &embed.route().path()].concat(),
            text: subject.name.clone(),
        };
        let element = match self.format {
            CodeFormat::Element => Some(self.element(&subject.slug)),
            CodeFormat::Frame => Some(self.frame(&embed, subject, blog)),
            CodeFormat::Link => None,
        };
        Some(EmbedCode {
            element,
            link: (self.format != CodeFormat::Frame).then_some(link),
        })
    }

    fn element(&self, slug: &str) -> CodeElement {
        let attributes = [
            (self.kind.subject.attribute(), slug),
            ("theme", self.theme().unwrap_or_default()),
            ("limit", self.limit().unwrap_or_default()),
            ("lang", self.language.trim()),
        ];
        let set = attributes
            .into_iter()
            .filter(|(_, value)| !value.is_empty());
        CodeElement {
            name: ["recto-", self.kind.name].concat(),
            attributes: set.map(|(name, value)| (name, value.into())).collect(),
        }
    }

    fn frame(&self, embed: &EmbedKind, subject: &Term, blog: &str) -> CodeElement {
        let mut src = [blog, &embed.frame_path()].concat();
        match embed {
            EmbedKind::Reactions(slug) => src = [&src, "?article=", slug].concat(),
            EmbedKind::Search(tag) if !tag.is_empty() => src = [&src, "?tag=", tag].concat(),
            _ => {}
        }
        let options = [("theme=", self.theme()), ("limit=", self.limit())];
        let options = options
            .into_iter()
            .filter_map(|(name, value)| Some([name, value?].concat()));
        let options = options.collect::<Vec<_>>().join("&");
        if !options.is_empty() {
            src = [&src, "#", &options].concat();
        }
        let attributes = [
            ("src", src),
            ("title", subject.name.clone()),
            ("width", "100%".into()),
            ("height", self.kind.height.to_string()),
            ("frameborder", "0".into()),
            ("loading", "lazy".into()),
        ];
        CodeElement {
            name: "iframe".into(),
            attributes: attributes.into(),
        }
    }

    fn theme(&self) -> Option<&str> {
        Some(&*self.theme).filter(|theme| !theme.is_empty())
    }

    fn limit(&self) -> Option<&str> {
        let is_number = self.limit.bytes().all(|byte| byte.is_ascii_digit());
        Some(&*self.limit)
            .filter(|limit| self.kind.limit.is_some() && is_number && !limit.is_empty())
    }
}

impl SubjectKind {
    pub fn label(self) -> Message {
        match self {
            Self::Article => message::KIND_ARTICLE,
            Self::Author => message::KIND_AUTHOR,
            Self::Tag => message::TAG,
        }
    }
}

/// What embeds can be of: names and slugs.
#[derive(Clone, Debug, Default)]
pub struct Subjects {
    articles: Vec<Term>,
    authors: Vec<Term>,
    tags: Vec<Term>,
}

impl From<Names> for Subjects {
    fn from(names: Names) -> Self {
        Self {
            articles: names.articles,
            authors: names.authors,
            tags: names.tags,
        }
    }
}

impl Subjects {
    /// Newest articles first.
    pub fn of(&self, kind: SubjectKind) -> &[Term] {
        match kind {
            SubjectKind::Article => &self.articles,
            SubjectKind::Author => &self.authors,
            SubjectKind::Tag => &self.tags,
        }
    }

    /// Adds articles that are not among the newest.
    pub fn add_articles(&mut self, articles: impl IntoIterator<Item = Term>) {
        for article in articles {
            if !self.articles.contains(&article) {
                self.articles.push(article);
            }
        }
    }

    /// The one that a name, a slug or an address means.
    pub fn find(&self, kind: SubjectKind, meant: &str) -> Option<&Term> {
        let meant = meant.trim();
        let mut subjects = self.of(kind).iter();
        subjects.find(|Term { name, slug }| {
            name == meant
                || slug == meant
                || (meant.contains('/') && meant.split('/').any(|part| part == slug))
                || (slug.starts_with('/') && meant.trim_end_matches('/').ends_with(&**slug))
        })
    }

    /// Different names that hold what is typed, at most `limit`. `fold` takes capitals out.
    pub fn suggestions(
        &self,
        kind: SubjectKind,
        typed: &str,
        limit: usize,
        fold: impl Fn(&str) -> String,
    ) -> Vec<String> {
        let typed = fold(typed.trim());
        let mut suggestions: Vec<String> = Vec::new();
        for Term { name, .. } in self.of(kind) {
            if suggestions.len() < limit
                && fold(name).contains(&typed)
                && !suggestions.contains(name)
            {
                suggestions.push(name.clone());
            }
        }
        suggestions
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const BLOG: &str = "https://blog.example/";

    fn term(name: &str, slug: &str) -> Term {
        Term {
            name: name.into(),
            slug: slug.into(),
        }
    }

    fn options(kind: &str, format: &str) -> EmbedOptions {
        EmbedOptions {
            kind: KindOption::named(kind),
            format: CodeFormat::named(format),
            theme: "dark".into(),
            limit: "3".into(),
            language: " de ".into(),
        }
    }

    /// As HTML, without escapes.
    fn code(kind: &str, format: &str, slug: &str) -> String {
        let EmbedCode { element, link } = options(kind, format)
            .code(&term("A title", slug), BLOG)
            .unwrap();
        let link = link.map(|Link { href, text }| format!("<a href={href}>{text}</a>"));
        let link = link.unwrap_or_default();
        let Some(CodeElement { name, attributes }) = element else {
            return link;
        };
        let attributes: String = attributes
            .into_iter()
            .map(|(name, value)| format!(" {name}={value}"))
            .collect();
        format!("<{name}{attributes}>{link}")
    }

    #[test]
    fn an_element_says_only_what_it_can() {
        let link = "<a href=https://blog.example/articles/a/>A title</a>";
        assert_eq!(
            code("card", "element", "a"),
            format!("<recto-card article=a theme=dark lang=de>{link}")
        );
        assert_eq!(
            code("related", "element", "a"),
            format!("<recto-related article=a theme=dark limit=3 lang=de>{link}")
        );
        assert_eq!(
            code("latest", "element", ""),
            "<recto-latest theme=dark limit=3 lang=de><a href=https://blog.example/>A title</a>"
        );
    }

    #[test]
    fn a_frame_is_told_behind_its_address() {
        let rest = "title=A title width=100%";
        for (kind, slug, src) in [
            ("card", "a", "embed/card/a/#theme=dark"),
            ("reactions", "a", "embed/reactions/?article=a#theme=dark"),
            ("latest", "", "embed/latest/#theme=dark&limit=3"),
            ("author", "ada", "embed/author/ada/#theme=dark"),
        ] {
            let code = code(kind, "frame", slug);
            assert!(
                code.starts_with(&format!("<iframe src={BLOG}{src} {rest}")),
                "{code}"
            );
        }
    }

    #[test]
    fn a_link_is_only_that() {
        assert_eq!(
            code("author", "link", "ada"),
            "<a href=https://blog.example/authors/ada/>A title</a>"
        );
    }

    #[test]
    fn what_is_of_nothing_has_no_code() {
        assert_eq!(options("card", "element").code(&term("", ""), BLOG), None);
    }

    #[test]
    fn a_subject_is_found_by_name_slug_or_address() {
        let subjects = Subjects {
            articles: vec![term("A Cache", "a-cache"), term("Béton", "beton")],
            ..Subjects::default()
        };
        let found = |meant| Some(&*subjects.find(SubjectKind::Article, meant)?.slug);
        assert_eq!(found(" Béton "), Some("beton"));
        assert_eq!(found("a-cache"), Some("a-cache"));
        assert_eq!(found("https://blog.example/articles/beton/"), Some("beton"));
        assert_eq!(found("A Cach"), None);
        assert_eq!(found(""), None);
        assert_eq!(
            subjects.suggestions(SubjectKind::Article, "BÉ", 12, str::to_lowercase),
            ["Béton"]
        );
        let subjects = Subjects {
            articles: vec![term("Beton", "/2024/05/beton")],
            ..Subjects::default()
        };
        let found = subjects.find(SubjectKind::Article, "https://blog.example/2024/05/beton/");
        assert!(found.is_some());
    }
}
