//! The pieces of a blog that stand in other people's pages.

use super::{article_cards, article_header, author_card, byline, cover, reactions};
use crate::content::{article::Article, site::Site};
use crate::html::{Element, Node, element, link};
use crate::language::message;
use crate::page_data::PageContent;
use crate::route::{Route, frame_path};

/// What can be embedded, and what it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    Article(String),
    /// An article's title, deck and facts.
    Card(String),
    Author(String),
    /// Where to read on after an article.
    Related(String),
    /// The bar of reactions to an article.
    Reactions(String),
    /// The newest articles: of a tag, if one is named, else all.
    Latest(String),
}

impl Piece {
    /// The piece of an element `recto-<name>` for the article, author or tag that its attribute names.
    pub fn named(name: &str, of: &str) -> Option<Self> {
        let piece = match name {
            "article" => Self::Article,
            "card" => Self::Card,
            "author" => Self::Author,
            "related" => Self::Related,
            "reactions" => Self::Reactions,
            "latest" => return Some(Self::Latest(of.into())),
            _ => return None,
        };
        (!of.is_empty()).then(|| piece(of.into()))
    }

    /// What shows the piece in a frame, below the blog's address. Reactions share one page, because without scripts there
    /// is nothing to show; which article they are to, its address says behind a `?`.
    pub fn frame_path(&self) -> String {
        match self {
            Self::Article(slug) => frame_path("article", slug),
            Self::Card(slug) => frame_path("card", slug),
            Self::Author(id) => frame_path("author", id),
            Self::Related(slug) => frame_path("related", slug),
            Self::Reactions(_) => frame_path("reactions", ""),
            Self::Latest(tag) => frame_path("latest", tag),
        }
    }

    /// The page with whose data the piece is made.
    pub fn route(&self) -> Route {
        match self {
            Self::Article(slug)
            | Self::Card(slug)
            | Self::Related(slug)
            | Self::Reactions(slug) => Route::article(slug),
            Self::Author(id) => Route::author(id),
            Self::Latest(tag) if tag.is_empty() => Route::HOME,
            Self::Latest(tag) => Route::tag(tag),
        }
    }

    /// Nothing where the content is of another kind, or has nothing to show. `limit` is the length of a list.
    ///
    /// `key` is what reactions are kept under.
    pub fn view(
        &self,
        site: &Site,
        content: &PageContent,
        key: &str,
        limit: usize,
    ) -> Option<Node> {
        let shown = match (self, content) {
            (Self::Article(_), PageContent::Article(article, html)) => whole(site, article, html),
            (Self::Card(_), PageContent::Article(article, _)) => {
                article_cards::single(site, &article.summary())
            }
            (Self::Related(_), PageContent::Article(article, _)) => {
                let related = article.related.iter().take(limit);
                let related = related.cloned().collect::<Vec<_>>();
                return article_cards::related_list(site, &related).map(Node::Element);
            }
            (Self::Reactions(_), PageContent::Article(article, _)) => reactions::bar(
                &site.words(),
                element("div", "reactions-bar").attribute("article", key),
                &site.reactions,
                &article.reaction_counts,
            )?,
            (Self::Author(_), PageContent::List(list)) => {
                author_card::card(site, list.author.as_ref()?, "h3")
            }
            (Self::Latest(_), PageContent::List(list)) => {
                let articles = list.articles.get(..limit).unwrap_or(&list.articles);
                article_cards::list(site, articles, None)
            }
            _ => return None,
        };
        Some(shown.into())
    }
}

/// An article without what only its own page has.
fn whole(site: &Site, article: &Article, html: &str) -> Element {
    let words = site.words();
    let [lang, dir] = site.language_of(article);
    let address = site.href(&Route::article(&article.slug));
    let title = link("p-name u-url", &address, &article.title);
    let header = element("header", "article-header")
        .child(element("h2", "article-title").child(title))
        .child(article_header::deck(article))
        .child(
            element("div", "article-facts")
                .child(byline::view(site, &article.authors))
                .child(article_header::dates(&words, article)),
        )
        .child(article.cover.as_ref().map(cover::view));
    let (before, behind) = words.around(message::EMBED_SOURCE);
    let source = element("p", "embed-source")
        .text(&before)
        .child(link("", &site.href(&Route::HOME), &site.title))
        .text(&behind);
    element("article", "article h-entry")
        .attribute_if("lang", lang)
        .attribute_if("dir", dir)
        .child(header)
        .child(element("div", "prose e-content").child(Node::Article(html.into())))
        .child(source)
}
